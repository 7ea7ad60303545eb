#include "ui/visit/codeedit.h"

#include "ui/kit/theme.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

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
    updateGeometry(); // here and not on each letter, so that the fields stand still while one types
}

QSize CodeEdit::sizeHint() const
{
    return {std::max(minimumWidth(), wordsWidth()), QLineEdit::sizeHint().height()};
}

int CodeEdit::wordsWidth() const
{
    constexpr int frame = 24; // padding of the field on both sides
    return fontMetrics().horizontalAdvance(text()) + frame;
}

void CodeEdit::fit()
{
    const int wide = QFontMetrics(Theme::of(this).font(TypeStyle::Caption)).horizontalAdvance(m_code) + 8;
    m_codeShown = !m_code.isEmpty() && wordsWidth() + wide <= width();
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
    const Theme &theme = Theme::of(this);
    if (!hasFocus() && wordsWidth() > width()) {
        constexpr int padding = 9;
        const QString dots(QChar(0x2026));
        const int dotsWide = fontMetrics().horizontalAdvance(dots);
        const QRect end(width() - padding - 2 * dotsWide, 3, 2 * dotsWide, height() - 6);
        const QColor base = palette().color(QPalette::Base);
        QColor clear = base;
        clear.setAlpha(0);
        QLinearGradient fade(end.topLeft(), end.topRight());
        fade.setColorAt(0, clear);
        fade.setColorAt(0.45, base);
        QPainter painter(this);
        painter.fillRect(end, fade);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(end, Qt::AlignRight | Qt::AlignVCenter, dots);
    }
    if (!m_codeShown)
        return;
    QPainter painter(this);
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_code);
}

} // namespace xinglin::ui
