#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/vault/crypto.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// The bytes of a keyring file: 8 bytes of magic, 2 of format version, CBOR, and BLAKE2b-256 over all before it. Magic,
/// version and checksum keep their places in every later version, so that damaged, foreign and newer can be told apart.
namespace xinglin::keyring {

constexpr quint16 currentVersion = 2; ///< 1 is read too.
constexpr qint64 mostBytes = qint64(1) << 20;
constexpr qsizetype mostUsers = 500;
constexpr qsizetype mostStrangers = 16;
constexpr qsizetype longestLogin = 64;
constexpr qsizetype keptPasswords = 5;

/// Failed tries of one login.
struct Throttle
{
    quint32 failures = 0;
    qint64 untilMs = 0; ///< No try before this instant; 0: none to wait for.
    bool operator==(const Throttle &) const = default;
};

/// Failed tries that no audit log has heard of yet: they happened while the store was closed.
struct Untold
{
    quint32 count = 0;
    qint64 firstMs = 0;
    qint64 lastMs = 0;
    bool operator==(const Untold &) const = default;
};

/// One user's envelopes. Algorithms stand in the file beside each.
struct User
{
    Uuid id{Uuid::Bytes{}};
    QString login; ///< As typed at creation; compared by foldLogin().
    crypto::Argon2 cost;
    QByteArray salt;
    QByteArray publicKey;
    QByteArray wrappedSecret; ///< crypto::seal under the password's key.
    QByteArray sealedDbk;     ///< crypto::boxSeal to publicKey; empty for a disabled user.
    Throttle throttle;
    Untold untold;
    QByteArray bond;               ///< Hash of database key, user and publicKey; empty in entries of version 1.
    bool mustChange = false;       ///< Somebody else set the password.
    qint64 passwordMs = 0;         ///< When it was set; 0: not known.
    QByteArrayList passwordHashes; ///< Of the last ones, the newest last; keyed by the user's secret.
    bool operator==(const User &) const = default;
};

/// Failed tries of a login that does not exist, by its hash.
struct Stranger
{
    QByteArray loginHash;
    Throttle throttle;
    Untold untold;
    bool operator==(const Stranger &) const = default;
};

struct Content
{
    Uuid clinic{Uuid::Bytes{}};
    Uuid device{Uuid::Bytes{}};
    QByteArray dbkCheck; ///< Hash of clinic, device and database key.
    QByteArray recoveryKey;
    QByteArray recoverySealedDbk;
    qint64 recoveryConfirmedMs = 0; ///< 0: never.
    QList<User> users;
    QList<Stranger> strangers;
    QByteArray recoveryBond;   ///< Hash of database key and recoveryKey; empty in version 1.
    qint64 recoveryUsedMs = 0; ///< 0: never.
    bool operator==(const Content &) const = default;
};

/// @p version 1 drops what that version has no place for.
QByteArray encode(const Content &content, quint16 version = currentVersion);

/// Foreign: not our magic. Newer: a later version with a good checksum. Damaged: anything else that is not as encode()
/// writes it. @p path is for the message.
Result<Content> decode(const QByteArray &bytes, const QString &path);

/// Logins are compared without case, width and spaces around them.
QString foldLogin(const QString &login);

} // namespace xinglin::keyring
