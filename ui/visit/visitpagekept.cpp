#include "ui/visit/visitpage.h"

#include "ui/kit/ondone.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/formuladialog.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/notewords.h"
#include "ui/visit/noteeditor.h"
#include "ui/visit/templatedialog.h"
#include "ui/visit/visitreference.h"

#include <QStackedWidget>

// What is kept in the store to write with: phrases, templates, formulas and prices.

namespace xinglin::ui {

void VisitPage::refreshPhrases()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return phrases::all(view); });
    onDone(asked, this, [this](const Result<QList<phrases::Phrase>> &known) {
        if (known)
            m_note->setPhrases(*known);
    });
}

void VisitPage::refreshTemplates()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return notetemplate::all(view); });
    onDone(asked, this, [this](const Result<QList<notetemplate::Template>> &known) {
        if (known)
            showTemplates(*known);
    });
}

void VisitPage::showTemplates(const QList<notetemplate::Template> &known)
{
    m_templates = known;
    m_note->setTemplates(known);
    m_lookup->setTemplates(known);
}

void VisitPage::takeTemplate(const notetemplate::Template &chosen)
{
    if (!m_patient || isSigned())
        return;
    const VisitNote before = m_note->note();
    const notetemplate::Filled filled = m_note->fill(chosen.content.note);
    const bool herbs = m_prescription->draft().lines.isEmpty() && m_prescription->begin(chosen.content.formula);
    QStringList names;
    for (const NoteLine &line : noteLines(*m_catalog, notetemplate::only(filled.note, filled.parts)))
        names << line.mark;
    if (herbs)
        names << tr("formula");
    if (names.isEmpty())
        return m_strip->say(MessageStrip::Kind::Note,
                            tr("Nothing of \"%1\" was put in: something stands in each of its parts already.")
                                .arg(chosen.content.name));
    const PrescriptionDraft begun = m_prescription->draft();
    m_strip->offer(MessageStrip::Kind::Note,
                   tr("Put in from \"%1\": %2. Look at each; nothing that stood was changed.")
                       .arg(chosen.content.name, names.join(tr(", ", "between parts of a note"))),
                   tr("Take it out"), [this, before, filled, herbs, begun] {
                       m_note->setNote(notetemplate::takenOut(m_note->note(), before, filled));
                       if (herbs && m_prescription->draft() == begun)
                           m_prescription->undo();
                       m_strip->clear();
                       edited();
                   });
    m_note->goToPlace();
}

void VisitPage::keepTemplate()
{
    if (!m_patient)
        return;
    notetemplate::Draft shown;
    shown.note = m_note->note();
    const QString formula = m_prescription->draft().formula;
    const QString called = m_prescription->nameOfFormula(formula);
    if (!called.isEmpty())
        shown.formula = formula;
    if (notetemplate::partsOf(shown.note).isEmpty())
        return m_strip->say(MessageStrip::Kind::Note, tr("There is nothing to keep as a template yet."));
    for (const DiagnosisEntry &entry : std::as_const(shown.note.diagnoses)) {
        if (entry.kind == DiagnosisKind::Pattern && shown.name.isEmpty())
            shown.name = entry.display;
    }
    auto *dialog = new TemplateDialog(m_clinic, *m_catalog, shown, called, m_templates,
                                      TemplateDialog::From{*m_patient, m_visit}, this);
    connect(dialog, &TemplateDialog::kept, this, [this](const QString &name, const QString &code) {
        m_strip->say(MessageStrip::Kind::Done, tr("\"%1\" is kept: ;%2 puts it into a note.").arg(name, code));
    });
    dialog->open();
}

void VisitPage::refreshFormulas()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return ownformula::all(view); });
    onDone(asked, this, [this](const Result<QList<ownformula::Formula>> &formulas) {
        if (formulas)
            m_prescription->setOwnFormulas(*formulas);
    });
}

void VisitPage::refreshPrices()
{
    const auto asked = m_clinic.read([](const store::Snapshot &view) { return prices::all(view); });
    onDone(asked, this, [this](const Result<prices::List> &list) {
        if (list)
            m_prescription->setPrices(*list);
    });
}

void VisitPage::checkMedicines()
{
    QStringList allergies;
    for (const Allergy &allergy : std::as_const(m_facts->allergies))
        allergies << allergy.substance;
    m_prescription->medicines()->setAllergies(allergies);
    QStringList names;
    for (const MedicineOrder &order : m_prescription->medicines()->orders())
        names << order.name;
    names.removeAll(QString());
    m_check->setApart(names);
}

void VisitPage::keepFormula()
{
    if (!m_patient)
        return;
    if (!isSigned() && !m_prescription->finishTyping())
        return m_strip->say(MessageStrip::Kind::Stop, tr("A herb is still being written."));
    ownformula::Draft shown;
    shown.lines = m_prescription->draft().lines;
    if (shown.lines.isEmpty())
        return m_strip->say(MessageStrip::Kind::Note, tr("There are no herbs to keep yet."));
    auto *dialog = new FormulaDialog(m_clinic, shown, m_prescription->ownFormulas(),
                                     FormulaDialog::From{*m_patient, m_visit}, this);
    connect(dialog, &FormulaDialog::kept, this, [this](const QString &name, const QString &code) {
        m_strip->say(MessageStrip::Kind::Done,
                     tr("%1 is kept: F4 and %2 puts it onto a prescription.").arg(name, code));
    });
    dialog->open();
}

} // namespace xinglin::ui
