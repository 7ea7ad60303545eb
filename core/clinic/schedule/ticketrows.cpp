#include "clinic/schedule/ticketrows.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/schedulerows.h"
#include "store/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xinglin::queue {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::queue)
};

using access::Permission;

constexpr std::array stages{std::pair(TicketStage::Waiting, "waiting"),
                            std::pair(TicketStage::InConsultation, "in-consultation"),
                            std::pair(TicketStage::Done, "done"), std::pair(TicketStage::Left, "left")};
constexpr std::array priorities{std::pair(TicketPriority::Routine, "routine"),
                                std::pair(TicketPriority::Priority, "priority"),
                                std::pair(TicketPriority::Urgent, "urgent")};

template <class Table, class Value>
QString stored(const Table &table, Value value)
{
    return QString::fromLatin1(
        std::find_if(table.begin(), table.end(), [value](const auto &one) { return one.first == value; })->second);
}

TicketStage stageFrom(const QString &text)
{
    for (const auto &[stage, word] : stages) {
        if (text == QLatin1String(word))
            return stage;
    }
    return TicketStage::Left;
}

QueueTicket ticketFrom(const store::Snapshot &view, const store::Query &row)
{
    QueueTicket one;
    one.id = row.get<TicketId>(0);
    if (const auto kept = patient::canonical(view, row.get<PatientId>(1)); kept && row.get<bool>(2)) {
        one.patient = *kept;
        const QString name = row.get<QString>(3);
        one.who = access::allows(view, Permission::SearchPatients) ? name : maskName(name);
        one.note = row.get<QString>(19);
    }
    one.appointment = row.get<std::optional<AppointmentId>>(4);
    one.booked = row.get<std::optional<Instant>>(5);
    one.resource = row.get<std::optional<ResourceId>>(6);
    one.service = row.get<HealthcareServiceId>(7);
    one.serviceName = row.get<QString>(8);
    one.day = QDate::fromString(row.get<QString>(9), Qt::ISODate);
    one.number = row.get<std::optional<int>>(10);
    one.priority = priorityFrom(row.get<QString>(11)).value_or(TicketPriority::Routine);
    one.stage = stageFrom(row.get<QString>(12));
    one.with = row.get<std::optional<ResourceId>>(13);
    one.arrived = row.get<Instant>(14);
    one.called = row.get<std::optional<Instant>>(15);
    one.begun = row.get<std::optional<Instant>>(16);
    one.ended = row.get<std::optional<Instant>>(17);
    one.skipped = row.get<std::optional<Instant>>(18);
    one.skips = row.get<int>(20);
    return one;
}

} // namespace

QString toText(TicketStage stage)
{
    return stored(stages, stage);
}

QString toText(TicketPriority priority)
{
    return stored(priorities, priority);
}

std::optional<TicketPriority> priorityFrom(const QString &text)
{
    for (const auto &[priority, word] : priorities) {
        if (text == QLatin1String(word))
            return priority;
    }
    return std::nullopt;
}

QString nameOf(TicketStage stage)
{
    switch (stage) {
    case TicketStage::Waiting:
        return Tr::tr("waiting");
    case TicketStage::InConsultation:
        return Tr::tr("in consultation");
    case TicketStage::Done:
        return Tr::tr("done");
    case TicketStage::Left:
        break;
    }
    return Tr::tr("left");
}

const QByteArray &selectedTickets()
{
    static const QByteArray sql =
        "SELECT t.id, t.patient_id, " + patient::isSeen("p") +
        ", p.name, t.appointment_id, a.start_ms, t.resource_id, t.service_id, s.name, t.day, q.number, t.priority,"
        " t.stage, t.with_id, t.arrived_ms, t.called_ms, t.begun_ms, t.ended_ms, t.skipped_ms, t.note, t.skips"
        " FROM queue_ticket t JOIN patient p ON p.id = t.patient_id JOIN healthcare_service s ON s.id = t.service_id"
        " LEFT JOIN appointment a ON a.id = t.appointment_id LEFT JOIN queue_number q ON q.ticket_id = t.id"
        " WHERE t.stage <> 'entered-in-error' AND " +
        patient::inClosedBatch("t");
    return sql;
}

QList<QueueTicket> ticketsOf(const store::Snapshot &view, store::Query &rows)
{
    access::footing(view); // who asks is what row_open() answers by
    QList<QueueTicket> found;
    while (rows.next())
        found << ticketFrom(view, rows);
    return found;
}

std::optional<QueueTicket> findTicket(const store::Snapshot &view, TicketId id)
{
    static const QByteArray sql = selectedTickets() + " AND t.id = ?1";
    store::Query row = view.sql(sql.constData());
    row.bind(id);
    const QList<QueueTicket> found = ticketsOf(view, row);
    return found.isEmpty() || !found.constFirst().patient ? std::nullopt : std::optional(found.constFirst());
}

Error missingTicket(TicketId id)
{
    return {Code::NotFound, Tr::tr("Nobody in the queue is meant by this."), {}, id.toString()};
}

QList<QueueTicket> presentOf(const store::Snapshot &view, ResourceId with, QDate day)
{
    static const QByteArray sql = selectedTickets() + " AND t.day = ?1 AND t.stage = 'in-consultation'"
                                                      " AND t.with_id = ?2 ORDER BY t.begun_ms, t.n";
    store::Query rows = view.sql(sql.constData());
    rows.bind(dayText(day), with);
    return ticketsOf(view, rows);
}

void noteTicket(store::Transaction &tx, const QueueTicket &ticket)
{
    tx.audit({tx.act(),
              "queue_ticket",
              ticket.id.uuid(),
              ticket.patient ? std::optional(ticket.patient->uuid()) : std::nullopt,
              "ok",
              {}});
}

QList<ResourceId> callersOf(const store::Snapshot &view, HealthcareServiceId service)
{
    store::Query rows = view.sql("SELECT n.resource_id FROM service_resource n JOIN resource r ON r.id = n.resource_id"
                                 " WHERE n.service_id = ?1 AND n.need = 0 AND n.ended = 0 AND r.retired = 0"
                                 " ORDER BY n.position, n.n");
    rows.bind(service);
    QList<ResourceId> found;
    while (rows.next())
        found << rows.get<ResourceId>(0);
    return found;
}

} // namespace xinglin::queue
