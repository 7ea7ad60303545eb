#include "ui/paper/printshop.h"

#include "access/training.h"
#include "base/log.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"

#include <QDir>
#include <QPageSize>
#include <QPromise>

namespace xinglin::ui {

/// What runs on worker threads. Outlives the shop where a paper is still on its way.
struct PrintShop::Works
{
    Files &files;
    QString routesPath;
    PrintQueue queue;
    std::shared_ptr<Press> press = std::make_shared<SystemPress>();

    Result<PrintOutcome> send(const Make &make, const PaperDress &dress, const PrintWish &wish, PrintJob job)
    {
        const Sheets sheets = dressed(make(dress), dress);
        const PrintRoute route =
            wish.alwaysPdf ? PrintRoute{} : readPrintRoutes(files, routesPath).value(sheets.about.kind);
        const QString printer = wish.alwaysPdf ? QString() : printerOf(route);
        if (wish.unasked && !wish.alwaysPdf && route.folder.isEmpty() && printer.isEmpty())
            return PrintOutcome{};
        Result<QByteArray> pdf = pdfOf(sheets);
        if (!pdf)
            return pdf.error();
        job.title = sheets.title;
        job.fileName = sheets.fileName;
        job.media = sheets.page().key();
        job.folder = wish.folder;
        job.about = sheets.about;
        job.pdf = *std::move(pdf);
        // A disk that cannot keep it is no reason not to print it.
        if (const Result<Done> kept = queue.keep(job); !kept)
            log::failure("print.keep", kept.error());
        return deliver(std::move(job), route, printer);
    }

    Result<PrintOutcome> sendAgain(const PrintJob &wanted)
    {
        Result<PrintJob> job = queue.open(wanted.user, wanted.id);
        if (!job)
            return job.error();
        const PrintRoute route = readPrintRoutes(files, routesPath).value(job->about.kind);
        return deliver(*std::move(job), route, printerOf(route));
    }

    QString printerOf(const PrintRoute &route) const
    {
        if (!route.folder.isEmpty())
            return {};
        return route.printer.isEmpty() ? press->defaultPrinter() : route.printer;
    }

    Result<PrintOutcome> deliver(PrintJob job, const PrintRoute &route, const QString &printer)
    {
        PrintOutcome outcome{printer, {}, !route.folder.isEmpty()};
        Result<Done> done = Done{};
        if (!printer.isEmpty()) {
            done = press->print({printer, route.tray, route.copies, job.media}, job.pdf);
        } else {
            const QString folder = outcome.chosen ? route.folder : job.folder;
            outcome.path = QDir(folder).filePath(job.fileName);
            done = QDir(folder).exists() ? Result<Done>(Done{}) : files.makeFolder(folder);
            if (done)
                done = replaceFile(files, outcome.path, job.pdf);
        }
        if (!done) {
            job.error = done.error().message;
            if (const Result<Done> kept = queue.keep(job); !kept)
                log::failure("print.keep", kept.error());
            return done.error();
        }
        // It would be offered once more; it is printed all the same.
        if (const Result<Done> gone = queue.remove(job); !gone)
            log::failure("print.remove", gone.error());
        return outcome;
    }
};

PrintShop &PrintShop::of(Clinic &clinic)
{
    if (auto *shop = clinic.findChild<PrintShop *>({}, Qt::FindDirectChildrenOnly))
        return *shop;
    return *new PrintShop(clinic);
}

PrintShop::PrintShop(Clinic &clinic) : QObject(&clinic), m_clinic(clinic)
{
    static DiskFiles disk;
    const store::StoreOptions &options = clinic.store().options();
    Files &files = options.files ? *options.files : disk;
    m_works = std::make_shared<Works>(
        Works{files, printRoutesPath(options.folder),
              PrintQueue(files, options.folder + QStringLiteral("/print"), clinic.store().keyFor("print queue"))});
}

void PrintShop::setPress(std::shared_ptr<Press> press)
{
    m_works->press = std::move(press);
}

QFuture<Result<PrintOutcome>> PrintShop::send(const Make &make, const PrintWish &wish)
{
    const Clock &clock = *m_clinic.store().options().clock;
    SystemRandom random; // the store's own belongs to the writer
    PrintJob job;
    job.id = Uuid::create(clock, random);
    job.sent = clock.now();
    if (const auto user = m_clinic.actor().user)
        job.user = *user;
    m_going.insert(job.id);
    auto promise = std::make_shared<QPromise<Result<PrintOutcome>>>();
    promise->start();
    onDone(dress(), this, [this, promise, make, wish, job](const Result<PaperDress> &dress) {
        if (!dress) { // whether it is for practice is not known, so it might come out without the mark
            promise->addResult(dress.error());
            promise->finish();
            return finish(job);
        }
        const auto sending =
            aside([works = m_works, make, dress = *dress, wish, job] { return works->send(make, dress, wish, job); });
        onDone(sending, this, [this, promise, job](const Result<PrintOutcome> &outcome) {
            promise->addResult(outcome);
            promise->finish();
            finish(job);
        });
    });
    return promise->future();
}

QFuture<Result<PaperDress>> PrintShop::dress() const
{
    return m_clinic.read([](const store::Snapshot &view) -> Result<PaperDress> {
        Result<PaperDress> settled = paperDress(view);
        if (settled)
            return settled;
        PaperDress shipped;
        shipped.training = access::isTraining(view); // never without the mark
        return shipped;
    });
}

void PrintShop::finish(const PrintJob &job)
{
    m_going.remove(job.id);
    look(job.user);
}

void PrintShop::look(const Uuid &person)
{
    const quint64 question = ++m_questions[person];
    const auto listed = aside([works = m_works, person] {
        Result<QList<PrintJob>> jobs = works->queue.jobs(person);
        if (jobs) {
            for (PrintJob &job : *jobs)
                job.pdf.clear();
        }
        return jobs;
    });
    onDone(listed, this, [this, person, question](const Result<QList<PrintJob>> &jobs) {
        if (!jobs || question != m_questions.value(person))
            return;
        QList<PrintJob> left = *jobs;
        left.removeIf([this](const PrintJob &job) { return m_going.contains(job.id); });
        emit leftChanged(person, left);
    });
}

void PrintShop::again(const PrintJob &job)
{
    if (m_going.contains(job.id))
        return;
    m_going.insert(job.id);
    const auto noted =
        m_clinic.read([about = job.about](const store::Snapshot &view) { return printed::again(view, about); });
    onDone(noted, this, [this, job](const Result<Done> &done) {
        if (!done) {
            finish(job);
            return emit failed(done.error());
        }
        onDone(aside([works = m_works, job] { return works->sendAgain(job); }), this,
               [this, job](const Result<PrintOutcome> &outcome) {
                   finish(job);
                   if (!outcome)
                       emit failed(outcome.error());
               });
    });
}

void PrintShop::discard(const PrintJob &job)
{
    if (m_going.contains(job.id))
        return;
    m_going.insert(job.id);
    const auto noted =
        m_clinic.read([about = job.about](const store::Snapshot &view) { return printed::discarded(view, about); });
    onDone(noted, this, [this, job](const Result<Done> &done) {
        if (!done) {
            finish(job);
            return emit failed(done.error());
        }
        onDone(aside([works = m_works, job] { return works->queue.remove(job); }), this,
               [this, job](const Result<Done> &gone) {
                   finish(job);
                   if (!gone)
                       emit failed(gone.error());
               });
    });
}

QFuture<Result<Printers>> PrintShop::printers() const
{
    return aside([works = m_works]() -> Result<Printers> {
        Printers found{works->press->printers(), works->press->defaultPrinter(), {}};
        for (const QString &name : std::as_const(found.names))
            found.trays.insert(name, works->press->trays(name));
        return found;
    });
}

QFuture<Result<PrintRoutes>> PrintShop::routes() const
{
    return aside(
        [works = m_works]() -> Result<PrintRoutes> { return readPrintRoutes(works->files, works->routesPath); });
}

QFuture<Result<Done>> PrintShop::setRoutes(const PrintRoutes &routes)
{
    return aside([works = m_works, routes] { return writePrintRoutes(works->files, works->routesPath, routes); });
}

} // namespace xinglin::ui
