#include "clinic/chart/chart.h"

#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"
#include "clinic/record/visits.h"
#include "clinic/treatment/sessionrows.h"
#include "clinic/treatment/treatments.h"

#include <QHash>

#include <algorithm>

namespace xinglin::chart {

namespace {

using access::Permission;

/// More than anybody has: the order of time needs them all.
constexpr int mostAssessments = 1000;

void addVisits(QList<Event> &events, const QList<VisitSummary> &visits)
{
    for (const VisitSummary &visit : visits)
        events << Event{visit.id.uuid(), visit.day, visit.started, visit};
}

/// Name and sessions of an order.
std::pair<QString, int> orderOf(const store::Snapshot &view, TreatmentId id)
{
    store::Query row = view.sql("SELECT name, sessions FROM treatment WHERE id = ?1");
    return row.bind(id).next() ? std::pair(row.get<QString>(0), row.get<int>(1)) : std::pair(QString(), 0);
}

void addSessions(const store::Snapshot &view, PatientId kept, QList<Event> &events)
{
    QHash<Uuid, int> counted;
    for (const TreatmentSession &session : treatment::sessionsOf(view, kept)) {
        if (session.status == SessionStatus::EnteredInError)
            continue;
        GivenSession given{session, {}, 0, 0};
        std::tie(given.name, given.ordered) = orderOf(view, session.treatment);
        if (session.counts())
            given.ordinal = ++counted[session.course.uuid()];
        events << Event{session.id.uuid(), session.day, session.started, given};
    }
}

void addAllergies(const store::Snapshot &view, PatientId kept, QList<Event> &events)
{
    const auto known = patient::allergies(view, kept);
    if (!known)
        return;
    for (const Allergy &allergy : *known)
        events << Event{allergy.id.uuid(), civilDay(allergy.recorded, view.zone()), allergy.recorded,
                        CareNote{CareNote::What::Allergy, allergy.substance, allergy.reaction, {}, {}}};
}

void addCare(const store::Snapshot &view, PatientId kept, QList<Event> &events)
{
    static const patient::RowsOf medicines(
        "SELECT m.id, m.recorded_ms, m.medicine, m.dosage FROM medication_statement m WHERE ", "m",
        " AND m.status <> 'entered-in-error' ORDER BY m.n");
    store::Query rows = medicines.ask(view, kept);
    while (rows.next()) {
        const auto at = rows.get<Instant>(1);
        events << Event{rows.get<Uuid>(0), civilDay(at, view.zone()), at,
                        CareNote{CareNote::What::Medicine, rows.get<QString>(2), rows.get<QString>(3), {}, {}}};
    }
    static const patient::RowsOf pregnancies(
        "SELECT s.id, s.recorded_ms, s.pregnant, s.lactating FROM pregnancy_status s WHERE ", "s",
        " ORDER BY s.recorded_ms, s.n");
    store::Query states = pregnancies.ask(view, kept);
    while (states.next()) {
        const auto at = states.get<Instant>(1);
        events << Event{states.get<Uuid>(0), civilDay(at, view.zone()), at,
                        CareNote{CareNote::What::Pregnancy,
                                 {},
                                 {},
                                 states.get<std::optional<bool>>(2),
                                 states.get<std::optional<bool>>(3)}};
    }
}

/// A revision with what was prescribed and ordered in it.
consultation::Stored whole(const store::Snapshot &view, VisitRevision revision, bool formulas)
{
    consultation::Stored stored{std::move(revision), {}, {}, {}};
    if (formulas)
        consultation::addPrescribed(view, stored);
    stored.treatments = treatment::ofRevision(view, stored.revision.id, stored.revision.patient);
    return stored;
}

void addAttachments(const store::Snapshot &view, PatientId kept, QList<Event> &events)
{
    static const patient::RowsOf attached("SELECT a.id, a.taken_ms, a.kind, a.title FROM attachment a WHERE ", "a",
                                          " AND a.status = 'current' ORDER BY a.taken_ms DESC, a.id DESC");
    store::Query rows = attached.ask(view, kept);
    while (rows.next()) {
        const auto at = rows.get<Instant>(1);
        events << Event{rows.get<Uuid>(0), civilDay(at, view.zone()), at,
                        AttachedNote{attachmentKindFrom(rows.get<QString>(2)).value_or(AttachmentKind::Other),
                                     rows.get<QString>(3)}};
    }
}

} // namespace

Result<QList<Event>> events(const store::Snapshot &view, PatientId patient)
{
    auto visits = record::placesOf(view, patient);
    if (!visits)
        return visits.error();
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    QList<Event> found;
    addVisits(found, *visits);
    if (patient::sharesWith(view, Permission::ReadTreatments, *kept))
        addSessions(view, *kept, found);
    addAllergies(view, *kept, found);
    if (patient::sharesWith(view, Permission::ReadNarrative, *kept))
        addAttachments(view, *kept, found);
    if (access::allows(view, Permission::ReadCare, kept->uuid()))
        addCare(view, *kept, found);
    if (const auto assessments = assessment::ofPatient(view, *kept, mostAssessments)) {
        for (const ConstitutionAssessment &one : *assessments)
            found << Event{one.id.uuid(), one.day, one.recorded, one};
    }
    if (const auto problems = condition::ofPatient(view, *kept)) {
        for (const Condition &one : *problems)
            found << Event{one.id.uuid(), civilDay(one.recorded, view.zone()), one.recorded, one};
    }
    std::stable_sort(found.begin(), found.end(), [](const Event &one, const Event &other) {
        return std::tie(other.day, other.at) < std::tie(one.day, one.at);
    });
    return found;
}

Result<QList<Measurement>> measurements(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf numbers(
        "SELECT v.id, v.day, a.item, a.number FROM visit v JOIN visit_revision r ON r.visit_id = v.id AND r.number ="
        " (SELECT max(number) FROM visit_revision WHERE visit_id = v.id) JOIN answer a ON a.revision_id = r.id WHERE ",
        "v", " AND v.status <> 'entered-in-error' AND a.number IS NOT NULL ORDER BY v.day, v.started_ms");
    store::Query rows = numbers.ask(view, *kept);
    QList<Measurement> found;
    while (rows.next())
        found << Measurement{rows.get<VisitId>(0), QDate(1970, 1, 1).addDays(rows.get<qint64>(1)), rows.get<QString>(2),
                             rows.get<double>(3)};
    return found;
}

Result<QList<consultation::Stored>> notes(const store::Snapshot &view, PatientId patient)
{
    auto visits = record::placesOf(view, patient);
    if (!visits)
        return visits.error();
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    const bool formulas = patient::sharesWith(view, Permission::ReadPrescriptions, *kept);
    QList<consultation::Stored> found;
    for (const VisitSummary &visit : *visits) {
        auto revision = record::current(view, visit.id);
        if (!revision)
            return revision.error();
        found << whole(view, *std::move(revision), formulas);
    }
    view.audit({"chart.search", "patient", kept->uuid(), kept->uuid(), "ok", {}});
    return found;
}

Result<QList<State>> states(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    auto visits = record::placesOf(view, patient);
    if (!visits)
        return visits.error();
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    QList<State> found;
    for (const VisitSummary &visit : *visits) {
        store::Query rows = view.sql("SELECT r.id, r.number, r.status, u.name, r.written_ms FROM visit_revision r"
                                     " LEFT JOIN user u ON u.id = r.author_id WHERE r.visit_id = ?1"
                                     " ORDER BY r.number DESC");
        rows.bind(visit.id);
        while (rows.next())
            found << State{
                rows.get<RevisionId>(0), visit.id,
                visit.ordinal,           visit.day,
                rows.get<int>(1),        revisionStatusFrom(rows.get<QString>(2)).value_or(RevisionStatus::Preliminary),
                rows.get<QString>(3),    rows.get<Instant>(4)};
    }
    return found;
}

Result<consultation::Stored> stored(const store::Snapshot &view, RevisionId id)
{
    auto revision = record::revision(view, id);
    if (!revision)
        return revision.error();
    const auto kept = patient::canonical(view, revision->patient);
    if (!kept)
        return kept.error();
    const bool formulas = patient::sharesWith(view, Permission::ReadPrescriptions, *kept);
    view.audit({"visit.open", "visit", revision->visit.uuid(), kept->uuid(), "ok", {}});
    return whole(view, *std::move(revision), formulas);
}

} // namespace xinglin::chart
