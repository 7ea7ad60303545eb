#include "ui/interchange/importrun.h"

#include "ui/interchange/importwords.h"
#include "ui/kit/ondone.h"

#include <QFileInfo>

namespace xinglin::ui {

ImportRun *ImportRun::of(Clinic &clinic)
{
    if (auto *there = clinic.findChild<ImportRun *>(QString(), Qt::FindDirectChildrenOnly))
        return there;
    return new ImportRun(clinic);
}

ImportRun::ImportRun(Clinic &clinic) : QObject(&clinic), m_clinic(clinic)
{
}

ImportRun::~ImportRun()
{
    cancel();
}

template <class F>
bool ImportRun::run(const QString &source, Counted counted, F work)
{
    if (isRunning() || m_clinic.actor().previewed)
        return false;
    m_source = source;
    m_watch = std::make_shared<WorkWatch>(counted);
    const auto imported =
        m_clinic.work([work = std::move(work), actor = m_clinic.actor(), watch = m_watch](store::Store &store) {
            return work(store, actor, WorkWatch::teller(watch));
        });
    onDone(imported, this, [this](const Result<interop::Imported> &result) {
        m_watch.reset();
        emit runningChanged();
        emit finished(result);
    });
    emit runningChanged();
    return true;
}

bool ImportRun::start(const interop::ImportSpec &spec, const std::shared_ptr<const Catalog> &catalog)
{
    return run(QFileInfo(spec.path).fileName(), Counted::Lines,
               [spec, catalog](store::Store &store, const store::Actor &actor, const interop::ImportTold &told) {
                   return interop::runImport(store, actor, *catalog, spec, told);
               });
}

bool ImportRun::start(const interop::CalendarSpec &spec)
{
    return run(QFileInfo(spec.path).fileName(), Counted::Times,
               [spec](store::Store &store, const store::Actor &actor,
                      const interop::ImportTold &told) -> Result<interop::Imported> {
                   const auto brought = interop::importCalendar(store, actor, spec, told);
                   if (!brought)
                       return brought.error();
                   return interop::Imported{brought->batch, {brought->batch.totals, {}, 0, {}}};
               });
}

bool ImportRun::resume(const batch::Batch &batch, const QString &path, const std::shared_ptr<const Catalog> &catalog)
{
    return run(QFileInfo(path).fileName(), countedIn(batch.kind),
               [id = batch.id, path, catalog](store::Store &store, const store::Actor &actor,
                                              const interop::ImportTold &told) {
                   return interop::resumeImport(store, actor, *catalog, id, path, told);
               });
}

void ImportRun::cancel()
{
    if (m_watch)
        m_watch->stop();
}

} // namespace xinglin::ui
