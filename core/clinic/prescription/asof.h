#pragma once

#include "clinic/prescription/consultation.h"

/// Visits as they had been recorded at a time in the past.
namespace xinglin::consultation {

/// The visits that had been entered by @p at, each with what its newest revision of then said, newest first.
Result<QList<VisitSummary>> visitsAsOf(const store::Snapshot &view, PatientId patient, Instant at, int limit = 50);
/// The newest revision that had been written by @p at, with its prescriptions. NotFound where there was none yet.
/// Leaves the audit row "visit.open".
Result<Stored> asOf(const store::Snapshot &view, VisitId id, Instant at);

/// When a patient's record changed in a way that can be looked back to.
struct Span
{
    QDate first;        ///< The day of registration.
    QDate last;         ///< Today.
    QList<QDate> marks; ///< Days on which visits were entered, oldest first, each once.
    bool operator==(const Span &) const = default;
};
Result<Span> spanOf(const store::Snapshot &view, PatientId patient);

} // namespace xinglin::consultation
