#include "access/roles.h"

#include <QCoreApplication>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

/// What holds a clinic together is not for copies.
constexpr Rights stays{Permission::ManagePeople, Permission::ManageRoles, Permission::EditPolicy,
                       Permission::ReviewGlass,  Permission::ExportAudit, Permission::ExportData};

bool isClinical(Permission permission)
{
    const PermissionTable::Row &row = PermissionTable::shipped().row(permission);
    const auto touches = [](const QByteArrayList &groups) {
        return groups.contains("narrative") || groups.contains("prescription") || groups.contains("care") ||
               groups.contains("allergy") || groups.contains("alert") || groups.contains("treatment");
    };
    return touches(row.read) || touches(row.write) || permission == Permission::ReadVisits;
}

CustomRole roleFromRow(const store::Query &row)
{
    return {row.get<CustomRoleId>(0), row.get<QString>(1),
            roleFrom(row.get<QString>(2).at(0)).value_or(Role::Receptionist), Rights::fromCodes(row.get<QString>(3)),
            row.get<bool>(4)};
}

std::optional<Error> problem(const store::Snapshot &view, const CustomRole &role)
{
    if (role.name.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The role's name is needed."), QStringLiteral("name"), {}};
    if (role.permissions.isEmpty())
        return Error{
            Code::Invalid, Tr::tr("A role that allows nothing is of no use."), QStringLiteral("permissions"), {}};
    for (const Permission permission : role.permissions.list()) {
        if (!mayHave(role.base, permission))
            return Error{Code::Invalid, Tr::tr("A copy of this role cannot be given that permission."),
                         QStringLiteral("permissions"), codeOf(permission)};
    }
    store::Query rows = view.sql("SELECT id, name FROM custom_role");
    while (rows.next()) {
        if (rows.get<CustomRoleId>(0) != role.id &&
            rows.get<QString>(1).compare(role.name.trimmed(), Qt::CaseInsensitive) == 0)
            return Error{Code::Conflict, Tr::tr("There is a role of this name already."), QStringLiteral("name"), {}};
    }
    return std::nullopt;
}

/// Owners give roles; the person is there.
std::optional<Error> mayGive(const store::Transaction &tx, UserId user)
{
    if (auto refused = require(tx, Permission::ManageRoles))
        return refused;
    if (!tx.sql("SELECT 1 FROM user WHERE id = ?1").bind(user).next())
        return Error{Code::NotFound, Tr::tr("There is no such person."), {}, user.toString()};
    return std::nullopt;
}

} // namespace

bool mayHave(Role base, Permission permission)
{
    if (stays.has(permission))
        return false;
    if (isNarrative(permission) && base != Role::Practitioner)
        return false;
    if (base == Role::Administrator && isClinical(permission))
        return false;
    return base != Role::Auditor || !isWriting(permission);
}

CustomRole copyOf(Role base)
{
    CustomRole role;
    role.base = base;
    for (const Permission permission : rightsOf(Roles(base)).list()) {
        if (mayHave(base, permission))
            role.permissions |= {permission};
    }
    return role;
}

Result<QList<CustomRole>> customRoles(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadPeople))
        return *refused;
    QList<CustomRole> found;
    store::Query rows = view.sql("SELECT id, name, base, permissions, active FROM custom_role");
    while (rows.next())
        found << roleFromRow(rows);
    std::sort(found.begin(), found.end(), [](const CustomRole &a, const CustomRole &b) {
        return std::tuple(!a.active, a.name) < std::tuple(!b.active, b.name);
    });
    return found;
}

Result<CustomRole> saveRole(store::Transaction &tx, const CustomRole &role)
{
    if (auto refused = require(tx, Permission::ManageRoles))
        return *refused;
    if (auto wrong = problem(tx, role))
        return *wrong;
    CustomRole stored = role;
    stored.name = role.name.trimmed();
    if (stored.id == CustomRoleId(Uuid(Uuid::Bytes{}))) {
        stored.id = tx.create<CustomRoleId>();
        tx.sql("INSERT INTO custom_role(id, name, base, permissions, active) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(stored.id, stored.name, QString(letterOf(stored.base)), stored.permissions.codes(), stored.active)
            .run();
    } else {
        store::Query before = tx.sql("SELECT base FROM custom_role WHERE id = ?1");
        if (!before.bind(stored.id).next())
            return Error{Code::NotFound, Tr::tr("There is no such role."), {}, stored.id.toString()};
        if (before.get<QString>(0) != letterOf(stored.base))
            return Error{Code::Conflict,
                         Tr::tr("A copy stays a copy of the role it was made from."),
                         QStringLiteral("base"),
                         {}};
        tx.sql("UPDATE custom_role SET name = ?2, permissions = ?3, active = ?4 WHERE id = ?1")
            .bind(stored.id, stored.name, stored.permissions.codes(), stored.active)
            .run();
    }
    tx.audit({tx.act(), "custom_role", stored.id.uuid(), {}, "ok", stored.permissions.codes()});
    forgetFooting(tx);
    return stored;
}

Result<Done> grantRole(store::Transaction &tx, UserId user, CustomRoleId role, std::optional<Instant> until)
{
    if (auto refused = mayGive(tx, user))
        return *refused;
    store::Query known = tx.sql("SELECT active FROM custom_role WHERE id = ?1");
    if (!known.bind(role).next())
        return Error{Code::NotFound, Tr::tr("There is no such role."), {}, role.toString()};
    if (!known.get<bool>(0))
        return Error{Code::Conflict, Tr::tr("This role is not in use any more."), {}, role.toString()};
    if (until && *until <= tx.now())
        return Error{Code::Invalid, Tr::tr("The end must lie ahead."), QStringLiteral("until"), {}};
    store::Query held =
        tx.sql("SELECT id FROM custom_role_grant WHERE user_id = ?1 AND custom_role_id = ?2 AND revoked = 0");
    if (held.bind(user, role).next())
        tx.sql("UPDATE custom_role_grant SET until_ms = ?2 WHERE id = ?1").bind(held.get<Uuid>(0), until).run();
    else
        tx.sql("INSERT INTO custom_role_grant(id, user_id, custom_role_id, until_ms) VALUES(?1, ?2, ?3, ?4)")
            .bind(tx.newUuid(), user, role, until)
            .run();
    tx.audit({tx.act(), "user", user.uuid(), {}, "ok", QStringLiteral("+%1").arg(role.toString())});
    forgetFooting(tx);
    return Done{};
}

Result<Done> revokeRole(store::Transaction &tx, UserId user, CustomRoleId role)
{
    if (auto refused = mayGive(tx, user))
        return *refused;
    tx.sql("UPDATE custom_role_grant SET revoked = 1 WHERE user_id = ?1 AND custom_role_id = ?2 AND revoked = 0")
        .bind(user, role)
        .run();
    tx.audit({tx.act(), "user", user.uuid(), {}, "ok", QStringLiteral("-%1").arg(role.toString())});
    forgetFooting(tx);
    return Done{};
}

Result<QList<CustomGrant>> customGrants(const store::Snapshot &view)
{
    const auto people = users(view);
    if (!people)
        return people.error();
    QList<CustomGrant> found;
    store::Query rows = view.sql("SELECT custom_role_id, until_ms FROM custom_role_grant WHERE user_id = ?1"
                                 " AND revoked = 0 AND (until_ms IS NULL OR until_ms > ?2) ORDER BY n");
    for (const User &person : *people) {
        rows.bind(person.id, view.now());
        while (rows.next())
            found << CustomGrant{person.id, rows.get<CustomRoleId>(0), rows.get<std::optional<Instant>>(1)};
    }
    return found;
}

} // namespace xinglin::access
