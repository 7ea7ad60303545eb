#include "clinic/takeback.h"

#include "base/text/daywords.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/restoring.h"
#include "clinic/schedule/queue.h"
#include "clinic/takebackofschedule.h"

#include <QCoreApplication>

namespace xinglin::takeback {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::takeback)
};

using access::Permission;
using store::ColumnChange;
using store::RecordChanges;
using store::RowName;

/// A prescription signed since was checked with what the record left behind.
std::optional<Error> signedSince(const store::Snapshot &view, const RecordChanges &record, PatientId patient)
{
    // Past the gate: only whether one was signed is asked, never what stands in it, and the answer must not depend on
    // what the person who takes back may read.
    static const QByteArray sql =
        "SELECT r.id, r.signed_ms FROM visit v JOIN visit_revision r ON r.visit_id = v.id WHERE " +
        patient::everyRow("v") +
        " AND r.signed_ms >= ?2"
        " AND EXISTS (SELECT 1 FROM prescription p WHERE p.revision_id = r.id)";
    store::Query rows = view.connection().internal(sql.constData());
    rows.bind(patient, record.at);
    while (rows.next()) {
        const Instant at = rows.get<Instant>(1);
        if (!store::recordsAfter(view, {"visit_revision", rows.get<Uuid>(0)}, record.n).isEmpty())
            return standsInTheWay(
                Tr::tr("A prescription has been signed since (%1), and was checked with it. Correct the entry instead.")
                    .arg(timeText(view, at)));
    }
    return std::nullopt;
}

bool changesColumn(const RecordChanges &record, const char *table, const char *column)
{
    return std::any_of(record.changes.cbegin(), record.changes.cend(),
                       [&](const ColumnChange &change) { return change.table == table && change.column == column; });
}

/// The newest row of pregnancy but @p but.
struct Pregnancy
{
    Uuid id{Uuid::Bytes{}};
    std::optional<bool> pregnant;
    std::optional<bool> lactating;
};

QList<Pregnancy> pregnancies(const store::Snapshot &view, PatientId patient)
{
    static const QByteArray sql = "SELECT s.id, s.pregnant, s.lactating FROM pregnancy_status s WHERE " +
                                  patient::where("s") + " ORDER BY s.recorded_ms DESC, s.n DESC";
    store::Query rows = view.sql(sql.constData());
    rows.bind(patient);
    QList<Pregnancy> found;
    while (rows.next())
        found << Pregnancy{rows.get<Uuid>(0), rows.get<std::optional<bool>>(1), rows.get<std::optional<bool>>(2)};
    return found;
}

std::optional<RecordChanges> makerOf(const store::Snapshot &view, const RowName &row)
{
    return store::recordsOf(view, {row}, {}, 1).value(0, RecordChanges());
}

/// A newer row of pregnancy than those of the record.
std::optional<RecordChanges> newerPregnancy(const store::Snapshot &view, const RecordChanges &record, PatientId patient)
{
    if (!touches(record, "pregnancy_status"))
        return std::nullopt;
    const QList<Pregnancy> known = pregnancies(view, patient);
    if (known.isEmpty() || record.rows.contains({"pregnancy_status", known.constFirst().id}))
        return std::nullopt;
    return makerOf(view, {"pregnancy_status", known.constFirst().id});
}

std::optional<Error> obstacle(const store::Snapshot &view, const RecordChanges &record)
{
    const auto patient = patientOf(view, record);
    if (!patient)
        return standsInTheWay(Tr::tr("It concerns nobody's record."));
    if (auto changed = changedSince(view, record))
        return changed;
    if (const auto newer = newerPregnancy(view, record, *patient))
        return changedAgain(view, *newer, {});
    const bool checked = touches(record, "allergy") || touches(record, "pregnancy_status") ||
                         touches(record, "medication_statement") || changesColumn(record, "patient", "sex") ||
                         changesColumn(record, "patient", "birth_date");
    return checked ? signedSince(view, record, *patient) : std::nullopt;
}

void restorePregnancy(store::Transaction &tx, const RecordChanges &record, PatientId patient)
{
    Pregnancy before;
    for (const Pregnancy &known : pregnancies(tx, patient)) {
        if (!record.rows.contains({"pregnancy_status", known.id})) {
            before = known;
            break;
        }
    }
    // Its rows are only ever added: the newest says again what was known before.
    tx.sql("INSERT INTO pregnancy_status(id, patient_id, pregnant, lactating, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(tx.newUuid(), patient, before.pregnant, before.lactating, tx.now(), tx.actor().user)
        .run();
}

void restore(store::Transaction &tx, const RecordChanges &record)
{
    const auto patient = patientOf(tx, record);
    for (const RowName &row : record.rows) {
        if (row.table == "patient")
            restoreRow(tx, record, row, "name", {});
        else if (row.table == "patient_phone")
            restoreRow(tx, record, row, "ended", qint64(1));
        else if (row.table == "allergy")
            restoreRow(tx, record, row, "verification", QStringLiteral("entered-in-error"));
        else if (row.table == "medication_statement")
            restoreRow(tx, record, row, "status", QStringLiteral("entered-in-error"));
        else if (row.table == "condition")
            restoreRow(tx, record, row, "clinical_status", QStringLiteral("entered-in-error"));
        else if (row.table == "family_history")
            restoreRow(tx, record, row, "status", QStringLiteral("entered-in-error"));
        else if (row.table == "related_person")
            restoreRow(tx, record, row, "status", QStringLiteral("entered-in-error"));
        else if (row.table == "patient_tag")
            restoreRow(tx, record, row, "ended", qint64(1));
    }
    if (patient && touches(record, "pregnancy_status"))
        restorePregnancy(tx, record, *patient);
}

/// Of enquiries and contacts nothing else stands on what was said.
std::optional<Error> contactObstacle(const store::Snapshot &view, const RecordChanges &record)
{
    return changedSince(view, record);
}

void restoreContacts(store::Transaction &tx, const RecordChanges &record)
{
    for (const RowName &row : record.rows) {
        if (row.table == "communication")
            restoreRow(tx, record, row, "status", QStringLiteral("entered-in-error"));
        if (row.table != "enquiry")
            continue;
        const QList<ColumnChange> changes = changesOf(record, row);
        if (isNew(changes)) {
            setColumn(tx, row.table, "status", row.row, QStringLiteral("closed"));
            continue;
        }
        const auto before = [&](const char *column) -> const ColumnChange * {
            const auto found = std::find_if(changes.cbegin(), changes.cend(),
                                            [&](const ColumnChange &change) { return change.column == column; });
            return found == changes.cend() ? nullptr : &*found;
        };
        const ColumnChange *status = before("status");
        const ColumnChange *patient = before("patient_id");
        if (status && patient) // both at once: one without the other is no enquiry
            tx.sql("UPDATE enquiry SET (status, patient_id) = (?2, ?3) WHERE id = ?1")
                .bind(row.row, status->from, patient->from)
                .run();
        for (const ColumnChange &change : changes) {
            if (!patient || (&change != status && &change != patient))
                setColumn(tx, row.table, change.column, row.row, change.from);
        }
    }
}

/// A step of the queue stands alone until somebody else is where it would lead back to.
std::optional<Error> queueObstacle(const store::Snapshot &view, const RecordChanges &record)
{
    if (auto changed = changedSince(view, record))
        return changed;
    const store::Value inConsultation(QStringLiteral("in-consultation"));
    queue::StepBack step;
    for (const ColumnChange &change : record.changes) {
        if (change.table == "queue_ticket" && change.column == "stage" && !change.isNew) {
            if (change.from == inConsultation)
                step.returning << TicketId(change.row);
            else if (change.to == inConsultation)
                step.leaving << TicketId(change.row);
        }
    }
    return queue::backObstacle(view, step);
}

/// A number that was given stays given: the next one of the day is another.
void restoreQueue(store::Transaction &tx, const RecordChanges &record)
{
    for (const RowName &row : record.rows) {
        if (row.table == "queue_ticket")
            restoreRow(tx, record, row, "stage", QStringLiteral("entered-in-error"));
        else if (row.table == "appointment")
            restoreRow(tx, record, row, "status", {});
    }
}

/// The record that was merged or taken out of a merge, and the one that was kept.
struct Merge
{
    PatientId kept;
    PatientId merged;
    bool apart = false; ///< Taken out.
};

std::optional<Merge> mergeIn(const RecordChanges &record)
{
    for (const ColumnChange &change : record.changes) {
        if (change.table != "patient" || change.column != "merged_into_id")
            continue;
        const auto *into = std::get_if<QByteArray>(&change.to);
        const auto *from = std::get_if<QByteArray>(&change.from);
        const auto kept = into ? Uuid::fromBytes(*into) : from ? Uuid::fromBytes(*from) : std::nullopt;
        if (kept)
            return Merge{PatientId(*kept), PatientId(change.row), into == nullptr};
    }
    return std::nullopt;
}

/// Notes are joined and parted past the gate, so the record does not tell what to restore.
void restoreMerge(store::Transaction &tx, const RecordChanges &record)
{
    restore(tx, record);
    const auto merge = mergeIn(record);
    if (merge && merge->apart)
        patient::joinNotes(tx, merge->kept, merge->merged);
    else if (merge)
        patient::partNotes(tx, merge->kept, merge->merged);
}

constexpr Undo undos[] = {
    {"patient.edit", Permission::EditPatient, obstacle, restore},
    {"allergy.record", Permission::RecordAllergies, obstacle, restore},
    {"allergy.retract", Permission::RetractAllergies, obstacle, restore},
    {"care.record", Permission::RecordCare, obstacle, restore},
    {"condition.record", Permission::WriteVisit, obstacle, restore},
    {"condition.resolve", Permission::WriteVisit, obstacle, restore},
    {"condition.retract", Permission::WriteVisit, obstacle, restore},
    {"family.record", Permission::WriteVisit, obstacle, restore},
    {"family.retract", Permission::WriteVisit, obstacle, restore},
    {"relation.record", Permission::EditPatient, obstacle, restore},
    {"relation.end", Permission::EditPatient, obstacle, restore},
    {"relation.retract", Permission::EditPatient, obstacle, restore},
    {"tag.put", Permission::EditPatient, obstacle, restore},
    {"tag.take", Permission::EditPatient, obstacle, restore},
    {"enquiry.record", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"enquiry.edit", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"enquiry.close", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"enquiry.reopen", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"enquiry.link", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"contact.log", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"contact.retract", Permission::RecordContacts, contactObstacle, restoreContacts},
    {"appointment.book", Permission::Book, scheduleObstacle, restoreSchedule},
    {"appointment.series", Permission::Book, scheduleObstacle, restoreSchedule},
    {"appointment.move", Permission::Book, scheduleObstacle, restoreSchedule},
    {"appointment.cancel", Permission::Book, scheduleObstacle, restoreSchedule},
    {"appointment.rearrange", Permission::Book, scheduleObstacle, restoreSchedule},
    {"schedule.absence", Permission::EditRoster, scheduleObstacle, restoreSchedule},
    {"appointment.confirm", Permission::Book, scheduleObstacle, restoreSchedule},
    {"waitlist.add", Permission::Book, scheduleObstacle, restoreSchedule},
    {"waitlist.edit", Permission::Book, scheduleObstacle, restoreSchedule},
    {"waitlist.withdraw", Permission::Book, scheduleObstacle, restoreSchedule},
    {"waitlist.book", Permission::Book, scheduleObstacle, restoreSchedule},
    {"queue.checkin", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.walkin", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.noshow", Permission::RunQueue, scheduleObstacle, restoreSchedule},
    {"queue.next", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.call", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.skip", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.recall", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.finish", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.leave", Permission::RunQueue, queueObstacle, restoreQueue},
    {"queue.priority", Permission::RunQueue, queueObstacle, restoreQueue},
    {"patient.restrict", Permission::RestrictPatients, obstacle, restore},
    {"patient.merge", Permission::MergePatients, obstacle, restoreMerge, true},
};

} // namespace

const Undo *undoOf(const QByteArray &act)
{
    QByteArrayView base(act);
    for (const QByteArrayView ending : {QByteArrayView(".undo"), QByteArrayView(".redo")}) {
        if (base.endsWith(ending))
            base.chop(ending.size());
    }
    for (const Undo &undo : undos) {
        if (base == QByteArrayView(undo.act))
            return &undo;
    }
    return nullptr;
}

QList<Permission> permissionsFor(const RecordChanges &record)
{
    if (mergeIn(record))
        return {}; // whoever may merge may do all that belongs to it
    QList<Permission> asked;
    const auto ask = [&](bool needed, Permission permission) {
        if (needed)
            asked << permission;
    };
    ask(changesColumn(record, "patient", "restricted"), Permission::RestrictPatients);
    ask(touches(record, "patient") || touches(record, "patient_phone") || touches(record, "related_person") ||
            touches(record, "patient_tag"),
        Permission::EditPatient);
    ask(changesColumn(record, "patient", "desk_alert"), Permission::EditAlert);
    ask(changesColumn(record, "patient", "note"), Permission::WriteVisit);
    ask(touches(record, "allergy"), Permission::RecordAllergies);
    ask(touches(record, "appointment") || touches(record, "claim") || touches(record, "waitlist_entry"),
        Permission::Book);
    ask(touches(record, "roster_exception"), Permission::EditRoster);
    ask(touches(record, "condition") || touches(record, "family_history"), Permission::WriteVisit);
    ask(touches(record, "medication_statement") || touches(record, "pregnancy_status"), Permission::RecordCare);
    return asked;
}

std::optional<RecordChanges> undoing(const store::Snapshot &view, const RecordChanges &record)
{
    const store::Cause cause{"undo", store::bytesOf(record.version)};
    for (const RowName &row : record.rows) {
        for (const RecordChanges &later : store::recordsAfter(view, row, record.n)) {
            if (later.cause == cause)
                return later;
        }
    }
    const auto patient = touches(record, "pregnancy_status") ? patientOf(view, record) : std::nullopt;
    if (!patient || !access::allows(view, Permission::ReadCare))
        return std::nullopt;
    for (const Pregnancy &known : pregnancies(view, *patient)) {
        const auto maker = makerOf(view, {"pregnancy_status", known.id});
        if (maker->n <= record.n)
            break;
        if (maker->cause == cause)
            return maker;
    }
    return std::nullopt;
}

std::optional<PatientId> patientOf(const store::Snapshot &view, const RecordChanges &record)
{
    struct Owner
    {
        const char *table;
        const char *sql;
    };
    static constexpr Owner owners[] = {
        {"patient_phone", "SELECT patient_id FROM patient_phone WHERE id = ?1"},
        {"allergy", "SELECT patient_id FROM allergy WHERE id = ?1"},
        {"medication_statement", "SELECT patient_id FROM medication_statement WHERE id = ?1"},
        {"pregnancy_status", "SELECT patient_id FROM pregnancy_status WHERE id = ?1"},
        {"constitution_assessment", "SELECT patient_id FROM constitution_assessment WHERE id = ?1"},
        {"condition", "SELECT patient_id FROM condition WHERE id = ?1"},
        {"family_history", "SELECT patient_id FROM family_history WHERE id = ?1"},
        {"related_person", "SELECT patient_id FROM related_person WHERE id = ?1"},
        {"patient_tag", "SELECT patient_id FROM patient_tag WHERE id = ?1"},
        {"visit", "SELECT patient_id FROM visit WHERE id = ?1"},
        {"certificate", "SELECT patient_id FROM certificate WHERE id = ?1"},
        {"attestation", "SELECT patient_id FROM attestation WHERE id = ?1"},
        {"visit_revision",
         "SELECT v.patient_id FROM visit_revision r JOIN visit v ON v.id = r.visit_id WHERE r.id = ?1"},
        {"treatment_session", "SELECT patient_id FROM treatment_session WHERE id = ?1"},
        {"attachment", "SELECT patient_id FROM attachment WHERE id = ?1"},
        {"emergency_access", "SELECT patient_id FROM emergency_access WHERE id = ?1"},
        {"appointment", "SELECT patient_id FROM appointment WHERE id = ?1"},
        {"waitlist_entry", "SELECT patient_id FROM waitlist_entry WHERE id = ?1"},
        {"enquiry", "SELECT patient_id FROM enquiry WHERE id = ?1"},
        {"queue_ticket", "SELECT patient_id FROM queue_ticket WHERE id = ?1"},
        {"communication", "SELECT coalesce(c.patient_id, e.patient_id) FROM communication c"
                          " LEFT JOIN enquiry e ON e.id = c.enquiry_id WHERE c.id = ?1"},
    };
    if (isAboutMany(view, record))
        return std::nullopt;
    for (const RowName &row : record.rows) {
        if (row.table == "patient")
            return PatientId(row.row);
        for (const Owner &owner : owners) {
            if (row.table != owner.table)
                continue;
            store::Query query = view.sql(owner.sql);
            if (!query.bind(row.row).next())
                continue;
            if (const auto patient = query.get<std::optional<PatientId>>(0)) // who asks is none yet
                return patient;
        }
    }
    return std::nullopt;
}

} // namespace xinglin::takeback
