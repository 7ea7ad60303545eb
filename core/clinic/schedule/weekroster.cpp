#include "clinic/schedule/weekroster.h"

#include <QMap>

namespace xinglin {

WorkingWeek RosterRow::week() const
{
    WorkingWeek week;
    for (size_t day = 0; day < week.size(); ++day)
        week.at(day) = days.at(day).regular;
    return week;
}

namespace schedule {

namespace {

/// What is known of the days around a week.
struct Calendar
{
    freebusy::SpecialDays special;
    QMap<QDate, CalendarDay> days;
};

Result<Calendar> calendarOf(const store::Snapshot &view, QDate first, QDate last)
{
    const auto days = calendarDays(view, first, last);
    if (!days)
        return days.error();
    Calendar calendar;
    for (const CalendarDay &one : *days) {
        calendar.days.insert(one.day, one);
        calendar.special.insert(one.day, *one.kind);
    }
    return calendar;
}

Result<RosterRow> rowOf(const store::Snapshot &view, const Resource &resource, QDate monday, const Calendar &calendar)
{
    const QDate sunday = monday.addDays(6);
    const auto regular = week(view, resource.id, monday);
    if (!regular)
        return regular.error();
    const auto roster = rosterOf(view, resource.id, monday.addDays(-1), sunday);
    if (!roster)
        return roster.error();
    const auto otherwise = exceptions(view, monday, sunday, resource.id);
    if (!otherwise)
        return otherwise.error();
    RosterRow row{resource, {}};
    for (int i = 0; i < 7; ++i) {
        RosterDay &day = row.days.at(static_cast<size_t>(i));
        day.day = monday.addDays(i);
        day.regular = regular->at(static_cast<size_t>(i));
        day.worked = freebusy::partsOf(*roster, calendar.special, day.day);
        if (const auto special = calendar.days.constFind(day.day); special != calendar.days.constEnd())
            day.special = *special;
        for (const RosterException &one : *otherwise) {
            if (one.content.when.first <= day.day && day.day <= one.content.when.last)
                day.exceptions << one;
        }
    }
    return row;
}

} // namespace

Result<QList<RosterRow>> weekRoster(const store::Snapshot &view, QDate monday)
{
    const auto known = resources(view);
    if (!known)
        return known.error();
    const auto calendar = calendarOf(view, monday.addDays(-1), monday.addDays(6));
    if (!calendar)
        return calendar.error();
    QList<RosterRow> rows;
    for (const Resource &resource : *known) {
        auto row = rowOf(view, resource, monday, *calendar);
        if (!row)
            return row.error();
        rows << *std::move(row);
    }
    return rows;
}

} // namespace schedule

} // namespace xinglin
