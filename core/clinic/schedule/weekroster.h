#pragma once

#include "clinic/schedule/holidays.h"
#include "clinic/schedule/rosters.h"

namespace xinglin {

/// What a resource works on a day, and why it is not what it regularly works.
struct RosterDay
{
    QDate day;
    QList<freebusy::DayPart> regular;
    QList<freebusy::DayPart> worked;
    std::optional<CalendarDay> special;
    QList<RosterException> exceptions; ///< Its own and those of the whole clinic.
    bool operator==(const RosterDay &) const = default;
};

/// The week of one resource, Monday first.
struct RosterRow
{
    Resource resource;
    std::array<RosterDay, 7> days;
    bool operator==(const RosterRow &) const = default;

    /// Its regular hours, as setWeek() takes them.
    WorkingWeek week() const;
};

} // namespace xinglin

namespace xinglin::schedule {

/// The week of @p monday of everybody and everything in use, in the order of resources(). Invalid: no Monday
/// ("monday").
Result<QList<RosterRow>> weekRoster(const store::Snapshot &view, QDate monday);

} // namespace xinglin::schedule
