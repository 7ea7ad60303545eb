#include "clinic/schedule/today.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/queue.h"
#include "clinic/schedule/ticketrows.h"
#include "engines/slots/roster.h"

#include <algorithm>

namespace xinglin {

const Appointment *TodayRow::appointment() const
{
    const auto booked = std::find_if(appointments.cbegin(), appointments.cend(),
                                     [](const Appointment &one) { return one.status == AppointmentStatus::Booked; });
    if (booked != appointments.cend())
        return &*booked;
    return appointments.isEmpty() ? nullptr : &appointments.constLast();
}

std::optional<ResourceId> TodayRow::with() const
{
    if (ticket && ticket->with)
        return ticket->with;
    if (ticket && ticket->resource)
        return ticket->resource;
    const Appointment *one = appointment();
    return one && !one->resources.isEmpty() ? std::optional(one->resources.constFirst()) : std::nullopt;
}

Uuid TodayRow::key() const
{
    if (patient)
        return patient->uuid();
    if (enquiry)
        return enquiry->uuid();
    return ticket ? ticket->id.uuid() : appointments.constFirst().id.uuid();
}

qsizetype TodayBoard::count(TodayGroup group) const
{
    return std::count_if(rows.cbegin(), rows.cend(), [group](const TodayRow &row) { return row.group == group; });
}

qsizetype TodayBoard::inTreatment() const
{
    return std::count_if(rows.cbegin(), rows.cend(),
                         [](const TodayRow &row) { return row.treatment.state == TodayTick::State::Running; });
}

} // namespace xinglin

namespace xinglin::queue {

namespace {

using access::Permission;
using State = TodayTick::State;

/// The rows as they come together, each under its key.
class Rows
{
public:
    TodayRow &of(const std::optional<PatientId> &patient, const std::optional<EnquiryId> &enquiry, const Uuid &else_)
    {
        const Uuid key = patient ? patient->uuid() : enquiry ? enquiry->uuid() : else_;
        const auto known = m_places.constFind(key);
        if (known != m_places.cend())
            return m_rows[*known];
        m_places.insert(key, m_rows.size());
        TodayRow row;
        row.patient = patient;
        row.enquiry = enquiry;
        m_rows << row;
        return m_rows.last();
    }
    bool has(const PatientId &patient) const { return m_places.contains(patient.uuid()); }
    QList<TodayRow> &all() { return m_rows; }

private:
    QHash<Uuid, qsizetype> m_places;
    QList<TodayRow> m_rows;
};

bool isOpen(const QueueTicket &ticket)
{
    return ticket.stage == TicketStage::Waiting || ticket.stage == TicketStage::InConsultation;
}

void addTicket(TodayRow &row, const QueueTicket &ticket)
{
    row.who = ticket.who;
    if (!row.ticket || isOpen(ticket) || !isOpen(*row.ticket))
        row.ticket = ticket;
}

/// What kind of person it is, of the record that stays.
void describe(const store::Snapshot &view, TodayRow &row)
{
    store::Query person = view.sql("SELECT p.sex, p.birth_date FROM patient p WHERE p.id = ?1");
    if (!row.patient || !person.bind(*row.patient).next())
        return;
    row.sex = sexFrom(person.get<QString>(0)).value_or(Sex::Unknown);
    row.birthDate = PartialDate::fromText(person.get<QString>(1));
}

/// The last of one kind wins unless an earlier one still runs.
void mark(TodayTick &tick, bool running, Instant at)
{
    if (tick.state != State::Running)
        tick = {running ? State::Running : State::Done, at};
}

qint64 days(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

void addVisits(const store::Snapshot &view, QDate day, Rows &rows)
{
    static const QByteArray sql = "SELECT v.patient_id, v.started_ms, v.status FROM visit v WHERE v.day = ?1"
                                  " AND v.status <> 'entered-in-error' AND " +
                                  patient::ofSeen("v") + " ORDER BY v.started_ms";
    if (!access::allows(view, Permission::ReadVisits))
        return;
    store::Query visits = view.sql(sql.constData());
    visits.bind(days(day));
    while (visits.next()) {
        const auto kept = patient::canonical(view, visits.get<PatientId>(0));
        if (!kept)
            continue;
        const bool isNew = !rows.has(*kept);
        TodayRow &row = rows.of(*kept, {}, kept->uuid());
        if (isNew) {
            const auto known = patient::find(view, *kept);
            row.who = known ? known->name : QString();
        }
        mark(row.visit, visits.get<QString>(2) == u"in-progress", visits.get<Instant>(1));
    }
}

void addTreatments(const store::Snapshot &view, QDate day, Rows &rows)
{
    static const QByteArray sql =
        "SELECT s.patient_id, s.started_ms, s.ended_ms FROM treatment_session s WHERE s.day = ?1"
        " AND s.status <> 'entered-in-error' AND " +
        patient::ofSeen("s") + " ORDER BY s.started_ms";
    if (!access::allows(view, Permission::ReadTreatments))
        return;
    store::Query sessions = view.sql(sql.constData());
    sessions.bind(days(day));
    while (sessions.next()) {
        const auto kept = patient::canonical(view, sessions.get<PatientId>(0));
        if (!kept || !patient::sharesWith(view, Permission::ReadTreatments, *kept))
            continue;
        const bool isNew = !rows.has(*kept);
        TodayRow &row = rows.of(*kept, {}, kept->uuid());
        if (isNew) {
            const auto known = patient::find(view, *kept);
            row.who = known ? known->name : QString();
        }
        const auto ended = sessions.get<std::optional<Instant>>(2);
        mark(row.treatment, !ended, ended.value_or(sessions.get<Instant>(1)));
    }
}

TodayGroup groupOf(const TodayRow &row)
{
    if (row.ticket && row.ticket->stage == TicketStage::InConsultation)
        return TodayGroup::InConsultation;
    if (row.ticket && row.ticket->stage == TicketStage::Waiting)
        return TodayGroup::Waiting;
    if (row.visit.state == State::Running || row.treatment.state == State::Running)
        return TodayGroup::ToFinish;
    const Appointment *one = row.appointment();
    if (one && one->status == AppointmentStatus::Booked)
        return TodayGroup::Booked;
    const bool nobody = one && one->status == AppointmentStatus::NoShow && !row.ticket &&
                        row.visit.state == State::None && row.treatment.state == State::None;
    return nobody ? TodayGroup::NoShow : TodayGroup::Done;
}

/// What a group is ordered by.
Instant orderOf(const TodayRow &row)
{
    if (row.group == TodayGroup::InConsultation)
        return row.ticket->begun.value_or(row.ticket->arrived);
    if (row.ticket && row.group != TodayGroup::Booked)
        return row.ticket->ended.value_or(row.ticket->arrived);
    if (const Appointment *one = row.appointment())
        return one->period.from;
    return row.visit.since.value_or(row.treatment.since.value_or(Instant()));
}

} // namespace

Result<TodayBoard> today(const store::Snapshot &view, QDate day)
{
    const auto came = tickets(view, day);
    if (!came)
        return came.error();
    const auto booked = schedule::between(view, freebusy::civilDayOf(day, view.zone()));
    if (!booked)
        return booked.error();
    Rows rows;
    for (const Appointment &one : *booked) {
        if (civilDay(one.period.from, view.zone()) != day)
            continue;
        TodayRow &row = rows.of(one.patient, one.patient ? std::nullopt : one.enquiry, one.id.uuid());
        row.who = one.who;
        row.appointments << one;
    }
    for (const QueueTicket &one : *came)
        addTicket(rows.of(one.patient, {}, one.appointment ? one.appointment->uuid() : one.id.uuid()), one);
    addVisits(view, day, rows);
    addTreatments(view, day, rows);
    QHash<TicketId, qsizetype> turn;
    if (day == view.today()) {
        const auto waiting = line(view);
        if (!waiting)
            return waiting.error();
        for (TodayRow &row : rows.all()) {
            for (qsizetype i = 0; i < waiting->size() && row.ticket; ++i) {
                if ((*waiting)[i].ticket.id == row.ticket->id)
                    row.wait = (*waiting)[i].wait;
            }
        }
        for (qsizetype i = 0; i < waiting->size(); ++i)
            turn.insert((*waiting)[i].ticket.id, i);
    }
    for (TodayRow &row : rows.all()) {
        describe(view, row);
        row.group = groupOf(row);
        // Whoever waits for a practitioner or is with one will have a visit, if there is none yet.
        if (row.visit.state == State::None && row.group < TodayGroup::Done)
            row.visit.state = State::Due;
    }
    std::stable_sort(rows.all().begin(), rows.all().end(), [&](const TodayRow &a, const TodayRow &b) {
        if (a.group != b.group)
            return a.group < b.group;
        if (a.group == TodayGroup::Waiting)
            return turn.value(a.ticket->id, turn.size()) < turn.value(b.ticket->id, turn.size());
        return orderOf(a) < orderOf(b);
    });
    return TodayBoard{day, rows.all()};
}

} // namespace xinglin::queue
