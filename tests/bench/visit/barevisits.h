#pragma once

#include "bench/database.h"
#include "bench/tape.h"
#include "store/transaction.h"

namespace xinglin::bench {

/// The baseline of a saved visit: the rows that the product has written, under ids of their own, inserted again by
/// prepared statements in one transaction past the store: the same file, tables, indexes, foreign keys, encryption,
/// cache and durability, without gate, capture, change log, audit and followers. The log is put into the file by tidy()
/// only, as often as the store does it. Throws Failure.
class BareVisits
{
public:
    BareVisits(const QString &path, const QByteArray &keyLiteral);

    /// Keeps the rows of one commit; @p clock and @p random make their new ids.
    void add(const store::Snapshot &view, const store::ChangeSet &changes, const Clock &clock, Random &random);
    qsizetype size() const { return m_visits.size(); }
    qsizetype rowsOf(qsizetype visit) const { return m_visits[visit].size(); }
    /// Saves one of them; everything is bound and made beforehand.
    void save(qsizetype visit);
    /// Puts the log into the file where it has grown.
    void tidy();
    /// Pages that were written into the log until now.
    qint64 pagesWritten() const;
    QByteArray value(const QByteArray &sql) { return m_database.value(sql); }

private:
    struct Row
    {
        sqlite3_stmt *insert;
        QList<Bound> values; ///< Of the id and the registry's columns.
    };

    Database m_database;
    QList<QList<Row>> m_visits;
    int m_log = 0; ///< Pages of the log at the last commit.
};

/// Pages that a connection has written into the log until now.
qint64 pagesWritten(sqlite3 *handle);

} // namespace xinglin::bench
