#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using ConditionId = Id<struct ConditionTag>;

/// FHIR Condition.clinicalStatus as far as problems use it.
enum class ConditionStatus { Active, Resolved };

/// A problem as it is entered; free text has no code.
struct ConditionDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString codeSystem; ///< "GBT15657-2021", "ICD-10"
    QString code;
    QString display;
    std::optional<PartialDate> onset;
    QString note;
    bool operator==(const ConditionDraft &) const = default;
};

/// A problem of a patient that stands in their list.
struct Condition
{
    ConditionId id{Uuid(Uuid::Bytes{})};
    ConditionDraft content;
    ConditionStatus status = ConditionStatus::Active;
    std::optional<QDate> abated; ///< Civil day it was resolved.
    Instant recorded;
    bool operator==(const Condition &) const = default;
};

/// A diagnosis of signed visits that is no problem yet.
struct ConditionCandidate
{
    DiagnosisEntry diagnosis;
    int visits = 0; ///< How many signed visits name it.
    QDate first;    ///< Day of the first of them.
    bool operator==(const ConditionCandidate &) const = default;
};

QDebug operator<<(QDebug, const ConditionDraft &) = delete;
QDebug operator<<(QDebug, const Condition &) = delete;

} // namespace xinglin

/// The list of a patient's problems: what they have or had, apart from any one visit. It is narrative: who may read
/// what is written about the patient reads it, who may write visits writes it.
namespace xinglin::condition {

/// The longest name of a problem.
constexpr qsizetype mostName = 200;

/// Since when, as typed: "2019", "2019-03", "3 years", "3y", "6 months", "3年", "6个月", the latter counted back from
/// @p today; nothing for anything else. Pure.
std::optional<PartialDate> onsetFrom(const QString &typed, QDate today);

/// Adds one as active. Invalid: no or too long a name ("display"), an onset in the future ("onset"). Conflict: it
/// stands in the list as active already ("display").
Result<Condition> add(store::Transaction &tx, const ConditionDraft &draft);
/// It is over since today; Conflict where it was resolved before.
Result<Condition> resolve(store::Transaction &tx, ConditionId id);
/// It is there again; Conflict where it is active.
Result<Condition> reactivate(store::Transaction &tx, ConditionId id);
/// Takes one out that was wrong; needs a reason. It is then nowhere but in the history.
Result<Done> markInError(store::Transaction &tx, ConditionId id, const QString &reason);

/// Active ones first, each kind in the order they were recorded.
Result<QList<Condition>> ofPatient(const store::Snapshot &view, PatientId patient);
/// Diseases and Western diagnoses of signed visits that no problem names, the most frequent first.
Result<QList<ConditionCandidate>> fromVisits(const store::Snapshot &view, PatientId patient);

} // namespace xinglin::condition
