#pragma once

#include "clinic/record/constitution.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

#include <memory>

namespace xinglin::ui {

/// The report on a constitution with advice, for the patient to take home: A4, black only, in millimetres; never the
/// screen's theme. Advice that does not fit goes on to a further page with the same head; none is ever left out.
class ConstitutionPaper
{
public:
    ConstitutionPaper(const assessment::Paper &paper, const QLocale &locale, const PaperDress &dress = {});
    ~ConstitutionPaper();

    int pages() const;
    /// Paints page @p index (0 …) with its upper left corner at the origin; @p painter must count in millimetres.
    void paintPage(QPainter &painter, int index) const;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

/// The same as pages to be printed; "A0012846-20260312.pdf".
Sheets sheetsOf(const assessment::Paper &paper, const QLocale &locale, const PaperDress &dress = {});

} // namespace xinglin::ui
