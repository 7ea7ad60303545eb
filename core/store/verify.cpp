#include "store/verify.h"

#include "store/failure.h"
#include "store/verifylog.h"
#include "store/verifyschema.h"

#include <QScopeGuard>

namespace xinglin::store {

namespace {

/// A page that the writer is just putting in its place may be read half: what is bad stays bad.
constexpr int Readings = 3;

QStringList badPages(Connection &connection)
{
    QStringList lines;
    Query rows = connection.internal("PRAGMA cipher_integrity_check");
    while (lines.size() < MostProblems && rows.next())
        lines << rows.get<QString>(0);
    return lines;
}

void checkPages(Connection &connection, VerifyReport &report)
{
    Query count = connection.internal("PRAGMA page_count");
    if (count.next())
        report.pages = count.get<qint64>(0);
    QStringList lines = badPages(connection);
    for (int reading = 1; reading < Readings && !lines.isEmpty(); ++reading)
        lines = badPages(connection);
    for (const QString &line : std::as_const(lines)) {
        const QString page = line.section(u' ', -1);
        report.add({"page.damaged", line.contains(u"page ") ? QStringLiteral("page ") + page : QString(), line});
    }
}

void checkStructure(Connection &connection, VerifyReport &report)
{
    Query lines = connection.internal("PRAGMA integrity_check");
    while (!report.isFull() && lines.next()) {
        const QString line = lines.get<QString>(0);
        if (line != u"ok")
            report.add({"structure", {}, line.simplified()});
    }
}

void checkReferences(Connection &connection, VerifyReport &report)
{
    Query rows = connection.internal("PRAGMA foreign_key_check");
    while (!report.isFull() && rows.next())
        report.add({"reference", QStringLiteral("%1 %2").arg(rows.get<QString>(0)).arg(rows.get<qint64>(1)),
                    QStringLiteral("it refers to a row of %1 that is not there").arg(rows.get<QString>(2))});
}

const char *nameOf(VerifyPart part)
{
    switch (part) {
    case VerifyPart::Pages:
        return "pages";
    case VerifyPart::Structure:
        return "structure";
    case VerifyPart::References:
        return "references";
    case VerifyPart::Schema:
        return "schema";
    case VerifyPart::Records:
        return "records";
    case VerifyPart::Audit:
        return "audit";
    case VerifyPart::Followers:
        return "followers";
    case VerifyPart::Files:
        return "files";
    }
    Q_UNREACHABLE();
}

/// What stands in @p table at @p n; empty where nothing does.
QByteArray hashAt(Connection &connection, const char *sql, qint64 n)
{
    Query row = connection.internal(sql);
    return row.bind(n).next() ? row.get<QByteArray>(0) : QByteArray();
}

} // namespace

void VerifyReport::add(const Problem &problem)
{
    if (isFull() || found.contains(problem))
        return;
    found << problem;
    problems << problem.line();
}

VerifyReport verify(Connection &connection, const Registry &registry, const VerifyOptions &options)
{
    VerifyReport report;
    if (options.cancelled)
        connection.setInterrupt(options.cancelled);
    const auto freed = qScopeGuard([&] {
        if (options.cancelled)
            connection.setInterrupt({});
    });
    const auto tell = [&](VerifyPart part, qint64 done, qint64 of) {
        if (options.cancelled && options.cancelled())
            throw Failure(Code::Cancelled, {}, QStringLiteral("verification"));
        if (options.progress)
            options.progress(part, done, of);
    };
    const auto run = [&](VerifyPart part, const std::function<void()> &check) {
        tell(part, 0, 0);
        try {
            check();
        } catch (const Failure &failure) {
            if (failure.error().code == Code::Cancelled)
                throw;
            report.add({"unreadable", QString::fromLatin1(nameOf(part)), failure.error().detail});
        }
    };
    LogCheck log(connection, registry, report);
    run(VerifyPart::Pages, [&] { checkPages(connection, report); });
    if (options.structure)
        run(VerifyPart::Structure, [&] { checkStructure(connection, report); });
    run(VerifyPart::References, [&] { checkReferences(connection, report); });
    run(VerifyPart::Schema, [&] { checkSchema(connection, report); });
    run(VerifyPart::Records,
        [&] { log.checkRecords([&](qint64 done, qint64 of) { tell(VerifyPart::Records, done, of); }); });
    run(VerifyPart::Audit, [&] {
        const qint64 of = headsOf(connection).auditRows;
        report.audit = checkAudit(connection, {}, [&](const AuditRow &row) {
            log.checkAuditRow(row);
            if (row.n % 256 == 0)
                tell(VerifyPart::Audit, row.n, of);
        });
        for (const Problem &problem : std::as_const(report.audit.problems))
            report.add(problem);
        if (report.audit.problems.size() < MostProblems)
            log.checkAllAudited();
    });
    for (const FurtherCheck &further : options.further)
        run(VerifyPart::Followers, [&] { further(connection, report); });
    return report;
}

Heads headsOf(Connection &connection)
{
    Heads heads;
    Query record = connection.internal("SELECT n, hash FROM record ORDER BY n DESC LIMIT 1 /* verify */");
    if (record.next()) {
        heads.records = record.get<qint64>(0);
        heads.record = record.get<QByteArray>(1);
    }
    Query audit = connection.internal("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1");
    if (audit.next()) {
        heads.auditRows = audit.get<qint64>(0);
        heads.audit = audit.get<QByteArray>(1);
    }
    return heads;
}

QList<Problem> checkAgainst(Connection &connection, const Heads &witnessed)
{
    QList<Problem> problems;
    const auto check = [&](const char *sql, qint64 n, const QByteArray &hash, const char *cut, const char *rewritten,
                           const QString &place) {
        if (n <= 0)
            return;
        const QByteArray here = hashAt(connection, sql, n);
        if (here.isEmpty())
            problems << Problem{cut, place.arg(n), QStringLiteral("it was witnessed and is gone")};
        else if (here != hash)
            problems << Problem{rewritten, place.arg(n), QStringLiteral("it is not the one that was witnessed")};
    };
    check("SELECT hash FROM record WHERE n = ?1", witnessed.records, witnessed.record, "witness.record-cut",
          "witness.record-rewritten", QStringLiteral("record %1"));
    check("SELECT hash FROM audit WHERE n = ?1", witnessed.auditRows, witnessed.audit, "witness.audit-cut",
          "witness.audit-rewritten", QStringLiteral("audit row %1"));
    return problems;
}

} // namespace xinglin::store
