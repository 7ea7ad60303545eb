#include "support/diskmodel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace xinglin::test {

namespace {

void put(QByteArray &file, qint64 at, const QByteArray &bytes)
{
    if (file.size() < at + bytes.size())
        file.append(QByteArray(at + bytes.size() - file.size(), '\0'));
    std::copy(bytes.cbegin(), bytes.cend(), file.begin() + at);
}

void resize(QByteArray &file, qint64 size)
{
    if (file.size() > size)
        file.truncate(size);
    else
        file.append(QByteArray(size - file.size(), '\0'));
}

} // namespace

DiskModel::DiskModel(const QString &root) : m_root(QDir::cleanPath(root)), m_top(std::make_shared<Node>(true))
{
    take(*m_top, m_root);
}

void DiskModel::take(Node &folder, const QString &path)
{
    for (const QFileInfo &info :
         QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        auto node = std::make_shared<Node>(info.isDir());
        if (info.isDir()) {
            take(*node, info.filePath());
        } else {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qUtf8Printable(info.filePath()));
            node->kept = file.readAll();
        }
        folder.live.insert(info.fileName(), node);
        folder.keptEntries.insert(info.fileName(), node);
    }
}

DiskModel::NodePtr DiskModel::folderOf(const QString &path, QString *name) const
{
    const QString clean = QDir::cleanPath(path);
    if (!clean.startsWith(m_root + u'/'))
        return nullptr;
    QStringList parts = clean.mid(m_root.size() + 1).split(u'/');
    *name = parts.takeLast();
    NodePtr folder = m_top;
    for (const QString &part : parts) {
        folder = folder->live.value(part);
        if (!folder || !folder->folder)
            return nullptr;
    }
    return folder;
}

DiskModel::NodePtr DiskModel::node(const QString &path) const
{
    QString name;
    const NodePtr folder = folderOf(path, &name);
    return folder ? folder->live.value(name) : nullptr;
}

DiskModel::NodePtr DiskModel::createFile(const QString &path)
{
    QString name;
    const NodePtr folder = folderOf(path, &name);
    if (!folder)
        return nullptr;
    NodePtr &file = folder->live[name];
    if (!file) {
        file = std::make_shared<Node>(false);
        folder->entries.append(Node::Entry{{}, name, file});
    }
    return file;
}

void DiskModel::createFolder(const QString &path)
{
    QString name;
    const NodePtr folder = folderOf(path, &name);
    if (!folder || folder->live.contains(name))
        return;
    const auto made = std::make_shared<Node>(true);
    folder->live.insert(name, made);
    folder->entries.append(Node::Entry{{}, name, made});
}

void DiskModel::rename(const QString &from, const QString &to)
{
    QString old;
    QString name;
    const NodePtr source = folderOf(from, &old);
    const NodePtr target = folderOf(to, &name);
    if (!source || !target || !source->live.contains(old))
        return;
    const NodePtr moved = source->live.take(old);
    target->live.insert(name, moved);
    if (source == target) {
        source->entries.append(Node::Entry{old, name, moved});
    } else {
        target->entries.append(Node::Entry{{}, name, moved});
        source->entries.append(Node::Entry{old, {}, moved});
    }
}

void DiskModel::remove(const QString &path)
{
    QString name;
    const NodePtr folder = folderOf(path, &name);
    if (!folder || !folder->live.contains(name))
        return;
    folder->entries.append(Node::Entry{name, {}, folder->live.take(name)});
}

void DiskModel::link(const QString &from, const QString &to)
{
    QString name;
    const NodePtr file = node(from);
    const NodePtr target = folderOf(to, &name);
    if (!file || !target || target->live.contains(name))
        return;
    target->live.insert(name, file);
    target->entries.append(Node::Entry{{}, name, file});
}

void DiskModel::sync(Node &file)
{
    if (file.folder) {
        file.keptEntries = file.live;
        file.entries.clear();
        return;
    }
    for (const Node::Write &write : file.writes) {
        if (write.bytes.isNull())
            resize(file.kept, write.at);
        else
            put(file.kept, write.at, write.bytes);
    }
    file.writes.clear();
}

void DiskModel::syncFolderOf(const QString &path)
{
    QString name;
    if (const NodePtr folder = folderOf(path, &name))
        sync(*folder);
}

QByteArray DiskModel::cut(const Node &file, Random &random)
{
    QByteArray bytes = file.kept;
    const auto style = random.below(4); // nothing kept, a beginning, a choice, a choice of sectors
    const auto beginning = random.below(static_cast<quint64>(file.writes.size()) + 1);
    for (qsizetype i = 0; i < file.writes.size(); ++i) {
        const Node::Write &write = file.writes[i];
        if (style == 0 || (style == 1 && i >= static_cast<qsizetype>(beginning)))
            break;
        if (style == 2 && random.below(2) == 0)
            continue;
        if (write.bytes.isNull()) {
            if (style != 3 || random.below(2) == 0)
                resize(bytes, write.at);
            continue;
        }
        if (style != 3) {
            put(bytes, write.at, write.bytes);
            continue;
        }
        for (qint64 at = 0; at < write.bytes.size();) {
            const qint64 end =
                std::min<qint64>(write.bytes.size(), ((write.at + at) / SectorBytes + 1) * SectorBytes - write.at);
            if (random.below(2) == 0)
                put(bytes, write.at + at, write.bytes.mid(at, end - at));
            at = end;
        }
    }
    return bytes;
}

QMap<QString, DiskModel::NodePtr> DiskModel::cutEntries(const Node &folder, Random &random)
{
    QMap<QString, NodePtr> kept = folder.keptEntries;
    const auto style = random.below(3); // nothing kept, a beginning, a choice
    const auto beginning = random.below(static_cast<quint64>(folder.entries.size()) + 1);
    for (qsizetype i = 0; i < folder.entries.size(); ++i) {
        if (style == 0 || (style == 1 && i >= static_cast<qsizetype>(beginning)))
            break;
        if (style == 2 && random.below(2) == 0)
            continue;
        const Node::Entry &entry = folder.entries[i];
        if (!entry.removed.isEmpty() && kept.value(entry.removed) == entry.node)
            kept.remove(entry.removed);
        if (!entry.added.isEmpty())
            kept.insert(entry.added, entry.node);
    }
    return kept;
}

void DiskModel::gather(const Node &folder, const QString &path, Random &random, QMap<QString, QByteArray> &image)
{
    const QMap<QString, NodePtr> kept = cutEntries(folder, random);
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        const QString below = path + it.key();
        if (it.value()->folder) {
            image.insert(below, QByteArray());
            gather(*it.value(), below + u'/', random, image);
        } else {
            const QByteArray bytes = cut(*it.value(), random);
            image.insert(below, bytes.isNull() ? QByteArray("") : bytes);
        }
    }
}

QMap<QString, QByteArray> DiskModel::afterCut(Random &random) const
{
    QMap<QString, QByteArray> image;
    gather(*m_top, {}, random, image);
    return image;
}

QMap<QString, QByteArray> DiskModel::imageOf(const QString &root)
{
    const DiskModel model(root);
    QMap<QString, QByteArray> image;
    SeededRandom none(0); // nothing is unsynced
    gather(*model.m_top, {}, none, image);
    return image;
}

void DiskModel::lay(const QString &root, const QMap<QString, QByteArray> &image)
{
    for (const QFileInfo &info : QDir(root).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (info.isDir())
            QDir(info.filePath()).removeRecursively();
        else
            QFile::remove(info.filePath());
    }
    // Paths are sorted, so that a folder comes before what is in it.
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        const QString path = root + u'/' + it.key();
        if (it.value().isNull()) {
            QDir().mkpath(path);
            continue;
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
            qFatal("cannot write %s", qUtf8Printable(path));
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
}

} // namespace xinglin::test
