#pragma once

#include "base/period.h"
#include "engines/slots/recurrence.h"

#include <QMap>

#include <optional>

/// When somebody or something works: weekly hours, leave, public holidays. Calculators.
namespace xinglin::freebusy {

/// Minutes of a civil day; what runs past midnight ends after 1440.
struct DayPart
{
    int from = 0;
    int to = 0;
    bool operator==(const DayPart &) const = default;

    bool isValid() const { return 0 <= from && from < to && from < 1440 && to <= 2880; }
};

/// Hours that return (iCalendar's AVAILABLE). Between two of a day is a break.
struct Hours
{
    DayPart part;
    QDate from;                 ///< The first day they hold; the recurrence begins here.
    std::optional<QDate> until; ///< The last day.
    Recurrence rule;
    bool operator==(const Hours &) const = default;
};

/// Days on which it is otherwise.
struct Exception
{
    enum class Kind {
        Away, ///< Leave, training, repair.
        Extra ///< Works besides, on a holiday too.
    };

    Kind kind = Kind::Away;
    QDate first;
    QDate last;                  ///< Included.
    std::optional<DayPart> part; ///< Nothing: the whole of each day.
    bool operator==(const Exception &) const = default;
};

/// Days that the country has moved: holidays, and working days made up for them (调休).
enum class SpecialDay { Holiday, Workday };
using SpecialDays = QMap<QDate, SpecialDay>;

/// What is worked on a day.
struct Roster
{
    QList<Hours> hours;
    QList<Exception> exceptions;
    bool worksOnHolidays = false;
    /// On a working day that is made up, the hours of this weekday (1 Monday … 7 Sunday) instead of its own.
    std::optional<int> madeUpAs;
    bool operator==(const Roster &) const = default;
};

/// What is worked on @p day, in minutes of it, disjoint and sorted. Hours of the day before that run past midnight are
/// that day's.
QList<DayPart> partsOf(const Roster &roster, const SpecialDays &special, QDate day);

/// When it is worked from @p first to @p last, both included, in @p zone; merged.
QList<Period> openPeriods(const Roster &roster, const SpecialDays &special, QDate first, QDate last,
                          const QTimeZone &zone);

/// The instant of a minute of a civil day. A clock time that is skipped in spring is the one after the gap; one that
/// comes twice in autumn is the first.
Instant instantOf(QDate day, int minute, const QTimeZone &zone);
/// From its first moment to that of the next day; 23 or 25 hours where clocks change.
Period civilDayOf(QDate day, const QTimeZone &zone);

} // namespace xinglin::freebusy
