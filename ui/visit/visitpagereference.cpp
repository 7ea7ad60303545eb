#include "ui/visit/visitpage.h"

#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/draftkeeper.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"
#include "ui/visit/referencepane.h"
#include "ui/visit/visitreference.h"

#include <QApplication>
#include <QStackedWidget>

#include <utility>

// What stands in front, what is shown beside it, and the ways between them.

namespace xinglin::ui {

namespace {
/// Narrower windows have no room for three panes: help is a drawer there.
constexpr int drawerBelow = 1280;
} // namespace

void VisitPage::buildReference()
{
    m_lookup = new VisitReference(m_clinic, m_catalog, this);
    m_lookup->setNames([this](const QString &id) { return m_prescription->nameOfFormula(id); });
    m_check->addPart(m_lookup->pane());
    connect(m_prescription->sheet(), &HerbSheet::currentChanged, this, &VisitPage::showReference);
    connect(m_prescription, &PrescriptionEditor::changed, this, &VisitPage::showReference);
    connect(m_lookup, &VisitReference::templateWanted, this, [this](const notetemplate::Template &chosen) {
        takeTemplate(chosen); // it puts the hand on a place to fill in, where there is one
        if (leaveReference())
            return;
        m_drawerOpen = false;
        showHelp();
    });
    connect(m_lookup, &VisitReference::formulaWanted, this, [this](const QString &id) {
        if (!m_patient || isSigned())
            return;
        if (!m_prescription->finishTyping())
            return m_strip->say(MessageStrip::Kind::Stop, tr("A herb is still being written."));
        if (!m_prescription->begin(id))
            return;
        m_drawerOpen = false;
        showPrescription(true);
        if (!m_prescription->goToMissingDose())
            m_prescription->sheet()->setCurrent(int(m_prescription->draft().lines.size()));
    });
    connect(m_lookup, &VisitReference::visitWanted, this, [this](VisitId visit) {
        // A note that was never saved is saved by leaving it; where to come back to is known then.
        afterSaving([this, visit] {
            const std::optional<VisitId> from = m_wayBack ? m_wayBack : m_visit;
            m_drawerOpen = false;
            openVisit(visit);
            m_wayBack = from;
            m_case = visit;
        });
    });
}

void VisitPage::offerWayBack()
{
    if (!m_visit || m_visit != std::exchange(m_case, std::nullopt) || m_wayBack == m_visit)
        m_wayBack.reset(); // opened from elsewhere
    if (!m_wayBack)
        return;
    m_strip->offer(MessageStrip::Kind::Note, tr("This is an earlier case."), tr("Back to the visit"), [this] {
        if (const auto back = std::exchange(m_wayBack, std::nullopt))
            openVisit(*back);
    });
}

void VisitPage::showReference()
{
    m_lookup->setNote(m_patient, m_visit, m_note->diagnoses(), isSigned());
    if (m_middle->currentWidget() == m_prescription) {
        const QList<PrescriptionLine> &lines = m_prescription->draft().lines;
        const int at = m_prescription->sheet()->current();
        m_lookup->showHerb(at >= 0 && at < lines.size() ? lines.at(at).herb : QString());
    } else {
        m_lookup->showNote();
    }
}

void VisitPage::showHelp()
{
    const bool narrow = window()->width() < drawerBelow;
    m_check->setVisible(!narrow || m_drawerOpen || m_check->mustBeSeen());
}

void VisitPage::goToReference()
{
    ReferencePane *pane = m_lookup->pane();
    if (pane->hasHand()) {
        leaveReference();
        return;
    }
    if (!m_patient)
        return;
    showReference();
    if (pane->reference().isEmpty()) {
        m_strip->say(MessageStrip::Kind::Note, m_middle->currentWidget() == m_prescription
                                                   ? tr("Walk to a herb: what the books say of it stands here then.")
                                                   : tr("Write a pattern: its templates, formulas and earlier cases"
                                                        " stand here then."));
        m_drawerOpen = !m_drawerOpen; // the findings may be looked at all the same
        return showHelp();
    }
    m_before = QApplication::focusWidget();
    m_drawerOpen = true;
    showHelp();
    pane->focusFirst();
}

bool VisitPage::leaveReference()
{
    if (!m_lookup->pane()->hasHand())
        return false;
    QWidget *before = m_before;
    m_before.clear();
    if (before && before->isVisibleTo(this) && before->isEnabled())
        before->setFocus(Qt::OtherFocusReason);
    else if (m_middle->currentWidget() == m_prescription)
        m_prescription->sheet()->setFocus(Qt::OtherFocusReason);
    else
        m_note->focusComplaint();
    m_drawerOpen = false;
    m_check->showFindings();
    showHelp();
    return true;
}

void VisitPage::showPrescription(bool prescription)
{
    m_note->setPrescription(PrescriptionWords::summary(m_prescription->drafts()));
    m_middle->setCurrentWidget(prescription ? static_cast<QWidget *>(m_prescription) : m_note);
    m_history->setVisible(!prescription && width() >= 1000);
    m_check->setLarge(prescription);
    m_check->showFindings();
    showReference();
    if (prescription)
        m_prescription->sheet()->setFocus(Qt::ShortcutFocusReason);
    emit headingChanged();
}

void VisitPage::edited()
{
    m_state->setText(tr("not saved yet"));
    m_keeper->touch();
    showReference();
}

void VisitPage::leave()
{
    if (leaveReference() || !m_patient)
        return;
    if (m_middle->currentWidget() == m_prescription)
        return showPrescription(false);
    afterSaving([this, patient = *m_patient] { emit finished(patient); });
}

void VisitPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_history->setVisible(m_middle->currentWidget() == m_note && width() >= 1000);
    showHelp();
}

} // namespace xinglin::ui
