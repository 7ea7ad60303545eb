#include "store/attachedfiles.h"

#include "base/random.h"
#include "store/connection.h"
#include "store/registry.h"
#include "store/vault/crypto.h"
#include "store/verify.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr qsizetype NameBytes = 32;
constexpr qint64 MostListBytes = qint64(16) << 20;
const QString place = QStringLiteral("attachments");
const QString list = QStringLiteral("attachments/pending");
const QString fresh = QStringLiteral(".new");

/// A table and its column that names files.
struct Naming
{
    QByteArray table;
    QByteArray column;
};

/// Those that this store has: an older one may lack them.
QList<Naming> namings(Connection &connection, const Registry &registry)
{
    QList<Naming> found;
    for (const TableInfo &table : registry.tables()) {
        for (const ColumnInfo &column : table.columns) {
            if (!column.file)
                continue;
            Query there = connection.internal("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
            if (there.bind(QString::fromLatin1(table.name), QString::fromLatin1(column.name)).next())
                found << Naming{table.name, column.name};
        }
    }
    return found;
}

/// What is wrong with the file; empty kind: nothing.
Problem checked(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.exists())
        return {"attachment.missing", {}, {}};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {"attachment.unreadable", {}, file.errorString()};
    QByteArray piece;
    const QByteArray hash = crypto::blake2b256([&]() -> QByteArrayView {
        piece = file.read(qint64(1) << 20);
        return piece;
    });
    if (file.error() != QFileDevice::NoError)
        return {"attachment.unreadable", {}, file.errorString()};
    return hash == name ? Problem() : Problem{"attachment.changed", {}, {}};
}

} // namespace

AttachedFiles::AttachedFiles(Files &files, const QString &folder) : m_files(files), m_folder(folder)
{
}

QString AttachedFiles::placeOf(const QByteArray &name)
{
    const QString hex = QString::fromLatin1(name.toHex());
    return place + u'/' + hex.first(2) + u'/' + hex;
}

QByteArray AttachedFiles::nameAt(const QString &at)
{
    const QByteArray name = QByteArray::fromHex(at.section(u'/', -1).toLatin1());
    return name.size() == NameBytes && placeOf(name) == at ? name : QByteArray();
}

QString AttachedFiles::listName()
{
    return list;
}

bool AttachedFiles::isPassing(const QString &at)
{
    return at.endsWith(fresh);
}

QString AttachedFiles::pathOf(const QByteArray &name) const
{
    return m_folder + u'/' + placeOf(name);
}

QString AttachedFiles::listPath() const
{
    return m_folder + u'/' + list;
}

Result<Done> AttachedFiles::announce(const QByteArray &name)
{
    const std::scoped_lock lock(m_lock);
    if (!m_listed) {
        if (auto made = m_files.makeFolder(m_folder + u'/' + place); !made)
            return made;
    }
    // What was cut short ends with its line.
    if (auto added = m_files.append(listPath(), '\n' + name.toHex() + '\n'); !added)
        return added;
    if (auto synced = m_files.sync(listPath()); !synced)
        return synced;
    if (!m_listed) {
        if (auto synced = m_files.sync(m_folder + u'/' + place); !synced)
            return synced;
    }
    m_listed = true;
    m_open.insert(name);
    return Done{};
}

Result<AttachedFile> AttachedFiles::keep(QByteArrayView plain)
{
    if (plain.size() > MostAttachedBytes)
        return Error{
            Code::Invalid,
            Tr::tr("This file has %1; more than %2 cannot be attached.")
                .arg(QLocale().formattedDataSize(plain.size()), QLocale().formattedDataSize(MostAttachedBytes)),
            QStringLiteral("bytes"),
            {}};
    SystemRandom random; // a key is never of a generator that can be repeated
    AttachedFile file;
    file.key = SecretBytes::random(crypto::keyBytes, random);
    file.bytes = plain.size();
    file.sha256 = crypto::sha256(plain);
    const QByteArray sealed = crypto::sealFile(file.key, plain);
    file.name = crypto::blake2b256({sealed});
    if (auto announced = announce(file.name); !announced)
        return announced.error();
    const QString path = pathOf(file.name);
    auto written = m_files.makeFolder(QFileInfo(path).path());
    if (written)
        written = replaceFile(m_files, path, sealed);
    if (!written) {
        drop(file.name);
        return written.error();
    }
    return file;
}

Result<QByteArray> AttachedFiles::read(const QByteArray &name, const SecretBytes &key) const
{
    const QString path = pathOf(name);
    if (!m_files.exists(path))
        return Error{Code::NotFound,
                     Tr::tr("The file of this entry is not on this PC any more. A backup may still have it."),
                     {},
                     placeOf(name)};
    const auto sealed = m_files.read(path, crypto::sealedFileSize(MostAttachedBytes));
    if (!sealed)
        return sealed.error();
    auto plain = crypto::openFile(key, *sealed);
    if (!plain)
        return Error{Code::Damaged,
                     Tr::tr("The file of this entry was changed from outside or is damaged. A backup may still have it "
                            "whole."),
                     {},
                     placeOf(name)};
    return plain;
}

bool AttachedFiles::isThere(const QByteArray &name) const
{
    return m_files.exists(pathOf(name));
}

void AttachedFiles::settle(const QByteArray &name)
{
    const std::scoped_lock lock(m_lock);
    m_open.remove(name);
}

void AttachedFiles::drop(const QByteArray &name)
{
    const auto gone = m_files.remove(pathOf(name));
    const auto freshGone = m_files.remove(pathOf(name) + fresh);
    if (gone && freshGone)
        settle(name); // else the next opening tries again
}

void AttachedFiles::clear(const std::function<bool(const QByteArray &)> &isNamed)
{
    if (!m_files.exists(listPath()))
        return;
    const auto lines = m_files.read(listPath(), MostListBytes);
    if (!lines)
        return;
    for (const QByteArray &line : lines->split('\n')) {
        const QByteArray name = QByteArray::fromHex(line);
        // Half a line announced nothing that was begun.
        if (line.size() != 2 * NameBytes || name.size() != NameBytes)
            continue;
        const bool dropped = isNamed(name) || m_files.remove(pathOf(name)).ok();
        if (!m_files.remove(pathOf(name) + fresh) || !dropped)
            m_open.insert(name); // tried again next time
    }
    m_listed = true;
    close();
}

void AttachedFiles::close()
{
    const std::scoped_lock lock(m_lock);
    if (m_listed && m_open.isEmpty() && m_files.remove(listPath()))
        m_listed = false;
}

QByteArrayList attachedNames(Connection &connection, const Registry &registry)
{
    QByteArrayList names;
    for (const Naming &naming : namings(connection, registry)) {
        Query rows = connection.internal(("SELECT " + naming.column + " FROM " + naming.table + " WHERE " +
                                          naming.column + " IS NOT NULL /* verify */")
                                             .constData());
        while (rows.next())
            names << rows.get<QByteArray>(0);
    }
    return names;
}

bool isAttached(Connection &connection, const Registry &registry, const QByteArray &name)
{
    for (const Naming &naming : namings(connection, registry)) {
        Query row =
            connection.internal(("SELECT 1 FROM " + naming.table + " WHERE " + naming.column + " = ?1").constData());
        if (row.bind(name).next())
            return true;
    }
    return false;
}

void checkAttachedFiles(Connection &connection, const Registry &registry, const QString &folder, VerifyReport &report,
                        const std::function<void(qint64, qint64)> &watch)
{
    for (const Naming &naming : namings(connection, registry)) {
        Query count = connection.internal(
            ("SELECT count(*) FROM " + naming.table + " WHERE " + naming.column + " IS NOT NULL /* verify */")
                .constData());
        const qint64 of = count.next() ? count.get<qint64>(0) : 0;
        Query rows = connection.internal(("SELECT n, " + naming.column + " FROM " + naming.table + " WHERE " +
                                          naming.column + " IS NOT NULL ORDER BY n /* verify */")
                                             .constData());
        while (rows.next() && !report.isFull()) {
            const QByteArray name = rows.get<QByteArray>(1);
            watch(report.files, of);
            ++report.files;
            Problem problem = checked(folder + u'/' + AttachedFiles::placeOf(name), name);
            if (problem.kind.isEmpty())
                continue;
            problem.place = QStringLiteral("%1 %2").arg(QString::fromLatin1(naming.table)).arg(rows.get<qint64>(0));
            problem.what = problem.what.isEmpty() ? AttachedFiles::placeOf(name)
                                                  : AttachedFiles::placeOf(name) + QStringLiteral(": ") + problem.what;
            report.add(problem);
        }
    }
}

} // namespace xinglin::store
