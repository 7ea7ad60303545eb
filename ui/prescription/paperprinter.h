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
    /// All of them, one after the other; printed from there each is a paper of its own.
    void preview(const QList<PrescriptionId> &ids);

private:
    void previewFurther(const QList<PrescriptionId> &ids, const QList<Make> &made);
    void ask(PrescriptionId id, std::function<void(const Make &)> then);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
};

} // namespace xinglin::ui
