#include "ui/visit/codeedit.h"

#include "ui/kit/theme.h"

#include <QPainter>

namespace xinglin::ui {

CodeEdit::CodeEdit(QWidget *parent) : QLineEdit(parent)
{
    setMinimumWidth(120);
}

void CodeEdit::setCode(const QString &code)
{
    m_code = code;
    const int wide = QFontMetrics(Theme::of(this).font(TypeStyle::Caption)).horizontalAdvance(code);
    setTextMargins(0, 0, code.isEmpty() ? 0 : wide + 8, 0);
    setAccessibleDescription(code);
    update();
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_code.isEmpty())
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_code);
}

} // namespace xinglin::ui
