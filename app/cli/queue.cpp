#include "clinic/schedule/queue.h"
#include "app/cli/opening.h"
#include "app/cli/patientjson.h"
#include "app/cli/times.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/attendance.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Queue)
};

Error wrong(const QString &sentence)
{
    return {Code::Invalid, sentence, {}, {}};
}

/// By id or name.
Result<ResourceId> resourceNamed(const store::Snapshot &view, const QString &typed)
{
    const auto known = schedule::resources(view, true);
    if (!known)
        return known.error();
    const auto id = ResourceId::fromString(typed);
    for (const Resource &one : *known) {
        if (one.id == id || one.content.name == typed)
            return one.id;
    }
    return wrong(Tr::tr("There is no practitioner or room “%1”.").arg(typed));
}

Result<HealthcareServiceId> serviceNamed(const store::Snapshot &view, const QString &typed)
{
    const auto known = schedule::services(view);
    if (!known)
        return known.error();
    const auto id = HealthcareServiceId::fromString(typed);
    for (const HealthcareService &one : *known) {
        if (one.id == id || one.content.name == typed)
            return one.id;
    }
    return wrong(Tr::tr("There is no service “%1”.").arg(typed));
}

/// By id, or the number of today.
Result<TicketId> ticketNamed(const store::Snapshot &view, const QString &typed)
{
    const auto known = queue::tickets(view, view.today());
    if (!known)
        return known.error();
    const auto id = TicketId::fromString(typed);
    for (const QueueTicket &one : *known) {
        if (one.id == id || (one.number && QString::number(*one.number) == typed))
            return one.id;
    }
    return id ? Result<TicketId>(*id) : wrong(Tr::tr("Nobody has the number %1 today.").arg(typed));
}

QJsonObject toJson(const QueueTicket &ticket, const QHash<ResourceId, QString> &names)
{
    QJsonObject object{{QStringLiteral("id"), ticket.id.toString()},
                       {QStringLiteral("day"), ticket.day.toString(Qt::ISODate)},
                       {QStringLiteral("stage"), queue::toText(ticket.stage)},
                       {QStringLiteral("priority"), queue::toText(ticket.priority)},
                       {QStringLiteral("service"), ticket.serviceName},
                       {QStringLiteral("arrived"), isoText(ticket.arrived)},
                       {QStringLiteral("skips"), ticket.skips}};
    const auto add = [&](const char *member, const auto &value, auto text) {
        if (value)
            object.insert(QLatin1String(member), text(*value));
    };
    const auto iso = [](Instant at) { return isoText(at); };
    const auto name = [&](ResourceId id) { return names.value(id); };
    add("number", ticket.number, [](int number) { return number; });
    add("patient", ticket.patient, [](PatientId id) { return id.toString(); });
    add("appointment", ticket.appointment, [](AppointmentId id) { return id.toString(); });
    add("booked", ticket.booked, iso);
    add("wants", ticket.resource, name);
    add("with", ticket.with, name);
    add("called", ticket.called, iso);
    add("begun", ticket.begun, iso);
    add("ended", ticket.ended, iso);
    if (!ticket.who.isEmpty())
        object.insert(QStringLiteral("name"), ticket.who);
    return object;
}

Result<QHash<ResourceId, QString>> namesOf(const store::Snapshot &view)
{
    const auto known = schedule::resources(view, true);
    if (!known)
        return known.error();
    QHash<ResourceId, QString> names;
    for (const Resource &one : *known)
        names.insert(one.id, one.content.name);
    return names;
}

struct Listed
{
    QDate day;
    QList<QueueTicket> tickets; ///< Those who wait in the order of their turn, the others by number.
    QHash<TicketId, std::optional<std::chrono::minutes>> waits;
    QHash<ResourceId, QString> names;
};

Result<Listed> listedOf(const store::Snapshot &view, const std::optional<QString> &day,
                        const std::optional<QString> &practitioner)
{
    Listed found;
    found.day = day ? QDate::fromString(*day, Qt::ISODate) : view.today();
    if (!found.day.isValid())
        return wrong(wrongTime(*day));
    const auto names = namesOf(view);
    const auto all = queue::tickets(view, found.day);
    const auto line = queue::line(view);
    if (!names || !all || !line)
        return !names ? names.error() : !all ? all.error() : line.error();
    found.names = *names;
    std::optional<ResourceId> with;
    if (practitioner) {
        const auto named = resourceNamed(view, *practitioner);
        if (!named)
            return named.error();
        with = *named;
    }
    const auto take = [&](const QueueTicket &one) {
        if (!with || one.with == with || (!one.with && one.resource == with))
            found.tickets << one;
    };
    if (found.day == view.today()) {
        for (const InTurn &one : *line) {
            found.waits.insert(one.ticket.id, one.wait);
            take(one.ticket);
        }
    }
    for (const QueueTicket &one : *all) {
        if (!found.waits.contains(one.id))
            take(one);
    }
    return found;
}

Exit list(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto found = read(*session, [&](const store::Snapshot &view) {
        return listedOf(view, call.arguments.value(QStringLiteral("day")),
                        call.arguments.value(QStringLiteral("practitioner")));
    });
    if (!found)
        return found.error().code == Code::Invalid ? call.refuse(Exit::WrongUse, found.error().message)
                                                   : call.refuse(found.error());
    QJsonArray tickets;
    QList<QStringList> rows;
    for (const QueueTicket &one : found->tickets) {
        const auto wait = found->waits.value(one.id);
        QJsonObject object = toJson(one, found->names);
        if (wait)
            object.insert(QStringLiteral("wait_minutes"), static_cast<int>(wait->count()));
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(object);
        tickets << object;
        const auto with = one.with ? one.with : one.resource;
        rows.append({one.number ? QString::number(*one.number) : QString(), one.who, queue::nameOf(one.stage),
                     one.serviceName, with ? found->names.value(*with) : QString(), isoText(one.arrived),
                     wait ? QString::number(wait->count()) : QString()});
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json(
            {{QStringLiteral("day"), found->day.toString(Qt::ISODate)}, {QStringLiteral("tickets"), tickets}});
    else if (!call.output.isJson() && rows.isEmpty())
        Output::say(Tr::tr("Nobody came."));
    else if (!call.output.isJson())
        call.output.table({Tr::tr("Number"), Tr::tr("Name"), Tr::tr("Where"), Tr::tr("For"), Tr::tr("With"),
                           Tr::tr("Came"), Tr::tr("Minutes left")},
                          rows);
    return Exit::Done;
}

/// Runs one step and shows the ticket it leaves.
template <class F>
Exit step(const Call &call, const QByteArray &act, F f)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto made = write(*session, act, f);
    if (!made)
        return made.error().code == Code::Invalid && made.error().field.isEmpty()
                   ? call.refuse(Exit::WrongUse, made.error().message)
                   : call.refuse(made.error());
    const auto names = read(*session, namesOf);
    if (!names)
        return call.refuse(names.error());
    if (call.output.isJson())
        call.output.json(toJson(*made, *names));
    else
        call.output.pairs({{Tr::tr("Number"), made->number ? QString::number(*made->number) : QString()},
                           {Tr::tr("Name"), made->who},
                           {Tr::tr("Where"), queue::nameOf(made->stage)}});
    return Exit::Done;
}

Exit checkIn(const Call &call)
{
    return step(call, "queue.checkin", [&](store::Transaction &tx) -> Result<QueueTicket> {
        const auto id = AppointmentId::fromString(call.arguments.operands().constFirst());
        return id ? schedule::checkIn(tx, *id)
                  : wrong(Tr::tr("%1 is no id.").arg(call.arguments.operands().constFirst()));
    });
}

Exit walkIn(const Call &call)
{
    return step(call, "queue.walkin", [&](store::Transaction &tx) -> Result<QueueTicket> {
        const auto who = patient::findByReference(tx, call.arguments.operands().constFirst());
        if (!who)
            return who.error();
        auto usual = schedule::usualWalkIn(tx, who->id);
        if (!usual)
            return usual.error();
        WalkIn one = *usual;
        if (const auto service = call.arguments.value(QStringLiteral("service"))) {
            const auto named = serviceNamed(tx, *service);
            if (!named)
                return named.error();
            one.service = *named;
            one.resource.reset();
        }
        if (const auto with = call.arguments.value(QStringLiteral("practitioner"))) {
            const auto named = resourceNamed(tx, *with);
            if (!named)
                return named.error();
            one.resource = *named;
        }
        return schedule::walkIn(tx, one);
    });
}

Exit next(const Call &call)
{
    const auto with = call.arguments.value(QStringLiteral("practitioner"));
    if (!with)
        return call.refuse(Exit::WrongUse, Tr::tr("Say for whom with --practitioner."));
    return step(call, "queue.next", [&](store::Transaction &tx) -> Result<QueueTicket> {
        const auto named = resourceNamed(tx, *with);
        return named ? queue::callNext(tx, *named) : named.error();
    });
}

template <class F>
std::function<Exit(const Call &)> ofTicket(const char *act, F f)
{
    return [act, f](const Call &call) {
        return step(call, act, [&](store::Transaction &tx) -> Result<QueueTicket> {
            const auto id = ticketNamed(tx, call.arguments.operands().constFirst());
            return id ? f(tx, *id) : id.error();
        });
    };
}

Exit noShow(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const QString typed = call.arguments.operands().constFirst();
    const auto id = AppointmentId::fromString(typed);
    if (!id)
        return call.refuse(Exit::WrongUse, Tr::tr("%1 is no id.").arg(typed));
    const auto noted =
        write(*session, "queue.noshow", [&](store::Transaction &tx) { return schedule::noShow(tx, *id); });
    if (!noted)
        return call.refuse(noted.error());
    if (call.output.isJson())
        call.output.json({{QStringLiteral("appointment"), noted->id.toString()},
                          {QStringLiteral("status"), schedule::toText(noted->status)}});
    else
        call.output.pairs({{Tr::tr("Name"), noted->who}, {Tr::tr("Where"), Tr::tr("did not come")}});
    return Exit::Done;
}

Command verb(const char *word, const QString &purpose, const QList<Operand> &operands, const QList<Option> &options,
             const std::function<Exit(const Call &)> &run)
{
    return {{QStringLiteral("queue"), QLatin1String(word)}, purpose, operands, options, {}, run};
}

} // namespace

QList<Command> queueCommands()
{
    const Operand appointment{QStringLiteral("APPOINTMENT"), Tr::tr("Its id.")};
    const Operand ticket{QStringLiteral("NUMBER"), Tr::tr("The number of today, or the ticket's id.")};
    const Option practitioner{QStringLiteral("practitioner"), QStringLiteral("NAME"),
                              Tr::tr("Practitioner, by name or id.")};
    const Option service{QStringLiteral("service"), QStringLiteral("NAME"), Tr::tr("What for, by name or id.")};
    return {
        verb("checkin", Tr::tr("Somebody who is booked has come."), {appointment}, {}, checkIn),
        verb("walkin", Tr::tr("Queue somebody without an appointment."),
             {{QStringLiteral("PATIENT"), Tr::tr("Number or id.")}}, {service, practitioner}, walkIn),
        verb("next", Tr::tr("Call whose turn it is; the present consultation ends."), {}, {practitioner}, next),
        verb("call", Tr::tr("Call this one, whoever's turn it is."), {ticket}, {},
             ofTicket("queue.call", [](store::Transaction &tx, TicketId id) { return queue::call(tx, id); })),
        verb("skip", Tr::tr("Called and not there: waits again."), {ticket}, {}, ofTicket("queue.skip", queue::skip)),
        verb("done", Tr::tr("The consultation is over."), {ticket}, {}, ofTicket("queue.finish", queue::finish)),
        verb("leave", Tr::tr("Left without having been seen."), {ticket}, {}, ofTicket("queue.leave", queue::leave)),
        verb("noshow", Tr::tr("Somebody who was booked did not come."), {appointment}, {}, noShow),
        {{QStringLiteral("queue")},
         Tr::tr("Who came, whose turn it is and how long they still wait."),
         {},
         {{QStringLiteral("day"), QStringLiteral("DAY"), Tr::tr("Another day than today: 2026-03-12.")}, practitioner},
         Tr::tr(
             "Those who wait stand in the order of their turn. How long they wait is reckoned from the consultations "
             "of the last %1 days; nothing is said where there were too few.")
             .arg(queue::daysOfHistory),
         list},
    };
}

} // namespace xinglin::cli
