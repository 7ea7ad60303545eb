#pragma once

#include "clinic/prescription/prescription.h"

/// The clinic's own past with a pattern or disease: what was prescribed for it, and visits to look at.
namespace xinglin::consultation {

/// A signed visit with this diagnosis. Says nothing of who it was: that is seen, and noted, when the visit is opened.
struct SimilarCase
{
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;
    Sex sex = Sex::Unknown;
    std::optional<int> age; ///< Whole years, on the day of the visit.
    QString formula;        ///< Name as it was prescribed: 归脾汤加减; empty for one without a name.
    bool own = false;       ///< An earlier visit of the patient that is asked for.
    bool operator==(const SimilarCase &) const = default;
};

/// How often a formula was begun from.
struct FormulaCount
{
    QString formula; ///< Id of a classic formula, or the reference of an own one.
    int times = 0;
    bool operator==(const FormulaCount &) const = default;
};

struct Similar
{
    int visits = 0;               ///< That were looked at: signed, with this diagnosis.
    QList<FormulaCount> formulas; ///< The most frequent first; at one visit each counts once.
    QList<SimilarCase> cases;     ///< With a prescription: the patient's own before others', the newest first.
    bool operator==(const Similar &) const = default;
};

/// Of the latest 200 signed visits with the code of @p diagnosis those whose notes and prescriptions the actor may
/// read, without @p but, the visit that is being written. Older states of a visit, what was entered in error, sensitive
/// notes and patients that the actor may not see are left out. Only patterns and diseases with a code have a past. @p
/// patient is the one whose own cases are marked.
Result<Similar> similar(const store::Snapshot &view, const DiagnosisEntry &diagnosis, PatientId patient,
                        std::optional<VisitId> but = {});

QDebug operator<<(QDebug, const SimilarCase &) = delete;

} // namespace xinglin::consultation
