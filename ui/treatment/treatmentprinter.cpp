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
            then([sheet = *sheet, catalog = m_catalog, locale = QLocale()](const PaperDress &dress) {
                return printedSheet(sheet, catalog, locale, dress);
            });
        else
            emit failed(sheet.error());
    });
}

void TreatmentPrinter::print(VisitId visit)
{
    fetch(visit, [this](const SheetsPrinter::Make &make) { m_printer.send(make); });
}

void TreatmentPrinter::printIfPossible(VisitId visit)
{
    fetch(visit, [this](const SheetsPrinter::Make &make) { m_printer.sendIfPossible(make); });
}

void TreatmentPrinter::preview(VisitId visit)
{
    fetch(visit, [this](const SheetsPrinter::Make &make) { m_printer.show(make); });
}

} // namespace xinglin::ui
