#include "store/migrator.h"

#include "store/backupcopy.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

/// Newest rows of the change log and the audit chain; an update of the schema never adds to them.
QByteArrayList headsOfChains(Connection &connection)
{
    QByteArrayList heads;
    if (schemaOf(connection) == 0)
        return heads;
    for (const char *sql :
         {"SELECT n, hash FROM record ORDER BY n DESC LIMIT 1", "SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1"}) {
        Query last = connection.internal(sql);
        heads << (last.next() ? QByteArray::number(last.get<qint64>(0)) + ' ' + last.get<QByteArray>(1).toHex()
                              : QByteArray());
    }
    return heads;
}

void requireWhole(Connection &connection, const QByteArrayList &heads)
{
    QString problem;
    if (Query check = connection.internal("PRAGMA quick_check"); check.next() && check.get<QString>(0) != u"ok")
        problem = check.get<QString>(0);
    else if (Query keys = connection.internal("PRAGMA foreign_key_check"); keys.next())
        problem = QStringLiteral("reference: %1").arg(keys.get<QString>(0));
    else if (headsOfChains(connection) != heads)
        problem = QStringLiteral("the chains differ");
    if (!problem.isEmpty())
        throw Failure(Code::Damaged, Tr::tr("The store does not hold after the update; it was left as it was."),
                      problem);
}

} // namespace

QStringList schemaFiles()
{
    return QDir(QStringLiteral(":/schema"))
        .entryList({QStringLiteral("[0-9][0-9][0-9][0-9]_*.sql")}, QDir::Files, QDir::Name);
}

int newestSchema()
{
    return static_cast<int>(schemaFiles().size());
}

int schemaOf(Connection &connection)
{
    Query query = connection.internal("PRAGMA user_version");
    query.next();
    return query.get<int>(0);
}

QByteArray schemaFile(const QString &name)
{
    QFile file(QStringLiteral(":/schema/") + name);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(Code::Broken, {}, QStringLiteral("no schema file %1").arg(name));
    return file.readAll();
}

void migrate(Connection &connection)
{
    const QStringList all = schemaFiles();
    const int before = schemaOf(connection);
    if (before >= all.size())
        return;
    const QByteArrayList heads = headsOfChains(connection);
    connection.execute("BEGIN IMMEDIATE");
    try {
        for (qsizetype number = before + 1; number <= all.size(); ++number) {
            const QString &name = all[number - 1];
            if (name.left(4).toInt() != number)
                throw Failure(Code::Broken, {}, QStringLiteral("schema file %1 is out of order").arg(name));
            connection.execute(schemaFile(name));
        }
        connection.execute("PRAGMA user_version=" + QByteArray::number(all.size()));
        connection.execute("PRAGMA application_id=" + QByteArray::number(ApplicationId));
        if (before > 0)
            requireWhole(connection, heads);
        connection.execute("COMMIT");
    } catch (...) {
        sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

QString keptPath(const QString &path, int schema)
{
    return QStringLiteral("%1.schema%2").arg(path).arg(schema, 4, 10, QLatin1Char('0'));
}

void keepBeforeMigrating(Connection &connection, const QString &path, const QByteArray &keyLiteral, Files &files)
{
    const QString kept = keptPath(path, schemaOf(connection));
    const QString part = kept + QStringLiteral(".part");
    try {
        copyDatabase(connection, part, keyLiteral, files);
        Connection copy(part, keyLiteral, Connection::Mode::Finished);
        if (Query pages = copy.internal("PRAGMA cipher_integrity_check"); pages.next())
            throw Failure(Code::Damaged, Tr::tr("The store could not be copied whole before the update."),
                          pages.get<QString>(0));
        requireWhole(copy, headsOfChains(connection));
    } catch (...) {
        static_cast<void>(files.remove(part));
        throw;
    }
    if (auto named = files.rename(part, kept); !named)
        throw Failure(named.error().code, named.error().message, named.error().detail);
}

} // namespace xinglin::store
