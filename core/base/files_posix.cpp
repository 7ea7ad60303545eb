#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Files)
};

Error diskError(const QString &sentence, const QString &path, int number)
{
    return Error{
        Code::Broken, sentence.arg(path, QString::fromLocal8Bit(std::strerror(number))), {}, QString::number(number)};
}

int syncPath(const QString &path)
{
    const int opened = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return errno;
    const int failed = ::fsync(opened) == 0 ? 0 : errno;
    ::close(opened);
    return failed;
}

int syncFolder(const QString &path)
{
    return syncPath(QFileInfo(path).absolutePath());
}

int writePiece(int descriptor, QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.data() + at, static_cast<size_t>(bytes.size() - at));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        at += count;
    }
    return 0;
}

int writeAll(int descriptor, const QByteArray &bytes)
{
    if (const int failed = writePiece(descriptor, bytes); failed != 0)
        return failed;
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

} // namespace

bool DiskFiles::exists(const QString &path)
{
    return QFileInfo::exists(path);
}

Result<QByteArray> DiskFiles::read(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()), {}, {}};
    if (file.size() > maxBytes)
        return Error{Code::Invalid, Tr::tr("%1 is larger than such a file can be.").arg(path), {}, {}};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{Code::Broken, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()), {}, {}};
    return bytes;
}

Result<Done> DiskFiles::write(const QString &path, const QByteArray &bytes)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), path, errno);
    // A file that was there before keeps its mode otherwise.
    const int failed = ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0 ? writeAll(descriptor, bytes) : errno;
    ::close(descriptor);
    if (failed != 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), path, failed);
    return Done{};
}

Result<Done> DiskFiles::rename(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return diskError(Tr::tr("%1 cannot be put in place: %2"), to, errno);
    if (const int failed = syncFolder(to); failed != 0)
        return diskError(Tr::tr("The folder of %1 cannot be written: %2"), to, failed);
    return Done{};
}

Result<Done> DiskFiles::remove(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return diskError(Tr::tr("%1 cannot be removed: %2"), path, errno);
    return Done{};
}

Result<Done> DiskFiles::makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Done{};
    QStringList made;
    for (QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath()); !QFileInfo::exists(folder);
         folder = QFileInfo(folder).path())
        made.prepend(folder);
    if (!QDir().mkpath(path))
        return Error{Code::Broken, Tr::tr("The folder %1 cannot be made.").arg(path), {}, {}};
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    for (const QString &folder : std::as_const(made)) {
        if (const int failed = syncFolder(folder); failed != 0)
            return diskError(Tr::tr("The folder of %1 cannot be written: %2"), folder, failed);
    }
    return Done{};
}

Result<Done> DiskFiles::append(const QString &path, const QByteArray &bytes)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), path, errno);
    const int failed = writePiece(descriptor, bytes);
    ::close(descriptor);
    if (failed != 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), path, failed);
    return Done{};
}

Result<Done> DiskFiles::copy(const QString &from, const QString &to)
{
    constexpr qint64 pieceBytes = qint64(1) << 20;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Code::NotFound, Tr::tr("%1 cannot be read: %2").arg(from, source.errorString()), {}, {}};
    const int descriptor =
        ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), to, errno);
    int failed = ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0 ? 0 : errno;
    while (failed == 0) {
        const QByteArray piece = source.read(pieceBytes);
        if (piece.isEmpty())
            break;
        failed = writePiece(descriptor, piece);
    }
    if (failed == 0 && ::fsync(descriptor) != 0)
        failed = errno;
    ::close(descriptor);
    if (source.error() != QFileDevice::NoError)
        return Error{Code::Broken, Tr::tr("%1 cannot be read: %2").arg(from, source.errorString()), {}, {}};
    if (failed != 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), to, failed);
    return Done{};
}

Result<Done> DiskFiles::link(const QString &from, const QString &to)
{
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return diskError(Tr::tr("%1 cannot be put in place: %2"), to, errno);
    return Done{};
}

Result<Done> DiskFiles::sync(const QString &path)
{
    if (const int failed = syncPath(path); failed != 0)
        return diskError(Tr::tr("%1 cannot be written: %2"), path, failed);
    return Done{};
}

Result<Done> replaceFile(Files &files, const QString &path, const QByteArray &bytes)
{
    const QString fresh = path + QStringLiteral(".new");
    if (auto written = files.write(fresh, bytes); !written)
        return written;
    return files.rename(fresh, path);
}

} // namespace xinglin
