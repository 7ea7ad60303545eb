#include "ui/treatment/treatmentprinter.h"

#include "clinic/treatment/treatments.h"
#include "ui/kit/ondone.h"
#include "ui/prescription/paperprinter.h"
#include "ui/treatment/treatmentpaper.h"

#include <QLocale>

namespace xinglin::ui {

TreatmentPrinter::TreatmentPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, PaperPrinter &printer,
                                   QObject *parent)
    : QObject(parent), m_clinic(clinic), m_catalog(std::move(catalog)), m_printer(printer)
{
}

template <class Then>
void TreatmentPrinter::fetch(VisitId visit, Then then)
{
    const auto asked = m_clinic.read([visit](const store::Snapshot &view) { return treatment::sheet(view, visit); });
    onDone(asked, this, [this, then](const Result<treatment::Sheet> &sheet) {
        if (sheet)
            then(printedSheet(*sheet, m_catalog, QLocale()));
        else
            emit failed(sheet.error());
    });
}

void TreatmentPrinter::print(VisitId visit)
{
    fetch(visit, [this](const Sheets &sheets) { m_printer.send([sheets] { return sheets; }); });
}

void TreatmentPrinter::printIfPossible(VisitId visit)
{
    fetch(visit, [this](const Sheets &sheets) { m_printer.sendIfPossible([sheets] { return sheets; }); });
}

void TreatmentPrinter::preview(VisitId visit)
{
    fetch(visit, [this](const Sheets &sheets) { m_printer.show([sheets] { return sheets; }); });
}

} // namespace xinglin::ui
