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
};
/// For printing; leaves the audit rows "visit.open" and "visit.print". Conflict where the visit is not signed.
Result<SummaryPaper> summaryPaper(const store::Snapshot &view, VisitId id);

} // namespace xinglin::consultation
