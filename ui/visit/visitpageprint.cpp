#include "ui/visit/visitpage.h"

#include "ui/kit/messagestrip.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/treatment/treatmentprinter.h"

#include <utility>

namespace xinglin::ui {

void VisitPage::print(bool preview)
{
    if (!isSigned() || !(m_signedPrescription || m_signedTreatments)) {
        m_strip->say(MessageStrip::Kind::Note,
                     m_prescription->draft().lines.isEmpty() && m_treatments->drafts().isEmpty()
                         ? tr("There is no prescription to print.")
                         : tr("Sign first; only signed prescriptions are printed."));
        return;
    }
    if (!preview)
        return printPapers(false);
    if (m_signedPrescription)
        m_printer->preview(*m_signedPrescription);
    else
        m_sheets->preview(*m_visit);
}

void VisitPage::printPapers(bool unasked)
{
    m_paperRefused = false;
    m_sheetWaits.reset();
    if (m_signedTreatments)
        m_sheetWaits = WaitingSheet{*m_visit, unasked};
    if (m_signedPrescription)
        unasked ? m_printer->printIfPossible(*m_signedPrescription) : m_printer->print(*m_signedPrescription);
    else
        printWaitingSheet();
}

void VisitPage::printWaitingSheet()
{
    if (const auto waits = std::exchange(m_sheetWaits, std::nullopt))
        waits->unasked ? m_sheets->printIfPossible(waits->visit) : m_sheets->print(waits->visit);
}

} // namespace xinglin::ui
