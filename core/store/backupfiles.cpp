#include "store/backupfiles.h"

#include "store/attachedfiles.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace xinglin::store::backupfiles {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr qint64 PieceBytes = qint64(1) << 20;
/// What the file system itself wants beside the files.
constexpr qint64 RoomBesides = qint64(16) << 20;

} // namespace

QString databaseName()
{
    return QStringLiteral("clinic.db");
}

QString keyringName()
{
    return QStringLiteral("keyring");
}

void Told::at(BackupStep step, qint64 done, qint64 of) const
{
    if (m_watch && !m_watch({step, done, of}))
        throw Failure(Code::Cancelled, Tr::tr("Cancelled."), {});
}

bool Told::isCancelled(BackupStep step) const
{
    return m_watch && !m_watch({step, 0, 0});
}

void require(const Result<Done> &done)
{
    if (!done)
        throw Failure(done.error().code, done.error().message, done.error().detail);
}

BackupFile hashed(const QString &folder, const QString &name, const Told &told, BackupStep step)
{
    QFile file(folder + u'/' + name);
    BackupFile found{name, 0, {}};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw Failure(Code::Broken, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()), {});
    QByteArray piece;
    found.hash = crypto::blake2b256([&]() -> QByteArrayView {
        piece = file.read(PieceBytes);
        found.size += piece.size();
        told.at(step, found.size, file.size());
        return piece;
    });
    if (file.error() != QFileDevice::NoError)
        throw Failure(Code::Broken, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()), {});
    return found;
}

QStringList attachmentsOf(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder + QStringLiteral("/attachments"), QDir::Files | QDir::NoSymLinks | QDir::Hidden,
                       QDirIterator::Subdirectories);
    const QDir base(folder);
    while (files.hasNext()) {
        const QString name = base.relativeFilePath(files.next());
        if (!AttachedFiles::isPassing(name))
            names << name;
    }
    names.sort();
    return names;
}

void copyFiles(Files &files, const QString &from, const QString &to, const QStringList &names, const Told &told)
{
    QString lastFolder;
    // A file is on disk when copy() returns, its name only with the folder.
    const auto leave = [&] {
        if (!lastFolder.isEmpty())
            require(files.sync(lastFolder));
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        told.at(BackupStep::Files, i, names.size());
        const QString target = to + u'/' + names[i];
        if (const QString above = QFileInfo(target).path(); above != lastFolder) {
            leave();
            require(files.makeFolder(above));
            lastFolder = above;
        }
        auto copied = files.copy(from + u'/' + names[i], target);
        // The list of files in the making is let go when none is.
        if (!copied && !(names[i] == AttachedFiles::listName() && !QFileInfo::exists(from + u'/' + names[i])))
            require(copied);
    }
    leave();
}

void requireRoom(const BackupContext &context, const QString &path, qint64 needed)
{
    const qint64 free = context.freeBytes ? context.freeBytes(path) : QStorageInfo(path).bytesAvailable();
    needed += RoomBesides;
    if (free >= 0 && free < needed)
        throw Failure(Code::Broken,
                      Tr::tr("There is not enough room in %1: %2 are needed, %3 are free.")
                          .arg(path, QLocale().formattedDataSize(needed), QLocale().formattedDataSize(free)),
                      {});
}

} // namespace xinglin::store::backupfiles

namespace xinglin::store {

Result<Done> removeFolder(Files &files, const QString &folder)
{
    using backupfiles::Tr;
    if (!QFileInfo(folder).isDir())
        return Done{};
    QString going = QDir::cleanPath(folder);
    if (!going.endsWith(u".part")) {
        going += QStringLiteral(".part");
        if (auto renamed = files.rename(QDir::cleanPath(folder), going); !renamed)
            return renamed;
    }
    QStringList folders{going};
    QDirIterator entries(going, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry(entries.next());
        if (entry.isDir() && !entry.isSymLink())
            folders << entry.filePath();
        else if (auto removed = files.remove(entry.filePath()); !removed)
            return removed;
    }
    // The deepest first.
    std::sort(folders.begin(), folders.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &each : std::as_const(folders)) {
        if (!QDir().rmdir(each))
            return Error{Code::Broken, Tr::tr("The folder %1 cannot be removed.").arg(each), {}, {}};
    }
    return Done{};
}

} // namespace xinglin::store
