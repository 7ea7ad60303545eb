#include "app/cli/appointmentboard.h"

#include "app/cli/times.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Appointment)
};

template <class T>
QList<Named> offered(const QList<T> &all)
{
    QList<Named> list;
    for (const T &one : all)
        list.append({one.id.toString(), one.content.name});
    return list;
}

QString listed(const QList<Named> &candidates, bool withIds)
{
    QStringList words;
    for (const Named &one : candidates)
        words << (withIds ? QStringLiteral("%1 (%2)").arg(one.name, one.id) : one.name);
    return words.join(QStringLiteral(", "));
}

/// The only one in use that has this id or name; else why not, with what could have been meant.
template <class T>
Result<T> theOne(const QList<T> &all, const QString &typed, const QString &unknown, Refusal &refusal)
{
    const QString key = normaliseName(typed);
    QList<T> found;
    QList<T> similar;
    for (const T &one : all) {
        const QString name = normaliseName(one.content.name);
        if (one.id.toString() == typed.trimmed())
            return one;
        if (name == key)
            found << one;
        else if (!key.isEmpty() && (name.contains(key) || key.contains(name)))
            similar << one;
    }
    if (found.size() == 1)
        return found.constFirst();
    if (!found.isEmpty()) {
        refusal.code = QStringLiteral("ambiguous");
        refusal.candidates = offered(found);
        return Error{Code::Conflict,
                     Tr::tr("Several are called “%1”; give the id: %2.").arg(typed, listed(refusal.candidates, true)),
                     {},
                     {}};
    }
    refusal.code = QStringLiteral("unknown");
    refusal.candidates = offered(similar.isEmpty() ? all : similar);
    return Error{Code::NotFound,
                 refusal.candidates.isEmpty()
                     ? unknown
                     : Tr::tr("%1 There are: %2.").arg(unknown, listed(refusal.candidates, false)),
                 {},
                 {}};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray reasonsJson(freebusy::Reasons reasons)
{
    using freebusy::Reason;
    QJsonArray words;
    for (const auto &[reason, word] :
         {std::pair(Reason::UsualResource, "usual_practitioner"), std::pair(Reason::WishedSex, "wished_sex"),
          std::pair(Reason::HabitualTime, "usual_time"), std::pair(Reason::HabitualDay, "usual_day"),
          std::pair(Reason::Soonest, "soonest"), std::pair(Reason::NoGap, "no_gap")}) {
        if (reasons.testFlag(reason))
            words << QLatin1String(word);
    }
    return words;
}

/// Where the domain said no: what a script can tell it by.
QString codeOf(const Error &error, const QList<Blocker> &blockers)
{
    if (error.code == Code::NotFound)
        return QStringLiteral("unknown");
    if (error.code != Code::Conflict)
        return QStringLiteral("conflict");
    if (error.field == u"start") {
        const bool held = std::any_of(blockers.cbegin(), blockers.cend(),
                                      [](const Blocker &one) { return one.appointment.has_value(); });
        return held ? QStringLiteral("taken") : QStringLiteral("closed");
    }
    if (error.field == u"patient")
        return QStringLiteral("patient_busy");
    if (error.field == u"service")
        return QStringLiteral("not_offered");
    return error.field.isEmpty() ? QStringLiteral("not_booked") : QStringLiteral("conflict");
}

} // namespace

Result<Board> Board::read(const store::Snapshot &view)
{
    Board board(view.zone());
    auto resources = schedule::resources(view, true);
    if (!resources)
        return resources.error();
    auto services = schedule::services(view);
    if (!services)
        return services.error();
    board.m_resources = *std::move(resources);
    board.m_services = *std::move(services);
    return board;
}

Result<HealthcareService> Board::service(const QString &typed, Refusal &refusal) const
{
    return theOne(m_services, typed, Tr::tr("There is no service “%1”.").arg(typed), refusal);
}

Result<ResourceId> Board::practitioner(const QString &typed, const HealthcareService &service, Refusal &refusal) const
{
    QList<Resource> all;
    QList<Resource> needed;
    for (const Resource &one : m_resources) {
        if (one.content.kind != ResourceKind::Practitioner || one.retired)
            continue;
        all << one;
        if (std::any_of(service.content.needs.cbegin(), service.content.needs.cend(),
                        [&](const ServiceNeed &need) { return need.anyOf.contains(one.id); }))
            needed << one;
    }
    const auto found = theOne(all, typed, Tr::tr("There is no practitioner “%1”.").arg(typed), refusal);
    if (!found)
        return found.error();
    if (std::any_of(needed.cbegin(), needed.cend(), [&](const Resource &one) { return one.id == found->id; }))
        return found->id;
    refusal.code = QStringLiteral("not_offered");
    refusal.candidates = offered(needed);
    return Error{Code::Conflict,
                 needed.isEmpty()
                     ? Tr::tr("“%1” needs no practitioner.").arg(service.content.name)
                     : Tr::tr("%1 does not give “%2”; it is given by: %3.")
                           .arg(found->content.name, service.content.name, listed(refusal.candidates, false)),
                 {},
                 {}};
}

Result<ResourceId> Board::practitioner(const QString &typed, Refusal &refusal) const
{
    QList<Resource> inUse;
    for (const Resource &one : m_resources) {
        if (one.content.kind != ResourceKind::Practitioner)
            continue;
        if (one.id.toString() == typed.trimmed())
            return one.id;
        if (!one.retired)
            inUse << one;
    }
    const auto found = theOne(inUse, typed, Tr::tr("There is no practitioner “%1”.").arg(typed), refusal);
    return found ? Result<ResourceId>(found->id) : found.error();
}

const Resource *Board::find(ResourceId id) const
{
    const auto found =
        std::find_if(m_resources.cbegin(), m_resources.cend(), [id](const Resource &one) { return one.id == id; });
    return found == m_resources.cend() ? nullptr : &*found;
}

QString Board::nameOf(ResourceId id) const
{
    const Resource *one = find(id);
    return one ? one->content.name : QString();
}

QString Board::practitionerAmong(const QList<ResourceId> &resources) const
{
    for (const ResourceId id : resources) {
        if (const Resource *one = find(id); one && one->content.kind == ResourceKind::Practitioner)
            return one->content.name;
    }
    return {};
}

QString Board::roomAmong(const QList<ResourceId> &resources) const
{
    QString usual;
    for (const ResourceId id : resources) {
        const Resource *one = find(id);
        if (one && one->content.kind == ResourceKind::Room)
            return one->content.name;
        if (one && one->content.room && usual.isEmpty())
            usual = nameOf(*one->content.room);
    }
    return usual;
}

QJsonArray Board::namesOf(const QList<ResourceId> &resources) const
{
    QJsonArray names;
    for (const ResourceId id : resources)
        names << nameOf(id);
    return names;
}

QJsonObject Board::toJson(const FreeTime &time) const
{
    return {{QStringLiteral("start"), isoText(time.period.from, m_zone)},
            {QStringLiteral("end"), isoText(time.period.to, m_zone)},
            {QStringLiteral("practitioner"), orNull(practitionerAmong(time.resources))},
            {QStringLiteral("room"), orNull(roomAmong(time.resources))},
            {QStringLiteral("resources"), namesOf(time.resources)},
            {QStringLiteral("reasons"), reasonsJson(time.reasons)}};
}

QJsonObject Board::toJson(const ShownAppointment &shown) const
{
    const Appointment &one = shown.appointment;
    QJsonObject object{{QStringLiteral("id"), one.id.toString()},
                       {QStringLiteral("status"), schedule::toText(one.status)},
                       {QStringLiteral("start"), isoText(one.period.from, m_zone)},
                       {QStringLiteral("end"), isoText(one.period.to, m_zone)},
                       {QStringLiteral("service"), one.serviceName},
                       {QStringLiteral("practitioner"), orNull(practitionerAmong(one.resources))},
                       {QStringLiteral("room"), orNull(roomAmong(one.resources))},
                       {QStringLiteral("resources"), namesOf(one.resources)},
                       {QStringLiteral("patient"), one.patient ? QJsonValue(one.patient->toString()) : QJsonValue()},
                       {QStringLiteral("number"), orNull(shown.number)},
                       {QStringLiteral("name"), orNull(one.who)},
                       {QStringLiteral("overbooked"), one.overbooked},
                       {QStringLiteral("confirmed"), one.confirmed},
                       {QStringLiteral("series"), one.series ? QJsonValue(one.series->toString()) : QJsonValue()},
                       {QStringLiteral("note"), orNull(one.note)}};
    if (one.cancelledBy) {
        object.insert(QStringLiteral("cancelled_by"),
                      *one.cancelledBy == CancelledBy::Clinic ? QStringLiteral("clinic") : QStringLiteral("patient"));
        object.insert(QStringLiteral("reason"), one.reason);
        object.insert(QStringLiteral("late"), one.late);
    }
    return object;
}

QJsonObject Board::toJson(const Refusal &refusal, const Error &error) const
{
    QJsonArray blockers;
    for (const Blocker &one : refusal.blockers)
        blockers << QJsonObject{
            {QStringLiteral("resource"), nameOf(one.resource)},
            {QStringLiteral("start"), isoText(one.period.from, m_zone)},
            {QStringLiteral("end"), isoText(one.period.to, m_zone)},
            {QStringLiteral("why"), one.appointment ? QStringLiteral("taken") : QStringLiteral("closed")},
            // Whose name is hidden has no id to be asked by either.
            {QStringLiteral("appointment"),
             one.appointment && !one.who.isEmpty() ? QJsonValue(one.appointment->toString()) : QJsonValue()},
            {QStringLiteral("name"), orNull(one.who)}};
    QJsonArray alternatives;
    for (const FreeTime &one : refusal.alternatives)
        alternatives << toJson(one);
    QJsonObject object{
        {QStringLiteral("code"), refusal.code.isEmpty() ? codeOf(error, refusal.blockers) : refusal.code},
        {QStringLiteral("message"), error.message},
        {QStringLiteral("blockers"), blockers},
        {QStringLiteral("alternatives"), alternatives}};
    if (!refusal.candidates.isEmpty()) {
        QJsonArray candidates;
        for (const Named &one : refusal.candidates)
            candidates << QJsonObject{{QStringLiteral("id"), one.id}, {QStringLiteral("name"), one.name}};
        object.insert(QStringLiteral("candidates"), candidates);
    }
    return {{QStringLiteral("refused"), object}};
}

QString Board::inWords(const FreeTime &time) const
{
    QStringList with;
    for (const ResourceId id : time.resources)
        with << nameOf(id);
    return QStringLiteral("%1  %2").arg(cli::inWords(time.period, m_zone), with.join(QStringLiteral(", ")));
}

void Board::show(Output &output, const ShownAppointment &shown) const
{
    if (output.isJson()) {
        output.json(toJson(shown));
        return;
    }
    const Appointment &one = shown.appointment;
    QStringList with;
    for (const ResourceId id : one.resources)
        with << nameOf(id);
    output.pairs({{Tr::tr("Time"), cli::inWords(one.period, m_zone)},
                  {Tr::tr("Patient"), (shown.number + u' ' + one.who).trimmed()},
                  {Tr::tr("Service"), one.serviceName},
                  {Tr::tr("With"), with.join(QStringLiteral(", "))},
                  {Tr::tr("Room"), roomAmong(one.resources)},
                  {Tr::tr("State"), cli::inWords(one.status)},
                  {Tr::tr("Reason"), one.reason},
                  {Tr::tr("Note"), one.note},
                  {Tr::tr("Id"), one.id.toString()}});
}

Exit Board::refuse(const Call &call, const Error &error, const Refusal &refusal) const
{
    const Exit exit = call.refuse(error);
    if (exit != Exit::Refused)
        return exit;
    if (call.output.isJson()) {
        call.output.json(toJson(refusal, error));
        return exit;
    }
    for (const Blocker &one : refusal.blockers) {
        const QString why = !one.appointment ? Tr::tr("not at work") : one.who.isEmpty() ? Tr::tr("taken") : one.who;
        Output::say(QStringLiteral("  %1  %2: %3").arg(cli::inWords(one.period, m_zone), nameOf(one.resource), why));
    }
    if (!refusal.alternatives.isEmpty())
        Output::say(Tr::tr("The nearest that are free:"));
    for (const FreeTime &one : refusal.alternatives)
        Output::say(QStringLiteral("  ") + inWords(one));
    return exit;
}

ShownAppointment shownWith(const store::Snapshot &view, const Appointment &appointment)
{
    ShownAppointment shown{appointment, {}};
    if (!appointment.patient)
        return shown;
    if (const auto patient = patient::findPlain(view, *appointment.patient))
        shown.number = patient->number;
    return shown;
}

QString inWords(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Booked:
        return Tr::tr("booked");
    case AppointmentStatus::Arrived:
        return Tr::tr("arrived");
    case AppointmentStatus::Fulfilled:
        return Tr::tr("seen");
    case AppointmentStatus::Cancelled:
        return Tr::tr("cancelled");
    case AppointmentStatus::NoShow:
        return Tr::tr("did not come");
    case AppointmentStatus::EnteredInError:
        break;
    }
    return Tr::tr("entered by mistake");
}

QString inWords(const Period &period, const QTimeZone &zone)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(toMs(period.from), zone);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(toMs(period.to), zone);
    return from.toString(QStringLiteral("yyyy-MM-dd HH:mm")) + u'–' + to.toString(QStringLiteral("HH:mm"));
}

Result<std::optional<QDate>> dayOption(const Arguments &arguments, const QString &name)
{
    const auto typed = arguments.value(name);
    if (!typed)
        return std::optional<QDate>();
    const QDate day = QDate::fromString(*typed, Qt::ISODate);
    if (!day.isValid() || typed->size() != 10)
        return Error{Code::Invalid, Tr::tr("--%1 wants a day such as 2026-03-12, not “%2”.").arg(name, *typed), {}, {}};
    return std::optional(day);
}

} // namespace xinglin::cli
