#include "ui/kit/findingcard.h"

#include "ui/kit/button.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace xinglin::ui {

FindingCard::FindingCard(const FindingText &finding, QWidget *parent) : QWidget(parent), m_finding(finding)
{
    const Theme &theme = Theme::of(this);
    setObjectName(QStringLiteral("findingCard"));
    setAccessibleName(
        QStringLiteral("%1, %2, %3: %4").arg(wordOf(finding.severity), finding.kind, finding.subject, finding.why));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 12, 10);
    column->setSpacing(2);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addSpacing(theme.size(Size::Icon) + 8);
    const QString word = finding.kind.isEmpty() ? wordOf(finding.severity)
                                                : QStringLiteral("%1·%2").arg(wordOf(finding.severity), finding.kind);
    auto *lead = new Label(word, TypeStyle::Heading, onSoft(toneOf(finding.severity)), this);
    auto *subject = new Label(finding.subject, TypeStyle::Name, Token::Text, this);
    subject->setWordWrap(true);
    head->addWidget(lead);
    head->addWidget(subject, 1);
    column->addLayout(head);

    auto *why = new Label(finding.why, TypeStyle::Small, Token::Text, this);
    why->setWordWrap(true);
    column->addWidget(why);
    if (!finding.source.isEmpty()) {
        auto *source = new Label(finding.source, TypeStyle::Caption, Token::Text2, this);
        source->setWordWrap(true);
        column->addWidget(source);
    }
    if (finding.remedies.isEmpty())
        return;
    column->addSpacing(4);
    auto *row = new FlowLayout(8, 6);
    column->addLayout(row);
    for (int i = 0; i < finding.remedies.size(); ++i) {
        auto *button = new Button(finding.remedies[i], ButtonKind::Plain, this);
        button->setControlSize(ButtonSize::Small);
        button->setObjectName(QStringLiteral("remedy%1").arg(i));
        dress(button, TypeStyle::Small);
        if (finding.firstDigit > 0)
            button->setKeyCap(QString::number(finding.firstDigit + i));
        connect(button, &QPushButton::clicked, this, [this, i] { emit remedyChosen(i); });
        row->addWidget(button);
        m_remedies << button;
    }
    setFocusProxy(m_remedies.first());
}

bool FindingCard::press(int digit)
{
    const int index = digit - m_finding.firstDigit;
    if (m_finding.firstDigit <= 0 || index < 0 || index >= m_remedies.size() || !m_remedies[index]->isEnabled())
        return false;
    m_remedies[index]->click();
    return true;
}

void FindingCard::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (event->modifiers() == Qt::NoModifier && digit >= 1 && digit <= 9 && press(digit))
        return;
    QWidget::keyPressEvent(event);
}

void FindingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Tone tone = toneOf(m_finding.severity);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), 4, 4);
    painter.setClipPath(shape);
    painter.fillRect(rect(), theme.color(soft(tone)));
    painter.fillRect(0, 0, 3, height(), theme.color(mark(tone)));
    const int side = theme.size(Size::Icon);
    paintIcon(&painter, QRect(14, 8, side, theme.line(TypeStyle::Name)), iconOf(m_finding.severity),
              theme.color(onSoft(tone)));
}

} // namespace xinglin::ui
