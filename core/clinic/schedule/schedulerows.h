#pragma once

#include "clinic/patient/patientrows.h"
#include "clinic/schedule/appointments.h"

/// Shared by the functions of the schedule.
namespace xinglin::schedule {

Error wrong(const char *field, const QString &sentence, Code code = Code::Invalid);
Error missing(ResourceId id);

/// One that was booked, with what it takes.
struct Taken
{
    Appointment appointment;
    QList<int> units; ///< Of each of its resources.
};
/// Those that reach into @p period, by their start; see between(). Whoever calls it has asked for permission.
QList<Taken> takenBetween(const store::Snapshot &view, const Period &period);

} // namespace xinglin::schedule
