#include "ui/visit/visitpage.h"

#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/prescription/formuladialog.h"
#include "ui/prescription/prescriptioneditor.h"

// What the page asks the store for on behalf of the prescription: formulas that are kept, and prices.

namespace xinglin::ui {

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
    auto *dialog = new FormulaDialog(m_clinic, shown, m_prescription->ownFormulas(), this);
    connect(dialog, &FormulaDialog::kept, this, [this](const QString &name, const QString &code) {
        m_strip->say(MessageStrip::Kind::Done,
                     tr("%1 is kept: F4 and %2 puts it onto a prescription.").arg(name, code));
    });
    dialog->open();
}

} // namespace xinglin::ui
