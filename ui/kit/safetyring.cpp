#include "ui/kit/safetyring.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

Token colorOf(SafetyRing::Item item)
{
    switch (item) {
    case SafetyRing::Item::Checked:
        return Token::Malachite;
    case SafetyRing::Item::Note:
        return Token::Azurite;
    case SafetyRing::Item::Caution:
        return Token::Gamboge;
    case SafetyRing::Item::Stop:
        return Token::Cinnabar;
    case SafetyRing::Item::Unchecked:
        break;
    }
    return Token::Border;
}

bool isFinding(SafetyRing::Item item)
{
    return item == SafetyRing::Item::Note || item == SafetyRing::Item::Caution || item == SafetyRing::Item::Stop;
}

} // namespace

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return Tone::Cinnabar;
    case Severity::Caution:
        return Tone::Gamboge;
    case Severity::Note:
        break;
    }
    return Tone::Azurite;
}

QString iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return QStringLiteral("dialog-cancel");
    case Severity::Caution:
        return QStringLiteral("dialog-warning");
    case Severity::Note:
        break;
    }
    return QStringLiteral("help-about");
}

QString wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return QCoreApplication::translate("Severity", "Stop");
    case Severity::Caution:
        return QCoreApplication::translate("Severity", "Caution");
    case Severity::Note:
        break;
    }
    return QCoreApplication::translate("Severity", "Note");
}

SafetyRing::SafetyRing(int diameter, QWidget *parent) : QWidget(parent), m_diameter(diameter)
{
    setAccessibleName(tr("Safety check"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SafetyRing::setItems(const QList<Item> &items)
{
    m_items = items;
    update();
    speakChange(this);
}

void SafetyRing::setCaption(const QString &caption)
{
    m_caption = caption;
    update();
}

int SafetyRing::checked() const
{
    return int(std::count_if(m_items.begin(), m_items.end(), [](Item item) { return item != Item::Unchecked; }));
}

QSize SafetyRing::sizeHint() const
{
    const int side = Theme::of(this).scaled(m_diameter);
    return {side, side};
}

QString SafetyRing::spokenValue() const
{
    const auto findings = std::count_if(m_items.begin(), m_items.end(), isFinding);
    return tr("%1 of %2 checked, %n finding(s)", nullptr, int(findings)).arg(checked()).arg(m_items.size());
}

void SafetyRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const double side = qMin(width(), height());
    const double thick = side / 12.0;
    const double extra = side >= 100 ? 4 : side >= 60 ? 2.5 : 1.5;
    const QPointF middle(width() / 2.0, height() / 2.0);
    const double radius = side / 2 - extra - thick / 2;
    const auto count = qMax(qsizetype(1), m_items.size());
    const double gap = m_items.size() > 1 ? (side >= 60 ? 3.0 : 5.0) : 0.0;
    const double span = 360.0 / double(count);
    for (qsizetype i = 0; i < count; ++i) {
        const Item item = m_items.value(i, Item::Unchecked);
        const double grow = isFinding(item) ? extra : 0;
        const double r = radius + grow / 2;
        painter.setPen(QPen(theme.color(colorOf(item)), thick + grow, Qt::SolidLine, Qt::FlatCap));
        const double start = 90.0 - span * double(i) - gap / 2;
        painter.drawArc(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r), qRound(start * 16),
                        -qRound((span - gap) * 16));
    }
    if (side < 60 || m_items.isEmpty())
        return;
    const bool large = side >= 100;
    const QString figure = large || checked() < m_items.size()
                               ? QStringLiteral("%1 / %2").arg(checked()).arg(m_items.size())
                               : QString::number(checked());
    QFont font = theme.font(TypeStyle::Heading);
    font.setPixelSize(theme.scaled(large ? 20 : checked() < m_items.size() ? 12 : 15));
    painter.setFont(font);
    painter.setPen(theme.color(Token::Text));
    const int shift = large && !m_caption.isEmpty() ? theme.scaled(9) : 0;
    painter.drawText(rect().adjusted(0, -shift, 0, -shift), Qt::AlignCenter, figure);
    if (shift > 0) {
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(rect().adjusted(0, theme.scaled(24), 0, theme.scaled(6)), Qt::AlignCenter, m_caption);
    }
}

} // namespace xinglin::ui
