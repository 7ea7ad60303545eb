#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/record/visit.h"
#include "ui/paper/sheetsprinter.h"

namespace xinglin::ui {

/// Prints what belongs to a signed visit besides prescriptions and treatment sheets: its summary, and a sick note,
/// which is asked for first.
class VisitPrinter : public SheetsPrinter
{
    Q_OBJECT

public:
    VisitPrinter(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *window);

    void printSummary(VisitId visit);
    void previewSummary(VisitId visit);
    /// The prescription of its ready-made medicines. @p unasked: see sendIfPossible().
    void printMedicines(VisitId visit, bool unasked);
    void previewMedicines(VisitId visit);
    /// Shows what is to stand on it; issues and prints it.
    void askSickNote(VisitId visit);

private:
    void fetchSummary(VisitId visit, std::function<void(const Make &)> then);
    void fetchMedicines(VisitId visit, std::function<void(const Make &)> then);
    void printSickNote(VisitId visit);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    QWidget *m_window;
};

} // namespace xinglin::ui
