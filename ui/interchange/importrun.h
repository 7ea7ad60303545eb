#pragma once

#include "clinic/clinic.h"
#include "interop/calendarimport.h"
#include "ui/interchange/workwatch.h"

namespace xinglin::ui {

/// The import that is being written now; one for the clinic, whoever has begun it: it goes on while the screen is
/// locked or somebody else works. Ends with the clinic, and then nothing of it stays.
class ImportRun : public QObject
{
    Q_OBJECT

public:
    /// That of @p clinic, made at the first call and gone with it.
    static ImportRun *of(Clinic &clinic);
    ~ImportRun() override;

    bool isRunning() const { return m_watch != nullptr; }
    bool isStopping() const { return m_watch && m_watch->isStopped(); }
    /// The name of the file that is being brought in.
    const QString &source() const { return m_source; }
    /// nullptr where nothing runs.
    const WorkWatch *watch() const { return m_watch.get(); }

    /// As the person who works here now. One at a time: false where one runs already.
    bool start(const interop::ImportSpec &spec, const std::shared_ptr<const Catalog> &catalog);
    /// The same of a calendar.
    bool start(const interop::CalendarSpec &spec);
    /// Goes on with one that was interrupted.
    bool resume(const batch::Batch &batch, const QString &path, const std::shared_ptr<const Catalog> &catalog);
    /// Nothing of it stays; finished() follows.
    void cancel();

signals:
    void runningChanged();
    void finished(const xinglin::Result<xinglin::interop::Imported> &imported);

private:
    explicit ImportRun(Clinic &clinic);
    template <class F>
    bool run(const QString &source, Counted counted, F work);

    Clinic &m_clinic;
    QString m_source;
    std::shared_ptr<WorkWatch> m_watch; ///< While one runs.
};

} // namespace xinglin::ui
