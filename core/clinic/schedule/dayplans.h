#pragma once

#include "clinic/schedule/appointments.h"
#include "engines/slots/roster.h"

namespace xinglin {

/// A part of a day in which nothing is worked.
struct ClosedPart
{
    enum class Why {
        Off,    ///< Before the first hours and after the last.
        Break,  ///< Between two.
        Leave,  ///< Hours that somebody took away: leave, training, repair.
        Holiday ///< A public one; the whole day.
    };

    freebusy::DayPart part; ///< Minutes of the civil day.
    Why why = Why::Off;
    QString reason; ///< Of leave as it was entered, of a holiday its name in the language of the program; may be empty.
    bool operator==(const ClosedPart &) const = default;
};

/// What the calendar shows of one resource on one day.
struct DayPlan
{
    Resource resource;
    QString room; ///< Where a practitioner usually is; may be empty.
    QDate day;
    QList<freebusy::DayPart> open; ///< Minutes of the civil day, 0 … 1440, disjoint and sorted.
    QList<ClosedPart> closed;      ///< All the rest of the day, sorted.
    QList<Appointment> appointments;
    int openMinutes = 0;  ///< For all its units.
    int takenMinutes = 0; ///< Of all units, without buffers; more than is open where it was overbooked.
    bool operator==(const DayPlan &) const = default;
};

/// How full a day is.
struct DayLoad
{
    QDate day;
    int appointments = 0;
    int openMinutes = 0;
    int takenMinutes = 0; ///< With buffers.
    QString holiday;      ///< Its name; empty where it is none.
    bool operator==(const DayLoad &) const = default;
};

QDebug operator<<(QDebug, const DayPlan &) = delete;

} // namespace xinglin

namespace xinglin::schedule {

constexpr qint64 mostPlanDays = 42; ///< Six weeks: a month as it hangs on the wall.

/// The minute of @p day that @p at is, by the clock on the wall; below 0 and above 1440 on other days.
int minuteOf(Instant at, QDate day, const QTimeZone &zone);

/// Each day of [first, last] with its columns: what can be booked, by kind, position and name, and what cannot any more
/// as long as something is booked there. @p only: nothing but these. Invalid: days that are none or too many ("days").
Result<QList<DayPlan>> dayPlans(const store::Snapshot &view, QDate first, QDate last,
                                const QList<ResourceId> &only = {});
/// How full each day of [first, last] is, for all that can be booked or @p only these. Refuses what dayPlans() does.
Result<QList<DayLoad>> dayLoads(const store::Snapshot &view, QDate first, QDate last,
                                const QList<ResourceId> &only = {});

} // namespace xinglin::schedule
