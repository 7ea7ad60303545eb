#include "clinic/schedule/calendarsource.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/schedulerows.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace xinglin::schedule {

namespace {

using access::Permission;
using freebusy::DayPart;
using freebusy::Exception;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

/// A claim holds a resource for a day at most, so what overlaps began no earlier than that.
constexpr std::chrono::milliseconds longestClaim = std::chrono::hours(24);

/// Whether the same import has something else for the patient then: book() does not see what is in an open batch.
Result<bool> hasOwnThen(const store::Snapshot &view, BatchId batch, PatientId patient, const Period &period)
{
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    store::Query rows = view.sql("SELECT a.patient_id FROM appointment a WHERE a.start_ms > ?1 AND a.start_ms < ?2"
                                 " AND a.end_ms > ?3 AND +a.batch_id = ?4");
    rows.bind(period.from - longestClaim, period.to, period.from, batch);
    while (rows.next()) {
        if (rows.get<std::optional<PatientId>>(0) == *kept)
            return true;
    }
    return false;
}

bool isBefore(const Exception &a, const Exception &b)
{
    return std::tuple(a.first, a.last, a.part ? a.part->from : -1) <
           std::tuple(b.first, b.last, b.part ? b.part->from : -1);
}

QList<Period> periodsOf(const Exception &when, const QTimeZone &zone)
{
    if (!when.part)
        return {{freebusy::instantOf(when.first, 0, zone), freebusy::instantOf(when.last.addDays(1), 0, zone)}};
    QList<Period> periods;
    for (QDate day = when.first; day <= when.last; day = day.addDays(1))
        periods << Period{freebusy::instantOf(day, when.part->from, zone),
                          freebusy::instantOf(day, when.part->to, zone)};
    return periods;
}

} // namespace

Result<Brought> compareAway(const store::Snapshot &view, const Origin &origin, const QList<RosterExceptionDraft> &parts)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    static const QByteArray sql = "SELECT x.first_day, x.last_day, x.from_minute, x.to_minute FROM roster_exception x"
                                  " WHERE x.source_event = ?1 AND x.resource_id IS ?2 AND x.ended = 0 AND"
                                  " (x.batch_id = ?3 OR " +
                                  patient::inClosedBatch("x") + ")";
    store::Query rows = view.sql(sql.constData());
    rows.bind(origin.key, parts.isEmpty() ? std::nullopt : parts.constFirst().resource, origin.batch);
    QList<Exception> known;
    while (rows.next()) {
        Exception one{Exception::Kind::Away, rows.get<QDate>(0), rows.get<QDate>(1), {}};
        if (!rows.isNull(2))
            one.part = DayPart{rows.get<int>(2), rows.get<int>(3)};
        known << one;
    }
    if (known.isEmpty())
        return Brought::New;
    QList<Exception> wanted;
    for (const RosterExceptionDraft &part : parts)
        wanted << part.when;
    std::sort(known.begin(), known.end(), isBefore);
    std::sort(wanted.begin(), wanted.end(), isBefore);
    return known == wanted ? Brought::Here : Brought::Otherwise;
}

Result<Brought> importAway(store::Transaction &tx, const Origin &origin, const QList<RosterExceptionDraft> &parts)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto over = batch::requireOpen(tx, origin.batch))
        return *over;
    const auto known = compareAway(tx, origin, parts);
    if (!known || *known != Brought::New)
        return known;
    for (const RosterExceptionDraft &part : parts) {
        const auto made = addException(tx, part);
        if (!made)
            return made.error();
        tx.sql("UPDATE roster_exception SET batch_id = ?2, source_event = ?3 WHERE id = ?1")
            .bind(made->id, origin.batch, origin.key)
            .run();
    }
    return Brought::New;
}

Result<QList<Appointment>> bookedDuring(const store::Snapshot &view, const QList<RosterExceptionDraft> &parts)
{
    QList<Appointment> found;
    QSet<Uuid> known;
    for (const RosterExceptionDraft &part : parts) {
        for (const Period &period : periodsOf(part.when, view.zone())) {
            const auto booked = between(view, period);
            if (!booked)
                return booked.error();
            for (const Appointment &one : *booked) {
                const bool theirs = !part.resource || one.resources.contains(*part.resource);
                if (!theirs || one.status != AppointmentStatus::Booked || one.period.to <= view.now() ||
                    known.contains(one.id.uuid()))
                    continue;
                known.insert(one.id.uuid());
                found << one;
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Appointment &a, const Appointment &b) { return a.period.from < b.period.from; });
    return found;
}

Result<Brought> importAppointment(store::Transaction &tx, const Origin &origin, const AppointmentDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto over = batch::requireOpen(tx, origin.batch))
        return *over;
    static const QByteArray sql = "SELECT a.start_ms, a.end_ms FROM appointment a WHERE a.source_event = ?1 AND"
                                  " (a.batch_id = ?2 OR " +
                                  patient::inClosedBatch("a") + ") LIMIT 1";
    store::Query row = tx.sql(sql.constData());
    if (row.bind(origin.key, origin.batch).next()) {
        const bool same = row.get<Instant>(0) == draft.start &&
                          (!draft.duration || row.get<Instant>(1) == draft.start + *draft.duration);
        return same ? Brought::Here : Brought::Otherwise;
    }
    if (draft.patient && !draft.besideOwn) {
        const Period wanted{draft.start, draft.start + draft.duration.value_or(std::chrono::minutes(1))};
        const auto own = hasOwnThen(tx, origin.batch, *draft.patient, wanted);
        if (!own)
            return own.error();
        if (*own)
            return wrong("patient", Tr::tr("The same import has something else for them then."), Code::Conflict);
    }
    const auto made = book(tx, draft);
    if (!made)
        return made.error();
    tx.sql("UPDATE appointment SET batch_id = ?2, source_event = ?3 WHERE id = ?1")
        .bind(made->id, origin.batch, origin.key)
        .run();
    return Brought::New;
}

Result<bool> isOurs(const store::Snapshot &view, const Uuid &id)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    static const QByteArray sql = "SELECT 1 FROM appointment a WHERE a.id = ?1 AND " + patient::inClosedBatch("a") +
                                  " UNION ALL SELECT 1 FROM roster_exception x WHERE x.id = ?1 AND x.ended = 0 AND " +
                                  patient::inClosedBatch("x");
    store::Query row = view.sql(sql.constData());
    return row.bind(id).next();
}

Result<Revision> revisionOf(const store::Snapshot &view, AppointmentId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    store::Query row = view.sql("SELECT count(*), max(k.recorded_ms) FROM claim k WHERE k.appointment_id = ?1");
    row.bind(id).next();
    return Revision{std::max(0, row.get<int>(0) - 1), row.isNull(1) ? Instant() : row.get<Instant>(1)};
}

} // namespace xinglin::schedule
