#include "access/people.h"

#include "store/store.h"

#include <QCoreApplication>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

void insertUser(store::Transaction &tx, const User &user, const QByteArray &publicKey)
{
    tx.sql("INSERT INTO user(id, login, name, title, licence, public_key) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(user.id, user.login, user.name, user.title, user.licence, publicKey)
        .run();
    for (const Role role : allRoles()) {
        if (user.roles & role)
            tx.sql("INSERT INTO user_role(id, user_id, role) VALUES(?1, ?2, ?3)")
                .bind(tx.newUuid(), user.id, QString(letterOf(role)))
                .run();
    }
}

std::optional<Error> firstProblem(const User &user)
{
    if (user.login.isEmpty() ||
        std::any_of(user.login.cbegin(), user.login.cend(), [](QChar c) { return c.isSpace(); }))
        return Error{Code::Invalid, Tr::tr("A sign-in name without spaces is needed."), QStringLiteral("login"), {}};
    if (user.name.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The person's name is needed."), QStringLiteral("name"), {}};
    return std::nullopt;
}

Error onlyOwners()
{
    return {Code::NoPermission, Tr::tr("Only an owner can give or take roles."), QStringLiteral("roles"), {}};
}

/// As the keyring compares logins: width and case do not tell two people apart.
QString folded(const QString &login)
{
    return login.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

bool isTaken(const store::Snapshot &view, const QString &login)
{
    store::Query rows = view.sql("SELECT id, login, name, title, licence, active FROM user");
    while (rows.next()) {
        if (folded(rows.get<QString>(1)) == folded(login))
            return true;
    }
    return false;
}

User userFrom(const store::Snapshot &view, const store::Query &row)
{
    User user{row.get<UserId>(0),  row.get<QString>(1), row.get<QString>(2),
              row.get<QString>(3), row.get<QString>(4), {},
              row.get<bool>(5)};
    store::Query roles = view.sql("SELECT role FROM user_role WHERE user_id = ?1 AND revoked = 0"
                                  " AND (until_ms IS NULL OR until_ms > ?2)");
    roles.bind(user.id, view.now());
    while (roles.next()) {
        if (const auto role = roleFrom(roles.get<QString>(0).at(0)))
            user.roles |= *role;
    }
    return user;
}

} // namespace

Result<Done> found(store::Transaction &tx, const Founding &founding)
{
    // The one act without a person: there is none yet. The groups are opened by hand for it alone.
    const store::Registry &registry = tx.registry();
    const store::GroupMask groups = registry.group("public") | registry.group("staff");
    tx.open({groups, groups});
    if (tx.sql("SELECT 1 FROM clinic LIMIT 1").next() || tx.sql("SELECT 1 FROM user LIMIT 1").next())
        return Error{Code::Conflict, Tr::tr("The clinic has been founded already."), {}, {}};
    if (founding.clinic.name.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The clinic's name is needed."), QStringLiteral("clinic"), {}};
    if (auto problem = firstProblem(founding.owner))
        return *problem;
    if (!founding.owner.roles)
        return Error{Code::Invalid, Tr::tr("At least one role is needed."), QStringLiteral("roles"), {}};
    const auto &identity = tx.store().identity();
    const ClinicProfile &clinic = founding.clinic;
    tx.sql("INSERT INTO clinic(id, name, address, phone, licence, is_training, recovery_key)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(identity.clinic, clinic.name.trimmed(), clinic.address, clinic.phone, clinic.licence, clinic.isTraining,
              founding.recoveryKey)
        .run();
    tx.sql("INSERT INTO device(id, name, letter) VALUES(?1, ?2, ?3)")
        .bind(identity.device, founding.deviceName + QStringLiteral(""), identity.letter)
        .run();
    insertUser(tx, founding.owner, founding.ownerKey);
    return Done{};
}

Result<User> addUser(store::Transaction &tx, const User &user, const QByteArray &publicKey)
{
    if (auto refused = require(tx, Permission::ManagePeople))
        return *refused;
    if (auto problem = firstProblem(user))
        return *problem;
    const bool owner = rolesOf(tx) & Role::Owner;
    if (user.roles && !owner)
        return onlyOwners();
    if (!user.roles && owner)
        return Error{Code::Invalid, Tr::tr("At least one role is needed."), QStringLiteral("roles"), {}};
    if (isTaken(tx, user.login))
        return Error{
            Code::Conflict, Tr::tr("The sign-in name %1 is taken.").arg(user.login), QStringLiteral("login"), {}};
    insertUser(tx, user, publicKey);
    return user;
}

Result<QList<User>> users(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadPeople))
        return *refused;
    QList<User> found;
    store::Query rows = view.sql("SELECT id, login, name, title, licence, active FROM user");
    while (rows.next())
        found << userFrom(view, rows);
    std::sort(found.begin(), found.end(), [](const User &a, const User &b) {
        return std::tuple(!a.active, a.name, a.login) < std::tuple(!b.active, b.name, b.login);
    });
    return found;
}

Result<User> user(const store::Snapshot &view, UserId id)
{
    if (auto refused = require(view, Permission::ReadPeople))
        return *refused;
    store::Query row = view.sql("SELECT id, login, name, title, licence, active FROM user WHERE id = ?1");
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("There is no such person."), {}, id.toString()};
    return userFrom(view, row);
}

Result<Done> beginPreview(const store::Snapshot &view, UserId id)
{
    if (auto refused = require(view, Permission::ManagePeople))
        return *refused;
    const auto person = user(view, id);
    if (!person)
        return person.error();
    if (!person->active || view.actor().user == id.uuid())
        return Error{Code::Conflict,
                     person->active ? Tr::tr("You see the clinic as yourself already.")
                                    : Tr::tr("%1 is disabled and sees nothing.").arg(person->name),
                     {},
                     {}};
    view.audit({"people.preview", "user", id.uuid(), {}, "ok", {}});
    return Done{};
}

Result<ClinicProfile> clinicProfile(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadClinic))
        return *refused;
    store::Query row = view.sql("SELECT id, name, address, phone, licence, is_training FROM clinic LIMIT 1");
    if (!row.next())
        return Error{Code::NotFound, Tr::tr("The clinic has not been founded."), {}, {}};
    return ClinicProfile{row.get<ClinicId>(0), row.get<QString>(1), row.get<QString>(2),
                         row.get<QString>(3),  row.get<QString>(4), row.get<bool>(5)};
}

Result<Done> editClinicProfile(store::Transaction &tx, const ClinicProfile &profile)
{
    if (auto refused = require(tx, Permission::EditClinic))
        return *refused;
    if (profile.name.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The clinic's name is needed."), QStringLiteral("name"), {}};
    if (!tx.sql("SELECT 1 FROM clinic WHERE id = ?1").bind(profile.id).next())
        return Error{Code::NotFound, Tr::tr("The clinic has not been founded."), {}, profile.id.toString()};
    tx.sql("UPDATE clinic SET name = ?2, address = ?3, phone = ?4, licence = ?5 WHERE id = ?1")
        .bind(profile.id, profile.name.trimmed(), profile.address, profile.phone, profile.licence)
        .run();
    return Done{};
}

} // namespace xinglin::access
