#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "base/id.h"
#include "base/random.h"
#include "base/result.h"
#include "store/vault/crypto.h"
#include "store/vault/keptfile.h"
#include "store/vault/keyringformat.h"
#include "store/vault/recoverysheet.h"
#include "store/vault/secretbytes.h"

#include <QList>
#include <QString>

#include <optional>

namespace xinglin {

/// What a keyring needs from outside; all of it must outlive the keyring. @p cost is for new and changed passwords.
struct KeyringContext
{
    Files &files;
    const Clock &clock;
    Random &random;
    crypto::Argon2 cost;
};

/// What a password or the recovery sheet opens.
struct Unlocked
{
    Uuid user;
    SecretBytes dbk;        ///< This PC's database key, 32 bytes.
    SecretBytes userSecret; ///< The user's X25519 secret half.
    quint32 failures = 0;   ///< Wrong passwords since the last success.
    bool mustChange = false;
    std::optional<Instant> passwordSet; ///< nullopt: not known.
};

/// An account as the keyring knows it.
struct KeyringUser
{
    Uuid id;
    QString login;
    QByteArray publicKey;
    bool enabled = true; ///< False: the database key is not sealed to them.
    bool mustChange = false;
    bool operator==(const KeyringUser &) const = default;
};

/// Wrong passwords that no audit log has heard of.
struct UntoldFailures
{
    std::optional<Uuid> user; ///< nullopt: for logins that do not exist.
    quint32 count = 0;
    Instant first;
    Instant last;
    bool operator==(const UntoldFailures &) const = default;
};

/// The file beside the database that holds its key, sealed to each user and to the recovery sheet. Passwords are not
/// stored and not checked against rules here (passwordrules.h). Every change is on disk before its function returns, or
/// did not happen. Blocks for the time of Argon2; not for several threads at once.
class Keyring
{
public:
    struct New;
    /// A keyring in memory with fresh database key and recovery sheet; the first addUser() writes the file.
    /// Code::Conflict where @p path or a copy of it is there already.
    static Result<New> create(const KeyringContext &context, const QString &path, const Uuid &clinic,
                              const Uuid &device);
    /// Changes nothing. NotFound, Foreign (not ours, or of another clinic than @p clinic), Newer, Damaged (the message
    /// names a copy that can still be read).
    static Result<Keyring> load(const KeyringContext &context, const QString &path,
                                const std::optional<Uuid> &clinic = std::nullopt);
    /// Puts @p copy (one of keptfile::copiesOf) in the place of a damaged keyring, which is kept as <path>.damaged.
    static Result<Done> restoreCopy(const KeyringContext &context, const QString &path, const QString &copy);

    const Uuid &clinic() const { return m_content.clinic; }
    const Uuid &device() const { return m_content.device; }
    QList<KeyringUser> users() const;
    /// When the recovery sheet was last typed back; nullopt: never.
    std::optional<Instant> recoveryConfirmedAt() const;
    /// When it last opened this PC; nullopt: never.
    std::optional<Instant> recoveryUsedAt() const;
    const QByteArray &recoveryKey() const { return m_content.recoveryKey; }

    /// A change worked out (which takes the time of Argon2) and not written yet.
    struct Change;
    /// A new user with a key pair of their own. Invalid for an unusable login, Conflict for a taken login or id.
    /// @p mustChange: the password is somebody else's idea.
    Result<Change> withUser(const Uuid &id, const QString &login, const SecretBytes &password, const SecretBytes &dbk,
                            bool mustChange = false) const;
    /// A new password by somebody who does not know the old one: with a new key pair, because the old secret half stays
    /// closed for ever. What was sealed to the user before is lost; the last passwords are forgotten.
    Result<Change> withNewKeys(const Uuid &id, const SecretBytes &password, const SecretBytes &dbk,
                               bool mustChange) const;
    /// Seals the database key to the user anew: enables them. Their password stays.
    Result<Change> withSeal(const Uuid &id, const SecretBytes &dbk) const;
    /// Takes the seal away, also from the copies: the password opens nothing any more. Conflict for the last one.
    Result<Change> withoutSeal(const Uuid &id) const;
    /// Another recovery sheet takes the place of the present one, which opens nothing on this PC from then on.
    Result<Change> withRecovery(const RecoverySheet &fresh, const SecretBytes &dbk) const;
    /// withNewKeys() by the sheet; keeps the time.
    Result<Change> withRecoveredKeys(const RecoverySheet &sheet, const Uuid &id, const SecretBytes &password) const;
    /// A new password by who knows the old one: rewraps the user's secret half. Wrong tries count as in unlock(). The
    /// copies open by the new password only. Invalid (field "password") for one of the last five.
    Result<Change> withPassword(const QString &login, const SecretBytes &old, const SecretBytes &fresh);
    /// No change at all, for an act whose keyring half is done already.
    Change withNothing() const;
    /// Writes it.
    Result<Done> apply(Change change);
    /// Puts everything back as it was before the last apply().
    Result<Done> takeBack();

    /// withUser() and apply() in one.
    Result<Done> addUser(const Uuid &id, const QString &login, const SecretBytes &password, const SecretBytes &dbk);
    /// Whether who wrote this user's public key had the database key.
    bool isBonded(const Uuid &id, const SecretBytes &dbk) const;
    bool isRecoveryBonded(const SecretBytes &dbk) const;

    QList<UntoldFailures> untold() const;
    /// They stand in an audit log now.
    Result<Done> forgetUntold();

    /// WrongPassword also for an unknown login, after the same work; Throttled after five failures in a row with the
    /// seconds to wait in `detail`, counted on disk. A password stored at less than the context's cost is rewrapped.
    Result<Unlocked> unlock(const QString &login, const SecretBytes &password);
    /// withPassword() and apply() in one.
    Result<Done> changePassword(const QString &login, const SecretBytes &old, const SecretBytes &fresh);
    /// Also from the copies. Conflict for the last user.
    Result<Done> removeUser(const Uuid &id);

    /// WrongPassword where the sheet is another one's.
    Result<SecretBytes> unlockWithRecovery(const RecoverySheet &sheet) const;
    /// withRecoveredKeys() and apply() in one; the caller stores the new public half.
    Result<Unlocked> resetPasswordWithRecovery(const RecoverySheet &sheet, const Uuid &id, const SecretBytes &fresh);
    /// One line of the sheet that was just printed, typed back; keeps the time.
    Result<Done> confirmRecovery(const RecoverySheet &sheet, int line, const QString &typed);
    /// The whole sheet typed back at any later time.
    Result<Done> confirmRecovery(const QString &typedSheet);

private:
    Keyring(const KeyringContext &context, const QString &path, keyring::Content content);

    /// A changed content and what proves that it opens.
    struct Proof
    {
        Uuid user;
        const SecretBytes &passwordKey;
    };
    Result<Done> save(keyring::Content content, keptfile::Copies copies, const Proof *proof = nullptr);
    Result<SecretBytes> openSecret(const QString &login, const SecretBytes &password, Uuid *user);
    Result<Done> wrap(keyring::Content &content, qsizetype at, const SecretBytes &password, const SecretBytes &secret,
                      SecretBytes &passwordKey) const;
    Result<Done> rewrap(const Uuid &user, const SecretBytes &password, const SecretBytes &secret);
    Result<Change> withPair(Change change, const SecretBytes &password, const SecretBytes &dbk, bool mustChange) const;
    Result<Done> keepConfirmation();
    keyring::Throttle throttleOf(const QString &login) const;
    keyring::Content withThrottle(const QString &login, const keyring::Throttle &throttle,
                                  std::optional<qint64> failedMs = std::nullopt) const;

    KeyringContext m_context;
    QString m_path;
    keyring::Content m_content;
    std::optional<keyring::Content> m_before;
};

struct Keyring::Change
{
    keyring::Content content;
    keptfile::Copies copies = keptfile::Copies::Rotate;
    std::optional<Uuid> user; ///< Whose password was set.
    QByteArray publicKey;     ///< Theirs.
    SecretBytes passwordKey;  ///< Proves that what is written opens.
    SecretBytes userSecret;
};

/// What create() made; the secrets exist nowhere else yet.
struct Keyring::New
{
    Keyring keyring;
    SecretBytes dbk;
    RecoverySheet sheet;
};

} // namespace xinglin
