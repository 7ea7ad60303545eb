#include "clinic/schedule/appointments.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/schedule/claims.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/schedulerows.h"

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

/// Until its first conditions; @p columns stand from extraColumns on, @p joins bring their tables.
QByteArray selected(const QByteArray &columns = {}, const QByteArray &joins = {})
{
    return "SELECT a.id, a.patient_id, a.enquiry_id, a.service_id, s.name, a.start_ms, a.end_ms, a.status,"
           " a.confirmed, a.series_id, a.note, a.reason, a.cancelled_by, a.late, p.name, " +
           patient::isSeen("p") +
           ", a.status = 'arrived' AND EXISTS(SELECT 1 FROM queue_ticket q WHERE q.appointment_id = a.id"
           " AND q.stage = 'in-consultation'), s.hue" +
           columns +
           " FROM appointment a JOIN healthcare_service s ON s.id = a.service_id"
           " LEFT JOIN patient p ON p.id = a.patient_id" +
           joins + " WHERE " + patient::inClosedBatch("a");
}
constexpr int extraColumns = 18;

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
    one.hue = row.get<QString>(17);
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
    one.inConsultation = row.get<bool>(16);
    return one;
}

/// A time at which everything is free.
struct Granted
{
    Wanted wanted;
    QList<ResourceId> resources;
    bool overbooked = false;

    const Period &period() const { return wanted.span; }
};

Result<Granted> decide(store::Transaction &tx, const AppointmentDraft &draft, const std::optional<PatientId> &patient,
                       const QList<AppointmentId> &but)
{
    if (draft.overbook) {
        if (auto refused = access::require(tx, Permission::Overbook))
            return *refused;
    }
    const auto wanted = wantedOf(tx, draft);
    if (!wanted)
        return wanted.error();
    if (wanted->span.to <= tx.now())
        return wrong("start", Tr::tr("That time is over."));
    const auto asked = ask(tx, *wanted, but);
    if (!asked)
        return asked.error();
    const QList<freebusy::Slot> free = freebusy::freeSlots(asked->question);
    if (free.isEmpty())
        return refusal(tx, blockersOf(tx, *asked, wanted->span, but));
    if (patient && !draft.besideOwn) {
        if (const auto own = ownThen(tx, *patient, wanted->span, but))
            return wrong("patient",
                         Tr::tr("They have %1 from %2 to %3.")
                             .arg(own->serviceName, clock(tx, own->period.from), clock(tx, own->period.to)),
                         Code::Conflict);
    }
    const auto plain =
        std::find_if(free.cbegin(), free.cend(), [](const freebusy::Slot &one) { return !one.overbooked; });
    const freebusy::Slot &slot = plain == free.cend() ? free.constFirst() : *plain;
    Granted granted{*wanted, {}, slot.overbooked};
    for (const int number : slot.chosen)
        granted.resources << asked->resources[number];
    return granted;
}

} // namespace

Error missingAppointment(AppointmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such appointment."), {}, id.toString()};
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

QString toText(AppointmentStatus status)
{
    return QString::fromLatin1(std::find_if(statuses.begin(), statuses.end(), [status](const auto &one) {
                                   return one.first == status;
                               })->second);
}

Result<Appointment> book(store::Transaction &tx, const AppointmentDraft &draft)
{
    return bookAs(tx, draft, {});
}

Result<Appointment> bookAs(store::Transaction &tx, const AppointmentDraft &draft,
                           const std::optional<AppointmentSeriesId> &series)
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
           " recorded_by_id, series_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(id, patient, draft.enquiry, draft.service, granted->period().from, granted->period().to,
              patient::orNull(draft.note), tx.now(), tx.actor().user, series)
        .run();
    claim(tx, id, granted->wanted, granted->period(), granted->resources, granted->overbooked);
    const auto made = find(tx, id);
    noteAppointment(tx, *made);
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
    const auto granted = decide(tx, wanted, known->patient, {id});
    if (!granted)
        return granted.error();
    release(tx, id);
    tx.sql("UPDATE appointment SET start_ms = ?2, end_ms = ?3 WHERE id = ?1")
        .bind(id, granted->period().from, granted->period().to)
        .run();
    claim(tx, id, granted->wanted, granted->period(), granted->resources, granted->overbooked);
    const auto moved = find(tx, id);
    noteAppointment(tx, *moved);
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
    noteAppointment(tx, *cancelled);
    return *cancelled;
}

Result<QList<Blocker>> blockers(const store::Snapshot &view, const AppointmentDraft &draft,
                                std::optional<AppointmentId> but)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto wanted = wantedOf(view, draft);
    if (!wanted)
        return wanted.error();
    const QList<AppointmentId> without = but ? QList<AppointmentId>{*but} : QList<AppointmentId>();
    const auto asked = ask(view, *wanted, without);
    if (!asked)
        return asked.error();
    return freebusy::freeSlots(asked->question).isEmpty() ? blockersOf(view, *asked, wanted->span, without)
                                                          : QList<Blocker>();
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
    QList<Appointment> found;
    for (const Taken &one : takenBetween(view, period))
        found << one.appointment;
    return found;
}

QList<Taken> takenBetween(const store::Snapshot &view, const Period &period)
{
    // What each holds comes with it: a question for each would be most of the work of a day.
    static const QByteArray sql = selected(", c.resource_id, k.overbook, c.units",
                                           " LEFT JOIN claim k ON k.appointment_id = a.id"
                                           " LEFT JOIN claim_resource c ON c.claim_id = k.id AND c.released = 0") +
                                  " AND a.start_ms > ?1 AND a.start_ms < ?2 AND a.end_ms > ?3"
                                  " AND a.status <> 'cancelled' AND a.status <> 'entered-in-error'"
                                  " ORDER BY a.start_ms, a.n, c.n";
    access::footing(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(period.from - longestClaim, period.to, period.from);
    QList<Taken> found;
    while (rows.next()) {
        if (found.isEmpty() || found.constLast().appointment.id != rows.get<AppointmentId>(0))
            found << Taken{appointmentFrom(view, rows), {}};
        if (rows.isNull(extraColumns)) // of a claim that was released
            continue;
        Taken &one = found.last();
        one.appointment.resources << rows.get<ResourceId>(extraColumns);
        one.appointment.overbooked = rows.get<bool>(extraColumns + 1);
        one.units << rows.get<int>(extraColumns + 2);
    }
    return found;
}

} // namespace xinglin::schedule
