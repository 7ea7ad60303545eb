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
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return consultation::paper(view, id); });
    onDone(asked, this, [this](const Result<consultation::Paper> &paper) {
        if (!paper)
            emit failed(paper.error());
        else
            send(*paper);
    });
}

void PaperPrinter::send(const consultation::Paper &paper)
{
    const QLocale locale;
    const auto sending = aside([paper, locale, folder = m_folder, alwaysPdf = m_alwaysPdf]() -> Result<Outcome> {
        const QPrinterInfo info = alwaysPdf ? QPrinterInfo() : QPrinterInfo::defaultPrinter();
        if (!info.isNull()) {
            QPrinter printer(info, QPrinter::HighResolution);
            const Result<Done> done = printPaper(printer, paper, locale);
            if (!done)
                return done.error();
            return Outcome{info.printerName(), {}};
        }
        DiskFiles files;
        const QString path = QDir(folder).filePath(PaperPreview::fileName(paper));
        if (!QDir().mkpath(folder))
            return Error{Code::Broken, {}, {}, QStringLiteral("no folder for PDFs")};
        const Result<Done> done = writePdf(files, path, paper, locale);
        if (!done)
            return done.error();
        return Outcome{{}, path};
    });
    onDone(sending, this, [this](const Result<Outcome> &outcome) {
        if (!outcome)
            emit failed(outcome.error());
        else if (outcome->printer.isEmpty())
            emit printed(tr("Written to %1, since there is no printer.").arg(QDir::toNativeSeparators(outcome->path)),
                         outcome->path);
        else
            emit printed(tr("Sent to %1.").arg(outcome->printer), {});
    });
}

void PaperPrinter::preview(PrescriptionId id)
{
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return consultation::paper(view, id); });
    onDone(asked, this, [this](const Result<consultation::Paper> &paper) {
        if (!paper)
            return emit failed(paper.error());
        auto *preview = new PaperPreview(*paper, QLocale(), m_window);
        preview->setAttribute(Qt::WA_DeleteOnClose);
        connect(preview, &PaperPreview::printWanted, this, [this, paper] { send(*paper); });
        connect(preview, &PaperPreview::saveWanted, this, [this, paper](const QString &path) { save(*paper, path); });
        preview->open();
    });
}

void PaperPrinter::save(const consultation::Paper &paper, const QString &path)
{
    const auto saving = aside([paper, path, locale = QLocale()] {
        DiskFiles files;
        return writePdf(files, path, paper, locale);
    });
    onDone(saving, this, [this, path](const Result<Done> &done) {
        if (done)
            emit printed(tr("Written to %1.").arg(QDir::toNativeSeparators(path)), path);
        else
            emit failed(done.error());
    });
}

} // namespace xinglin::ui
