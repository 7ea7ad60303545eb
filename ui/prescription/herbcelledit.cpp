#include "ui/prescription/herbcelledit.h"

#include "ui/kit/theme.h"

#include <QInputMethodEvent>
#include <QPainter>

namespace xinglin::ui {

HerbCellEdit::HerbCellEdit(QWidget *parent) : QLineEdit(parent)
{
    setTextMargins(20, 0, 0, 0);
}

void HerbCellEdit::setGhost(bool ghost)
{
    if (m_ghost == ghost)
        return;
    m_ghost = ghost;
    update();
}

void HerbCellEdit::setNumber(int number)
{
    m_number = number;
    update();
}

void HerbCellEdit::paintEvent(QPaintEvent *event)
{
    if (m_ghost)
        return;
    QLineEdit::paintEvent(event);
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect().adjusted(10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QString::number(m_number));
}

void HerbCellEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void HerbCellEdit::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QLineEdit::focusOutEvent(event);
}

} // namespace xinglin::ui
