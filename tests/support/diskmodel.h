#pragma once

#include "base/random.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>

namespace xinglin::test {

/// What of a folder would be found after the power went: of every file its bytes at the last sync and the writes since,
/// of every folder its entries likewise. Promises no more than POSIX does: a file's sync does not keep its name, and
/// what was not synced may be kept in part, in sectors and in any order.
class DiskModel
{
public:
    /// A file or a folder on disk.
    struct Node
    {
        explicit Node(bool isFolder) : folder(isFolder) {}

        struct Write
        {
            qint64 at = 0;
            QByteArray bytes; ///< Null: the file was cut or grown to `at` bytes.
        };
        struct Entry
        {
            QString removed; ///< Empty: nothing.
            QString added;   ///< Empty: nothing.
            std::shared_ptr<Node> node;
        };

        bool folder;
        QByteArray kept;
        QList<Write> writes;
        QMap<QString, std::shared_ptr<Node>> live;
        QMap<QString, std::shared_ptr<Node>> keptEntries;
        QList<Entry> entries;
    };
    using NodePtr = std::shared_ptr<Node>;

    static constexpr qint64 SectorBytes = 512;

    /// Takes everything under @p root as it is on the real disk, and as kept.
    explicit DiskModel(const QString &root);

    /// Null where the path is outside or not known.
    NodePtr node(const QString &path) const;
    /// A new file, whose name is not kept yet; the present one where there is one.
    NodePtr createFile(const QString &path);
    void createFolder(const QString &path);
    void rename(const QString &from, const QString &to);
    void remove(const QString &path);
    void link(const QString &from, const QString &to);
    static void write(Node &file, qint64 at, const QByteArray &bytes) { file.writes.append(Node::Write{at, bytes}); }
    static void truncate(Node &file, qint64 size) { file.writes.append(Node::Write{size, QByteArray()}); }
    /// Keeps the bytes of a file, the entries of a folder.
    static void sync(Node &file);
    void syncFolderOf(const QString &path);

    /// Files by path below the root, and folders with a null value, as one disk could hold them after a cut now.
    QMap<QString, QByteArray> afterCut(Random &random) const;
    /// Such an image of the real disk as it is.
    static QMap<QString, QByteArray> imageOf(const QString &root);
    /// Writes such an image to the real disk in place of all that is there.
    static void lay(const QString &root, const QMap<QString, QByteArray> &image);

private:
    static QByteArray cut(const Node &file, Random &random);
    static QMap<QString, NodePtr> cutEntries(const Node &folder, Random &random);
    NodePtr folderOf(const QString &path, QString *name) const;
    void take(Node &folder, const QString &path);
    static void gather(const Node &folder, const QString &path, Random &random, QMap<QString, QByteArray> &image);

    QString m_root;
    NodePtr m_top;
};

} // namespace xinglin::test
