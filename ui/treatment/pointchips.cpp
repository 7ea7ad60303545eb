#include "ui/treatment/pointchips.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace xinglin::ui {

namespace {
constexpr int gap = 6;
constexpr int lineGap = 6;
constexpr int padding = 8;
constexpr int between = 5;
constexpr int iconSize = 14;
} // namespace

PointChips::PointChips(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pointChips"));
    setAccessibleName(tr("Points"));
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PointChips::setItems(const QList<Item> &items)
{
    m_items = items;
    if (m_current >= m_items.size())
        m_current = -1;
    setVisible(!m_items.isEmpty());
    updateGeometry();
    fit();
    update();
    speakChange(this);
}

void PointChips::setCurrent(int index)
{
    m_current = index >= 0 && index < m_items.size() ? index : -1;
    update();
    speakChange(this);
}

QString PointChips::spokenValue() const
{
    if (m_current >= 0)
        return m_items.at(m_current).spoken;
    QStringList all;
    for (const Item &item : m_items)
        all << item.spoken;
    return all.join(QStringLiteral(", "));
}

int PointChips::chipHeight() const
{
    return Theme::of(this).scaled(26);
}

int PointChips::chipWidth(const Item &item) const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics small(theme.font(TypeStyle::Caption));
    int width = 2 * padding + QFontMetrics(theme.font(TypeStyle::Heading)).horizontalAdvance(item.name);
    for (const QString &word : {item.side, item.technique}) {
        if (!word.isEmpty())
            width += between + small.horizontalAdvance(word);
    }
    if (item.mark || !item.known)
        width += iconSize + between;
    return width;
}

QList<QRect> PointChips::places(int width) const
{
    QList<QRect> rects;
    int x = 0;
    int y = 2;
    for (const Item &item : m_items) {
        const int wide = chipWidth(item);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += chipHeight() + lineGap;
        }
        rects << QRect(x, y, wide, chipHeight());
        x += wide + gap;
    }
    return rects;
}

QSize PointChips::sizeHint() const
{
    return {200, heightForWidth(width())};
}

QSize PointChips::minimumSizeHint() const
{
    return {120, chipHeight()};
}

int PointChips::heightForWidth(int width) const
{
    const QList<QRect> rects = places(width);
    return rects.isEmpty() ? 0 : rects.last().bottom() + 3;
}

void PointChips::fit()
{
    if (const int high = heightForWidth(width()); high != minimumHeight() && high > 0)
        setFixedHeight(high);
}

void PointChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

int PointChips::chipAt(QPoint at) const
{
    const QList<QRect> rects = places(width());
    for (int i = 0; i < rects.size(); ++i) {
        if (rects.at(i).contains(at))
            return i;
    }
    return -1;
}

void PointChips::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit pressed(chipAt(event->position().toPoint()));
}

bool PointChips::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        fit();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = chipAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), m_items.at(index).spoken, this);
        return true;
    }
    return QWidget::event(event);
}

void PointChips::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRect> rects = places(width());
    for (int i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items.at(i);
        const bool current = i == m_current;
        const QRect rect = rects.at(i);
        paintFrame(&painter, rect, 4, theme.color(current ? Token::ApricotSoft : Token::Chip),
                   theme.color(current ? Token::ApricotLine : Token::Border));
        int x = rect.left() + padding;
        if (item.mark || !item.known) {
            const Tone tone = item.mark ? toneOf(*item.mark) : Tone::Slate;
            const QString name = item.mark ? iconOf(*item.mark) : QStringLiteral("help-about");
            const QRect place(x, rect.top() + (rect.height() - iconSize) / 2, iconSize, iconSize);
            paintIcon(&painter, place, name, theme.color(onSoft(tone)));
            x += iconSize + between;
        }
        const auto write = [&](const QString &text, const QFont &font, Token color) {
            if (text.isEmpty())
                return;
            painter.setFont(font);
            painter.setPen(theme.color(color));
            painter.drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, text);
            x += QFontMetrics(font).horizontalAdvance(text) + between;
        };
        write(item.name, theme.font(TypeStyle::Heading), Token::Text);
        write(item.side, theme.font(TypeStyle::Caption), Token::Text2);
        write(item.technique, theme.font(TypeStyle::Caption), Token::Text2);
    }
}

} // namespace xinglin::ui
