#include "clinic/schedule/freetimes.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/freesearch.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/roster.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::Minutes;

constexpr int DayMinutes = 1440;
constexpr int HabitsFrom = 12; ///< Appointments that tell what somebody is used to.
constexpr int HabitsAtLeast = 3;
constexpr int HabitDays = 731;
constexpr qint64 AlternativesWithin = 14; ///< days

std::optional<Error> problem(const FreeQuestion &question)
{
    if (!question.first.isValid() || !question.last.isValid() || question.first > question.last ||
        question.first.daysTo(question.last) >= longestSearch)
        return wrong("days", Tr::tr("From one day to another, at most %1 days.").arg(longestSearch));
    const int from = question.fromMinute.value_or(0);
    const int to = question.toMinute.value_or(DayMinutes);
    if (from < 0 || to > DayMinutes || from >= to)
        return wrong("minutes", Tr::tr("These are no times of a day."));
    if (question.step < Minutes(5))
        return wrong("step", Tr::tr("Steps have 5 minutes or more."));
    return std::nullopt;
}

/// Narrows what is asked for to the practitioner, room or device, and to practitioners of a sex.
std::optional<Error> narrow(const store::Snapshot &view, const FreeQuestion &question, QList<ServiceNeed> &needs)
{
    if (question.with) {
        if (auto refused = narrowTo(needs, *question.with))
            return refused;
    }
    if (question.sex) {
        QList<ResourceId> &first = needs.first().anyOf;
        QList<ResourceId> kept;
        for (const ResourceId id : std::as_const(first)) {
            const auto known = resource(view, id);
            if (!known)
                return known.error();
            if (known->content.sex == question.sex)
                kept << id;
        }
        first = kept;
    }
    return std::nullopt;
}

/// The windows of the days that are asked about.
QList<Period> windows(const FreeQuestion &question, const QTimeZone &zone)
{
    const int step = static_cast<int>(question.step.count());
    const int from = (question.fromMinute.value_or(0) + step - 1) / step * step;
    QList<Period> found;
    for (QDate day = question.first; day <= question.last; day = day.addDays(1)) {
        if (question.weekdays.isEmpty() || question.weekdays.contains(day.dayOfWeek()))
            found << Period{freebusy::instantOf(day, from, zone),
                            freebusy::instantOf(day, question.toMinute.value_or(DayMinutes), zone)};
    }
    return found;
}

Result<FreeSearch> search(const store::Snapshot &view, const FreeQuestion &question,
                          const std::optional<AppointmentId> &moved = {})
{
    if (auto found = problem(question))
        return *found;
    const Period span{freebusy::civilDayOf(question.first, view.zone()).from,
                      freebusy::civilDayOf(question.last, view.zone()).to};
    auto wanted = wantedOf(view, question.service, {}, question.duration, span);
    if (!wanted)
        return wanted.error();
    if (auto found = narrow(view, question, wanted->needs))
        return *found;
    wanted->overbook = question.overbook && wanted->service.content.extraADay > 0;
    return FreeSearch::over(view, *wanted, question.patient,
                            moved ? QList<AppointmentId>{*moved} : QList<AppointmentId>());
}

freebusy::Wishes wishes(const FreeSearch &found, const store::Snapshot &view, const BookingHabits &habits)
{
    freebusy::Wishes wanted;
    if (habits.practitioner)
        wanted.usual = found.numberOf(*habits.practitioner);
    if (habits.sex) {
        const QList<ResourceId> &asked = found.asked().resources;
        QSet<int> of;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            if (const auto known = resource(view, asked[i]); known && known->content.sex == habits.sex)
                of << static_cast<int>(i);
        }
        wanted.ofSex = of;
    }
    wanted.habitualDay = habits.weekday;
    wanted.habitualMinute = habits.minute;
    return wanted;
}

/// What at least half of them agree on; nothing where there are too few.
template <class T>
std::optional<T> agreed(const QList<T> &said)
{
    if (said.size() < HabitsAtLeast)
        return std::nullopt;
    for (const T &one : said) {
        if (said.count(one) * 2 >= said.size())
            return one;
    }
    return std::nullopt;
}

/// The time of day within half an hour of which at least half of them are.
std::optional<int> agreedMinute(const QList<int> &said)
{
    if (said.size() < HabitsAtLeast)
        return std::nullopt;
    QList<int> sorted = said;
    std::sort(sorted.begin(), sorted.end());
    const int middle = sorted[sorted.size() / 2];
    const auto near =
        std::count_if(said.cbegin(), said.cend(), [middle](int one) { return std::abs(one - middle) <= 30; });
    return near * 2 >= said.size() ? std::optional(middle) : std::nullopt;
}

BookingHabits habits(const store::Snapshot &view, PatientId patient)
{
    // The resource of the first need was claimed first.
    static const patient::RowsOf own(
        "SELECT a.service_id, a.start_ms, (SELECT c.resource_id FROM claim k JOIN claim_resource c ON c.claim_id = k.id"
        " WHERE k.appointment_id = a.id ORDER BY k.n DESC, c.n LIMIT 1) FROM appointment a WHERE ",
        "a",
        " AND a.start_ms > ?2 AND a.status <> 'cancelled' AND a.status <> 'noshow' AND a.status <> 'entered-in-error'"
        " ORDER BY a.start_ms DESC LIMIT ?3");
    QList<HealthcareServiceId> services;
    QList<ResourceId> practitioners;
    QList<int> weekdays;
    QList<int> minutes;
    store::Query rows = own.ask(view, patient);
    rows.bindAt(2, view.now() - std::chrono::days(HabitDays)).bindAt(3, HabitsFrom);
    while (rows.next()) {
        services << rows.get<HealthcareServiceId>(0);
        if (const auto with = rows.get<std::optional<ResourceId>>(2)) {
            const auto known = resource(view, *with);
            if (known && known->content.kind == ResourceKind::Practitioner && !known->retired)
                practitioners << *with;
        }
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(rows.get<Instant>(1)), view.zone());
        weekdays << local.date().dayOfWeek();
        minutes << local.time().msecsSinceStartOfDay() / 60'000;
    }
    BookingHabits said;
    if (!services.isEmpty())
        said.service = agreed(services).value_or(services.constFirst());
    if (!practitioners.isEmpty())
        said.practitioner = agreed(practitioners).value_or(practitioners.constFirst());
    said.weekday = agreed(weekdays);
    said.minute = agreedMinute(minutes);
    static const patient::RowsOf wish("SELECT w.practitioner_sex FROM booking_preference w WHERE ", "w",
                                      " ORDER BY w.recorded_ms DESC, w.n DESC LIMIT 1");
    if (store::Query row = wish.ask(view, patient); row.next() && !row.isNull(0))
        said.sex = sexFrom(row.get<QString>(0));
    return said;
}

} // namespace

Result<QList<FreeTime>> freeTimes(const store::Snapshot &view, const FreeQuestion &question)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = search(view, question);
    if (!found)
        return found.error();
    QList<FreeTime> times;
    for (const freebusy::Slot &slot : found->free(windows(question, view.zone()), question.step))
        times << found->time(slot);
    return times;
}

Result<QList<FreeTime>> proposals(const store::Snapshot &view, const FreeQuestion &question, int most)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = search(view, question);
    if (!found)
        return found.error();
    const auto wanted = wishes(*found, view, question.patient ? habits(view, *question.patient) : BookingHabits());
    const auto free = found->free(windows(question, view.zone()), question.step);
    QList<FreeTime> best;
    for (const freebusy::Ranked &one :
         freebusy::proposals(free, found->asked().question, wanted, view.zone(), std::clamp(most, 1, mostProposals)))
        best << found->time(one.slot, one.reasons);
    return best;
}

Result<QList<FreeTime>> alternatives(const store::Snapshot &view, const AppointmentDraft &draft,
                                     std::optional<AppointmentId> but, int most)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    FreeQuestion question;
    question.service = draft.service;
    question.duration = draft.duration;
    question.patient = draft.patient;
    question.step = Minutes(5);
    const QDate day = civilDay(draft.start, view.zone());
    question.first = std::max(day.addDays(-1), view.today());
    // The days around it first: most often there is something.
    for (const qint64 days : {qint64(2), AlternativesWithin}) {
        question.last = std::max(day, question.first).addDays(days);
        const auto found = search(view, question, but);
        if (!found)
            return found.error();
        const auto usual = draft.resources.isEmpty() ? std::nullopt : found->numberOf(draft.resources.constFirst());
        const auto nearest = freebusy::nearest(found->free(windows(question, view.zone()), question.step),
                                               found->asked().question, draft.start, usual, most);
        if (nearest.size() < most && days < AlternativesWithin)
            continue;
        QList<FreeTime> times;
        for (const freebusy::Slot &slot : nearest)
            times << found->time(slot);
        return times;
    }
    return QList<FreeTime>();
}

Result<BookingHabits> habitsOf(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    return kept ? Result<BookingHabits>(habits(view, *kept)) : kept.error();
}

Result<Done> wishForSex(store::Transaction &tx, PatientId patient, std::optional<Sex> sex)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    if (sex && *sex != Sex::Male && *sex != Sex::Female)
        return wrong("sex", Tr::tr("A practitioner is a man or a woman."));
    const auto kept = patient::canonical(tx, patient);
    if (!kept)
        return kept.error();
    tx.sql("INSERT INTO booking_preference(id, patient_id, practitioner_sex, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(tx.newUuid(), *kept, sex ? toText(*sex) : QString(), tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "booking_preference", kept->uuid(), kept->uuid(), "ok", {}});
    return Done{};
}

} // namespace xinglin::schedule
