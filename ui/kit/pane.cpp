#include "ui/kit/pane.h"

#include "ui/kit/text.h"

#include <QPainter>

namespace xinglin::ui {

Pane::Pane(Token ground, Qt::Edges lines, QWidget *parent) : QWidget(parent), m_ground(ground), m_lines(lines)
{
    setGround(ground);
}

void Pane::setLines(Qt::Edges lines)
{
    m_lines = lines;
    update();
}

void Pane::setGround(Token ground)
{
    m_ground = ground;
    ui::setGround(this, ground);
}

void Pane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(m_ground));
    const QColor line = theme.color(Token::Hairline);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), line);
}

} // namespace xinglin::ui
