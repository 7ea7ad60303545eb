#include "clinic/takebackofschedule.h"

#include "clinic/restoring.h"
#include "clinic/schedule/claims.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace xinglin::takeback {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::takeback)
};

using store::ColumnChange;
using store::RecordChanges;
using store::RowName;

/// What a record gave up of what an appointment held.
struct GivenUp
{
    AppointmentId appointment;
    ResourceId resource;
    Period period;
    int units;
    bool overbooked;
};

/// Those it changed, or whose claims: another practitioner at the same time changes the claim alone.
QList<AppointmentId> appointmentsIn(const store::Snapshot &view, const RecordChanges &record)
{
    QList<AppointmentId> found;
    for (const RowName &row : record.rows) {
        std::optional<AppointmentId> one;
        if (row.table == "appointment") {
            one = AppointmentId(row.row);
        } else if (row.table == "claim") {
            store::Query claim = view.sql("SELECT appointment_id FROM claim WHERE id = ?1");
            if (claim.bind(row.row).next())
                one = claim.get<AppointmentId>(0);
        }
        if (one && !found.contains(*one))
            found << *one;
    }
    return found;
}

QList<GivenUp> givenUpIn(const store::Snapshot &view, const RecordChanges &record)
{
    QList<GivenUp> found;
    for (const ColumnChange &change : record.changes) {
        if (change.table != "claim_resource" || change.column != "released" || change.isNew)
            continue;
        store::Query row = view.sql("SELECT k.appointment_id, c.resource_id, c.start_ms, c.end_ms, c.units, k.overbook"
                                    " FROM claim_resource c JOIN claim k ON k.id = c.claim_id WHERE c.id = ?1");
        if (row.bind(change.row).next())
            found << GivenUp{row.get<AppointmentId>(0),
                             row.get<ResourceId>(1),
                             {row.get<Instant>(2), row.get<Instant>(3)},
                             row.get<int>(4),
                             row.get<bool>(5)};
    }
    return found;
}

const ColumnChange *changeOf(const QList<ColumnChange> &changes, const char *column)
{
    const auto found = std::find_if(changes.cbegin(), changes.cend(),
                                    [&](const ColumnChange &change) { return change.column == column; });
    return found == changes.cend() ? nullptr : &*found;
}

/// They have come, or it was said otherwise since.
std::optional<Error> movedOn(const store::Snapshot &view, const RecordChanges &record)
{
    for (const AppointmentId id : appointmentsIn(view, record)) {
        const auto now = schedule::find(view, id);
        if (!now || (!now->patient && !now->enquiry))
            return schedule::missingAppointment(id);
        const QList<ColumnChange> changes = changesOf(record, {"appointment", id.uuid()});
        const ColumnChange *status = isNew(changes) ? nullptr : changeOf(changes, "status");
        const QString left = status && std::holds_alternative<QString>(status->to)
                                 ? std::get<QString>(status->to)
                                 : schedule::toText(AppointmentStatus::Booked);
        if (schedule::toText(now->status) != left)
            return standsInTheWay(now->status == AppointmentStatus::Arrived ||
                                          now->status == AppointmentStatus::Fulfilled
                                      ? Tr::tr("%1 has come since.").arg(now->who)
                                      : Tr::tr("The appointment of %1 has been changed since.").arg(now->who));
    }
    return std::nullopt;
}

/// What was given up is held by others now.
std::optional<Error> takenSince(const store::Snapshot &view, const RecordChanges &record)
{
    const QList<AppointmentId> own = appointmentsIn(view, record);
    const QList<GivenUp> all = givenUpIn(view, record);
    for (const GivenUp &one : all) {
        if (one.overbooked)
            continue;
        const auto known = schedule::resource(view, one.resource);
        if (!known)
            return known.error();
        freebusy::Resource room;
        room.capacity = known->content.capacity;
        room.open = {one.period};
        for (const GivenUp &other : all) { // they come back together
            if (&other != &one && other.resource == one.resource)
                room.taken << freebusy::Use{other.period, other.units};
        }
        QList<Blocker> blockers;
        for (const schedule::Held &held : schedule::heldOf(view, one.resource, one.period, own)) {
            room.taken << held.use;
            const auto whose = schedule::find(view, held.appointment);
            blockers << Blocker{one.resource, held.appointment, whose ? whose->who : QString(),
                                whose ? whose->period : held.use.period};
        }
        using freebusy::Minutes;
        if (freebusy::obstacle(room, one.period, Minutes(0), Minutes(0), one.units, false) != freebusy::Obstacle::None)
            return schedule::refusal(view, blockers);
    }
    return std::nullopt;
}

/// Another claim for what was given up, with the clinic's word on it.
void claimAgain(store::Transaction &tx, AppointmentId appointment, const QList<GivenUp> &all)
{
    const Uuid id = tx.newUuid();
    bool first = true;
    for (const GivenUp &one : all) {
        if (one.appointment != appointment)
            continue;
        if (first) {
            tx.sql("INSERT INTO claim(id, appointment_id, overbook, recorded_ms, recorded_by_id)"
                   " VALUES(?1, ?2, ?3, ?4, ?5)")
                .bind(id, appointment, one.overbooked, tx.now(), tx.actor().user)
                .run();
            tx.sql("INSERT INTO claim_grant(id, claim_id, decision, recorded_ms) VALUES(?1, ?2, 'ok', ?3)")
                .bind(tx.newUuid(), id, tx.now())
                .run();
            first = false;
        }
        tx.sql("INSERT INTO claim_resource(id, claim_id, resource_id, start_ms, end_ms, units)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, one.resource, one.period.from, one.period.to, one.units)
            .run();
    }
}

} // namespace

std::optional<Error> scheduleObstacle(const store::Snapshot &view, const RecordChanges &record)
{
    if (auto moved = movedOn(view, record))
        return moved;
    if (auto changed = changedSince(view, record))
        return changed;
    return takenSince(view, record);
}

void restoreSchedule(store::Transaction &tx, const RecordChanges &record)
{
    const QList<GivenUp> given = givenUpIn(tx, record);
    for (const AppointmentId one : appointmentsIn(tx, record))
        schedule::release(tx, one);
    for (const RowName &row : record.rows) {
        if (row.table == "appointment" || row.table == "waitlist_entry")
            restoreRow(tx, record, row, "status", QStringLiteral("entered-in-error"));
        else if (row.table == "roster_exception")
            restoreRow(tx, record, row, "ended", qint64(1));
    }
    for (const AppointmentId one : appointmentsIn(tx, record))
        claimAgain(tx, one, given);
}

bool isAboutMany(const store::Snapshot &view, const RecordChanges &record)
{
    QSet<Uuid> patients;
    for (const AppointmentId one : appointmentsIn(view, record)) {
        store::Query row = view.sql("SELECT coalesce(patient_id, enquiry_id) FROM appointment WHERE id = ?1");
        if (row.bind(one).next())
            patients << row.get<Uuid>(0);
    }
    return patients.size() > 1;
}

} // namespace xinglin::takeback
