#include "store/verifylog.h"

#include "store/cells.h"
#include "store/vault/crypto.h"

#include <utility>

namespace xinglin::store {

namespace {

/// SQLite keeps whole numbers of a real column as integers; it may hand out either.
bool same(const Value &one, const Value &other)
{
    const auto number = [](const Value &value) -> std::optional<double> {
        if (const auto *whole = std::get_if<qint64>(&value))
            return static_cast<double>(*whole);
        if (const auto *real = std::get_if<double>(&value))
            return *real;
        return std::nullopt;
    };
    if (one.index() != other.index() && number(one) && number(other))
        return *number(one) == *number(other);
    return one == other;
}

qint64 countOf(Connection &connection, const QByteArray &table)
{
    Query count = connection.internal(("SELECT count(*) FROM " + table + " /* verify */").constData());
    count.next();
    return count.get<qint64>(0);
}

qint64 part(const QByteArray &version, qsizetype at)
{
    quint64 value = 0;
    for (qsizetype i = at; i < at + 8; ++i)
        value = value << 8 | static_cast<quint8>(version[i]);
    return static_cast<qint64>(value);
}

QString placeOf(const TableInfo &table, qint64 n)
{
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(table.name)).arg(n);
}

} // namespace

void LogCheck::RowState::take(const Change &change, const Version &version)
{
    if (!known)
        versions.insert(0, version);
    for (auto it = change.values.cbegin(); it != change.values.cend(); ++it) {
        values.insert(it.key(), it.value());
        if (known)
            versions.insert(it.key(), version);
    }
    known = true;
}

LogCheck::LogCheck(Connection &connection, const Registry &registry, VerifyReport &report)
    : m_connection(connection), m_registry(registry), m_report(report)
{
}

void LogCheck::readStreams()
{
    Query identity = m_connection.internal("SELECT clinic, device FROM identity WHERE n = 1");
    if (!identity.next()) {
        m_report.add({"identity.foreign", {}, QStringLiteral("the store does not say whose it is")});
        return;
    }
    const Uuid clinic = identity.get<Uuid>(0);
    const Uuid device = identity.get<Uuid>(1);
    Query founded = m_connection.internal("SELECT id FROM clinic LIMIT 1");
    if (founded.next() && founded.get<Uuid>(0) != clinic)
        m_report.add({"identity.foreign", {}, QStringLiteral("store and clinic name different clinics")});
    Query streams = m_connection.internal("SELECT stream, device_id FROM stream");
    while (streams.next()) {
        Stream stream;
        const Uuid of = streams.get<Uuid>(1);
        stream.own = of == device;
        stream.head = streamRoot(clinic, of, static_cast<quint64>(streams.get<qint64>(0)));
        m_streams.insert(streams.get<qint64>(0), stream);
    }
    m_report.streams = m_streams.size();
}

void LogCheck::readTables()
{
    for (const TableInfo &info : m_registry.tables()) {
        if (!info.isSynced())
            continue;
        Table table;
        table.info = &info;
        table.columns = info.mergeClass == MergeClass::Columns;
        // A column that came with a later schema is in no older record; then it holds its default.
        Query defaults = m_connection.internal("SELECT name, dflt_value FROM pragma_table_info(?1)");
        defaults.bind(QString::fromLatin1(info.name));
        // Tables and columns that a backup of an older schema lacks; checkSchema() misses them where they should be.
        QByteArrayList there;
        while (defaults.next()) {
            there << defaults.get<QString>(0).toLatin1();
            const ColumnInfo *column = info.column(there.last());
            if (column == nullptr || defaults.isNull(1))
                continue;
            Query value = m_connection.internal(("SELECT " + defaults.get<QString>(1).toUtf8()).constData());
            value.next();
            table.defaults.insert(column->wire, value.value(0));
        }
        if (there.isEmpty())
            continue;
        table.byId = "SELECT n, id";
        for (const ColumnInfo &column : info.columns)
            table.byId += ", " + (there.contains(column.name) ? column.name : QByteArray("NULL"));
        table.byId += " FROM " + info.name + " WHERE id = ?1";
        m_tables.insert(info.wire, table);
    }
}

void LogCheck::checkRecords(const Progress &progress)
{
    readStreams();
    readTables();
    Query last = m_connection.internal("SELECT n FROM record ORDER BY n DESC LIMIT 1 /* verify */");
    const qint64 of = last.next() ? last.get<qint64>(0) : 0;
    Query records =
        m_connection.internal("SELECT n, stream, seq, hlc, wall_ms, header, body, hash FROM record ORDER BY n");
    qint64 expected = 1;
    while (!m_report.isFull() && records.next()) {
        checkRecord(records, expected);
        expected = records.get<qint64>(0) + 1;
        ++m_report.records;
        if (progress && m_report.records % 64 == 0)
            progress(m_report.records, of);
    }
    if (m_report.isFull())
        return;
    for (Table &table : m_tables) {
        m_report.rows += table.compared;
        if (table.compared != countOf(m_connection, table.info->name))
            searchTable(table);
    }
    checkTouches();
}

void LogCheck::checkRecord(const Query &row, qint64 expected)
{
    const qint64 n = row.get<qint64>(0);
    const qint64 seq = row.get<qint64>(2);
    const QByteArray bytes = row.get<QByteArray>(5);
    const QByteArray hash = row.get<QByteArray>(7);
    const QString place = QStringLiteral("record %1").arg(n);
    const auto bad = [&](const char *kind, const QString &what) { m_report.add({kind, place, what}); };
    if (n != expected)
        bad("record.gap", QStringLiteral("records %1 to %2 are missing").arg(expected).arg(n - 1));
    m_report.head = hash;
    if (recordHash(bytes) != hash)
        bad("record.hash", QStringLiteral("its hash is not that of its header"));
    const auto header = decodeHeader(bytes);
    if (!header) {
        bad("record.header", QStringLiteral("its header cannot be read"));
    } else {
        if (header->version != Version{static_cast<quint64>(row.get<qint64>(1)), static_cast<quint64>(seq)} ||
            static_cast<qint64>(header->hlc.value) != row.get<qint64>(3) || header->wallMs != row.get<qint64>(4))
            bad("record.column", QStringLiteral("a column differs from the header"));
        const auto stream = m_streams.find(static_cast<qint64>(header->version.stream));
        if (stream == m_streams.end()) {
            bad("record.stream", QStringLiteral("its stream was never opened"));
        } else {
            if (static_cast<qint64>(header->version.seq) != stream->seq + 1 || header->previous != stream->head)
                bad("record.chain", QStringLiteral("it does not follow the record before it on its stream"));
            if (header->hlc.value <= stream->hlc)
                bad("record.time", QStringLiteral("it is not later than the record before it"));
            stream->seq = static_cast<qint64>(header->version.seq);
            stream->hlc = header->hlc.value;
            stream->head = hash;
        }
    }
    if (row.isNull(6)) {
        bad("record.body-missing", QStringLiteral("its body is gone and nothing redacted it"));
        return;
    }
    const QByteArray body = row.get<QByteArray>(6);
    if (header && crypto::blake2b256({body}) != header->bodyHash)
        bad("record.body", QStringLiteral("its body is not the one that was hashed"));
    const auto said = decodeBody(body);
    if (!said || !header) {
        if (header)
            bad("record.body", QStringLiteral("its body cannot be read"));
        return;
    }
    for (const Change &change : said->changes)
        checkChange(change, header->version, n, place);
}

void LogCheck::checkChange(const Change &change, const Version &version, qint64 record, const QString &place)
{
    const auto table = m_tables.find(change.table);
    if (table == m_tables.end()) {
        m_report.add({"record.change", place, QStringLiteral("no synced table %1").arg(change.table)});
        return;
    }
    if (table->info->part) {
        checkPart(*table, change, version, record, place);
        return;
    }
    Query row = m_connection.internal(table->byId.constData());
    if (!row.bind(change.row).next()) {
        m_report.add({"row.missing", QString::fromLatin1(table->info->name) + u' ' + change.row.toString(),
                      place + QStringLiteral(" changes it")});
        return;
    }
    const qint64 n = row.get<qint64>(0);
    Query touch =
        m_connection.internal("SELECT (SELECT record FROM touch WHERE t = ?1 AND r = ?2 ORDER BY record LIMIT 1),"
                              " (SELECT record FROM touch WHERE t = ?1 AND r = ?2 ORDER BY record DESC LIMIT 1),"
                              " EXISTS(SELECT 1 FROM touch WHERE t = ?1 AND r = ?2 AND record = ?3)");
    touch.bind(change.table, n, record).next();
    if (touch.get<bool>(2))
        ++m_touches;
    else
        m_report.add({"touch.missing", placeOf(*table->info, n), place + QStringLiteral(" changes it")});
    if (touch.isNull(1) || touch.get<qint64>(1) != record)
        return;
    if (touch.get<qint64>(0) == record) {
        RowState state;
        state.take(change, version);
        compare(*table, row, state);
    } else {
        compare(*table, row, replayed(*table, n, change.row));
    }
    ++table->compared;
}

/// Parts are written once and numbered as the log makes them: the tenth in the log is row 10.
void LogCheck::checkPart(Table &table, const Change &change, const Version &version, qint64 record,
                         const QString &place)
{
    if (!change.old.isEmpty()) {
        m_report.add({"record.change", place,
                      QStringLiteral("it changes a row of %1, which is written once").arg(table.info->name)});
        return;
    }
    const qint64 number = ++table.made;
    Query row = m_connection.internal(table.byId.constData());
    if (!row.bind(change.row).next()) {
        m_report.add({"row.missing", QString::fromLatin1(table.info->name) + u' ' + change.row.toString(),
                      place + QStringLiteral(" made it")});
        Query other = m_connection.internal(("SELECT 1 FROM " + table.info->name + " WHERE n = ?1").constData());
        if (other.bind(number).next())
            m_report.add({"row.unrecorded", placeOf(*table.info, number), QStringLiteral("no record made it")});
        return;
    }
    if (const qint64 n = row.get<qint64>(0); n != number) {
        m_report.add({"row.renumbered", placeOf(*table.info, n), place + QStringLiteral(" made it as %1").arg(number)});
        table.moved.insert(n);
    }
    // A backup of an older schema has touches of parts too: with them counted, none has to be looked for.
    Query touch = m_connection.internal("SELECT 1 FROM touch WHERE t = ?1 AND r = ?2 AND record = ?3");
    if (touch.bind(change.table, row.get<qint64>(0), record).next())
        ++m_touches;
    RowState state;
    state.take(change, version);
    compare(table, row, state);
    ++table.compared;
}

LogCheck::RowState LogCheck::replayed(const Table &table, qint64 n, const Uuid &id)
{
    RowState state;
    Query records = m_connection.internal("SELECT r.stream, r.seq, r.body FROM touch t JOIN record r ON r.n = t.record"
                                          " WHERE t.t = ?1 AND t.r = ?2 ORDER BY t.record");
    records.bind(table.info->wire, n);
    while (records.next()) {
        const auto body = records.isNull(2) ? std::nullopt : decodeBody(records.get<QByteArray>(2));
        if (!body)
            continue; // named where it stands
        for (const Change &change : body->changes) {
            if (change.table == table.info->wire && change.row == id)
                state.take(change, {static_cast<quint64>(records.get<qint64>(0)),
                                    static_cast<quint64>(records.get<qint64>(1))});
        }
    }
    return state;
}

void LogCheck::compare(Table &table, const Query &row, const RowState &state)
{
    const qint64 n = row.get<qint64>(0);
    const QString place = placeOf(*table.info, n);
    for (qsizetype i = 0; i < table.info->columns.size(); ++i) {
        const ColumnInfo &column = table.info->columns[i];
        const auto logged = state.values.constFind(column.wire);
        const Value wanted = logged == state.values.constEnd() ? table.defaults.value(column.wire) : *logged;
        if (!same(row.value(static_cast<int>(i) + 2), wanted))
            m_report.add({"row.changed", place + u' ' + QString::fromLatin1(column.name),
                          QStringLiteral("it is not what the log says")});
    }
    if (!table.columns)
        return;
    Query cell = m_connection.internal("SELECT versions FROM cell WHERE t = ?1 AND r = ?2");
    if (!cell.bind(table.info->wire, n).next()) {
        m_report.add({"cell.changed", place, QStringLiteral("the versions of its cells are gone")});
        return;
    }
    ++m_cells;
    if (cell.get<QByteArray>(0) != packVersions(state.versions))
        m_report.add({"cell.changed", place, QStringLiteral("the versions of its cells are not what the log says")});
}

void LogCheck::searchTable(Table &table)
{
    if (table.info->part) {
        searchParts(table);
        return;
    }
    // Some rows were not met on the way through the log: each is looked for by itself.
    Query rows =
        m_connection.internal(("SELECT n, id FROM " + table.info->name + " ORDER BY n /* verify */").constData());
    while (!m_report.isFull() && rows.next()) {
        const qint64 n = rows.get<qint64>(0);
        const auto id = Uuid::fromBytes(rows.get<QByteArray>(1));
        const RowState state = id ? replayed(table, n, *id) : RowState();
        if (!state.known) {
            m_report.add({"row.unrecorded", placeOf(*table.info, n), QStringLiteral("no record made it")});
            continue;
        }
        Query row = m_connection.internal(table.byId.constData());
        if (row.bind(*id).next())
            compare(table, row, state);
    }
}

void LogCheck::searchParts(const Table &table)
{
    Query rows = m_connection.internal(
        ("SELECT n FROM " + table.info->name + " WHERE n < 1 OR n > ?1 /* verify */").constData());
    rows.bind(table.made);
    while (!m_report.isFull() && rows.next()) {
        const qint64 n = rows.get<qint64>(0);
        if (!table.moved.contains(n))
            m_report.add({"row.unrecorded", placeOf(*table.info, n), QStringLiteral("no record made it")});
    }
}

void LogCheck::checkTouches()
{
    if (countOf(m_connection, "touch") != m_touches) {
        Query touches = m_connection.internal("SELECT t, r, record FROM touch ORDER BY t, r, record /* verify */");
        while (!m_report.isFull() && touches.next()) {
            const auto table = m_tables.constFind(touches.get<int>(0));
            const qint64 n = touches.get<qint64>(1);
            bool holds = false;
            if (table != m_tables.constEnd()) {
                Query id = m_connection.internal(("SELECT id FROM " + table->info->name + " WHERE n = ?1").constData());
                Query body = m_connection.internal("SELECT body FROM record WHERE n = ?1");
                if (id.bind(n).next() && body.bind(touches.get<qint64>(2)).next() && !body.isNull(0)) {
                    const auto said = decodeBody(body.get<QByteArray>(0));
                    const auto row = Uuid::fromBytes(id.get<QByteArray>(0));
                    holds = said && row &&
                            std::any_of(said->changes.cbegin(), said->changes.cend(), [&](const Change &change) {
                                return change.table == table->info->wire && change.row == *row;
                            });
                }
            }
            if (!holds)
                m_report.add({"touch.stray",
                              table == m_tables.constEnd()
                                  ? QStringLiteral("table %1 row %2").arg(touches.get<int>(0)).arg(n)
                                  : placeOf(*table->info, n),
                              QStringLiteral("record %1 does not change it").arg(touches.get<qint64>(2))});
        }
    }
    if (m_report.isFull() || countOf(m_connection, "cell") <= m_cells)
        return;
    Query cells = m_connection.internal("SELECT t, r FROM cell ORDER BY t, r /* verify */");
    while (!m_report.isFull() && cells.next()) {
        const auto table = m_tables.constFind(cells.get<int>(0));
        bool holds = false;
        if (table != m_tables.constEnd() && table->columns) {
            Query row = m_connection.internal(("SELECT 1 FROM " + table->info->name + " WHERE n = ?1").constData());
            holds = row.bind(cells.get<qint64>(1)).next();
        }
        if (!holds)
            m_report.add({"cell.stray",
                          QStringLiteral("table %1 row %2").arg(cells.get<int>(0)).arg(cells.get<qint64>(1)),
                          QStringLiteral("there is no such row merged by columns")});
    }
}

void LogCheck::checkAuditRow(const AuditRow &row)
{
    if (row.record.size() != 16 || row.record == m_named)
        return;
    m_named = row.record;
    const qint64 of = part(row.record, 0);
    const qint64 seq = part(row.record, 8);
    const QString place = QStringLiteral("audit row %1").arg(row.n);
    Query record = m_connection.internal("SELECT header FROM record WHERE stream = ?1 AND seq = ?2");
    if (!record.bind(of, seq).next()) {
        m_report.add({"audit.record", place, QStringLiteral("the record it names is not there")});
        return;
    }
    const auto change = decodeHeader(record.get<QByteArray>(0));
    const auto look = decodeAuditHeader(row.header);
    if (change && look && (change->hlc != look->hlc || change->user != look->user || change->act != look->entry.action))
        m_report.add({"audit.record", place, QStringLiteral("the record it names is another's")});
    Stream &stream = m_streams[of];
    if (seq > stream.audited + 1)
        m_report.add(
            {"record.unaudited", place,
             QStringLiteral("%1 records of its stream before it have no audit row").arg(seq - stream.audited - 1)});
    stream.audited = std::max(stream.audited, seq);
}

void LogCheck::checkAllAudited()
{
    for (auto it = m_streams.cbegin(); it != m_streams.cend(); ++it) {
        if (!it->own || it->seq <= it->audited)
            continue;
        Query first = m_connection.internal("SELECT n FROM record WHERE stream = ?1 AND seq = ?2");
        const bool found = first.bind(it.key(), it->audited + 1).next();
        m_report.add({"record.unaudited", found ? QStringLiteral("record %1").arg(first.get<qint64>(0)) : QString(),
                      QStringLiteral("%1 records have no audit row").arg(it->seq - it->audited)});
    }
}

} // namespace xinglin::store
