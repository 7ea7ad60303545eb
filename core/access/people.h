#pragma once

#include "access/permission.h"
#include "store/transaction.h"

#include <QHash>

namespace xinglin::access {

using UserId = Id<struct UserTag>;
using ClinicId = Id<struct ClinicTag>;
using DeviceId = Id<struct DeviceTag>;

/// A person who signs in.
struct User
{
    UserId id{Uuid(Uuid::Bytes{})};
    QString login;
    QString name;
    QString title;   ///< As on papers, such as 主任医师.
    QString licence; ///< Practising certificate number.
    Roles roles;
    bool active = true;
    bool operator==(const User &) const = default;
};

/// The clinic as on its papers.
struct ClinicProfile
{
    ClinicId id{Uuid(Uuid::Bytes{})};
    QString name;
    QString address;
    QString phone;
    QString licence;
    bool isTraining = false;
    bool operator==(const ClinicProfile &) const = default;
};

/// What founding a clinic writes. Possible once, while there is nobody yet.
struct Founding
{
    ClinicProfile clinic;
    QString deviceName;
    QByteArray recoveryKey; ///< Public half, 32 bytes.
    User owner;
    QByteArray ownerKey; ///< Public half, 32 bytes.
};
Result<Done> found(store::Transaction &tx, const Founding &founding);

/// Adds a person. Their keyring entry is made beside it; see Session. Refuses a login that is taken, and roles given by
/// anyone but an owner: administrators add people without a role.
Result<User> addUser(store::Transaction &tx, const User &user, const QByteArray &publicKey);
/// Everyone, by name; the inactive last.
Result<QList<User>> users(const store::Snapshot &view);
Result<User> user(const store::Snapshot &view, UserId id);

/// A role as given to a person.
struct Grant
{
    Role role = Role::Receptionist;
    std::optional<Instant> until; ///< Empty: without end.
    bool operator==(const Grant &) const = default;
};

/// Changes name, title, licence and roles; the sign-in name stays. Roles are an owner's to give: from anybody else
/// others than they are is refused, and so is touching an owner. The clinic keeps an owner without end.
Result<User> editUser(store::Transaction &tx, const User &user);
/// Disables or enables. Refuses disabling oneself and the last owner. The keyring is changed beside it; see Session.
Result<Done> setActive(store::Transaction &tx, UserId id, bool active);
/// Gives a role, or another end to one that is given. Owners only; an end must lie ahead.
Result<Done> grant(store::Transaction &tx, UserId id, Role role, std::optional<Instant> until = {});
Result<Done> revoke(store::Transaction &tx, UserId id, Role role);
/// The roles a person has now, with their ends.
Result<QList<Grant>> grantsOf(const store::Snapshot &view, UserId id);
/// When each person last did anything here, by the audit log; who never did is missing. For those who manage people.
Result<QHash<UserId, Instant>> lastUses(const store::Snapshot &view);

/// What is unwise in how roles are given. Shown for as long as it is so.
struct StandingWarning
{
    enum class Kind { AdministratorAudits, OwnerAudits, OnlyOneOwner };
    Kind kind = Kind::OnlyOneOwner;
    UserId user{Uuid(Uuid::Bytes{})};
    QString text; ///< One sentence.
    bool operator==(const StandingWarning &) const = default;
};
struct Standing
{
    QList<StandingWarning> warnings;
    int owners = 0; ///< Active ones.
    bool operator==(const Standing &) const = default;
};
Result<Standing> standing(const store::Snapshot &view);

/// Begins a look at the clinic as this person would see it: the audit row. Refuses oneself and the disabled. The look
/// itself is an Actor with `previewed` set.
Result<Done> beginPreview(const store::Snapshot &view, UserId id);

Result<ClinicProfile> clinicProfile(const store::Snapshot &view);
Result<Done> editClinicProfile(store::Transaction &tx, const ClinicProfile &profile);

} // namespace xinglin::access
