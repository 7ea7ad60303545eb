#include "ui/kit/radar.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace xinglin::ui {

namespace {

constexpr double labelGap = 8;
constexpr double dotRadius = 3;
constexpr qsizetype longLabel = 8; ///< Letters from which on a label has two lines.
constexpr int sample = 22;
constexpr int sampleGap = 6;

QColor faint(QColor color)
{
    color.setAlphaF(0.13F);
    return color;
}

} // namespace

QPointF RadarGeometry::at(int axis, double share) const
{
    const double turn = 2 * std::numbers::pi * axis / axes - std::numbers::pi / 2;
    return centre + radius * share * QPointF(std::cos(turn), std::sin(turn));
}

QPolygonF RadarGeometry::line(const QList<double> &shares) const
{
    QPolygonF points;
    for (int axis = 0; axis < axes; ++axis)
        points << at(axis, std::clamp(shares.value(axis), 0.0, 1.0));
    points << points.value(0);
    return points;
}

QString RadarGeometry::inLines(QString label)
{
    if (label.size() <= longLabel)
        return label;
    const qsizetype space = label.indexOf(u' ');
    const qsizetype hyphen = label.indexOf(u'-');
    if (space > 0)
        label[space] = u'\n';
    else if (hyphen > 0)
        label.insert(hyphen + 1, u'\n');
    return label;
}

void RadarGeometry::paintGrid(QPainter *painter, const QPen &pen) const
{
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    for (int ring = 1; ring <= rings; ++ring)
        painter->drawPolyline(line(QList<double>(axes, double(ring) / rings)));
    for (int axis = 0; axis < axes; ++axis)
        painter->drawLine(centre, at(axis, 1));
}

Radar::Radar(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSizePolicy(policy);
}

void Radar::setAxes(const QStringList &labels, const QList<int> &strong)
{
    m_spoken = labels;
    m_labels.clear();
    for (const QString &label : labels)
        m_labels << RadarGeometry::inLines(label);
    m_strong = strong;
    updateGeometry();
    update();
}

void Radar::setSeries(const QList<double> &now, const QList<double> &before)
{
    m_now = now;
    m_before = before;
    m_nowWords.clear();
    m_beforeWords.clear();
    update();
    speakChange(this);
}

void Radar::setWords(const QStringList &now, const QStringList &before)
{
    m_nowWords = now;
    m_beforeWords = before;
    speakChange(this);
}

QSize Radar::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(320), theme.scaled(264)};
}

QSize Radar::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(260), theme.scaled(220)};
}

QString Radar::spokenValue() const
{
    const auto word = [](const QStringList &words, const QList<double> &values, qsizetype i) {
        return words.value(i, QString::number(qRound(100 * values.value(i))));
    };
    QStringList parts;
    for (qsizetype i = 0; i < m_spoken.size() && i < m_now.size(); ++i) {
        const QString now = word(m_nowWords, m_now, i);
        parts << (m_before.isEmpty() ? tr("%1 %2", "axis of a radar, its value").arg(m_spoken[i], now)
                                     : tr("%1 %2, before %3", "axis of a radar, its value, that of another time")
                                           .arg(m_spoken[i], now, word(m_beforeWords, m_before, i)));
    }
    return parts.join(tr("; ", "between the values of a radar"));
}

QPen Radar::nowPen(const Theme &theme)
{
    return {theme.color(Token::AzuriteText), 2};
}

QPen Radar::beforePen(const Theme &theme)
{
    QPen pen(theme.color(Token::CinnabarText), 1.6);
    pen.setDashPattern({3, 2.5});
    return pen;
}

QSizeF Radar::labelSize(int axis, const Theme &theme) const
{
    const QFontMetricsF metrics(theme.font(TypeStyle::Small, m_strong.contains(axis) ? QFont::Bold : QFont::Normal));
    return metrics.size(0, m_labels.value(axis));
}

QRectF Radar::labelPlace(const RadarGeometry &geometry, int axis, const Theme &theme) const
{
    const QSizeF size = labelSize(axis, theme);
    const QPointF tip = geometry.at(axis, 1 + labelGap / std::max(1.0, geometry.radius));
    const QPointF way = (tip - geometry.centre) / std::max(1.0, geometry.radius);
    // A label's near edge is at the tip: in the middle for those above and below, beside it for the others.
    const double side = std::clamp(way.x() * 1.6, -1.0, 1.0);
    const double height = std::clamp(way.y() * 1.2, -1.0, 1.0);
    return {tip.x() - size.width() / 2 + side * size.width() / 2,
            tip.y() - size.height() / 2 + height * size.height() / 2, size.width(), size.height()};
}

RadarGeometry Radar::geometryFor(const Theme &theme) const
{
    const int axes = static_cast<int>(m_labels.size());
    const QRectF room = QRectF(rect()).adjusted(1, 1, -1, -1);
    // The largest for which all labels have room.
    RadarGeometry found{room.center(), 8, axes};
    for (double radius = qMin(room.width(), room.height()) / 2; radius > 8; radius -= 1) {
        RadarGeometry tried{QPointF(room.center().x(), 0), radius, axes};
        QRectF all;
        for (int axis = 0; axis < axes; ++axis)
            all |= labelPlace(tried, axis, theme);
        if (all.left() < room.left() || all.right() > room.right() || all.height() > room.height())
            continue;
        tried.centre.setY(room.top() - all.top() + (room.height() - all.height()) / 2);
        return tried;
    }
    return found;
}

void Radar::paintEvent(QPaintEvent *)
{
    if (m_labels.isEmpty())
        return;
    const Theme &theme = Theme::of(this);
    const RadarGeometry geometry = geometryFor(theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    geometry.paintGrid(&painter, QPen(theme.color(Token::Border), 1));
    const auto paintSeries = [&](const QList<double> &values, const QPen &pen) {
        if (values.isEmpty())
            return;
        const QPolygonF line = geometry.line(values);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint(pen.color()));
        painter.drawPolygon(line);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    };
    paintSeries(m_before, beforePen(theme));
    paintSeries(m_now, nowPen(theme));
    painter.setPen(Qt::NoPen);
    painter.setBrush(nowPen(theme).color());
    for (int axis = 0; axis < geometry.axes && axis < m_now.size(); ++axis)
        painter.drawEllipse(geometry.at(axis, std::clamp(m_now[axis], 0.0, 1.0)), dotRadius, dotRadius);
    for (int axis = 0; axis < geometry.axes; ++axis) {
        const bool strong = m_strong.contains(axis);
        painter.setFont(theme.font(TypeStyle::Small, strong ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(strong ? Token::Text : Token::Text2));
        painter.drawText(labelPlace(geometry, axis, theme).adjusted(-1, 0, 1, 0), Qt::AlignCenter, m_labels[axis]);
    }
}

RadarKey::RadarKey(bool before, QWidget *parent) : QWidget(parent), m_before(before)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RadarKey::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize RadarKey::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TypeStyle::Small));
    return {sample + sampleGap + metrics.horizontalAdvance(m_text) + 1, theme.line(TypeStyle::Small)};
}

void RadarKey::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_before ? Radar::beforePen(theme) : Radar::nowPen(theme));
    const double middle = height() / 2.0;
    painter.drawLine(QPointF(1, middle), QPointF(sample - 1, middle));
    painter.setFont(theme.font(TypeStyle::Small));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(rect().adjusted(sample + sampleGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace xinglin::ui
