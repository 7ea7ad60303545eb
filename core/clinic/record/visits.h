#pragma once

#include "clinic/record/visit.h"

/// What can be done with and asked about visits.
namespace xinglin::record {

/// Saves as a new preliminary revision. Code::Stale where somebody saved a newer one since.
Result<VisitRevision> save(store::Transaction &tx, const VisitDraft &draft);
/// Saves and signs: the revision is final, or amended where a final one stood (then `reason` is needed). Refuses a note
/// without a complaint, or with a "{}" that a phrase or template left to be filled in, with its field.
Result<VisitRevision> sign(store::Transaction &tx, const VisitDraft &draft);

/// The newest revision of a visit.
Result<VisitRevision> current(const store::Snapshot &view, VisitId id);
/// One stored state of a visit.
Result<VisitRevision> revision(const store::Snapshot &view, RevisionId id);
/// The patient's visits, newest first, from @p before on (keyset), at most @p limit.
Result<QList<VisitSummary>> visitsOf(const store::Snapshot &view, PatientId patient, int limit = 50,
                                     std::optional<VisitSummary> before = {});
/// All visits of the patient, newest first, without what is written in them.
Result<QList<VisitSummary>> placesOf(const store::Snapshot &view, PatientId patient);
/// The practitioner's preliminary visits ("unfinished").
Result<QList<VisitSummary>> unfinished(const store::Snapshot &view);

} // namespace xinglin::record
