#pragma once

#include "clinic/treatment/treatment.h"

/// Points that are often taken together, kept under a name and a code to type.
namespace xinglin::pointgroup {

struct Draft
{
    std::optional<PointGroupId> group; ///< Of one that is changed.
    QString name;                      ///< 失眠方
    QString code;                      ///< What it is typed by; the initials of the name where empty.
    bool shared = false;               ///< Everybody's; else its maker's alone.
    Technique technique = Technique::Unsaid;
    std::optional<int> minutes;
    QList<TreatmentPoint> points;
    bool operator==(const Draft &) const = default;
};

struct Group
{
    PointGroupId id{Uuid(Uuid::Bytes{})};
    Draft content; ///< Its group is `id`, its code is never empty.
    bool operator==(const Group &) const = default;
};

/// What the name is typed by, unless one says otherwise: its initials in lower case. Pure.
QString codeFor(const QString &name);

/// The groups in use that the actor may type: everybody's and their own, by name.
Result<QList<Group>> all(const store::Snapshot &view);
/// Makes a group or changes one. A group of somebody else's is not found; a name or code that is in use already is
/// refused (Conflict, with its field).
Result<Group> save(store::Transaction &tx, const Draft &draft);
/// Takes a group out of use; what was ordered with it stays.
Result<Done> retire(store::Transaction &tx, PointGroupId id);

} // namespace xinglin::pointgroup
