#include "store/capture.h"

#include "store/failure.h"

#include <sqlite3.h>

namespace xinglin::store {

namespace {

Value valueOf(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return QString::fromUtf8(text, sqlite3_value_bytes(value));
    }
    case SQLITE_BLOB: {
        const void *blob = sqlite3_value_blob(value);
        return blob == nullptr ? QByteArray("")
                               : QByteArray(static_cast<const char *>(blob), sqlite3_value_bytes(value));
    }
    default:
        return std::monostate();
    }
}

[[noreturn]] void mistake(const QString &detail)
{
    throw Failure(Code::Broken, {}, detail);
}

} // namespace

const Value *RowChange::value(QByteArrayView column) const
{
    const ColumnInfo *info = table->column(column);
    if (info == nullptr)
        return nullptr;
    const auto found = values.constFind(info->wire);
    return found == values.constEnd() ? nullptr : &*found;
}

Capture::Capture(Connection &connection, const Registry &registry) : m_connection(connection)
{
    QList<QByteArray> present;
    Query tables =
        connection.internal("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (tables.next())
        present << tables.get<QString>(0).toLatin1();
    for (const QByteArray &name : present) {
        const TableInfo *table = registry.table(name);
        if (table == nullptr)
            mistake(QStringLiteral("table %1 is not in the registry").arg(QString::fromLatin1(name)));
        Layout layout{table, {}};
        Query columns = connection.internal("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
        columns.bind(QString::fromLatin1(name));
        qsizetype listed = 0;
        while (columns.next()) {
            const QByteArray column = columns.get<QString>(0).toLatin1();
            const ColumnInfo *info = table->column(column);
            if (column == "n") {
                layout.wires << 0;
            } else if (column == "id" && table->isSynced()) {
                layout.wires << -1;
            } else if (info != nullptr) {
                layout.wires << info->wire;
                ++listed;
            } else {
                mistake(QStringLiteral("column %1.%2 is not in the registry")
                            .arg(QString::fromLatin1(name), QString::fromLatin1(column)));
            }
        }
        if (listed != table->columns.size())
            mistake(QStringLiteral("the registry lists columns that %1 lacks").arg(QString::fromLatin1(name)));
        if (table->isSynced())
            m_layouts.insert(name, layout);
    }
    for (const TableInfo &table : registry.tables()) {
        if (!present.contains(table.name))
            mistake(
                QStringLiteral("the registry lists %1, which the store lacks").arg(QString::fromLatin1(table.name)));
    }
    sqlite3_preupdate_hook(connection.handle(), &Capture::hook, this);
}

Capture::~Capture()
{
    sqlite3_preupdate_hook(m_connection.handle(), nullptr, nullptr);
}

void Capture::clear()
{
    m_rows.clear();
    m_index.clear();
    m_calls = 0;
}

void Capture::hook(void *self, sqlite3 *db, int operation, const char *, const char *table, long long before,
                   long long after)
{
    auto *capture = static_cast<Capture *>(self);
    const QByteArray name = QByteArray::fromRawData(table, static_cast<qsizetype>(qstrlen(table)));
    const auto layout = capture->m_layouts.constFind(name);
    if (layout != capture->m_layouts.constEnd())
        capture->changed(db, operation, *layout, before, after);
}

void Capture::changed(sqlite3 *db, int operation, const Layout &layout, qint64 before, qint64 after)
{
    ++m_calls;
    const qint64 n = operation == SQLITE_INSERT ? after : before;
    const QPair<int, qint64> key(layout.table->wire, n);
    auto known = m_index.constFind(key);
    const bool first = known == m_index.constEnd();
    if (first) {
        m_rows.append(Row{layout.table, n, operation == SQLITE_INSERT, false, {}, {}, {}, {}});
        known = m_index.insert(key, m_rows.size() - 1);
    }
    Row &row = m_rows[*known];
    if (operation == SQLITE_DELETE || (operation == SQLITE_UPDATE && before != after)) {
        row.deleted = true;
        return;
    }
    for (int i = 0; i < layout.wires.size(); ++i) {
        const int wire = layout.wires[i];
        if (wire == 0)
            continue;
        sqlite3_value *value = nullptr;
        if (first && operation == SQLITE_UPDATE && sqlite3_preupdate_old(db, i, &value) == SQLITE_OK) {
            if (wire < 0)
                row.idBefore = valueOf(value);
            else
                row.before.insert(wire, valueOf(value));
        }
        if (sqlite3_preupdate_new(db, i, &value) == SQLITE_OK) {
            if (wire < 0)
                row.idAfter = valueOf(value);
            else
                row.after.insert(wire, valueOf(value));
        }
    }
}

QList<RowChange> Capture::rows() const
{
    QList<RowChange> found;
    found.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        const QString table = QString::fromLatin1(row.table->name);
        if (row.deleted)
            mistake(QStringLiteral("a row of %1 was deleted; synced rows leave only by redaction").arg(table));
        const auto *idBytes = std::get_if<QByteArray>(&row.idAfter);
        const auto id = idBytes == nullptr ? std::nullopt : Uuid::fromBytes(*idBytes);
        if (!id || (!row.inserted && row.idBefore != row.idAfter))
            mistake(QStringLiteral("a row of %1 has no id, or it changed").arg(table));
        RowChange change{row.table, row.n, *id, row.inserted ? RowChange::Kind::Insert : RowChange::Kind::Update,
                         {},        {}};
        if (row.inserted) {
            change.values = row.after;
        } else {
            for (auto it = row.after.cbegin(); it != row.after.cend(); ++it) {
                const auto old = row.before.constFind(it.key());
                if (old != row.before.constEnd() && *old == it.value())
                    continue;
                change.values.insert(it.key(), it.value());
                change.old.insert(it.key(), *old);
            }
            if (change.values.isEmpty())
                continue;
            if (row.table->part)
                mistake(QStringLiteral("a row of %1 was changed; parts are written once").arg(table));
        }
        found << change;
    }
    return found;
}

} // namespace xinglin::store
