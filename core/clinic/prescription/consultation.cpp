#include "clinic/prescription/consultation.h"

#include "access/settings.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/attestations.h"
#include "clinic/record/visitrows.h"
#include "clinic/record/visits.h"
#include "clinic/treatment/treatments.h"
#include "clinic/treatment/treatmentwords.h"

#include <QCoreApplication>

namespace xinglin::consultation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::consultation)
};

using access::Permission;

safety::Route routeOf(Route route)
{
    switch (route) {
    case Route::Decoction:
        return safety::Route::Decoction;
    case Route::Granule:
        return safety::Route::Granule;
    case Route::Pill:
        return safety::Route::Pill;
    case Route::Powder:
        return safety::Route::Powder;
    case Route::External:
        return safety::Route::External;
    }
    Q_UNREACHABLE();
}

QList<safety::CheckLine> linesOf(const PrescriptionDraft &draft)
{
    QList<safety::CheckLine> lines;
    for (const PrescriptionLine &line : draft.lines)
        lines << safety::CheckLine{line.name, line.herb.isEmpty() ? std::nullopt : std::optional(line.herb),
                                   line.dose > Mass() ? std::optional(line.dose) : std::nullopt, line.preparation};
    return lines;
}

bool isOverridden(const safety::Finding &finding, const PrescriptionDraft &draft)
{
    const QString herbs = herbsOf(finding);
    return std::any_of(draft.overrides.cbegin(), draft.overrides.cend(), [&](const FindingOverride &override) {
        return override.rule == finding.rule && override.herbs == herbs && !override.reason.trimmed().isEmpty();
    });
}

/// Two prescriptions of one visit are numbered in what is said of them.
QString placeOf(qsizetype index, const char *what)
{
    return QStringLiteral("prescriptions[%1].%2").arg(index).arg(QLatin1String(what));
}

std::optional<Error> problem(const PrescriptionDraft &draft, qsizetype index, bool toSign)
{
    const auto refuse = [&](const char *what, const QString &message) {
        return Error{Code::Invalid, message, placeOf(index, what), {}};
    };
    if (draft.packets < 1 || draft.packets > 999)
        return refuse("packets", Tr::tr("Packets are between 1 and 999."));
    if (draft.packetsPerDay < 1 || draft.packetsPerDay > 9)
        return refuse("packetsPerDay", Tr::tr("Packets a day are between 1 and 9."));
    if (draft.timesPerDay < 1 || draft.timesPerDay > 24)
        return refuse("timesPerDay", Tr::tr("Times a day are between 1 and 24."));
    for (const PrescriptionLine &line : draft.lines) {
        if (toSign && line.name.trimmed().isEmpty())
            return refuse("lines", Tr::tr("A herb has no name."));
        if (toSign && line.dose <= Mass())
            return refuse("lines", Tr::tr("%1 has no dose.").arg(line.name));
        if (line.dose > Mass::grams(5000))
            return refuse("lines", Tr::tr("%1: more than 5 kg in a packet cannot be meant.").arg(line.name));
    }
    if (toSign && draft.lines.isEmpty())
        return refuse("lines", Tr::tr("The prescription has no herbs."));
    return std::nullopt;
}

/// Answers that the form does not allow. A note of an earlier form is left as it is.
std::optional<Error> problem(const Catalog &catalog, const VisitNote &note)
{
    if (note.form != catalog.visitForm.reference())
        return std::nullopt;
    QList<forms::GivenAnswer> given;
    for (const Answer &answer : note.answers)
        given << forms::GivenAnswer{answer.item, answer.site, answer.number, answer.code, answer.text};
    const auto knows = [&](const QString &vocabulary, const QString &code) { return catalog.knows(vocabulary, code); };
    const QList<Error> wrong = forms::problems(catalog.visitForm, given, false, knows);
    return wrong.isEmpty() ? std::nullopt : std::optional(wrong.first());
}

Result<Stored> write(store::Transaction &tx, const Catalog &catalog, const Draft &draft, bool toSign)
{
    if (auto refused = access::require(tx, Permission::WritePrescriptions))
        return *refused;
    // Who may not order treatments must not drop another's by writing the visit again either.
    if (!access::allows(tx, Permission::WriteTreatments) &&
        (!draft.treatments.isEmpty() || (draft.visit.basedOn && treatment::hasTreatments(tx, *draft.visit.basedOn))))
        return Error{
            Code::NoPermission, Tr::tr("This visit orders treatments, which your role does not allow."), {}, {}};
    for (qsizetype i = 0; i < draft.prescriptions.size(); ++i) {
        if (auto wrong = problem(draft.prescriptions[i], i, toSign))
            return *wrong;
    }
    if (auto wrong = medicineorder::problem(draft.medicines, toSign))
        return *wrong;
    if (auto wrong = problem(catalog, draft.visit.note))
        return *wrong;
    const auto revision = toSign ? record::sign(tx, draft.visit) : record::save(tx, draft.visit);
    if (!revision)
        return revision.error();
    // What is known of the patient now, not when the page was opened; the age is that of the day of the visit.
    const auto facts = factsFor(tx, revision->patient, revision->day);
    if (!facts)
        return facts.error();
    for (qsizetype i = 0; i < draft.prescriptions.size(); ++i) {
        PrescriptionDraft one = draft.prescriptions[i];
        const safety::CheckResult result = check(catalog, draft.prescriptions, i, *facts);
        if (const auto severe = open(result, one); toSign && !severe.isEmpty())
            return Error{Code::Conflict, Tr::tr("%1: change it, or say why it stays.").arg(herbsOf(severe.first())),
                         placeOf(i, "findings"), severe.first().rule};
        QList<StoredFinding> findings;
        for (PrescriptionLine &line : one.lines)
            line.signedAgain = false;
        for (const safety::Finding &finding : result.findings) {
            findings << StoredFinding{finding.rule, safety::severityText(finding.severity), herbsOf(finding)};
            if (finding.severity != safety::Severity::Severe || !isOverridden(finding, one))
                continue;
            for (const int line : finding.lines)
                one.lines[line].signedAgain = true;
        }
        writePrescription(tx, revision->id, revision->patient, static_cast<int>(i) + 1,
                          toSign ? nextNumber(tx) : QString(), one, result.scope.checked, catalog.rulesVersion,
                          findings);
    }
    auto treatments = treatment::write(tx, catalog, *revision, draft.treatments, pointPatient(*facts), toSign);
    if (!treatments)
        return treatments.error();
    if (!draft.medicines.isEmpty())
        medicineorder::write(tx, revision->id, toSign ? nextNumber(tx) : QString(), draft.medicines);
    return Stored{*revision, readPrescriptions(tx, revision->id), *std::move(treatments),
                  medicineorder::ofRevision(tx, revision->id)};
}

} // namespace

Result<PatientFacts> factsFor(const store::Snapshot &view, PatientId id, std::optional<QDate> on)
{
    if (auto refused = access::require(view, Permission::ReadAllergies))
        return *refused;
    const auto patient = patient::findPlain(view, id);
    if (!patient)
        return patient.error();
    if (auto refused = access::require(view, Permission::ReadCare, patient->id.uuid()))
        return *refused;
    PatientFacts facts;
    facts.sex = patient->sex;
    if (patient->birthDate) {
        if (const auto age = ageOn(*patient->birthDate, on.value_or(view.today())))
            facts.age = age->years;
    }
    auto allergies = patient::allergies(view, patient->id);
    if (!allergies)
        return allergies.error();
    facts.allergies = *std::move(allergies);
    static const patient::RowsOf medicines("SELECT m.medicine FROM medication_statement m WHERE ", "m",
                                           " AND m.status = 'active' ORDER BY m.n");
    store::Query rows = medicines.ask(view, patient->id);
    while (rows.next())
        facts.medicines << rows.get<QString>(0);
    // The latest is looked for here: SQLite would make a table of its own to find it.
    static const patient::RowsOf pregnancy(
        "SELECT s.recorded_ms, s.n, s.pregnant, s.lactating FROM pregnancy_status s WHERE ", "s", "");
    std::optional<std::pair<qint64, qint64>> latest;
    store::Query said = pregnancy.ask(view, patient->id);
    while (said.next()) {
        const std::pair place(said.get<qint64>(0), said.get<qint64>(1));
        if (latest && place < *latest)
            continue;
        latest = place;
        facts.pregnant = said.get<std::optional<bool>>(2);
        facts.lactating = said.get<std::optional<bool>>(3);
    }
    return facts;
}

points::PointPatient pointPatient(const PatientFacts &facts)
{
    return {facts.sex != Sex::Male, facts.age, facts.pregnant};
}

QString herbsOf(const safety::Finding &finding)
{
    return (finding.herbs + finding.beside).join(u'、');
}

safety::CheckResult check(const Catalog &catalog, const PrescriptionDraft &draft, const PatientFacts &facts)
{
    return check(catalog, {draft}, 0, facts);
}

safety::CheckResult check(const Catalog &catalog, const QList<PrescriptionDraft> &all, qsizetype which,
                          const PatientFacts &facts)
{
    const PrescriptionDraft &draft = all.at(which);
    safety::CheckInput input;
    input.lines = linesOf(draft);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const PrescriptionDraft &other = all.at(i);
        if (i != which)
            input.beside << safety::CheckBeside{static_cast<int>(i) + 1, linesOf(other), other.packetsPerDay,
                                                other.timesPerDay, routeOf(other.route)};
    }
    input.packetsPerDay = draft.packetsPerDay;
    input.timesPerDay = draft.timesPerDay;
    input.route = routeOf(draft.route);
    if (facts.sex == Sex::Female)
        input.patient.sex = safety::Sex::Female;
    else if (facts.sex == Sex::Male)
        input.patient.sex = safety::Sex::Male;
    input.patient.age = facts.age;
    input.patient.pregnant = facts.pregnant;
    input.patient.lactating = facts.lactating;
    for (const Allergy &allergy : facts.allergies)
        input.patient.allergies << (allergy.allergen.isEmpty() ? allergy.substance : allergy.allergen);
    input.medicines = facts.medicines;
    return safety::check(catalog.safety, input);
}

QList<safety::Finding> open(const safety::CheckResult &result, const PrescriptionDraft &draft)
{
    QList<safety::Finding> found;
    for (const safety::Finding &finding : result.findings) {
        if (finding.severity == safety::Severity::Severe && !isOverridden(finding, draft))
            found << finding;
    }
    return found;
}

Result<Stored> save(store::Transaction &tx, const Catalog &catalog, const Draft &draft)
{
    return write(tx, catalog, draft, false);
}

Result<Stored> sign(store::Transaction &tx, const Catalog &catalog, const Draft &draft)
{
    return write(tx, catalog, draft, true);
}

Result<Stored> current(const store::Snapshot &view, VisitId id)
{
    auto revision = record::current(view, id);
    if (!revision)
        return revision.error();
    Stored stored{*std::move(revision), {}, {}, {}};
    const auto kept = patient::canonical(view, stored.revision.patient);
    if (kept && patient::sharesWith(view, Permission::ReadPrescriptions, *kept))
        addPrescribed(view, stored);
    stored.treatments = treatment::ofRevision(view, stored.revision.id, stored.revision.patient);
    view.audit({"visit.open", "visit", id.uuid(), stored.revision.patient.uuid(), "ok", {}});
    return stored;
}

namespace {

std::optional<QString> prescribedAt(const store::Snapshot &view, VisitId visit)
{
    store::Query newest = view.sql("SELECT id FROM visit_revision WHERE visit_id = ?1 ORDER BY number DESC LIMIT 1");
    return newest.bind(visit).next() ? prescribedIn(view, newest.get<RevisionId>(0)) : std::nullopt;
}

/// What was ordered at the visits of a patient, as far as the actor may read it.
void addOrders(const store::Snapshot &view, PatientId kept, QList<VisitSummary> &visits)
{
    const bool treatments = patient::sharesWith(view, Permission::ReadTreatments, kept);
    const bool formulas = patient::sharesWith(view, Permission::ReadPrescriptions, kept);
    for (VisitSummary &visit : visits) {
        if (treatments)
            visit.treatment = treatment::summaryOf(view, visit.id);
        if (formulas)
            visit.prescription = prescribedAt(view, visit.id);
    }
}

} // namespace

std::optional<QString> prescribedIn(const store::Snapshot &view, RevisionId revision)
{
    QStringList words;
    store::Query rows = view.sql("SELECT p.name, p.packets, (SELECT count(*) FROM prescription_item i"
                                 " WHERE i.prescription_id = p.id) FROM prescription p WHERE p.revision_id = ?1"
                                 " ORDER BY p.rank");
    rows.bind(revision);
    while (rows.next()) {
        const QString name = rows.isNull(0) ? Tr::tr("Own formula") : rows.get<QString>(0);
        words << Tr::tr("%1, %n herb(s) × %2", nullptr, rows.get<int>(2)).arg(name).arg(rows.get<int>(1));
    }
    for (const MedicineOrder &one : medicineorder::ofRevision(view, revision).orders)
        words << one.name;
    return words.isEmpty() ? std::nullopt : std::optional(words.join(Tr::tr("; ", "between what was prescribed")));
}

Result<QList<VisitSummary>> visitsOf(const store::Snapshot &view, PatientId patient, int limit)
{
    auto visits = record::visitsOf(view, patient, limit);
    if (!visits)
        return visits;
    if (const auto kept = patient::canonical(view, patient))
        addOrders(view, *kept, *visits);
    return visits;
}

Result<QList<VisitSummary>> withContents(const store::Snapshot &view, PatientId patient, QList<VisitSummary> visits)
{
    if (auto refused = access::require(view, Permission::ReadVisits))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const QByteArray sql = "SELECT 1 FROM visit v WHERE " + patient::where("v") + " AND v.id = ?2";
    visits.removeIf([&](const VisitSummary &visit) { return !view.sql(sql.constData()).bind(*kept, visit.id).next(); });
    if (patient::sharesWith(view, Permission::ReadNarrative, *kept)) {
        for (VisitSummary &visit : visits)
            record::addClinicalParts(view, visit);
    }
    addOrders(view, *kept, visits);
    return visits;
}

Result<QList<Prescription>> lastPrescriptions(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadPrescriptions))
        return *refused;
    // Of the latest visit whose newest revision is signed and has a prescription: what was amended away is not offered.
    static const QByteArray sql = "SELECT r.id FROM visit v JOIN visit_revision r ON r.visit_id = v.id WHERE " +
                                  patient::where("v") +
                                  " AND r.signed_ms IS NOT NULL AND v.status = 'finished'"
                                  " AND r.number = (SELECT max(number) FROM visit_revision WHERE visit_id = v.id)"
                                  " AND EXISTS (SELECT 1 FROM prescription p WHERE p.revision_id = r.id)"
                                  " ORDER BY v.day DESC, v.started_ms DESC LIMIT 1";
    const auto kept = patient::shared(view, Permission::ReadPrescriptions, patient);
    if (!kept)
        return kept.error();
    store::Query row = view.sql(sql.constData());
    if (!row.bind(*kept).next())
        return QList<Prescription>();
    return readPrescriptions(view, row.get<RevisionId>(0));
}

Result<Seconds> secondsOf(const store::Snapshot &view, RevisionId revision)
{
    const auto attestations = attestation::of(view, revision);
    if (!attestations)
        return attestations.error();
    const auto second = settings::isOn(view, settings::SecondPerson);
    if (!second)
        return second.error();
    if (*second && attestations->isEmpty())
        return Error{
            Code::Conflict,
            Tr::tr("This prescription is printed once a second person has checked it or countersigned its note."),
            {},
            {}};
    Seconds seconds;
    for (const Attestation &one : *attestations) { // of several the first one
        QString &name = one.scope == AttestationScope::Prescription ? seconds.checker : seconds.countersigner;
        name = name.isEmpty() ? one.attester : name;
    }
    return seconds;
}

Result<Paper> paper(const store::Snapshot &view, PrescriptionId id)
{
    if (auto refused = access::require(view, Permission::PrintPrescription))
        return *refused;
    store::Query row = view.sql("SELECT r.visit_id, r.id, r.signed_ms FROM prescription p"
                                " JOIN visit_revision r ON r.id = p.revision_id WHERE p.id = ?1");
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("There is no such prescription."), {}, id.toString()};
    if (row.isNull(2))
        return Error{Code::Conflict, Tr::tr("Only a signed prescription is printed."), {}, {}};
    auto revision = record::current(view, row.get<VisitId>(0));
    if (!revision)
        return revision.error();
    if (revision->id != row.get<RevisionId>(1))
        return Error{Code::Stale, Tr::tr("This prescription was replaced by an amended one; print that."), {}, {}};
    auto patient = patient::find(view, revision->patient);
    if (!patient)
        return patient.error();
    auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    auto allergies = patient::allergies(view, patient->id);
    if (!allergies)
        return allergies.error();
    auto seconds = secondsOf(view, revision->id);
    if (!seconds)
        return seconds.error();
    Paper page{*std::move(clinic), *std::move(patient), {}, {}, *std::move(revision), {}};
    page.seconds = *std::move(seconds);
    if (page.patient.birthDate)
        page.age = ageOn(*page.patient.birthDate, page.revision.day);
    for (const Allergy &allergy : *allergies)
        page.allergies << allergy.substance;
    for (const Prescription &one : readPrescriptions(view, page.revision.id)) {
        if (one.id == id)
            page.prescription = one;
    }
    view.audit({"prescription.print", "prescription", id.uuid(), page.patient.id.uuid(), "ok", {}});
    return page;
}

Paper priced(Paper paper, const prices::List &list, const safety::HerbCatalog &herbs)
{
    const prices::Total total = prices::totalOf(list, herbs, paper.prescription.content);
    if (list.onPaper && total.isWhole())
        paper.price = total.all;
    return paper;
}

} // namespace xinglin::consultation
