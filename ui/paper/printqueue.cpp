#include "ui/paper/printqueue.h"

#include "base/log.h"
#include "store/vault/crypto.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr qint64 mostBytes = qint64(64) << 20;
constexpr int version = 1;
const QString ending = QStringLiteral(".job");

enum Part { Version, Sent, Title, FileName, Media, Folder, Kind, Entity, Subject, Patient, Reason, Pdf };

QCborValue idValue(const std::optional<Uuid> &id)
{
    return id ? QCborValue(id->toBytes()) : QCborValue();
}

/// A file cannot be passed off as another's: the seal holds only for its person and its name.
QByteArray contextOf(const Uuid &user, const Uuid &id)
{
    return QByteArrayLiteral("xinglin-print-job/1") + user.toBytes() + id.toBytes();
}

QByteArray bytesOf(const PrintJob &job)
{
    QCborMap map;
    map.insert(Version, version);
    map.insert(Sent, toMs(job.sent));
    map.insert(Title, job.title);
    map.insert(FileName, job.fileName);
    map.insert(Media, job.media);
    map.insert(Folder, job.folder);
    map.insert(Kind, job.about.kind);
    map.insert(Entity, job.about.entity);
    map.insert(Subject, idValue(job.about.subject));
    map.insert(Patient, idValue(job.about.patient));
    map.insert(Reason, job.error);
    map.insert(Pdf, job.pdf);
    return map.toCborValue().toCbor();
}

Error unreadable(const Uuid &id)
{
    return {Code::Damaged, {}, {}, QStringLiteral("print job %1").arg(id.toString())};
}

} // namespace

PrintQueue::PrintQueue(Files &files, const QString &folder, SecretBytes key)
    : m_files(files), m_folder(folder), m_key(std::move(key))
{
}

QString PrintQueue::pathOf(const Uuid &user, const Uuid &id) const
{
    return m_folder + u'/' + user.toString() + u'_' + id.toString() + ending;
}

Result<Done> PrintQueue::keep(const PrintJob &job)
{
    QByteArray plain = bytesOf(job);
    SystemRandom random; // the store's own belongs to the writer
    const QByteArray sealed = crypto::seal(
        m_key, {reinterpret_cast<const std::uint8_t *>(plain.constData()), static_cast<std::size_t>(plain.size())},
        contextOf(job.user, job.id), random);
    wipe(plain);
    if (auto made = m_files.makeFolder(m_folder); !made)
        return made;
    return replaceFile(m_files, pathOf(job.user, job.id), sealed);
}

Result<PrintJob> PrintQueue::open(const Uuid &user, const Uuid &id)
{
    const Result<QByteArray> sealed = m_files.read(pathOf(user, id), mostBytes);
    if (!sealed)
        return sealed.error();
    const Result<SecretBytes> plain = crypto::open(m_key, *sealed, contextOf(user, id));
    if (!plain)
        return plain.error();
    const auto bytes = plain->bytes();
    const QCborMap map =
        QCborValue::fromCbor(QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))).toMap();
    if (map.value(Version).toInteger() != version || !map.value(Pdf).isByteArray())
        return unreadable(id);
    PrintJob job{id,
                 user,
                 instantFromMs(map.value(Sent).toInteger()),
                 map.value(Title).toString(),
                 map.value(FileName).toString(),
                 map.value(Media).toString(),
                 map.value(Folder).toString(),
                 {map.value(Kind).toString(), map.value(Entity).toString(),
                  Uuid::fromBytes(map.value(Subject).toByteArray()), Uuid::fromBytes(map.value(Patient).toByteArray())},
                 map.value(Reason).toString(),
                 map.value(Pdf).toByteArray()};
    return job;
}

Result<QList<PrintJob>> PrintQueue::jobs(const Uuid &user)
{
    QList<PrintJob> found;
    const QString mine = user.toString() + u'_';
    for (const QString &name : QDir(m_folder).entryList({mine + u'*' + ending}, QDir::Files)) {
        const auto id = Uuid::fromString(QStringView(name).mid(mine.size()).chopped(ending.size()));
        if (!id)
            continue;
        if (Result<PrintJob> job = open(user, *id); job)
            found << *std::move(job);
        else
            log::failure("print.queue", job.error());
    }
    std::stable_sort(found.begin(), found.end(), [](const PrintJob &a, const PrintJob &b) {
        return a.sent != b.sent ? a.sent < b.sent : a.id < b.id;
    });
    return found;
}

Result<Done> PrintQueue::remove(const PrintJob &job)
{
    return m_files.remove(pathOf(job.user, job.id));
}

} // namespace xinglin::ui
