#include "clinic/schedule/resources.h"

#include "base/text/searchkeys.h"
#include "clinic/schedule/schedulerows.h"
#include "store/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;

constexpr std::array kinds{std::pair(ResourceKind::Practitioner, "practitioner"), std::pair(ResourceKind::Room, "room"),
                           std::pair(ResourceKind::Bed, "bed"), std::pair(ResourceKind::Device, "device")};

constexpr char Columns[] = "SELECT r.id, r.kind, r.name, r.user_id, r.sex, r.room_id, r.capacity, r.hue,"
                           " r.works_on_holidays, r.made_up_as, r.position, r.retired FROM resource r";

Resource resourceFrom(const store::Query &row)
{
    ResourceDraft content;
    content.kind = resourceKindFrom(row.get<QString>(1)).value_or(ResourceKind::Practitioner);
    content.name = row.get<QString>(2);
    content.user = row.get<std::optional<access::UserId>>(3);
    if (!row.isNull(4))
        content.sex = sexFrom(row.get<QString>(4));
    content.room = row.get<std::optional<ResourceId>>(5);
    content.capacity = row.get<int>(6);
    content.hue = row.get<QString>(7);
    content.worksOnHolidays = row.get<bool>(8);
    content.madeUpAs = row.get<std::optional<int>>(9);
    content.position = row.get<int>(10);
    return {row.get<ResourceId>(0), content, row.get<bool>(11)};
}

/// All of them; there are some tens in a clinic.
QList<Resource> all(const store::Snapshot &view)
{
    static const QByteArray sql = QByteArray(Columns) + " ORDER BY r.n";
    store::Query rows = view.sql(sql.constData());
    QList<Resource> found;
    while (rows.next())
        found << resourceFrom(rows);
    std::stable_sort(found.begin(), found.end(), [](const Resource &a, const Resource &b) {
        const auto key = [](const Resource &one) {
            return std::tuple(one.retired, one.content.kind, one.content.position, normaliseName(one.content.name));
        };
        return key(a) < key(b);
    });
    return found;
}

std::optional<Resource> find(const store::Snapshot &view, ResourceId id)
{
    static const QByteArray sql = QByteArray(Columns) + " WHERE r.id = ?1";
    store::Query row = view.sql(sql.constData());
    return row.bind(id).next() ? std::optional(resourceFrom(row)) : std::nullopt;
}

std::optional<Error> namesake(const QList<Resource> &known, const ResourceDraft &draft, std::optional<ResourceId> but)
{
    for (const Resource &other : known) {
        if (other.retired || other.id == but || other.content.kind != draft.kind)
            continue;
        if (normaliseName(other.content.name) == normaliseName(draft.name))
            return wrong("name", Tr::tr("“%1” is there already.").arg(other.content.name), Code::Conflict);
        if (draft.user && other.content.user == draft.user)
            return wrong("user", Tr::tr("They are “%1” already.").arg(other.content.name), Code::Conflict);
    }
    return std::nullopt;
}

std::optional<Error> problem(const store::Snapshot &view, const ResourceDraft &draft, std::optional<ResourceId> but)
{
    if (draft.name.isEmpty())
        return wrong("name", Tr::tr("The name is needed."));
    if (draft.name.size() > mostResourceName)
        return wrong("name", Tr::tr("A name has at most %1 characters.").arg(mostResourceName));
    if (draft.capacity < 1 || draft.capacity > mostCapacity)
        return wrong("capacity", Tr::tr("At once there can be 1 to %1.").arg(mostCapacity));
    if (draft.madeUpAs && (*draft.madeUpAs < 1 || *draft.madeUpAs > 7))
        return wrong("madeUpAs", Tr::tr("This is no weekday."));
    const bool person = draft.kind == ResourceKind::Practitioner;
    if (!person && (draft.user || draft.sex || draft.room))
        return wrong("kind", Tr::tr("Only a practitioner signs in, has a sex and a room."));
    if (draft.sex && *draft.sex != Sex::Male && *draft.sex != Sex::Female)
        return wrong("sex", Tr::tr("This cannot be asked for."));
    const QList<Resource> known = all(view);
    if (draft.room && std::none_of(known.cbegin(), known.cend(), [&](const Resource &one) {
            return one.id == *draft.room && one.content.kind == ResourceKind::Room;
        }))
        return wrong("room", Tr::tr("There is no such room."));
    if (draft.user) {
        store::Query user = view.sql("SELECT 1 FROM user WHERE id = ?1");
        if (!user.bind(*draft.user).next())
            return wrong("user", Tr::tr("There is nobody of this name."));
    }
    return namesake(known, draft, but);
}

std::optional<QString> sexText(const ResourceDraft &draft)
{
    return draft.sex ? std::optional(toText(*draft.sex)) : std::nullopt;
}

void note(store::Transaction &tx, ResourceId id)
{
    tx.audit({tx.act(), "resource", id.uuid(), {}, "ok", {}});
}

} // namespace

Error wrong(const char *field, const QString &sentence, Code code)
{
    return {code, sentence, QLatin1String(field), {}};
}

Error missing(ResourceId id)
{
    return {Code::NotFound, Tr::tr("There is no such person, room or device to book."), {}, id.toString()};
}

QString toText(ResourceKind kind)
{
    return QString::fromLatin1(
        std::find_if(kinds.begin(), kinds.end(), [kind](const auto &one) { return one.first == kind; })->second);
}

std::optional<ResourceKind> resourceKindFrom(const QString &text)
{
    for (const auto &[kind, stored] : kinds) {
        if (text == QLatin1String(stored))
            return kind;
    }
    return std::nullopt;
}

QString nameOf(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Practitioner:
        return Tr::tr("practitioner");
    case ResourceKind::Room:
        return Tr::tr("room");
    case ResourceKind::Bed:
        return Tr::tr("bed");
    case ResourceKind::Device:
        return Tr::tr("device");
    }
    Q_UNREACHABLE();
}

Result<Resource> addResource(store::Transaction &tx, const ResourceDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    ResourceDraft clean = draft;
    clean.name = draft.name.trimmed();
    if (auto found = problem(tx, clean, {}))
        return *found;
    const auto id = tx.create<ResourceId>();
    tx.sql("INSERT INTO resource(id, kind, name, user_id, sex, room_id, capacity, hue, works_on_holidays, made_up_as,"
           " position) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .bind(id, toText(clean.kind), clean.name, clean.user, sexText(clean), clean.room, clean.capacity,
              patient::orNull(clean.hue), clean.worksOnHolidays, clean.madeUpAs, clean.position)
        .run();
    note(tx, id);
    return *find(tx, id);
}

Result<Resource> editResource(store::Transaction &tx, ResourceId id, const ResourceDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    const auto known = find(tx, id);
    if (!known)
        return missing(id);
    ResourceDraft clean = draft;
    clean.name = draft.name.trimmed();
    if (clean.kind != known->content.kind)
        return wrong("kind", Tr::tr("What it is stays; take it out of use and make another."));
    if (auto found = problem(tx, clean, id))
        return *found;
    tx.sql("UPDATE resource SET name = ?2, user_id = ?3, sex = ?4, room_id = ?5, capacity = ?6, hue = ?7,"
           " works_on_holidays = ?8, made_up_as = ?9, position = ?10 WHERE id = ?1")
        .bind(id, clean.name, clean.user, sexText(clean), clean.room, clean.capacity, patient::orNull(clean.hue),
              clean.worksOnHolidays, clean.madeUpAs, clean.position)
        .run();
    note(tx, id);
    return *find(tx, id);
}

Result<Done> retireResource(store::Transaction &tx, ResourceId id, bool retired)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    const auto known = find(tx, id);
    if (!known)
        return missing(id);
    if (!retired) {
        if (auto found = namesake(all(tx), known->content, id))
            return *found;
    }
    tx.sql("UPDATE resource SET retired = ?2 WHERE id = ?1").bind(id, retired).run();
    note(tx, id);
    return Done{};
}

Result<Resource> resource(const store::Snapshot &view, ResourceId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = find(view, id);
    return found ? Result<Resource>(*found) : missing(id);
}

Result<QList<Resource>> resources(const store::Snapshot &view, bool retired)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    QList<Resource> found = all(view);
    if (!retired)
        found.removeIf([](const Resource &one) { return one.retired; });
    return found;
}

Result<std::optional<Resource>> ownResource(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    for (const Resource &one : all(view)) {
        if (!one.retired && one.content.user && one.content.user->uuid() == view.actor().user)
            return std::optional(one);
    }
    return std::optional<Resource>();
}

} // namespace xinglin::schedule
