#include "clinic/schedule/attendance.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/claims.h"
#include "clinic/schedule/schedulerows.h"
#include "clinic/schedule/ticketrows.h"
#include "store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;

/// One that the actor may see and that is booked.
Result<Appointment> bookedOne(const store::Snapshot &view, AppointmentId id)
{
    const auto known = find(view, id);
    if (!known || (!known->patient && !known->enquiry))
        return missingAppointment(id);
    if (known->status != AppointmentStatus::Booked)
        return wrong("", Tr::tr("It is no longer booked."), Code::Conflict);
    return *known;
}

void setStatus(store::Transaction &tx, AppointmentId id, AppointmentStatus status)
{
    tx.sql("UPDATE appointment SET status = ?2 WHERE id = ?1").bind(id, toText(status)).run();
}

/// The next number of the day. There is one transaction at a time, so nobody is given the same.
int nextNumber(const store::Transaction &tx, const QString &day)
{
    store::Query row = tx.sql("SELECT max(q.number) FROM queue_number q WHERE q.day = ?1");
    return row.bind(day).next() ? row.get<std::optional<int>>(0).value_or(0) + 1 : 1;
}

Result<QueueTicket> queueUp(store::Transaction &tx, const WalkIn &who, std::optional<AppointmentId> appointment)
{
    const QString day = queue::dayText(tx.today());
    const auto id = tx.create<TicketId>();
    tx.sql("INSERT INTO queue_ticket(id, patient_id, appointment_id, resource_id, service_id, day, priority,"
           " arrived_ms, note, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(id, who.patient, appointment, who.resource, who.service, day, queue::toText(who.priority), tx.now(),
              patient::orNull(who.note), tx.actor().user)
        .run();
    // The claim on a number and the clinic's word on it: alone, this PC decides at once.
    tx.sql("INSERT INTO queue_number(id, ticket_id, day, number, recorded_ms) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(tx.newUuid(), id, day, nextNumber(tx, day), tx.now())
        .run();
    const auto made = queue::findTicket(tx, id);
    if (!made)
        return queue::missingTicket(id);
    queue::noteTicket(tx, *made);
    return *made;
}

/// Whether they wait or are in consultation today.
bool isHere(const store::Snapshot &view, PatientId id)
{
    static const patient::RowsOf here("SELECT 1 FROM queue_ticket t WHERE ", "t",
                                      " AND t.day = ?2 AND (t.stage = 'waiting' OR t.stage = 'in-consultation')");
    store::Query rows = here.ask(view, id);
    rows.bindAt(2, queue::dayText(view.today()));
    return rows.next();
}

} // namespace

Result<QueueTicket> checkIn(store::Transaction &tx, AppointmentId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = bookedOne(tx, id);
    if (!known)
        return known.error();
    if (civilDay(known->period.from, tx.zone()) != tx.today())
        return wrong("", Tr::tr("It is booked for another day."), Code::Conflict);
    if (!known->patient)
        return wrong("patient", Tr::tr("Register them first."));
    setStatus(tx, id, AppointmentStatus::Arrived);
    WalkIn who{*known->patient, known->service, {}, TicketPriority::Routine, known->note};
    if (!known->resources.isEmpty())
        who.resource = known->resources.constFirst();
    return queueUp(tx, who, id);
}

Result<QueueTicket> walkIn(store::Transaction &tx, const WalkIn &who)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    WalkIn one = who;
    const auto kept = patient::canonical(tx, who.patient);
    if (!kept)
        return kept.error();
    one.patient = *kept;
    if (who.note.trimmed().size() > mostNote)
        return wrong("note", Tr::tr("At most %1 characters.").arg(mostNote));
    store::Query known = tx.sql("SELECT s.retired FROM healthcare_service s WHERE s.id = ?1");
    if (!known.bind(who.service).next() || known.get<bool>(0))
        return wrong("service", Tr::tr("There is no such service."));
    if (who.resource && !queue::callersOf(tx, who.service).contains(*who.resource))
        return wrong("resource", Tr::tr("The service is given by others."));
    if (isHere(tx, *kept))
        return wrong("patient", Tr::tr("They are in the queue already."), Code::Conflict);
    return queueUp(tx, one, {});
}

Result<Appointment> noShow(store::Transaction &tx, AppointmentId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = bookedOne(tx, id);
    if (!known)
        return known.error();
    if (tx.now() < known->period.from)
        return wrong("", Tr::tr("Its time has not come yet."), Code::Conflict);
    setStatus(tx, id, AppointmentStatus::NoShow);
    release(tx, id);
    const auto changed = find(tx, id);
    noteAppointment(tx, *changed);
    return *changed;
}

Result<Appointment> confirm(store::Transaction &tx, AppointmentId id, bool confirmed)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = bookedOne(tx, id);
    if (!known)
        return known.error();
    tx.sql("UPDATE appointment SET confirmed = ?2 WHERE id = ?1").bind(id, confirmed).run();
    const auto changed = find(tx, id);
    noteAppointment(tx, *changed);
    return *changed;
}

Result<Appointment> fulfil(store::Transaction &tx, AppointmentId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = find(tx, id);
    if (!known || (!known->patient && !known->enquiry))
        return missingAppointment(id);
    if (known->status != AppointmentStatus::Arrived)
        return wrong("", Tr::tr("They have not come."), Code::Conflict);
    setStatus(tx, id, AppointmentStatus::Fulfilled);
    const auto changed = find(tx, id);
    noteAppointment(tx, *changed);
    return *changed;
}

Result<WalkIn> usualWalkIn(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto kept = patient::canonical(view, id);
    if (!kept)
        return kept.error();
    const auto offered = services(view);
    if (!offered)
        return offered.error();
    if (offered->isEmpty())
        return wrong("service", Tr::tr("There is no such service."), Code::NotFound);
    WalkIn who{*kept, offered->constFirst().id, {}, TicketPriority::Routine, {}};
    const auto take = [&](store::Query last) {
        if (!last.next())
            return false;
        const auto service = last.get<HealthcareServiceId>(0);
        const auto with = last.get<std::optional<ResourceId>>(1);
        if (std::none_of(offered->cbegin(), offered->cend(),
                         [&](const HealthcareService &one) { return one.id == service; }))
            return false;
        who.service = service;
        if (with && queue::callersOf(view, service).contains(*with))
            who.resource = with;
        return true;
    };
    static const patient::RowsOf tickets(
        "SELECT t.service_id, coalesce(t.with_id, t.resource_id) FROM queue_ticket t WHERE ", "t",
        " AND t.stage <> 'entered-in-error' ORDER BY t.day DESC, t.n DESC LIMIT 1");
    static const patient::RowsOf booked(
        "SELECT a.service_id, (SELECT c.resource_id FROM claim k JOIN claim_resource c ON c.claim_id = k.id"
        " WHERE k.appointment_id = a.id ORDER BY k.n DESC, c.n LIMIT 1) FROM appointment a WHERE ",
        "a", " AND a.status <> 'entered-in-error' ORDER BY a.start_ms DESC, a.n DESC LIMIT 1");
    if (!take(tickets.ask(view, *kept)))
        (void)take(booked.ask(view, *kept));
    return who;
}

Result<PatientAttendance> attendance(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto kept = patient::canonical(view, id);
    if (!kept)
        return kept.error();
    PatientAttendance found;
    static const patient::RowsOf booked(
        "SELECT count(*) FILTER (WHERE a.status = 'noshow'), count(*) FILTER (WHERE a.late = 1),"
        " min(CASE WHEN a.status = 'booked' AND a.start_ms >= ?2 THEN a.start_ms END) FROM appointment a WHERE ",
        "a", {});
    store::Query appointments = booked.ask(view, *kept);
    appointments.bindAt(2, view.now());
    if (appointments.next()) {
        found.noShows = appointments.get<int>(0);
        found.lateCancelled = appointments.get<int>(1);
        found.next = appointments.get<std::optional<Instant>>(2);
    }
    static const patient::RowsOf came(
        "SELECT count(*) FROM queue_ticket t JOIN appointment b ON b.id = t.appointment_id"
        " WHERE ",
        "t", " AND t.stage <> 'entered-in-error' AND t.arrived_ms > b.start_ms + ?2");
    store::Query late = came.ask(view, *kept);
    late.bindAt(2, qint64(std::chrono::milliseconds(grace).count()));
    if (late.next())
        found.late = late.get<int>(0);
    if (!access::allows(view, Permission::ReadVisits))
        return found;
    static const patient::RowsOf seen("SELECT count(*), max(v.day), count(*) FILTER (WHERE v.status = 'in-progress')"
                                      " FROM visit v WHERE ",
                                      "v", " AND v.status <> 'entered-in-error'");
    store::Query visits = seen.ask(view, *kept);
    if (visits.next()) {
        found.visits = visits.get<int>(0);
        if (const auto last = visits.get<std::optional<qint64>>(1))
            found.lastVisit = QDate(1970, 1, 1).addDays(*last);
        found.openVisits = visits.get<int>(2);
    }
    return found;
}

} // namespace xinglin::schedule
