#pragma once

#include "clinic/schedule/queueticket.h"

/// Rows ↔ values of the queue; for attendance.cpp, queue.cpp and today.cpp.
namespace xinglin::queue {

/// The statement that ticketsOf() reads, up to a condition on t (the ticket): " AND …".
const QByteArray &selectedTickets();
/// All that the query has, hidden patients without a name.
QList<QueueTicket> ticketsOf(const store::Snapshot &view, store::Query &rows);
/// nullopt where there is none, or of a patient whom the reader may not see.
std::optional<QueueTicket> findTicket(const store::Snapshot &view, TicketId id);
Error missingTicket(TicketId id);
/// Those in consultation with somebody on a day, the longest first.
QList<QueueTicket> presentOf(const store::Snapshot &view, ResourceId with, QDate day);
/// Into the audit log.
void noteTicket(store::Transaction &tx, const QueueTicket &ticket);
/// Who may call patients of a service, in the order of preference.
QList<ResourceId> callersOf(const store::Snapshot &view, HealthcareServiceId service);

/// The day as it is stored.
inline QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace xinglin::queue
