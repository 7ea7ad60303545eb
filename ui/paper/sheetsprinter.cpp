#include "ui/paper/sheetsprinter.h"

#include "ui/kit/ondone.h"
#include "ui/paper/paperpreview.h"
#include "ui/shell/aside.h"

#include <QDir>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>

namespace xinglin::ui {

namespace {

struct Outcome
{
    QString printer; ///< Empty: a file.
    QString path;
};

} // namespace

SheetsPrinter::SheetsPrinter(const QString &folder, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + folder)
{
}

void SheetsPrinter::send(const Make &make, Otherwise otherwise)
{
    const auto sending = aside([make, otherwise, folder = m_folder, alwaysPdf = m_alwaysPdf]() -> Result<Outcome> {
        const QPrinterInfo info = alwaysPdf ? QPrinterInfo() : QPrinterInfo::defaultPrinter();
        if (info.isNull() && !alwaysPdf && otherwise == Otherwise::Nothing)
            return Outcome{};
        const Sheets sheets = make();
        if (!info.isNull()) {
            QPrinter printer(info, QPrinter::HighResolution);
            printer.setDocName(sheets.title);
            const Result<Done> done = printSheets(printer, sheets);
            if (!done)
                return done.error();
            return Outcome{info.printerName(), {}};
        }
        DiskFiles files;
        const QString path = QDir(folder).filePath(sheets.fileName);
        if (!QDir().mkpath(folder))
            return Error{Code::Broken, {}, {}, QStringLiteral("no folder for PDFs")};
        const Result<Done> done = writePdf(files, path, sheets);
        if (!done)
            return done.error();
        return Outcome{{}, path};
    });
    onDone(sending, this, [this](const Result<Outcome> &outcome) {
        if (!outcome)
            emit failed(outcome.error());
        else if (outcome->printer.isEmpty() && outcome->path.isEmpty())
            return;
        else if (outcome->printer.isEmpty())
            emit printed(tr("Written to %1, since there is no printer.").arg(QDir::toNativeSeparators(outcome->path)),
                         outcome->path);
        else
            emit printed(tr("Sent to %1.").arg(outcome->printer), {});
    });
}

void SheetsPrinter::show(const Make &make)
{
    auto *preview = new PaperPreview(make(), m_window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PaperPreview::printWanted, this, [this, make] { send(make); });
    connect(preview, &PaperPreview::saveWanted, this, [this, make](const QString &path) { save(make, path); });
    preview->open();
}

void SheetsPrinter::save(const Make &make, const QString &path)
{
    const auto saving = aside([make, path] {
        DiskFiles files;
        return writePdf(files, path, make());
    });
    onDone(saving, this, [this, path](const Result<Done> &done) {
        if (done)
            emit printed(tr("Written to %1.").arg(QDir::toNativeSeparators(path)), path);
        else
            emit failed(done.error());
    });
}

} // namespace xinglin::ui
