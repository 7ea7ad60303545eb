#pragma once

#include "base/result.h"
#include "engines/slots/roster.h"
#include "store/transaction.h"

namespace xinglin {

/// A day that is not what its weekday says.
struct CalendarDay
{
    QDate day;
    std::optional<freebusy::SpecialDay> kind; ///< Nothing: an ordinary day, whatever ships says.
    QString zh;
    QString en;
    bool operator==(const CalendarDay &) const = default;
};

} // namespace xinglin

/// Public holidays and the working days made up for them (调休), by the yearly notice of the State Council. Those that
/// ship can be added to by a file of the same form, without another release.
namespace xinglin::schedule {

/// The days of a file: {"version": 1, "years": [{"year": 2026, "source": …, "days": [{"first", "last", "kind":
/// "holiday" | "workday", "zh", "en"}]}]}. Refuses (Invalid) with the path of the first error in `field` and the reason
/// in the message; Newer for a version that this program does not know.
Result<QList<CalendarDay>> holidaysFromJson(const QByteArray &json);
/// Those that ship, by day.
const QList<CalendarDay> &shippedHolidays();

/// Takes the days of a file into the clinic's calendar; how many were not so before. Refuses what holidaysFromJson()
/// refuses, and then takes nothing.
Result<int> addHolidays(store::Transaction &tx, const QByteArray &json);
/// Says what one day is, over what ships. Invalid: no name of a holiday ("name"), a day that is none ("day").
Result<Done> setCalendarDay(store::Transaction &tx, QDate day, std::optional<freebusy::SpecialDay> kind,
                            const QString &name);

/// What is known of [first, last], by day; the clinic's own word over what ships.
Result<QList<CalendarDay>> calendarDays(const store::Snapshot &view, QDate first, QDate last);
/// The same for reckoning.
Result<freebusy::SpecialDays> specialDays(const store::Snapshot &view, QDate first, QDate last);
/// The last year of which holidays are known.
Result<int> lastHolidayYear(const store::Snapshot &view);

} // namespace xinglin::schedule
