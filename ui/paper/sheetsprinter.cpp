#include "ui/paper/sheetsprinter.h"

#include "ui/kit/ondone.h"
#include "ui/paper/paperpreview.h"
#include "ui/paper/printshop.h"
#include "ui/shell/aside.h"

#include <QDir>
#include <QStandardPaths>

namespace xinglin::ui {

SheetsPrinter::SheetsPrinter(Clinic &clinic, const QString &folder, QWidget *window)
    : QObject(window)
    , m_shop(PrintShop::of(clinic))
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + folder)
{
}

void SheetsPrinter::send(const Make &make, bool unasked)
{
    sendOne(make, unasked, [this] { emit settled(); });
}

void SheetsPrinter::sendInOrder(const QList<Make> &papers)
{
    sendOne(papers.first(), false,
            [this, rest = papers.mid(1)] { rest.isEmpty() ? emit settled() : sendInOrder(rest); });
}

void SheetsPrinter::sendOne(const Make &make, bool unasked, const std::function<void()> &then)
{
    const auto sending = m_shop.send(make, {m_folder, m_alwaysPdf, unasked});
    onDone(sending, this, [this, then](const Result<PrintOutcome> &outcome) {
        if (!outcome)
            emit failed(outcome.error());
        else if (!outcome->printer.isEmpty())
            emit printed(tr("Sent to %1.").arg(outcome->printer), {});
        else if (outcome->chosen)
            emit printed(tr("Written to %1.").arg(QDir::toNativeSeparators(outcome->path)), outcome->path);
        else if (!outcome->path.isEmpty())
            emit printed(tr("Written to %1, since there is no printer.").arg(QDir::toNativeSeparators(outcome->path)),
                         outcome->path);
        then();
    });
}

void SheetsPrinter::show(const QList<Make> &papers)
{
    onDone(m_shop.dress(), this, [this, papers](const Result<PaperDress> &dress) {
        if (!dress)
            return emit failed(dress.error());
        QList<Sheets> all;
        for (const Make &make : papers)
            all << dressed(make(*dress), *dress);
        const Sheets sheets = together(all);
        auto *preview = new PaperPreview(sheets, m_window);
        preview->setAttribute(Qt::WA_DeleteOnClose);
        connect(preview, &PaperPreview::printWanted, this, [this, papers] { sendInOrder(papers); });
        connect(preview, &PaperPreview::saveWanted, this, [this, sheets](const QString &path) { save(sheets, path); });
        preview->open();
    });
}

void SheetsPrinter::save(const Sheets &sheets, const QString &path)
{
    const auto saving = aside([sheets, path] {
        DiskFiles files;
        return writePdf(files, path, sheets);
    });
    onDone(saving, this, [this, path](const Result<Done> &done) {
        if (done)
            emit printed(tr("Written to %1.").arg(QDir::toNativeSeparators(path)), path);
        else
            emit failed(done.error());
    });
}

} // namespace xinglin::ui
