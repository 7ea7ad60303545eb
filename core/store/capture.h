#pragma once

#include "store/connection.h"
#include "store/registry.h"

#include <QHash>
#include <QList>

namespace xinglin::store {

/// One row as a transaction left it, compared with how it found it.
struct RowChange
{
    enum class Kind { Insert, Update };

    const TableInfo *table = nullptr;
    qint64 n = 0; ///< Local row number.
    Uuid id{Uuid::Bytes{}};
    Kind kind = Kind::Insert;
    QMap<int, Value> values; ///< By wire number: all columns of a new row, the changed ones of an old row.
    QMap<int, Value> old;    ///< Of an update: what the changed columns held before.

    /// New value of a column by its name; nullptr where it did not change.
    const Value *value(QByteArrayView column) const;
};

/// Collects every row change of synced tables on the writing connection, through SQLite's pre-update hook.
class Capture
{
public:
    /// Throws Failure where a table or column of the store is missing in the registry, or the other way round.
    Capture(Connection &connection, const Registry &registry);
    ~Capture();
    Capture(const Capture &) = delete;
    Capture &operator=(const Capture &) = delete;

    void clear();
    /// Changed rows in the order of their first change, updates without effect left out. Throws Failure where a synced
    /// row was deleted or its id changed.
    QList<RowChange> rows() const;
    /// Number of hook calls since clear(); lets a caller notice writes that came in between.
    qint64 calls() const { return m_calls; }

private:
    struct Row
    {
        const TableInfo *table;
        qint64 n;
        bool inserted;
        bool deleted;
        QMap<int, Value> before;
        QMap<int, Value> after;
        Value idBefore;
        Value idAfter;
    };
    struct Layout
    {
        const TableInfo *table;
        QList<int> wires; ///< By position in the table; 0 for the row number, -1 for the id.
    };

    static void hook(void *self, sqlite3 *db, int operation, const char *schema, const char *table, long long before,
                     long long after);
    void changed(sqlite3 *db, int operation, const Layout &layout, qint64 before, qint64 after);

    Connection &m_connection;
    QHash<QByteArray, Layout> m_layouts;
    QList<Row> m_rows;
    QHash<QPair<int, qint64>, qsizetype> m_index;
    qint64 m_calls = 0;
};

} // namespace xinglin::store
