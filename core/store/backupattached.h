#pragma once

#include "store/backupfiles.h"

#include <QSet>

/// Attached files in backups. They are called after their bytes and never change, so that a backup shares them with the
/// one before it where the file system can: each backup is whole by itself, and letting one go takes nothing from the
/// others.
namespace xinglin::store::backupfiles {

/// From where, to where.
struct Bringing
{
    Files &files;
    QString from;
    QString to;
    QString earlier; ///< The newest backup in the same place; empty: none.
    qint64 madeMs = 0;
    bool readAll = false; ///< Also what is shared is read anew; else a part of it, all of it within four weeks.
};
struct Brought
{
    QList<BackupFile> files;
    QSet<QString> shared; ///< Of these: not read anew, known to be there in the right size.
};

/// The newest finished backup of the clinic's device below @p target; empty: none.
QString newestBackup(const QString &target, const Uuid &clinic, const QString &letter);
/// "xinglin-1f9c2a": backups of one clinic, short enough for a folder's name.
QString prefixFor(const Uuid &clinic);
/// Bytes of @p places that will be written: without those that can be shared. The folder `to` is there already.
qint64 bytesToWrite(const Bringing &bringing, const QStringList &places);
/// Brings the files at @p places (those called after their bytes) whole. What is gone or damaged where it comes from is
/// taken out of the earlier backup, and left out where that has it not either.
Brought bringAttached(const Bringing &bringing, const QStringList &places, const Told &told);

} // namespace xinglin::store::backupfiles
