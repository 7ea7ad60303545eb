#pragma once

#include "clinic/prescription/consultation.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

#include <memory>

namespace xinglin::ui {

/// The printed prescription: A5, black only, in millimetres; never the screen's theme. Herbs that do not fit go on to a
/// further page with the same head and signatures; none is ever left out.
class PrescriptionPaper
{
public:
    PrescriptionPaper(const consultation::Paper &paper, const QLocale &locale, const PaperDress &dress = {});
    ~PrescriptionPaper();
    PrescriptionPaper(PrescriptionPaper &&) noexcept;

    int pages() const;
    /// Paints page @p index (0 …) with its upper left corner at the origin; @p painter must count in millimetres.
    void paintPage(QPainter &painter, int index) const;

    static constexpr double width = 148.0;
    static constexpr double height = 210.0;

private:
    struct Layout;
    std::unique_ptr<Layout> m_layout;
};

/// The same as pages to be printed; "20260312-A013.pdf".
Sheets sheetsOf(const consultation::Paper &paper, const QLocale &locale, const PaperDress &dress = {});

} // namespace xinglin::ui
