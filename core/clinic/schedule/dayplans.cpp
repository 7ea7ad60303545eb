#include "clinic/schedule/dayplans.h"

#include "access/rights.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/freebusy.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::DayPart;
using Why = ClosedPart::Why;

constexpr int dayMinutes = 1440;
/// See longestClaim in appointments.cpp.
constexpr std::chrono::milliseconds longestClaim = std::chrono::hours(24);

std::optional<Error> problem(QDate first, QDate last)
{
    if (!first.isValid() || !last.isValid() || last < first || first.daysTo(last) >= mostPlanDays)
        return wrong("days", Tr::tr("Six weeks can be seen at once."));
    return std::nullopt;
}

QMap<QDate, QString> holidayNames(const QList<CalendarDay> &days)
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    QMap<QDate, QString> names;
    for (const CalendarDay &one : days) {
        if (one.kind == freebusy::SpecialDay::Holiday)
            names.insert(one.day, chinese ? one.zh : one.en);
    }
    return names;
}

/// What is special about the days, asked once for all columns.
struct Days
{
    QDate first;
    QDate last;
    QTimeZone zone;
    freebusy::SpecialDays special;
    QMap<QDate, QString> holidays;
};

Result<Days> daysOf(const store::Snapshot &view, QDate first, QDate last)
{
    const auto special = specialDays(view, first.addDays(-7), last);
    const auto named = calendarDays(view, first, last);
    if (!special || !named)
        return special ? named.error() : special.error();
    return Days{first, last, view.zone(), *special, holidayNames(*named)};
}

/// The parts of @p periods that lie on @p day.
QList<DayPart> partsOn(const QList<Period> &periods, QDate day, const QTimeZone &zone)
{
    QList<DayPart> parts;
    const Period whole = freebusy::civilDayOf(day, zone);
    for (const Period &one : periods) {
        if (!one.overlaps(whole)) // the clock on the wall is asked only where it must be
            continue;
        const DayPart part{std::max(0, minuteOf(one.from, day, zone)),
                           std::min(dayMinutes, minuteOf(one.to, day, zone))};
        if (part.from < part.to)
            parts << part;
    }
    return parts;
}

/// What of [from, to) is not in @p parts, which are sorted.
QList<DayPart> gaps(const QList<DayPart> &parts, int from, int to)
{
    QList<DayPart> found;
    int at = from;
    for (const DayPart &part : parts) {
        if (part.from > at)
            found << DayPart{at, std::min(part.from, to)};
        at = std::max(at, part.to);
        if (at >= to)
            return found;
    }
    found << DayPart{at, to};
    return found;
}

/// The reason of the leave that @p part lies in.
QString leaveReason(const QList<RosterException> &exceptions, QDate day, const DayPart &part)
{
    for (const RosterException &one : exceptions) {
        const freebusy::Exception &when = one.content.when;
        if (when.kind != freebusy::Exception::Kind::Away || day < when.first || day > when.last)
            continue;
        if (!when.part || (when.part->from < part.to && part.from < when.part->to))
            return one.content.reason;
    }
    return {};
}

/// Why a day is closed where it is: @p regular is what would be worked without leave.
QList<ClosedPart> closedOn(const Days &days, QDate day, const QList<DayPart> &open, const QList<DayPart> &regular,
                           const QList<RosterException> &exceptions)
{
    if (open.isEmpty() && regular.isEmpty() && days.holidays.contains(day))
        return {{{0, dayMinutes}, Why::Holiday, days.holidays.value(day)}};
    QList<ClosedPart> closed;
    for (const DayPart &gap : gaps(open, 0, dayMinutes)) {
        // Within a gap, what would be worked was taken away, the rest never was.
        QList<DayPart> taken;
        for (const DayPart &part : regular) {
            if (part.from < gap.to && gap.from < part.to)
                taken << DayPart{std::max(part.from, gap.from), std::min(part.to, gap.to)};
        }
        for (const DayPart &part : taken)
            closed << ClosedPart{part, Why::Leave, leaveReason(exceptions, day, part)};
        for (const DayPart &part : gaps(taken, gap.from, gap.to)) {
            const auto worked = [&](auto side) {
                const auto fits = [&](const DayPart &one) { return side(one); };
                return std::any_of(open.cbegin(), open.cend(), fits) ||
                       std::any_of(regular.cbegin(), regular.cend(), fits);
            };
            const bool between = worked([&](const DayPart &one) { return one.to <= part.from; }) &&
                                 worked([&](const DayPart &one) { return one.from >= part.to; });
            closed << ClosedPart{part, between ? Why::Break : Why::Off, {}};
        }
    }
    std::sort(closed.begin(), closed.end(),
              [](const ClosedPart &a, const ClosedPart &b) { return a.part.from < b.part.from; });
    return closed;
}

int lengthOf(const QList<DayPart> &parts)
{
    int minutes = 0;
    for (const DayPart &part : parts)
        minutes += part.to - part.from;
    return minutes;
}

/// What is booked, by resource.
struct Held
{
    Appointment appointment;
    int units = 1;
};
using Booked = QHash<ResourceId, QList<Held>>;

Booked bookedBetween(const store::Snapshot &view, const Days &days)
{
    const Period period{freebusy::civilDayOf(days.first, days.zone).from,
                        freebusy::civilDayOf(days.last, days.zone).to};
    Booked booked;
    for (const Taken &one : takenBetween(view, period)) {
        for (qsizetype i = 0; i < one.units.size(); ++i)
            booked[one.appointment.resources[i]] << Held{one.appointment, one.units[i]};
    }
    return booked;
}

/// A column over all days.
struct Column
{
    Resource resource;
    QString room;
    QList<Period> open;
    QList<Period> regular;
    QList<RosterException> exceptions;
    QList<Held> booked;
};

Result<Column> columnOf(const store::Snapshot &view, const Days &days, const Resource &resource)
{
    const auto roster = rosterOf(view, resource.id, days.first.addDays(-1), days.last);
    if (!roster)
        return roster.error();
    Column column{resource, {}, freebusy::openPeriods(*roster, days.special, days.first, days.last, days.zone),
                  {},       {}, {}};
    const bool away =
        std::any_of(roster->exceptions.cbegin(), roster->exceptions.cend(),
                    [](const freebusy::Exception &one) { return one.kind == freebusy::Exception::Kind::Away; });
    if (!away) {
        column.regular = column.open;
        return column;
    }
    const auto exceptions = schedule::exceptions(view, days.first, days.last, resource.id);
    if (!exceptions)
        return exceptions.error();
    column.exceptions = *exceptions;
    freebusy::Roster whole = *roster;
    whole.exceptions.removeIf(
        [](const freebusy::Exception &one) { return one.kind == freebusy::Exception::Kind::Away; });
    column.regular = freebusy::openPeriods(whole, days.special, days.first, days.last, days.zone);
    return column;
}

DayPlan planOf(const Days &days, const Column &column, QDate day)
{
    DayPlan plan{column.resource, column.room, day, partsOn(column.open, day, days.zone), {}, {}, 0, 0};
    plan.closed = closedOn(days, day, plan.open, partsOn(column.regular, day, days.zone), column.exceptions);
    plan.openMinutes = lengthOf(plan.open) * column.resource.content.capacity;
    const Period whole = freebusy::civilDayOf(day, days.zone);
    for (const Held &one : column.booked) {
        if (!one.appointment.period.overlaps(whole))
            continue;
        plan.appointments << one.appointment;
        const int from = std::max(0, minuteOf(one.appointment.period.from, day, days.zone));
        const int to = std::min(dayMinutes, minuteOf(one.appointment.period.to, day, days.zone));
        plan.takenMinutes += (to - from) * one.units;
    }
    return plan;
}

} // namespace

int minuteOf(Instant at, QDate day, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(at), zone);
    return static_cast<int>(day.daysTo(local.date())) * dayMinutes + local.time().msecsSinceStartOfDay() / 60'000;
}

Result<QList<DayPlan>> dayPlans(const store::Snapshot &view, QDate first, QDate last, const QList<ResourceId> &only)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    if (auto found = problem(first, last))
        return *found;
    const auto known = resources(view, true);
    const auto days = daysOf(view, first, last);
    if (!known || !days)
        return known ? days.error() : known.error();
    const Booked booked = bookedBetween(view, *days);
    QHash<ResourceId, QString> names;
    for (const Resource &one : *known)
        names.insert(one.id, one.content.name);
    QList<Column> columns;
    for (const Resource &one : *known) {
        if (only.isEmpty() ? one.retired && !booked.contains(one.id) : !only.contains(one.id))
            continue;
        auto column = columnOf(view, *days, one);
        if (!column)
            return column.error();
        column->room = one.content.room ? names.value(*one.content.room) : QString();
        column->booked = booked.value(one.id);
        columns << *std::move(column);
    }
    QList<DayPlan> plans;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        for (const Column &column : std::as_const(columns))
            plans << planOf(*days, column, day);
    }
    return plans;
}

Result<QList<DayLoad>> dayLoads(const store::Snapshot &view, QDate first, QDate last, const QList<ResourceId> &only)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    if (auto found = problem(first, last))
        return *found;
    const auto known = resources(view, !only.isEmpty());
    const auto days = daysOf(view, first, last);
    if (!known || !days)
        return known ? days.error() : known.error();
    QList<DayLoad> loads;
    for (QDate day = first; day <= last; day = day.addDays(1))
        loads << DayLoad{day, 0, 0, 0, days->holidays.value(day)};
    const Period whole{freebusy::civilDayOf(first, days->zone).from, freebusy::civilDayOf(last, days->zone).to};
    QSet<Uuid> counted; // one that takes a person and a room is one
    for (const Resource &one : *known) {
        if (!only.isEmpty() && !only.contains(one.id))
            continue;
        const auto column = columnOf(view, *days, one);
        if (!column)
            return column.error();
        for (DayLoad &load : loads)
            load.openMinutes += lengthOf(partsOn(column->open, load.day, days->zone)) * one.content.capacity;
        store::Query rows = view.sql("SELECT c.start_ms, c.end_ms, c.units, c.claim_id FROM claim_resource c"
                                     " WHERE c.resource_id = ?1 AND c.released = 0 AND c.start_ms > ?2"
                                     " AND c.start_ms < ?3");
        rows.bind(one.id, whole.from - longestClaim, whole.to);
        while (rows.next()) {
            const Period held{rows.get<Instant>(0), rows.get<Instant>(1)};
            const QDate day = civilDay(held.from, days->zone);
            if (day < first) // its day is another one
                continue;
            DayLoad &load = loads[first.daysTo(day)];
            const auto length = std::chrono::duration_cast<std::chrono::minutes>(held.to - held.from);
            load.takenMinutes += static_cast<int>(length.count()) * rows.get<int>(2);
            if (const auto claim = rows.get<Uuid>(3); !counted.contains(claim)) {
                counted.insert(claim);
                ++load.appointments;
            }
        }
    }
    return loads;
}

} // namespace xinglin::schedule
