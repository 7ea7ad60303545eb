#include "ui/interchange/importrun.h"

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
bool ImportRun::run(const QString &source, F work)
{
    if (isRunning() || m_clinic.actor().previewed)
        return false;
    m_source = source;
    m_watch = std::make_shared<WorkWatch>();
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
    return run(QFileInfo(spec.path).fileName(),
               [spec, catalog](store::Store &store, const store::Actor &actor, const interop::ImportTold &told) {
                   return interop::runImport(store, actor, *catalog, spec, told);
               });
}

bool ImportRun::resume(BatchId id, const QString &path, const std::shared_ptr<const Catalog> &catalog)
{
    return run(QFileInfo(path).fileName(),
               [id, path, catalog](store::Store &store, const store::Actor &actor, const interop::ImportTold &told) {
                   return interop::resumeImport(store, actor, *catalog, id, path, told);
               });
}

void ImportRun::cancel()
{
    if (m_watch)
        m_watch->stop();
}

} // namespace xinglin::ui
