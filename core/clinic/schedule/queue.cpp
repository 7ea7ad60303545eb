#include "clinic/schedule/queue.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/claims.h"
#include "clinic/schedule/schedulerows.h"
#include "clinic/schedule/ticketrows.h"
#include "engines/queue/waits.h"
#include "store/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::queue {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::queue)
};

using access::Permission;

Error refusal(const QString &sentence)
{
    return {Code::Conflict, sentence, {}, {}};
}

/// In the order of their turn.
QList<QueueTicket> inOrder(const QList<QueueTicket> &waiting)
{
    QList<queueing::Waiting> asked;
    for (const QueueTicket &one : waiting)
        asked << one.waiting();
    QList<QueueTicket> ordered;
    for (const qsizetype i : queueing::turns(asked))
        ordered << waiting[i];
    return ordered;
}

QList<QueueTicket> ofStage(const store::Snapshot &view, QDate day, TicketStage stage)
{
    static const QByteArray sql = selectedTickets() + " AND t.day = ?1 AND t.stage = ?2 ORDER BY t.n";
    store::Query rows = view.sql(sql.constData());
    rows.bind(dayText(day), toText(stage));
    return ticketsOf(view, rows);
}

queueing::Lengths history(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT t.with_id, t.service_id, t.ended_ms - t.begun_ms FROM queue_ticket t"
                                 " WHERE t.stage = 'done' AND t.day >= ?1 AND t.with_id IS NOT NULL"
                                 " AND t.ended_ms > t.begun_ms");
    rows.bind(dayText(view.today().addDays(-daysOfHistory)));
    QList<queueing::Consultation> past;
    while (rows.next())
        past << queueing::Consultation{rows.get<Uuid>(0), rows.get<Uuid>(1),
                                       std::chrono::milliseconds(rows.get<qint64>(2))};
    return queueing::Lengths(past);
}

/// Whether they give the service, or were asked for by name.
bool isFor(const store::Snapshot &view, const QueueTicket &ticket, ResourceId with)
{
    return ticket.resource ? *ticket.resource == with : callersOf(view, ticket.service).contains(with);
}

Result<QueueTicket> changed(store::Transaction &tx, TicketId id)
{
    const auto ticket = findTicket(tx, id);
    if (!ticket)
        return missingTicket(id);
    noteTicket(tx, *ticket);
    return *ticket;
}

/// Out of consultation, with what it was booked for.
std::optional<Error> end(store::Transaction &tx, const QueueTicket &ticket)
{
    tx.sql("UPDATE queue_ticket SET stage = 'done', ended_ms = ?2 WHERE id = ?1").bind(ticket.id, tx.now()).run();
    if (!ticket.appointment)
        return std::nullopt;
    const auto booked = schedule::find(tx, *ticket.appointment);
    if (!booked || booked->status != AppointmentStatus::Arrived)
        return std::nullopt;
    const auto done = schedule::fulfil(tx, *ticket.appointment);
    return done ? std::nullopt : std::optional(done.error());
}

/// Into consultation; whoever stands in the way of the practitioner's capacity is done.
Result<QueueTicket> begin(store::Transaction &tx, TicketId id, const Resource &with)
{
    const QList<QueueTicket> present = presentOf(tx, with.id, tx.today());
    for (qsizetype i = 0; i + with.content.capacity <= present.size(); ++i) {
        if (auto refused = end(tx, present[i]))
            return *refused;
    }
    tx.sql("UPDATE queue_ticket SET stage = 'in-consultation', with_id = ?2, called_ms = ?3, begun_ms = ?3"
           " WHERE id = ?1")
        .bind(id, with.id, tx.now())
        .run();
    return changed(tx, id);
}

/// One of today, whatever their stage.
Result<QueueTicket> ofToday(const store::Snapshot &view, TicketId id)
{
    const auto known = findTicket(view, id);
    if (!known)
        return missingTicket(id);
    if (known->day != view.today())
        return refusal(Tr::tr("This is the queue of another day."));
    return *known;
}

} // namespace

Result<QList<QueueTicket>> tickets(const store::Snapshot &view, QDate day)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    static const QByteArray sql = selectedTickets() + " AND t.day = ?1 ORDER BY t.n";
    store::Query rows = view.sql(sql.constData());
    rows.bind(dayText(day));
    return ticketsOf(view, rows);
}

Result<QueueTicket> ticket(const store::Snapshot &view, TicketId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = findTicket(view, id);
    return found ? Result<QueueTicket>(*found) : missingTicket(id);
}

Result<QList<InTurn>> line(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const QList<QueueTicket> waiting = inOrder(ofStage(view, view.today(), TicketStage::Waiting));
    const QList<QueueTicket> present = ofStage(view, view.today(), TicketStage::InConsultation);
    QHash<ResourceId, queueing::Caller> callers;
    QList<queueing::InLine> asked;
    for (const QueueTicket &one : waiting) {
        queueing::InLine place{one.service.uuid(), {}};
        const QList<ResourceId> any = one.resource ? QList<ResourceId>{*one.resource} : callersOf(view, one.service);
        for (const ResourceId id : any) {
            place.anyOf << id.uuid();
            callers.insert(id, {id.uuid(), {}, one.service.uuid()});
        }
        asked << place;
    }
    for (const QueueTicket &one : present) {
        if (one.with && callers.contains(*one.with))
            callers.insert(*one.with, {one.with->uuid(), one.begun, one.service.uuid()});
    }
    const auto waits = queueing::waits(asked, callers.values(), history(view), view.now());
    QList<InTurn> found;
    for (qsizetype i = 0; i < waiting.size(); ++i)
        found << InTurn{waiting[i], waits[i]};
    return found;
}

Result<WaitingRoom> waitingRoom(const store::Snapshot &view)
{
    const auto waiting = line(view);
    if (!waiting)
        return waiting.error();
    const auto known = schedule::resources(view, true);
    if (!known)
        return known.error();
    QHash<ResourceId, Resource> byId;
    for (const Resource &one : *known)
        byId.insert(one.id, one);
    const auto nameOf = [&](const std::optional<ResourceId> &id) {
        const auto found = id ? byId.constFind(*id) : byId.cend();
        return found == byId.cend() ? QString() : found->content.name;
    };
    WaitingRoom room;
    QList<QueueTicket> present = ofStage(view, view.today(), TicketStage::InConsultation);
    std::stable_sort(present.begin(), present.end(),
                     [](const QueueTicket &a, const QueueTicket &b) { return a.called > b.called; });
    for (const QueueTicket &one : std::as_const(present)) {
        const auto with = one.with ? byId.constFind(*one.with) : byId.cend();
        room.called << RoomCall{one.number.value_or(0), maskName(one.who),
                                with == byId.cend() ? QString() : nameOf(with->content.room), nameOf(one.with),
                                one.called.value_or(one.arrived)};
    }
    for (const InTurn &one : *waiting)
        room.next << RoomTurn{one.ticket.number.value_or(0), maskName(one.ticket.who), nameOf(one.ticket.resource)};
    return room;
}

Result<QueueTicket> callNext(store::Transaction &tx, ResourceId with)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto who = schedule::resource(tx, with);
    if (!who)
        return who.error();
    for (const QueueTicket &one : inOrder(ofStage(tx, tx.today(), TicketStage::Waiting))) {
        if (one.patient && isFor(tx, one, with))
            return begin(tx, one.id, *who);
    }
    return Error{Code::NotFound, Tr::tr("Nobody waits for %1.").arg(who->content.name), {}, {}};
}

Result<QueueTicket> call(store::Transaction &tx, TicketId id, std::optional<ResourceId> with)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = ofToday(tx, id);
    if (!known)
        return known.error();
    if (known->stage != TicketStage::Waiting)
        return refusal(Tr::tr("They do not wait."));
    QList<ResourceId> any;
    if (with)
        any = {*with};
    else
        any = known->resource ? QList<ResourceId>{*known->resource} : callersOf(tx, known->service);
    if (any.isEmpty())
        return schedule::wrong("resource", Tr::tr("Say who calls them."));
    const auto free = std::find_if(any.cbegin(), any.cend(),
                                   [&](ResourceId one) { return presentOf(tx, one, tx.today()).isEmpty(); });
    const auto who = schedule::resource(tx, free == any.cend() ? any.constFirst() : *free);
    if (!who)
        return who.error();
    return begin(tx, id, *who);
}

Result<QueueTicket> skip(store::Transaction &tx, TicketId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = ofToday(tx, id);
    if (!known)
        return known.error();
    if (known->stage != TicketStage::Waiting && known->stage != TicketStage::InConsultation)
        return refusal(Tr::tr("They do not wait."));
    tx.sql("UPDATE queue_ticket SET stage = 'waiting', with_id = NULL, begun_ms = NULL, skipped_ms = ?2,"
           " skips = skips + 1 WHERE id = ?1")
        .bind(id, tx.now())
        .run();
    return changed(tx, id);
}

Result<QueueTicket> recall(store::Transaction &tx, TicketId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = ofToday(tx, id);
    if (!known)
        return known.error();
    if (known->stage == TicketStage::InConsultation)
        tx.sql("UPDATE queue_ticket SET called_ms = ?2 WHERE id = ?1").bind(id, tx.now()).run();
    else if (known->stage == TicketStage::Left)
        tx.sql("UPDATE queue_ticket SET stage = 'waiting', ended_ms = NULL WHERE id = ?1").bind(id).run();
    else
        return refusal(known->stage == TicketStage::Waiting ? Tr::tr("They have not been called.")
                                                            : Tr::tr("Their consultation is over."));
    return changed(tx, id);
}

Result<QueueTicket> finish(store::Transaction &tx, TicketId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = findTicket(tx, id); // also of a day before: somebody forgot to
    if (!known)
        return missingTicket(id);
    if (known->stage != TicketStage::InConsultation)
        return refusal(Tr::tr("They are not in consultation."));
    if (auto refused = end(tx, *known))
        return *refused;
    return changed(tx, id);
}

Result<QueueTicket> leave(store::Transaction &tx, TicketId id)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = findTicket(tx, id);
    if (!known)
        return missingTicket(id);
    if (known->stage != TicketStage::Waiting)
        return refusal(Tr::tr("They do not wait."));
    tx.sql("UPDATE queue_ticket SET stage = 'left', ended_ms = ?2 WHERE id = ?1").bind(id, tx.now()).run();
    return changed(tx, id);
}

Result<QueueTicket> setPriority(store::Transaction &tx, TicketId id, TicketPriority priority)
{
    if (auto refused = access::require(tx, Permission::RunQueue))
        return *refused;
    const auto known = ofToday(tx, id);
    if (!known)
        return known.error();
    if (known->stage != TicketStage::Waiting)
        return refusal(Tr::tr("They do not wait."));
    tx.sql("UPDATE queue_ticket SET priority = ?2 WHERE id = ?1").bind(id, toText(priority)).run();
    return changed(tx, id);
}

std::optional<Error> backObstacle(const store::Snapshot &view, const StepBack &step)
{
    if (auto refused = access::require(view, Permission::RunQueue))
        return *refused;
    for (const TicketId id : step.returning) {
        const auto ticket = findTicket(view, id);
        if (!ticket || !ticket->with)
            continue;
        const auto who = schedule::resource(view, *ticket->with);
        QList<QueueTicket> present = presentOf(view, *ticket->with, ticket->day);
        present.removeIf([&](const QueueTicket &one) { return one.id == id || step.leaving.contains(one.id); });
        if (who && present.size() >= who->content.capacity)
            return refusal(Tr::tr("%1 is with %2 since then.").arg(present.constFirst().who, who->content.name));
    }
    return std::nullopt;
}

} // namespace xinglin::queue
