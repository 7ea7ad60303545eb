#pragma once

#include "clinic/patient/patients.h"
#include "interop/ical.h"

namespace xinglin::interop {

/// Whom an event is about, where that is certain: the one whose number stands in it, or the only one who is called as
/// it says, with the telephone that stands in it where one does. NotFound or Conflict with a sentence otherwise.
Result<PatientId> patientOf(const store::Snapshot &view, const IcalEvent &event);

} // namespace xinglin::interop
