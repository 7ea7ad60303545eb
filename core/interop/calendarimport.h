#pragma once

#include "clinic/schedule/calendarsource.h"
#include "interop/importing.h"

/// Bringing a calendar of another program (iCalendar) into the schedule: as one batch that can be taken back.
namespace xinglin::interop {

/// How the batch calls it.
inline const QString CalendarKind = QStringLiteral("calendar");
/// How far ahead series are brought in, as real occurrences.
inline constexpr int CalendarYears = 2;

struct CalendarSpec
{
    enum class As {
        Away,        ///< Blocked time of `resource`, or of the whole clinic.
        Appointments ///< Of `service`, with `resource` where it is said.
    };
    QString path;
    As as = As::Away;
    std::optional<ResourceId> resource;
    std::optional<HealthcareServiceId> service; ///< Of appointments.
    bool outOfHours = false;                    ///< Appointments, although it is not worked then.
    bool operator==(const CalendarSpec &) const = default;
};

/// What became of a calendar. A line of the totals is a time of an event, or an event none of whose times came in.
struct CalendarReport
{
    qint64 events = 0; ///< Components of the file: events, tasks …
    batch::Totals totals;
    /// Of a dry run; at most mostLines. Whoever is booked in time that is blocked stands there as Aside.
    QList<batch::Line> lines;
};

/// Goes through the calendar and writes nothing. Appointments are booked to see whether they can be, and given up
/// again: nobody else can write meanwhile, some milliseconds for each. Refuses what importCalendar() refuses.
Result<CalendarReport> dryRunCalendar(store::Store &store, const store::Actor &actor, const CalendarSpec &spec,
                                      const ImportTold &told = {});

struct CalendarImported
{
    batch::Batch batch;
    qint64 events = 0;
};
/// Brings it in as one batch and closes it; stopped or refused on the way, nothing stays. Refuses (Invalid) what
/// readIcal() refuses whole, appointments without a service ("service") and a resource the service does not need
/// ("resource"); NoPermission without RunBatch. What is told of its times stands with the batch, in the language of the
/// program. For a worker thread.
Result<CalendarImported> importCalendar(store::Store &store, const store::Actor &actor, const CalendarSpec &spec,
                                        const ImportTold &told = {});
/// Goes on with a batch that a crash left open; resumeImport() comes here.
Result<CalendarImported> resumeCalendar(store::Store &store, const store::Actor &actor, const batch::Batch &batch,
                                        const QString &path, const ImportTold &told = {});

} // namespace xinglin::interop
