#include "app/cli/appointmentboard.h"
#include "app/cli/opening.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QTime>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::AppointmentFree)
};

Error misuse(const QString &sentence)
{
    return {Code::Invalid, sentence, {}, {}};
}

Result<std::optional<int>> clockOption(const Arguments &arguments, const QString &name)
{
    const auto typed = arguments.value(name);
    if (!typed)
        return std::optional<int>();
    const QTime time = QTime::fromString(*typed, QStringLiteral("HH:mm"));
    if (!time.isValid())
        return misuse(Tr::tr("--%1 wants a time of day such as 14:30, not “%2”.").arg(name, *typed));
    return std::optional(time.hour() * 60 + time.minute());
}

/// What was typed, but for the names, which the clinic knows; @p best is how many to rank, nothing: all by time.
std::optional<Error> readOptions(const Arguments &arguments, QDate today, FreeQuestion &question,
                                 std::optional<int> &best)
{
    if (!arguments.has(QStringLiteral("service")))
        return misuse(Tr::tr("--service is missing: what to look for."));
    const auto first = dayOption(arguments, QStringLiteral("from"));
    const auto last = dayOption(arguments, QStringLiteral("to"));
    for (const auto *day : {&first, &last}) {
        if (!*day)
            return day->error();
    }
    question.first = first->value_or(today);
    question.last = last->value_or(question.first);
    if (question.first > question.last || question.first.daysTo(question.last) >= schedule::longestSearch)
        return misuse(Tr::tr("From one day to another, at most %1 days.").arg(schedule::longestSearch));
    const auto after = clockOption(arguments, QStringLiteral("after"));
    const auto before = clockOption(arguments, QStringLiteral("before"));
    for (const auto *minute : {&after, &before}) {
        if (!*minute)
            return minute->error();
    }
    question.fromMinute = *after;
    question.toMinute = *before;
    if (question.fromMinute && question.toMinute && *question.fromMinute >= *question.toMinute)
        return misuse(Tr::tr("--after is not before --before."));
    if (const auto typed = arguments.value(QStringLiteral("sex"))) {
        question.sex = sexFrom(*typed);
        if (question.sex != Sex::Male && question.sex != Sex::Female)
            return misuse(Tr::tr("--sex is male or female."));
    }
    const auto most = arguments.number(QStringLiteral("best"), schedule::mostProposals, 1, schedule::mostProposals);
    if (!most)
        return misuse(most.error().message);
    if (arguments.has(QStringLiteral("best")) || arguments.has(QStringLiteral("patient")))
        best = static_cast<int>(*most);
    return std::nullopt;
}

Result<QList<FreeTime>> find(const store::Snapshot &view, const Arguments &arguments, const Board &board,
                             FreeQuestion question, std::optional<int> best, Refusal &refusal)
{
    const auto service = board.service(*arguments.value(QStringLiteral("service")), refusal);
    if (!service)
        return service.error();
    question.service = service->id;
    if (const auto typed = arguments.value(QStringLiteral("practitioner"))) {
        const auto with = board.practitioner(*typed, *service, refusal);
        if (!with)
            return with.error();
        question.with = *with;
    }
    if (const auto typed = arguments.value(QStringLiteral("patient"))) {
        const auto patient = patient::findByReference(view, *typed);
        if (!patient)
            return patient.error();
        question.patient = patient->id;
    }
    return best ? schedule::proposals(view, question, *best) : schedule::freeTimes(view, question);
}

QString inWords(freebusy::Reasons reasons)
{
    using freebusy::Reason;
    QStringList words;
    const auto add = [&](Reason reason, const QString &word) {
        if (reasons.testFlag(reason))
            words << word;
    };
    add(Reason::UsualResource, Tr::tr("usual practitioner"));
    add(Reason::WishedSex, Tr::tr("as wished"));
    add(Reason::HabitualTime, Tr::tr("usual time"));
    add(Reason::HabitualDay, Tr::tr("usual day"));
    add(Reason::Soonest, Tr::tr("soonest"));
    add(Reason::NoGap, Tr::tr("leaves no gap"));
    return words.join(QStringLiteral(", "));
}

void show(Output &output, const Board &board, const QList<FreeTime> &times, bool ranked)
{
    if (output.isJson()) {
        QJsonArray found;
        for (const FreeTime &one : times) {
            if (output.form() == Output::Form::JsonLines)
                output.json(board.toJson(one));
            else
                found << board.toJson(one);
        }
        if (output.form() == Output::Form::Json)
            output.json({{QStringLiteral("slots"), found}});
        return;
    }
    if (times.isEmpty()) {
        Output::say(Tr::tr("Nothing is free then."));
        return;
    }
    QStringList heading{Tr::tr("Time"), Tr::tr("Practitioner"), Tr::tr("Room")};
    if (ranked)
        heading << Tr::tr("Why");
    QList<QStringList> rows;
    for (const FreeTime &one : times) {
        QStringList row{cli::inWords(one.period, board.zone()), board.practitionerAmong(one.resources),
                        board.roomAmong(one.resources)};
        if (ranked)
            row << inWords(one.reasons);
        rows << row;
    }
    output.table(heading, rows);
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    FreeQuestion question;
    std::optional<int> best;
    const QDate today = civilDay(machine.clock.now(), around.zone);
    if (const auto wrong = readOptions(call.arguments, today, question, best))
        return call.refuse(Exit::WrongUse, wrong->message);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto board = read(*session, [](const store::Snapshot &view) { return Board::read(view); });
    if (!board)
        return call.refuse(board.error());
    Refusal refusal;
    const auto times = read(*session, [&](const store::Snapshot &view) {
        return find(view, call.arguments, *board, question, best, refusal);
    });
    if (!times)
        return board->refuse(call, times.error(), refusal);
    show(call.output, *board, *times, best.has_value());
    return Exit::Done;
}

} // namespace

Command appointmentFreeCommand()
{
    return {{QStringLiteral("appointment"), QStringLiteral("free")},
            Tr::tr("When somebody could come."),
            {},
            {{QStringLiteral("service"), QStringLiteral("S"), Tr::tr("Name or id of the service.")},
             {QStringLiteral("from"), QStringLiteral("DAY"), Tr::tr("First day (default: today).")},
             {QStringLiteral("to"), QStringLiteral("DAY"), Tr::tr("Last day (default: the first).")},
             {QStringLiteral("practitioner"), QStringLiteral("P"), Tr::tr("Only with this one; name or id.")},
             {QStringLiteral("sex"), QStringLiteral("male|female"), Tr::tr("Only with a practitioner of this sex.")},
             {QStringLiteral("after"), QStringLiteral("HH:MM"), Tr::tr("Beginning no earlier.")},
             {QStringLiteral("before"), QStringLiteral("HH:MM"), Tr::tr("Ending no later.")},
             {QStringLiteral("patient"), QStringLiteral("REF"),
              Tr::tr("Number, old number or id: what suits their habits first, and when they are nowhere else.")},
             {QStringLiteral("best"), QStringLiteral("N"),
              Tr::tr("Only so many, the best first (with --patient always; at most 12).")}},
            Tr::tr("Without --patient and --best all times, by the clock; at one time each practitioner once."),
            run};
}

} // namespace xinglin::cli
