#include "clinic/schedule/series.h"

#include "access/rights.h"
#include "clinic/schedule/freesearch.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/recurrence.h"
#include "engines/slots/roster.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::Minutes;

constexpr Minutes SeriesStep{5};
constexpr int OthersShown = 3;
constexpr qint64 DaysAround = 3;
/// A time of the same day farther off than this is no better than another day.
constexpr std::chrono::hours NearEnough{3};

Instant atMinute(QDate day, Instant like, const QTimeZone &zone)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(like), zone).time();
    return freebusy::instantOf(day, time.msecsSinceStartOfDay() / 60'000, zone);
}

/// Finds a place for one after another; what was given to one is not given to the next.
class Placing
{
public:
    /// What is as good as the wished time: the same time of another day for a course, any soon time for who is put off.
    enum class Good { TimeOfDay, Soon };

    /// @p first: on no day before it; null: on any.
    Placing(const store::Snapshot &view, QList<AppointmentId> but, Good good, QDate first = {})
        : m_view(view), m_but(std::move(but)), m_good(good), m_first(first)
    {
    }

    /// The resource does not work then.
    void close(ResourceId resource, const QList<Period> &periods) { m_closed << qMakePair(resource, periods); }

    /// Near @p draft's time, not on @p taken days but its own. @p sameResources: with no others.
    Result<SeriesDay> place(const AppointmentDraft &draft, const QList<QDate> &taken, bool sameResources)
    {
        const QTimeZone &zone = m_view.zone();
        const QDate day = civilDay(draft.start, zone);
        const Period span{freebusy::civilDayOf(day.addDays(-DaysAround), zone).from,
                          freebusy::civilDayOf(day.addDays(DaysAround), zone).to};
        auto wanted = wantedOf(m_view, draft.service, sameResources ? draft.resources : QList<ResourceId>(),
                               draft.duration, span);
        if (!wanted)
            return wanted.error();
        if (draft.with) {
            if (auto refused = narrowTo(wanted->needs, *draft.with))
                return *refused;
        }
        auto search = FreeSearch::over(m_view, *wanted, draft.patient, m_but);
        if (!search)
            return search.error();
        for (const auto &[resource, periods] : std::as_const(m_closed)) {
            for (const Period &period : periods)
                search->close(resource, period);
        }
        for (const FreeTime &given : std::as_const(m_given))
            search->occupy(given);
        return choose(draft, *search, taken);
    }

private:
    Result<SeriesDay> choose(const AppointmentDraft &draft, const FreeSearch &search, const QList<QDate> &taken)
    {
        const QTimeZone &zone = m_view.zone();
        const QDate day = civilDay(draft.start, zone);
        SeriesDay found{draft.start, {}, {}, {}};
        const auto usual = draft.resources.isEmpty() ? std::nullopt : search.numberOf(draft.resources.constFirst());
        QList<Period> windows;
        for (QDate each = day.addDays(-DaysAround); each <= day.addDays(DaysAround); each = each.addDays(1)) {
            if (each == day || (!taken.contains(each) && (m_first.isNull() || each >= m_first)))
                windows << freebusy::civilDayOf(each, zone);
        }
        const QList<freebusy::Slot> free = search.free(windows, SeriesStep);
        const freebusy::Question &question = search.asked().question;
        const auto near = m_good == Good::TimeOfDay
                              ? freebusy::mostAlike(free, question, draft.start, usual, zone, mostProposals)
                              : freebusy::nearest(free, question, draft.start, usual, mostProposals);
        QList<FreeTime> ordered;
        for (const bool close : {true, false}) { // what is close on the day itself, then whatever is near
            for (const freebusy::Slot &slot : near) {
                const bool sameDay = civilDay(slot.period.from, zone) == day &&
                                     std::chrono::abs(slot.period.from - draft.start) <= NearEnough;
                if (sameDay == close)
                    ordered << search.time(slot);
            }
        }
        if (!ordered.isEmpty()) {
            found.time = ordered.takeFirst();
            found.others = ordered.mid(0, OthersShown);
            m_given << *found.time;
        }
        if (!found.time || found.time->period.from != draft.start)
            found.why = whyNot(draft, search);
        return found;
    }
    QString whyNot(const AppointmentDraft &draft, const FreeSearch &search) const
    {
        const Period wished{draft.start, draft.start + search.asked().wanted.duration};
        if (draft.start < m_view.now())
            return Tr::tr("That is over.");
        if (draft.patient) {
            if (const auto own = ownThen(m_view, *draft.patient, wished, m_but))
                return Tr::tr("They have %1 from %2 to %3.")
                    .arg(own->serviceName, clock(m_view, own->period.from), clock(m_view, own->period.to));
        }
        QList<Blocker> blockers = blockersOf(m_view, search.asked(), wished, m_but);
        if (!draft.resources.isEmpty()) { // of whom was wished, if they are among them
            const auto own = std::find_if(blockers.cbegin(), blockers.cend(), [&](const Blocker &one) {
                return one.resource == draft.resources.constFirst();
            });
            if (own != blockers.cend())
                blockers = {*own};
        }
        return refusal(m_view, blockers).message;
    }

    const store::Snapshot &m_view;
    QList<AppointmentId> m_but;
    Good m_good;
    QDate m_first;
    QList<QPair<ResourceId, QList<Period>>> m_closed;
    QList<FreeTime> m_given;
};

std::optional<Error> problem(const SeriesDraft &draft)
{
    if (draft.count < 2 || draft.count > mostInSeries)
        return wrong("count", Tr::tr("A course has 2 to %1 appointments.").arg(mostInSeries));
    const bool known =
        std::all_of(draft.weekdays.cbegin(), draft.weekdays.cend(), [](int day) { return day >= 1 && day <= 7; });
    if (draft.weekdays.isEmpty() || !known)
        return wrong("weekdays", Tr::tr("Say on which weekdays."));
    if (draft.minute < 0 || draft.minute >= 1440 || !draft.first.isValid())
        return wrong("minute", Tr::tr("Say from which day on, and at what time."));
    return std::nullopt;
}

/// The civil days of a course.
QList<QDate> daysOf(const SeriesDraft &draft)
{
    static constexpr const char *names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    QStringList by;
    for (const int day : draft.weekdays)
        by << QString::fromLatin1(names[day - 1]);
    by.removeDuplicates();
    const auto rule =
        Recurrence::fromText(QStringLiteral("FREQ=WEEKLY;BYDAY=%1;COUNT=%2").arg(by.join(u',')).arg(draft.count));
    return rule ? rule->days(draft.first, draft.first, draft.first.addDays(7LL * (draft.count + 1))) : QList<QDate>();
}

AppointmentDraft draftOf(const SeriesDraft &series, const FreeTime &time)
{
    AppointmentDraft draft;
    draft.patient = series.patient;
    draft.service = series.service;
    draft.start = time.period.from;
    draft.duration = std::chrono::duration_cast<Minutes>(time.period.to - time.period.from);
    draft.resources = time.resources;
    draft.overbook = time.overbooked;
    draft.note = series.note;
    return draft;
}

/// What one that is booked asks for at another time.
AppointmentDraft draftOf(const Appointment &one, Instant start)
{
    AppointmentDraft draft;
    draft.patient = one.patient;
    draft.enquiry = one.patient ? std::nullopt : one.enquiry;
    draft.service = one.service;
    draft.start = start;
    draft.duration = std::chrono::duration_cast<Minutes>(one.period.to - one.period.from);
    draft.resources = one.resources;
    return draft;
}

QString dayInWords(const store::Snapshot &view, Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(at), view.zone()).date(), QLocale::ShortFormat);
}

/// The same refusal, with the day it is about.
Error onDay(const store::Snapshot &view, Error refused, Instant at)
{
    if (refused.code == Code::Conflict)
        refused.message = Tr::tr("%1: %2").arg(dayInWords(view, at), refused.message);
    return refused;
}

QList<Appointment> seriesRows(const store::Snapshot &view, AppointmentSeriesId id)
{
    store::Query rows = view.sql("SELECT id FROM appointment WHERE series_id = ?1 ORDER BY start_ms, n");
    rows.bind(id);
    QList<AppointmentId> ids;
    while (rows.next())
        ids << rows.get<AppointmentId>(0);
    QList<Appointment> found;
    for (const AppointmentId one : std::as_const(ids)) {
        if (auto appointment = find(view, one); appointment && (appointment->patient || appointment->enquiry))
            found << *appointment;
    }
    return found;
}

QString phoneOf(const store::Snapshot &view, const Appointment &one)
{
    if (!one.patient || !access::allows(view, Permission::SearchPatients))
        return {};
    store::Query row = view.sql("SELECT phone FROM patient WHERE id = ?1");
    return row.bind(*one.patient).next() ? row.get<QString>(0) : QString();
}

std::optional<Error> problem(const AbsenceDraft &absence)
{
    if (!absence.first.isValid() || !absence.last.isValid() || absence.first > absence.last ||
        absence.first.daysTo(absence.last) >= longestAbsence)
        return wrong("days", Tr::tr("From one day to another, at most %1 days.").arg(longestAbsence));
    return std::nullopt;
}

QList<Period> periodsOf(const AbsenceDraft &absence, const QTimeZone &zone)
{
    QList<Period> periods;
    for (QDate day = absence.first; day <= absence.last; day = day.addDays(1)) {
        if (absence.part)
            periods << Period{freebusy::instantOf(day, absence.part->from, zone),
                              freebusy::instantOf(day, absence.part->to, zone)};
        else
            periods << freebusy::civilDayOf(day, zone);
    }
    return freebusy::merged(periods);
}

/// Those that are booked, not over, and hold the resource while it is absent.
QList<Appointment> hitBy(const store::Snapshot &view, const AbsenceDraft &absence)
{
    QList<Appointment> hit;
    for (const Period &period : periodsOf(absence, view.zone())) {
        for (const Held &held : heldOf(view, absence.resource, period, {})) {
            const auto one = find(view, held.appointment);
            const bool known = std::any_of(hit.cbegin(), hit.cend(),
                                           [&](const Appointment &other) { return other.id == held.appointment; });
            if (one && !known && one->status == AppointmentStatus::Booked && one->period.to > view.now() &&
                one->period.overlaps(period))
                hit << *one;
        }
    }
    std::sort(hit.begin(), hit.end(),
              [](const Appointment &a, const Appointment &b) { return a.period.from < b.period.from; });
    return hit;
}

} // namespace

QList<int> spreadOverWeek(int timesAWeek, int first)
{
    QList<int> days;
    const int times = std::clamp(timesAWeek, 1, 7);
    for (int i = 0; i < times; ++i)
        days << (first - 1 + i * 7 / times) % 7 + 1;
    std::sort(days.begin(), days.end());
    return days;
}

Result<QList<SeriesDay>> proposeSeries(const store::Snapshot &view, const SeriesDraft &draft)
{
    if (auto refused = access::require(view, Permission::Book))
        return *refused;
    if (auto found = problem(draft))
        return *found;
    const QList<QDate> days = daysOf(draft);
    QList<QDate> taken = days;
    QList<ResourceId> resources; // of the first; they have them all where that can be
    Placing placing(view, {}, Placing::Good::TimeOfDay, draft.first);
    QList<SeriesDay> proposed;
    for (const QDate &day : days) {
        AppointmentDraft one;
        one.patient = draft.patient;
        one.service = draft.service;
        one.start = freebusy::instantOf(day, draft.minute, view.zone());
        one.duration = draft.duration;
        one.resources = resources;
        one.with = draft.with;
        const auto placed = placing.place(one, taken, false);
        if (!placed)
            return placed.error();
        proposed << *placed;
        if (!placed->time)
            continue;
        taken << civilDay(placed->time->period.from, view.zone());
        if (resources.isEmpty())
            resources = placed->time->resources;
    }
    return proposed;
}

Result<QList<Appointment>> bookSeries(store::Transaction &tx, const SeriesDraft &draft, const QList<FreeTime> &times)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    if (times.size() < 2 || times.size() > mostInSeries)
        return wrong("count", Tr::tr("A course has 2 to %1 appointments.").arg(mostInSeries));
    const auto kept = patient::canonical(tx, draft.patient);
    if (!kept)
        return kept.error();
    if (const auto known = service(tx, draft.service); !known)
        return known.error();
    const auto series = tx.create<AppointmentSeriesId>();
    tx.sql("INSERT INTO appointment_series(id, patient_id, service_id, planned, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(series, *kept, draft.service, static_cast<int>(times.size()), tx.now(), tx.actor().user)
        .run();
    QList<Appointment> booked;
    for (const FreeTime &time : times) {
        const auto one = bookAs(tx, draftOf(draft, time), series);
        if (!one)
            return onDay(tx, one.error(), time.period.from);
        booked << *one;
    }
    return booked;
}

Result<QList<Appointment>> seriesOf(const store::Snapshot &view, AppointmentSeriesId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    return seriesRows(view, id);
}

Result<QList<Displaced>> proposeShift(const store::Snapshot &view, AppointmentId id, Instant start)
{
    if (auto refused = access::require(view, Permission::Book))
        return *refused;
    const auto known = find(view, id);
    if (!known || (!known->patient && !known->enquiry))
        return missingAppointment(id);
    const QTimeZone &zone = view.zone();
    const qint64 shift = civilDay(known->period.from, zone).daysTo(civilDay(start, zone));
    QList<Appointment> moved{*known};
    if (known->series) {
        for (const Appointment &one : seriesRows(view, *known->series)) {
            if (one.id != id && one.status == AppointmentStatus::Booked && one.period.from > known->period.from)
                moved << one;
        }
    }
    QList<AppointmentId> ids;
    QList<QDate> taken;
    for (const Appointment &one : std::as_const(moved)) {
        ids << one.id;
        taken << civilDay(one.period.from, zone).addDays(shift);
    }
    Placing placing(view, ids, Placing::Good::TimeOfDay);
    QList<Displaced> proposed;
    for (const Appointment &one : std::as_const(moved)) {
        const Instant wished =
            one.id == id ? start : atMinute(civilDay(one.period.from, zone).addDays(shift), start, zone);
        const auto placed = placing.place(draftOf(one, wished), taken, true);
        if (!placed)
            return placed.error();
        proposed << Displaced{one, phoneOf(view, one), *placed};
    }
    return proposed;
}

Result<QList<Appointment>> rearrange(store::Transaction &tx, const QList<Rearrangement> &changes, CancelledBy by,
                                     const QString &reason)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    for (const Rearrangement &change : changes) { // each may take what another leaves
        const auto known = find(tx, change.appointment);
        if (!known || (!known->patient && !known->enquiry))
            return missingAppointment(change.appointment);
        if (change.to && known->status == AppointmentStatus::Booked)
            release(tx, change.appointment);
    }
    QList<Appointment> changed;
    for (const Rearrangement &change : changes) {
        const auto before = find(tx, change.appointment);
        AppointmentDraft draft = change.to.value_or(AppointmentDraft());
        if (change.to && draft.resources.isEmpty())
            draft.resources = lastResources(tx, change.appointment);
        const auto done = change.to ? move(tx, change.appointment, draft) : cancel(tx, change.appointment, by, reason);
        if (!done)
            return onDay(tx, done.error(), before->period.from);
        changed << *done;
    }
    return changed;
}

Result<QList<Displaced>> displacedBy(const store::Snapshot &view, const AbsenceDraft &absence)
{
    if (auto refused = access::require(view, Permission::Book))
        return *refused;
    if (auto found = problem(absence))
        return *found;
    const QList<Appointment> hit = hitBy(view, absence);
    QList<AppointmentId> ids;
    for (const Appointment &one : hit)
        ids << one.id;
    Placing placing(view, ids, Placing::Good::Soon);
    placing.close(absence.resource, periodsOf(absence, view.zone()));
    QList<Displaced> proposed;
    for (const Appointment &one : hit) {
        if (!one.patient && !one.enquiry)
            continue; // hidden from the reader: somebody else moves them
        const auto placed = placing.place(draftOf(one, one.period.from), {}, false);
        if (!placed && placed.error().code != Code::Conflict)
            return placed.error();
        // What cannot be booked any more has no other place, but is told.
        proposed << Displaced{one, phoneOf(view, one),
                              placed ? *placed : SeriesDay{one.period.from, {}, placed.error().message, {}}};
    }
    return proposed;
}

Result<QList<Appointment>> enterAbsence(store::Transaction &tx, const AbsenceDraft &absence,
                                        const QList<Rearrangement> &changes)
{
    if (auto refused = access::require(tx, Permission::EditRoster))
        return *refused;
    if (auto found = problem(absence))
        return *found;
    const QString reason = absence.reason.trimmed().isEmpty() ? Tr::tr("Absent") : absence.reason.trimmed();
    const auto entered = addException(
        tx, {absence.resource, {freebusy::Exception::Kind::Away, absence.first, absence.last, absence.part}, reason});
    if (!entered)
        return entered.error();
    return rearrange(tx, changes, CancelledBy::Clinic, reason);
}

} // namespace xinglin::schedule
