#include "ui/visit/tonguemap.h"

#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace xinglin::ui {

TongueMap::TongueMap(QWidget *parent) : QWidget(parent), m_current(QStringLiteral("r_tip"))
{
    setObjectName(QStringLiteral("tongueMap"));
    setAccessibleName(tr("Zones of the tongue"));
    setFocusPolicy(Qt::ClickFocus); // the chips come first; arrows and the mouse reach the map
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QStringList TongueMap::zones()
{
    return {QStringLiteral("r_root"), QStringLiteral("r_left_side"), QStringLiteral("r_centre"),
            QStringLiteral("r_right_side"), QStringLiteral("r_tip")};
}

QString TongueMap::zoneName(const QString &zone)
{
    if (zone == u"r_root")
        return tr("root");
    if (zone == u"r_left_side")
        return tr("left");
    if (zone == u"r_right_side")
        return tr("right");
    return zone == u"r_centre" ? tr("centre") : tr("tip");
}

QSize TongueMap::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(132), theme.scaled(150)};
}

QString TongueMap::spokenValue() const
{
    return m_taken.isEmpty() ? tr("whole tongue; %1 under the hand").arg(zoneName(m_current)) : zoneName(m_taken);
}

void TongueMap::setTaken(const QString &zone)
{
    m_taken = zone;
    update();
}

void TongueMap::setMarked(const QStringList &zones)
{
    m_marked = zones;
    update();
}

QPainterPath TongueMap::outline() const
{
    const double w = width();
    const double h = height();
    QPainterPath path;
    path.moveTo(w * 0.14, h * 0.10);
    path.cubicTo(w * 0.34, h * 0.02, w * 0.66, h * 0.02, w * 0.86, h * 0.10);
    path.cubicTo(w * 0.92, h * 0.50, w * 0.84, h * 0.82, w * 0.50, h * 0.97);
    path.cubicTo(w * 0.16, h * 0.82, w * 0.08, h * 0.50, w * 0.14, h * 0.10);
    return path;
}

QPainterPath TongueMap::zonePath(const QString &zone) const
{
    const double w = width();
    const double h = height();
    QPainterPath box;
    if (zone == u"r_root")
        box.addRect(0, 0, w, h * 0.29);
    else if (zone == u"r_tip")
        box.addRect(0, h * 0.70, w, h * 0.30);
    else if (zone == u"r_left_side")
        box.addRect(0, h * 0.29, w * 0.30, h * 0.41);
    else if (zone == u"r_right_side")
        box.addRect(w * 0.70, h * 0.29, w * 0.30, h * 0.41);
    else
        box.addRect(w * 0.30, h * 0.29, w * 0.40, h * 0.41);
    return outline().intersected(box);
}

void TongueMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    painter.setPen(QPen(theme.color(Token::Control), 1));
    painter.setBrush(theme.color(Token::CinnabarSoft));
    painter.drawPath(outline());
    for (const QString &zone : zones()) {
        const QPainterPath path = zonePath(zone);
        if (zone == m_taken)
            painter.fillPath(path, theme.color(Token::ApricotSoft));
        painter.setPen(QPen(theme.color(Token::Control), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    for (const QString &zone : zones()) {
        const QPainterPath path = zonePath(zone);
        if (zone == m_taken || (hasFocus() && zone == m_current)) {
            painter.setPen(QPen(theme.color(zone == m_current && hasFocus() ? Token::Focus : Token::Apricot), 2.5));
            painter.drawPath(path);
        }
        painter.setFont(theme.font(TypeStyle::Caption, m_marked.contains(zone) ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(Token::Text));
        const QString name = zone == u"r_left_side"    ? tr("L", "left side of the tongue, short")
                             : zone == u"r_right_side" ? tr("R", "right side of the tongue, short")
                                                       : zoneName(zone);
        painter.drawText(path.boundingRect(), Qt::AlignCenter, name);
    }
}

void TongueMap::take(const QString &zone)
{
    m_current = zone;
    m_taken = m_taken == zone ? QString() : zone;
    update();
    speakChange(this);
    emit zoneTaken(m_taken);
}

void TongueMap::keyPressEvent(QKeyEvent *event)
{
    const auto go = [this](const char *up, const char *down, const char *left, const char *right, int key) {
        const char *to = key == Qt::Key_Up ? up : key == Qt::Key_Down ? down : key == Qt::Key_Left ? left : right;
        m_current = QString::fromLatin1(to);
        update();
        speakChange(this);
    };
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (m_current == u"r_tip")
            go("r_centre", "r_tip", "r_left_side", "r_right_side", event->key());
        else if (m_current == u"r_root")
            go("r_root", "r_centre", "r_left_side", "r_right_side", event->key());
        else if (m_current == u"r_centre")
            go("r_root", "r_tip", "r_left_side", "r_right_side", event->key());
        else if (m_current == u"r_left_side")
            go("r_root", "r_tip", "r_left_side", "r_centre", event->key());
        else
            go("r_root", "r_tip", "r_centre", "r_right_side", event->key());
        return;
    case Qt::Key_Space:
        return take(m_current);
    case Qt::Key_Escape:
        if (!m_taken.isEmpty())
            return take(m_taken);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TongueMap::mousePressEvent(QMouseEvent *event)
{
    for (const QString &zone : zones()) {
        if (zonePath(zone).contains(event->position()))
            return take(zone);
    }
}

void TongueMap::focusInEvent(QFocusEvent *)
{
    update();
}

void TongueMap::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace xinglin::ui
