#include "app/cli/importoptions.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"
#include "interop/calendarexport.h"
#include "interop/calendarimport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Calendar)
};

using interop::CalendarSpec;
using Outcome = batch::Line::Outcome;

/// The only one that is called so, or has this id.
template <class T>
Result<decltype(T::id)> named(const Result<QList<T>> &all, const QString &name)
{
    if (!all)
        return all.error();
    QList<decltype(T::id)> found;
    for (const T &one : *all) {
        if (one.content.name == name || one.id.toString() == name)
            found << one.id;
    }
    if (found.size() == 1)
        return found.constFirst();
    return Error{Code::NotFound,
                 found.isEmpty() ? Tr::tr("Nothing and nobody that can be booked is called \"%1\".").arg(name)
                                 : Tr::tr("Several are called \"%1\"; give the id.").arg(name),
                 {},
                 {}};
}

Result<ResourceId> resourceNamed(const access::Session &session, const QString &name)
{
    return named(read(session, [](const store::Snapshot &view) { return schedule::resources(view); }), name);
}

Result<HealthcareServiceId> serviceNamed(const access::Session &session, const QString &name)
{
    return named(read(session, [](const store::Snapshot &view) { return schedule::services(view); }), name);
}

/// What is wrong with how the command was typed; empty: nothing.
QString misuse(const Arguments &arguments)
{
    const auto has = [&](const char *name) { return arguments.has(QLatin1String(name)); };
    const QString as = arguments.value(QStringLiteral("as")).value_or(QStringLiteral("away"));
    if (as != u"away" && as != u"appointments")
        return Tr::tr("--as is away or appointments.");
    if (as == u"appointments" && (has("for") || has("closed")))
        return Tr::tr("--for and --closed are of blocked time; appointments have --practitioner.");
    if (as == u"appointments" && !has("service"))
        return Tr::tr("--service is missing: which service the appointments are of.");
    if (as == u"away" && (has("service") || has("practitioner") || has("out-of-hours")))
        return Tr::tr("--service, --practitioner and --out-of-hours go with --as appointments.");
    if (as == u"away" && has("for") == has("closed"))
        return Tr::tr("Say whose time is blocked: --for NAME, or --closed for the whole clinic.");
    return {};
}

Result<CalendarSpec> calendarSpec(const Call &call, const access::Session &session)
{
    CalendarSpec spec;
    spec.path = call.arguments.operands().constFirst();
    spec.outOfHours = call.arguments.has(QStringLiteral("out-of-hours"));
    if (call.arguments.value(QStringLiteral("as")) == QStringLiteral("appointments"))
        spec.as = CalendarSpec::As::Appointments;
    for (const char *option : {"for", "practitioner"}) {
        const auto name = call.arguments.value(QLatin1String(option));
        const auto id = name ? std::optional(resourceNamed(session, *name)) : std::nullopt;
        if (id && !*id)
            return id->error();
        if (id)
            spec.resource = **id;
    }
    if (const auto name = call.arguments.value(QStringLiteral("service"))) {
        const auto id = serviceNamed(session, *name);
        if (!id)
            return id.error();
        spec.service = *id;
    }
    return spec;
}

bool tell(const interop::ImportProgress &progress)
{
    const int percent = progress.bytesTotal > 0 ? int(100 * progress.bytesDone / progress.bytesTotal) : 0;
    Output::progress(Tr::tr("%1 %, %2 times").arg(percent).arg(progress.totals.lines));
    return true;
}

struct Brought
{
    qint64 events = 0;
    batch::Totals totals;
    QList<batch::Line> lines;
    std::optional<BatchId> batch;
};

Result<Brought> bring(const Call &call, const access::Session &session, const CalendarSpec &spec)
try {
    if (call.arguments.has(QStringLiteral("dry-run"))) {
        const auto report = interop::dryRunCalendar(*session.store, session.actor, spec, tell);
        if (!report)
            return report.error();
        return Brought{report->events, report->totals, report->lines, {}};
    }
    const auto imported = interop::importCalendar(*session.store, session.actor, spec, tell);
    if (!imported)
        return imported.error();
    return Brought{imported->events, imported->batch.totals, toldLines(session, imported->batch.id),
                   imported->batch.id};
} catch (const store::Failure &failure) {
    return failure.error();
}

QJsonArray toJson(const QList<batch::Line> &lines, std::initializer_list<Outcome> outcomes)
{
    QJsonArray list;
    for (const batch::Line &line : lines) {
        if (std::find(outcomes.begin(), outcomes.end(), line.outcome) == outcomes.end())
            continue;
        list << QJsonObject{{QStringLiteral("line"), line.line},
                            {QStringLiteral("summary"), line.name},
                            {QStringLiteral("property"), line.column},
                            {QStringLiteral("value"), line.value},
                            {QStringLiteral("why"), line.why}};
    }
    return list;
}

void show(const Call &call, const Brought &brought, double seconds)
{
    if (call.output.isJson()) {
        QJsonObject object{{QStringLiteral("events"), brought.events},
                           {QStringLiteral("occurrences"), brought.totals.added},
                           {QStringLiteral("duplicates"), brought.totals.duplicates},
                           {QStringLiteral("rejected"), toJson(brought.lines, {Outcome::Rejected})},
                           {QStringLiteral("duplicate_rows"), toJson(brought.lines, {Outcome::Duplicate})},
                           {QStringLiteral("aside"), toJson(brought.lines, {Outcome::Aside, Outcome::Repaired})},
                           {QStringLiteral("rows"), brought.totals.lines},
                           {QStringLiteral("seconds"), seconds}};
        object.insert(QStringLiteral("batch"), brought.batch ? QJsonValue(brought.batch->toString()) : QJsonValue());
        call.output.json(object);
        return;
    }
    QList<QStringList> rows;
    for (const batch::Line &line : brought.lines)
        rows.append({QString::number(line.line), batch::toText(line.outcome), line.value, line.why, line.name});
    call.output.table({Tr::tr("Line"), Tr::tr("Outcome"), Tr::tr("When"), Tr::tr("Why"), Tr::tr("Event")}, rows);
    Output::say(Tr::tr("%1 events: %2 times brought in, %3 here already, %4 rejected, in %5 s.")
                    .arg(brought.events)
                    .arg(brought.totals.added)
                    .arg(brought.totals.duplicates)
                    .arg(brought.totals.rejected)
                    .arg(seconds, 0, 'f', 1));
}

Exit runImport(const Call &call)
{
    if (const QString wrong = misuse(call.arguments); !wrong.isEmpty())
        return call.refuse(Exit::WrongUse, wrong);
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const auto spec = calendarSpec(call, *session);
    if (!spec)
        return call.refuse(spec.error());
    QElapsedTimer timer;
    timer.start();
    const auto brought = bring(call, *session, *spec);
    Output::endProgress();
    if (!brought)
        return brought.error().code == Code::Invalid ? call.refuse(Exit::Rejected, brought.error().message)
                                                     : call.refuse(brought.error());
    show(call, *brought, double(timer.elapsed()) / 1000.0);
    return Exit::Done;
}

Result<interop::CalendarExportSpec> exportSpec(const Call &call, const access::Session &session)
{
    interop::CalendarExportSpec spec;
    const QString path = call.arguments.operands().value(0);
    if (!path.isEmpty() && path != u"-")
        spec.path = QFileInfo(path).absoluteFilePath();
    spec.names = call.arguments.has(QStringLiteral("names"));
    spec.leave = call.arguments.has(QStringLiteral("leave"));
    const QTimeZone zone = session.store->options().zone;
    const QDate today = civilDay(session.store->options().clock->now(), zone);
    const auto time = [&](const char *option, QDate otherwise, bool end) -> Result<Instant> {
        const QString typed = call.arguments.value(QLatin1String(option)).value_or(otherwise.toString(Qt::ISODate));
        const auto instant = instantFromText(typed, zone, end);
        return instant ? Result<Instant>(*instant) : Error{Code::Invalid, wrongTime(typed), {}, {}};
    };
    const auto from = time("from", today, false);
    if (!from)
        return from.error();
    const auto to = time("to", std::max(today, civilDay(*from, zone)).addYears(1), true);
    if (!to)
        return to.error();
    spec.period = {*from, *to};
    if (const auto name = call.arguments.value(QStringLiteral("practitioner"))) {
        const auto id = resourceNamed(session, *name);
        if (!id)
            return id.error();
        spec.resource = *id;
    }
    return spec;
}

Exit runExport(const Call &call)
{
    Machine machine;
    const auto session = openClinic(call.arguments, machine.around(call.arguments));
    if (!session)
        return refuseOpening(call, session.error());
    const auto spec = exportSpec(call, *session);
    if (!spec)
        return spec.error().code == Code::Invalid ? call.refuse(Exit::WrongUse, spec.error().message)
                                                  : call.refuse(spec.error());
    const auto exported = interop::exportCalendar(*session->store, session->actor, *spec, machine.files);
    if (!exported)
        return exported.error().code == Code::Invalid ? call.refuse(Exit::WrongUse, exported.error().message)
                                                      : call.refuse(exported.error());
    if (call.output.isJson()) {
        QJsonObject object{{QStringLiteral("events"), exported->events},
                           {QStringLiteral("occurrences"), exported->events},
                           {QStringLiteral("rejected"), QJsonArray()}};
        if (exported->path.isEmpty())
            object.insert(QStringLiteral("calendar"), QString::fromUtf8(exported->bytes));
        else
            object.insert(QStringLiteral("file"), exported->path);
        call.output.json(object);
        return Exit::Done;
    }
    if (exported->path.isEmpty())
        call.output.bytes(exported->bytes);
    Output::say(exported->path.isEmpty()
                    ? Tr::tr("%1 events. They are not encrypted.").arg(exported->events)
                    : Tr::tr("Events written: %1, to %2, not encrypted.").arg(exported->events).arg(exported->path));
    return Exit::Done;
}

} // namespace

Command importCalendarCommand()
{
    return {
        {QStringLiteral("import"), QStringLiteral("calendar")},
        Tr::tr("Bring in a calendar of another program (iCalendar) as blocked time or appointments."),
        {{QStringLiteral("FILE"), Tr::tr("An .ics file.")}},
        {{QStringLiteral("for"), QStringLiteral("NAME"),
          Tr::tr("Whose time is blocked: a practitioner, room, bed or device.")},
         {QStringLiteral("closed"), {}, Tr::tr("The whole clinic is closed then.")},
         {QStringLiteral("as"), QStringLiteral("away|appointments"), Tr::tr("What the events become (default away).")},
         {QStringLiteral("service"), QStringLiteral("NAME"), Tr::tr("Of appointments: their service.")},
         {QStringLiteral("practitioner"), QStringLiteral("NAME"),
          Tr::tr("Of appointments: with whom; otherwise whoever is free.")},
         {QStringLiteral("out-of-hours"), {}, Tr::tr("Of appointments: although it is not worked then.")},
         {QStringLiteral("dry-run"), {}, Tr::tr("Only say what would become of each event.")}},
        Tr::tr("Series are brought in as single times, two years ahead. An appointment needs a patient who is known "
               "for certain: by the number that stands in the event, or by a name that only one patient has. What "
               "is here already is left out. The events come in as one import that can be taken back; each of "
               "those that do not is named with its line and the reason."),
        runImport};
}

Command exportCalendarCommand()
{
    return {
        {QStringLiteral("export"), QStringLiteral("calendar")},
        Tr::tr("Write the appointments as a calendar for other programs (iCalendar)."),
        {{QStringLiteral("FILE"), Tr::tr("What is made; nothing may be there yet. Without it: standard output."),
          true}},
        {{QStringLiteral("from"), QStringLiteral("TIME"), Tr::tr("From then on (default today).")},
         {QStringLiteral("to"), QStringLiteral("TIME"), Tr::tr("Until then (default a year later).")},
         {QStringLiteral("practitioner"), QStringLiteral("NAME"), Tr::tr("Only theirs; also a room, bed or device.")},
         {QStringLiteral("names"), {}, Tr::tr("With names and numbers of patients, and reasons of leave.")},
         {QStringLiteral("leave"), {}, Tr::tr("With leave and closed days as times that are taken.")}},
        Tr::tr("For owners. Without --names nothing says whom an appointment is with. The file is not encrypted. The "
               "export is noted in the audit log first."),
        runExport};
}

} // namespace xinglin::cli
