#pragma once

#include "clinic/treatment/treatment.h"

/// Rows ↔ values of treatments; for treatments.cpp, sessions.cpp and pointgroups.cpp.
namespace xinglin::treatment {

/// Writes one treatment of a revision as @p course.
TreatmentId writeTreatment(store::Transaction &tx, RevisionId revision, PatientId patient, CourseId course, int rank,
                           const TreatmentDraft &draft, int checked, const QString &rules,
                           const QList<TreatmentFinding> &findings);
/// The treatments of a revision in their order; the treatment group is open.
QList<Treatment> readTreatments(const store::Snapshot &view, RevisionId revision);
/// One by its id; nullopt where there is none.
std::optional<Treatment> readTreatment(const store::Snapshot &view, TreatmentId id);

} // namespace xinglin::treatment
