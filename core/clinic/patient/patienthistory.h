#pragma once

#include "clinic/patient/patient.h"
#include "store/history.h"

namespace xinglin::patient {

/// Every change of a patient's own row, telephones, allergies, medicines and pregnancy that the reader may see, oldest
/// first. Leaves the audit row "patient.history".
Result<QList<store::ColumnChange>> history(const store::Snapshot &view, PatientId id);

/// The patient as recorded at @p at; NotFound where there was none yet.
Result<Patient> asItStood(const store::Snapshot &view, PatientId id, Instant at);

/// What the strip above the patient's pages would have shown at @p at, without visits. Leaves the audit row
/// "patient.open"; NotFound where there was no such patient yet.
Result<PatientStrip> stripAsOf(const store::Snapshot &view, PatientId id, Instant at);

} // namespace xinglin::patient
