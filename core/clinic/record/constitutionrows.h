#pragma once

#include "clinic/record/constitution.h"

#include "store/query.h"

/// Rows ↔ values of assessments; for constitution.cpp and changes.cpp.
namespace xinglin::assessment {

/// Columns that assessmentFrom() reads, of the aliases c (assessment) and u (recorder).
inline constexpr char AssessmentColumns[] =
    "c.id, c.patient_id, c.form, c.sex, c.answered_by, c.day, c.recorded_ms, u.name";
/// Without its scores.
ConstitutionAssessment assessmentFrom(const store::Query &row);

/// Answers in the order of the form, results in that of the types.
void writeParts(store::Transaction &tx, AssessmentId id, const constitution::Questionnaire &form,
                const constitution::Answers &answers, const QList<constitution::Score> &scores);

} // namespace xinglin::assessment
