#pragma once

#include <QList>
#include <QRectF>

namespace xinglin::ui {

/// Minutes of a day, from and until.
struct Span
{
    int from = 0;
    int to = 0;
    bool operator==(const Span &) const = default;

    int length() const { return to - from; }
    bool overlaps(const Span &other) const { return from < other.to && other.from < to; }
};

/// Which of so many places side by side.
struct Lane
{
    int index = 0;
    int of = 1;
    bool operator==(const Lane &) const = default;
};

/// Where spans lie that share a column: those that overlap side by side, and as few places as that takes for each group
/// that hangs together. In the order of @p spans. Spans are as long as they look; see DayGeometry::seen().
QList<Lane> lanesOf(const QList<Span> &spans);

/// Where things lie in a day: columns from left to right, minutes from top to bottom. Pixels of the whole content, its
/// origin at the upper left corner below the heads and right of the hours. Pure.
struct DayGeometry
{
    double hour = 71; ///< Height of an hour.
    int columns = 1;
    double columnWidth = 196;

    static constexpr int minutes = 1440;
    static constexpr double leastBlock = 18; ///< A block is so high, however short.
    static constexpr double gap = 2;         ///< Around a block.
    static constexpr double free = 8;        ///< Of a column, right of its blocks, so that a free time can be taken.

    double y(int minute) const { return minute * hour / 60; }
    double height() const { return minutes * hour / 60; }
    double width() const { return columns * columnWidth; }
    /// Bounded to the day.
    int minuteAt(double y) const;
    /// The beginning of the step that @p y lies in.
    int stepAt(double y, int step) const;
    /// -1 outside.
    int columnAt(double x) const;
    /// Bounded to the columns.
    int nearestColumn(double x) const;
    QRectF column(int index) const { return {index * columnWidth, 0, columnWidth, height()}; }
    QRectF part(int column, const Span &span) const;
    QRectF block(int column, const Span &span, const Lane &lane) const;
    /// A span at least as long as its block is high, for lanesOf().
    Span seen(const Span &span) const;

    /// The nearest multiple of @p step.
    static int snapped(int minute, int step);
    /// @p span begun @p minute later or earlier, within the day.
    static Span moved(const Span &span, int begin);
    /// From the step of one minute to the end of that of the other, in either order.
    static Span between(int one, int other, int step);
};

/// How much of a day is seen: the height of an hour and the step of its times.
struct Zoom
{
    int step = 10; ///< Minutes.
    int hour = 71; ///< px at a text scale of 1.
    bool operator==(const Zoom &) const = default;

    /// From far to near.
    static const QList<Zoom> &all();
    static int usual(); ///< Index of the usual one.
};

} // namespace xinglin::ui
