#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/record/visit.h"

#include <memory>

namespace xinglin::ui {

class PaperPrinter;

/// Prints the treatment sheet of a signed visit: as prescriptions are printed.
class TreatmentPrinter : public QObject
{
    Q_OBJECT

public:
    TreatmentPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, PaperPrinter &printer, QObject *parent);

    void print(VisitId visit);
    /// Where there is a printer; see SheetsPrinter::sendIfPossible.
    void printIfPossible(VisitId visit);
    void preview(VisitId visit);

signals:
    /// The sheet cannot be had; what the printer says comes from the printer.
    void failed(const xinglin::Error &error);

private:
    template <class Then>
    void fetch(VisitId visit, Then then);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    PaperPrinter &m_printer;
};

} // namespace xinglin::ui
