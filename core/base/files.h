#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace xinglin {

/// Everything written outside SQLite (keyring, backups, attachments, exports, print queue) passes here, so that tests
/// can let any call fail. All functions block; call them on a worker thread.
class Files
{
public:
    virtual ~Files() = default;

    virtual bool exists(const QString &path) = 0;
    virtual Result<QByteArray> read(const QString &path, qint64 maxBytes) = 0;
    /// Creates or replaces @p path; on return the bytes are on disk (fsync), readable by the owner only.
    virtual Result<Done> write(const QString &path, const QByteArray &bytes) = 0;
    /// Atomic on one file system; the folder's entry is on disk on return.
    virtual Result<Done> rename(const QString &from, const QString &to) = 0;
    virtual Result<Done> remove(const QString &path) = 0;
    /// With all folders above it; a new one is open to its owner only, and on disk on return.
    virtual Result<Done> makeFolder(const QString &path) = 0;
    /// Adds to the end of @p path, which is created where it is not there; on disk only after sync().
    virtual Result<Done> append(const QString &path, const QByteArray &bytes) = 0;
    /// Creates or replaces @p to piece by piece, whatever the size; on return the copy is on disk, readable by the
    /// owner only.
    virtual Result<Done> copy(const QString &from, const QString &to) = 0;
    /// Gives the file @p from a second name @p to on the same file system; on disk only after sync() of the folder. A
    /// refusal where the file system knows no such thing.
    virtual Result<Done> link(const QString &from, const QString &to) = 0;
    /// Puts on disk what others (SQLite) have written to the file or made in the folder @p path.
    virtual Result<Done> sync(const QString &path) = 0;
};

/// The real disk.
class DiskFiles final : public Files
{
public:
    bool exists(const QString &path) override;
    Result<QByteArray> read(const QString &path, qint64 maxBytes) override;
    Result<Done> write(const QString &path, const QByteArray &bytes) override;
    Result<Done> rename(const QString &from, const QString &to) override;
    Result<Done> remove(const QString &path) override;
    Result<Done> makeFolder(const QString &path) override;
    Result<Done> append(const QString &path, const QByteArray &bytes) override;
    Result<Done> copy(const QString &from, const QString &to) override;
    Result<Done> link(const QString &from, const QString &to) override;
    Result<Done> sync(const QString &path) override;
};

/// Replaces @p path so that a reader sees the old bytes or the new ones: temporary file, sync, rename.
Result<Done> replaceFile(Files &files, const QString &path, const QByteArray &bytes);

} // namespace xinglin
