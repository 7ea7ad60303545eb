#include "app/cli/importoptions.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"

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
    return Outcomes{imported->batch.totals, toldLines(session, imported->batch.id), imported->batch.id};
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

QJsonObject toJson(const batch::Batch &batch)
{
    const char *state = batch.state == batch::State::Open     ? "open"
                        : batch.state == batch::State::Closed ? "closed"
                                                              : "rolled-back";
    return {{QStringLiteral("batch"), batch.id.toString()},     {QStringLiteral("kind"), batch.kind},
            {QStringLiteral("source"), batch.source},           {QStringLiteral("state"), QLatin1String(state)},
            {QStringLiteral("opened"), isoText(batch.opened)},  {QStringLiteral("rows"), batch.totals.lines},
            {QStringLiteral("added"), batch.totals.added},      {QStringLiteral("duplicates"), batch.totals.duplicates},
            {QStringLiteral("rejected"), batch.totals.rejected}};
}

void show(const Call &call, const QList<batch::Batch> &batches)
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const batch::Batch &batch : batches) {
        const QJsonObject object = toJson(batch);
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(object);
        list << object;
        QStringList row;
        for (const char *member : {"batch", "kind", "source", "state", "opened", "added"})
            row << object.value(QLatin1String(member)).toVariant().toString();
        rows << row;
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json({{QStringLiteral("imports"), list}});
    else if (call.output.form() == Output::Form::Words)
        call.output.table(
            {Tr::tr("Import"), Tr::tr("Kind"), Tr::tr("Source"), Tr::tr("State"), Tr::tr("Begun"), Tr::tr("New")},
            rows);
}

Exit runList(const Call &call)
{
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const auto batches = read(*session, [](const store::Snapshot &view) { return batch::list(view, {}, 1000); });
    if (!batches)
        return call.refuse(batches.error());
    show(call, *batches);
    return Exit::Done;
}

Result<BatchId> batchFrom(const QString &text)
{
    if (const auto id = BatchId::fromString(text))
        return *id;
    return Error{Code::Invalid, Tr::tr("\"%1\" names no import; see import list.").arg(text), {}, {}};
}

Exit runUndo(const Call &call)
{
    const auto id = batchFrom(call.arguments.operands().constFirst());
    if (!id)
        return call.refuse(Exit::WrongUse, id.error().message);
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const auto back = write(*session, "import.undo", [&](store::Transaction &tx) { return batch::rollBack(tx, *id); });
    if (!back)
        return call.refuse(back.error());
    QJsonArray stays;
    QList<QStringList> rows;
    for (const batch::Stays &one : back->stays) {
        stays << QJsonObject{{QStringLiteral("id"), one.patient.toString()},
                             {QStringLiteral("number"), one.number},
                             {QStringLiteral("name"), one.name},
                             {QStringLiteral("edited"), one.edited}};
        rows.append(
            {one.number, one.name, one.edited ? Tr::tr("changed since") : Tr::tr("something was written since")});
    }
    if (call.output.isJson()) {
        call.output.json({{QStringLiteral("batch"), id->toString()}, {QStringLiteral("stays"), stays}});
    } else {
        call.output.table({Tr::tr("Number"), Tr::tr("Name"), Tr::tr("Stays because")}, rows);
        Output::say(Tr::tr("The import is taken back; %n patients stay.", nullptr, static_cast<int>(stays.size())));
    }
    return Exit::Done;
}

Exit runResume(const Call &call)
{
    const auto id = batchFrom(call.arguments.operands().value(0));
    if (!id)
        return call.refuse(Exit::WrongUse, id.error().message);
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const auto outcomes = [&]() -> Result<Outcomes> {
        try {
            const auto catalog = Catalog::load();
            if (!catalog)
                return catalog.error();
            const auto imported = interop::resumeImport(*session->store, session->actor, **catalog, *id,
                                                        call.arguments.operands().value(1), tell);
            if (!imported)
                return imported.error();
            return Outcomes{imported->batch.totals, toldLines(*session, *id), *id};
        } catch (const store::Failure &failure) {
            return failure.error();
        }
    }();
    Output::endProgress();
    if (!outcomes)
        return call.refuse(outcomes.error());
    show(call, *outcomes, 0);
    return Exit::Done;
}

} // namespace

QList<Command> importCommands()
{
    const Operand import{QStringLiteral("IMPORT"), Tr::tr("Its id, as import list shows it.")};
    return {Command{{QStringLiteral("import"), QStringLiteral("list")},
                    Tr::tr("List the imports, the latest first."),
                    {},
                    {},
                    {},
                    runList},
            Command{{QStringLiteral("import"), QStringLiteral("undo")},
                    Tr::tr("Take an import back as one."),
                    {import},
                    {},
                    Tr::tr("Patients whose data were changed since, or for whom something was written, stay and are "
                           "named."),
                    runUndo},
            Command{{QStringLiteral("import"), QStringLiteral("resume")},
                    Tr::tr("Go on with an import that was interrupted."),
                    {import, {QStringLiteral("FILE"), Tr::tr("The same file as before.")}},
                    {},
                    {},
                    runResume},
            commandFor(ImportKind::Patients, Tr::tr("Bring in patients from a table of another program.")),
            commandFor(ImportKind::Allergies, Tr::tr("Bring in allergies of patients who are known.")),
            commandFor(ImportKind::Visits, Tr::tr("Bring in visits of patients who are known.")),
            commandFor(ImportKind::Prescriptions, Tr::tr("Bring in prescriptions of patients who are known.")),
            importCalendarCommand()};
}

} // namespace xinglin::cli
