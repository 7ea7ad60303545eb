#include "ui/prescription/paperprinter.h"

#include "ui/kit/ondone.h"
#include "ui/prescription/paperpreview.h"
#include "ui/prescription/prescriptionpaper.h"
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

PaperPrinter::PaperPrinter(Clinic &clinic, QWidget *window)
    : QObject(window)
    , m_clinic(clinic)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Prescriptions"))
{
}

void PaperPrinter::print(PrescriptionId id)
{
    fetch(id, [this](std::shared_ptr<const Pages> pages) { print(std::move(pages)); });
}

void PaperPrinter::preview(PrescriptionId id)
{
    fetch(id, [this](std::shared_ptr<const Pages> pages) { preview(std::move(pages)); });
}

void PaperPrinter::fetch(PrescriptionId id, std::function<void(std::shared_ptr<const Pages>)> then)
{
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return consultation::paper(view, id); });
    onDone(asked, this, [this, then = std::move(then)](const Result<consultation::Paper> &paper) {
        if (!paper)
            emit failed(paper.error());
        else
            then(std::make_shared<PrescriptionPaper>(*paper, QLocale()));
    });
}

void PaperPrinter::printIfPossible(PrescriptionId id)
{
    fetch(id, [this](std::shared_ptr<const Pages> pages) { send(std::move(pages), Otherwise::Nothing); });
}

void PaperPrinter::print(std::shared_ptr<const Pages> pages)
{
    send(std::move(pages), Otherwise::File);
}

void PaperPrinter::send(std::shared_ptr<const Pages> pages, Otherwise otherwise)
{
    const auto sending = aside([pages, otherwise, folder = m_folder, alwaysPdf = m_alwaysPdf]() -> Result<Outcome> {
        const QPrinterInfo info = alwaysPdf ? QPrinterInfo() : QPrinterInfo::defaultPrinter();
        if (!info.isNull()) {
            QPrinter printer(info, QPrinter::HighResolution);
            printer.setDocName(pages->title());
            const Result<Done> done = printPages(printer, *pages);
            if (!done)
                return done.error();
            return Outcome{info.printerName(), {}};
        }
        if (!alwaysPdf && otherwise == Otherwise::Nothing)
            return Outcome{};
        DiskFiles files;
        const QString path = QDir(folder).filePath(pages->fileName() + QStringLiteral(".pdf"));
        if (!QDir().mkpath(folder))
            return Error{Code::Broken, {}, {}, QStringLiteral("no folder for PDFs")};
        const Result<Done> done = writePdf(files, path, *pages);
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

void PaperPrinter::preview(std::shared_ptr<const Pages> pages)
{
    auto *preview = new PaperPreview(pages, m_window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PaperPreview::printWanted, this, [this, pages] { print(pages); });
    connect(preview, &PaperPreview::saveWanted, this, [this, pages](const QString &path) { save(pages, path); });
    preview->open();
}

void PaperPrinter::save(std::shared_ptr<const Pages> pages, const QString &path)
{
    const auto saving = aside([pages, path] {
        DiskFiles files;
        return writePdf(files, path, *pages);
    });
    onDone(saving, this, [this, path](const Result<Done> &done) {
        if (done)
            emit printed(tr("Written to %1.").arg(QDir::toNativeSeparators(path)), path);
        else
            emit failed(done.error());
    });
}

} // namespace xinglin::ui
