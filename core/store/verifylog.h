#pragma once

#include "store/record.h"
#include "store/verify.h"

#include <QSet>

namespace xinglin::store {

/// The change log and the tables it speaks of: part of verify(). Reads every record once and each row of a synced table
/// where its newest record comes by, so that memory does not grow with the store.
class LogCheck
{
public:
    using Progress = std::function<void(qint64 done, qint64 of)>;

    /// All outlive it.
    LogCheck(Connection &connection, const Registry &registry, VerifyReport &report);

    /// Chains, bodies, rows, touches, cells.
    void checkRecords(const Progress &progress);
    /// For each audit row in its order: whether the record it names is there and its own.
    void checkAuditRow(const AuditRow &row);
    /// After the last audit row: records of this PC that no audit row names.
    void checkAllAudited();

private:
    struct Table
    {
        const TableInfo *info = nullptr;
        QByteArray byId;           ///< Statement for number, id and all columns.
        QMap<int, Value> defaults; ///< Of columns, by wire number.
        qint64 compared = 0;
        qint64 made = 0;      ///< Of a table of parts: how many the log has made so far.
        QSet<qint64> moved;   ///< Of these the numbers that are not the ones of the log.
        bool columns = false; ///< Merged column by column.
    };
    struct Stream
    {
        bool own = false;
        qint64 seq = 0;
        quint64 hlc = 0;
        QByteArray head;
        qint64 audited = 0;
    };
    /// A row as its records leave it.
    struct RowState
    {
        bool known = false;
        QMap<int, Value> values;
        QMap<int, Version> versions;
        void take(const Change &change, const Version &version);
    };

    void readStreams();
    void readTables();
    void checkRecord(const Query &row, qint64 expected);
    void checkChange(const Change &change, const Version &version, qint64 record, const QString &place);
    void checkPart(Table &table, const Change &change, const Version &version, qint64 record, const QString &place);
    void compare(Table &table, const Query &row, const RowState &state);
    RowState replayed(const Table &table, qint64 n, const Uuid &id);
    void searchTable(Table &table);
    void searchParts(const Table &table);
    void checkTouches();

    Connection &m_connection;
    const Registry &m_registry;
    VerifyReport &m_report;
    QHash<int, Table> m_tables;
    QHash<qint64, Stream> m_streams;
    qint64 m_touches = 0;
    qint64 m_cells = 0;
    QByteArray m_named; ///< Version that the last audit row named.
};

} // namespace xinglin::store
