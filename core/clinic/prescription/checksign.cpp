#include "clinic/prescription/checksign.h"

#include "access/settings.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/attestationrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::checksign {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::checksign)
};

using access::Permission;

/// Whose the revision is, and of which visit.
struct Place
{
    PatientId patient;
    VisitId visit;
};

Result<Place> placeOf(const store::Snapshot &view, RevisionId id)
{
    static const QByteArray sql = "SELECT v.patient_id, v.id FROM visit_revision r JOIN visit v ON v.id = r.visit_id"
                                  " WHERE r.id = ?1 AND " +
                                  patient::ofSeen("v");
    const Error missing{Code::NotFound, Tr::tr("There is no such prescription."), {}, id.toString()};
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing;
    const auto kept = patient::shared(view, Permission::CheckPrescription, row.get<PatientId>(0), missing);
    if (!kept)
        return kept.error();
    return Place{*kept, row.get<VisitId>(1)};
}

bool prescribes(const store::Snapshot &view, RevisionId id)
{
    store::Query row = view.sql("SELECT EXISTS (SELECT 1 FROM prescription WHERE revision_id = ?1)"
                                " OR EXISTS (SELECT 1 FROM medicine_order WHERE revision_id = ?1)");
    return row.bind(id).next() && row.get<bool>(0);
}

/// Why the actor cannot check it; nothing where they can.
std::optional<Error> refusal(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = attestation::obstacle(view, id, AttestationScope::Prescription))
        return refused;
    if (!prescribes(view, id))
        return Error{Code::Conflict, Tr::tr("This visit prescribes nothing that could be checked."), {}, {}};
    // Whoever has countersigned the whole note has answered for this part of it too.
    store::Query own = view.sql("SELECT 1 FROM attestation WHERE revision_id = ?1 AND attester_id = ?2");
    if (own.bind(id, view.actor().user).next())
        return Error{Code::Conflict, Tr::tr("Your signature stands under this prescription already."), {}, {}};
    return std::nullopt;
}

/// Signed since @p first, which is how their printed numbers begin: see nextNumber().
void addWaiting(const store::Snapshot &view, const QByteArray &table, QDate first, QDate last, int limit,
                QList<Waiting> &found)
{
    const QByteArray sql =
        "SELECT v.patient_id, v.id, r.signed_ms FROM " + table +
        " p JOIN visit_revision r ON r.id = p.revision_id JOIN visit v ON v.id = r.visit_id"
        " WHERE p.number >= ?1 AND p.number < ?2 AND r.signed_ms IS NOT NULL AND v.status <> 'entered-in-error'"
        " AND r.author_id IS NOT ?3 AND NOT EXISTS (SELECT 1 FROM attestation a WHERE a.revision_id = r.id)"
        " AND NOT EXISTS (SELECT 1 FROM visit_revision later WHERE later.visit_id = r.visit_id"
        " AND later.number > r.number) AND " +
        patient::ofSeen("v") + " ORDER BY p.number DESC LIMIT ?4";
    const auto beginning = [](QDate day) { return day.toString(QStringLiteral("yyyyMMdd")); };
    store::Query rows = view.sql(sql.constData());
    rows.bind(beginning(first), beginning(last.addDays(1)), view.actor().user, limit);
    while (rows.next()) {
        const Waiting one{rows.get<PatientId>(0), rows.get<VisitId>(1), rows.get<Instant>(2)};
        if (!found.contains(one))
            found << one;
    }
}

} // namespace

Result<Prescribed> ofVisit(const store::Snapshot &view, VisitId id)
{
    if (auto refused = access::require(view, Permission::ReadPrescriptions))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql = "SELECT v.patient_id, r.id, v.day, u.name, r.status FROM visit v"
                                  " JOIN visit_revision r ON r.visit_id = v.id LEFT JOIN user u ON u.id = r.author_id"
                                  " WHERE v.id = ?1 AND v.status <> 'entered-in-error' AND " +
                                  patient::ofSeen("v") + " ORDER BY r.number DESC LIMIT 1";
    const Error missing{Code::NotFound, Tr::tr("There is no such visit."), {}, id.toString()};
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing;
    const auto kept = patient::shared(view, Permission::ReadPrescriptions, row.get<PatientId>(0), missing);
    if (!kept)
        return kept.error();
    Prescribed found;
    found.visit = id;
    found.revision = row.get<RevisionId>(1);
    found.patient = *kept;
    found.day = QDate(1970, 1, 1).addDays(row.get<qint64>(2));
    found.practitioner = row.get<QString>(3);
    found.status = revisionStatusFrom(row.get<QString>(4)).value_or(RevisionStatus::Preliminary);
    found.prescriptions = consultation::readPrescriptions(view, found.revision);
    found.medicines = medicineorder::ofRevision(view, found.revision);
    if (patient::sharesWith(view, Permission::CheckPrescription, *kept)) {
        found.checks = attestation::standing(view, found.revision, AttestationScope::Prescription);
        found.mayCheck = !refusal(view, found.revision);
    }
    view.audit({"prescription.open", "visit", id.uuid(), kept->uuid(), "ok", {}});
    return found;
}

Result<Attestation> sign(store::Transaction &tx, RevisionId id, const QString &remark)
{
    if (auto refused = access::require(tx, Permission::CheckPrescription))
        return *refused;
    const auto place = placeOf(tx, id);
    if (!place)
        return place.error();
    if (auto refused = refusal(tx, id))
        return *refused;
    const Attestation done = attestation::write(tx, id, place->patient, AttestationScope::Prescription, remark);
    tx.audit({"prescription.check", "visit", place->visit.uuid(), place->patient.uuid(), "ok", {}});
    return done;
}

Result<bool> maySign(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = access::require(view, Permission::CheckPrescription))
        return *refused;
    const auto place = placeOf(view, id);
    if (!place)
        return place.error();
    return !refusal(view, id);
}

Result<QList<Waiting>> waiting(const store::Snapshot &view, int limit)
{
    if (auto refused = access::require(view, Permission::CheckPrescription))
        return *refused;
    const auto asked = settings::isOn(view, settings::SecondPerson);
    if (!asked || !*asked) // whoever may not know of the rule is not asked to follow it
        return QList<Waiting>();
    QList<Waiting> found;
    for (const char *table : {"prescription", "medicine_order"})
        addWaiting(view, table, view.today().addDays(-validDays), view.today(), limit, found);
    found.removeIf([&](const Waiting &one) {
        const auto kept = patient::canonical(view, one.patient);
        return !kept || !patient::sharesWith(view, Permission::CheckPrescription, *kept);
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const Waiting &one, const Waiting &other) { return one.signedAt > other.signedAt; });
    return found.first(qMin<qsizetype>(limit, found.size()));
}

} // namespace xinglin::checksign
