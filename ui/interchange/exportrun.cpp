#include "ui/interchange/exportrun.h"

#include "ui/kit/ondone.h"

namespace xinglin::ui {

ExportRun *ExportRun::of(Clinic &clinic)
{
    if (auto *there = clinic.findChild<ExportRun *>(QString(), Qt::FindDirectChildrenOnly))
        return there;
    return new ExportRun(clinic);
}

ExportRun::ExportRun(Clinic &clinic) : QObject(&clinic), m_clinic(clinic)
{
}

ExportRun::~ExportRun()
{
    cancel();
}

template <class F>
bool ExportRun::run(Counted counted, F work)
{
    if (isRunning() || m_clinic.actor().previewed)
        return false;
    m_watch = std::make_shared<WorkWatch>(counted);
    const auto exported = m_clinic.work(
        [work = std::move(work), actor = m_clinic.actor(), told = WorkWatch::teller(m_watch)](store::Store &store) {
            return work(store, actor, [&told](const interop::ExportProgress &progress) {
                interop::ImportProgress now{progress.done, progress.total, {}};
                now.totals.lines = progress.rows;
                return told(now);
            });
        });
    onDone(exported, this, [this](const Result<interop::Exported> &result) {
        m_watch.reset();
        emit runningChanged();
        emit finished(result);
    });
    emit runningChanged();
    return true;
}

bool ExportRun::start(const interop::ExportSpec &spec, const std::shared_ptr<const Catalog> &catalog, Files &files)
{
    return run(Counted::Lines, [spec, catalog, &files](store::Store &store, const store::Actor &actor,
                                                       const interop::ExportTold &told) {
        return interop::runExport(store, actor, *catalog, spec, files, told);
    });
}

bool ExportRun::start(const interop::CalendarExportSpec &spec, Files &files)
{
    return run(Counted::Times,
               [spec, &files](store::Store &store, const store::Actor &actor,
                              const interop::ExportTold &told) -> Result<interop::Exported> {
                   const auto exported = interop::exportCalendar(store, actor, spec, files, told);
                   if (!exported)
                       return exported.error();
                   return interop::Exported{exported->path, {}, {}, exported->events, {}};
               });
}

void ExportRun::cancel()
{
    if (m_watch)
        m_watch->stop();
}

} // namespace xinglin::ui
