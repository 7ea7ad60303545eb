#include "clinic/patient/batches.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

} // namespace

Result<Allergy> recordAllergy(store::Transaction &tx, PatientId id, const AllergyDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RecordAllergies))
        return *refused;
    const QString substance = draft.substance.trimmed();
    if (substance.isEmpty())
        return Error{Code::Invalid, Tr::tr("Say what the person is allergic to."), QStringLiteral("substance"), {}};
    const auto kept = canonical(tx, id);
    if (!kept)
        return kept.error();
    const Allergy allergy{tx.create<AllergyId>(), draft.allergen, substance, draft.reaction.trimmed(), tx.now()};
    tx.sql("INSERT INTO allergy(id, patient_id, allergen, substance, reaction, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(allergy.id, *kept, orNull(allergy.allergen), substance, orNull(allergy.reaction), allergy.recorded,
              tx.actor().user)
        .run();
    tx.audit({tx.act(), "allergy", allergy.id.uuid(), kept->uuid(), "ok", {}});
    return allergy;
}

Result<bool> knowsAllergy(const store::Snapshot &view, PatientId id, const AllergyDraft &draft,
                          std::optional<BatchId> batch)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    // Past the gate: only whether it stands there is asked.
    static const QByteArray same =
        " AND a.verification <> 'entered-in-error' AND (a.substance = ?2 OR a.allergen = ?3) LIMIT 1";
    static const EveryRowOf known("SELECT 1 FROM allergy a WHERE ", "a", same);
    const QString substance = draft.substance.trimmed();
    const QString allergen = orNull(draft.allergen);
    store::Query rows = known.ask(view.connection(), id.uuid());
    if (rows.bindAt(2, substance).bindAt(3, allergen).next())
        return true;
    static const QByteArray inBatch = "SELECT 1 FROM allergy a WHERE a.patient_id = ?1 AND a.batch_id = ?4" + same;
    return view.connection().internal(inBatch.constData()).bind(id, substance, allergen, batch).next();
}

Result<bool> importAllergy(store::Transaction &tx, BatchId batch, PatientId id, const AllergyDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto refused = batch::requireOpen(tx, batch))
        return *refused;
    const QString substance = draft.substance.trimmed();
    if (substance.isEmpty())
        return Error{Code::Invalid, Tr::tr("Say what the person is allergic to."), QStringLiteral("substance"), {}};
    const auto known = knowsAllergy(tx, id, draft, batch);
    if (!known || *known)
        return known ? Result<bool>(false) : Result<bool>(known.error());
    tx.sql("INSERT INTO allergy(id, batch_id, patient_id, allergen, substance, reaction, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(tx.newUuid(), batch, id, orNull(draft.allergen), substance, orNull(draft.reaction), tx.now(),
              tx.actor().user)
        .run();
    return true;
}

Result<Done> retractAllergy(store::Transaction &tx, AllergyId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::RetractAllergies))
        return *refused;
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why the entry was wrong."), QStringLiteral("reason"), {}};
    static const QByteArray known = "SELECT a.patient_id FROM allergy a WHERE a.id = ?1 AND " + ofSeen("a");
    store::Query row = tx.sql(known.constData());
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("There is no such allergy."), {}, {}};
    tx.sql("UPDATE allergy SET verification = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "allergy", id.uuid(), row.get<Uuid>(0), "ok", {}});
    return Done{};
}

Result<QList<Allergy>> allergies(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::ReadAllergies))
        return *refused;
    access::allows(view, Permission::SearchPatients); // merges are followed through the patient's row
    static const RowsOf known("SELECT a.id, a.allergen, a.substance, a.reaction, a.recorded_ms FROM allergy a WHERE ",
                              "a", " AND a.verification <> 'entered-in-error' ORDER BY a.n");
    const auto kept = canonical(view, id);
    if (!kept)
        return kept.error();
    store::Query rows = known.ask(view, *kept);
    QList<Allergy> found;
    while (rows.next())
        found << Allergy{rows.get<AllergyId>(0), rows.get<QString>(1), rows.get<QString>(2), rows.get<QString>(3),
                         rows.get<Instant>(4)};
    return found;
}

Result<Done> recordPregnancy(store::Transaction &tx, PatientId id, std::optional<bool> pregnant,
                             std::optional<bool> lactating)
{
    if (auto refused = access::require(tx, Permission::RecordCare))
        return *refused;
    const auto kept = canonical(tx, id);
    if (!kept)
        return kept.error();
    const Uuid row = tx.newUuid();
    tx.sql("INSERT INTO pregnancy_status(id, patient_id, pregnant, lactating, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(row, *kept, pregnant, lactating, tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "pregnancy_status", row, kept->uuid(), "ok", {}});
    return Done{};
}

Result<Done> recordMedicine(store::Transaction &tx, PatientId id, const QString &medicine, const QString &dosage)
{
    if (auto refused = access::require(tx, Permission::RecordCare))
        return *refused;
    if (medicine.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The medicine's name is needed."), QStringLiteral("medicine"), {}};
    const auto kept = canonical(tx, id);
    if (!kept)
        return kept.error();
    const Uuid row = tx.newUuid();
    tx.sql("INSERT INTO medication_statement(id, patient_id, medicine, dosage, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(row, *kept, medicine.trimmed(), orNull(dosage), tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "medication_statement", row, kept->uuid(), "ok", {}});
    return Done{};
}

} // namespace xinglin::patient
