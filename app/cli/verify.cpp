#include "app/cli/opening.h"
#include "store/backup.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Verify)
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// What a backup has seen and this store does not have any more.
Result<QStringList> against(Files &files, const access::Session &session, const QString &backup)
{
    const auto manifest = store::readManifest(files, backup);
    if (!manifest)
        return manifest.error();
    if (manifest->clinic != session.store->identity().clinic || manifest->device != session.store->identity().device)
        return Error{Code::Foreign, Tr::tr("%1 is a backup of another store.").arg(backup), {}, {}};
    // What it witnesses counts only where nobody without its key could have written it.
    const auto key = store::openBackupKey(*manifest, store::deviceBackupPair(*session.databaseKey).secretKey);
    if (!key)
        return key.error();
    QStringList lines;
    const auto view = session.store->snapshot(session.actor);
    for (const store::Problem &problem : store::checkAgainst(view->connection(), manifest->heads))
        lines << problem.line();
    return lines;
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const store::VerifyReport report = session->store->verify();
    QStringList problems = report.problems;
    if (const auto backup = call.arguments.value(QStringLiteral("against"))) {
        const auto missing = against(machine.files, *session, *backup);
        if (!missing)
            return call.refuse(missing.error());
        problems += *missing;
    }
    if (call.output.isJson())
        call.output.json({{QStringLiteral("pages"), report.pages},
                          {QStringLiteral("records"), report.records},
                          {QStringLiteral("streams"), report.streams},
                          {QStringLiteral("files"), report.files},
                          {QStringLiteral("head"), hex(report.head)},
                          {QStringLiteral("audit"), QJsonObject{{QStringLiteral("rows"), report.audit.rows},
                                                                {QStringLiteral("head"), hex(report.audit.head)}}},
                          {QStringLiteral("problems"), QJsonArray::fromStringList(problems)}});
    else
        call.output.pairs({{Tr::tr("Pages"), QString::number(report.pages)},
                           {Tr::tr("Records"), QString::number(report.records)},
                           {Tr::tr("Streams"), QString::number(report.streams)},
                           {Tr::tr("Attached files"), QString::number(report.files)},
                           {Tr::tr("Newest record"), hex(report.head)},
                           {Tr::tr("Audit rows"), QString::number(report.audit.rows)},
                           {Tr::tr("Newest audit row"), hex(report.audit.head)}});
    if (problems.isEmpty()) {
        Output::say(Tr::tr("Everything holds."));
        return Exit::Done;
    }
    for (const QString &problem : problems)
        Output::say(QStringLiteral("xinglin-cli: ") + problem);
    return Exit::Store;
}

} // namespace

Command verifyCommand()
{
    return {{QStringLiteral("verify")},
            Tr::tr("Check every page, record and audit row of the store."),
            {},
            {{QStringLiteral("against"), QStringLiteral("BACKUP"),
              Tr::tr("Also check that everything this backup has seen is still there.")}},
            Tr::tr("Without a backup to compare with, it cannot notice a store that was put back whole to an earlier "
                   "day, nor a tail that was cut off."),
            run};
}

} // namespace xinglin::cli
