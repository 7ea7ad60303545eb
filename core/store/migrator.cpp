#include "store/migrator.h"

#include "store/failure.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

/// Schema files in their order; they are numbered without gaps from 1.
QStringList files()
{
    return QDir(QStringLiteral(":/schema"))
        .entryList({QStringLiteral("[0-9][0-9][0-9][0-9]_*.sql")}, QDir::Files, QDir::Name);
}

} // namespace

int newestSchema()
{
    return static_cast<int>(files().size());
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
    const QStringList all = files();
    for (qsizetype number = schemaOf(connection) + 1; number <= all.size(); ++number) {
        const QString &name = all[number - 1];
        if (name.left(4).toInt() != number)
            throw Failure(Code::Broken, {}, QStringLiteral("schema file %1 is out of order").arg(name));
        connection.execute("BEGIN IMMEDIATE");
        try {
            connection.execute(schemaFile(name));
            connection.execute("PRAGMA user_version=" + QByteArray::number(number));
            connection.execute("PRAGMA application_id=" + QByteArray::number(ApplicationId));
            connection.execute("COMMIT");
        } catch (...) {
            sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
            throw;
        }
    }
}

} // namespace xinglin::store
