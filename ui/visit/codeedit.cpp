#include "ui/visit/codeedit.h"

#include "ui/kit/theme.h"

#include <QPainter>

namespace xinglin::ui {

CodeEdit::CodeEdit(QWidget *parent) : QLineEdit(parent)
{
    setMinimumWidth(120);
    connect(this, &QLineEdit::textChanged, this, &CodeEdit::fit);
}

void CodeEdit::setCode(const QString &code)
{
    m_code = code;
    setAccessibleDescription(code);
    fit();
}

void CodeEdit::fit()
{
    constexpr int frame = 24; // padding of the field on both sides
    const int wide = QFontMetrics(Theme::of(this).font(TypeStyle::Caption)).horizontalAdvance(m_code) + 8;
    m_codeShown = !m_code.isEmpty() && fontMetrics().horizontalAdvance(text()) + wide + frame <= width();
    setTextMargins(0, 0, m_codeShown ? wide : 0, 0);
    setToolTip(m_code.isEmpty() ? QString() : text() + u' ' + m_code);
    if (!hasFocus())
        setCursorPosition(0);
    update();
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    fit();
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_codeShown)
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_code);
}

} // namespace xinglin::ui
