#include "clinic/patient/batches.h"

#include "clinic/patient/patientrows.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QMap>

namespace xinglin::batch {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::batch)
};

using access::Permission;

constexpr char Columns[] = "SELECT b.id, b.kind, b.source, b.digest, b.mapping, b.state, b.opened_ms, b.closed_ms,"
                           " b.undone_ms, u.name, b.last_line, b.line_count, b.added, b.duplicates, b.rejected, b.n"
                           " FROM import_batch b LEFT JOIN user u ON u.id = b.opened_by_id";
constexpr int Number = 15;

State stateFrom(const QString &text)
{
    return text == u"open" ? State::Open : text == u"closed" ? State::Closed : State::RolledBack;
}

Batch batchFrom(const store::Query &row)
{
    return {row.get<BatchId>(0),
            row.get<QString>(1),
            row.get<QString>(2),
            row.get<QByteArray>(3),
            row.get<QString>(4).toUtf8(),
            stateFrom(row.get<QString>(5)),
            row.get<Instant>(6),
            row.get<std::optional<Instant>>(7),
            row.get<std::optional<Instant>>(8),
            row.get<QString>(9),
            row.get<qint64>(10),
            {row.get<qint64>(11), row.get<qint64>(12), row.get<qint64>(13), row.get<qint64>(14)}};
}

struct Known
{
    Batch batch;
    qint64 n = 0;
};

Result<Known> known(const store::Snapshot &view, BatchId id)
{
    static const QByteArray sql = QByteArray(Columns) + " WHERE b.id = ?1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("There is no such import."), {}, id.toString()};
    return Known{batchFrom(row), row.get<qint64>(Number)};
}

Error conflict(const QString &sentence, const QString &detail = {})
{
    return {Code::Conflict, sentence, {}, detail};
}

struct NamedOutcome
{
    Line::Outcome outcome;
    const char *name;
};
constexpr NamedOutcome outcomes[] = {{Line::Outcome::Duplicate, "duplicate"},
                                     {Line::Outcome::Rejected, "rejected"},
                                     {Line::Outcome::Aside, "aside"},
                                     {Line::Outcome::Repaired, "repaired"}};

Line::Outcome outcomeFrom(const QString &text)
{
    for (const NamedOutcome &named : outcomes) {
        if (text == QLatin1String(named.name))
            return named.outcome;
    }
    return Line::Outcome::Rejected;
}

/// The last record that changed the batch's own row: since then it is closed.
qint64 closedAt(const store::Snapshot &view, qint64 n)
{
    store::Query last = view.connection().internal("SELECT max(t.record) FROM touch t WHERE t.t = ?1 AND t.r = ?2");
    last.bind(view.registry().table("import_batch")->wire, n).next();
    return last.get<qint64>(0);
}

bool hasColumns(const store::TableInfo &table)
{
    return table.isSynced() && table.column("batch_id") != nullptr && table.column("patient_id") != nullptr;
}

/// People of the batch by their number in the store; past the gate: only that something was written is asked.
QMap<qint64, Stays> staying(const store::Snapshot &view, const Known &batch)
{
    QMap<qint64, Stays> found;
    const auto take = [&](store::Query &rows, bool edited) {
        while (rows.next()) {
            Stays &one = found[rows.get<qint64>(0)];
            one = {rows.get<PatientId>(1), rows.get<QString>(2), rows.get<QString>(3), one.edited || edited};
        }
    };
    store::Connection &log = view.connection();
    store::Query changed =
        log.internal("SELECT DISTINCT p.n, p.id, p.number, p.name FROM patient p CROSS JOIN touch t ON t.t = ?2 AND"
                     " t.r = p.n AND t.record > ?3 WHERE p.batch_id = ?1");
    changed.bind(batch.batch.id, view.registry().table("patient")->wire, closedAt(view, batch.n));
    take(changed, true);
    store::Query merged = log.internal("SELECT DISTINCT p.n, p.id, p.number, p.name FROM patient p CROSS JOIN patient m"
                                       " ON m.merged_into_id = p.id WHERE p.batch_id = ?1");
    merged.bind(batch.batch.id);
    take(merged, true);
    for (const store::TableInfo &table : view.registry().tables()) {
        if (!hasColumns(table))
            continue;
        store::Query written =
            log.internal(("SELECT DISTINCT p.n, p.id, p.number, p.name FROM patient p CROSS JOIN " + table.name +
                          " x ON x.patient_id = p.id WHERE p.batch_id = ?1 AND x.batch_id IS NOT ?1")
                             .constData());
        written.bind(batch.batch.id);
        take(written, false);
    }
    return found;
}

/// Visits of the batch that somebody has written on since.
qint64 amendedVisits(const store::Snapshot &view, BatchId id)
{
    store::Query rows = view.connection().internal(
        "SELECT count(DISTINCT v.id) FROM visit v CROSS JOIN visit_revision r ON r.visit_id = v.id"
        " WHERE v.batch_id = ?1 AND r.batch_id IS NOT ?1");
    rows.bind(id).next();
    return rows.get<qint64>(0);
}

/// Appointments of the batch that somebody has moved, met or cancelled since it was closed, and whose they are.
struct ChangedAppointments
{
    QList<Uuid> ids;
    QMap<qint64, Stays> whose;
};

ChangedAppointments changedAppointments(const store::Snapshot &view, const Known &batch)
{
    store::Query rows = view.connection().internal(
        "SELECT DISTINCT a.id, p.n, p.id, p.number, p.name FROM appointment a CROSS JOIN touch t ON t.t = ?2 AND"
        " t.r = a.n AND t.record > ?3 CROSS JOIN patient p ON p.id = a.patient_id WHERE a.batch_id = ?1");
    rows.bind(batch.batch.id, view.registry().table("appointment")->wire, closedAt(view, batch.n));
    ChangedAppointments found;
    while (rows.next()) {
        found.ids << rows.get<Uuid>(0);
        found.whose[rows.get<qint64>(1)] = {rows.get<PatientId>(2), rows.get<QString>(3), rows.get<QString>(4), false};
    }
    return found;
}

/// What appointments of the batch held is free again.
void releaseClaims(store::Transaction &tx, BatchId id)
{
    tx.connection()
        .internal("UPDATE claim_resource SET released = 1 WHERE released = 0 AND claim_id IN (SELECT k.id"
                  " FROM appointment a CROSS JOIN claim k ON k.appointment_id = a.id WHERE a.batch_id = ?1)")
        .bind(id)
        .run();
}

/// All who stay, and those whose appointments do.
QList<Stays> allStaying(const store::Snapshot &view, const Known &batch)
{
    QMap<qint64, Stays> all = changedAppointments(view, batch).whose;
    all.insert(staying(view, batch));
    return all.values();
}

/// Rows of the batch become records like any others, for people who stay.
void release(store::Transaction &tx, BatchId id, PatientId patient)
{
    tx.connection().internal("UPDATE patient SET batch_id = NULL WHERE id = ?1").bind(patient).run();
    for (const store::TableInfo &table : tx.registry().tables()) {
        if (!hasColumns(table))
            continue;
        tx.connection()
            .internal(
                ("UPDATE " + table.name + " SET batch_id = NULL WHERE patient_id = ?1 AND batch_id = ?2").constData())
            .bind(patient, id)
            .run();
    }
}

} // namespace

QString toText(Line::Outcome outcome)
{
    for (const NamedOutcome &named : outcomes) {
        if (outcome == named.outcome)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

Result<Batch> open(store::Transaction &tx, const Source &source)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    store::Query other = tx.sql("SELECT source FROM import_batch WHERE state = 'open' AND state <> 'closed' LIMIT 1");
    if (other.next())
        return conflict(Tr::tr("The import of \"%1\" is not finished. Go on with it or take it back first.")
                            .arg(other.get<QString>(0)));
    const auto id = tx.create<BatchId>();
    tx.sql("INSERT INTO import_batch(id, source, state, opened_ms, kind, opened_by_id, digest, mapping, last_line,"
           " line_count, added, duplicates, rejected) VALUES(?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 0, 0)")
        .bind(id, source.name, tx.now(), source.kind, tx.actor().user, source.digest, QString::fromUtf8(source.mapping))
        .run();
    tx.audit({tx.act(), "batch", id.uuid(), {}, "ok", source.name});
    return find(tx, id);
}

std::optional<Error> requireOpen(const store::Snapshot &view, BatchId id)
{
    store::Query row = view.sql("SELECT 1 FROM import_batch WHERE id = ?1 AND state = 'open'");
    if (row.bind(id).next())
        return std::nullopt;
    return conflict(Tr::tr("This import is over."));
}

Result<Done> advance(store::Transaction &tx, BatchId id, qint64 lastLine, const Totals &totals,
                     const QList<Line> &lines)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto refused = requireOpen(tx, id))
        return *refused;
    tx.sql("UPDATE import_batch SET last_line = ?2, line_count = ?3, added = ?4, duplicates = ?5, rejected = ?6"
           " WHERE id = ?1")
        .bind(id, lastLine, totals.lines, totals.added, totals.duplicates, totals.rejected)
        .run();
    for (const Line &line : lines)
        tx.sql("INSERT INTO import_line(id, batch_id, line, outcome, name, column_name, value, why, known_id)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .bind(tx.newUuid(), id, line.line, toText(line.outcome), patient::orNull(line.name),
                  patient::orNull(line.column), line.value, line.why, line.known)
            .run();
    return Done{};
}

Result<Batch> close(store::Transaction &tx, BatchId id)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto refused = requireOpen(tx, id))
        return *refused;
    tx.sql("UPDATE import_batch SET state = 'closed', closed_ms = ?2 WHERE id = ?1").bind(id, tx.now()).run();
    auto closed = find(tx, id);
    if (closed)
        tx.audit({tx.act(),
                  "batch",
                  id.uuid(),
                  {},
                  "ok",
                  QStringLiteral("%1 → %2").arg(closed->source).arg(closed->totals.added)});
    return closed;
}

Result<QList<Stays>> wouldStay(const store::Snapshot &view, BatchId id)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    const auto batch = known(view, id);
    if (!batch)
        return batch.error();
    if (batch->batch.state != State::Closed)
        return QList<Stays>();
    return allStaying(view, *batch);
}

Result<RolledBack> rollBack(store::Transaction &tx, BatchId id)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    const auto batch = known(tx, id);
    if (!batch)
        return batch.error();
    if (batch->batch.state == State::RolledBack)
        return conflict(Tr::tr("This import is taken back already."));
    QList<Stays> stays;
    if (batch->batch.state == State::Closed) {
        if (const qint64 amended = amendedVisits(tx, id); amended > 0)
            return conflict(Tr::tr("%n visits of this import were amended since. They would be lost; mark them as "
                                   "entered in error first.",
                                   nullptr, static_cast<int>(amended)),
                            QString::number(amended));
        stays = allStaying(tx, *batch);
        const ChangedAppointments changed = changedAppointments(tx, *batch);
        const QList<Stays> people = staying(tx, *batch).values();
        for (const Uuid &appointment : changed.ids)
            tx.connection().internal("UPDATE appointment SET batch_id = NULL WHERE id = ?1").bind(appointment).run();
        for (const Stays &one : people)
            release(tx, id, one.patient);
    }
    releaseClaims(tx, id);
    tx.sql("UPDATE import_batch SET state = 'rolled-back', undone_ms = ?2 WHERE id = ?1").bind(id, tx.now()).run();
    tx.audit(
        {tx.act(), "batch", id.uuid(), {}, "ok", QStringLiteral("%1, %2").arg(batch->batch.source).arg(stays.size())});
    const auto after = find(tx, id);
    if (!after)
        return after.error();
    return RolledBack{*after, stays};
}

Result<Batch> find(const store::Snapshot &view, BatchId id)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    const auto batch = known(view, id);
    if (!batch)
        return batch.error();
    return batch->batch;
}

Result<QList<Batch>> list(const store::Snapshot &view, std::optional<Instant> before, int limit)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    static const QByteArray sql =
        QByteArray(Columns) + " WHERE b.opened_ms < ?1 ORDER BY b.opened_ms DESC, b.n DESC LIMIT ?2";
    store::Query rows = view.sql(sql.constData());
    rows.bind(before.value_or(instantFromMs(std::numeric_limits<qint64>::max())), limit);
    QList<Batch> found;
    while (rows.next())
        found << batchFrom(rows);
    return found;
}

Result<QList<Line>> lines(const store::Snapshot &view, BatchId id, qint64 after, int limit)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    store::Query rows = view.sql("SELECT n, line, outcome, name, column_name, value, why, known_id FROM import_line"
                                 " WHERE batch_id = ?1 AND n > ?2 ORDER BY n LIMIT ?3");
    rows.bind(id, after, limit);
    QList<Line> found;
    while (rows.next())
        found << Line{rows.get<qint64>(0),
                      rows.get<qint64>(1),
                      outcomeFrom(rows.get<QString>(2)),
                      rows.get<QString>(3),
                      rows.get<QString>(4),
                      rows.get<QString>(5),
                      rows.get<QString>(6),
                      rows.get<std::optional<PatientId>>(7)};
    return found;
}

Result<QByteArray> mappingFor(const store::Snapshot &view, const QString &kind, const QString &header)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    store::Query row = view.sql("SELECT mapping FROM import_mapping WHERE header = ?1 AND kind = ?2 LIMIT 1");
    return row.bind(header, kind).next() ? row.get<QString>(0).toUtf8() : QByteArray();
}

Result<Done> keepMapping(store::Transaction &tx, const QString &kind, const QString &header, const QByteArray &mapping)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    const QString text = QString::fromUtf8(mapping);
    store::Query known = tx.sql("SELECT id FROM import_mapping WHERE header = ?1 AND kind = ?2 LIMIT 1");
    if (known.bind(header, kind).next())
        tx.sql("UPDATE import_mapping SET mapping = ?2, used_ms = ?3 WHERE id = ?1")
            .bind(known.get<Uuid>(0), text, tx.now())
            .run();
    else
        tx.sql("INSERT INTO import_mapping(id, kind, header, mapping, used_ms) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(tx.newUuid(), kind, header, text, tx.now())
            .run();
    return Done{};
}

} // namespace xinglin::batch
