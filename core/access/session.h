#pragma once

#include "access/password.h"
#include "access/people.h"
#include "base/files.h"
#include "store/store.h"
#include "store/vault/recoverysheet.h"

#include <memory>
#include <mutex>

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
    bool quickKeys = false; ///< Smallest Argon2 parameters; for tests, and passwords that are no secret.
};

/// What the sign-in screen knows before a key is there: from the keyring, which holds logins but no names.
struct DoorPlate
{
    bool exists = false; ///< False: nothing there yet, the first-run assistant follows.
    QStringList logins;
    bool recoveryConfirmed = false;             ///< Ever.
    std::optional<Instant> recoveryConfirmedAt; ///< Should be repeated each year.
    std::optional<Instant> recoveryUsedAt;      ///< Owners are reminded of it for 30 days.
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
    quint32 failures = 0;                           ///< Wrong passwords since the last success.
    bool mustChange = false; ///< The password was set by somebody else, or is too old by the clinic's rule.
};

/// The keys of an open clinic, for what needs them beside the store: letting people in, opening their drafts. Shared
/// by the window and its pages; any thread.
class Keys
{
public:
    Keys(std::shared_ptr<const SecretBytes> databaseKey, UserId user, std::shared_ptr<const SecretBytes> userSecret);

    std::shared_ptr<const SecretBytes> databaseKey() const;
    /// Of the person who works here now; null while locked. @p user must be that person, else null.
    std::shared_ptr<const SecretBytes> secretOf(UserId user) const;
    /// Another person has come, or the same one is back.
    void setPerson(UserId user, std::shared_ptr<const SecretBytes> userSecret);
    /// Soft lock: lets the person's secret go.
    void lock();
    /// Hard lock: lets the database key go too.
    void close();

private:
    mutable std::mutex m_lock;
    std::shared_ptr<const SecretBytes> m_databaseKey;
    UserId m_user;
    std::shared_ptr<const SecretBytes> m_userSecret;
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
    Password password;
};
struct Founded
{
    Session session;
    std::shared_ptr<const RecoverySheet> sheet; ///< Its lines are to be printed; the seed is nowhere else.
};
/// Makes keyring and store in an empty or new folder. On a refusal nothing is left behind.
Result<Founded> setUp(const Surroundings &around, const SetUp &wishes);

/// Opens the clinic of the folder. WrongPassword for an unknown login as well; Throttled after too many tries
/// (`detail`: seconds); Damaged, Foreign, Newer, InUse as the files are. Failed tries since the store was last open are
/// written to its audit log ("session.failed"), and what a crash left half done between keyring and store is set right.
Result<Session> signIn(const Surroundings &around, const QString &login, const Password &password);
/// Whether login and password belong together while the store is open already: ending a lock, changing the user.
struct Person
{
    UserId user{Uuid(Uuid::Bytes{})};
    std::shared_ptr<const SecretBytes> secret;
    quint32 failures = 0;    ///< As in Session.
    bool mustChange = false; ///< As in Session.
};
/// A failure is audited at once. The store outlives the call: see Clinic::work().
Result<Person> identify(const Surroundings &around, store::Store &store, const QString &login,
                        const Password &password);
/// The same where the store is not at hand; a failure is audited when it is next opened.
Result<Person> identify(const Surroundings &around, const QString &login, const Password &password);

// What follows changes keyring and store in one act: either both or none, and a crash between them is set right by the
// next signIn(). All take the time of Argon2 before the store is asked: see Clinic::work().

/// Adds a person to the keyring and the store, with a first password that they have to change.
/// @p databaseKey is Keys::databaseKey().
Result<User> addPerson(const Surroundings &around, store::Store &store, const store::Actor &actor,
                       const SecretBytes &databaseKey, const User &user, const Password &password);
/// The same with a password that need not be changed: founding, filling a training clinic.
Result<User> addPerson(const Surroundings &around, const Session &session, const User &user, const Password &password);
/// A new password, to be changed at the first sign-in, for somebody who has lost theirs. It comes with a new key pair:
/// what was sealed to the old one (unsaved drafts, notes marked sensitive that nobody else can open) is lost, and the
/// screen has to say so before. An owner's password only by an owner; not one's own.
Result<Done> resetPassword(const Surroundings &around, store::Store &store, const store::Actor &actor,
                           const SecretBytes &databaseKey, UserId user, const Password &fresh);
/// The person can no longer sign in on this PC: their row says so and the database key is no longer sealed to them. An
/// owner only by an owner; neither oneself nor the last owner.
Result<Done> disablePerson(const Surroundings &around, store::Store &store, const store::Actor &actor, UserId user);
/// They can sign in again, with their old password. NotFound where the keyring has no entry: then resetPassword().
Result<Done> enablePerson(const Surroundings &around, store::Store &store, const store::Actor &actor,
                          const SecretBytes &databaseKey, UserId user);
/// Rewraps the person's secret under a new password of their own; the actor's. WrongPassword and Throttled as in
/// signIn(); Invalid (field "password") where it is weak or one of the last five.
Result<Done> changePassword(const Surroundings &around, store::Store &store, const store::Actor &actor,
                            const Password &old, const Password &fresh);
/// The same without the store, which hears of it nowhere.
Result<Done> changePassword(const Surroundings &around, const QString &login, const Password &old,
                            const Password &fresh);

/// One line (1 to 4) of the sheet that was just printed, typed back, proves that it is on paper.
Result<Done> confirmRecovery(const Surroundings &around, const RecoverySheet &sheet, int line, const QString &typed);
/// The same at any later time, by typing the whole sheet.
Result<Done> confirmRecovery(const Surroundings &around, const QString &typedSheet);

/// Opens the clinic by the recovery sheet and gives an owner a new password, with a new key pair as resetPassword()
/// does. Audited ("recovery.used") and shown to every owner for 30 days. Invalid (field "recovery") for a mistyped
/// sheet, WrongPassword for another store's, NotFound (field "login") where @p login is no owner.
Result<Session> recover(const Surroundings &around, const QString &typedSheet, const QString &login,
                        const Password &fresh);
/// A fresh sheet, which counts for nothing before replaceRecovery().
std::shared_ptr<const RecoverySheet> newRecovery(const Surroundings &around);
/// Puts @p sheet, printed and typed back (line @p line), in the place of the present one, which opens nothing on this
/// PC from then on. By an owner with their password.
Result<Done> replaceRecovery(const Surroundings &around, store::Store &store, const store::Actor &actor,
                             const RecoverySheet &sheet, int line, const QString &typed, const Password &password);

} // namespace xinglin::access
