#include "clinic/schedule/claims.h"

#include "clinic/schedule/rosters.h"
#include "clinic/schedule/schedulerows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using freebusy::Minutes;

QList<QDate> daysOf(const Period &span, const QTimeZone &zone)
{
    QList<QDate> days;
    for (QDate day = civilDay(span.from, zone); freebusy::civilDayOf(day, zone).from < span.to; day = day.addDays(1))
        days << day;
    return days;
}

/// The days on which as many of the service begin with the resource as may.
QList<Period> fullDays(const store::Snapshot &view, ResourceId resource, const HealthcareService &service,
                       const Period &span, const QList<AppointmentId> &but)
{
    const QList<QDate> days = daysOf(span, view.zone());
    const Period whole{freebusy::civilDayOf(days.constFirst(), view.zone()).from,
                       freebusy::civilDayOf(days.constLast(), view.zone()).to};
    store::Query rows = view.sql("SELECT k.appointment_id, a.start_ms FROM claim_resource c"
                                 " JOIN claim k ON k.id = c.claim_id JOIN appointment a ON a.id = k.appointment_id"
                                 " WHERE c.resource_id = ?1 AND c.released = 0 AND c.start_ms > ?2 AND c.start_ms < ?3"
                                 " AND a.service_id = ?4");
    rows.bind(resource, whole.from - longestClaim, whole.to, service.id);
    QHash<QDate, int> count;
    while (rows.next()) {
        if (!but.contains(rows.get<AppointmentId>(0)))
            ++count[civilDay(rows.get<Instant>(1), view.zone())];
    }
    QList<Period> full;
    for (const QDate &day : days) {
        if (count.value(day) >= *service.content.mostADay)
            full << freebusy::civilDayOf(day, view.zone());
    }
    return full;
}

Result<freebusy::Resource> reckoned(const store::Snapshot &view, const Wanted &wanted, ResourceId id, bool first,
                                    const QList<AppointmentId> &but)
{
    const auto known = resource(view, id);
    if (!known)
        return known.error();
    freebusy::Resource one;
    one.capacity = known->content.capacity;
    one.extra = wanted.overbook ? mostCapacity : 0;
    one.open = {wanted.span};
    if (!wanted.outOfHours) {
        const auto open =
            openPeriods(view, id, civilDay(wanted.span.from, view.zone()), civilDay(wanted.span.to, view.zone()));
        if (!open)
            return open.error();
        one.open = *open;
    }
    for (const Held &held : heldOf(view, id, wanted.block(wanted.span), but))
        one.taken << held.use;
    if (first && wanted.service.content.mostADay && !wanted.overbook)
        one.full = fullDays(view, id, wanted.service, wanted.span, but);
    return one;
}

} // namespace

QList<Held> heldOf(const store::Snapshot &view, ResourceId resource, const Period &span,
                   const QList<AppointmentId> &but)
{
    store::Query rows = view.sql("SELECT c.start_ms, c.end_ms, c.units, k.appointment_id FROM claim_resource c"
                                 " JOIN claim k ON k.id = c.claim_id WHERE c.resource_id = ?1 AND c.released = 0"
                                 " AND c.start_ms > ?2 AND c.start_ms < ?3 AND c.end_ms > ?4");
    rows.bind(resource, span.from - longestClaim, span.to, span.from);
    QList<Held> held;
    while (rows.next()) {
        const auto whose = rows.get<AppointmentId>(3);
        if (!but.contains(whose))
            held << Held{{{rows.get<Instant>(0), rows.get<Instant>(1)}, rows.get<int>(2)}, whose};
    }
    return held;
}

Result<Wanted> wantedOf(const store::Snapshot &view, HealthcareServiceId id, const QList<ResourceId> &resources,
                        std::optional<Minutes> duration, const Period &span)
{
    const auto known = service(view, id);
    if (!known)
        return known.error();
    const Minutes length = duration.value_or(known->content.duration);
    if (length < Minutes(5) || length > longestAppointment)
        return wrong("duration", Tr::tr("It lasts %1 to %2 minutes.").arg(5).arg(longestAppointment.count()));
    Wanted wanted{*known, known->content.needs, length, span};
    if (known->retired || wanted.needs.isEmpty())
        return wrong("service", Tr::tr("This service cannot be booked now."), Code::Conflict);
    if (resources.isEmpty())
        return wanted;
    if (resources.size() != wanted.needs.size())
        return wrong("resources", Tr::tr("The service needs something else."));
    for (qsizetype i = 0; i < wanted.needs.size(); ++i) {
        if (!wanted.needs[i].anyOf.contains(resources[i]))
            return wrong("resources", Tr::tr("The service needs something else."));
        wanted.needs[i].anyOf = {resources[i]};
    }
    return wanted;
}

std::optional<Error> narrowTo(QList<ServiceNeed> &needs, ResourceId with)
{
    const auto need =
        std::find_if(needs.begin(), needs.end(), [&](const ServiceNeed &one) { return one.anyOf.contains(with); });
    if (need == needs.end())
        return wrong("with", Tr::tr("The service needs something else."));
    need->anyOf = {with};
    return std::nullopt;
}

Result<Wanted> wantedOf(const store::Snapshot &view, const AppointmentDraft &draft)
{
    auto wanted = wantedOf(view, draft.service, draft.resources, draft.duration, {});
    if (!wanted)
        return wanted;
    if (draft.resources.isEmpty() && draft.with) {
        if (auto refused = narrowTo(wanted->needs, *draft.with))
            return *refused;
    }
    wanted->span = {draft.start, draft.start + wanted->duration};
    wanted->overbook = draft.overbook;
    wanted->outOfHours = draft.outOfHours;
    return wanted;
}

Result<Asked> ask(const store::Snapshot &view, const Wanted &wanted, const QList<AppointmentId> &but)
{
    Asked asked{wanted, {}, {}};
    for (qsizetype need = 0; need < wanted.needs.size(); ++need) {
        freebusy::Need numbers{{}, wanted.needs[need].units};
        for (const ResourceId id : wanted.needs[need].anyOf) {
            qsizetype number = asked.resources.indexOf(id);
            if (number < 0) {
                const auto one = reckoned(view, wanted, id, need == 0, but);
                if (!one)
                    return one.error();
                number = asked.resources.size();
                asked.resources << id;
                asked.question.resources << *one;
            }
            numbers.anyOf << static_cast<int>(number);
        }
        asked.question.needs << numbers;
    }
    asked.question.duration = wanted.duration;
    asked.question.before = wanted.service.content.before;
    asked.question.after = wanted.service.content.after;
    asked.question.notBefore = wanted.span.from;
    asked.question.within = {wanted.span};
    return asked;
}

QList<Blocker> blockersOf(const store::Snapshot &view, const Asked &asked, const Period &period,
                          const QList<AppointmentId> &but)
{
    QList<Blocker> found;
    for (qsizetype i = 0; i < asked.resources.size(); ++i) {
        int units = 0;
        for (const freebusy::Need &need : asked.question.needs)
            units = std::max(units, need.anyOf.contains(static_cast<int>(i)) ? need.units : 0);
        const auto why = freebusy::obstacle(asked.question.resources[i], period, asked.question.before,
                                            asked.question.after, units, false);
        if (why == freebusy::Obstacle::None)
            continue;
        if (why != freebusy::Obstacle::Taken) {
            found << Blocker{asked.resources[i], {}, {}, period};
            continue;
        }
        for (const Held &held : heldOf(view, asked.resources[i], asked.wanted.block(period), but)) {
            const auto whose = find(view, held.appointment);
            found << Blocker{asked.resources[i], held.appointment, whose ? whose->who : QString(),
                             whose ? whose->period : held.use.period};
        }
    }
    return found;
}

Error refusal(const store::Snapshot &view, const QList<Blocker> &blockers)
{
    if (blockers.isEmpty())
        return wrong("start", Tr::tr("Nothing is free then."), Code::Conflict);
    const Blocker &one = blockers.constFirst();
    const auto known = resource(view, one.resource);
    const QString name = known ? known->content.name : QString();
    if (!one.appointment)
        return wrong("start", Tr::tr("%1 does not take anybody then.").arg(name), Code::Conflict);
    const QString from = clock(view, one.period.from);
    const QString to = clock(view, one.period.to);
    return wrong("start",
                 one.who.isEmpty() ? Tr::tr("%1 is taken from %2 to %3.").arg(name, from, to)
                                   : Tr::tr("%1 is taken from %2 to %3: %4.").arg(name, from, to, one.who),
                 Code::Conflict);
}

void claim(store::Transaction &tx, AppointmentId appointment, const Wanted &wanted, const Period &period,
           const QList<ResourceId> &resources, bool overbooked)
{
    const Uuid id = tx.newUuid();
    tx.sql("INSERT INTO claim(id, appointment_id, overbook, recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(id, appointment, overbooked, tx.now(), tx.actor().user)
        .run();
    const Period block = wanted.block(period);
    for (qsizetype need = 0; need < resources.size(); ++need)
        tx.sql("INSERT INTO claim_resource(id, claim_id, resource_id, start_ms, end_ms, units)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, resources[need], block.from, block.to, wanted.needs[need].units)
            .run();
    tx.sql("INSERT INTO claim_grant(id, claim_id, decision, recorded_ms) VALUES(?1, ?2, 'ok', ?3)")
        .bind(tx.newUuid(), id, tx.now())
        .run();
}

void release(store::Transaction &tx, AppointmentId appointment)
{
    QList<Uuid> rows;
    store::Query held = tx.sql("SELECT c.id FROM claim k JOIN claim_resource c ON c.claim_id = k.id"
                               " WHERE k.appointment_id = ?1 AND c.released = 0");
    held.bind(appointment);
    while (held.next())
        rows << held.get<Uuid>(0);
    for (const Uuid &row : std::as_const(rows))
        tx.sql("UPDATE claim_resource SET released = 1 WHERE id = ?1").bind(row).run();
}

QList<ResourceId> lastResources(const store::Snapshot &view, AppointmentId appointment)
{
    store::Query rows = view.sql("SELECT c.resource_id FROM claim_resource c WHERE c.claim_id ="
                                 " (SELECT k.id FROM claim k WHERE k.appointment_id = ?1 ORDER BY k.n DESC LIMIT 1)"
                                 " ORDER BY c.n");
    rows.bind(appointment);
    QList<ResourceId> resources;
    while (rows.next())
        resources << rows.get<ResourceId>(0);
    return resources;
}

std::optional<Appointment> ownThen(const store::Snapshot &view, PatientId patient, const Period &period,
                                   const QList<AppointmentId> &but)
{
    static const patient::RowsOf own("SELECT a.id FROM appointment a WHERE ", "a",
                                     " AND a.start_ms > ?2 AND a.start_ms < ?3 AND a.end_ms > ?4"
                                     " AND (a.status = 'booked' OR a.status = 'arrived')");
    store::Query rows = own.ask(view, patient);
    rows.bindAt(2, period.from - longestClaim).bindAt(3, period.to).bindAt(4, period.from);
    while (rows.next()) {
        if (const auto id = rows.get<AppointmentId>(0); !but.contains(id))
            return find(view, id);
    }
    return std::nullopt;
}

QList<Period> ownWithin(const store::Snapshot &view, PatientId patient, const Period &span,
                        const QList<AppointmentId> &but)
{
    static const patient::RowsOf own("SELECT a.id, a.start_ms, a.end_ms FROM appointment a WHERE ", "a",
                                     " AND a.start_ms > ?2 AND a.start_ms < ?3 AND a.end_ms > ?4"
                                     " AND (a.status = 'booked' OR a.status = 'arrived')");
    store::Query rows = own.ask(view, patient);
    rows.bindAt(2, span.from - longestClaim).bindAt(3, span.to).bindAt(4, span.from);
    QList<Period> found;
    while (rows.next()) {
        if (!but.contains(rows.get<AppointmentId>(0)))
            found << Period{rows.get<Instant>(1), rows.get<Instant>(2)};
    }
    return found;
}

QString clock(const store::Snapshot &view, Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), view.zone()).toString(QStringLiteral("HH:mm"));
}

void noteAppointment(store::Transaction &tx, const Appointment &one)
{
    tx.audit({tx.act(),
              "appointment",
              one.id.uuid(),
              one.patient ? std::optional(one.patient->uuid()) : std::nullopt,
              "ok",
              {}});
}

} // namespace xinglin::schedule
