#pragma once

#include "clinic/schedule/resources.h"
#include "engines/slots/roster.h"

#include <array>

namespace xinglin {

using RosterExceptionId = Id<struct RosterExceptionTag>;

/// What is worked in a week, Monday first: the parts of each day, with breaks between them.
using WorkingWeek = std::array<QList<freebusy::DayPart>, 7>;

/// Leave, training, repair; or hours besides.
struct RosterExceptionDraft
{
    std::optional<ResourceId> resource; ///< Nothing: everybody and everything; the clinic is closed, or open.
    freebusy::Exception when;
    QString reason;
    bool operator==(const RosterExceptionDraft &) const = default;
};

struct RosterException
{
    RosterExceptionId id{Uuid(Uuid::Bytes{})};
    RosterExceptionDraft content;
    bool operator==(const RosterException &) const = default;
};

} // namespace xinglin

namespace xinglin::schedule {

constexpr qsizetype mostReason = 200;
constexpr qint64 longestException = 731; ///< days

/// From a Monday on, or in that week alone.
enum class Reach { ThisWeek, FromNowOn };

/// What @p resource regularly works in the week of @p monday, without leave and holidays.
Result<WorkingWeek> week(const store::Snapshot &view, ResourceId resource, QDate monday);
/// Says what is regularly worked; what was said of that time before ends, rules that return every other week are taken
/// up again after a week that is said alone. Invalid: no Monday ("monday"), parts of a day that overlap or are none
/// ("week", with the weekday in the detail).
Result<Done> setWeek(store::Transaction &tx, ResourceId resource, QDate monday, const WorkingWeek &week, Reach reach);
/// The week of @p to as that of @p from, for each of them; what they regularly work, without leave and holidays.
Result<Done> copyWeek(store::Transaction &tx, const QList<ResourceId> &resources, QDate from, QDate to);

/// Invalid: days that are none or too many ("days"), a part of the day that is none ("part"), too long a reason
/// ("reason").
Result<RosterException> addException(store::Transaction &tx, const RosterExceptionDraft &draft);
/// It does not hold any more; NotFound where it did not.
Result<Done> endException(store::Transaction &tx, RosterExceptionId id);
/// Those that reach into [first, last], by their first day: of one resource with those of the whole clinic, or all.
Result<QList<RosterException>> exceptions(const store::Snapshot &view, QDate first, QDate last,
                                          std::optional<ResourceId> resource = {});

/// All that says when it works within [first, last], for reckoning.
Result<freebusy::Roster> rosterOf(const store::Snapshot &view, ResourceId resource, QDate first, QDate last);
/// When it works from @p first to @p last, both included; holidays counted.
Result<QList<Period>> openPeriods(const store::Snapshot &view, ResourceId resource, QDate first, QDate last);

} // namespace xinglin::schedule
