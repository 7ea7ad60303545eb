#pragma once

#include "clinic/clinic.h"
#include "interop/calendarexport.h"
#include "interop/exporting.h"
#include "ui/interchange/workwatch.h"

namespace xinglin::ui {

/// The export that is being written now; one for the clinic, whoever has begun it: it goes on while the screen is
/// locked or somebody else works. Ends with the clinic, and then nothing of it stays.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    /// That of @p clinic, made at the first call and gone with it.
    static ExportRun *of(Clinic &clinic);
    ~ExportRun() override;

    bool isRunning() const { return m_watch != nullptr; }
    /// nullptr where nothing runs.
    const WorkWatch *watch() const { return m_watch.get(); }

    /// As the person who works here now. One at a time: false where one runs already. @p files outlives the clinic.
    bool start(const interop::ExportSpec &spec, const std::shared_ptr<const Catalog> &catalog, Files &files);
    /// The same of what is booked, as a calendar; `rows` are its events then.
    bool start(const interop::CalendarExportSpec &spec, Files &files);
    /// Nothing of it stays; finished() follows.
    void cancel();

signals:
    void runningChanged();
    void finished(const xinglin::Result<xinglin::interop::Exported> &exported);

private:
    explicit ExportRun(Clinic &clinic);
    template <class F>
    bool run(Counted counted, F work);

    Clinic &m_clinic;
    std::shared_ptr<WorkWatch> m_watch; ///< While one runs.
};

} // namespace xinglin::ui
