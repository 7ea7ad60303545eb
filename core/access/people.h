#pragma once

#include "access/permission.h"
#include "store/transaction.h"

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

/// Adds a person. Their keyring entry is made beside it; see Session. Refuses a login that is taken, and an owner by
/// anyone but an owner.
Result<User> addUser(store::Transaction &tx, const User &user, const QByteArray &publicKey);
/// Everyone, by name; the inactive last.
Result<QList<User>> users(const store::Snapshot &view);
Result<User> user(const store::Snapshot &view, UserId id);
Result<ClinicProfile> clinicProfile(const store::Snapshot &view);
Result<Done> editClinicProfile(store::Transaction &tx, const ClinicProfile &profile);

} // namespace xinglin::access
