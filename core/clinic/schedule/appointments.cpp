#include "clinic/schedule/appointments.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/freebusy.h"

#include <QCoreApplication>
#include <QLocale>

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

/// A claim holds a resource for a day at most, so what overlaps began no earlier than that.
constexpr std::chrono::milliseconds longestClaim = std::chrono::hours(24);

constexpr std::array statuses{std::pair(AppointmentStatus::Booked, "booked"),
                              std::pair(AppointmentStatus::Arrived, "arrived"),
                              std::pair(AppointmentStatus::Fulfilled, "fulfilled"),
                              std::pair(AppointmentStatus::Cancelled, "cancelled"),
                              std::pair(AppointmentStatus::NoShow, "noshow"),
                              std::pair(AppointmentStatus::EnteredInError, "entered-in-error")};

AppointmentStatus statusFrom(const QString &text)
{
    for (const auto &[status, stored] : statuses) {
        if (text == QLatin1String(stored))
            return status;
    }
    return AppointmentStatus::EnteredInError;
}

Error missingAppointment(AppointmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such appointment."), {}, id.toString()};
}

const QByteArray &selected()
{
    static const QByteArray sql =
        "SELECT a.id, a.patient_id, a.enquiry_id, a.service_id, s.name, a.start_ms, a.end_ms, a.status, a.confirmed,"
        " a.series_id, a.note, a.reason, a.cancelled_by, a.late, p.name, " +
        patient::isSeen("p") +
        " FROM appointment a JOIN healthcare_service s ON s.id = a.service_id"
        " LEFT JOIN patient p ON p.id = a.patient_id WHERE " +
        patient::inClosedBatch("a");
    return sql;
}

/// What the claim of an appointment holds now.
void addResources(const store::Snapshot &view, Appointment &one)
{
    store::Query rows = view.sql("SELECT c.resource_id, k.overbook FROM claim k"
                                 " JOIN claim_resource c ON c.claim_id = k.id"
                                 " WHERE k.appointment_id = ?1 AND c.released = 0 ORDER BY c.n");
    rows.bind(one.id);
    while (rows.next()) {
        one.resources << rows.get<ResourceId>(0);
        one.overbooked = rows.get<bool>(1);
    }
}

Appointment appointmentFrom(const store::Snapshot &view, const store::Query &row)
{
    Appointment one;
    one.id = row.get<AppointmentId>(0);
    one.service = row.get<HealthcareServiceId>(3);
    one.serviceName = row.get<QString>(4);
    one.period = {row.get<Instant>(5), row.get<Instant>(6)};
    one.status = statusFrom(row.get<QString>(7));
    one.confirmed = row.get<bool>(8);
    one.series = row.get<std::optional<AppointmentSeriesId>>(9);
    if (const auto patient = row.get<std::optional<PatientId>>(1)) {
        const auto kept = patient::canonical(view, *patient);
        if (row.get<bool>(15) && kept) {
            one.patient = *kept;
            one.who = access::allows(view, Permission::SearchPatients) ? row.get<QString>(14)
                                                                       : maskName(row.get<QString>(14));
        }
    } else if (const auto asked = row.get<std::optional<EnquiryId>>(2);
               asked && access::allows(view, Permission::ReadContacts)) {
        if (const auto enquiry = enquiry::find(view, *asked)) {
            one.enquiry = *asked;
            one.patient = enquiry->patient;
            one.who = enquiry->content.name;
        }
    }
    if (!one.patient && !one.enquiry) // hidden: that the time is taken is all there is to know
        return one;
    one.note = row.get<QString>(10);
    one.reason = row.get<QString>(11);
    if (!row.isNull(12))
        one.cancelledBy = row.get<QString>(12) == u"clinic" ? CancelledBy::Clinic : CancelledBy::Patient;
    one.late = row.get<bool>(13);
    return one;
}

std::optional<Appointment> find(const store::Snapshot &view, AppointmentId id)
{
    static const QByteArray sql = selected() + " AND a.id = ?1";
    access::footing(view); // who asks is what row_open() answers by
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    Appointment one = appointmentFrom(view, row);
    addResources(view, one);
    return one;
}

/// A use of a resource, and whose.
struct Held
{
    freebusy::Use use;
    AppointmentId appointment;
};

QList<Held> heldOf(const store::Snapshot &view, ResourceId resource, const Period &block,
                   const std::optional<AppointmentId> &but)
{
    store::Query rows = view.sql("SELECT c.start_ms, c.end_ms, c.units, k.appointment_id FROM claim_resource c"
                                 " JOIN claim k ON k.id = c.claim_id WHERE c.resource_id = ?1 AND c.released = 0"
                                 " AND c.start_ms > ?2 AND c.start_ms < ?3 AND c.end_ms > ?4");
    rows.bind(resource, block.from - longestClaim, block.to, block.from);
    QList<Held> held;
    while (rows.next()) {
        const auto whose = rows.get<AppointmentId>(3);
        if (whose != but)
            held << Held{{{rows.get<Instant>(0), rows.get<Instant>(1)}, rows.get<int>(2)}, whose};
    }
    return held;
}

/// How many of the service begin that day with the resource.
int countOn(const store::Snapshot &view, ResourceId resource, HealthcareServiceId service, const Period &day,
            const std::optional<AppointmentId> &but)
{
    store::Query rows = view.sql("SELECT k.appointment_id FROM claim_resource c JOIN claim k ON k.id = c.claim_id"
                                 " JOIN appointment a ON a.id = k.appointment_id WHERE c.resource_id = ?1"
                                 " AND c.released = 0 AND c.start_ms >= ?2 AND c.start_ms < ?3 AND a.service_id = ?4");
    rows.bind(resource, day.from, day.to, service);
    int count = 0;
    while (rows.next())
        count += rows.get<AppointmentId>(0) == but ? 0 : 1;
    return count;
}

/// A draft with what it asks for worked out.
struct Wanted
{
    HealthcareService service;
    Period period;
    QList<ServiceNeed> needs; ///< Narrowed to the resources that were chosen.

    Period block() const { return {period.from - service.content.before, period.to + service.content.after}; }
};

Result<Wanted> wantedOf(const store::Snapshot &view, const AppointmentDraft &draft)
{
    const auto known = service(view, draft.service);
    if (!known)
        return known.error();
    const Minutes length = draft.duration.value_or(known->content.duration);
    if (length < Minutes(5) || length > longestAppointment)
        return wrong("duration", Tr::tr("It lasts %1 to %2 minutes.").arg(5).arg(longestAppointment.count()));
    Wanted wanted{*known, {draft.start, draft.start + length}, known->content.needs};
    if (known->retired || wanted.needs.isEmpty())
        return wrong("service", Tr::tr("This service cannot be booked now."), Code::Conflict);
    if (draft.resources.isEmpty())
        return wanted;
    if (draft.resources.size() != wanted.needs.size())
        return wrong("resources", Tr::tr("The service needs something else."));
    for (qsizetype i = 0; i < wanted.needs.size(); ++i) {
        if (!wanted.needs[i].anyOf.contains(draft.resources[i]))
            return wrong("resources", Tr::tr("The service needs something else."));
        wanted.needs[i].anyOf = {draft.resources[i]};
    }
    return wanted;
}

/// The question to the reckoning, with the resources in the order of their numbers there.
struct Asked
{
    Wanted wanted;
    freebusy::Question question;
    QList<ResourceId> resources;
};

Result<Asked> askedOf(const store::Snapshot &view, const AppointmentDraft &draft,
                      const std::optional<AppointmentId> &but)
{
    const auto worked = wantedOf(view, draft);
    if (!worked)
        return worked.error();
    const Wanted &wanted = *worked;
    Asked asked{wanted, {}, {}};
    const Period block = wanted.block();
    const QDate first = civilDay(wanted.period.from, view.zone());
    const QDate last = civilDay(wanted.period.to, view.zone());
    for (qsizetype need = 0; need < wanted.needs.size(); ++need) {
        freebusy::Need numbers{{}, wanted.needs[need].units};
        for (const ResourceId id : wanted.needs[need].anyOf) {
            qsizetype number = asked.resources.indexOf(id);
            if (number < 0) {
                const auto known = resource(view, id);
                const auto open = openPeriods(view, id, first, last);
                if (!known || !open)
                    return known ? open.error() : known.error();
                freebusy::Resource one;
                one.capacity = known->content.capacity;
                one.extra = draft.overbook ? mostCapacity : 0;
                one.open = draft.outOfHours ? QList<Period>{wanted.period} : *open;
                for (const Held &held : heldOf(view, id, block, but))
                    one.taken << held.use;
                const Period day = freebusy::civilDayOf(first, view.zone());
                if (need == 0 && wanted.service.content.mostADay && !draft.overbook &&
                    countOn(view, id, wanted.service.id, day, but) >= *wanted.service.content.mostADay)
                    one.full = {day};
                number = asked.resources.size();
                asked.resources << id;
                asked.question.resources << one;
            }
            numbers.anyOf << static_cast<int>(number);
        }
        asked.question.needs << numbers;
    }
    asked.question.duration = std::chrono::duration_cast<Minutes>(wanted.period.to - wanted.period.from);
    asked.question.before = wanted.service.content.before;
    asked.question.after = wanted.service.content.after;
    asked.question.notBefore = wanted.period.from;
    asked.question.within = {wanted.period};
    return asked;
}

QString clock(const store::Snapshot &view, Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), view.zone()).toString(QStringLiteral("HH:mm"));
}

QList<Blocker> blockersOf(const store::Snapshot &view, const Asked &asked, const std::optional<AppointmentId> &but)
{
    QList<Blocker> found;
    for (qsizetype i = 0; i < asked.resources.size(); ++i) {
        int units = 0;
        for (const freebusy::Need &need : asked.question.needs)
            units = std::max(units, need.anyOf.contains(static_cast<int>(i)) ? need.units : 0);
        const auto why = freebusy::obstacle(asked.question.resources[i], asked.wanted.period, asked.question.before,
                                            asked.question.after, units, false);
        if (why == freebusy::Obstacle::None)
            continue;
        if (why != freebusy::Obstacle::Taken) {
            found << Blocker{asked.resources[i], {}, {}, asked.wanted.period};
            continue;
        }
        for (const Held &held : heldOf(view, asked.resources[i], asked.wanted.block(), but)) {
            const auto whose = find(view, held.appointment);
            found << Blocker{asked.resources[i], held.appointment, whose ? whose->who : QString(),
                             whose ? whose->period : held.use.period};
        }
    }
    return found;
}

Error refusal(const store::Snapshot &view, const QList<Blocker> &blockers)
{
    for (const Blocker &one : blockers) {
        const auto known = resource(view, one.resource);
        const QString name = known ? known->content.name : QString();
        if (one.appointment)
            return wrong("start",
                         one.who.isEmpty()
                             ? Tr::tr("%1 is taken from %2 to %3.")
                                   .arg(name, clock(view, one.period.from), clock(view, one.period.to))
                             : Tr::tr("%1 is taken from %2 to %3: %4.")
                                   .arg(name, clock(view, one.period.from), clock(view, one.period.to), one.who),
                         Code::Conflict);
        return wrong("start", Tr::tr("%1 does not take anybody then.").arg(name), Code::Conflict);
    }
    return wrong("start", Tr::tr("Nothing is free then."), Code::Conflict);
}

/// What the patient has then, where they have something.
std::optional<Appointment> ownThen(const store::Snapshot &view, PatientId patient, const Period &period,
                                   const std::optional<AppointmentId> &but)
{
    static const patient::RowsOf own("SELECT a.id FROM appointment a WHERE ", "a",
                                     " AND a.start_ms > ?2 AND a.start_ms < ?3 AND a.end_ms > ?4"
                                     " AND (a.status = 'booked' OR a.status = 'arrived')");
    store::Query rows = own.ask(view, patient);
    rows.bindAt(2, period.from - longestClaim).bindAt(3, period.to).bindAt(4, period.from);
    while (rows.next()) {
        if (const auto id = rows.get<AppointmentId>(0); id != but)
            return find(view, id);
    }
    return std::nullopt;
}

/// The claim and the clinic's word on it: alone, this PC decides at once.
void claim(store::Transaction &tx, AppointmentId appointment, const Asked &asked, const freebusy::Slot &slot)
{
    const Uuid id = tx.newUuid();
    tx.sql("INSERT INTO claim(id, appointment_id, overbook, recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(id, appointment, slot.overbooked, tx.now(), tx.actor().user)
        .run();
    const Period block = asked.wanted.block();
    for (qsizetype need = 0; need < slot.chosen.size(); ++need)
        tx.sql("INSERT INTO claim_resource(id, claim_id, resource_id, start_ms, end_ms, units)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, asked.resources[slot.chosen[need]], block.from, block.to,
                  asked.wanted.needs[need].units)
            .run();
    tx.sql("INSERT INTO claim_grant(id, claim_id, decision, recorded_ms) VALUES(?1, ?2, 'ok', ?3)")
        .bind(tx.newUuid(), id, tx.now())
        .run();
}

void release(store::Transaction &tx, AppointmentId appointment)
{
    QList<Uuid> rows;
    store::Query held = tx.sql("SELECT c.id FROM claim k JOIN claim_resource c ON c.claim_id = k.id"
                               " WHERE k.appointment_id = ?1 AND c.released = 0");
    held.bind(appointment);
    while (held.next())
        rows << held.get<Uuid>(0);
    for (const Uuid &row : std::as_const(rows))
        tx.sql("UPDATE claim_resource SET released = 1 WHERE id = ?1").bind(row).run();
}

/// A time at which everything is free, or why there is none.
struct Granted
{
    Asked asked;
    freebusy::Slot slot;

    const Period &period() const { return asked.wanted.period; }
};

Result<Granted> decide(store::Transaction &tx, const AppointmentDraft &draft, const std::optional<PatientId> &patient,
                       const std::optional<AppointmentId> &but)
{
    if (draft.overbook) {
        if (auto refused = access::require(tx, Permission::Overbook))
            return *refused;
    }
    const auto asked = askedOf(tx, draft, but);
    if (!asked)
        return asked.error();
    const QList<freebusy::Slot> free = freebusy::freeSlots(asked->question);
    if (free.isEmpty())
        return refusal(tx, blockersOf(tx, *asked, but));
    if (patient && !draft.besideOwn) {
        if (const auto own = ownThen(tx, *patient, asked->wanted.period, but))
            return wrong("patient",
                         Tr::tr("They have %1 from %2 to %3.")
                             .arg(own->serviceName, clock(tx, own->period.from), clock(tx, own->period.to)),
                         Code::Conflict);
    }
    const auto plain =
        std::find_if(free.cbegin(), free.cend(), [](const freebusy::Slot &one) { return !one.overbooked; });
    return Granted{*asked, plain == free.cend() ? free.constFirst() : *plain};
}

void note(store::Transaction &tx, const Appointment &one)
{
    tx.audit({tx.act(),
              "appointment",
              one.id.uuid(),
              one.patient ? std::optional(one.patient->uuid()) : std::nullopt,
              "ok",
              {}});
}

} // namespace

QString toText(AppointmentStatus status)
{
    return QString::fromLatin1(std::find_if(statuses.begin(), statuses.end(), [status](const auto &one) {
                                   return one.first == status;
                               })->second);
}

Result<Appointment> book(store::Transaction &tx, const AppointmentDraft &draft)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    if (draft.patient.has_value() == draft.enquiry.has_value())
        return wrong("patient", Tr::tr("Say for whom."));
    if (draft.note.trimmed().size() > mostNote)
        return wrong("note", Tr::tr("At most %1 characters.").arg(mostNote));
    std::optional<PatientId> patient;
    if (draft.patient) {
        const auto kept = patient::canonical(tx, *draft.patient);
        if (!kept)
            return kept.error();
        patient = *kept;
    } else if (const auto asked = enquiry::find(tx, *draft.enquiry); !asked) {
        return asked.error();
    }
    const auto granted = decide(tx, draft, patient, {});
    if (!granted)
        return granted.error();
    const auto id = tx.create<AppointmentId>();
    tx.sql("INSERT INTO appointment(id, patient_id, enquiry_id, service_id, start_ms, end_ms, note, recorded_ms,"
           " recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(id, patient, draft.enquiry, draft.service, granted->period().from, granted->period().to,
              patient::orNull(draft.note), tx.now(), tx.actor().user)
        .run();
    claim(tx, id, granted->asked, granted->slot);
    const auto made = find(tx, id);
    note(tx, *made);
    return *made;
}

Result<Appointment> move(store::Transaction &tx, AppointmentId id, const AppointmentDraft &draft)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = find(tx, id);
    if (!known || (!known->patient && !known->enquiry))
        return missingAppointment(id);
    if (known->status != AppointmentStatus::Booked)
        return wrong("", Tr::tr("Only what is booked and has not begun can be moved."), Code::Conflict);
    AppointmentDraft wanted = draft;
    wanted.service = known->service;
    if (wanted.resources.isEmpty()) // another time is not another practitioner
        wanted.resources = known->resources;
    if (!wanted.duration)
        wanted.duration = std::chrono::duration_cast<Minutes>(known->period.to - known->period.from);
    const auto granted = decide(tx, wanted, known->patient, id);
    if (!granted)
        return granted.error();
    release(tx, id);
    tx.sql("UPDATE appointment SET start_ms = ?2, end_ms = ?3 WHERE id = ?1")
        .bind(id, granted->period().from, granted->period().to)
        .run();
    claim(tx, id, granted->asked, granted->slot);
    const auto moved = find(tx, id);
    note(tx, *moved);
    return *moved;
}

Result<Appointment> cancel(store::Transaction &tx, AppointmentId id, CancelledBy by, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::Book))
        return *refused;
    const auto known = find(tx, id);
    if (!known || (!known->patient && !known->enquiry))
        return missingAppointment(id);
    if (known->status != AppointmentStatus::Booked)
        return wrong("", Tr::tr("Only what is booked and has not begun can be cancelled."), Code::Conflict);
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why."));
    if (reason.trimmed().size() > mostReason)
        return wrong("reason", Tr::tr("At most %1 characters.").arg(mostReason));
    const bool late = by == CancelledBy::Patient && tx.now() > known->period.from - lateBefore;
    tx.sql("UPDATE appointment SET status = 'cancelled', cancelled_by = ?2, reason = ?3, late = ?4 WHERE id = ?1")
        .bind(id, by == CancelledBy::Clinic ? "clinic" : "patient", reason.trimmed(), late)
        .run();
    release(tx, id);
    tx.setReason(reason.trimmed());
    const auto cancelled = find(tx, id);
    note(tx, *cancelled);
    return *cancelled;
}

Result<QList<Blocker>> blockers(const store::Snapshot &view, const AppointmentDraft &draft,
                                std::optional<AppointmentId> but)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto asked = askedOf(view, draft, but);
    if (!asked)
        return asked.error();
    return freebusy::freeSlots(asked->question).isEmpty() ? blockersOf(view, *asked, but) : QList<Blocker>();
}

Result<Appointment> appointment(const store::Snapshot &view, AppointmentId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = find(view, id);
    return found && (found->patient || found->enquiry) ? Result<Appointment>(*found) : missingAppointment(id);
}

Result<QList<Appointment>> between(const store::Snapshot &view, const Period &period)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    static const QByteArray sql = selected() + " AND a.start_ms > ?1 AND a.start_ms < ?2 AND a.end_ms > ?3"
                                               " AND a.status <> 'cancelled' AND a.status <> 'entered-in-error'"
                                               " ORDER BY a.start_ms, a.n";
    access::footing(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(period.from - longestClaim, period.to, period.from);
    QList<Appointment> found;
    while (rows.next())
        found << appointmentFrom(view, rows);
    for (Appointment &one : found)
        addResources(view, one);
    return found;
}

} // namespace xinglin::schedule
