#include "app/cli/importoptions.h"
#include "app/cli/opening.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Import)
};

using interop::ImportKind;
using Outcome = batch::Line::Outcome;

struct Outcomes
{
    batch::Totals totals;
    QList<batch::Line> lines;
    std::optional<BatchId> batch;
};

bool tell(const interop::ImportProgress &progress)
{
    const int percent = progress.bytesTotal > 0 ? int(100 * progress.bytesDone / progress.bytesTotal) : 0;
    Output::progress(Tr::tr("%1 %, line %2").arg(percent).arg(progress.totals.lines));
    return true;
}

QList<batch::Line> linesOf(const access::Session &session, BatchId id)
{
    QList<batch::Line> all;
    for (;;) {
        const auto page = read(session, [&](const store::Snapshot &view) {
            return batch::lines(view, id, all.isEmpty() ? 0 : all.constLast().n, 1000);
        });
        if (!page || page->isEmpty())
            return all;
        all += *page;
    }
}

Result<Outcomes> bring(const Call &call, const access::Session &session, const interop::ImportSpec &spec)
try {
    const auto catalog = Catalog::load();
    if (!catalog)
        return catalog.error();
    if (call.arguments.has(QStringLiteral("dry-run"))) {
        const auto report = interop::dryRun(*session.store, session.actor, **catalog, spec, tell);
        if (!report)
            return report.error();
        return Outcomes{report->totals, report->lines, {}};
    }
    const auto imported = interop::runImport(*session.store, session.actor, **catalog, spec, tell);
    if (!imported)
        return imported.error();
    return Outcomes{imported->batch.totals, linesOf(session, imported->batch.id), imported->batch.id};
} catch (const store::Failure &failure) {
    return failure.error();
}

QJsonObject toJson(const batch::Line &line)
{
    QJsonObject object{{QStringLiteral("line"), line.line},
                       {QStringLiteral("column"), line.column},
                       {QStringLiteral("value"), line.value},
                       {QStringLiteral("why"), line.why}};
    if (line.known)
        object.insert(QStringLiteral("known"), line.known->toString());
    return object;
}

void show(const Call &call, const Outcomes &outcomes, double seconds)
{
    QHash<Outcome, QJsonArray> told;
    for (const batch::Line &line : outcomes.lines)
        told[line.outcome] << toJson(line);
    const batch::Totals &totals = outcomes.totals;
    if (call.output.isJson()) {
        QJsonObject object{{QStringLiteral("rows"), totals.lines},
                           {QStringLiteral("added"), totals.added},
                           {QStringLiteral("duplicates"), totals.duplicates},
                           {QStringLiteral("rejected"), told.value(Outcome::Rejected)},
                           {QStringLiteral("duplicate_rows"), told.value(Outcome::Duplicate)},
                           {QStringLiteral("aside"), told.value(Outcome::Aside)},
                           {QStringLiteral("repaired"), told.value(Outcome::Repaired)},
                           {QStringLiteral("seconds"), seconds}};
        object.insert(QStringLiteral("batch"), outcomes.batch ? QJsonValue(outcomes.batch->toString()) : QJsonValue());
        call.output.json(object);
        return;
    }
    QList<QStringList> rows;
    for (const batch::Line &line : outcomes.lines)
        rows.append({QString::number(line.line), batch::toText(line.outcome), line.column, line.why,
                     line.column.isEmpty() ? line.name : line.value});
    call.output.table({Tr::tr("Line"), Tr::tr("Outcome"), Tr::tr("Column"), Tr::tr("Why"), Tr::tr("Value")}, rows);
    Output::say(Tr::tr("%1 rows: %2 new, %3 known already, %4 rejected, in %5 s.")
                    .arg(totals.lines)
                    .arg(totals.added)
                    .arg(totals.duplicates)
                    .arg(totals.rejected)
                    .arg(seconds, 0, 'f', 1));
}

Exit run(const Call &call, ImportKind kind)
{
    auto spec = specFor(call, call.arguments.operands().constFirst(), kind);
    if (!spec)
        return call.refuse(Exit::Rejected, spec.error().message);
    spec->takeLikely = call.arguments.has(QStringLiteral("likely"));
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    QElapsedTimer timer;
    timer.start();
    const auto outcomes = bring(call, *session, *spec);
    Output::endProgress();
    if (!outcomes)
        return outcomes.error().code == Code::Invalid || outcomes.error().code == Code::Damaged
                   ? call.refuse(Exit::Rejected, outcomes.error().message)
                   : call.refuse(outcomes.error());
    show(call, *outcomes, double(timer.elapsed()) / 1000.0);
    return Exit::Done;
}

Command commandFor(ImportKind kind, const QString &purpose)
{
    QList<Option> options = tableOptions();
    options.append({QStringLiteral("dry-run"), {}, Tr::tr("Only say what would become of each row.")});
    if (kind == ImportKind::Patients)
        options.append({QStringLiteral("likely"), {}, Tr::tr("Bring in those as well who are only likely known.")});
    return {
        {QStringLiteral("import"), interop::toText(kind)},
        purpose,
        {{QStringLiteral("FILE"), Tr::tr("CSV or XLSX, with a row of headers.")}},
        options,
        Tr::tr("Without a map file the columns are known by their headers in Chinese or English. The rows come in as "
               "one batch: all of them or, where it fails on the way, none."),
        [kind](const Call &call) { return run(call, kind); }};
}

} // namespace

QList<Command> importCommands()
{
    return {commandFor(ImportKind::Patients, Tr::tr("Bring in patients from a table of another program.")),
            commandFor(ImportKind::Allergies, Tr::tr("Bring in allergies of patients who are known.")),
            commandFor(ImportKind::Visits, Tr::tr("Bring in visits of patients who are known.")),
            commandFor(ImportKind::Prescriptions, Tr::tr("Bring in prescriptions of patients who are known."))};
}

} // namespace xinglin::cli
