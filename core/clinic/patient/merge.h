#pragma once

#include "clinic/patient/patient.h"

#include <QHash>

/// Two records of one person become one, and two again. A merge moves no row: the record that goes points at the one
/// that stays, every row keeps the record it was written for, and both numbers find the person.
namespace xinglin::patient {

/// What is chosen as a whole when the two records differ.
enum class MergePart {
    Name,
    Sex,
    BirthDate, ///< With its mark for the lunar calendar.
    Phone,     ///< The first one; all the others of both stay.
    Document,  ///< Kind and number.
    Address,
    Insurance,
    Occupation,
    MaritalStatus,
    Guardian,  ///< Name, relation and telephone.
    Emergency, ///< Name and telephone.
    Source,
    DeskAlert
};
const QList<MergePart> &allMergeParts();

/// Whose part counts from then on. Both: one below the other; of the desk alert alone.
enum class MergeSide { Kept, Merged, Both };

struct MergeDraft
{
    PatientId kept{Uuid(Uuid::Bytes{})};
    PatientId merged{Uuid(Uuid::Bytes{})};
    QHash<MergePart, MergeSide> taken; ///< A part that is not named stays as it is in the record that is kept.
    /// `revision` of the two as they were compared: Code::Stale where somebody changed one of them since.
    std::optional<qint64> keptRevision;
    std::optional<qint64> mergedRevision;
};

/// How one part stands in both records. What it says is not told: the reader may see less than is compared.
struct MergeLine
{
    MergePart part = MergePart::Name;
    bool differs = false;
    MergeSide suggested = MergeSide::Kept; ///< What is filled in; of two that are, the one that is kept; alerts both.
    bool operator==(const MergeLine &) const = default;
};

/// One of the two, as far as the reader may see them.
struct MergeRecord
{
    Patient patient;
    int visits = 0;
    std::optional<QDate> lastVisit;
    QString referrer; ///< Name of who sent them; empty for nobody, and for one whom the reader may not see.
    bool operator==(const MergeRecord &) const = default;
};

struct MergePreview
{
    MergeRecord kept;
    MergeRecord merged;
    QList<MergeLine> lines; ///< Each part once, in its order.
    bool operator==(const MergePreview &) const = default;
};

/// Both records side by side. Refuses (Conflict) one with itself, two that are merged already and a hidden one with
/// one that is not. Leaves the audit row "duplicates.open" for each.
Result<MergePreview> previewMerge(const store::Snapshot &view, PatientId kept, PatientId merged);

/// Makes them one. Notes of both stand one below the other. Refuses what previewMerge() refuses, and parts that
/// contradict each other as they were not before (field: the draft's): an ID number that says another birth date.
Result<Patient> merge(store::Transaction &tx, const MergeDraft &draft);

/// A record that was merged into another.
struct Alias
{
    PatientId id{Uuid(Uuid::Bytes{})};
    QString number;
    QString oldNumber;
    QString name;
    Instant at;  ///< When they were merged; the epoch where nobody knows any more.
    QString who; ///< May be empty.
    bool operator==(const Alias &) const = default;
};
/// The records that were merged into this one, the latest first; those that were merged into these as well.
Result<QList<Alias>> aliases(const store::Snapshot &view, PatientId id);

/// What taking a merge apart came to.
struct Unmerged
{
    Patient kept;
    Patient apart;
    QList<MergePart> restored; ///< They are again what they were in the record that was kept.
    QList<MergePart> changed;  ///< Somebody has changed these since the merge: they stay.
};
/// Takes a merge apart at any time. @p merged is the record that was merged into another (see aliases()); whatever was
/// written for it is its own again. What was written since the merge stays with the record that was kept. Needs a
/// reason. Conflict where it is not merged.
Result<Unmerged> unmerge(store::Transaction &tx, PatientId merged, const QString &reason);

} // namespace xinglin::patient
