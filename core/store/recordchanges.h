#pragma once

#include "store/history.h"

namespace xinglin::store {

/// A row of a synced table.
struct RowName
{
    QByteArray table;
    Uuid row{Uuid::Bytes{}};
    bool operator==(const RowName &) const = default;
};

/// A record with what it changed, as far as the columns' field groups are open for reading.
struct RecordChanges
{
    qint64 n = 0; ///< Its place in the order of commits on this PC.
    Version version;
    Instant at;
    std::optional<Uuid> user;
    QByteArray act;
    std::optional<Cause> cause;
    QString reason;
    QList<RowName> rows; ///< All that it changed, whether open or not.
    QList<ColumnChange> changes;
    bool whole = true; ///< Nothing was left out of `changes`.
};

/// 16 bytes: stream and seq, as a cause names a record.
QByteArray bytesOf(const Version &version);
std::optional<Version> versionFrom(const QByteArray &bytes);

/// nullopt where there is no such record.
std::optional<RecordChanges> recordChanges(const Snapshot &view, const Version &version);
/// The newest records since @p since, newest first; those before @p before (an `n`) where one is named.
QList<RecordChanges> recentRecords(const Snapshot &view, Instant since, std::optional<qint64> before, int limit);
/// The records that touched any of @p rows, newest first, with their changes of these rows only. A part is not asked
/// for, but what it is a part of.
QList<RecordChanges> recordsOf(const Snapshot &view, const QList<RowName> &rows, std::optional<qint64> before,
                               int limit);
/// The records that touched the row after @p n, oldest first, with their changes of this row only; of a part none.
QList<RecordChanges> recordsAfter(const Snapshot &view, const RowName &row, qint64 n);

} // namespace xinglin::store
