#pragma once

#include "clinic/prescription/consultation.h"

namespace xinglin::consultation {

/// Everything on the printed summary of a visit.
struct SummaryPaper
{
    access::ClinicProfile clinic;
    Patient patient;
    std::optional<Age> age; ///< On the day of the visit.
    QStringList allergies;
    Stored visit;
    Seconds seconds = {}; ///< Of a prescription.
};
/// For printing; leaves the audit rows "visit.open" and "visit.print". Conflict where the visit is not signed.
Result<SummaryPaper> summaryPaper(const store::Snapshot &view, VisitId id);
/// The same for the prescription of the visit's ready-made medicines; leaves the audit rows "visit.open" and
/// "prescription.print". Conflict where the visit is not signed, or the clinic asks for a second person and nobody has
/// checked or countersigned it; NotFound where no such medicine was ordered.
Result<SummaryPaper> medicinePaper(const store::Snapshot &view, VisitId id);

} // namespace xinglin::consultation
