#pragma once

#include "base/result.h"
#include "clinic/patient/patient.h"
#include "store/snapshot.h"

namespace xinglin {

using TagId = Id<struct TagTag>;

/// A word of the clinic's own that patients are grouped by.
struct Tag
{
    TagId id{Uuid(Uuid::Bytes{})};
    QString name;
    bool retired = false; ///< Offered no more; who carries it keeps it.
    bool operator==(const Tag &) const = default;
};

/// A tag and how many people carry it.
struct TagCount
{
    Tag tag;
    qint64 patients = 0;
    bool operator==(const TagCount &) const = default;
};

} // namespace xinglin

namespace xinglin::tags {

/// The longest name of a tag.
constexpr qsizetype mostName = 30;

/// Makes one. Invalid: no or too long a name ("name"). Conflict where one is called the same but for case, width and
/// spaces, also one that is retired ("name").
Result<Tag> make(store::Transaction &tx, const QString &name);
/// Refuses what make() refuses.
Result<Tag> rename(store::Transaction &tx, TagId id, const QString &name);
/// Takes one out of use, or back into it.
Result<Done> retire(store::Transaction &tx, TagId id, bool retired = true);
/// Gives a patient a tag. Conflict where they carry it already or it is retired ("tag").
Result<Tag> put(store::Transaction &tx, PatientId patient, TagId id);
/// Takes it from them. NotFound where they do not carry it.
Result<Done> take(store::Transaction &tx, PatientId patient, TagId id);

/// What a patient carries, by name.
Result<QList<Tag>> ofPatient(const store::Snapshot &view, PatientId patient);
/// Those in use, by name.
Result<QList<Tag>> inUse(const store::Snapshot &view);
/// All of them, those in use first, each with the number of people the reader may see who carry it; merged records
/// count once.
Result<QList<TagCount>> counted(const store::Snapshot &view);

} // namespace xinglin::tags
