#include "ui/paper/sheets.h"

#include "ui/paper/papertext.h"
#include "ui/paper/pdftext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Sheets)
};

} // namespace

Sheets together(const QList<Sheets> &all)
{
    if (all.size() == 1)
        return all.first();
    Sheets whole = all.value(0);
    whole.pages = 0;
    for (const Sheets &one : all)
        whole.pages += one.pages;
    whole.paint = [all](QPainter &painter, int page) {
        for (const Sheets &one : all) {
            if (page < one.pages)
                return one.paint(painter, page);
            page -= one.pages;
        }
    };
    return whole;
}

QString pdfName(const QString &name)
{
    QString safe = name;
    for (QChar &c : safe) {
        if (!c.isLetterOrNumber() && c != u'-')
            c = u'_';
    }
    return safe + QStringLiteral(".pdf");
}

Result<Done> printSheets(QPagedPaintDevice &device, const Sheets &sheets)
{
    device.setPageSize(sheets.page());
    device.setPageOrientation(sheets.across ? QPageLayout::Landscape : QPageLayout::Portrait);
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    if (!painter.begin(&device))
        return Error{Code::Broken, Tr::tr("The printer does not answer."), {}, {}};
    for (int i = 0; i < sheets.pages; ++i) {
        if (i > 0)
            device.newPage();
        painter.save();
        painter.scale(device.logicalDpiX() / 25.4, device.logicalDpiY() / 25.4);
        sheets.paint(painter, i);
        painter.restore();
    }
    painter.end();
    return Done{};
}

Result<QByteArray> pdfOf(const Sheets &sheets)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(600);
    writer.setTitle(sheets.title);
    writer.setCreator(QStringLiteral("Xinglin"));
    if (const Result<Done> printed = printSheets(writer, sheets); !printed)
        return printed.error();
    buffer.close();
    static const QHash<char16_t, char16_t> ideographs =
        ideographsOfRadicals({PaperText::font(PaperText::Face::Hei), PaperText::font(PaperText::Face::Song)});
    return withSearchableText(bytes, ideographs);
}

Result<Done> writePdf(Files &files, const QString &path, const Sheets &sheets)
{
    const Result<QByteArray> bytes = pdfOf(sheets);
    if (!bytes)
        return bytes.error();
    return replaceFile(files, path, *bytes);
}

QImage previewOf(const Sheets &sheets, int page, double dotsPerMillimetre)
{
    const QSizeF size = sheets.millimetres() * dotsPerMillimetre;
    QImage image(qRound(size.width()), qRound(size.height()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dotsPerMillimetre, dotsPerMillimetre);
    sheets.paint(painter, page);
    return image;
}

} // namespace xinglin::ui
