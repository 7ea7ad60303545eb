#include "app/cli/appointmentboard.h"
#include "app/cli/opening.h"
#include "clinic/patient/patients.h"
#include "engines/slots/roster.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::AppointmentList)
};

constexpr qint64 MostDays = 366;

struct Days
{
    QDate first;
    QDate last; ///< Included.
};

Error misuse(const QString &sentence)
{
    return {Code::Invalid, sentence, {}, {}};
}

/// Today, the day, the days; of one patient a year from today on.
Result<Days> daysOf(const Arguments &arguments, QDate today)
{
    const auto day = dayOption(arguments, QStringLiteral("day"));
    const auto first = dayOption(arguments, QStringLiteral("from"));
    const auto last = dayOption(arguments, QStringLiteral("to"));
    for (const auto *one : {&day, &first, &last}) {
        if (!*one)
            return one->error();
    }
    if (*day && (*first || *last))
        return misuse(Tr::tr("--day goes without --from and --to."));
    if (*last && !*first)
        return misuse(Tr::tr("--to wants --from as well."));
    if (*day)
        return Days{**day, **day};
    if (!*first && arguments.has(QStringLiteral("patient")))
        return Days{today, today.addDays(MostDays - 1)};
    const Days days{first->value_or(today), last->value_or(first->value_or(today))};
    if (days.first > days.last || days.first.daysTo(days.last) >= MostDays)
        return misuse(Tr::tr("From one day to another, at most %1 days.").arg(MostDays));
    return days;
}

Result<QList<ShownAppointment>> find(const store::Snapshot &view, const Arguments &arguments, const Board &board,
                                     const Days &days, Refusal &refusal)
{
    std::optional<ResourceId> with;
    if (const auto typed = arguments.value(QStringLiteral("practitioner"))) {
        const auto known = board.practitioner(*typed, refusal);
        if (!known)
            return known.error();
        with = *known;
    }
    std::optional<PatientId> of;
    if (const auto typed = arguments.value(QStringLiteral("patient"))) {
        const auto known = patient::findByReference(view, *typed);
        if (!known)
            return known.error();
        of = known->id;
    }
    const auto all = schedule::between(
        view, {freebusy::civilDayOf(days.first, view.zone()).from, freebusy::civilDayOf(days.last, view.zone()).to});
    if (!all)
        return all.error();
    QList<ShownAppointment> found;
    for (const Appointment &one : *all) {
        if ((!with || one.resources.contains(*with)) && (!of || one.patient == of))
            found << shownWith(view, one);
    }
    return found;
}

void show(Output &output, const Board &board, const QList<ShownAppointment> &found)
{
    if (output.isJson()) {
        QJsonArray list;
        for (const ShownAppointment &one : found) {
            if (output.form() == Output::Form::JsonLines)
                output.json(board.toJson(one));
            else
                list << board.toJson(one);
        }
        if (output.form() == Output::Form::Json)
            output.json({{QStringLiteral("appointments"), list}});
        return;
    }
    if (found.isEmpty()) {
        Output::say(Tr::tr("Nothing is booked then."));
        return;
    }
    QList<QStringList> rows;
    for (const auto &[one, number] : found) {
        QStringList with;
        for (const ResourceId id : one.resources)
            with << board.nameOf(id);
        const QString who = one.patient || one.enquiry ? one.who : Tr::tr("taken");
        rows.append({inWords(one.period, board.zone()), number, who, one.serviceName, with.join(QStringLiteral(", ")),
                     inWords(one.status), one.id.toString()});
    }
    output.table({Tr::tr("Time"), Tr::tr("Number"), Tr::tr("Name"), Tr::tr("Service"), Tr::tr("With"), Tr::tr("State"),
                  Tr::tr("Id")},
                 rows);
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto days = daysOf(call.arguments, civilDay(machine.clock.now(), around.zone));
    if (!days)
        return call.refuse(Exit::WrongUse, days.error().message);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto board = read(*session, [](const store::Snapshot &view) { return Board::read(view); });
    if (!board)
        return call.refuse(board.error());
    Refusal refusal;
    const auto found =
        read(*session, [&](const store::Snapshot &view) { return find(view, call.arguments, *board, *days, refusal); });
    if (!found)
        return board->refuse(call, found.error(), refusal);
    show(call.output, *board, *found);
    return Exit::Done;
}

} // namespace

Command appointmentListCommand()
{
    return {{QStringLiteral("appointment"), QStringLiteral("list")},
            Tr::tr("What is booked, by its beginning, without what was cancelled."),
            {},
            {{QStringLiteral("day"), QStringLiteral("DAY"), Tr::tr("On this day (default: today).")},
             {QStringLiteral("from"), QStringLiteral("DAY"), Tr::tr("From this day on.")},
             {QStringLiteral("to"), QStringLiteral("DAY"), Tr::tr("To this day, included (default: the first).")},
             {QStringLiteral("practitioner"), QStringLiteral("P"), Tr::tr("Only with this one; name or id.")},
             {QStringLiteral("patient"), QStringLiteral("REF"),
              Tr::tr("Only of this patient: number, old number or id; without days a year from today on.")}},
            {},
            run};
}

} // namespace xinglin::cli
