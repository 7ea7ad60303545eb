#include "engines/slots/roster.h"

#include "engines/slots/freebusy.h"

#include <algorithm>

namespace xinglin::freebusy {

namespace {

/// The parts as periods of one reckoning, so that they can be joined and cut like those.
Period asPeriod(const DayPart &part)
{
    return {instantFromMs(part.from), instantFromMs(part.to)};
}

DayPart asPart(const Period &period)
{
    return {static_cast<int>(toMs(period.from)), static_cast<int>(toMs(period.to))};
}

/// The days of [first, last] on which @p hours hold.
QList<QDate> daysOf(const Hours &hours, QDate first, QDate last)
{
    const QDate from = std::max(first, hours.from);
    const QDate until = hours.until ? std::min(last, *hours.until) : last;
    return from > until ? QList<QDate>() : hours.rule.days(hours.from, from, until);
}

bool isOn(const Exception &exception, QDate day)
{
    return exception.first <= day && day <= exception.last;
}

QList<Period> exceptionsOn(const Roster &roster, QDate day, Exception::Kind kind)
{
    QList<Period> found;
    for (const Exception &exception : roster.exceptions) {
        if (exception.kind == kind && isOn(exception, day))
            found << asPeriod(exception.part.value_or(DayPart{0, 2880}));
    }
    return merged(found);
}

/// Whose hours count on @p day: its own, or those of the weekday before it that it is made up for.
QDate likeWhich(const Roster &roster, const SpecialDays &special, QDate day)
{
    if (!roster.madeUpAs || special.value(day, SpecialDay::Holiday) != SpecialDay::Workday)
        return day;
    return day.addDays(-((day.dayOfWeek() - *roster.madeUpAs + 7) % 7));
}

/// Hours by the day they begin on.
using Worked = QMap<QDate, QList<Period>>;

Worked workedBetween(const Roster &roster, QDate first, QDate last)
{
    Worked worked;
    for (const Hours &hours : roster.hours) {
        for (const QDate &day : daysOf(hours, first, last))
            worked[day] << asPeriod(hours.part);
    }
    return worked;
}

QList<Period> on(const Roster &roster, const SpecialDays &special, const Worked &worked, QDate day)
{
    QList<Period> open;
    const bool holiday = special.contains(day) && special.value(day) == SpecialDay::Holiday;
    if (!holiday || roster.worksOnHolidays)
        open = merged(worked.value(likeWhich(roster, special, day)));
    open = merged(open + exceptionsOn(roster, day, Exception::Kind::Extra));
    return without(open, exceptionsOn(roster, day, Exception::Kind::Away));
}

/// So far back may lie the weekday that a day is made up for.
constexpr int Back = 6;

} // namespace

QList<DayPart> partsOf(const Roster &roster, const SpecialDays &special, QDate day)
{
    QList<DayPart> parts;
    for (const Period &period : on(roster, special, workedBetween(roster, day.addDays(-Back), day), day))
        parts << asPart(period);
    return parts;
}

QList<Period> openPeriods(const Roster &roster, const SpecialDays &special, QDate first, QDate last,
                          const QTimeZone &zone)
{
    const Worked worked = workedBetween(roster, first.addDays(-Back - 1), last);
    const Period asked{instantOf(first, 0, zone), instantOf(last.addDays(1), 0, zone)};
    QList<Period> open;
    // What began the day before may run past midnight.
    for (QDate day = first.addDays(-1); day <= last; day = day.addDays(1)) {
        for (const Period &period : on(roster, special, worked, day)) {
            const DayPart part = asPart(period);
            open << Period{std::max(asked.from, instantOf(day, part.from, zone)),
                           std::min(asked.to, instantOf(day, part.to, zone))};
        }
    }
    return merged(open);
}

Instant instantOf(QDate day, int minute, const QTimeZone &zone)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(minute % 1440 * 60'000);
    return instantFromMs(QDateTime(day.addDays(minute / 1440), time, zone).toMSecsSinceEpoch());
}

Period civilDayOf(QDate day, const QTimeZone &zone)
{
    return {instantFromMs(day.startOfDay(zone).toMSecsSinceEpoch()),
            instantFromMs(day.addDays(1).startOfDay(zone).toMSecsSinceEpoch())};
}

} // namespace xinglin::freebusy
