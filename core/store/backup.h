#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "base/random.h"
#include "store/backupmanifest.h"
#include "store/vault/crypto.h"

#include <QSet>
#include <QTimeZone>

#include <functional>

/// Backups: a folder with the database under a key of its own, the keyring, the attachments, and a manifest. All
/// functions block; call them on a worker thread.
namespace xinglin::store {

/// What long work with a backup is doing.
enum class BackupStep {
    Reading,  ///< The state of the store is hashed.
    Copying,  ///< The database.
    Files,    ///< Keyring and attachments.
    Checking, ///< What was written is opened again and checked.
};
struct BackupProgress
{
    BackupStep step = BackupStep::Reading;
    qint64 done = 0;
    qint64 of = 0; ///< 0 where it is not known.
};
/// Called often, on the working thread; false ends the work with Code::Cancelled, and nothing of it stays.
using BackupWatch = std::function<bool(const BackupProgress &)>;

/// What making and restoring need from outside; all of it outlives the work.
struct BackupContext
{
    Files &files;
    const Clock &clock;
    Random &random;
    QTimeZone zone;
    BackupWatch watch;
    /// Free bytes where a path is; empty: as the system says.
    std::function<qint64(const QString &)> freeBytes;
};

/// What was found in a backup that was opened from disk.
struct BackupCheck
{
    VerifyReport store;
    StateHash state;
    qint64 files = 0; ///< Read whole and compared with their hashes.
    qint64 bytes = 0;
    qint64 shared = 0;       ///< Files that the backup before it has too, and that were read with that one.
    qint64 lost = 0;         ///< Attached files that were gone already when the backup was made.
    QList<Problem> problems; ///< Empty: verified. Kinds of verify.h and backup.manifest, .file-missing, .file-changed,
                             ///< .state, .heads, .identity, .unreadable, .seal.
    QString problem() const { return problems.isEmpty() ? QString() : problems.constFirst().line(); }
};

/// A backup on disk that was verified.
struct Backup
{
    QString path;
    BackupManifest manifest;
    qint64 verifiedMs = 0;
    BackupCheck check;
};

/// The name of the manifest in a backup's folder.
QString manifestName();
/// What the folder @p backup says of itself. NotFound, Foreign, Newer, Damaged as decodeManifest().
Result<BackupManifest> readManifest(Files &files, const QString &backup);

/// Makes a backup of the store in @p folder, whose database key is @p key, below @p target, while others may read and
/// write. Verified before it has its name; on a refusal nothing is left behind. Code::Broken where there is no room.
Result<Backup> makeBackup(const BackupContext &context, const QString &folder, const SecretBytes &key,
                          const QString &target, BackupCause cause);

/// The pair that backups of this PC are sealed to, so that it can check them unattended; made of its database key.
crypto::KeyPair deviceBackupPair(const SecretBytes &databaseKey);
/// The backup's key by the secret half of an owner, the recovery sheet or the PC. NoPermission where the backup is not
/// sealed to it; Damaged where the manifest was changed by who has no key.
Result<SecretBytes> openBackupKey(const BackupManifest &manifest, const SecretBytes &secretHalf);

/// Opens everything of @p backup from disk and checks it; of the files @p shared only that they are there in their
/// size. A refusal only where it was cancelled or has no manifest: what does not hold is in the check.
Result<BackupCheck> checkBackup(const BackupContext &context, const QString &backup, const SecretBytes &backupKey,
                                const QSet<QString> &shared = {});

/// Copies a verified backup into the folder @p target, compares every file with its hash (but what it shares with the
/// backup before it there, as makeBackup() does), and gives it its name.
/// Returns where it is; on a refusal nothing is left behind.
Result<QString> copyBackup(const BackupContext &context, const Backup &backup, const QString &target);

/// Writes the store of @p backup into the empty folder @p folder under @p databaseKey and checks it there. The keyring
/// is copied as it is. A refusal leaves the folder to the caller.
Result<BackupCheck> unpackBackup(const BackupContext &context, const QString &backup, const SecretBytes &backupKey,
                                 const QString &folder, const SecretBytes &databaseKey);

/// Removes a folder and what is in it; first it loses its name, so that half of it never looks like a backup.
Result<Done> removeFolder(Files &files, const QString &folder);

} // namespace xinglin::store
