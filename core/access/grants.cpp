#include "access/people.h"
#include "access/rights.h"

#include <QCoreApplication>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

Error onlyOwners()
{
    return {Code::NoPermission, Tr::tr("Only an owner can give or take roles."), QStringLiteral("roles"), {}};
}

bool isOwner(const store::Snapshot &view)
{
    return bool(rolesOf(view) & Role::Owner);
}

/// The person, for somebody who manages people; an owner only for an owner.
Result<User> manageable(const store::Transaction &tx, UserId id)
{
    if (auto refused = require(tx, Permission::ManagePeople))
        return *refused;
    auto found = user(tx, id);
    if (found && found->roles & Role::Owner && !isOwner(tx))
        return Error{Code::NoPermission, Tr::tr("Only an owner can change an owner."), {}, id.toString()};
    return found;
}

/// Without an owner whose role has no end, nobody could give roles any more.
std::optional<Error> ownerIsLeft(const store::Transaction &tx)
{
    store::Query owners = tx.sql("SELECT u.active FROM user_role r JOIN user u ON u.id = r.user_id"
                                 " WHERE r.role = 'O' AND r.revoked = 0 AND r.until_ms IS NULL");
    while (owners.next()) {
        if (owners.get<bool>(0))
            return std::nullopt;
    }
    return Error{
        Code::Conflict, Tr::tr("The clinic needs an owner; this is the last one."), QStringLiteral("roles"), {}};
}

void give(store::Transaction &tx, UserId id, Role role, std::optional<Instant> until)
{
    store::Query held = tx.sql("SELECT id FROM user_role WHERE user_id = ?1 AND role = ?2 AND revoked = 0");
    if (held.bind(id, QString(letterOf(role))).next())
        tx.sql("UPDATE user_role SET until_ms = ?2 WHERE id = ?1").bind(held.get<Uuid>(0), until).run();
    else
        tx.sql("INSERT INTO user_role(id, user_id, role, until_ms) VALUES(?1, ?2, ?3, ?4)")
            .bind(tx.newUuid(), id, QString(letterOf(role)), until)
            .run();
}

void take(store::Transaction &tx, UserId id, Role role)
{
    tx.sql("UPDATE user_role SET revoked = 1 WHERE user_id = ?1 AND role = ?2 AND revoked = 0")
        .bind(id, QString(letterOf(role)))
        .run();
}

void note(store::Transaction &tx, UserId id, const QString &detail)
{
    tx.audit({tx.act(), "user", id.uuid(), {}, "ok", detail});
    forgetFooting(tx);
}

} // namespace

Result<User> editUser(store::Transaction &tx, const User &user)
{
    const auto before = manageable(tx, user.id);
    if (!before)
        return before.error();
    if (user.name.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The person's name is needed."), QStringLiteral("name"), {}};
    if (user.roles != before->roles && !isOwner(tx))
        return onlyOwners();
    tx.sql("UPDATE user SET name = ?2, title = ?3, licence = ?4 WHERE id = ?1")
        .bind(user.id, user.name.trimmed(), user.title.trimmed(), user.licence.trimmed())
        .run();
    for (const Role role : allRoles()) {
        if (user.roles & role && !(before->roles & role))
            give(tx, user.id, role, {});
        else if (!(user.roles & role) && before->roles & role)
            take(tx, user.id, role);
    }
    if (user.roles != before->roles) {
        if (auto nobody = ownerIsLeft(tx))
            return *nobody;
    }
    note(tx, user.id, lettersOf(before->roles) + QStringLiteral(" → ") + lettersOf(user.roles));
    return access::user(tx, user.id);
}

Result<Done> setActive(store::Transaction &tx, UserId id, bool active)
{
    const auto person = manageable(tx, id);
    if (!person)
        return person.error();
    if (!active && tx.actor().user == id.uuid())
        return Error{Code::Conflict, Tr::tr("Nobody can disable themselves."), {}, {}};
    tx.sql("UPDATE user SET active = ?2 WHERE id = ?1").bind(id, active).run();
    if (auto nobody = ownerIsLeft(tx))
        return *nobody;
    note(tx, id, active ? QStringLiteral("enabled") : QStringLiteral("disabled"));
    return Done{};
}

Result<Done> grant(store::Transaction &tx, UserId id, Role role, std::optional<Instant> until)
{
    const auto person = manageable(tx, id);
    if (!person)
        return person.error();
    if (!isOwner(tx))
        return onlyOwners();
    if (until && *until <= tx.now())
        return Error{Code::Invalid, Tr::tr("The end must lie ahead."), QStringLiteral("until"), {}};
    give(tx, id, role, until);
    if (auto nobody = ownerIsLeft(tx))
        return *nobody;
    note(tx, id,
         QStringLiteral("+%1").arg(letterOf(role)) + (until ? QStringLiteral(" ≤ %1").arg(toMs(*until)) : u""_qs));
    return Done{};
}

Result<Done> revoke(store::Transaction &tx, UserId id, Role role)
{
    const auto person = manageable(tx, id);
    if (!person)
        return person.error();
    if (!isOwner(tx))
        return onlyOwners();
    take(tx, id, role);
    if (auto nobody = ownerIsLeft(tx))
        return *nobody;
    note(tx, id, QStringLiteral("-%1").arg(letterOf(role)));
    return Done{};
}

Result<QList<Grant>> grantsOf(const store::Snapshot &view, UserId id)
{
    if (auto refused = require(view, Permission::ReadPeople))
        return *refused;
    QList<Grant> found;
    store::Query rows = view.sql("SELECT role, until_ms FROM user_role WHERE user_id = ?1 AND revoked = 0"
                                 " AND (until_ms IS NULL OR until_ms > ?2) ORDER BY n");
    rows.bind(id, view.now());
    while (rows.next()) {
        if (const auto role = roleFrom(rows.get<QString>(0).at(0)))
            found << Grant{*role, rows.get<std::optional<Instant>>(1)};
    }
    return found;
}

Result<QHash<UserId, Instant>> lastUses(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ManagePeople))
        return *refused;
    const auto people = users(view);
    if (!people)
        return people.error();
    QHash<UserId, Instant> found;
    // The log itself is open to fewer; the time alone is a matter of accounts.
    store::Query last =
        view.connection().internal("SELECT at_ms FROM audit WHERE user_id = ?1 ORDER BY n DESC LIMIT 1");
    for (const User &person : *people) {
        if (last.bind(person.id).next())
            found.insert(person.id, last.get<Instant>(0));
    }
    return found;
}

Result<Standing> standing(const store::Snapshot &view)
{
    const auto people = users(view);
    if (!people)
        return people.error();
    Standing standing;
    const User *owner = nullptr;
    const auto warn = [&](StandingWarning::Kind kind, UserId user, const QString &text) {
        standing.warnings << StandingWarning{kind, user, text};
    };
    for (const User &person : *people) {
        if (!person.active)
            continue;
        if (person.roles & Role::Owner) {
            ++standing.owners;
            owner = &person;
        }
        if (!(person.roles & Role::Auditor))
            continue;
        if (person.roles & Role::Administrator)
            warn(StandingWarning::Kind::AdministratorAudits, person.id,
                 Tr::tr("%1 is administrator and auditor: nobody else checks what they do.").arg(person.name));
        if (person.roles & Role::Owner)
            warn(StandingWarning::Kind::OwnerAudits, person.id,
                 Tr::tr("%1 is owner and auditor: nobody else checks what they do.").arg(person.name));
    }
    if (standing.owners == 1)
        warn(StandingWarning::Kind::OnlyOneOwner, owner->id,
             Tr::tr("%1 is the only owner. A second one can help when a password is lost.").arg(owner->name));
    return standing;
}

} // namespace xinglin::access
