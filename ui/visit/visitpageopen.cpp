#include "ui/visit/visitpage.h"

#include "clinic/patient/patients.h"
#include "clinic/record/visits.h"
#include "clinic/treatment/treatments.h"
#include "ui/kit/banner.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/patient/patientbanner.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/checkrunner.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/who.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"

#include <QStackedLayout>

#include <utility>

// Opening a visit: what is asked for at once, and how it is shown.

namespace xinglin::ui {

namespace {
constexpr int shownVisits = 20;
}

Result<VisitPage::Opened> VisitPage::gather(const store::Snapshot &view, PatientId patient,
                                            std::optional<VisitId> visit)
{
    Opened opened;
    if (visit) {
        const auto stored = consultation::current(view, *visit);
        if (!stored)
            return stored.error();
        opened.stored = *stored;
        patient = stored->revision.patient;
    }
    const auto strip = patient::open(view, patient);
    if (!strip)
        return strip.error();
    // The age is that of the day of the visit.
    const auto day = opened.stored ? std::optional(opened.stored->revision.day) : std::nullopt;
    const auto facts = consultation::factsFor(view, patient, day);
    if (!facts)
        return facts.error();
    const auto visits = consultation::visitsOf(view, patient, shownVisits);
    if (!visits)
        return visits.error();
    opened.strip = *strip;
    opened.facts = *facts;
    for (const VisitSummary &one : *visits) {
        const bool earlier = !opened.stored || one.day < opened.stored->revision.day ||
                             (one.day == opened.stored->revision.day && one.id != opened.stored->revision.visit);
        if (earlier)
            opened.visits << one;
    }
    if (!opened.visits.isEmpty()) {
        if (const auto last = record::current(view, opened.visits.first().id)) {
            opened.lastNote = last->note;
            if (access::allows(view, access::Permission::ReadPrescriptions))
                opened.lastMedicines = medicineorder::ofRevision(view, last->id).orders;
        }
    }
    if (const auto medicines = medicineorder::known(view))
        opened.medicines = *medicines;
    const auto known = phrases::all(view);
    if (known)
        opened.known = *known;
    if (const auto templates = notetemplate::all(view))
        opened.templates = *templates;
    if (const auto formulas = ownformula::all(view))
        opened.formulas = *formulas;
    if (const auto list = prices::all(view))
        opened.priceList = *list;
    if (const auto problems = condition::ofPatient(view, patient))
        opened.problems = *problems;
    if (const auto family = familyhistory::ofPatient(view, patient))
        opened.family = *family;
    if (const auto last = consultation::lastPrescriptions(view, patient))
        opened.lastPrescriptions = *last;
    if (const auto points = treatment::lastPoints(view, patient))
        opened.lastPoints = *points;
    opened.mayTreat = access::allows(view, access::Permission::WriteTreatments);
    return opened;
}

void VisitPage::load(std::optional<PatientId> patient, std::optional<VisitId> visit)
{
    const quint64 question = ++m_question;
    m_runner->drop();
    m_keeper->flush();
    const QDate day = today(m_clinic);
    const auto find = m_keeper->finder(
        visit ? QList<drafts::Place>{{draftkind::amendment, visit->uuid()}, {draftkind::visit, visit->uuid()}}
              : QList<drafts::Place>{{draftkind::newVisit, patient->uuid()}});
    const auto asked = m_clinic.read([patient, visit, day, find](const store::Snapshot &view) -> Result<Opened> {
        Result<Opened> opened = gather(view, patient.value_or(PatientId(Uuid(Uuid::Bytes{}))), visit);
        if (!opened)
            return opened;
        opened->today = day;
        opened->draft = find(view);
        return opened;
    });
    onDone(asked, this, [this, question](const Result<Opened> &opened) {
        if (question != m_question)
            return;
        if (!opened)
            return refused(opened.error());
        showOpened(*opened);
    });
}

void VisitPage::showOpened(const Opened &opened)
{
    m_keeper->flush();
    m_patient = opened.strip.patient.id;
    m_facts = opened.facts;
    m_ordinal = int(opened.strip.visits) + (opened.stored ? 0 : 1);
    m_visit.reset();
    m_today = opened.today;
    m_note->setDay({}, m_today);
    m_basedOn.reset();
    m_signedPrescriptions.clear();
    m_signedTreatments = m_signedMedicines = false;
    m_reason.clear();
    m_leadsToFinding = false;
    m_signed = m_amending = false;
    m_stored.reset();
    m_other.reset();
    m_keepOther = false;
    m_hand.reset();
    m_keeper->begin();
    m_strip->clear();
    m_check->clear();
    fillBanner(*m_banner, opened.strip, opened.today);
    m_history->setKnown(*m_catalog, opened.problems, opened.family);
    m_history->setVisits(opened.visits, opened.lastNote);
    m_note->setPerson(opened.strip.patient.sex, opened.facts.age);
    m_note->setLast(opened.lastNote);
    m_note->setPhrases(opened.known);
    showTemplates(opened.templates);
    m_prescription->setOwnFormulas(opened.formulas);
    m_prescription->setPrices(opened.priceList);
    m_prescription->setLast(opened.lastPrescriptions);
    m_prescription->medicines()->setKnown(opened.medicines);
    m_prescription->medicines()->setLast(opened.lastMedicines);
    m_treatments->begin(opened.lastPoints, opened.mayTreat);
    if (opened.stored) {
        m_ordinal = int(opened.visits.size()) + 1;
        showStored(*opened.stored);
    } else {
        m_note->setNote({});
        m_prescription->setDraft({}, false);
        m_prescription->medicines()->setOrders({});
        m_treatments->setDrafts({});
    }
    m_saved = draft();
    m_stack->setCurrentIndex(1);
    showPrescription(false);
    showState();
    check();
    emit patientChanged();
    if (isVisible() && !isSigned())
        m_note->focusComplaint();
    if (opened.draft)
        restore(*opened.draft);
    if (const auto formula = std::exchange(m_toTake, std::nullopt))
        prescribe(*m_patient, *formula);
    if (!opened.draft)
        offerWayBack();
}

void VisitPage::showStored(const consultation::Stored &stored)
{
    const int shown = m_visit == stored.revision.visit ? m_prescription->shown() : 0;
    m_visit = stored.revision.visit;
    m_note->setDay(stored.revision.day, m_today);
    m_basedOn = stored.revision.id;
    m_signed = stored.revision.status != RevisionStatus::Preliminary;
    m_note->setNote(stored.revision.note);
    QList<PrescriptionDraft> prescribed;
    for (const Prescription &one : stored.prescriptions)
        prescribed << one.content;
    m_prescription->setDrafts(prescribed, QList<bool>(prescribed.size(), true), shown);
    m_prescription->medicines()->setOrders(stored.medicines.orders);
    m_treatments->setStored(stored.treatments);
    m_signedTreatments = m_signed && !stored.treatments.isEmpty();
    m_signedMedicines = m_signed && !stored.medicines.orders.isEmpty();
    m_signedPrescriptions = m_signed ? stored.prescriptions : QList<Prescription>();
}

} // namespace xinglin::ui
