#include "clinic/schedule/waitlist.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/schedule/freesearch.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/roster.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::Minutes;

constexpr int DayMinutes = 1440;
constexpr int EveryDay = 127;

constexpr std::array statuses{
    std::pair(WaitlistStatus::Waiting, "waiting"), std::pair(WaitlistStatus::Booked, "booked"),
    std::pair(WaitlistStatus::Withdrawn, "withdrawn"), std::pair(WaitlistStatus::EnteredInError, "entered-in-error")};
constexpr std::array outcomes{
    std::pair(OfferOutcome::Accepted, "accepted"), std::pair(OfferOutcome::Declined, "declined"),
    std::pair(OfferOutcome::Unreached, "unreached"), std::pair(OfferOutcome::GivenUp, "given-up")};

WaitlistStatus statusFrom(const QString &text)
{
    for (const auto &[status, stored] : statuses) {
        if (text == QLatin1String(stored))
            return status;
    }
    return WaitlistStatus::EnteredInError;
}

int bitsOf(const QList<int> &weekdays)
{
    int bits = 0;
    for (const int day : weekdays)
        bits |= 1 << (day - 1);
    return bits == 0 ? EveryDay : bits;
}

QList<int> weekdaysOf(int bits)
{
    QList<int> days;
    for (int day = 1; bits != EveryDay && day <= 7; ++day) {
        if (bits & 1 << (day - 1))
            days << day;
    }
    return days;
}

Error missingEntry(WaitlistEntryId id)
{
    return {Code::NotFound, Tr::tr("This is not on the waitlist."), {}, id.toString()};
}

const QByteArray &selected()
{
    static const QByteArray sql =
        "SELECT w.id, w.patient_id, w.enquiry_id, w.service_id, s.name, w.resource_id, w.first_day, w.last_day,"
        " w.weekdays, w.from_minute, w.to_minute, w.urgent, w.note, w.status, w.recorded_ms, w.appointment_id, p.name,"
        " p.phone, " +
        patient::isSeen("p") +
        " FROM waitlist_entry w JOIN healthcare_service s ON s.id = w.service_id"
        " LEFT JOIN patient p ON p.id = w.patient_id WHERE " +
        patient::inClosedBatch("w");
    return sql;
}

/// Nothing where the reader may not know of them.
std::optional<WaitlistEntry> entryFrom(const store::Snapshot &view, const store::Query &row)
{
    WaitlistEntry one;
    one.id = row.get<WaitlistEntryId>(0);
    if (const auto patient = row.get<std::optional<PatientId>>(1)) {
        const auto kept = patient::canonical(view, *patient);
        if (!row.get<bool>(18) || !kept)
            return std::nullopt;
        const bool full = access::allows(view, Permission::SearchPatients);
        one.content.patient = *kept;
        one.who = full ? row.get<QString>(16) : maskName(row.get<QString>(16));
        one.phone = full ? row.get<QString>(17) : QString();
    } else if (const auto asked = row.get<std::optional<EnquiryId>>(2);
               asked && access::allows(view, Permission::ReadContacts)) {
        const auto enquiry = enquiry::find(view, *asked);
        if (!enquiry)
            return std::nullopt;
        one.content.enquiry = *asked;
        one.who = enquiry->content.name;
        one.phone = enquiry->content.phone;
    } else {
        return std::nullopt;
    }
    one.content.service = row.get<HealthcareServiceId>(3);
    one.serviceName = row.get<QString>(4);
    one.content.with = row.get<std::optional<ResourceId>>(5);
    one.content.first = row.get<QDate>(6);
    one.content.last = row.get<QDate>(7);
    one.content.weekdays = weekdaysOf(row.get<int>(8));
    one.content.fromMinute = row.get<int>(9);
    one.content.toMinute = row.get<int>(10);
    one.content.urgent = row.get<bool>(11);
    one.content.note = row.get<QString>(12);
    one.status = statusFrom(row.get<QString>(13));
    one.since = row.get<Instant>(14);
    one.appointment = row.get<std::optional<AppointmentId>>(15);
    return one;
}

std::optional<WaitlistEntry> findEntry(const store::Snapshot &view, WaitlistEntryId id)
{
    static const QByteArray sql = selected() + " AND w.id = ?1";
    access::footing(view);
    store::Query row = view.sql(sql.constData());
    return row.bind(id).next() ? entryFrom(view, row) : std::nullopt;
}

QList<WaitlistEntry> waiting(const store::Snapshot &view)
{
    static const QByteArray sql = selected() + " AND w.status = 'waiting' AND w.last_day >= ?1"
                                               " ORDER BY w.urgent DESC, w.recorded_ms, w.n";
    access::footing(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(view.today());
    QList<WaitlistEntry> found;
    while (rows.next()) {
        if (auto one = entryFrom(view, rows))
            found << *one;
    }
    return found;
}

std::optional<Error> problem(const store::Snapshot &view, const WaitlistDraft &draft)
{
    if (!draft.first.isValid() || !draft.last.isValid() || draft.first > draft.last || draft.last < view.today() ||
        draft.first.daysTo(draft.last) >= longestWait)
        return wrong("days", Tr::tr("From one day to another, at most %1 days.").arg(longestWait));
    if (draft.fromMinute < 0 || draft.toMinute > DayMinutes || draft.fromMinute >= draft.toMinute)
        return wrong("minutes", Tr::tr("These are no times of a day."));
    const bool known =
        std::all_of(draft.weekdays.cbegin(), draft.weekdays.cend(), [](int day) { return day >= 1 && day <= 7; });
    if (!known)
        return wrong("weekdays", Tr::tr("Say on which weekdays."));
    if (draft.note.trimmed().size() > mostNote)
        return wrong("note", Tr::tr("At most %1 characters.").arg(mostNote));
    const auto served = service(view, draft.service);
    if (!served)
        return served.error();
    const bool needed =
        !draft.with || std::any_of(served->content.needs.cbegin(), served->content.needs.cend(),
                                   [&](const ServiceNeed &one) { return one.anyOf.contains(*draft.with); });
    if (!needed)
        return wrong("with", Tr::tr("The service needs something else."));
    return std::nullopt;
}

bool suits(const WaitlistDraft &wish, Instant start, Minutes length, const QTimeZone &zone)
{
    const QDate day = civilDay(start, zone);
    if (day < wish.first || day > wish.last)
        return false;
    if (!wish.weekdays.isEmpty() && !wish.weekdays.contains(day.dayOfWeek()))
        return false;
    return start >= freebusy::instantOf(day, wish.fromMinute, zone) &&
           start + length <= freebusy::instantOf(day, wish.toMinute, zone);
}

QList<WaitlistOffer> openOffers(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT id, entry_id, resource_id, start_ms, end_ms, until_ms, recorded_by_id"
                                 " FROM waitlist_offer WHERE outcome IS NULL AND until_ms > ?1 ORDER BY until_ms");
    rows.bind(view.now());
    QList<WaitlistOffer> found;
    while (rows.next())
        found << WaitlistOffer{rows.get<WaitlistOfferId>(0), rows.get<WaitlistEntryId>(1),
                               rows.get<ResourceId>(2),      {rows.get<Instant>(3), rows.get<Instant>(4)},
                               rows.get<Instant>(5),         rows.get<std::optional<access::UserId>>(6)};
    return found;
}

int declinedBy(const store::Snapshot &view, WaitlistEntryId id)
{
    store::Query row = view.sql("SELECT count(*) FROM waitlist_offer WHERE entry_id = ?1 AND outcome = 'declined'");
    return row.bind(id).next() ? row.get<int>(0) : 0;
}

/// That a time is offered to somebody else, or they are offered another one.
std::optional<Error> offeredElsewhere(const store::Snapshot &view, WaitlistEntryId id, const FreeTime &time)
{
    for (const WaitlistOffer &one : openOffers(view)) {
        if (one.entry == id || !time.resources.contains(one.resource) || !one.period.overlaps(time.period))
            continue;
        const auto whose = findEntry(view, one.entry);
        return wrong("entry",
                     Tr::tr("This time is being offered to %1 until %2.")
                         .arg(whose ? whose->who : Tr::tr("somebody else"), clock(view, one.until)),
                     Code::Conflict);
    }
    return std::nullopt;
}

AppointmentDraft draftOf(const WaitlistEntry &entry, const FreeTime &time)
{
    AppointmentDraft draft;
    draft.patient = entry.content.patient;
    draft.enquiry = entry.content.enquiry;
    draft.service = entry.content.service;
    draft.start = time.period.from;
    draft.duration = std::chrono::duration_cast<Minutes>(time.period.to - time.period.from);
    draft.resources = time.resources;
    draft.overbook = time.overbooked;
    draft.note = entry.content.note;
    return draft;
}

/// Reckonings of one day, by service.
class DaySearch
{
public:
    DaySearch(const store::Snapshot &view, QDate day) : m_view(view), m_day(freebusy::civilDayOf(day, view.zone())) {}

    /// Whether the service can begin with @p resource at @p start.
    std::optional<FreeTime> at(HealthcareServiceId service, ResourceId resource, Instant start)
    {
        auto known = m_searches.constFind(service.uuid());
        if (known == m_searches.constEnd())
            known = m_searches.insert(service.uuid(), make(service));
        if (!*known)
            return std::nullopt;
        const FreeSearch &search = **known;
        for (const freebusy::Slot &slot :
             search.free({{start, start + search.asked().wanted.duration}}, Minutes(DayMinutes))) {
            const FreeTime time = search.time(slot);
            if (slot.period.from == start && time.resources.contains(resource))
                return time;
        }
        return std::nullopt;
    }
    std::optional<Minutes> length(HealthcareServiceId service)
    {
        const auto known = schedule::service(m_view, service);
        return known ? std::optional(known->content.duration) : std::nullopt;
    }

private:
    std::optional<FreeSearch> make(HealthcareServiceId service) const
    {
        const auto wanted = wantedOf(m_view, service, {}, {}, m_day);
        if (!wanted)
            return std::nullopt;
        auto search = FreeSearch::over(m_view, *wanted, {});
        return search ? std::optional(*search) : std::nullopt;
    }

    const store::Snapshot &m_view;
    Period m_day;
    QHash<Uuid, std::optional<FreeSearch>> m_searches;
};

void audit(store::Transaction &tx, const WaitlistEntry &entry)
{
    tx.audit({tx.act(),
              "waitlist_entry",
              entry.id.uuid(),
              entry.content.patient ? std::optional(entry.content.patient->uuid()) : std::nullopt,
              "ok",
              {}});
}

/// One that waits, as far as the reader may know of it.
Result<WaitlistEntry> waitingOne(const store::Snapshot &view, WaitlistEntryId id)
{
    const auto known = findEntry(view, id);
    if (!known)
        return missingEntry(id);
    if (known->status != WaitlistStatus::Waiting)
        return wrong("entry", Tr::tr("%1 does not wait any more.").arg(known->who), Code::Conflict);
    return *known;
}

void setOutcome(store::Transaction &tx, WaitlistOfferId id, OfferOutcome outcome)
{
    const auto *word =
        std::find_if(outcomes.begin(), outcomes.end(), [&](const auto &one) { return one.first == outcome; });
    tx.sql("UPDATE waitlist_offer SET outcome = ?2 WHERE id = ?1").bind(id, word->second).run();
}

} // namespace

Result<WaitlistEntry> addToWaitlist(store::Transaction &tx, const WaitlistDraft &draft)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    if (draft.patient.has_value() == draft.enquiry.has_value())
        return wrong("patient", Tr::tr("Say for whom."));
    if (auto found = problem(tx, draft))
        return *found;
    std::optional<PatientId> patient;
    if (draft.patient) {
        const auto kept = patient::canonical(tx, *draft.patient);
        if (!kept)
            return kept.error();
        patient = *kept;
    } else if (const auto asked = enquiry::find(tx, *draft.enquiry); !asked) {
        return asked.error();
    }
    for (const WaitlistEntry &one : waiting(tx)) {
        const WaitlistDraft &other = one.content;
        if (other.patient == patient && other.enquiry == draft.enquiry && other.service == draft.service &&
            other.with == draft.with)
            return wrong("patient", Tr::tr("%1 waits for this already.").arg(one.who), Code::Conflict);
    }
    const auto id = tx.create<WaitlistEntryId>();
    tx.sql("INSERT INTO waitlist_entry(id, patient_id, enquiry_id, service_id, resource_id, first_day, last_day,"
           " weekdays, from_minute, to_minute, urgent, note, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
        .bind(id, patient, draft.enquiry, draft.service, draft.with, draft.first, draft.last, bitsOf(draft.weekdays),
              draft.fromMinute, draft.toMinute, draft.urgent, patient::orNull(draft.note), tx.now(), tx.actor().user)
        .run();
    const auto made = findEntry(tx, id);
    if (!made)
        return missingEntry(id);
    audit(tx, *made);
    return *made;
}

Result<WaitlistEntry> editWaitlist(store::Transaction &tx, WaitlistEntryId id, const WaitlistDraft &draft)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = waitingOne(tx, id);
    if (!known)
        return known;
    if (auto found = problem(tx, draft))
        return *found;
    tx.sql("UPDATE waitlist_entry SET service_id = ?2, resource_id = ?3, first_day = ?4, last_day = ?5, weekdays = ?6,"
           " from_minute = ?7, to_minute = ?8, urgent = ?9, note = ?10 WHERE id = ?1")
        .bind(id, draft.service, draft.with, draft.first, draft.last, bitsOf(draft.weekdays), draft.fromMinute,
              draft.toMinute, draft.urgent, patient::orNull(draft.note))
        .run();
    const auto changed = findEntry(tx, id);
    audit(tx, *changed);
    return *changed;
}

Result<Done> withdrawFromWaitlist(store::Transaction &tx, WaitlistEntryId id)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = waitingOne(tx, id);
    if (!known)
        return known.error();
    for (const WaitlistOffer &one : openOffers(tx)) {
        if (one.entry == id)
            setOutcome(tx, one.id, OfferOutcome::GivenUp);
    }
    tx.sql("UPDATE waitlist_entry SET status = 'withdrawn' WHERE id = ?1").bind(id).run();
    audit(tx, *known);
    return Done{};
}

Result<WaitlistEntry> waitlistEntry(const store::Snapshot &view, WaitlistEntryId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto known = findEntry(view, id);
    return known ? Result<WaitlistEntry>(*known) : missingEntry(id);
}

Result<QList<WaitlistEntry>> waitlist(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    return waiting(view);
}

Result<QList<WaitlistMatch>> matches(const store::Snapshot &view, ResourceId resource, const Period &period)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const QList<WaitlistOffer> offered = openOffers(view);
    const bool given = std::any_of(offered.cbegin(), offered.cend(), [&](const WaitlistOffer &one) {
        return one.resource == resource && one.period.overlaps(period);
    });
    QList<WaitlistMatch> found;
    if (given)
        return found;
    const QDate day = civilDay(period.from, view.zone());
    DaySearch search(view, day);
    for (const WaitlistEntry &entry : waiting(view)) {
        const bool busy = std::any_of(offered.cbegin(), offered.cend(),
                                      [&](const WaitlistOffer &one) { return one.entry == entry.id; });
        if (busy || (entry.content.with && *entry.content.with != resource))
            continue;
        const auto length = search.length(entry.content.service);
        const Instant start =
            std::max({period.from, freebusy::instantOf(day, entry.content.fromMinute, view.zone()), view.now()});
        if (!length || start >= period.to || !suits(entry.content, start, *length, view.zone()))
            continue;
        const auto time = search.at(entry.content.service, resource, start);
        if (!time || (entry.content.patient && ownThen(view, *entry.content.patient, time->period, {})))
            continue;
        found << WaitlistMatch{entry, *time, declinedBy(view, entry.id)};
    }
    std::stable_sort(found.begin(), found.end(), [](const WaitlistMatch &a, const WaitlistMatch &b) {
        return a.entry.content.urgent != b.entry.content.urgent ? a.entry.content.urgent : a.declined < b.declined;
    });
    return found;
}

Result<WaitlistOffer> offer(store::Transaction &tx, WaitlistEntryId id, const FreeTime &time)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = waitingOne(tx, id);
    if (!known)
        return known.error();
    if (time.resources.isEmpty())
        return wrong("start", Tr::tr("Nothing is free then."), Code::Conflict);
    if (auto elsewhere = offeredElsewhere(tx, id, time))
        return *elsewhere;
    for (const WaitlistOffer &one : openOffers(tx)) {
        if (one.entry == id)
            return wrong("entry",
                         Tr::tr("%1 is being offered %2 until %3.")
                             .arg(known->who, clock(tx, one.period.from), clock(tx, one.until)),
                         Code::Conflict);
    }
    const auto blocked = blockers(tx, draftOf(*known, time));
    if (!blocked)
        return blocked.error();
    if (!blocked->isEmpty())
        return refusal(tx, *blocked);
    const auto made = tx.create<WaitlistOfferId>();
    const Instant until = tx.now() + offerLasts;
    tx.sql("INSERT INTO waitlist_offer(id, entry_id, resource_id, start_ms, end_ms, until_ms, recorded_ms,"
           " recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(made, id, time.resources.constFirst(), time.period.from, time.period.to, until, tx.now(), tx.actor().user)
        .run();
    audit(tx, *known);
    WaitlistOffer one{made, id, time.resources.constFirst(), time.period, until, {}};
    if (tx.actor().user)
        one.by = access::UserId(*tx.actor().user);
    return one;
}

Result<Done> answer(store::Transaction &tx, WaitlistOfferId id, OfferOutcome outcome)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    store::Query row = tx.sql("SELECT entry_id, resource_id, start_ms, end_ms FROM waitlist_offer"
                              " WHERE id = ?1 AND outcome IS NULL");
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("This offer has been answered."), {}, id.toString()};
    const auto entry = row.get<WaitlistEntryId>(0);
    FreeTime time{{row.get<Instant>(2), row.get<Instant>(3)}, {}, false, {}};
    const auto with = row.get<ResourceId>(1);
    const auto known = waitingOne(tx, entry);
    if (!known)
        return known.error();
    if (outcome == OfferOutcome::Accepted) {
        DaySearch search(tx, civilDay(time.period.from, tx.zone()));
        const auto still = search.at(known->content.service, with, time.period.from);
        if (!still)
            return refusal(tx, {});
        const auto booked = bookFromWaitlist(tx, entry, *still);
        return booked ? Result<Done>(Done{}) : booked.error();
    }
    setOutcome(tx, id, outcome);
    audit(tx, *known);
    return Done{};
}

Result<Appointment> bookFromWaitlist(store::Transaction &tx, WaitlistEntryId id, const FreeTime &time)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = waitingOne(tx, id);
    if (!known)
        return known.error();
    if (auto elsewhere = offeredElsewhere(tx, id, time))
        return *elsewhere;
    const auto booked = book(tx, draftOf(*known, time));
    if (!booked)
        return booked;
    for (const WaitlistOffer &one : openOffers(tx)) {
        if (one.entry == id)
            setOutcome(tx, one.id, OfferOutcome::Accepted);
    }
    tx.sql("UPDATE waitlist_entry SET (status, appointment_id) = ('booked', ?2) WHERE id = ?1")
        .bind(id, booked->id)
        .run();
    audit(tx, *known);
    return booked;
}

Result<QList<WaitlistOffer>> offers(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    return openOffers(view);
}

} // namespace xinglin::schedule
