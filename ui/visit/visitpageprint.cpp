#include "ui/visit/visitpage.h"

#include "ui/kit/messagestrip.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/treatment/treatmentprinter.h"
#include "ui/visit/visitprinter.h"

namespace xinglin::ui {

namespace {

QList<PrescriptionId> idsOf(const QList<Prescription> &prescriptions)
{
    QList<PrescriptionId> ids;
    for (const Prescription &one : prescriptions)
        ids << one.id;
    return ids;
}

} // namespace

bool VisitPage::hasPapers() const
{
    return isSigned() && (!m_signedPrescriptions.isEmpty() || m_signedMedicines || m_signedTreatments);
}

void VisitPage::print(bool preview)
{
    if (!hasPapers()) {
        const consultation::Draft written = draft();
        const bool nothing =
            written.prescriptions.isEmpty() && written.medicines.isEmpty() && written.treatments.isEmpty();
        m_strip->say(MessageStrip::Kind::Note, nothing ? tr("There is no prescription to print.")
                                                       : tr("Sign first; only signed prescriptions are printed."));
        return;
    }
    if (!preview)
        return printPapers(false);
    if (!m_signedPrescriptions.isEmpty())
        m_printer->preview(idsOf(m_signedPrescriptions));
    else if (m_signedMedicines)
        m_papers->previewMedicines(*m_visit);
    else
        m_sheets->preview(*m_visit);
}

void VisitPage::printPapers(bool unasked)
{
    m_paperRefused = false;
    const VisitId visit = *m_visit;
    for (const PrescriptionId &id : idsOf(m_signedPrescriptions))
        m_papersWaiting << [this, unasked, id] { unasked ? m_printer->printIfPossible(id) : m_printer->print(id); };
    if (m_signedMedicines)
        m_papersWaiting << [this, unasked, visit] { m_papers->printMedicines(visit, unasked); };
    if (m_signedTreatments)
        m_papersWaiting <<
            [this, unasked, visit] { unasked ? m_sheets->printIfPossible(visit) : m_sheets->print(visit); };
    if (!m_paperGoes) // else they follow those that are on their way
        printNext();
}

void VisitPage::printNext()
{
    m_paperGoes = !m_papersWaiting.isEmpty();
    if (m_paperGoes)
        m_papersWaiting.takeFirst()();
}

} // namespace xinglin::ui
