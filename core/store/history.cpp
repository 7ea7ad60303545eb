#include "store/history.h"

#include "store/failure.h"

namespace xinglin::store {

namespace {

/// Header and body of each record that touched the row, oldest first.
struct Touch
{
    RecordHeader header;
    RecordBody body;
};

QList<Touch> touches(const Snapshot &view, const TableInfo &table, const Uuid &row)
{
    Connection &connection = view.connection();
    Query number = connection.internal(("SELECT n FROM " + table.name + " WHERE id = ?1").constData());
    if (!number.bind(row).next())
        return {};
    QList<Touch> found;
    Query records = connection.internal("SELECT r.header, r.body FROM touch t JOIN record r ON r.n = t.record"
                                        " WHERE t.t = ?1 AND t.r = ?2 ORDER BY t.record");
    records.bind(table.wire, number.get<qint64>(0));
    while (records.next()) {
        const auto header = decodeHeader(records.get<QByteArray>(0));
        if (!header)
            throw Failure(Code::Damaged, {}, QStringLiteral("a record's header cannot be read"));
        const auto body = records.isNull(1) ? RecordBody() : decodeBody(records.get<QByteArray>(1));
        if (!body)
            throw Failure(Code::Damaged, {}, QStringLiteral("a record's body cannot be read"));
        found << Touch{*header, *body};
    }
    return found;
}

const TableInfo &synced(const Snapshot &view, const QByteArray &table)
{
    const TableInfo *info = view.registry().table(table);
    if (info == nullptr || !info->isSynced() || info->part)
        throw Failure(Code::Broken, {}, QStringLiteral("no history of table %1").arg(QString::fromLatin1(table)));
    return *info;
}

bool isOpen(const Snapshot &view, const ColumnInfo &column)
{
    return (column.group & ~view.opened().read) == 0;
}

} // namespace

QList<ColumnChange> history(const Snapshot &view, const QByteArray &table, const Uuid &row)
{
    const TableInfo &info = synced(view, table);
    QList<ColumnChange> found;
    bool known = false;
    for (const Touch &touch : touches(view, info, row)) {
        for (const Change &change : touch.body.changes) {
            if (change.table != info.wire || change.row != row)
                continue;
            for (auto it = change.values.cbegin(); it != change.values.cend(); ++it) {
                const ColumnInfo *column = info.columnByWire(it.key());
                if (column == nullptr || !isOpen(view, *column))
                    continue;
                if (!known && std::holds_alternative<std::monostate>(it.value()))
                    continue;
                found << ColumnChange{touch.header.version,
                                      instantFromMs(touch.header.wallMs),
                                      touch.header.user,
                                      touch.header.act,
                                      touch.body.reason,
                                      table,
                                      row,
                                      column->name,
                                      !known,
                                      change.old.value(it.key()),
                                      it.value()};
            }
            known = true;
        }
    }
    return found;
}

std::optional<QHash<QByteArray, Value>> asItStood(const Snapshot &view, const QByteArray &table, const Uuid &row,
                                                  Instant at)
{
    const TableInfo &info = synced(view, table);
    QHash<QByteArray, Value> state;
    bool exists = false;
    for (const Touch &touch : touches(view, info, row)) {
        if (instantFromMs(touch.header.wallMs) > at)
            break;
        for (const Change &change : touch.body.changes) {
            if (change.table != info.wire || change.row != row)
                continue;
            exists = true;
            for (auto it = change.values.cbegin(); it != change.values.cend(); ++it) {
                const ColumnInfo *column = info.columnByWire(it.key());
                if (column != nullptr && isOpen(view, *column))
                    state.insert(column->name, it.value());
            }
        }
    }
    return exists ? std::optional(state) : std::nullopt;
}

QList<RecordSummary> records(const Snapshot &view, std::optional<Instant> since, const QByteArray &table, int limit)
{
    const TableInfo *wanted = table.isEmpty() ? nullptr : view.registry().table(table);
    QList<RecordSummary> found;
    Query rows = view.connection().internal("SELECT header, body, hash FROM record WHERE hlc >= ?1 ORDER BY hlc");
    rows.bind(since ? Hlc::of(toMs(*since), 0).value : 0);
    while (found.size() < limit && rows.next()) {
        const auto header = decodeHeader(rows.get<QByteArray>(0));
        if (!header)
            throw Failure(Code::Damaged, {}, QStringLiteral("a record's header cannot be read"));
        RecordSummary summary{
            header->version,        instantFromMs(header->wallMs), header->user, header->act, header->cause, {},
            rows.get<QByteArray>(2)};
        bool touches = wanted == nullptr && table.isEmpty();
        if (!rows.isNull(1)) {
            const auto body = decodeBody(rows.get<QByteArray>(1));
            if (!body)
                throw Failure(Code::Damaged, {}, QStringLiteral("a record's body cannot be read"));
            for (const Change &change : body->changes) {
                const TableInfo *info = view.registry().tableByWire(change.table);
                summary.rows.append({info == nullptr ? QByteArray::number(change.table) : info->name, change.row});
                touches = touches || (info != nullptr && info == wanted);
            }
        }
        if (touches)
            found << summary;
    }
    return found;
}

void eachRecord(const Snapshot &view, const std::function<bool(const StoredRecord &)> &take)
{
    Query rows = view.connection().internal("SELECT header, body FROM record ORDER BY n");
    while (rows.next()) {
        if (!take({rows.get<QByteArray>(0), rows.isNull(1) ? QByteArray() : rows.get<QByteArray>(1)}))
            return;
    }
}

} // namespace xinglin::store
