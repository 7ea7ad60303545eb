#pragma once

#include "clinic/patient/patient.h"
#include "store/history.h"

namespace xinglin::patient {

/// Every change of a patient's own row, telephones and allergies that the reader may see, oldest first.
/// Leaves the audit row "patient.history".
Result<QList<store::ColumnChange>> history(const store::Snapshot &view, PatientId id);

/// The patient as recorded at @p at; NotFound where there was none yet.
Result<Patient> asItStood(const store::Snapshot &view, PatientId id, Instant at);

} // namespace xinglin::patient
