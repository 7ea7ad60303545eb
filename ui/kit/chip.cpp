#include "ui/kit/chip.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QMouseEvent>
#include <QPainter>

namespace xinglin::ui {

Chip::Chip(Tone tone, const QString &iconName, const QString &text, QWidget *parent)
    : QWidget(parent), m_tone(tone), m_icon(iconName)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setBold(bool bold)
{
    m_bold = bold;
    updateGeometry();
    update();
}

void Chip::setMayElide(bool may)
{
    m_mayElide = may;
    setProperty("mayElide", may);
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TypeStyle::Small, m_bold ? QFont::Bold : QFont::Normal));
    int width = 16 + metrics.horizontalAdvance(m_text) + 1;
    if (!m_icon.isEmpty())
        width += theme.size(Size::Icon) + 4;
    return {width, theme.scaled(24)};
}

QSize Chip::minimumSizeHint() const
{
    return m_mayElide ? QSize(48, sizeHint().height()) : sizeHint();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), 4, theme.color(soft(m_tone)), {});
    const QColor ink = theme.color(onSoft(m_tone));
    int x = 8;
    if (!m_icon.isEmpty()) {
        const int side = theme.size(Size::Icon);
        paintIcon(&painter, QRect(x, 0, side, height()), m_icon, ink);
        x += side + 4;
    }
    painter.setFont(theme.font(TypeStyle::Small, m_bold ? QFont::Bold : QFont::Normal));
    painter.setPen(ink);
    const QRect place(x, 0, width() - x - 8 + 1, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     m_mayElide ? painter.fontMetrics().elidedText(m_text, Qt::ElideRight, place.width()) : m_text);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

} // namespace xinglin::ui
