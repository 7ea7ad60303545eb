#include "store/selfcheck.h"

#include "store/transaction.h"

namespace xinglin::store {

namespace {

/// A clock that is kept by the network is put right by less than this.
constexpr std::chrono::milliseconds ClockSlack{60'000};

const QString auditKey = QStringLiteral("check.audit");
const QString wholeKey = QStringLiteral("check.whole");

QString stateOf(Connection &connection, const QString &key)
{
    Query row = connection.internal("SELECT value FROM local_state WHERE key = ?1");
    return row.bind(key).next() ? row.get<QString>(0) : QString();
}

void setState(Transaction &tx, const QString &key, const QString &value)
{
    tx.connection()
        .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)"
                  " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
        .bind(key, value)
        .run();
}

void setMark(Transaction &tx, const AuditCheck &check)
{
    if (check.problems.isEmpty() && check.last > 0)
        setState(tx, auditKey, QStringLiteral("%1 %2").arg(check.last).arg(QString::fromLatin1(check.head.toHex())));
}

} // namespace

SelfCheck selfCheck(const Snapshot &view)
{
    SelfCheck known;
    const QString audit = stateOf(view.connection(), auditKey);
    known.audit.n = audit.section(u' ', 0, 0).toLongLong();
    known.audit.hash = QByteArray::fromHex(audit.section(u' ', 1, 1).toLatin1());
    const QString whole = stateOf(view.connection(), wholeKey);
    if (!whole.isEmpty()) {
        known.whole = instantFromMs(whole.section(u' ', 0, 0).toLongLong());
        known.wholeProblems = whole.section(u' ', 1, 1).toInt();
        known.wholeFirst = whole.section(u' ', 2);
    }
    return known;
}

bool isWholeCheckDue(const SelfCheck &known, Instant now)
{
    return !known.whole || *known.whole > now || now - *known.whole >= WholeCheckEvery;
}

AuditCheck checkNewAudit(const Snapshot &view)
{
    return checkAudit(view.connection(), selfCheck(view).audit);
}

void remember(Transaction &tx, const AuditCheck &check)
{
    setMark(tx, check);
}

void remember(Transaction &tx, const VerifyReport &report)
{
    setMark(tx, report.audit);
    setState(tx, wholeKey,
             QStringLiteral("%1 %2 %3").arg(toMs(tx.now())).arg(report.found.size()).arg(report.problems.value(0)));
}

void noteClock(Transaction &tx)
{
    Query newest = tx.connection().internal("SELECT at_ms FROM audit ORDER BY n DESC LIMIT 1");
    if (!newest.next())
        return;
    const auto back = instantFromMs(newest.get<qint64>(0)) - tx.now();
    if (back > ClockSlack)
        tx.audit({"clock.back", "clock", {}, {}, "ok", QStringLiteral("%1 ms").arg(back.count())});
}

} // namespace xinglin::store
