#include "store/verifyschema.h"

#include "store/failure.h"
#include "store/migrator.h"

#include <QMap>

#include <sqlite3.h>

#include <memory>

namespace xinglin::store {

namespace {

/// "trigger audit_stays" → the statement that made it; SQLite's own statistics left out.
using Schema = QMap<QString, QString>;

const char *const everything =
    "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'";

Schema schemaIn(Connection &connection)
{
    Schema schema;
    Query rows = connection.internal(everything);
    while (rows.next())
        schema.insert(rows.get<QString>(0) + u' ' + rows.get<QString>(1), rows.get<QString>(2));
    return schema;
}

/// What the shipped files make of an empty database.
Schema shipped()
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open(":memory:", &handle);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closing(handle, &sqlite3_close);
    const auto broken = [&] {
        return Failure(Code::Broken, {},
                       QStringLiteral("the shipped schema: ") + QString::fromUtf8(sqlite3_errmsg(handle)));
    };
    if (opened != SQLITE_OK)
        throw broken();
    for (const QString &name : schemaFiles()) {
        if (sqlite3_exec(handle, schemaFile(name).constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw broken();
    }
    Schema schema;
    const auto take = [](void *into, int, char **values, char **) {
        static_cast<Schema *>(into)->insert(QString::fromUtf8(values[0]) + u' ' + QString::fromUtf8(values[1]),
                                            QString::fromUtf8(values[2]));
        return 0;
    };
    if (sqlite3_exec(handle, everything, take, &schema, nullptr) != SQLITE_OK)
        throw broken();
    return schema;
}

int pragma(Connection &connection, const char *sql)
{
    Query query = connection.internal(sql);
    return query.next() ? query.get<int>(0) : 0;
}

} // namespace

void checkSchema(Connection &connection, VerifyReport &report)
{
    if (const int id = pragma(connection, "PRAGMA application_id"); id != ApplicationId)
        report.add({"schema.application", {}, QStringLiteral("%1 instead of %2").arg(id).arg(ApplicationId)});
    if (const int version = schemaOf(connection); version != newestSchema())
        report.add({"schema.version", {}, QStringLiteral("%1 instead of %2").arg(version).arg(newestSchema())});
    const Schema found = schemaIn(connection);
    const Schema wanted = shipped();
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto here = found.constFind(it.key());
        if (here == found.constEnd())
            report.add({"schema.missing", it.key(), {}});
        else if (*here != *it)
            report.add({"schema.changed", it.key(), QStringLiteral("it is not defined as shipped")});
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (!wanted.contains(it.key()))
            report.add({"schema.stray", it.key(), QStringLiteral("no shipped file makes it")});
    }
}

} // namespace xinglin::store
