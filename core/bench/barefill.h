#pragma once

#include "bench/database.h"
#include "bench/tape.h"
#include "store/transaction.h"

#include <QSet>

namespace xinglin::bench {

/// The baseline of a fill: the rows that the product has written, inserted again under the same ids into a copy of the
/// clinic from before, in the same transactions, by prepared statements past the store. A row that was changed later is
/// inserted as it is now. Throws Failure.
class BareFill
{
public:
    BareFill(const QString &path, const QByteArray &keyLiteral);

    /// Keeps the rows of one commit, and says how many.
    qsizetype add(const store::Snapshot &view, const store::ChangeSet &changes);
    void run();
    QByteArray value(const QByteArray &sql) { return m_database.value(sql); }

private:
    struct Row
    {
        sqlite3_stmt *insert;
        QList<Bound> values; ///< Of the id and the registry's columns.
    };

    Database m_database;
    QList<QList<Row>> m_commits;
    QSet<Uuid> m_known;
    int m_log = 0; ///< Pages of the log at the last commit.
};

} // namespace xinglin::bench
