#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using FamilyHistoryId = Id<struct FamilyHistoryTag>;

/// Who of the family, as near as it matters; the store keeps HL7 v3 RoleCode.
enum class Kinship {
    Father,
    Mother,
    Brother,
    Sister,
    Son,
    Daughter,
    PaternalGrandfather,
    PaternalGrandmother,
    MaternalGrandfather,
    MaternalGrandmother,
    Uncle,
    Aunt,
    Relative, ///< Any other blood relative.
};

/// The illness of one relative as it is entered; free text has no code.
struct FamilyHistoryDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    Kinship relationship = Kinship::Relative;
    QString codeSystem; ///< "GBT15657-2021", "ICD-10"
    QString code;
    QString display;
    std::optional<int> onsetAge; ///< Whole years of the relative's life when it began.
    bool operator==(const FamilyHistoryDraft &) const = default;
};

/// One that stands in the record (FHIR FamilyMemberHistory).
struct FamilyHistory
{
    FamilyHistoryId id{Uuid(Uuid::Bytes{})};
    FamilyHistoryDraft content;
    Instant recorded;
    bool operator==(const FamilyHistory &) const = default;
};

QDebug operator<<(QDebug, const FamilyHistoryDraft &) = delete;
QDebug operator<<(QDebug, const FamilyHistory &) = delete;

} // namespace xinglin

/// What runs in a patient's family. It is narrative, as the list of problems is.
namespace xinglin::familyhistory {

/// The longest name of an illness.
constexpr qsizetype mostName = 200;
/// The oldest age at which an illness of a relative can have begun, in years.
constexpr int mostAge = 120;

/// Every kinship in the order they are offered: the nearest first.
const QList<Kinship> &allKinships();
/// HL7 v3 RoleCode: "FTH".
QString codeOf(Kinship kinship);
std::optional<Kinship> kinshipFrom(const QString &code);
/// In the language of the program: "maternal grandmother".
QString nameOf(Kinship kinship);

/// Records one. Invalid: no or too long a name ("display"), an age outside 0 … mostAge ("onsetAge"). Conflict: the same
/// illness of a father or mother, who are one each, stands there already ("display").
Result<FamilyHistory> add(store::Transaction &tx, const FamilyHistoryDraft &draft);
/// Takes one out that was wrong; needs a reason. It is then nowhere but in the history.
Result<Done> markInError(store::Transaction &tx, FamilyHistoryId id, const QString &reason);
/// The nearest relatives first, of each in the order they were recorded.
Result<QList<FamilyHistory>> ofPatient(const store::Snapshot &view, PatientId patient);

} // namespace xinglin::familyhistory
