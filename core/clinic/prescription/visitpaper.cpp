#include "clinic/prescription/visitpaper.h"

#include "access/permission.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"

#include <QCoreApplication>

namespace xinglin::consultation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::consultation)
};

using access::Permission;

/// What both papers of a visit say of it and of whose it is.
Result<SummaryPaper> signedVisit(const store::Snapshot &view, VisitId id)
{
    auto visit = current(view, id);
    if (!visit)
        return visit.error();
    if (visit->revision.status != RevisionStatus::Final && visit->revision.status != RevisionStatus::Amended)
        return Error{Code::Conflict, Tr::tr("Sign first; only a signed visit is printed."), {}, {}};
    auto patient = patient::find(view, visit->revision.patient);
    if (!patient)
        return patient.error();
    auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    auto allergies = patient::allergies(view, patient->id);
    if (!allergies)
        return allergies.error();
    SummaryPaper page{*std::move(clinic), *std::move(patient), {}, {}, *std::move(visit)};
    if (page.patient.birthDate)
        page.age = ageOn(*page.patient.birthDate, page.visit.revision.day);
    for (const Allergy &allergy : *allergies)
        page.allergies << allergy.substance;
    return page;
}

} // namespace

Result<SummaryPaper> summaryPaper(const store::Snapshot &view, VisitId id)
{
    auto page = signedVisit(view, id);
    if (page)
        view.audit({"visit.print", "visit", id.uuid(), page->patient.id.uuid(), "ok", {}});
    return page;
}

Result<SummaryPaper> medicinePaper(const store::Snapshot &view, VisitId id)
{
    if (auto refused = access::require(view, Permission::PrintPrescription))
        return *refused;
    auto page = signedVisit(view, id);
    if (!page)
        return page;
    if (page->visit.medicines.orders.isEmpty())
        return Error{Code::NotFound, Tr::tr("This visit orders no ready-made medicine."), {}, id.toString()};
    auto seconds = secondsOf(view, page->visit.revision.id);
    if (!seconds)
        return seconds.error();
    page->seconds = *std::move(seconds);
    view.audit({"prescription.print", "visit", id.uuid(), page->patient.id.uuid(), "ok", {}});
    return page;
}

} // namespace xinglin::consultation
