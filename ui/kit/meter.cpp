#include "ui/kit/meter.h"

#include "ui/kit/theme.h"

#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int thick = 6;
}

Meter::Meter(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::setDone(int done, int all)
{
    if (m_done == done && m_all == all)
        return;
    m_done = done;
    m_all = all;
    update();
}

QString Meter::spokenValue() const
{
    return tr("%1 of %2", "done, all").arg(m_done).arg(m_all);
}

QSize Meter::sizeHint() const
{
    return {Theme::of(this).scaled(160), thick};
}

QSize Meter::minimumSizeHint() const
{
    return {40, thick};
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Theme &theme = Theme::of(this);
    const QRectF line(0, (height() - thick) / 2.0, width(), thick);
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(line, thick / 2.0, thick / 2.0);
    if (m_all <= 0 || m_done <= 0)
        return;
    painter.setBrush(theme.color(Token::Ink));
    painter.drawRoundedRect(QRectF(line.topLeft(), QSizeF(qMax(double(thick), line.width() * m_done / m_all), thick)),
                            thick / 2.0, thick / 2.0);
}

} // namespace xinglin::ui
