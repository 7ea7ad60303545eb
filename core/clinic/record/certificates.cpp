#include "clinic/record/certificates.h"

#include "clinic/patient/patients.h"
#include "clinic/record/visits.h"

#include <QCoreApplication>

namespace xinglin::certificate {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::certificate)
};

using access::Permission;

qint64 dayNumber(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

QDate dayOf(qint64 number)
{
    return QDate(1970, 1, 1).addDays(number);
}

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

/// The visit as it stands, where the actor may read it.
Result<VisitRevision> signedVisit(const store::Snapshot &view, VisitId id)
{
    auto revision = record::current(view, id);
    if (!revision)
        return revision;
    if (revision->status != RevisionStatus::Final && revision->status != RevisionStatus::Amended)
        return Error{Code::Conflict, Tr::tr("Sign the visit first; a sick note belongs to a signed visit."), {}, {}};
    return revision;
}

std::optional<Certificate> standing(const store::Snapshot &view, VisitId visit, PatientId patient)
{
    store::Query row = view.sql("SELECT c.id, c.diagnosis, c.from_day, c.to_day, c.recommendation, c.issued_ms, u.name,"
                                " u.title, u.licence FROM certificate c LEFT JOIN user u ON u.id = c.issued_by_id"
                                " WHERE c.visit_id = ?1 AND c.status = 'issued'");
    if (!row.bind(visit).next())
        return std::nullopt;
    Certificate found;
    found.id = row.get<CertificateId>(0);
    found.patient = patient;
    found.content = {visit, row.get<QString>(1), dayOf(row.get<qint64>(2)), dayOf(row.get<qint64>(3)),
                     row.get<QString>(4)};
    found.issued = row.get<Instant>(5);
    found.issuer = row.get<QString>(6);
    found.issuerTitle = row.get<QString>(7);
    found.issuerLicence = row.get<QString>(8);
    return found;
}

} // namespace

Result<Certificate> issue(store::Transaction &tx, const CertificateDraft &draft)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    const auto visit = signedVisit(tx, draft.visit);
    if (!visit)
        return visit.error();
    if (!draft.from.isValid() || draft.from < visit->day.addDays(-mostDays) ||
        draft.from > visit->day.addDays(mostDays))
        return wrong("from", Tr::tr("The first day is missing or far from the day of the visit."));
    if (!draft.to.isValid() || draft.to < draft.from)
        return wrong("to", Tr::tr("The last day lies before the first."));
    if (draft.days() > mostDays)
        return wrong("to", Tr::tr("A sick note covers at most %n days.", nullptr, mostDays));
    if (const auto before = standing(tx, draft.visit, visit->patient))
        tx.sql("UPDATE certificate SET status = 'replaced' WHERE id = ?1").bind(before->id).run();
    const auto textOrNull = [](const QString &text) {
        const QString said = text.trimmed();
        return said.isEmpty() ? QString() : said;
    };
    const auto id = tx.create<CertificateId>();
    tx.sql("INSERT INTO certificate(id, patient_id, visit_id, kind, diagnosis, from_day, to_day, recommendation,"
           " issued_ms, issued_by_id) VALUES(?1, ?2, ?3, 'sick-note', ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(id, visit->patient, draft.visit, textOrNull(draft.diagnosis), dayNumber(draft.from), dayNumber(draft.to),
              textOrNull(draft.recommendation), tx.now(), tx.actor().user)
        .run();
    tx.audit({"certificate.issue", "certificate", id.uuid(), visit->patient.uuid(), "ok", {}});
    access::allows(tx, Permission::ReadPeople);
    return *standing(tx, draft.visit, visit->patient);
}

Result<std::optional<Certificate>> ofVisit(const store::Snapshot &view, VisitId visit)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto revision = record::current(view, visit); // whether it may be read
    if (!revision)
        return revision.error();
    return standing(view, visit, revision->patient);
}

Result<Paper> paper(const store::Snapshot &view, VisitId visit)
{
    auto issued = ofVisit(view, visit);
    if (!issued)
        return issued.error();
    if (!*issued)
        return Error{Code::NotFound, Tr::tr("No sick note was issued about this visit."), {}, visit.toString()};
    auto patient = patient::find(view, (*issued)->patient);
    if (!patient)
        return patient.error();
    auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    const Certificate &certificate = **issued;
    Paper page{*std::move(clinic), *std::move(patient), {}, civilDay(certificate.issued, view.zone()), certificate};
    if (page.patient.birthDate)
        page.age = ageOn(*page.patient.birthDate, certificate.content.from);
    view.audit({"certificate.print", "certificate", certificate.id.uuid(), page.patient.id.uuid(), "ok", {}});
    return page;
}

} // namespace xinglin::certificate
