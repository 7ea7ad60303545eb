#include "ui/visit/visitprinter.h"

#include "ui/kit/ondone.h"
#include "ui/shell/notewords.h"
#include "ui/visit/medicinepaper.h"
#include "ui/visit/sicknotedialog.h"
#include "ui/visit/visitpapers.h"

namespace xinglin::ui {

VisitPrinter::VisitPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *window)
    : SheetsPrinter(clinic, QStringLiteral("Prescriptions"), window)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_window(window)
{
}

void VisitPrinter::fetchSummary(VisitId visit, std::function<void(const Make &)> then)
{
    const auto asked =
        m_clinic.read([visit](const store::Snapshot &view) { return consultation::summaryPaper(view, visit); });
    onDone(asked, this, [this, then = std::move(then)](const Result<consultation::SummaryPaper> &paper) {
        if (!paper)
            return emit failed(paper.error());
        then([paper = *paper, catalog = m_catalog, locale = QLocale()](const PaperDress &dress) {
            return summarySheets(paper, *catalog, locale, dress);
        });
    });
}

void VisitPrinter::printSummary(VisitId visit)
{
    fetchSummary(visit, [this](const Make &make) { send(make); });
}

void VisitPrinter::previewSummary(VisitId visit)
{
    fetchSummary(visit, [this](const Make &make) { show(make); });
}

void VisitPrinter::fetchMedicines(VisitId visit, std::function<void(const Make &)> then)
{
    const auto asked =
        m_clinic.read([visit](const store::Snapshot &view) { return consultation::medicinePaper(view, visit); });
    onDone(asked, this, [this, then = std::move(then)](const Result<consultation::SummaryPaper> &paper) {
        if (!paper) {
            emit failed(paper.error());
            return emit settled();
        }
        then([paper = *paper, locale = QLocale()](const PaperDress &dress) {
            return medicineSheets(paper, locale, dress);
        });
    });
}

void VisitPrinter::printMedicines(VisitId visit, bool unasked)
{
    fetchMedicines(visit, [this, unasked](const Make &make) { unasked ? sendIfPossible(make) : send(make); });
}

void VisitPrinter::previewMedicines(VisitId visit)
{
    fetchMedicines(visit, [this](const Make &make) { show(make); });
}

void VisitPrinter::askSickNote(VisitId visit)
{
    const auto asked = m_clinic.read([visit](const store::Snapshot &view) -> Result<SickNoteDialog::Given> {
        const auto revision = record::current(view, visit);
        if (!revision)
            return revision.error();
        const auto issued = certificate::ofVisit(view, visit);
        if (!issued)
            return issued.error();
        return SickNoteDialog::Given{*revision, *issued};
    });
    onDone(asked, this, [this, visit](const Result<SickNoteDialog::Given> &given) {
        if (!given)
            return emit failed(given.error());
        QList<DiagnosisEntry> named = given->visit.note.diagnoses;
        named.removeIf([](const DiagnosisEntry &entry) { return entry.kind == DiagnosisKind::Method; });
        auto *dialog = new SickNoteDialog(m_clinic, *given, diagnosisWords(*m_catalog, named), m_window);
        connect(dialog, &QDialog::accepted, this, [this, visit] { printSickNote(visit); });
        dialog->open();
    });
}

void VisitPrinter::printSickNote(VisitId visit)
{
    const auto asked = m_clinic.read([visit](const store::Snapshot &view) { return certificate::paper(view, visit); });
    onDone(asked, this, [this](const Result<certificate::Paper> &paper) {
        if (!paper)
            return emit failed(paper.error());
        send([paper = *paper, locale = QLocale()](const PaperDress &dress) {
            return sickNoteSheets(paper, locale, dress);
        });
    });
}

} // namespace xinglin::ui
