#pragma once

#include "clinic/treatment/treatments.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

#include <functional>
#include <memory>

namespace xinglin::ui {

/// The printed treatment sheet: A5, black only, in millimetres; never the screen's theme. For each order its points
/// with side, technique and depth, how long they stay, the number of needles large for whoever takes them out, boxes
/// for the sessions; below, needles counted in and out, and who signs for it. What does not fit goes on to a further
/// page.
class TreatmentPaper
{
public:
    TreatmentPaper(const treatment::Sheet &sheet, std::shared_ptr<const Catalog> catalog, const QLocale &locale,
                   const PaperDress &dress = {});
    ~TreatmentPaper();

    int pages() const;
    void paintPage(QPainter &painter, int index) const;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

/// The sheet as a document.
Sheets printedSheet(const treatment::Sheet &sheet, std::shared_ptr<const Catalog> catalog, const QLocale &locale,
                    const PaperDress &dress = {});

} // namespace xinglin::ui
