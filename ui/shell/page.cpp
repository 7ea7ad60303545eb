#include "ui/shell/page.h"

#include "ui/kit/theme.h"

#include <QPainter>

namespace xinglin::ui {

Page::Page(const QString &placeId, QWidget *parent) : QWidget(parent), m_placeId(placeId)
{
    setObjectName(placeId);
    setFocusPolicy(Qt::NoFocus);
}

void Page::activate()
{
    if (!focusWidget())
        focusNextChild();
    else
        focusWidget()->setFocus(Qt::OtherFocusReason);
}

void Page::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Window));
}

} // namespace xinglin::ui
