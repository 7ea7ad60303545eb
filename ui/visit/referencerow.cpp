#include "ui/visit/referencerow.h"

#include "ui/kit/keycap.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace xinglin::ui {

ReferenceButton::ReferenceButton(const ReferenceRow &row, int digit, QWidget *parent)
    : QAbstractButton(parent), m_action(row.action), m_digit(digit)
{
    setAccessibleName(row.spoken);
    setFocusPolicy(Qt::ClickFocus); // F12 and the arrows lead here; Tab stays within the note
    setCursor(Qt::PointingHandCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gapControls, 4, gapControls, 5);
    column->setSpacing(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    auto *name = new Label(row.name, row.song ? TypeStyle::Name : TypeStyle::Small, Token::Text);
    name->setMayElide(true);
    head->addWidget(name, 1);
    if (digit > 0)
        head->addWidget(new KeyCap(QString::number(digit)), 0, Qt::AlignVCenter);
    column->addLayout(head);
    for (const QString &html : row.html) {
        auto *words = new Label({}, TypeStyle::Caption, Token::Text2);
        words->setTextFormat(Qt::RichText);
        words->setText(html);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ReferenceButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ReferenceButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ReferenceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    constexpr double radius = 6;
    painter.setRenderHint(QPainter::Antialiasing);
    if (isDown() || underMouse())
        paintFrame(&painter, rect(), radius, theme.color(isDown() ? Token::Sunken : Token::Hover), {});
    if (hasFocus())
        paintRing(&painter, rect(), radius, theme.color(Token::Focus));
}

} // namespace xinglin::ui
