#pragma once

#include "base/result.h"
#include "clinic/patient/patient.h"
#include "store/snapshot.h"

namespace xinglin {

using RelationId = Id<struct RelationTag>;

/// Somebody who belongs to a patient, as it is entered: another patient, or a name and perhaps a telephone.
struct RelationDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    std::optional<PatientId> relative;
    QString name; ///< Of one who is no patient.
    QString phone;
    QString relationship; ///< What the relative is to the patient; see kinship::codes().
    /// One of the two answers for the other: for the one who is a minor; else, or where both are, the relative answers
    /// for the patient.
    bool guardian = false;
    bool operator==(const RelationDraft &) const = default;
};

/// One of a patient's family.
struct FamilyMember
{
    RelationId id{Uuid(Uuid::Bytes{})};
    QString relationship;              ///< What they are to the patient.
    bool guardian = false;             ///< They answer for the patient.
    bool ward = false;                 ///< The patient answers for them.
    std::optional<PatientHit> patient; ///< Nothing where they are no patient.
    QString name;                      ///< Of one who is no patient; masked for who may see masked ones only.
    QString phone;
    bool operator==(const FamilyMember &) const = default;
};

struct Family
{
    QList<FamilyMember> members; ///< Who answers for the patient first, then the nearest.
    QList<PatientHit> household; ///< Who has the same first telephone and is not related yet.
    bool minor = false;          ///< The patient is under 18.
    bool operator==(const Family &) const = default;
};

QDebug operator<<(QDebug, const RelationDraft &) = delete;
QDebug operator<<(QDebug, const FamilyMember &) = delete;

} // namespace xinglin

/// Families and guardians. A relation is written once and seen from both sides; it follows merges.
namespace xinglin::relation {

/// The condition that a row "r" of related_person names the patient ?1, who stays, as the relative: as
/// patient::where() has it for rows that were written for them.
QByteArray ofRelative();

/// Years below which somebody needs a guardian.
constexpr int adultAge = 18;

/// Relates two people. Invalid: no such word ("relationship"), a father who is recorded as female ("relationship"), a
/// patient with themselves ("relative"), neither patient nor name ("name"), a telephone that is none ("phone").
/// Conflict where they are related already ("relative", "name").
Result<FamilyMember> relate(store::Transaction &tx, const RelationDraft &draft);
/// The two are related no more; it stays in the history. Ends whatever relates them, also what stands twice after a
/// merge.
Result<Done> end(store::Transaction &tx, RelationId id);
/// They never were: takes out what was entered in error. Needs a reason.
Result<Done> retract(store::Transaction &tx, RelationId id, const QString &reason);

/// All who belong to a patient, each once, as far as the reader may see them.
Result<Family> family(const store::Snapshot &view, PatientId patient);

} // namespace xinglin::relation
