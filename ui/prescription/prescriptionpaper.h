#pragma once

#include "base/files.h"
#include "clinic/prescription/consultation.h"

#include <QImage>
#include <QLocale>

#include <memory>

class QPagedPaintDevice;
class QPainter;

namespace xinglin::ui {

/// The printed prescription: A5, black only, in millimetres; never the screen's theme. Herbs that do not fit go on to a
/// further page with the same head and signatures; none is ever left out.
class PrescriptionPaper
{
public:
    PrescriptionPaper(const consultation::Paper &paper, const QLocale &locale);
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

/// Paints all pages on @p device, whose page size is set to A5 without margins. Broken where it cannot be painted on.
Result<Done> printPaper(QPagedPaintDevice &device, const consultation::Paper &paper, const QLocale &locale);

/// The pages as PDF with the fonts embedded.
Result<QByteArray> pdfOf(const consultation::Paper &paper, const QLocale &locale);

/// Writes the PDF to @p path, whole or not at all. Blocks: call it on a worker thread.
Result<Done> writePdf(Files &files, const QString &path, const consultation::Paper &paper, const QLocale &locale);

/// A page as a picture for a preview on the screen.
QImage previewOf(const consultation::Paper &paper, const QLocale &locale, int page, double dotsPerMillimetre);

} // namespace xinglin::ui
