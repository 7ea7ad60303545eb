#pragma once

#include "base/result.h"
#include "store/recordchanges.h"
#include "store/transaction.h"

/// What taking back has in common, whatever it is about; for takeback*.cpp.
namespace xinglin::takeback {

Error standsInTheWay(const QString &sentence);
QString timeText(const store::Snapshot &view, Instant at);
/// "Wang Min has changed "Telephone" again since (…)."
Error changedAgain(const store::Snapshot &view, const store::RecordChanges &later, const QString &field);

QList<store::ColumnChange> changesOf(const store::RecordChanges &record, const store::RowName &row);
bool isNew(const QList<store::ColumnChange> &changes);
bool touches(const store::RecordChanges &record, const char *table);
/// A later record that changed one of the same cells.
std::optional<Error> changedSince(const store::Snapshot &view, const store::RecordChanges &record);

void setColumn(store::Transaction &tx, const QByteArray &table, const QByteArray &column, const Uuid &row,
               const store::Value &value);
/// Updates get their old values back, all at once; a new row stays and is marked as not valid.
void restoreRow(store::Transaction &tx, const store::RecordChanges &record, const store::RowName &row, const char *mark,
                const store::Value &gone);

} // namespace xinglin::takeback
