#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"
#include "ui/paper/sheetsprinter.h"

namespace xinglin::ui {

/// Prints signed prescriptions without a dialog; see SheetsPrinter. PDFs go into Prescriptions below the documents.
class PaperPrinter : public SheetsPrinter
{
    Q_OBJECT

public:
    PaperPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *window);

    void print(PrescriptionId id);
    /// See sendIfPossible().
    void printIfPossible(PrescriptionId id);
    void preview(PrescriptionId id);

private:
    void ask(PrescriptionId id, std::function<void(const Make &)> then);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
};

} // namespace xinglin::ui
