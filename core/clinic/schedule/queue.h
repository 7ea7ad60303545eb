#pragma once

#include "clinic/schedule/queueticket.h"

namespace xinglin {

/// One who waits, with how long they still will.
struct InTurn
{
    QueueTicket ticket;
    std::optional<std::chrono::minutes> wait; ///< Nothing where there is too little history to say.
    bool operator==(const InTurn &) const = default;
};

/// What the waiting room may know of one who was called: never more than this.
struct RoomCall
{
    int number = 0;
    QString name;         ///< Masked.
    QString room;         ///< Of the practitioner; empty: none is known.
    QString practitioner; ///< Who calls.
    Instant called;
    bool operator==(const RoomCall &) const = default;
};
/// The same of one who waits.
struct RoomTurn
{
    int number = 0;
    QString name;         ///< Masked.
    QString practitioner; ///< Whom they wait for; empty: whoever is free.
    bool operator==(const RoomTurn &) const = default;
};
struct WaitingRoom
{
    QList<RoomCall> called; ///< In consultation, the last called first.
    QList<RoomTurn> next;   ///< In the order of their turn.
    bool operator==(const WaitingRoom &) const = default;
};

} // namespace xinglin

/// Whose turn it is: the rule is queueing::due().
namespace xinglin::queue {

/// How far back consultations tell how long they last.
constexpr int daysOfHistory = 90;

/// Those who came on a day, by their number. Hidden patients without a name.
Result<QList<QueueTicket>> tickets(const store::Snapshot &view, QDate day);
Result<QueueTicket> ticket(const store::Snapshot &view, TicketId id);
/// Those who wait today, in the order of their turn.
Result<QList<InTurn>> line(const store::Snapshot &view);
/// What the window in the waiting room shows.
Result<WaitingRoom> waitingRoom(const store::Snapshot &view);

/// Ends the present consultation of a practitioner and calls whose turn it is with them: who wants them, or anybody
/// whose service they give. NotFound: nobody waits for them; then nothing ends.
Result<QueueTicket> callNext(store::Transaction &tx, ResourceId with);
/// Calls this one who waits, whoever's turn it is; @p with nobody: whom they want, or the first who is free. The
/// present consultation of that practitioner ends. Conflict: they do not wait. Invalid ("resource"): nobody gives it.
Result<QueueTicket> call(store::Transaction &tx, TicketId id, std::optional<ResourceId> with = {});
/// Was called and is not there: waits again, for a while behind the others. Conflict: neither waits nor was called.
Result<QueueTicket> skip(store::Transaction &tx, TicketId id);
/// Calls once more who was called; who had left waits again. Conflict: they wait, or are done.
Result<QueueTicket> recall(store::Transaction &tx, TicketId id);
/// The consultation is over, and what it was booked for fulfilled. Conflict: there is none.
Result<QueueTicket> finish(store::Transaction &tx, TicketId id);
/// Goes without having been seen. Conflict: they do not wait.
Result<QueueTicket> leave(store::Transaction &tx, TicketId id);
/// Conflict: they do not wait.
Result<QueueTicket> setPriority(store::Transaction &tx, TicketId id, TicketPriority priority);

/// A step of the queue that is to be taken back.
struct StepBack
{
    QList<TicketId> returning; ///< In consultation again.
    QList<TicketId> leaving;   ///< No longer in consultation.
};
/// What stands in the way of it: somebody else is with the practitioner now. For takeback.cpp.
std::optional<Error> backObstacle(const store::Snapshot &view, const StepBack &step);

} // namespace xinglin::queue
