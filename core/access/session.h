#pragma once

#include "access/people.h"
#include "base/files.h"
#include "store/store.h"
#include "store/vault/recoverysheet.h"

#include <memory>

/// From a folder on disk to an open store and back: founding, signing in, locking. All functions block (Argon2, disk):
/// call them on a worker thread.
namespace xinglin::access {

/// What signing in needs from outside; all outlive the session.
struct Surroundings
{
    QString folder; ///< Of the clinic: keyring, store, attachments.
    const Clock *clock = nullptr;
    Random *random = nullptr;
    Files *files = nullptr;
    QTimeZone zone = QTimeZone("Asia/Shanghai");
    bool quickKeys = false; ///< Smallest Argon2 parameters; tests only.
};

/// What the sign-in screen knows before a key is there: from the keyring, which holds logins but no names.
struct DoorPlate
{
    bool exists = false; ///< False: nothing there yet, the first-run assistant follows.
    QStringList logins;
    bool recoveryConfirmed = false;
};
Result<DoorPlate> lookAt(const Surroundings &around);

/// An open store and who opened it. Destroying it closes the store and wipes the keys.
struct Session
{
    std::unique_ptr<store::Store> store;
    store::Actor actor;
    UserId user{Uuid(Uuid::Bytes{})};
    std::shared_ptr<const SecretBytes> databaseKey; ///< To seal it to further users.
    std::shared_ptr<const SecretBytes> userSecret;  ///< Opens what is sealed to the user.
};

/// What the first-run assistant gathers.
struct SetUp
{
    QString clinic;
    QString address;
    QString phone;
    QString licence;
    QString deviceName;
    bool training = false;
    User owner; ///< Roles as chosen; Owner is added.
    QString password;
};
struct Founded
{
    Session session;
    std::shared_ptr<const RecoverySheet> sheet; ///< Its lines are to be printed; the seed is nowhere else.
};
/// Makes keyring and store in an empty or new folder. On a refusal nothing is left behind.
Result<Founded> setUp(const Surroundings &around, const SetUp &wishes);

/// Opens the clinic of the folder. WrongPassword for an unknown login as well; Throttled after too many tries
/// (`detail`: seconds); Damaged, Foreign, Newer, InUse as the files are.
Result<Session> signIn(const Surroundings &around, const QString &login, const QString &password);
/// Whether login and password belong together while the store is open already: ending a lock, changing the user.
/// Returns the user's id and their opened secret.
struct Person
{
    UserId user{Uuid(Uuid::Bytes{})};
    std::shared_ptr<const SecretBytes> secret;
};
Result<Person> identify(const Surroundings &around, const QString &login, const QString &password);

/// Adds a person to the keyring and the store, with a first password. @p session is of somebody who may.
Result<User> addPerson(const Surroundings &around, const Session &session, const User &user, const QString &password);
/// Rewraps the user's secret under a new password.
Result<Done> changePassword(const Surroundings &around, const QString &login, const QString &old, const QString &fresh);
/// One line (1 to 4) of the sheet that was just printed, typed back, proves that it is on paper.
Result<Done> confirmRecovery(const Surroundings &around, const RecoverySheet &sheet, int line, const QString &typed);
/// The same at any later time, by typing the whole sheet.
Result<Done> confirmRecovery(const Surroundings &around, const QString &typedSheet);

} // namespace xinglin::access
