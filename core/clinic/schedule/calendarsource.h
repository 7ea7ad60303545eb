#pragma once

#include "clinic/patient/batches.h"
#include "clinic/schedule/appointments.h"
#include "clinic/schedule/rosters.h"

/// What an import brings into the schedule from a calendar of another program. Its rows hold their times at once, so
/// that nobody is booked twice, and are shown when the batch is closed.
namespace xinglin::schedule {

/// An event of a calendar, known again by its key.
struct Origin
{
    BatchId batch{Uuid(Uuid::Bytes{})};
    QByteArray key; ///< 16 bytes.
};

enum class Brought {
    New,      ///< It is written now.
    Here,     ///< It was here already, as it is in the calendar; nothing is written.
    Otherwise ///< It was here already, at another time; nothing is written.
};

/// Time that is blocked by one event, in one or several parts of one resource, or of the clinic. Refuses what
/// addException() refuses.
Result<Brought> importAway(store::Transaction &tx, const Origin &origin, const QList<RosterExceptionDraft> &parts);
/// What importAway() would say, where it refuses nothing.
Result<Brought> compareAway(const store::Snapshot &view, const Origin &origin,
                            const QList<RosterExceptionDraft> &parts);
/// Who is booked while these parts block their time, by start, each once: somebody has to move them. What is over or
/// has begun to be attended is not among them.
Result<QList<Appointment>> bookedDuring(const store::Snapshot &view, const QList<RosterExceptionDraft> &parts);
/// Books as book() does and refuses what it refuses. One that was cancelled or moved here since is here already.
Result<Brought> importAppointment(store::Transaction &tx, const Origin &origin, const AppointmentDraft &draft);
/// Whether an appointment or an exception of this clinic has this id: what it exported comes back.
Result<bool> isOurs(const store::Snapshot &view, const Uuid &id);

/// How often the time of an appointment was claimed anew, and when last.
struct Revision
{
    int number = 0;
    Instant changed;
    bool operator==(const Revision &) const = default;
};
Result<Revision> revisionOf(const store::Snapshot &view, AppointmentId id);

} // namespace xinglin::schedule
