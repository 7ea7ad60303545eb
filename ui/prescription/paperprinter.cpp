#include "ui/prescription/paperprinter.h"

#include "ui/kit/ondone.h"
#include "ui/prescription/prescriptionpaper.h"

namespace xinglin::ui {

PaperPrinter::PaperPrinter(Clinic &clinic, QWidget *window)
    : SheetsPrinter(clinic, QStringLiteral("Prescriptions"), window), m_clinic(clinic)
{
}

void PaperPrinter::ask(PrescriptionId id, std::function<void(const Make &)> then)
{
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return consultation::paper(view, id); });
    onDone(asked, this, [this, then = std::move(then)](const Result<consultation::Paper> &paper) {
        if (!paper)
            return emit failed(paper.error());
        then([paper = *paper, locale = QLocale()] { return sheetsOf(paper, locale); });
    });
}

void PaperPrinter::print(PrescriptionId id)
{
    ask(id, [this](const Make &make) { send(make); });
}

void PaperPrinter::printIfPossible(PrescriptionId id)
{
    ask(id, [this](const Make &make) { sendIfPossible(make); });
}

void PaperPrinter::preview(PrescriptionId id)
{
    ask(id, [this](const Make &make) { show(make); });
}

} // namespace xinglin::ui
