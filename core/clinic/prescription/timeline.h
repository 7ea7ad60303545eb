#pragma once

#include "clinic/prescription/prescription.h"

/// A patient's formulas side by side: what was added, taken away and changed from visit to visit, under how they were.
namespace xinglin::consultation {

/// A signed visit with one of its formulas.
struct TimelineVisit
{
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;
    int ordinal = 0; ///< 1 for the patient's first visit.
    QString complaint;
    QList<DiagnosisEntry> diagnoses;
    QList<Answer> answers; ///< Tongue, scales and the rest of the examination.
    Prescription prescription;
    int place = 1; ///< Of the formula among those of the visit.
    bool operator==(const TimelineVisit &) const = default;
};

/// The patient's latest visits with a signed formula, oldest first; a visit with several stands once for each. At most
/// @p limit formulas, of the last visit more if it has more. Leaves the audit row "formula.timeline".
Result<QList<TimelineVisit>> formulaTimeline(const store::Snapshot &view, PatientId patient, int limit = 12);

/// What became of a herb since the formula that stands before.
enum class HerbChange { Absent, Same, Added, Raised, Lowered, Removed };

struct TimelineCell
{
    HerbChange change = HerbChange::Absent;
    Mass dose; ///< Per packet; of a removed one what it was.
    bool operator==(const TimelineCell &) const = default;
};
struct TimelineRow
{
    QString name; ///< As it was written.
    QList<TimelineCell> cells;
    bool operator==(const TimelineRow &) const = default;
};
struct TimelineGrid
{
    /// For each formula the one it is compared with: the latest one of a visit before that shares a third of its herbs
    /// with it, and is used outside as it is or taken; -1 where none is, as with a formula for a cold in between.
    QList<int> comparedWith;
    QList<TimelineRow> rows; ///< Herbs of the latest formula in its order, then those before, the latest first.
    bool operator==(const TimelineGrid &) const = default;
};

/// Lays formulas side by side, oldest first. A herb that stands twice counts with the sum; raw and prepared pieces are
/// two herbs. @p visits says of which visit each is; without it each is of its own. Pure.
TimelineGrid compared(const QList<PrescriptionDraft> &formulas, const QList<VisitId> &visits = {});
/// The same for formulas as formulaTimeline() gives them. Pure.
TimelineGrid comparedVisits(const QList<TimelineVisit> &visits);

} // namespace xinglin::consultation
