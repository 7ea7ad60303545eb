#include "store/query.h"

#include "store/connection.h"
#include "store/failure.h"

#include <sqlite3.h>

#include <limits>

namespace xinglin::store {

Query::Query(Connection &connection, std::shared_ptr<Statement> statement)
    : m_connection(&connection), m_statement(std::move(statement))
{
}

Query::Query(Query &&) noexcept = default;

Query::~Query()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement->handle);
    sqlite3_clear_bindings(m_statement->handle);
    m_statement->lent = false;
}

void Query::rewind()
{
    sqlite3_reset(m_statement->handle);
}

bool Query::next()
{
    const int rc = sqlite3_step(m_statement->handle);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    m_connection->fail(rc, sqlite3_sql(m_statement->handle));
}

void Query::run()
{
    while (next()) {
    }
    sqlite3_reset(m_statement->handle);
}

int Query::columnCount() const
{
    return sqlite3_column_count(m_statement->handle);
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement->handle, column) == SQLITE_NULL;
}

Value Query::value(int column) const
{
    switch (sqlite3_column_type(m_statement->handle, column)) {
    case SQLITE_INTEGER:
        return integerAt(column);
    case SQLITE_FLOAT:
        return realAt(column);
    case SQLITE_TEXT:
        return textAt(column);
    case SQLITE_BLOB:
        return blobAt(column);
    default:
        return std::monostate();
    }
}

void Query::put(int index, std::nullptr_t)
{
    sqlite3_bind_null(m_statement->handle, index);
}

void Query::put(int index, qint64 value)
{
    if (const int rc = sqlite3_bind_int64(m_statement->handle, index, value); rc != SQLITE_OK)
        m_connection->fail(rc, sqlite3_sql(m_statement->handle));
}

void Query::put(int index, double value)
{
    sqlite3_bind_double(m_statement->handle, index, value);
}

void Query::put(int index, const QString &value)
{
    if (value.isNull())
        return put(index, nullptr);
    const QByteArray utf8 = value.toUtf8();
    const int rc = sqlite3_bind_text64(m_statement->handle, index, utf8.constData(),
                                       static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (rc != SQLITE_OK)
        m_connection->fail(rc, sqlite3_sql(m_statement->handle));
}

void Query::put(int index, const QByteArray &value)
{
    if (value.isNull())
        return put(index, nullptr);
    const int rc = sqlite3_bind_blob64(m_statement->handle, index, value.constData(),
                                       static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    if (rc != SQLITE_OK)
        m_connection->fail(rc, sqlite3_sql(m_statement->handle));
}

void Query::put(int index, const Value &value)
{
    struct Visitor
    {
        Query &query;
        int index;
        void operator()(std::monostate) const { query.put(index, nullptr); }
        void operator()(qint64 v) const { query.put(index, v); }
        void operator()(double v) const { query.put(index, v); }
        void operator()(const QString &v) const { query.put(index, v.isNull() ? QStringLiteral("") : v); }
        void operator()(const QByteArray &v) const { query.put(index, v.isNull() ? QByteArray("") : v); }
    };
    std::visit(Visitor{*this, index}, value);
}

void Query::put(int index, QDate value)
{
    put(index, value.isValid() ? value.toString(Qt::ISODate) : QString());
}

qint64 Query::integerAt(int column) const
{
    return sqlite3_column_int64(m_statement->handle, column);
}

double Query::realAt(int column) const
{
    return sqlite3_column_double(m_statement->handle, column);
}

QString Query::textAt(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement->handle, column));
    return text == nullptr ? QString() : QString::fromUtf8(text, sqlite3_column_bytes(m_statement->handle, column));
}

QByteArray Query::blobAt(int column) const
{
    const void *blob = sqlite3_column_blob(m_statement->handle, column);
    const int size = sqlite3_column_bytes(m_statement->handle, column);
    if (blob == nullptr)
        return isNull(column) ? QByteArray() : QByteArray("", 0);
    return QByteArray(static_cast<const char *>(blob), size);
}

Uuid Query::uuidAt(int column) const
{
    const void *blob = sqlite3_column_blob(m_statement->handle, column);
    const auto uuid = Uuid::fromBytes(
        QByteArrayView(static_cast<const char *>(blob), sqlite3_column_bytes(m_statement->handle, column)));
    if (!uuid)
        throw Failure(Code::Damaged, {}, QStringLiteral("no id in column %1").arg(column));
    return *uuid;
}

QDate Query::dateAt(int column) const
{
    return QDate::fromString(textAt(column), Qt::ISODate);
}

PartialDate Query::partialDateAt(int column) const
{
    const auto date = PartialDate::fromText(textAt(column));
    if (!date)
        throw Failure(Code::Damaged, {}, QStringLiteral("no date in column %1").arg(column));
    return *date;
}

} // namespace xinglin::store
