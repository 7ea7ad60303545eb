#pragma once

#include "store/backup.h"

#include <QStringList>

/// What making, checking and unpacking of backups share.
namespace xinglin::store::backupfiles {

QString databaseName();
QString keyringName();

/// Where to report and where to hear of a cancelling; throws Failure(Cancelled).
class Told
{
public:
    explicit Told(const BackupWatch &watch) : m_watch(watch) {}
    void at(BackupStep step, qint64 done, qint64 of) const;
    bool isCancelled(BackupStep step) const;

private:
    const BackupWatch &m_watch;
};

/// Throws the error of a refusal as Failure.
void require(const Result<Done> &done);
/// BLAKE2b-256 and size of a file, read from disk.
BackupFile hashed(const QString &folder, const QString &name, const Told &told, BackupStep step);
/// Names of the files below @p folder/attachments, from @p folder on; no links.
QStringList attachmentsOf(const QString &folder);
/// Copies @p names from one folder to the other, with the folders they need.
void copyFiles(Files &files, const QString &from, const QString &to, const QStringList &names, const Told &told);
/// Refuses where fewer than @p needed bytes are free at @p path.
void requireRoom(const BackupContext &context, const QString &path, qint64 needed);

} // namespace xinglin::store::backupfiles
