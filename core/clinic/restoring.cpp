#include "clinic/restoring.h"

#include "access/people.h"
#include "base/text/daywords.h"
#include "clinic/changewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::takeback {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::takeback)
};

QString nameOf(const store::Snapshot &view, const std::optional<Uuid> &user)
{
    if (!user)
        return Tr::tr("Somebody");
    const auto known = access::user(view, access::UserId(*user));
    return known ? known->name : Tr::tr("Somebody");
}

} // namespace

using store::ColumnChange;
using store::RecordChanges;
using store::RowName;

Error standsInTheWay(const QString &sentence)
{
    return {Code::Conflict, sentence, {}, {}};
}

QString timeText(const store::Snapshot &view, Instant at)
{
    return momentInWords(at, view.zone());
}

Error changedAgain(const store::Snapshot &view, const RecordChanges &later, const QString &field)
{
    const QString who = nameOf(view, later.user);
    const QString when = timeText(view, later.at);
    return standsInTheWay(field.isEmpty() ? Tr::tr("%1 has changed it again since (%2).").arg(who, when)
                                          : Tr::tr("%1 has changed \"%2\" again since (%3).").arg(who, field, when));
}

QList<ColumnChange> changesOf(const RecordChanges &record, const RowName &row)
{
    QList<ColumnChange> found;
    for (const ColumnChange &change : record.changes) {
        if (change.table == row.table && change.row == row.row)
            found << change;
    }
    return found;
}

bool isNew(const QList<ColumnChange> &changes)
{
    return !changes.isEmpty() && changes.constFirst().isNew;
}

/// A later record that changed one of the same cells.
std::optional<Error> changedSince(const store::Snapshot &view, const RecordChanges &record)
{
    for (const RowName &row : record.rows) {
        const QList<ColumnChange> ours = changesOf(record, row);
        for (const RecordChanges &later : store::recordsAfter(view, row, record.n)) {
            for (const ColumnChange &theirs : later.changes) {
                const bool same = isNew(ours) || std::any_of(ours.cbegin(), ours.cend(), [&](const ColumnChange &own) {
                                      return own.column == theirs.column;
                                  });
                if (same)
                    return changedAgain(view, later, changes::fieldName(row.table, theirs.column));
            }
        }
    }
    return std::nullopt;
}

bool touches(const RecordChanges &record, const char *table)
{
    return std::any_of(record.rows.cbegin(), record.rows.cend(),
                       [&](const RowName &row) { return row.table == table; });
}

void setColumn(store::Transaction &tx, const QByteArray &table, const QByteArray &column, const Uuid &row,
               const store::Value &value)
{
    tx.sql(("UPDATE " + table + " SET " + column + " = ?2 WHERE id = ?1").constData()).bind(row, value).run();
}

void restoreRow(store::Transaction &tx, const RecordChanges &record, const RowName &row, const char *mark,
                const store::Value &gone)
{
    const QList<ColumnChange> changes = changesOf(record, row);
    if (isNew(changes))
        return setColumn(tx, row.table, mark, row.row, gone);
    // All at once: half of it may be what the table refuses, such as a beginning after the end.
    QByteArrayList set;
    for (qsizetype i = 0; i < changes.size(); ++i)
        set << changes[i].column + " = ?" + QByteArray::number(i + 2);
    store::Query update = tx.sql(("UPDATE " + row.table + " SET " + set.join(", ") + " WHERE id = ?1").constData());
    update.bindAt(1, row.row);
    for (int i = 0; i < changes.size(); ++i)
        update.bindAt(i + 2, changes[i].from);
    update.run();
}

} // namespace xinglin::takeback
