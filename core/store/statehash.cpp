#include "store/statehash.h"

#include "store/failure.h"
#include "store/vault/crypto.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>
#include <memory>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr qint64 RowsBetweenQuestions = 512;

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Rows = std::unique_ptr<sqlite3_stmt, Finalize>;

Rows prepare(Connection &connection, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (const int rc = sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
        rc != SQLITE_OK)
        connection.fail(rc, sql);
    return Rows(statement);
}

bool step(Connection &connection, const Rows &rows)
{
    const int rc = sqlite3_step(rows.get());
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        connection.fail(rc);
    return rc == SQLITE_ROW;
}

template <class T>
void append(QByteArray &bytes, T value)
{
    const T big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// A sum modulo 2^256; the least significant limb first.
class Sum
{
public:
    void add(const QByteArray &hash)
    {
        quint64 carry = 0;
        for (std::size_t i = 0; i < m_limbs.size(); ++i) {
            const auto limb = qFromBigEndian<quint64>(hash.constData() + 8 * (m_limbs.size() - 1 - i));
            const quint64 sum = m_limbs[i] + limb;
            const quint64 whole = sum + carry;
            carry = (sum < limb ? 1U : 0U) + (whole < sum ? 1U : 0U);
            m_limbs[i] = whole;
        }
    }
    QByteArray bytes() const
    {
        QByteArray bytes;
        for (auto limb = m_limbs.crbegin(); limb != m_limbs.crend(); ++limb)
            append(bytes, *limb);
        return bytes;
    }

private:
    std::array<quint64, 4> m_limbs{};
};

void appendColumn(QByteArray &row, sqlite3_stmt *statement, int column, int wire)
{
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL)
        return;
    append(row, static_cast<quint16>(wire));
    append(row, static_cast<quint8>(type));
    if (type == SQLITE_INTEGER) {
        append(row, static_cast<qint64>(sqlite3_column_int64(statement, column)));
    } else if (type == SQLITE_FLOAT) {
        const double value = sqlite3_column_double(statement, column);
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        append(row, bits);
    } else {
        const void *data = sqlite3_column_blob(statement, column); // the bytes of a text as well
        const int size = sqlite3_column_bytes(statement, column);
        append(row, static_cast<quint32>(size));
        row.append(static_cast<const char *>(data), size);
    }
}

/// The table's columns that this store has, in the order of their wire numbers.
QList<ColumnInfo> columnsOf(Connection &connection, const TableInfo &table)
{
    QByteArrayList there;
    const Rows rows = prepare(connection, "PRAGMA table_info(" + table.name + ')');
    while (step(connection, rows))
        there << QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(rows.get(), 1)));
    QList<ColumnInfo> columns;
    for (const ColumnInfo &column : table.columns) {
        if (there.contains(column.name))
            columns << column;
    }
    std::sort(columns.begin(), columns.end(), [](const auto &a, const auto &b) { return a.wire < b.wire; });
    return columns;
}

} // namespace

StateHash stateHash(Connection &connection, const Registry &registry, const std::function<bool()> &cancelled)
{
    Sum sum;
    StateHash hash;
    QByteArray row;
    for (const TableInfo &table : registry.tables()) {
        if (!table.isSynced())
            continue;
        const QList<ColumnInfo> columns = columnsOf(connection, table);
        if (columns.isEmpty())
            continue; // of a later schema
        QByteArray sql = "SELECT id";
        for (const ColumnInfo &column : columns)
            sql += ", " + column.name;
        const Rows rows = prepare(connection, sql + " FROM " + table.name);
        while (step(connection, rows)) {
            row.clear();
            append(row, static_cast<quint16>(table.wire));
            row.append(static_cast<const char *>(sqlite3_column_blob(rows.get(), 0)),
                       sqlite3_column_bytes(rows.get(), 0));
            for (int i = 0; i < columns.size(); ++i)
                appendColumn(row, rows.get(), i + 1, columns[i].wire);
            sum.add(crypto::blake2b256({row}));
            if (++hash.rows % RowsBetweenQuestions == 0 && cancelled && cancelled())
                throw Failure(Code::Cancelled, Tr::tr("Cancelled."), {});
        }
    }
    hash.sum = sum.bytes();
    return hash;
}

} // namespace xinglin::store
