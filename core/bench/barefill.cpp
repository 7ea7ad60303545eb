#include "bench/barefill.h"

#include "store/failure.h"

#include <sqlite3.h>

namespace xinglin::bench {

namespace {

constexpr int FoldEvery = 1000; // pages, as the store

} // namespace

BareFill::BareFill(const QString &path, const QByteArray &keyLiteral) : m_database(path, keyLiteral)
{
    m_database.execute("PRAGMA query_only=OFF; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;"
                       " PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000");
    const auto committed = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<BareFill *>(self)->m_log = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_database.handle(), committed, this); // in the place of SQLite's own, which folds in the commit
}

qsizetype BareFill::add(const store::Snapshot &view, const store::ChangeSet &changes)
{
    QList<Row> rows;
    for (const store::TableInfo &table : view.registry().tables()) { // parents before children
        if (!changes.ids.contains(table.name))
            continue;
        QByteArray names = "id";
        QByteArray places = "?1";
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            names += ", " + table.columns[i].name;
            places += ", ?" + QByteArray::number(i + 2);
        }
        sqlite3_stmt *insert =
            m_database.prepare("INSERT INTO " + table.name + '(' + names + ") VALUES(" + places + ')');
        store::Query read =
            view.connection().internal(("SELECT " + names + " FROM " + table.name + " WHERE id = ?1").constData());
        for (const Uuid &id : changes.ids[table.name]) {
            if (m_known.contains(id))
                continue;
            m_known.insert(id);
            if (!read.bind(id).next())
                throw store::Failure(Code::Broken, {}, QStringLiteral("a saved row is not there"));
            Row row{insert, {}};
            for (int i = 0; i < read.columnCount(); ++i)
                row.values << boundFrom(read.value(i));
            rows << row;
        }
    }
    m_commits << rows;
    return rows.size();
}

void BareFill::run()
{
    for (const QList<Row> &rows : std::as_const(m_commits)) {
        m_database.execute("BEGIN IMMEDIATE");
        for (const Row &row : rows) {
            for (qsizetype i = 0; i < row.values.size(); ++i)
                bind(row.insert, int(i) + 1, row.values[i]);
            const int stepped = sqlite3_step(row.insert);
            sqlite3_reset(row.insert);
            if (stepped != SQLITE_DONE)
                throw store::Failure(Code::Broken, {}, QString::fromUtf8(sqlite3_errmsg(m_database.handle())));
        }
        m_database.execute("COMMIT");
        if (m_log >= FoldEvery) {
            m_log = 0;
            m_database.value("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }
}

} // namespace xinglin::bench
