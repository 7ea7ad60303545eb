#include "bench/database.h"

#include "store/failure.h"

#include <QFile>

#include <sqlite3.h>

namespace xinglin::bench {

namespace {

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

} // namespace

Database::Database(const QString &path, const QByteArray &keyLiteral)
{
    check(sqlite3_open_v2(path.toUtf8().constData(), &m_handle,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
    if (!keyLiteral.isEmpty())
        execute("PRAGMA cipher_log_level=NONE; PRAGMA key=\"" + keyLiteral + "\"; PRAGMA cipher_memory_security=ON;");
    execute("PRAGMA temp_store=MEMORY; PRAGMA journal_mode=WAL; PRAGMA cache_size=-65536; PRAGMA query_only=ON;");
    // What the store's statements ask of restricted rows; a grown clinic has none, so that no is the answer.
    const auto no = [](sqlite3_context *context, int, sqlite3_value **) { sqlite3_result_int(context, 0); };
    check(sqlite3_create_function_v2(m_handle, "row_open", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, no, nullptr,
                                     nullptr, nullptr));
}

Database::~Database()
{
    for (sqlite3_stmt *statement : std::as_const(m_prepared))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

void Database::check(int code)
{
    if (code != SQLITE_OK)
        throw store::Failure(Code::Broken, {}, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

void Database::execute(const QByteArray &sql)
{
    check(sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr));
}

sqlite3_stmt *Database::prepare(const QByteArray &sql)
{
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.constEnd())
        return *known;
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v3(m_handle, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    m_prepared.insert(sql, statement);
    return statement;
}

QByteArray Database::value(const QByteArray &sql)
{
    sqlite3_stmt *statement = prepare(sql);
    QByteArray found;
    if (sqlite3_step(statement) == SQLITE_ROW)
        found = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    sqlite3_reset(statement);
    return found;
}

void Database::exportTo(const QString &path, const QByteArray &keyLiteral)
{
    execute("PRAGMA query_only=OFF");
    execute("ATTACH DATABASE " + quoted(path.toUtf8()) + " AS copy KEY " + quoted(keyLiteral));
    execute("PRAGMA copy.synchronous=OFF; SELECT sqlcipher_export('copy'); DETACH DATABASE copy");
}

} // namespace xinglin::bench
