#pragma once

#include "clinic/patient/batches.h"
#include "clinic/prescription/prescription.h"
#include "clinic/record/visit.h"

namespace xinglin {

/// A visit as another program kept it.
struct ImportedVisit
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    QDate day;
    std::optional<UserId> practitioner; ///< Somebody of this clinic.
    VisitNote note;
    QList<PrescriptionDraft> prescriptions;
    bool operator==(const ImportedVisit &) const = default;
};

} // namespace xinglin

namespace xinglin::consultation {

/// Writes a finished visit of the past into an open batch. Nobody signs it here, and no check is run over what was
/// dispensed long ago: findings and overrides are none. Refuses a day in the future.
Result<VisitId> importVisit(store::Transaction &tx, BatchId batch, const ImportedVisit &visit);

} // namespace xinglin::consultation
