#include "app/cli/opening.h"

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

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const store::VerifyReport report = session->store->verify();
    QStringList problems = report.problems;
    if (!report.audit.problem.isEmpty() && !problems.contains(report.audit.problem))
        problems << report.audit.problem;
    if (call.output.isJson())
        call.output.json({{QStringLiteral("pages"), report.pages},
                          {QStringLiteral("records"), report.records},
                          {QStringLiteral("streams"), report.streams},
                          {QStringLiteral("head"), hex(report.head)},
                          {QStringLiteral("audit"), QJsonObject{{QStringLiteral("rows"), report.audit.rows},
                                                                {QStringLiteral("head"), hex(report.audit.head)}}},
                          {QStringLiteral("problems"), QJsonArray::fromStringList(problems)}});
    else
        call.output.pairs({{Tr::tr("Pages"), QString::number(report.pages)},
                           {Tr::tr("Records"), QString::number(report.records)},
                           {Tr::tr("Streams"), QString::number(report.streams)},
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
            {},
            Tr::tr("Cannot notice a store that was put back whole to an earlier day."),
            run};
}

} // namespace xinglin::cli
