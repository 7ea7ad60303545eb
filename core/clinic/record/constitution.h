#pragma once

#include "clinic/patient/patient.h"
#include "engines/constitution/scoring.h"

namespace xinglin {

using AssessmentId = Id<struct AssessmentTag>;

/// Who gave the answers to the screen.
enum class AnsweredBy { Staff, Patient };
QString toText(AnsweredBy by); ///< "staff", "patient"
std::optional<AnsweredBy> answeredByFrom(const QString &text);

/// A questionnaire as it is handed in.
struct ConstitutionDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    constitution::Form form = constitution::Form::Standard;
    std::optional<constitution::Sex> sex; ///< Whose items were asked; empty: the patient's own.
    AnsweredBy by = AnsweredBy::Staff;
    std::optional<QDate> day; ///< Civil day of the answers; today where empty.
    constitution::Answers answers;
    bool operator==(const ConstitutionDraft &) const = default;
};

/// A stored assessment with its nine results.
struct ConstitutionAssessment
{
    AssessmentId id{Uuid(Uuid::Bytes{})};
    PatientId patient{Uuid(Uuid::Bytes{})}; ///< As it was recorded, before merges.
    QString form;                           ///< Questionnaire::id()
    std::optional<constitution::Sex> sex;   ///< Nothing where the form asks everybody the same.
    AnsweredBy by = AnsweredBy::Staff;
    QDate day;
    Instant recorded;
    QString recorder; ///< Name as shown.
    QList<constitution::Score> scores;
    bool operator==(const ConstitutionAssessment &) const = default;
};

QDebug operator<<(QDebug, const ConstitutionDraft &) = delete;
QDebug operator<<(QDebug, const ConstitutionAssessment &) = delete;

} // namespace xinglin

/// What can be done with and asked about assessments of the constitution. All of it is care (P3); a broken glass opens
/// none of it to reception, for nobody's safety hangs on it.
namespace xinglin::assessment {

/// Scores and stores a whole questionnaire. Invalid with the place where an answer is missing or none ("answers"),
/// where the sex is not known and the form asks by it ("sex"), or the day cannot be meant ("day").
Result<ConstitutionAssessment> record(store::Transaction &tx, const ConstitutionDraft &draft);
/// Marks one that was wrong; needs a reason. It is then nowhere but in the history.
Result<Done> markInError(store::Transaction &tx, AssessmentId id, const QString &reason);

/// Those of a patient with their results, the newest first, at most @p limit.
Result<QList<ConstitutionAssessment>> ofPatient(const store::Snapshot &view, PatientId patient, int limit = 50);
/// The newest one.
Result<std::optional<ConstitutionAssessment>> latest(const store::Snapshot &view, PatientId patient);
/// What was answered. Leaves the audit row "constitution.open".
Result<constitution::Answers> answersOf(const store::Snapshot &view, AssessmentId id);

/// Everything that stands on the printed report.
struct Paper
{
    access::ClinicProfile clinic;
    Patient patient;
    std::optional<Age> age; ///< On the day of the answers.
    ConstitutionAssessment assessment;
    std::optional<ConstitutionAssessment> before; ///< What it is compared with.
};
/// For printing; leaves the audit row "constitution.print".
Result<Paper> paper(const store::Snapshot &view, AssessmentId id, std::optional<AssessmentId> before = {});

} // namespace xinglin::assessment
