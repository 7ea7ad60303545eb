#pragma once

#include "base/files.h"
#include "store/vault/secretbytes.h"

#include <QByteArrayList>
#include <QSet>

#include <functional>
#include <mutex>

namespace xinglin::store {

class Connection;
class Registry;
struct VerifyReport;

/// The largest file that is kept beside the store.
inline constexpr qint64 MostAttachedBytes = qint64(50) << 20;

/// An encrypted file beside the store, as the row that names it keeps it.
struct AttachedFile
{
    QByteArray name; ///< BLAKE2b-256 of the encrypted bytes: they can be checked without the key.
    SecretBytes key; ///< Of this file alone.
    qint64 bytes = 0;
    QByteArray sha256; ///< Both of what was attached, before it was encrypted.
};

/// Files that belong to rows of the store, each encrypted with a key of its own and called after its bytes. A file is
/// on disk, whole, before the row that names it commits; what was written and never named goes at the next opening. All
/// functions block; any thread.
class AttachedFiles
{
public:
    AttachedFiles(Files &files, const QString &folder);

    /// Encrypts and writes @p plain. Until settle() the file stands in the list of those that nobody may need.
    /// Code::Invalid where it is larger than MostAttachedBytes.
    Result<AttachedFile> keep(QByteArrayView plain);
    /// The bytes as they were attached. Code::NotFound where the file is gone, Code::Damaged where it was changed.
    Result<QByteArray> read(const QByteArray &name, const SecretBytes &key) const;
    bool isThere(const QByteArray &name) const;

    /// For the store: a row that names the file was committed …
    void settle(const QByteArray &name);
    /// … or was rolled back.
    void drop(const QByteArray &name);
    /// At opening: removes what a former program wrote and @p isNamed does not know.
    void clear(const std::function<bool(const QByteArray &name)> &isNamed);
    /// At closing: forgets the list where nothing of it is open.
    void close();

    /// Where a file of this name stands, from the clinic's folder on: "attachments/3f/3f09…".
    static QString placeOf(const QByteArray &name);
    /// The other way; empty where the place is none of ours.
    static QByteArray nameAt(const QString &place);
    /// Where the list of files in the making stands, from the clinic's folder on.
    static QString listName();
    /// Whether a place below "attachments" is one that is only written to: never part of a backup.
    static bool isPassing(const QString &place);

private:
    QString pathOf(const QByteArray &name) const;
    QString listPath() const;
    Result<Done> announce(const QByteArray &name);

    Files &m_files;
    QString m_folder;
    mutable std::mutex m_lock;
    QSet<QByteArray> m_open; ///< Written and not settled yet.
    bool m_listed = false;   ///< The list is there.
};

/// Names of all files that rows of the store name, as the registry tells; of rows that are there, in no order.
QByteArrayList attachedNames(Connection &connection, const Registry &registry);
/// Whether a row names this file.
bool isAttached(Connection &connection, const Registry &registry, const QByteArray &name);
/// That every file a row names is there and is what was written: attachment.missing, attachment.changed,
/// attachment.unreadable. Reads them all; @p watch may throw.
void checkAttachedFiles(Connection &connection, const Registry &registry, const QString &folder, VerifyReport &report,
                        const std::function<void(qint64 done, qint64 of)> &watch);

} // namespace xinglin::store
