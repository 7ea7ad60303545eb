#include "access/backups.h"

#include "store/failure.h"

#include <QCoreApplication>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

const QString keyAway = QStringLiteral("backup.away");
const QString keyProblem = QStringLiteral("backup.problem");
const QString keyDrill = QStringLiteral("drill.held");
const QString keyDrillTried = QStringLiteral("drill.tried");
const QString keyDrillProblem = QStringLiteral("drill.problem");

/// The program itself may; a person is asked for the permission.
std::optional<Error> refusal(const store::Snapshot &view, Permission permission)
{
    return view.actor().user ? require(view, permission) : std::nullopt;
}

QString remembered(const store::Snapshot &view, const QString &key)
{
    store::Query row = view.connection().internal("SELECT value FROM local_state WHERE key = ?1");
    return row.bind(key).next() ? row.get<QString>(0) : QString();
}

std::optional<Instant> rememberedInstant(const store::Snapshot &view, const QString &key)
{
    bool isNumber = false;
    const qint64 ms = remembered(view, key).toLongLong(&isNumber);
    return isNumber ? std::optional(instantFromMs(ms)) : std::nullopt;
}

void remember(store::Transaction &tx, const QString &key, const QString &value)
{
    tx.connection()
        .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)"
                  " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
        .bind(key, value.isNull() ? QStringLiteral("") : value)
        .run();
}

void remember(store::Transaction &tx, const QString &key, Instant instant)
{
    remember(tx, key, QString::number(toMs(instant)));
}

QString wordOf(store::BackupCause cause)
{
    switch (cause) {
    case store::BackupCause::Scheduled:
        return QStringLiteral("scheduled");
    case store::BackupCause::Closing:
        return QStringLiteral("closing");
    case store::BackupCause::Upgrade:
        return QStringLiteral("upgrade");
    case store::BackupCause::Asked:
        return QStringLiteral("asked");
    }
    Q_UNREACHABLE();
}

store::BackupCause causeFrom(const QString &word)
{
    for (const auto cause : {store::BackupCause::Scheduled, store::BackupCause::Closing, store::BackupCause::Upgrade}) {
        if (wordOf(cause) == word)
            return cause;
    }
    return store::BackupCause::Asked;
}

void insert(store::Transaction &tx, const store::BackupManifest &manifest, const QString &path, qint64 verifiedMs)
{
    tx.connection()
        .internal("INSERT INTO backup(id, path, cause, made_ms, bytes, records, record_head, audit_rows, audit_head,"
                  " state, verified_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .bind(manifest.id, path, wordOf(manifest.cause), manifest.madeMs, manifest.bytes(), manifest.heads.records,
              manifest.heads.record, manifest.heads.auditRows, manifest.heads.audit, manifest.state.sum, verifiedMs)
        .run();
}

QList<BackupLine> lines(const store::Snapshot &view)
{
    QList<BackupLine> found;
    store::Query rows = view.connection().internal(
        "SELECT id, path, cause, made_ms, bytes, records, audit_rows, verified_ms, drilled_ms, problem, gone_ms"
        " FROM backup ORDER BY made_ms DESC LIMIT 200");
    while (rows.next()) {
        BackupLine line;
        line.id = rows.get<BackupId>(0);
        line.path = rows.get<QString>(1);
        line.cause = causeFrom(rows.get<QString>(2));
        line.made = rows.get<Instant>(3);
        line.bytes = rows.get<qint64>(4);
        line.records = rows.get<qint64>(5);
        line.auditRows = rows.get<qint64>(6);
        line.verified = rows.get<std::optional<Instant>>(7);
        line.drilled = rows.get<std::optional<Instant>>(8);
        line.problem = rows.isNull(9) ? QString() : rows.get<QString>(9);
        line.gone = !rows.isNull(10);
        found << line;
    }
    return found;
}

BackupStanding standingIn(const store::Snapshot &view)
{
    BackupStanding standing;
    standing.now = view.now();
    for (const BackupLine &line : lines(view)) {
        if (line.isGood() && line.made <= standing.now) {
            standing.lastGood = line.made;
            break;
        }
    }
    standing.lastAway = rememberedInstant(view, keyAway);
    standing.lastDrill = rememberedInstant(view, keyDrill);
    standing.drillTried = rememberedInstant(view, keyDrillTried);
    standing.drillProblem = remembered(view, keyDrillProblem);
    standing.backupProblem = remembered(view, keyProblem);
    return standing;
}

void markGone(store::Transaction &tx, const BackupId &id)
{
    tx.connection()
        .internal("UPDATE backup SET gone_ms = ?2 WHERE id = ?1 AND gone_ms IS NULL")
        .bind(id, tx.now())
        .run();
}

template <class F>
Result<Done> note(store::Store &store, const store::Actor &actor, const QByteArray &act, F rows)
{
    try {
        const auto tx = store.begin(actor, act);
        if (auto refused = refusal(*tx, Permission::RunBackups))
            return *refused;
        rows(*tx);
        tx->commit();
        return Done{};
    } catch (const store::Failure &failure) {
        return failure.error();
    }
}

void setProblem(store::Transaction &tx, const BackupId &id, const QString &problem)
{
    if (problem.isEmpty())
        tx.connection()
            .internal("UPDATE backup SET verified_ms = ?2, problem = NULL WHERE id = ?1")
            .bind(id, tx.now())
            .run();
    else
        tx.connection().internal("UPDATE backup SET problem = ?2 WHERE id = ?1").bind(id, problem).run();
}

} // namespace

Result<QList<BackupLine>> backups(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadBackups))
        return *refused;
    return lines(view);
}

Result<BackupStanding> backupStanding(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadBackups))
        return *refused;
    return standingIn(view);
}

Result<BackupKnowledge> backupKnowledge(store::Store &store)
{
    try {
        const auto view = store.snapshot({std::nullopt, store.identity().device});
        BackupKnowledge known{standingIn(*view), lines(*view), false};
        const auto good = std::find_if(known.lines.cbegin(), known.lines.cend(),
                                       [](const BackupLine &line) { return line.isGood(); });
        known.stale = good == known.lines.cend() || good->records < store::headsOf(view->connection()).records;
        return known;
    } catch (const store::Failure &failure) {
        return failure.error();
    }
}

Result<Done> noteBackup(store::Store &store, const store::Actor &actor, const MadeBackup &made)
{
    return note(store, actor, "backup.make", [&](store::Transaction &tx) {
        const store::BackupManifest &manifest = made.backup.manifest;
        insert(tx, manifest, made.backup.path, made.backup.verifiedMs);
        for (const BackupId &id : made.removed)
            markGone(tx, id);
        if (made.away)
            remember(tx, keyAway, instantFromMs(manifest.madeMs));
        remember(tx, keyProblem, made.secondRefused ? made.secondRefused->message : QString());
        tx.audit({"backup.make",
                  "backup",
                  manifest.id,
                  {},
                  "ok",
                  QStringLiteral("%1; %2 bytes; record %3; audit row %4; %5 removed")
                      .arg(wordOf(manifest.cause))
                      .arg(manifest.bytes())
                      .arg(manifest.heads.records)
                      .arg(manifest.heads.auditRows)
                      .arg(made.removed.size())});
    });
}

Result<Done> noteBackupFailure(store::Store &store, const store::Actor &actor, const Error &error)
{
    return note(store, actor, "backup.make", [&](store::Transaction &tx) {
        const QString why = error.message.isEmpty() ? error.detail : error.message;
        remember(tx, keyProblem, why);
        tx.audit({"backup.make", "backup", {}, {}, "failed", why});
    });
}

Result<Done> noteCheck(store::Store &store, const store::Actor &actor, BackupId id, const store::BackupCheck &check)
{
    return note(store, actor, "backup.check", [&](store::Transaction &tx) {
        setProblem(tx, id, check.problem());
        tx.audit(
            {"backup.check", "backup", id.uuid(), {}, check.problems.isEmpty() ? "ok" : "failed", check.problem()});
    });
}

Result<Done> noteDrill(store::Store &store, const store::Actor &actor, const Drill &drill)
{
    return note(store, actor, "backup.drill", [&](store::Transaction &tx) {
        const QString problem = drill.problem();
        // A sheet that has been replaced since is no fault of the copy itself.
        const bool isWhole = std::all_of(drill.check.problems.cbegin(), drill.check.problems.cend(),
                                         [](const store::Problem &each) { return each.kind == "backup.seal"; });
        setProblem(tx, drill.backup, isWhole ? QString() : problem);
        if (problem.isEmpty()) {
            tx.connection()
                .internal("UPDATE backup SET drilled_ms = ?2 WHERE id = ?1")
                .bind(drill.backup, tx.now())
                .run();
            remember(tx, keyDrill, tx.now());
        }
        remember(tx, keyDrillTried, tx.now());
        remember(tx, keyDrillProblem, problem);
        tx.audit({"backup.drill",
                  "backup",
                  drill.backup.uuid(),
                  {},
                  problem.isEmpty() ? "ok" : "failed",
                  problem.isEmpty() ? QStringLiteral("%1 ms").arg(drill.ms) : problem});
    });
}

Result<Done> reviewBackups(store::Store &store, const store::Actor &actor, const Surroundings &around,
                           const BackupPlaces &places)
{
    const store::StoreIdentity identity = store.identity();
    QList<FoundBackup> there = findBackups(*around.files, places.first);
    there.removeIf([&](const FoundBackup &found) {
        return found.manifest.clinic != identity.clinic || found.manifest.device != identity.device;
    });
    return note(store, actor, "backup.review", [&](store::Transaction &tx) {
        const QList<BackupLine> known = lines(tx);
        for (const BackupLine &line : known) {
            if (!line.gone && !around.files->exists(line.path + u'/' + store::manifestName()))
                markGone(tx, line.id);
        }
        for (const FoundBackup &found : std::as_const(there)) {
            const BackupId id(found.manifest.id);
            store::Query row = tx.connection().internal("SELECT path, gone_ms FROM backup WHERE id = ?1");
            if (!row.bind(id).next())
                insert(tx, found.manifest, found.path, found.manifest.madeMs); // it has its name since it was verified
            else if (row.get<QString>(0) != found.path || !row.isNull(1))
                tx.connection()
                    .internal("UPDATE backup SET path = ?2, gone_ms = NULL WHERE id = ?1")
                    .bind(id, found.path)
                    .run();
        }
    });
}

} // namespace xinglin::access
