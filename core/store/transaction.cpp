#include "store/transaction.h"

#include "store/cells.h"
#include "store/failure.h"
#include "store/store.h"
#include "store/vault/crypto.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

ChangeKind kindOf(const RowChange &row)
{
    switch (row.table->mergeClass) {
    case MergeClass::Revision:
        return row.kind == RowChange::Kind::Insert ? ChangeKind::Revise : ChangeKind::Set;
    case MergeClass::Ledger:
        return ChangeKind::Ledger;
    case MergeClass::Claim:
        return ChangeKind::Claim;
    default:
        return ChangeKind::Set;
    }
}

/// Versions of a row's cells by column; 0 stands for the columns that nobody changed since the row was made.
QMap<int, Version> cellVersions(Connection &connection, const TableInfo &table, qint64 n)
{
    Query query = connection.internal("SELECT versions FROM cell WHERE t = ?1 AND r = ?2");
    query.bind(table.wire, n);
    return query.next() ? unpackVersions(query.get<QByteArray>(0)) : QMap<int, Version>();
}

[[noreturn]] void damaged(const QString &detail)
{
    throw Failure(Code::Damaged, {}, detail);
}

} // namespace

Transaction::Transaction(Store &store, Connection &connection, const Actor &actor, const QByteArray &act)
    : Snapshot(store, connection, actor, [&store] { store.m_writing.unlock(); }), m_act(act)
{
    connection.onError = [this] { m_poisoned = true; };
    store.m_capture->clear();
    try {
        connection.execute("BEGIN IMMEDIATE");
    } catch (...) {
        // The base class destructor gives the writer back.
        connection.onError = nullptr;
        throw;
    }
}

Transaction::~Transaction()
{
    if (!m_over)
        rollBack();
    m_connection->onError = nullptr;
}

void Transaction::rollBack() noexcept
{
    m_over = true;
    sqlite3_exec(m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    m_store.m_capture->clear();
    // The next opening decides by the rows otherwise.
    for (const QByteArray &file : std::as_const(m_adopted)) {
        if (!m_inDoubt)
            m_store.m_attached->drop(file);
    }
}

Random &Transaction::random() const
{
    return *m_store.options().random;
}

Uuid Transaction::newUuid() const
{
    return Uuid::create(*m_store.options().clock, random());
}

void Transaction::checkFollows(const RecordHeader &header) const
{
    Query last = m_connection->internal("SELECT seq, hash FROM record WHERE stream = ?1 ORDER BY seq DESC LIMIT 1");
    last.bind(header.version.stream);
    if (last.next()) {
        if (header.version.seq != static_cast<quint64>(last.get<qint64>(0)) + 1 ||
            header.previous != last.get<QByteArray>(1))
            damaged(QStringLiteral("record does not follow on its stream"));
    } else if (header.version.seq != 1) {
        damaged(QStringLiteral("a stream begins with its first record"));
    }
}

void Transaction::apply(const StoredRecord &record)
{
    const auto header = decodeHeader(record.header);
    const auto body = decodeBody(record.body);
    if (!header || !body || crypto::blake2b256({record.body}) != header->bodyHash)
        damaged(QStringLiteral("not a whole record"));
    checkFollows(*header);
    if (m_received || m_store.m_capture->calls() != 0)
        throw Failure(Code::Broken, {}, QStringLiteral("a received record needs a transaction of its own"));
    m_received = record;
    m_connection->execute("PRAGMA defer_foreign_keys=ON");
    for (const Change &change : body->changes)
        applyChange(change);
}

void Transaction::applyChange(const Change &change)
{
    const TableInfo *table = registry().tableByWire(change.table);
    if (table == nullptr || !table->isSynced())
        damaged(QStringLiteral("no synced table %1").arg(change.table));
    QByteArrayList names;
    QList<Value> values;
    for (auto it = change.values.cbegin(); it != change.values.cend(); ++it) {
        const ColumnInfo *column = table->columnByWire(it.key());
        if (column == nullptr)
            damaged(QStringLiteral("no column %1 in table %2").arg(it.key()).arg(change.table));
        names << column->name;
        values << it.value();
    }
    QByteArray sql = "INSERT INTO " + table->name + "(id";
    for (const QByteArray &name : names)
        sql += ", " + name;
    sql += ") VALUES(?1";
    for (int i = 0; i < names.size(); ++i)
        sql += ", ?" + QByteArray::number(i + 2);
    sql += ')';
    Query known = m_connection->internal(("SELECT 1 FROM " + table->name + " WHERE id = ?1").constData());
    if (known.bind(change.row).next()) {
        if (names.isEmpty())
            return;
        QByteArrayList sets;
        for (int i = 0; i < names.size(); ++i)
            sets << names[i] + " = ?" + QByteArray::number(i + 2);
        sql = "UPDATE " + table->name + " SET " + sets.join(", ") + " WHERE id = ?1";
    }
    Query write = m_connection->internal(sql.constData());
    write.bind(change.row);
    for (int i = 0; i < values.size(); ++i)
        write.bindAt(i + 2, values[i]);
    write.run();
}

StoredRecord Transaction::compose(const QList<RowChange> &rows, const RecordHeader &header)
{
    RecordBody body;
    body.salt = QByteArray(16, Qt::Uninitialized);
    random().fill({reinterpret_cast<std::uint8_t *>(body.salt.data()), 16});
    body.reason = m_reason.isNull() ? QStringLiteral("") : m_reason;
    for (const RowChange &row : rows) {
        Change change{row.table->wire, row.id, kindOf(row), row.values, row.old, {}};
        if (row.table->mergeClass == MergeClass::Columns && row.kind == RowChange::Kind::Update) {
            const auto versions = cellVersions(*m_connection, *row.table, row.n);
            for (const int column : row.values.keys())
                change.base.insert(column, {versions.value(column, versions.value(0))});
        }
        body.changes << change;
    }
    StoredRecord record;
    record.body = encode(body);
    if (record.body.size() > MaxRecordBytes)
        throw Failure(Code::Broken, {}, QStringLiteral("a record of %1 bytes").arg(record.body.size()));
    RecordHeader sealed = header;
    sealed.bodyHash = crypto::blake2b256({record.body});
    record.header = encode(sealed);
    return record;
}

void Transaction::keep(const StoredRecord &record, const RecordHeader &header, const QList<RowChange> &rows)
{
    m_connection
        ->internal(
            "INSERT INTO record(stream, seq, hlc, wall_ms, header, body, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(header.version.stream, header.version.seq, header.hlc.value, header.wallMs, record.header, record.body,
              recordHash(record.header))
        .run();
    const qint64 n = sqlite3_last_insert_rowid(m_connection->handle());
    Query touch = m_connection->internal("INSERT INTO touch(t, r, record) VALUES(?1, ?2, ?3)");
    Query cell = m_connection->internal("INSERT INTO cell(t, r, versions) VALUES(?1, ?2, ?3)"
                                        " ON CONFLICT(t, r) DO UPDATE SET versions = excluded.versions");
    for (const RowChange &row : rows) {
        if (!row.table->part)
            touch.bind(row.table->wire, row.n, n).run();
        if (row.table->mergeClass != MergeClass::Columns)
            continue;
        QMap<int, Version> versions;
        if (row.kind == RowChange::Kind::Insert) {
            versions.insert(0, header.version);
        } else {
            versions = cellVersions(*m_connection, *row.table, row.n);
            for (const int column : row.values.keys())
                versions.insert(column, header.version);
        }
        cell.bind(row.table->wire, row.n, packVersions(versions)).run();
    }
}

void Transaction::writeAudit(const ChangeSet &changes, Hlc hlc)
{
    QList<AuditEntry> entries = m_audit;
    if (!changes.isEmpty() && !m_received) {
        // Every change leaves its line; a domain function that said more than the act has done it itself.
        const bool said = std::any_of(entries.cbegin(), entries.cend(),
                                      [&](const AuditEntry &entry) { return entry.action == m_act; });
        if (!said)
            entries.prepend(AuditEntry{m_act, {}, {}, {}, "ok", {}});
    }
    QByteArray version;
    if (!changes.isEmpty()) {
        for (const quint64 part : {changes.version.stream, changes.version.seq}) {
            for (int i = 7; i >= 0; --i)
                version.append(static_cast<char>(part >> (8 * i)));
        }
    }
    for (const AuditEntry &entry : entries) {
        QByteArray salt(16, Qt::Uninitialized);
        random().fill({reinterpret_cast<std::uint8_t *>(salt.data()), 16});
        AuditHeader header;
        header.hlc = hlc;
        header.wallMs = toMs(now());
        header.user = m_actor.user;
        header.device = m_actor.device;
        header.entry = entry;
        header.record = entry.action == m_act ? version : QByteArray("");
        appendAudit(*m_connection, header, entry.detail, salt);
    }
}

void Transaction::makeLasting()
{
    try {
        m_connection->execute("COMMIT");
    } catch (const Failure &failure) {
        m_inDoubt = true;
        if ((sqlite3_extended_errcode(m_connection->handle()) & 0xFF) != SQLITE_IOERR)
            throw;
        // The last page may have reached the disk before the disk failed; a crash now would bring the act back.
        throw Failure(Code::Broken,
                      Tr::tr("The disk failed at the last moment. Look whether this was saved before you do it again."),
                      QStringLiteral("in doubt: ") + failure.error().detail);
    }
}

ChangeSet Transaction::commit()
{
    if (m_poisoned || m_over)
        throw Failure(Code::Broken, {}, QStringLiteral("commit after an error"));
    Store &store = m_store;
    std::optional<quint64> stream = store.m_stream;
    quint64 seq = store.m_seq;
    QByteArray streamHead = store.m_streamHead;
    Hlc hlc = store.m_hlc;
    ChangeSet changes;
    try {
        QList<RowChange> rows = store.m_capture->rows();
        if (!rows.isEmpty() && !m_received && !stream) {
            // The stream's own row says which device it belongs to, and stands in its first record.
            stream = static_cast<quint64>(random().next());
            seq = 0;
            streamHead = streamRoot(store.m_identity.clinic, store.m_identity.device, *stream);
            m_connection->internal("INSERT INTO stream(id, stream, device_id, opened_ms) VALUES(?1, ?2, ?3, ?4)")
                .bind(newUuid(), *stream, store.m_identity.device, now())
                .run();
            rows = store.m_capture->rows();
        }
        const qint64 calls = store.m_capture->calls();
        if (!rows.isEmpty() || m_received) {
            for (const Follower &follower : store.m_followers)
                follower(*this, rows);
            if (store.m_capture->calls() != calls)
                throw Failure(Code::Broken, {}, QStringLiteral("a follower wrote a synced table"));
            StoredRecord record;
            RecordHeader header;
            if (m_received) {
                record = *m_received;
                header = *decodeHeader(record.header);
                hlc = std::max(hlc, header.hlc);
            } else {
                hlc = Hlc::next(hlc, now());
                header.version = {*stream, ++seq};
                header.hlc = hlc;
                header.act = m_act;
                header.cause = m_cause;
                header.wallMs = toMs(now());
                header.schema = store.m_schema;
                header.minReader = store.m_schema;
                header.user = m_actor.user;
                header.previous = streamHead;
                record = compose(rows, header);
                streamHead = recordHash(record.header);
            }
            keep(record, header, rows);
            changes.version = header.version;
            changes.act = m_received ? header.act : m_act;
            for (const RowChange &row : rows) {
                changes.rows[row.table->name].insert(row.n);
                changes.ids[row.table->name] << row.id;
            }
        }
        writeAudit(changes, hlc);
        if (m_poisoned)
            throw Failure(Code::Broken, {}, QStringLiteral("commit after an error"));
        makeLasting();
    } catch (...) {
        rollBack();
        throw;
    }
    m_over = true;
    for (const QByteArray &file : std::as_const(m_adopted))
        store.m_attached->settle(file);
    store.m_stream = stream;
    store.m_seq = seq;
    store.m_streamHead = streamHead;
    store.m_hlc = hlc;
    store.m_capture->clear();
    if (store.onCommitted && !changes.isEmpty())
        store.onCommitted(changes);
    return changes;
}

} // namespace xinglin::store
