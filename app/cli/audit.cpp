#include "access/auditexport.h"
#include "app/cli/changes.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/patienttrail.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Audit)
};

constexpr int MostRows = 1'000'000;
constexpr int PageRows = 500;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const auditlog::Line &line)
{
    return {{QStringLiteral("n"), line.n},
            {QStringLiteral("time"), isoText(line.at)},
            {QStringLiteral("user"), line.user ? QJsonValue(line.user->toString()) : QJsonValue()},
            {QStringLiteral("person"), orNull(line.person)},
            {QStringLiteral("action"), QString::fromLatin1(line.action)},
            {QStringLiteral("object_kind"), orNull(QString::fromLatin1(line.objectKind))},
            {QStringLiteral("object"), line.object ? QJsonValue(line.object->toString()) : QJsonValue()},
            {QStringLiteral("patient"), line.patient ? QJsonValue(line.patient->toString()) : QJsonValue()},
            {QStringLiteral("outcome"), QString::fromLatin1(line.outcome)},
            {QStringLiteral("detail"), orNull(line.detail)}};
}

/// What is asked for: without the right to read everything, one's own.
Result<auditlog::Filter> filterFor(const Call &call, const store::Snapshot &view, std::optional<Instant> since)
{
    auditlog::Filter filter;
    filter.from = since;
    if (const auto reference = call.arguments.value(QStringLiteral("patient"))) {
        const auto patient = patient::findByReference(view, *reference);
        if (!patient)
            return patient.error();
        auto records = patient::recordsOf(view, patient->id);
        if (!records)
            return records.error();
        filter.patients = *std::move(records);
    }
    if (const auto login = call.arguments.value(QStringLiteral("person"))) {
        const auto people = access::users(view);
        if (!people)
            return people.error();
        for (const access::User &user : *people) {
            if (user.login == *login)
                filter.user = user.id;
        }
        if (!filter.user)
            return Error{Code::NotFound, Tr::tr("There is nobody called %1.").arg(*login), {}, {}};
    } else if (!access::allows(view, access::Permission::ReadAudit) && view.actor().user) {
        filter.user = access::UserId(*view.actor().user);
    }
    return filter;
}

Result<QList<auditlog::Line>> linesOf(const Call &call, const store::Snapshot &view, std::optional<Instant> since,
                                      qint64 limit)
{
    const auto filter = filterFor(call, view, since);
    if (!filter)
        return filter.error();
    QList<auditlog::Line> lines;
    std::optional<qint64> before;
    do {
        const auto page =
            auditlog::read(view, *filter, before, static_cast<int>(qMin<qint64>(PageRows, limit - lines.size())));
        if (!page)
            return page.error();
        lines << page->lines;
        before = page->next;
    } while (before && lines.size() < limit);
    return lines;
}

Exit list(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    std::optional<Instant> since;
    if (const auto typed = call.arguments.value(QStringLiteral("since"))) {
        since = instantFromText(*typed, around.zone, false);
        if (!since)
            return call.refuse(Exit::WrongUse, wrongTime(*typed));
    }
    const auto limit = call.arguments.number(QStringLiteral("limit"), PageRows, 1, MostRows);
    if (!limit)
        return call.refuse(Exit::WrongUse, limit.error().message);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto lines = read(*session, [&](const store::Snapshot &view) { return linesOf(call, view, since, *limit); });
    if (!lines)
        return call.refuse(lines.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const auditlog::Line &line : *lines) {
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(toJson(line));
        else if (call.output.isJson())
            array << toJson(line);
        else
            rows.append({QString::number(line.n), isoText(line.at), line.person, auditlog::wordsFor(line.action),
                         auditlog::wordsForOutcome(line.outcome), line.detail});
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json({{QStringLiteral("rows"), array}});
    else if (!call.output.isJson())
        call.output.table(
            {Tr::tr("Row"), Tr::tr("Time"), Tr::tr("Who"), Tr::tr("What"), Tr::tr("Outcome"), Tr::tr("Detail")}, rows);
    return Exit::Done;
}

Exit exportLog(const Call &call)
{
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const QString path = QFileInfo(call.arguments.operands().constFirst()).absoluteFilePath();
    if (machine.files.exists(path))
        return call.refuse(Exit::Refused, Tr::tr("%1 is there already.").arg(path));
    const auto order =
        write(*session, "audit.export", [&](store::Transaction &tx) { return auditlog::orderExport(tx, path); });
    if (!order)
        return call.refuse(order.error());
    const auto manifest = read(*session, [&](const store::Snapshot &view) {
        return auditlog::writeExport(view, *order, machine.files, [](qint64 done, qint64 of) {
            Output::progress(Tr::tr("%1 of %2 rows").arg(done).arg(of));
        });
    });
    Output::endProgress();
    if (!manifest)
        return call.refuse(manifest.error());
    const QString head = QString::fromLatin1(manifest->head.toHex());
    if (call.output.isJson())
        call.output.json({{QStringLiteral("file"), order->path()},
                          {QStringLiteral("manifest"), auditlog::manifestPath(order->path())},
                          {QStringLiteral("rows"), manifest->rows()},
                          {QStringLiteral("head"), head}});
    else
        call.output.pairs({{Tr::tr("File"), order->path()},
                           {Tr::tr("Manifest"), auditlog::manifestPath(order->path())},
                           {Tr::tr("Rows"), QString::number(manifest->rows())},
                           {Tr::tr("Head"), head},
                           {Tr::tr("Fingerprint"), store::fingerprintOf(manifest->head)}});
    return Exit::Done;
}

} // namespace

Command auditListCommand()
{
    return {{QStringLiteral("audit"), QStringLiteral("list")},
            Tr::tr("Rows of the audit log, the newest first; your own where you may not read all."),
            {},
            {{QStringLiteral("patient"), QStringLiteral("ID"), Tr::tr("Only what concerns this patient.")},
             {QStringLiteral("person"), QStringLiteral("LOGIN"), Tr::tr("Only what this person did.")},
             {QStringLiteral("since"), QStringLiteral("TIME"), Tr::tr("From then on: 2026-03-12 or 2026-03-12T10:30.")},
             {QStringLiteral("limit"), QStringLiteral("N"), Tr::tr("At most so many.")}},
            Tr::tr("Reading the log is itself noted in it."),
            list};
}

Command auditExportCommand()
{
    return {{QStringLiteral("audit"), QStringLiteral("export")},
            Tr::tr("Write the audit log as a table that xinglin-audit-verify can check without the store."),
            {{QStringLiteral("FILE"), Tr::tr("The table (CSV); its manifest is written beside it.")}},
            {},
            Tr::tr("The export is noted in the log first."),
            exportLog};
}

} // namespace xinglin::cli
