#include "clinic/patient/patients.h"

#include "clinic/patient/patientrows.h"

#include "store/store.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

Error missing(PatientId id)
{
    return {Code::NotFound, Tr::tr("There is no such patient."), {}, id.toString()};
}

Error unknown(const QString &reference)
{
    return {Code::NotFound, Tr::tr("There is no patient %1.").arg(reference), {}, {}};
}

/// Who somebody is, not masked yet; the caller has asked for the permission to search.
Result<Patient> unmasked(const store::Snapshot &view, PatientId id)
{
    const auto kept = canonical(view, id);
    if (!kept)
        return kept.error();
    static const QByteArray sql =
        QByteArray("SELECT ") + PatientColumns + " FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    store::Query row = view.sql(sql.constData());
    if (!row.bind(*kept).next())
        return missing(id);
    Patient patient = patientFrom(row);
    if (patient.referredBy && !canonical(view, *patient.referredBy))
        patient.referredBy.reset(); // that there is somebody is hidden too
    return patient;
}

/// Of the newest assessment; the care group is open.
std::optional<ConstitutionResult> constitutionOf(const store::Snapshot &view, PatientId kept)
{
    static const RowsOf assessments("SELECT c.id, c.form, c.day FROM constitution_assessment c WHERE ", "c",
                                    " AND c.status = 'completed'"
                                    " ORDER BY c.day DESC, c.recorded_ms DESC, c.n DESC LIMIT 1");
    store::Query newest = assessments.ask(view, kept);
    if (!newest.next())
        return std::nullopt;
    return ConstitutionResult{newest.get<QString>(1), QDate(1970, 1, 1).addDays(newest.get<qint64>(2)),
                              constitutionScores(view, newest.get<Uuid>(0))};
}

} // namespace

QList<constitution::Score> constitutionScores(const store::Snapshot &view, const Uuid &assessment)
{
    store::Query rows = view.sql(
        "SELECT type, raw, transformed, decision FROM constitution_result WHERE assessment_id = ?1 ORDER BY n");
    rows.bind(assessment);
    QList<constitution::Score> scores;
    while (rows.next())
        scores << constitution::Score{
            rows.get<QString>(0), rows.get<int>(1), rows.get<std::optional<double>>(2),
            constitution::decisionFrom(rows.get<QString>(3)).value_or(constitution::Decision::No)};
    return scores;
}

QString wholeNumber(const store::Snapshot &view, const QString &typed)
{
    bool digits = false;
    const qint64 number = typed.toLongLong(&digits);
    return digits && typed.size() <= 7
               ? view.store().identity().letter + QString::number(number).rightJustified(7, u'0')
               : typed.toUpper();
}

Result<Patient> find(const store::Snapshot &view, PatientId id)
{
    if (auto refused = requireSearch(view))
        return *refused;
    auto patient = unmasked(view, id);
    if (patient)
        addParts(view, *patient);
    return patient;
}

Result<Patient> findPlain(const store::Snapshot &view, PatientId id)
{
    if (auto refused = requireSearch(view))
        return *refused;
    auto patient = unmasked(view, id);
    if (patient) {
        const store::OpenGroups before = view.opened();
        applyMasks(view, *patient);
        view.narrow(before);
    }
    return patient;
}

Result<Patient> findByReference(const store::Snapshot &view, const QString &reference)
{
    if (auto refused = requireSearch(view))
        return *refused;
    const QString text = reference.trimmed();
    const auto look = [&](PatientId id) {
        auto found = find(view, id);
        if (!found && found.error().code == Code::NotFound)
            return Result<Patient>(unknown(text)); // the same words for one that is hidden
        return found;
    };
    if (const auto id = PatientId::fromString(text)) {
        // A number of another program may look like an id of ours.
        auto found = look(*id);
        if (found || found.error().code != Code::NotFound)
            return found;
    }
    // One of an open import must not stand in the way of who has the number.
    static const QByteArray numbered = "SELECT p.id FROM patient p WHERE p.number = ?1 AND " + inClosedBatch("p");
    store::Query byNumber = view.sql(numbered.constData());
    if (byNumber.bind(wholeNumber(view, text)).next())
        return look(byNumber.get<PatientId>(0));
    static const QByteArray called = "SELECT p.id FROM patient p WHERE p.old_number = ?1 AND " + inClosedBatch("p");
    store::Query byOldNumber = view.sql(called.constData());
    if (byOldNumber.bind(text).next())
        return look(byOldNumber.get<PatientId>(0));
    return unknown(text);
}

Result<PatientStrip> open(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    auto found = find(view, id);
    if (!found)
        return found.error();
    PatientStrip strip;
    strip.patient = *std::move(found);
    const PatientId kept = strip.patient.id;
    if (access::allows(view, Permission::ReadAllergies)) {
        auto known = allergies(view, kept);
        if (!known)
            return known.error();
        strip.allergies = *std::move(known);
    }
    if (access::allows(view, Permission::ReadCare, kept.uuid())) {
        static const RowsOf medicines("SELECT m.medicine, m.dosage FROM medication_statement m WHERE ", "m",
                                      " AND m.status = 'active' ORDER BY m.n");
        store::Query rows = medicines.ask(view, kept);
        QStringList names;
        while (rows.next())
            names << (rows.get<QString>(0) + (rows.isNull(1) ? QString() : u' ' + rows.get<QString>(1)));
        strip.medicines = names;
        static const RowsOf pregnancy("SELECT s.pregnant, s.lactating, s.recorded_ms FROM pregnancy_status s WHERE ",
                                      "s", " ORDER BY s.recorded_ms DESC, s.n DESC LIMIT 1");
        store::Query row = pregnancy.ask(view, kept);
        if (row.next())
            strip.pregnancy =
                PregnancyStatus{row.get<std::optional<bool>>(0), row.get<std::optional<bool>>(1), row.get<Instant>(2)};
    }
    if (access::allows(view, Permission::ReadCare)) // no broken glass opens this
        strip.constitution = constitutionOf(view, kept);
    store::Query rank =
        view.sql("SELECT r.visits, r.last_visit FROM patient_rank r JOIN patient p ON p.n = r.pid WHERE p.id = ?1");
    if (rank.bind(kept).next()) {
        strip.visits = rank.get<int>(0);
        if (const qint64 day = rank.get<qint64>(1); day > 0)
            strip.lastVisit = QDate(1970, 1, 1).addDays(day);
    }
    view.audit({"patient.open", "patient", kept.uuid(), kept.uuid(), "ok", {}});
    return strip;
}

Result<qint64> count(const store::Snapshot &view)
{
    if (auto refused = requireSearch(view))
        return *refused;
    store::Query all = view.sql("SELECT count(*) FROM patient_rank");
    all.next();
    store::Query hidden = view.sql("SELECT count(*) FROM import_batch b CROSS JOIN patient p ON p.batch_id = b.id"
                                   " WHERE b.state <> 'closed' AND p.merged_into_id IS NULL");
    hidden.next();
    return all.get<qint64>(0) - hidden.get<qint64>(0);
}

} // namespace xinglin::patient
