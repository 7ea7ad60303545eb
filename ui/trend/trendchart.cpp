#include "ui/trend/trendchart.h"

#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QAreaSeries>
#include <QCoreApplication>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScopedValueRollback>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace xinglin::ui {

namespace {

constexpr qsizetype mostNumbers = 14; ///< More numbers than this would lie over each other.
constexpr int mostTicks = 7;
constexpr int valueTicks = 4;
constexpr double sideRoom = 0.04; ///< Of the span, on both sides.
constexpr double headRoom = 0.15;

qint64 msOf(QDate day)
{
    return QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch();
}

Token colorOf(qsizetype line)
{
    return line == 0 ? Token::AzuriteText : Token::MalachiteText;
}

/// Lowest and highest number of the lines.
std::pair<double, double> rangeOf(const Trend &trend)
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const TrendLine &line : trend.lines) {
        for (const TrendPoint &point : line.points) {
            low = std::min(low, point.number);
            high = std::max(high, point.number);
        }
        // As much of the range of reference as tells on which side of it the numbers lie.
        for (const auto &bound : {line.low, line.high}) {
            if (bound) {
                low = std::min(low, *bound);
                high = std::max(high, *bound);
            }
        }
    }
    return {low, high};
}

/// A step that people count in: 1, 2 or 5 times a power of ten.
double stepFor(double span)
{
    const double raw = span / valueTicks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (raw <= times * power)
            return times * power;
    }
    return 10 * power;
}

} // namespace

TrendChart::TrendChart(QWidget *parent) : QChartView(parent)
{
    setObjectName(QStringLiteral("trendChart"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setObjectName(QStringLiteral("trendCanvas"));
    setGround(viewport(), Token::Surface);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

void TrendChart::setTrend(const Trend &trend)
{
    m_trend = trend;
    setAccessibleName(trend.title);
    viewport()->setAccessibleName(trend.title);
    setAccessibleDescription(trend.caption());
    build();
}

void TrendChart::setLarge(bool large)
{
    m_large = large;
    build();
}

void TrendChart::addBand(double low, double high, qint64 from, qint64 to)
{
    auto *upper = new QLineSeries;
    auto *lower = new QLineSeries;
    for (const qint64 at : {from, to}) {
        upper->append(double(at), high);
        lower->append(double(at), low);
    }
    auto *band = new QAreaSeries(upper, lower);
    upper->setParent(band);
    lower->setParent(band);
    band->setColor(Theme::of(this).color(Token::MalachiteSoft));
    band->setPen(Qt::NoPen);
    chart()->addSeries(band);
}

void TrendChart::build()
{
    const QScopedValueRollback building(m_building, true);
    m_lines.clear();
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    if (m_trend.lines.isEmpty() || m_trend.days() == 0)
        return;
    const Theme &theme = Theme::of(this);
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = std::numeric_limits<qint64>::min();
    for (const TrendLine &line : m_trend.lines) {
        for (const TrendPoint &point : line.points) {
            from = std::min(from, msOf(point.day));
            to = std::max(to, msOf(point.day));
        }
    }
    constexpr qint64 dayMs = 24LL * 3600 * 1000;
    const auto room = std::max(dayMs, qint64(double(to - from) * sideRoom));
    from -= room;
    to += room;
    const auto [lowest, highest] = rangeOf(m_trend);
    const double span = std::max(highest - lowest, std::max(1.0, std::abs(highest)) * 0.05);
    const double step = stepFor(span * (1 + headRoom));
    const double bottom = std::floor((lowest - span * 0.05) / step) * step;
    const double top = std::ceil((highest + span * headRoom) / step) * step;

    if (m_trend.lines.size() == 1) {
        const TrendLine &line = m_trend.lines.first();
        if (line.low || line.high)
            addBand(line.low.value_or(bottom), line.high.value_or(top), from, to);
    }
    for (qsizetype i = 0; i < m_trend.lines.size(); ++i) {
        auto *series = new QLineSeries;
        series->setPen(QPen(theme.color(colorOf(i)), m_large ? 3 : 2));
        for (const TrendPoint &point : m_trend.lines.at(i).points)
            series->append(double(msOf(point.day)), point.number);
        chart()->addSeries(series);
        m_lines << series;
    }

    auto *time = new QDateTimeAxis;
    time->setRange(QDateTime::fromMSecsSinceEpoch(from), QDateTime::fromMSecsSinceEpoch(to));
    const qint64 days = (to - from) / dayMs;
    time->setFormat(days > 400 ? QStringLiteral("yyyy-MM") : QStringLiteral("MM-dd"));
    time->setTickCount(qBound(2, int(qMin<qint64>(days, mostTicks)), mostTicks));
    auto *value = new QValueAxis;
    value->setRange(bottom, top);
    value->setTickType(QValueAxis::TicksDynamic);
    value->setTickAnchor(bottom);
    value->setTickInterval(step);
    value->setLabelFormat(step < 1 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    time->setGridLineVisible(false);
    value->setLineVisible(false);
    value->setGridLineColor(theme.color(Token::Hairline));
    time->setLinePen(QPen(theme.color(Token::Border), 1));
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{time, value}) {
        axis->setLabelsFont(theme.font(m_large ? TypeStyle::Heading : TypeStyle::Caption, QFont::Normal));
        axis->setLabelsColor(theme.color(Token::Text2));
    }
    chart()->addAxis(time, Qt::AlignBottom);
    chart()->addAxis(value, Qt::AlignLeft);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(time);
        series->attachAxis(value);
    }
}

void TrendChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    const Theme &theme = Theme::of(this);
    const double dot = m_large ? 6 : 3.5;
    painter->setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        QLineSeries *series = m_lines.at(i);
        const QColor color = theme.color(colorOf(i));
        const auto points = series->points();
        const bool numbers = points.size() <= mostNumbers;
        for (qsizetype at = 0; at < points.size(); ++at) {
            const QPointF place = chart()->mapToPosition(points.at(at), series);
            const bool last = at == points.size() - 1;
            painter->setPen(Qt::NoPen);
            painter->setBrush(last ? theme.color(Token::Apricot) : color);
            painter->drawEllipse(place, last ? dot * 1.4 : dot, last ? dot * 1.4 : dot);
            if (!numbers && !last)
                continue;
            painter->setFont(theme.font(m_large ? TypeStyle::Figure : TypeStyle::Small, QFont::Bold));
            painter->setPen(theme.color(last ? Token::ApricotText : Token::Text));
            const double height = painter->fontMetrics().height();
            painter->drawText(QRectF(place.x() - 60, place.y() - dot * 1.6 - height, 120, height),
                              int(Qt::AlignHCenter | Qt::AlignBottom), trendNumber(points.at(at).y()));
        }
        if (m_lines.size() > 1 && !points.isEmpty()) {
            painter->setFont(theme.font(m_large ? TypeStyle::Heading : TypeStyle::Small, QFont::Bold));
            painter->setPen(color);
            const QPointF place = chart()->mapToPosition(points.first(), series);
            const double ascent = painter->fontMetrics().ascent();
            const QPointF below(place.x() - dot, place.y() + dot * 2 + ascent);
            const QPointF beside(place.x() + dot * 3, place.y() + ascent / 2 - 1);
            painter->drawText(points.size() == 1 ? beside : below, m_trend.lines.at(i).name);
        }
    }
}

void TrendChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    // Building sets fonts and colours itself, which is a change too.
    if (!m_building && (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange))
        build();
}

QString TrendChart::spokenValue() const
{
    QStringList words;
    for (const TrendLine &line : m_trend.lines) {
        if (m_trend.lines.size() > 1)
            words << line.name;
        for (auto point = line.points.crbegin(); point != line.points.crend(); ++point)
            words << tr("%1 on %2", "number, day").arg(trendNumber(point->number), dateText(point->day));
    }
    return words.join(tr(", ", "between numbers of a chart"));
}

QSize TrendChart::sizeHint() const
{
    return {480, Theme::of(this).scaled(190)};
}

QSize TrendChart::minimumSizeHint() const
{
    return {240, Theme::of(this).scaled(150)};
}

} // namespace xinglin::ui
