#include "ui/calendar/daygeometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xinglin::ui {

QList<Lane> lanesOf(const QList<Span> &spans)
{
    QList<qsizetype> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return std::pair(spans[a].from, -spans[a].to) < std::pair(spans[b].from, -spans[b].to);
    });
    QList<Lane> lanes(spans.size());
    QList<qsizetype> group; // what hangs together by overlaps
    QList<int> ends;        // of each lane of the group
    int until = 0;
    const auto close = [&] {
        for (const qsizetype i : std::as_const(group))
            lanes[i].of = static_cast<int>(ends.size());
        group.clear();
        ends.clear();
    };
    for (const qsizetype i : std::as_const(order)) {
        const Span &span = spans[i];
        if (!group.isEmpty() && span.from >= until)
            close();
        const auto free = std::find_if(ends.begin(), ends.end(), [&](int end) { return end <= span.from; });
        lanes[i].index = static_cast<int>(free - ends.begin());
        if (free == ends.end())
            ends << span.to;
        else
            *free = span.to;
        until = group.isEmpty() ? span.to : std::max(until, span.to);
        group << i;
    }
    close();
    return lanes;
}

int DayGeometry::minuteAt(double y) const
{
    return std::clamp(static_cast<int>(std::floor(y * 60 / hour)), 0, minutes);
}

int DayGeometry::stepAt(double y, int step) const
{
    return std::min(minuteAt(y), minutes - 1) / step * step;
}

int DayGeometry::columnAt(double x) const
{
    const int index = static_cast<int>(std::floor(x / columnWidth));
    return index < 0 || index >= columns ? -1 : index;
}

int DayGeometry::nearestColumn(double x) const
{
    return std::clamp(static_cast<int>(std::floor(x / columnWidth)), 0, std::max(0, columns - 1));
}

QRectF DayGeometry::part(int column, const Span &span) const
{
    return {column * columnWidth, y(span.from), columnWidth, y(span.to) - y(span.from)};
}

QRectF DayGeometry::block(int column, const Span &span, const Lane &lane) const
{
    const double room = columnWidth - gap - free;
    const double wide = room / lane.of;
    const double high = std::max(leastBlock, y(span.to) - y(span.from)) - gap;
    return {column * columnWidth + gap + lane.index * wide, y(span.from) + gap / 2, wide - gap / 2, high};
}

Span DayGeometry::seen(const Span &span) const
{
    const int least = static_cast<int>(std::ceil(leastBlock * 60 / hour));
    return {span.from, std::max(span.to, span.from + least)};
}

int DayGeometry::snapped(int minute, int step)
{
    return static_cast<int>(std::floor((minute + step / 2.0) / step)) * step;
}

Span DayGeometry::moved(const Span &span, int begin)
{
    const int length = span.length();
    const int from = std::clamp(begin, 0, std::max(0, minutes - length));
    return {from, from + length};
}

Span DayGeometry::between(int one, int other, int step)
{
    const int from = std::clamp(std::min(one, other), 0, minutes - 1) / step * step;
    const int last = std::clamp(std::max(one, other), 0, minutes - 1) / step * step;
    return {from, std::min(minutes, last + step)};
}

const QList<Zoom> &Zoom::all()
{
    static const QList<Zoom> zooms{{30, 40}, {15, 56}, {10, 71}, {5, 142}};
    return zooms;
}

int Zoom::usual()
{
    return 2;
}

} // namespace xinglin::ui
