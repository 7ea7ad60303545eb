#include "store/recordchanges.h"

#include "store/failure.h"

#include <set>

namespace xinglin::store {

namespace {

constexpr char Columns[] = "n, header, body";

const TableInfo &synced(const Snapshot &view, const QByteArray &table)
{
    const TableInfo *info = view.registry().table(table);
    if (info == nullptr || !info->isSynced() || info->part)
        throw Failure(Code::Broken, {}, QStringLiteral("no history of table %1").arg(QString::fromLatin1(table)));
    return *info;
}

/// @p only: leaves out the changes of other rows.
RecordChanges changesFrom(const Snapshot &view, const Query &row, const QList<RowName> *only)
{
    const auto header = decodeHeader(row.get<QByteArray>(1));
    if (!header)
        throw Failure(Code::Damaged, {}, QStringLiteral("a record's header cannot be read"));
    const auto body = row.isNull(2) ? RecordBody() : decodeBody(row.get<QByteArray>(2));
    if (!body)
        throw Failure(Code::Damaged, {}, QStringLiteral("a record's body cannot be read"));
    RecordChanges found{row.get<qint64>(0),
                        header->version,
                        instantFromMs(header->wallMs),
                        header->user,
                        header->act,
                        header->cause,
                        body->reason,
                        {},
                        {}};
    for (const Change &change : body->changes) {
        const TableInfo *table = view.registry().tableByWire(change.table);
        if (table == nullptr || table->name == "stream")
            continue;
        const RowName name{table->name, change.row};
        if (only != nullptr && !only->contains(name))
            continue;
        found.rows << name;
        // An update holds the value before of each column it changed; a new row has none.
        const bool isNew = change.old.isEmpty();
        for (auto it = change.values.cbegin(); it != change.values.cend(); ++it) {
            const ColumnInfo *column = table->columnByWire(it.key());
            if (column == nullptr || (isNew && std::holds_alternative<std::monostate>(it.value())))
                continue;
            if ((column->group & ~view.opened().read) != 0) {
                found.whole = false;
                continue;
            }
            found.changes << ColumnChange{
                found.version, found.at,   found.user,   found.act, found.reason,
                table->name,   change.row, column->name, isNew,     change.old.value(it.key()),
                it.value()};
        }
    }
    return found;
}

std::optional<qint64> numberOf(const Snapshot &view, const TableInfo &table, const Uuid &row)
{
    Query number = view.connection().internal(("SELECT n FROM " + table.name + " WHERE id = ?1").constData());
    return number.bind(row).next() ? std::optional(number.get<qint64>(0)) : std::nullopt;
}

RecordChanges load(const Snapshot &view, qint64 n, const QList<RowName> &rows)
{
    static const QByteArray sql = QByteArray("SELECT ") + Columns + " FROM record WHERE n = ?1";
    Query record = view.connection().internal(sql.constData());
    if (!record.bind(n).next())
        throw Failure(Code::Damaged, {}, QStringLiteral("the touch index names a record that is not there"));
    return changesFrom(view, record, &rows);
}

} // namespace

QByteArray bytesOf(const Version &version)
{
    QByteArray bytes;
    for (const quint64 part : {version.stream, version.seq}) {
        for (int i = 7; i >= 0; --i)
            bytes.append(static_cast<char>(part >> (8 * i)));
    }
    return bytes;
}

std::optional<Version> versionFrom(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    quint64 parts[2] = {0, 0};
    for (int i = 0; i < 16; ++i)
        parts[i / 8] = parts[i / 8] << 8 | static_cast<quint8>(bytes[i]);
    return Version{parts[0], parts[1]};
}

std::optional<RecordChanges> recordChanges(const Snapshot &view, const Version &version)
{
    static const QByteArray sql = QByteArray("SELECT ") + Columns + " FROM record WHERE stream = ?1 AND seq = ?2";
    Query record = view.connection().internal(sql.constData());
    if (!record.bind(version.stream, version.seq).next())
        return std::nullopt;
    return changesFrom(view, record, nullptr);
}

QList<RecordChanges> recentRecords(const Snapshot &view, Instant since, std::optional<qint64> before, int limit)
{
    static const QByteArray sql =
        QByteArray("SELECT ") + Columns + " FROM record WHERE hlc >= ?1 AND n < ?2 ORDER BY hlc DESC LIMIT ?3";
    Query records = view.connection().internal(sql.constData());
    records.bind(Hlc::of(toMs(since), 0).value, before.value_or(std::numeric_limits<qint64>::max()), limit);
    QList<RecordChanges> found;
    while (records.next())
        found << changesFrom(view, records, nullptr);
    return found;
}

QList<RecordChanges> recordsOf(const Snapshot &view, const QList<RowName> &rows, std::optional<qint64> before,
                               int limit)
{
    std::set<qint64, std::greater<>> numbers;
    for (const RowName &row : rows) {
        const TableInfo &table = synced(view, row.table);
        const auto number = numberOf(view, table, row.row);
        if (!number)
            continue;
        Query touches = view.connection().internal("SELECT record FROM touch WHERE t = ?1 AND r = ?2 AND record < ?3"
                                                   " ORDER BY record DESC LIMIT ?4");
        touches.bind(table.wire, *number, before.value_or(std::numeric_limits<qint64>::max()), limit);
        while (touches.next())
            numbers.insert(touches.get<qint64>(0));
    }
    QList<RecordChanges> found;
    for (const qint64 n : numbers) {
        if (found.size() == limit)
            break;
        found << load(view, n, rows);
    }
    return found;
}

QList<RecordChanges> recordsAfter(const Snapshot &view, const RowName &row, qint64 n)
{
    if (const TableInfo *info = view.registry().table(row.table); info != nullptr && info->part)
        return {};
    const TableInfo &table = synced(view, row.table);
    const auto number = numberOf(view, table, row.row);
    if (!number)
        return {};
    QList<qint64> numbers;
    Query touches = view.connection().internal("SELECT record FROM touch WHERE t = ?1 AND r = ?2 AND record > ?3"
                                               " ORDER BY record");
    touches.bind(table.wire, *number, n);
    while (touches.next())
        numbers << touches.get<qint64>(0);
    QList<RecordChanges> found;
    for (const qint64 later : std::as_const(numbers))
        found << load(view, later, {row});
    return found;
}

} // namespace xinglin::store
