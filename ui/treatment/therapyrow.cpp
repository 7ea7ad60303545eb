#include "ui/treatment/therapyrow.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int iconRoom = 22;
}

TherapyRow::TherapyRow(QWidget *parent)
    : QWidget(parent), m_name(new Label({}, TypeStyle::Heading)), m_how(new Label({}, TypeStyle::Body, Token::Text2))
{
    setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(10);
    m_how->setWordWrap(true);
    row->addWidget(m_name, 0, Qt::AlignTop);
    row->addWidget(m_how, 1);
}

void TherapyRow::setWords(const QString &name, const QString &how, std::optional<Severity> mark)
{
    m_name->setText(name);
    m_how->setText(how);
    m_mark = mark;
    layout()->setContentsMargins(10 + (mark ? iconRoom : 0), 4, 10, 4);
    setAccessibleName(how.isEmpty() ? name : name + QStringLiteral(", ") + how);
    update();
}

void TherapyRow::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void TherapyRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit pressed();
}

void TherapyRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(&painter, rect(), 4, theme.color(m_current ? Token::ApricotSoft : Token::Chip),
               theme.color(m_current ? Token::ApricotLine : Token::Border));
    if (m_mark)
        paintIcon(&painter, QRect(10, 7, 16, 16), iconOf(*m_mark), theme.color(onSoft(toneOf(*m_mark))));
}

} // namespace xinglin::ui
