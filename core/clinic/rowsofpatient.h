#pragma once

#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

namespace xinglin::changes {

/// Every row that belongs to the patient and that the reader may see: whose changes are theirs. For changes.cpp, which
/// has asked for Permission::ReadHistory.
QList<store::RowName> rowsOfPatient(const store::Snapshot &view, PatientId id);

} // namespace xinglin::changes
