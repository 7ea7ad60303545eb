#pragma once

#include "store/record.h"
#include "store/snapshot.h"

namespace xinglin::store {

/// One column of one row, changed by one record.
struct ColumnChange
{
    Version version;
    Instant at;
    std::optional<Uuid> user;
    QByteArray act;
    QString reason;
    QByteArray table;
    Uuid row{Uuid::Bytes{}};
    QByteArray column;
    bool isNew = false; ///< The row was made; `from` says nothing.
    Value from;
    Value to;
};

/// Every change of a row, oldest first, as far as its columns' field groups are open for reading.
QList<ColumnChange> history(const Snapshot &view, const QByteArray &table, const Uuid &row);

/// The row's columns as recorded at @p at, as far as their groups are open; nullopt where it did not exist yet.
std::optional<QHash<QByteArray, Value>> asItStood(const Snapshot &view, const QByteArray &table, const Uuid &row,
                                                  Instant at);

/// A record without its values.
struct RecordSummary
{
    Version version;
    Instant at;
    std::optional<Uuid> user;
    QByteArray act;
    std::optional<Cause> cause;
    QList<QPair<QByteArray, Uuid>> rows; ///< Table and id of what it changed.
    QByteArray hash;
};

/// Records from @p since on, oldest first; only those that touch @p table where one is named.
QList<RecordSummary> records(const Snapshot &view, std::optional<Instant> since, const QByteArray &table, int limit);

/// Every record as stored, in commit order; for replaying and sending. Stops where @p take returns false.
void eachRecord(const Snapshot &view, const std::function<bool(const StoredRecord &)> &take);

} // namespace xinglin::store
