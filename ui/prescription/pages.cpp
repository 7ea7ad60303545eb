#include "ui/prescription/pages.h"

#include "ui/prescription/papertext.h"
#include "ui/prescription/pdftext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace xinglin::ui {

namespace {
constexpr double millimetresPerInch = 25.4;
constexpr int pdfResolution = 600;
} // namespace

Result<Done> printPages(QPagedPaintDevice &device, const Pages &pages)
{
    const QSizeF size = pages.size();
    const bool wide = size.width() > size.height();
    device.setPageSize(QPageSize(wide ? size.transposed() : size, QPageSize::Millimeter));
    device.setPageOrientation(wide ? QPageLayout::Landscape : QPageLayout::Portrait);
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    if (!painter.begin(&device))
        return Error{Code::Broken, QCoreApplication::translate("Pages", "The printer does not answer."), {}, {}};
    for (int i = 0; i < pages.pages(); ++i) {
        if (i > 0)
            device.newPage();
        painter.save();
        painter.scale(device.logicalDpiX() / millimetresPerInch, device.logicalDpiY() / millimetresPerInch);
        pages.paintPage(painter, i);
        painter.restore();
    }
    painter.end();
    return Done{};
}

Result<QByteArray> pdfOf(const Pages &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfResolution);
    writer.setTitle(pages.title());
    writer.setCreator(QStringLiteral("Xinglin"));
    if (const Result<Done> printed = printPages(writer, pages); !printed)
        return printed.error();
    buffer.close();
    static const QHash<char16_t, char16_t> ideographs =
        ideographsOfRadicals({PaperText::font(PaperText::Face::Hei), PaperText::font(PaperText::Face::Song)});
    return withSearchableText(bytes, ideographs);
}

Result<Done> writePdf(Files &files, const QString &path, const Pages &pages)
{
    const Result<QByteArray> bytes = pdfOf(pages);
    if (!bytes)
        return bytes.error();
    return replaceFile(files, path, *bytes);
}

QImage previewOf(const Pages &pages, int page, double dotsPerMillimetre)
{
    const QSizeF size = pages.size() * dotsPerMillimetre;
    QImage image(qRound(size.width()), qRound(size.height()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dotsPerMillimetre, dotsPerMillimetre);
    pages.paintPage(painter, page);
    return image;
}

} // namespace xinglin::ui
