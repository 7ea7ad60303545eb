#pragma once

#include "clinic/treatment/treatment.h"

/// Rows ↔ values of sessions; for orders.cpp and sessions.cpp.
namespace xinglin::treatment {

/// Every session of the patient with its course, oldest first; the treatment group is open.
QList<TreatmentSession> sessionsOf(const store::Snapshot &view, PatientId kept);
/// One by its id; nullopt where there is none.
std::optional<TreatmentSession> readSession(const store::Snapshot &view, TreatmentSessionId id);

} // namespace xinglin::treatment
