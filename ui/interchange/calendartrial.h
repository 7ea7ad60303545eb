#pragma once

#include "clinic/clinic.h"
#include "interop/calendarimport.h"
#include "ui/interchange/workwatch.h"

#include <QDateTime>

namespace xinglin::ui {

/// The dry run of a calendar: what would become of each of its times, as far as it is said what they are.
class CalendarTrial : public QObject
{
    Q_OBJECT

public:
    explicit CalendarTrial(Clinic &clinic, QObject *parent = nullptr);
    ~CalendarTrial() override;

    /// Goes through it, where that was not done for the same file and wishes; nothing: forgets what was found.
    void setSpec(const std::optional<interop::CalendarSpec> &spec);
    /// Once more.
    void again();
    void stop();

    const std::optional<interop::CalendarSpec> &spec() const { return m_spec; }
    bool isTrying() const { return m_watch != nullptr; }
    /// nullptr where nothing runs.
    const WorkWatch *watch() const { return m_watch.get(); }
    const std::optional<interop::CalendarReport> &report() const { return m_report; }
    const std::optional<Error> &problem() const { return m_problem; }

signals:
    void changed();

private:
    Clinic &m_clinic;
    std::optional<interop::CalendarSpec> m_spec;
    QDateTime m_written; ///< The file, when the dry run began.
    std::shared_ptr<WorkWatch> m_watch;
    std::optional<interop::CalendarReport> m_report;
    std::optional<Error> m_problem;
};

} // namespace xinglin::ui
