#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/statehash.h"
#include "store/vault/secretbytes.h"
#include "store/verify.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace xinglin::store {

/// Why a backup was made; numbered for ever.
enum class BackupCause { Scheduled = 1, Closing = 2, Upgrade = 3, Asked = 4 };

/// A file of a backup, named from the backup's folder on.
struct BackupFile
{
    QString name; ///< "clinic.db", "keyring", "attachments/…"
    qint64 size = 0;
    QByteArray hash; ///< BLAKE2b-256 of its bytes.
    bool operator==(const BackupFile &) const = default;
};

/// The backup's key, sealed to somebody.
struct BackupSeal
{
    enum class To { Owner = 1, Recovery = 2, Device = 3 };
    To to = To::Owner;
    QByteArray publicKey;
    QByteArray sealed; ///< crypto::boxSeal of the backup's key.
    bool operator==(const BackupSeal &) const = default;
};

/// What a backup says of itself. It is not secret: it names no person and no patient. Its last bytes can only be made
/// by who has the backup's key.
struct BackupManifest
{
    Uuid id{Uuid::Bytes{}};
    Uuid clinic{Uuid::Bytes{}};
    Uuid device{Uuid::Bytes{}};
    QString letter;
    QString program; ///< Version that made it.
    int schema = 0;
    BackupCause cause = BackupCause::Asked;
    qint64 madeMs = 0; ///< The state is that of this instant.
    Heads heads;
    StateHash state;
    QList<BackupFile> files;
    QList<BackupSeal> seals;
    QByteArray mark; ///< keyedHash() by the backup's key over everything before it.
    bool operator==(const BackupManifest &) const = default;

    /// Of all files.
    qint64 bytes() const;
    const BackupFile *file(const QString &name) const;
};

inline constexpr quint16 BackupVersion = 1;

/// The bytes of the manifest's file: 8 of magic, 2 of version, CBOR, mark, and BLAKE2b-256 over all before it. Magic,
/// version and checksum keep their places in every later version. @p key makes the mark.
QByteArray encode(const BackupManifest &manifest, const SecretBytes &key);
/// Foreign: not our magic. Newer: a later version with a good checksum. Damaged: anything else that is not as encode()
/// writes it. @p path is for the message.
Result<BackupManifest> decodeManifest(const QByteArray &bytes, const QString &path);
/// Whether who wrote it had @p key: nobody else can change what it witnesses.
bool isMarkedBy(const BackupManifest &manifest, const SecretBytes &key);

} // namespace xinglin::store
