#include "app/cli/appointmentboard.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::AppointmentBook)
};

using Choices = QList<QList<ResourceId>>;

Error misuse(const QString &sentence)
{
    return {Code::Invalid, sentence, {}, {}};
}

/// Each way to have one of every need with @p with among them, those of @p kept first; one empty list where nobody is
/// named.
Choices choicesOf(const HealthcareService &service, const std::optional<ResourceId> &with,
                  const QList<ResourceId> &kept = {})
{
    if (!with)
        return {{}};
    Choices ways{{}};
    bool placed = false;
    for (const ServiceNeed &need : service.content.needs) {
        QList<ResourceId> anyOf = need.anyOf;
        if (!placed && anyOf.contains(*with)) {
            anyOf = {*with};
            placed = true;
        }
        std::stable_partition(anyOf.begin(), anyOf.end(), [&](ResourceId id) { return kept.contains(id); });
        Choices longer;
        for (const QList<ResourceId> &way : std::as_const(ways)) {
            for (const ResourceId id : std::as_const(anyOf))
                longer << (QList<ResourceId>(way) << id);
        }
        ways = longer;
    }
    return ways.isEmpty() ? Choices{{}} : ways; // of a need that nothing in use meets: the schedule refuses it
}

/// A draft for each choice; above the capacity only where none of them fits below it.
QList<AppointmentDraft> draftsFrom(AppointmentDraft draft, const Choices &choices)
{
    QList<AppointmentDraft> drafts;
    const QList<bool> above = draft.overbook && choices.size() > 1 ? QList<bool>{false, true} : QList{draft.overbook};
    for (const bool overbook : above) {
        draft.overbook = overbook;
        for (const QList<ResourceId> &way : choices) {
            draft.resources = way;
            drafts << draft;
        }
    }
    return drafts;
}

/// Does @p act with the first of the drafts that fits; what stands in the way of all is left in @p refusal.
template <class Act>
Result<Appointment> firstThatFits(store::Transaction &tx, const QList<AppointmentDraft> &drafts,
                                  std::optional<AppointmentId> but, Refusal &refusal, Act act)
{
    const AppointmentDraft &first = drafts.constFirst();
    std::optional<Error> refused;
    if (first.start + std::chrono::minutes(1) <= tx.now()) {
        refusal.code = QStringLiteral("past");
        refused = Error{Code::Conflict, Tr::tr("This time has passed."), QStringLiteral("start"), {}};
    }
    for (qsizetype i = 0; i < drafts.size() && refusal.code.isEmpty(); ++i) {
        auto made = act(drafts[i]);
        if (made)
            return made;
        const bool isTime = made.error().code == Code::Conflict && made.error().field == u"start";
        if (!refused || !isTime) // the first says it best: those after it only have other beds
            refused = made.error();
        if (!isTime)
            break;
        if (const auto found = schedule::blockers(tx, drafts[i], but)) {
            for (const Blocker &one : *found) {
                if (!refusal.blockers.contains(one))
                    refusal.blockers << one;
            }
        }
    }
    if (refused->code == Code::Conflict && (refused->field == u"start" || refused->field == u"patient")) {
        if (const auto near = schedule::alternatives(tx, first, but))
            refusal.alternatives = *near;
    }
    return *refused;
}

/// When, how long and whether above the capacity, as both verbs take it.
Result<AppointmentDraft> draftFrom(const Arguments &arguments, const QString &when, const QTimeZone &zone)
{
    AppointmentDraft draft;
    const auto typed = arguments.value(when);
    if (!typed)
        return misuse(Tr::tr("--%1 is missing: the day and the time.").arg(when));
    const auto start = minuteFromText(*typed, zone);
    if (!start)
        return misuse(Tr::tr("--%1 wants a day and a time such as “2026-03-12 10:30”, not “%2”.").arg(when, *typed));
    draft.start = *start;
    const auto minutes = arguments.number(QStringLiteral("minutes"), 0, 5, schedule::longestAppointment.count());
    if (!minutes)
        return misuse(minutes.error().message);
    if (arguments.has(QStringLiteral("minutes")))
        draft.duration = std::chrono::minutes(*minutes);
    draft.overbook = arguments.has(QStringLiteral("overbook"));
    draft.note = arguments.value(QStringLiteral("note")).value_or(QString());
    return draft;
}

Result<Appointment> book(store::Transaction &tx, const Arguments &arguments, const Board &board, AppointmentDraft draft,
                         Refusal &refusal)
{
    const auto patient = patient::findByReference(tx, *arguments.value(QStringLiteral("patient")));
    if (!patient)
        return patient.error();
    draft.patient = patient->id;
    const auto service = board.service(*arguments.value(QStringLiteral("service")), refusal);
    if (!service)
        return service.error();
    draft.service = service->id;
    std::optional<ResourceId> with;
    if (const auto typed = arguments.value(QStringLiteral("practitioner"))) {
        const auto known = board.practitioner(*typed, *service, refusal);
        if (!known)
            return known.error();
        with = *known;
    }
    return firstThatFits(tx, draftsFrom(draft, choicesOf(*service, with)), {}, refusal,
                         [&](const AppointmentDraft &one) { return schedule::book(tx, one); });
}

Result<Appointment> named(const store::Snapshot &view, const QString &typed)
{
    const auto id = AppointmentId::fromString(typed.trimmed());
    const auto found = id ? schedule::appointment(view, *id) : Result<Appointment>(Error{Code::NotFound, {}, {}, {}});
    if (!found && found.error().code == Code::NotFound)
        return Error{Code::NotFound, Tr::tr("There is no appointment “%1”.").arg(typed), {}, {}};
    return found;
}

Result<Appointment> move(store::Transaction &tx, const Arguments &arguments, const Board &board, AppointmentDraft draft,
                         Refusal &refusal)
{
    const auto known = named(tx, arguments.operands().constFirst());
    if (!known)
        return known;
    if (known->status != AppointmentStatus::Booked)
        return schedule::move(tx, known->id, draft); // says that it cannot be moved, before when it could
    draft.patient = known->patient;
    draft.enquiry = known->enquiry;
    draft.service = known->service;
    if (!draft.duration)
        draft.duration = std::chrono::duration_cast<std::chrono::minutes>(known->period.to - known->period.from);
    Choices choices{known->resources};
    if (const auto typed = arguments.value(QStringLiteral("practitioner"))) {
        const auto service = schedule::service(tx, known->service);
        if (!service)
            return service.error();
        const auto with = board.practitioner(*typed, *service, refusal);
        if (!with)
            return with.error();
        choices = choicesOf(*service, *with, known->resources);
    }
    return firstThatFits(tx, draftsFrom(draft, choices), known->id, refusal,
                         [&](const AppointmentDraft &one) { return schedule::move(tx, known->id, one); });
}

/// Opens the clinic, does f(tx, board, refusal) as @p act and tells of it.
template <class F>
Exit change(const Call &call, const access::Surroundings &around, const QByteArray &act, F f)
{
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto board = read(*session, [](const store::Snapshot &view) { return Board::read(view); });
    if (!board)
        return call.refuse(board.error());
    Refusal refusal;
    const auto changed = write(*session, act, [&](store::Transaction &tx) -> Result<ShownAppointment> {
        const Result<Appointment> done = f(tx, *board, refusal);
        return done ? Result<ShownAppointment>(shownWith(tx, *done)) : done.error();
    });
    if (!changed)
        return board->refuse(call, changed.error(), refusal);
    board->show(call.output, *changed);
    return Exit::Done;
}

Exit runBook(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    if (!call.arguments.has(QStringLiteral("patient")))
        return call.refuse(Exit::WrongUse, Tr::tr("--patient is missing: for whom."));
    if (!call.arguments.has(QStringLiteral("service")))
        return call.refuse(Exit::WrongUse, Tr::tr("--service is missing: what to book."));
    const auto draft = draftFrom(call.arguments, QStringLiteral("at"), around.zone);
    if (!draft)
        return call.refuse(Exit::WrongUse, draft.error().message);
    return change(call, around, "appointment.book", [&](store::Transaction &tx, const Board &board, Refusal &refusal) {
        return book(tx, call.arguments, board, *draft, refusal);
    });
}

Exit runMove(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto draft = draftFrom(call.arguments, QStringLiteral("to"), around.zone);
    if (!draft)
        return call.refuse(Exit::WrongUse, draft.error().message);
    return change(call, around, "appointment.move", [&](store::Transaction &tx, const Board &board, Refusal &refusal) {
        return move(tx, call.arguments, board, *draft, refusal);
    });
}

Exit runCancel(const Call &call)
{
    Machine machine;
    const auto reason = call.arguments.value(QStringLiteral("reason"));
    if (!reason || reason->trimmed().isEmpty())
        return call.refuse(Exit::WrongUse, Tr::tr("--reason is missing: why it is cancelled."));
    const QString by = call.arguments.value(QStringLiteral("by")).value_or(QStringLiteral("patient"));
    if (by != u"patient" && by != u"clinic")
        return call.refuse(Exit::WrongUse, Tr::tr("--by is patient or clinic."));
    return change(call, machine.around(call.arguments), "appointment.cancel",
                  [&](store::Transaction &tx, const Board &, Refusal &) -> Result<Appointment> {
                      const auto known = named(tx, call.arguments.operands().constFirst());
                      if (!known)
                          return known;
                      return schedule::cancel(tx, known->id,
                                              by == u"clinic" ? CancelledBy::Clinic : CancelledBy::Patient, *reason);
                  });
}

Operand idOperand()
{
    return {QStringLiteral("ID"), Tr::tr("Id of the appointment, as “appointment list” prints it.")};
}

Option practitionerOption()
{
    return {QStringLiteral("practitioner"), QStringLiteral("P"), Tr::tr("With this one; name or id.")};
}

Option overbookOption()
{
    return {QStringLiteral("overbook"), {}, Tr::tr("Also above what can be taken at once.")};
}

QString refusalDetails()
{
    return Tr::tr(
        "What is refused ends with 1 and says who or what is in the way, and the nearest times that are free; "
        "with --json as {\"refused\": …}.");
}

} // namespace

Command appointmentBookCommand()
{
    return {{QStringLiteral("appointment"), QStringLiteral("book")},
            Tr::tr("Book an appointment for a patient."),
            {},
            {{QStringLiteral("patient"), QStringLiteral("REF"), Tr::tr("Number, old number or id.")},
             {QStringLiteral("service"), QStringLiteral("S"), Tr::tr("Name or id of the service.")},
             {QStringLiteral("at"), QStringLiteral("TIME"), Tr::tr("By the clinic's clock: \"2026-03-12 10:30\".")},
             practitionerOption(),
             {QStringLiteral("minutes"), QStringLiteral("N"), Tr::tr("How long (default: as the service is).")},
             overbookOption(),
             {QStringLiteral("note"), QStringLiteral("T"), Tr::tr("A note for who reads the calendar.")}},
            refusalDetails(),
            runBook};
}

Command appointmentMoveCommand()
{
    return {{QStringLiteral("appointment"), QStringLiteral("move")},
            Tr::tr("Move an appointment; what is not said stays as it is."),
            {idOperand()},
            {{QStringLiteral("to"), QStringLiteral("TIME"), Tr::tr("By the clinic's clock: \"2026-03-12 10:30\".")},
             practitionerOption(),
             {QStringLiteral("minutes"), QStringLiteral("N"), Tr::tr("How long (default: as it was).")},
             overbookOption()},
            refusalDetails(),
            runMove};
}

Command appointmentCancelCommand()
{
    return {
        {QStringLiteral("appointment"), QStringLiteral("cancel")},
        Tr::tr("Cancel an appointment; its time is free again."),
        {idOperand()},
        {{QStringLiteral("reason"), QStringLiteral("T"), Tr::tr("Why.")},
         {QStringLiteral("by"), QStringLiteral("patient|clinic"), Tr::tr("Who does not want it (default: patient).")}},
        {},
        runCancel};
}

} // namespace xinglin::cli
