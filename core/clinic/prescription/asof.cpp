#include "clinic/prescription/asof.h"

#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"
#include "clinic/treatment/treatmentrows.h"
#include "clinic/treatment/treatments.h"
#include "clinic/treatment/treatmentwords.h"
#include "store/history.h"

#include <QCoreApplication>

namespace xinglin::consultation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::consultation)
};

using access::Permission;

qint64 integerOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<qint64>(value) ? std::get<qint64>(value) : 0;
}

QString textOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

void addClinicalParts(const store::Snapshot &view, VisitSummary &summary, Instant at, bool prescribed, bool treated)
{
    store::Query row = view.sql("SELECT id, status, complaint FROM visit_revision WHERE visit_id = ?1"
                                " AND written_ms <= ?2 ORDER BY number DESC LIMIT 1");
    if (!row.bind(summary.id, at).next())
        return;
    const auto revision = row.get<RevisionId>(0);
    summary.status = revisionStatusFrom(row.get<QString>(1)).value_or(RevisionStatus::Preliminary);
    summary.complaint = row.get<QString>(2);
    QStringList names;
    store::Query diagnoses = view.sql("SELECT display FROM diagnosis WHERE revision_id = ?1"
                                      " AND kind IN ('disease', 'pattern') ORDER BY rank");
    diagnoses.bind(revision);
    while (diagnoses.next())
        names << diagnoses.get<QString>(0);
    summary.diagnosis = names.join(u'·');
    if (treated) {
        QList<TreatmentDraft> treatments;
        for (const Treatment &one : treatment::readTreatments(view, revision))
            treatments << one.content;
        if (!treatments.isEmpty())
            summary.treatment = treatment::summary(treatments);
    }
    if (prescribed)
        summary.prescription = prescribedIn(view, revision);
}

} // namespace

Result<QList<VisitSummary>> visitsAsOf(const store::Snapshot &view, PatientId patient, Instant at, int limit)
{
    if (auto refused = access::require(view, Permission::ReadVisits))
        return *refused;
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const QByteArray sql =
        "SELECT v.id, u.name FROM visit v LEFT JOIN user u ON u.id = v.practitioner_id WHERE " + patient::where("v") +
        " AND v.entered_ms <= ?2";
    store::Query rows = view.sql(sql.constData());
    rows.bind(*kept, at);
    QList<VisitSummary> found;
    while (rows.next()) {
        VisitSummary summary;
        summary.id = rows.get<VisitId>(0);
        summary.practitioner = rows.get<QString>(1);
        const auto then = store::asItStood(view, "visit", summary.id.uuid(), at);
        if (!then || textOf(*then, "status") == u"entered-in-error")
            continue;
        summary.day = QDate(1970, 1, 1).addDays(integerOf(*then, "day"));
        summary.started = instantFromMs(integerOf(*then, "started_ms"));
        found << summary;
    }
    std::sort(found.begin(), found.end(), [](const VisitSummary &a, const VisitSummary &b) {
        return std::tuple(a.day, a.started) > std::tuple(b.day, b.started);
    });
    int ordinal = static_cast<int>(found.size());
    for (VisitSummary &summary : found)
        summary.ordinal = ordinal--;
    if (found.size() > limit)
        found.resize(limit);
    if (patient::sharesWith(view, Permission::ReadNarrative, *kept)) {
        const bool prescribed = patient::sharesWith(view, Permission::ReadPrescriptions, *kept);
        const bool treated = patient::sharesWith(view, Permission::ReadTreatments, *kept);
        for (VisitSummary &summary : found)
            addClinicalParts(view, summary, at, prescribed, treated);
    }
    return found;
}

Result<Stored> asOf(const store::Snapshot &view, VisitId id, Instant at)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql =
        QByteArray("SELECT ") + record::RevisionColumns +
        " FROM visit_revision r JOIN visit v ON v.id = r.visit_id LEFT JOIN user u ON u.id = r.author_id"
        " WHERE r.visit_id = ?1 AND r.written_ms <= ?2 AND " +
        patient::inClosedBatch("v") + " ORDER BY r.number DESC LIMIT 1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id, at).next())
        return Error{Code::NotFound, Tr::tr("Nothing had been written about this visit then."), {}, id.toString()};
    Stored stored{record::revisionFrom(row), {}, {}, {}};
    const auto patient = patient::shared(view, Permission::ReadNarrative, stored.revision.patient);
    if (!patient)
        return patient.error();
    if (const auto then = store::asItStood(view, "visit", id.uuid(), at))
        stored.revision.day = QDate(1970, 1, 1).addDays(integerOf(*then, "day"));
    record::readParts(view, stored.revision.id, stored.revision.note);
    if (patient::sharesWith(view, Permission::ReadPrescriptions, *patient))
        addPrescribed(view, stored);
    stored.treatments = treatment::ofRevision(view, stored.revision.id, *patient);
    view.audit({"visit.open", "visit", id.uuid(), patient->uuid(), "ok", QStringLiteral("as of %1").arg(toMs(at))});
    return stored;
}

Result<Span> spanOf(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadVisits))
        return *refused;
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    const auto found = patient::find(view, patient);
    if (!found)
        return found.error();
    Span span{civilDay(found->registered, view.zone()), view.today(), {}};
    static const QByteArray sql =
        "SELECT v.entered_ms FROM visit v WHERE " + patient::where("v") + " AND v.status <> 'entered-in-error'";
    store::Query rows = view.sql(sql.constData());
    rows.bind(found->id);
    while (rows.next())
        span.marks << civilDay(rows.get<Instant>(0), view.zone());
    std::sort(span.marks.begin(), span.marks.end());
    span.marks.erase(std::unique(span.marks.begin(), span.marks.end()), span.marks.end());
    if (!span.marks.isEmpty())
        span.first = std::min(span.first, span.marks.constFirst());
    return span;
}

} // namespace xinglin::consultation
