#include "clinic/schedule/rosters.h"

#include "clinic/patient/patients.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/freebusy.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::DayPart;
using freebusy::Exception;
using freebusy::Hours;

/// A row of working_hours.
struct Line
{
    Uuid id;
    Hours hours;
};

QList<Line> linesOf(const store::Snapshot &view, ResourceId resource)
{
    store::Query rows = view.sql("SELECT w.id, w.from_minute, w.to_minute, w.rule, w.first_day, w.last_day"
                                 " FROM working_hours w WHERE w.resource_id = ?1 AND w.ended = 0 ORDER BY w.n");
    rows.bind(resource);
    QList<Line> found;
    while (rows.next()) {
        const auto rule = Recurrence::fromText(rows.get<QString>(3));
        if (!rule)
            throw store::Failure(Code::Damaged, {}, QStringLiteral("working_hours.rule: ") + rule.error().detail);
        found << Line{
            rows.get<Uuid>(0),
            {{rows.get<int>(1), rows.get<int>(2)}, rows.get<QDate>(4), rows.get<std::optional<QDate>>(5), *rule}};
    }
    return found;
}

freebusy::Roster regular(const QList<Line> &lines)
{
    freebusy::Roster roster;
    for (const Line &line : lines)
        roster.hours << line.hours;
    return roster;
}

/// The parts each day of the week begins with, without what runs over from the day before.
WorkingWeek weekOf(const QList<Line> &lines, QDate monday)
{
    const freebusy::Roster roster = regular(lines);
    WorkingWeek week;
    for (int day = 0; day < 7; ++day)
        week[static_cast<size_t>(day)] = freebusy::partsOf(roster, {}, monday.addDays(day));
    return week;
}

std::optional<Error> mondayProblem(QDate monday)
{
    if (!monday.isValid() || monday.dayOfWeek() != Qt::Monday)
        return wrong("monday", Tr::tr("A week begins on a Monday."));
    return std::nullopt;
}

std::optional<Error> weekProblem(const WorkingWeek &week)
{
    for (size_t day = 0; day < week.size(); ++day) {
        int until = -1;
        for (const DayPart &part : week.at(day)) {
            if (!part.isValid() || part.from < until)
                return Error{Code::Invalid, Tr::tr("The hours of a day follow one another and end after they begin."),
                             QStringLiteral("week"), QString::number(day + 1)};
            until = part.to;
        }
    }
    return std::nullopt;
}

void addLine(store::Transaction &tx, ResourceId resource, const Hours &hours)
{
    tx.sql("INSERT INTO working_hours(id, resource_id, from_minute, to_minute, rule, first_day, last_day)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(tx.newUuid(), resource, hours.part.from, hours.part.to, hours.rule.text(), hours.from, hours.until)
        .run();
}

/// Ends a line before @p monday; where it began later it is over altogether.
void endLine(store::Transaction &tx, const Line &line, QDate monday)
{
    if (line.hours.from < monday)
        tx.sql("UPDATE working_hours SET last_day = ?2 WHERE id = ?1").bind(line.id, monday.addDays(-1)).run();
    else
        tx.sql("UPDATE working_hours SET ended = 1 WHERE id = ?1").bind(line.id).run();
}

/// Takes a line up again from @p day on; its rule goes on from the next day it names.
void goOn(store::Transaction &tx, ResourceId resource, const Line &line, QDate day)
{
    // Twenty years: a rule may name the last Friday of a leap year's February.
    const QDate last = line.hours.until.value_or(day.addYears(20));
    const QList<QDate> days = last < day ? QList<QDate>() : line.hours.rule.days(line.hours.from, day, last);
    if (days.isEmpty())
        return;
    Hours rest = line.hours;
    rest.from = days.constFirst();
    addLine(tx, resource, rest);
}

QByteArray dayNames(const QList<int> &weekdays)
{
    static constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    QByteArrayList chosen;
    for (const int day : weekdays)
        chosen << names.at(static_cast<size_t>(day));
    return chosen.join(',');
}

/// Writes the week as rules: one for each part, with the days that have it.
void addWeek(store::Transaction &tx, ResourceId resource, QDate monday, const WorkingWeek &week, Reach reach)
{
    QMap<QPair<int, int>, QList<int>> daysByPart;
    for (int day = 0; day < 7; ++day) {
        for (const DayPart &part : week.at(static_cast<size_t>(day)))
            daysByPart[{part.from, part.to}] << day;
    }
    for (auto it = daysByPart.cbegin(); it != daysByPart.cend(); ++it) {
        const auto rule =
            Recurrence::fromText(QStringLiteral("FREQ=WEEKLY;BYDAY=") + QString::fromLatin1(dayNames(it.value())));
        const std::optional<QDate> until = reach == Reach::ThisWeek ? std::optional(monday.addDays(6)) : std::nullopt;
        addLine(tx, resource,
                {{it.key().first, it.key().second}, monday.addDays(it.value().constFirst()), until, *rule});
    }
}

std::optional<Error> replaceWeek(store::Transaction &tx, ResourceId id, QDate monday, const WorkingWeek &week,
                                 Reach reach)
{
    const auto known = resource(tx, id);
    if (!known)
        return known.error();
    const QList<Line> lines = linesOf(tx, id);
    if (reach == Reach::ThisWeek && weekOf(lines, monday) == week)
        return std::nullopt;
    const QDate sunday = monday.addDays(6);
    for (const Line &line : lines) {
        if (line.hours.until && *line.hours.until < monday)
            continue;
        if (reach == Reach::ThisWeek && line.hours.from > sunday)
            continue;
        endLine(tx, line, monday);
        if (reach == Reach::ThisWeek)
            goOn(tx, id, line, sunday.addDays(1));
    }
    addWeek(tx, id, monday, week, reach);
    tx.audit({tx.act(), "resource", id.uuid(), {}, "ok", monday.toString(Qt::ISODate)});
    return std::nullopt;
}

constexpr char ExceptionColumns[] = "SELECT x.id, x.resource_id, x.kind, x.first_day, x.last_day, x.from_minute,"
                                    " x.to_minute, x.reason FROM roster_exception x";

RosterException exceptionFrom(const store::Query &row)
{
    RosterExceptionDraft content;
    content.resource = row.get<std::optional<ResourceId>>(1);
    content.when.kind = row.get<QString>(2) == u"extra" ? Exception::Kind::Extra : Exception::Kind::Away;
    content.when.first = row.get<QDate>(3);
    content.when.last = row.get<QDate>(4);
    if (!row.isNull(5))
        content.when.part = DayPart{row.get<int>(5), row.get<int>(6)};
    content.reason = row.get<QString>(7);
    return {row.get<RosterExceptionId>(0), content};
}

void takeExceptions(store::Query &rows, QList<RosterException> &into)
{
    while (rows.next())
        into << exceptionFrom(rows);
}

QList<RosterException> exceptionsOf(const store::Snapshot &view, QDate first, QDate last,
                                    std::optional<ResourceId> resource)
{
    QList<RosterException> found;
    const auto ask = [&](const std::optional<ResourceId> &whose) {
        static const QByteArray sql = QByteArray(ExceptionColumns) +
                                      " WHERE x.resource_id IS ?3 AND x.last_day >= ?1 AND x.first_day <= ?2"
                                      " AND x.ended = 0 AND " +
                                      patient::inClosedBatch("x") + " ORDER BY x.first_day, x.n";
        store::Query rows = view.sql(sql.constData());
        rows.bind(first, last, whose);
        takeExceptions(rows, found);
    };
    ask(std::nullopt);
    if (resource) {
        ask(resource);
    } else {
        store::Query ids = view.sql("SELECT r.id FROM resource r ORDER BY r.n");
        while (ids.next())
            ask(ids.get<ResourceId>(0));
    }
    std::stable_sort(found.begin(), found.end(), [](const RosterException &a, const RosterException &b) {
        return a.content.when.first < b.content.when.first;
    });
    return found;
}

std::optional<Error> exceptionProblem(const RosterExceptionDraft &draft)
{
    const Exception &when = draft.when;
    if (!when.first.isValid() || !when.last.isValid() || when.last < when.first)
        return wrong("days", Tr::tr("The last day does not come before the first."));
    if (when.first.daysTo(when.last) >= longestException)
        return wrong("days", Tr::tr("At most two years at once."));
    if (when.part && !when.part->isValid())
        return wrong("part", Tr::tr("It ends after it begins."));
    if (when.kind == Exception::Kind::Extra && !when.part)
        return wrong("part", Tr::tr("Say from when to when."));
    if (draft.reason.trimmed().size() > mostReason)
        return wrong("reason", Tr::tr("At most %1 characters.").arg(mostReason));
    return std::nullopt;
}

} // namespace

Result<WorkingWeek> week(const store::Snapshot &view, ResourceId id, QDate monday)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    if (auto found = mondayProblem(monday))
        return *found;
    if (const auto known = resource(view, id); !known)
        return known.error();
    return weekOf(linesOf(view, id), monday);
}

Result<Done> setWeek(store::Transaction &tx, ResourceId id, QDate monday, const WorkingWeek &week, Reach reach)
{
    if (auto refused = access::require(tx, Permission::EditRoster))
        return *refused;
    if (auto found = mondayProblem(monday))
        return *found;
    if (auto found = weekProblem(week))
        return *found;
    if (auto found = replaceWeek(tx, id, monday, week, reach))
        return *found;
    return Done{};
}

Result<Done> copyWeek(store::Transaction &tx, const QList<ResourceId> &resources, QDate from, QDate to)
{
    if (auto refused = access::require(tx, Permission::EditRoster))
        return *refused;
    for (const QDate monday : {from, to}) {
        if (auto found = mondayProblem(monday))
            return *found;
    }
    for (const ResourceId id : resources) {
        if (auto found = replaceWeek(tx, id, to, weekOf(linesOf(tx, id), from), Reach::ThisWeek))
            return *found;
    }
    return Done{};
}

Result<RosterException> addException(store::Transaction &tx, const RosterExceptionDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditRoster))
        return *refused;
    if (auto found = exceptionProblem(draft))
        return *found;
    if (draft.resource) {
        if (const auto known = resource(tx, *draft.resource); !known)
            return known.error();
    }
    const auto id = tx.create<RosterExceptionId>();
    const Exception &when = draft.when;
    const auto minute = [&](int DayPart::*end) { return when.part ? std::optional((*when.part).*end) : std::nullopt; };
    tx.sql("INSERT INTO roster_exception(id, resource_id, kind, first_day, last_day, from_minute, to_minute, reason,"
           " recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(id, draft.resource, when.kind == Exception::Kind::Extra ? "extra" : "away", when.first, when.last,
              minute(&DayPart::from), minute(&DayPart::to), patient::orNull(draft.reason), tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "roster_exception", id.uuid(), {}, "ok", {}});
    RosterException made{id, draft};
    made.content.reason = draft.reason.trimmed();
    return made;
}

Result<Done> endException(store::Transaction &tx, RosterExceptionId id)
{
    if (auto refused = access::require(tx, Permission::EditRoster))
        return *refused;
    store::Query row = tx.sql("SELECT 1 FROM roster_exception WHERE id = ?1 AND ended = 0");
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("This does not hold any more."), {}, id.toString()};
    tx.sql("UPDATE roster_exception SET ended = 1 WHERE id = ?1").bind(id).run();
    tx.audit({tx.act(), "roster_exception", id.uuid(), {}, "ok", {}});
    return Done{};
}

Result<QList<RosterException>> exceptions(const store::Snapshot &view, QDate first, QDate last,
                                          std::optional<ResourceId> resource)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    return exceptionsOf(view, first, last, resource);
}

Result<freebusy::Roster> rosterOf(const store::Snapshot &view, ResourceId id, QDate first, QDate last)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto known = resource(view, id);
    if (!known)
        return known.error();
    freebusy::Roster roster = regular(linesOf(view, id));
    for (const RosterException &one : exceptionsOf(view, first, last, id))
        roster.exceptions << one.content.when;
    roster.worksOnHolidays = known->content.worksOnHolidays;
    roster.madeUpAs = known->content.madeUpAs;
    return roster;
}

Result<QList<Period>> openPeriods(const store::Snapshot &view, ResourceId resource, QDate first, QDate last)
{
    // What began the day before may run past midnight.
    const auto roster = rosterOf(view, resource, first.addDays(-1), last);
    if (!roster)
        return roster.error();
    const auto special = specialDays(view, first.addDays(-1), last);
    if (!special)
        return special.error();
    return freebusy::openPeriods(*roster, *special, first, last, view.zone());
}

} // namespace xinglin::schedule
