#include "ui/visit/visitpage.h"

#include "clinic/patient/patients.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/checkrunner.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/formhand.h"
#include "ui/shell/reasondialog.h"
#include "ui/shell/who.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"
#include "ui/visit/visitreference.h"

#include <QLocale>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace xinglin::ui {

VisitPage::VisitPage(Clinic &clinic, std::shared_ptr<const Catalog> catalog, std::shared_ptr<access::Keys> keys,
                     QWidget *parent)
    : Page(QStringLiteral("visit"), parent), m_clinic(clinic), m_catalog(std::move(catalog))
{
    build();
    buildKeeper(std::move(keys));
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (m_patient && !isResting() && changes.touches("phrase"))
            refreshPhrases();
        if (m_patient && !isResting() && changes.touches("note_template"))
            refreshTemplates();
        if (m_patient && !isResting() && changes.touches("formula_template"))
            refreshFormulas();
        if (m_patient && !isResting() && (changes.touches("price") || changes.touches("setting")))
            refreshPrices();
    });
}

VisitPage::~VisitPage()
{
    m_keeper->flush();
}

void VisitPage::activate()
{
    if (!m_patient) {
        if (m_unfinished->isVisibleTo(this))
            m_unfinished->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_hand)
        return putHandBack();
    QWidget *last = focusWidget();
    if (last && last != this && last->isVisibleTo(this))
        last->setFocus(Qt::OtherFocusReason);
    else
        m_note->focusComplaint();
}

void VisitPage::rest(bool resting)
{
    if (resting && m_patient && isVisible())
        m_hand = handNow();
    m_keeper->rest(resting); // still in the name of the one who leaves
    m_lookup->rest(resting);
    Page::rest(resting);
    if (!resting && m_patient)
        comeBack();
}

bool VisitPage::hasUnsaved() const
{
    return m_patient && !isSigned() && (m_busy || draft() != m_saved);
}

consultation::Draft VisitPage::draft() const
{
    consultation::Draft draft;
    if (!m_patient)
        return draft;
    draft.visit.patient = *m_patient;
    draft.visit.visit = m_visit;
    draft.visit.basedOn = m_basedOn;
    draft.visit.day = m_visit ? m_note->day().value_or(m_today) : m_note->day();
    draft.visit.note = m_note->note();
    draft.visit.reason = m_reason;
    draft.prescriptions = m_prescription->drafts();
    draft.prescriptions.removeIf([](const PrescriptionDraft &one) { return one.lines.isEmpty(); });
    draft.treatments = m_treatments->drafts();
    draft.medicines = m_prescription->medicines()->orders();
    return draft;
}

void VisitPage::startVisit(PatientId patient)
{
    afterSaving([this, patient] { load(patient, {}); });
}

void VisitPage::prescribe(PatientId patient, const PrescriptionDraft &formula)
{
    if (m_patient == patient && !isSigned()) {
        showPrescription(true);
        return m_prescription->take(formula, tr("Take an earlier formula"));
    }
    afterSaving([this, patient, formula] {
        m_toTake = formula;
        load(patient, {});
    });
}

void VisitPage::openVisit(VisitId visit)
{
    if (m_visit == visit && !isResting())
        return;
    afterSaving([this, visit] { load({}, visit); });
}

void VisitPage::check()
{
    m_note->setPrescription(PrescriptionWords::summary(m_prescription->drafts()));
    if (!m_facts)
        return;
    checkMedicines();
    m_treatments->setFacts(*m_facts);
    m_runner->ask(m_prescription->drafts(), *m_facts);
}

void VisitPage::refreshFacts()
{
    if (!m_patient || isResting())
        return;
    const auto asked = m_clinic.read([patient = *m_patient, day = m_note->day()](const store::Snapshot &view) {
        return consultation::factsFor(view, patient, day);
    });
    onDone(asked, this, [this, question = m_question](const Result<consultation::PatientFacts> &facts) {
        if (question != m_question || !facts)
            return;
        m_facts = *facts;
        check();
    });
}

void VisitPage::answerPregnancy(std::optional<bool> pregnant)
{
    if (!m_patient || !m_facts)
        return;
    const auto writing = m_clinic.write(
        "patient.pregnancy", [patient = *m_patient, pregnant, lactating = m_facts->lactating](store::Transaction &tx) {
            return patient::recordPregnancy(tx, patient, pregnant, lactating);
        });
    onDone(writing, this, [this](const Result<Done> &done) {
        if (!done)
            return refused(done.error());
        refreshFacts();
        emit m_check->left();
    });
}

bool VisitPage::finishTyping()
{
    const bool note = m_note->finishTyping();
    const bool treatments = m_treatments->finishTyping();
    return m_prescription->finishTyping() && note && treatments;
}

void VisitPage::save(bool quietly)
{
    if (!m_patient || isSigned() || m_amending || isResting())
        return;
    finishTyping();
    if (m_busy) {
        m_saveAgain = true;
        return;
    }
    const consultation::Draft sent = draft();
    if (quietly && sent == m_saved)
        return;
    m_busy = true;
    showState();
    const auto saving = m_clinic.write("consultation.save",
                                       [catalog = m_catalog, sent, typed = m_keeper->handOver()](
                                           store::Transaction &tx) -> Result<consultation::Stored> {
                                           if (auto settled = drafts::settle(tx, typed); !settled)
                                               return settled.error();
                                           return consultation::save(tx, *catalog, sent);
                                       });
    onDone(saving, this, [this, sent, question = m_question](const Result<consultation::Stored> &stored) {
        m_busy = false;
        m_keeper->handedOver(stored.ok());
        if (question != m_question)
            return; // read anew meanwhile
        if (!stored) {
            m_saveAgain = false;
            m_then = nullptr;
            showState();
            return refused(stored.error());
        }
        savedAs(sent, *stored, false);
    });
}

void VisitPage::savedAs(const consultation::Draft &sent, const consultation::Stored &stored, bool wasSigned)
{
    m_visit = stored.revision.visit;
    if (!m_note->isDayHalfWritten())
        m_note->setDay(stored.revision.day, m_today);
    m_basedOn = stored.revision.id;
    m_saved = sent;
    m_saved.visit.visit = m_visit;
    m_saved.visit.basedOn = m_basedOn;
    m_saved.visit.day = stored.revision.day;
    m_strip->clear();
    m_stored.reset();
    m_other.reset();
    m_keepOther = false;
    if (wasSigned) {
        m_amending = false;
        m_reason.clear();
        showStored(stored);
        m_saved = draft();
        check();
    }
    showState();
    emit saved(stored.revision.visit);
    if (std::exchange(m_saveAgain, false))
        save(true);
    if (!m_busy && m_then)
        std::exchange(m_then, nullptr)();
}

void VisitPage::afterSaving(std::function<void()> then)
{
    if (!hasUnsaved())
        return then();
    if (m_amending)
        return m_strip->say(MessageStrip::Kind::Caution, tr("The amendment is not signed yet."));
    m_then = std::move(then);
    save(true);
}

void VisitPage::sign()
{
    if (!m_patient || isSigned() || m_busy)
        return;
    if (!m_prescription->finishTyping()) {
        showPrescription(true);
        return m_strip->say(MessageStrip::Kind::Stop, tr("A herb is still being written."));
    }
    if (!m_treatments->finishTyping()) {
        showPrescription(false);
        m_treatments->finishTyping(); // it takes the hand
        return m_strip->say(MessageStrip::Kind::Stop, tr("A point or therapy is still being written."));
    }
    if (!m_note->finishTyping()) {
        showPrescription(false);
        return m_strip->say(MessageStrip::Kind::Stop, tr("A value or the day is not understood yet."));
    }
    if (!settlePrescriptions())
        return;
    const consultation::Draft sent = draft();
    m_busy = true;
    m_sign->setBusy(true);
    const auto signing = m_clinic.write("consultation.sign",
                                        [catalog = m_catalog, sent, typed = m_keeper->handOver()](
                                            store::Transaction &tx) -> Result<consultation::Stored> {
                                            if (auto settled = drafts::settle(tx, typed); !settled)
                                                return settled.error();
                                            return consultation::sign(tx, *catalog, sent);
                                        });
    onDone(signing, this, [this, sent, question = m_question](const Result<consultation::Stored> &stored) {
        m_busy = false;
        m_keeper->handedOver(stored.ok());
        m_sign->setBusy(false);
        if (question != m_question)
            return;
        if (!stored) {
            showState();
            return refused(stored.error());
        }
        savedAs(sent, *stored, true);
        if (!m_signedPrescriptions.isEmpty()) {
            QStringList numbers;
            for (const Prescription &one : std::as_const(m_signedPrescriptions))
                numbers << one.number;
            offerPrint(tr("Signed. Prescription %1 can be printed.").arg(numbers.join(tr(", ", "between numbers"))));
        } else if (m_signedMedicines) {
            offerPrint(tr("Signed. The prescription of medicines can be printed."));
        } else if (m_signedTreatments) {
            offerPrint(tr("Signed. The treatment sheet can be printed."));
        } else {
            m_strip->say(MessageStrip::Kind::Done, tr("Signed."));
        }
        printPapers(true); // one key signs and prints
        // The field that was written in is closed now: the hand stays on this page, where its keys work.
        (m_print->isVisibleTo(this) ? m_print : m_amend)->setFocus(Qt::OtherFocusReason);
    });
}

void VisitPage::refused(const Error &error)
{
    const QString sentence =
        error.message.isEmpty() ? tr("This could not be done; nothing was changed.") : error.message;
    m_strip->say(MessageStrip::Kind::Stop, sentence);
    if (error.field.startsWith(u"prescriptions"))
        return leadTo(error);
    if (error.field.startsWith(u"medicines")) {
        showPrescription(true);
        return m_prescription->medicines()->showProblem(error.field);
    }
    if (error.field == u"day")
        return m_note->focusDay();
    if (error.field.startsWith(u"treatments")) {
        showPrescription(false);
        m_treatments->showProblem(error.field);
        return;
    }
    if (notetemplate::parts().contains(error.field)) {
        showPrescription(false);
        m_note->showProblem(error.field, sentence);
    }
}

void VisitPage::amend()
{
    if (!isSigned())
        return;
    const ReasonQuestion asked{
        QStringLiteral("amendDialog"),
        QStringLiteral("amendReason"),
        tr("Why is the signed note amended?"),
        tr("The signed note stays as it was; the amendment stands beside it."),
        tr("Amend"),
        {},
        {draftkind::reason, m_visit->uuid()},
        {{FormContent::patient, m_patient->toString()}, {FormContent::visit, m_visit->toString()}}};
    askReason(m_clinic, this, asked, [this](const QString &why) {
        m_reason = why;
        m_amending = true;
        m_saved = draft();
        m_strip->clear();
        showState();
        check();
        m_note->focusComplaint();
        if (m_keepOther) // what was typed before the visit was signed
            bringBack();
        m_keeper->flush(); // the reason lies in the amendment's draft before its own goes
    });
}

void VisitPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && !isResting()) {
        if (isHidden() && hasUnsaved())
            save(true);
        else if (m_patient && !isHidden())
            m_hand = handNow(); // covered, not left
        if (!m_busy)
            m_keeper->flush();
    }
    Page::hideEvent(event);
}

} // namespace xinglin::ui
