#pragma once

#include "access/printed.h"
#include "base/files.h"

#include <QImage>
#include <QPageSize>
#include <QString>

#include <functional>
#include <optional>

class QPagedPaintDevice;
class QPainter;

namespace xinglin::ui {

/// Something to be printed: pages, each painted in millimetres with its upper left corner at the origin, black only
/// except where colour is what is printed. May be painted on any thread.
struct Sheets
{
    QString title;    ///< Of the document; shown above a preview.
    QString fileName; ///< "20260312-A013.pdf"
    QPageSize::PageSizeId size = QPageSize::A5;
    bool across = false; ///< Wider than high.
    int pages = 1;
    std::function<void(QPainter &painter, int page)> paint; ///< Page 0 …
    printed::About about = {};                              ///< Kind (see paperkinds.h), what and whose.
    /// Width and what is needed of the length, in mm, of a paper from a roll.
    std::optional<QSizeF> roll{};

    QPageSize page() const
    {
        return roll ? QPageSize(*roll, QPageSize::Millimeter, {}, QPageSize::ExactMatch) : QPageSize(size);
    }
    QSizeF millimetres() const
    {
        const QSizeF upright = roll.value_or(QPageSize::size(size, QPageSize::Millimeter));
        return across ? upright.transposed() : upright;
    }
};

/// Several of one size as one document, in their order; called as the first is.
Sheets together(const QList<Sheets> &all);

/// A name that every file system takes, with ".pdf".
QString pdfName(const QString &name);

/// Paints all pages on @p device, whose page is set to their size without margins. Broken where it cannot be painted
/// on.
Result<Done> printSheets(QPagedPaintDevice &device, const Sheets &sheets);

/// The pages as PDF with the fonts embedded; its text can be searched.
Result<QByteArray> pdfOf(const Sheets &sheets);

/// Writes the PDF to @p path, whole or not at all. Blocks: call it on a worker thread.
Result<Done> writePdf(Files &files, const QString &path, const Sheets &sheets);

/// A page as a picture for a preview on the screen.
QImage previewOf(const Sheets &sheets, int page, double dotsPerMillimetre);

} // namespace xinglin::ui
