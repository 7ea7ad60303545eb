#include "ui/kit/keycap.h"

#include "ui/kit/paint.h"

#include <QPainter>

namespace xinglin::ui {

KeyCap::KeyCap(const QString &text, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent) : KeyCap(keysText(keys), parent)
{
}

void KeyCap::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {keyCapWidth(theme, m_text), theme.size(Size::KeyCap)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintKeyCap(&painter, rect(), m_text, theme, theme.color(Token::Text2), theme.color(Token::Border));
}

} // namespace xinglin::ui
