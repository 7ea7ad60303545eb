#pragma once

#include "access/people.h"
#include "base/result.h"
#include "clinic/patient/patient.h"

namespace xinglin {

using ResourceId = Id<struct ResourceTag>;

/// What can be booked.
enum class ResourceKind { Practitioner, Room, Bed, Device };

/// One as it is entered.
struct ResourceDraft
{
    ResourceKind kind = ResourceKind::Practitioner;
    QString name;
    std::optional<access::UserId> user; ///< Who signs in as this practitioner.
    std::optional<Sex> sex;             ///< Of a practitioner, for patients who ask; male, female or not known.
    std::optional<ResourceId> room;     ///< Where a practitioner usually is.
    int capacity = 1;                   ///< So many at once: two beds of a kind are one resource of two.
    QString hue;                        ///< Name of a colour of the theme; empty: the usual one.
    bool worksOnHolidays = false;
    std::optional<int> madeUpAs; ///< The weekday (1 Monday … 7 Sunday) whose hours a made-up working day has.
    int position = 0;            ///< In lists and columns.
    bool operator==(const ResourceDraft &) const = default;
};

struct Resource
{
    ResourceId id{Uuid(Uuid::Bytes{})};
    ResourceDraft content;
    bool retired = false; ///< Not booked any more; what was booked stays.
    bool operator==(const Resource &) const = default;
};

} // namespace xinglin

/// Who and what can be booked, when they work, what is booked.
namespace xinglin::schedule {

constexpr qsizetype mostResourceName = 40;
constexpr int mostCapacity = 100;

QString toText(ResourceKind kind); ///< "practitioner", "room", "bed", "device": as stored.
std::optional<ResourceKind> resourceKindFrom(const QString &text);
/// In the language of the program: "practitioner".
QString nameOf(ResourceKind kind);

/// Makes one. Invalid: no or too long a name ("name"), a capacity out of 1 … 100 ("capacity"), a room that is none
/// ("room"), a weekday that is none ("madeUpAs"), somebody unknown ("user"). Conflict where one of the same kind in use
/// is called the same ("name") or the person is a practitioner already ("user").
Result<Resource> addResource(store::Transaction &tx, const ResourceDraft &draft);
/// Refuses what addResource() refuses, and another kind ("kind").
Result<Resource> editResource(store::Transaction &tx, ResourceId id, const ResourceDraft &draft);
/// Takes one out of use, or back into it.
Result<Done> retireResource(store::Transaction &tx, ResourceId id, bool retired = true);

Result<Resource> resource(const store::Snapshot &view, ResourceId id);
/// Those in use by kind, position and name; with @p retired also those that are not, after them.
Result<QList<Resource>> resources(const store::Snapshot &view, bool retired = false);
/// Whom the person who acts is as a practitioner; nullopt: nobody.
Result<std::optional<Resource>> ownResource(const store::Snapshot &view);

} // namespace xinglin::schedule
