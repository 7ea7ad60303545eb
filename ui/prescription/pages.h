#pragma once

#include "base/files.h"
#include "base/result.h"

#include <QImage>
#include <QSizeF>
#include <QString>

class QPagedPaintDevice;
class QPainter;

namespace xinglin::ui {

/// Something to be printed: pages painted in millimetres, black on white, never in the screen's theme. A value that
/// knows all it needs, so that it can be painted on any thread.
class Pages
{
public:
    virtual ~Pages() = default;

    /// Kind of paper, by which it is sent to a printer: "prescription", "formula-timeline". Stable.
    virtual QString kind() const = 0;
    /// Of every page, in millimetres.
    virtual QSizeF size() const = 0;
    virtual int pages() const = 0;
    /// Paints page @p index (0 …) with its upper left corner at the origin; @p painter must count in millimetres.
    virtual void paintPage(QPainter &painter, int index) const = 0;
    /// What it is called in the file and in the printer's queue.
    virtual QString title() const = 0;
    /// Name of a file without its ending; letters, digits and "-".
    virtual QString fileName() const = 0;
};

/// Paints all pages on @p device, whose page size is set without margins. Broken where it cannot be painted on.
Result<Done> printPages(QPagedPaintDevice &device, const Pages &pages);
/// The pages as PDF with the fonts embedded and text that can be searched.
Result<QByteArray> pdfOf(const Pages &pages);
/// Writes the PDF to @p path, whole or not at all. Blocks: call it on a worker thread.
Result<Done> writePdf(Files &files, const QString &path, const Pages &pages);
/// A page as a picture for a preview on the screen.
QImage previewOf(const Pages &pages, int page, double dotsPerMillimetre);

} // namespace xinglin::ui
