#include "ui/interchange/calendartrial.h"

#include "ui/kit/ondone.h"

#include <QFileInfo>

namespace xinglin::ui {

CalendarTrial::CalendarTrial(Clinic &clinic, QObject *parent) : QObject(parent), m_clinic(clinic)
{
}

CalendarTrial::~CalendarTrial()
{
    stop();
}

void CalendarTrial::setSpec(const std::optional<interop::CalendarSpec> &spec)
{
    if (spec == m_spec && (!spec || QFileInfo(spec->path).lastModified() == m_written))
        return;
    m_spec = spec;
    again();
}

void CalendarTrial::again()
{
    stop();
    m_watch.reset();
    m_report.reset();
    m_problem.reset();
    if (!m_spec) {
        emit changed();
        return;
    }
    m_written = QFileInfo(m_spec->path).lastModified();
    m_watch = std::make_shared<WorkWatch>(Counted::Times);
    const auto tried =
        m_clinic.work([spec = *m_spec, actor = m_clinic.actor(), told = WorkWatch::teller(m_watch)](
                          store::Store &store) { return interop::dryRunCalendar(store, actor, spec, told); });
    onDone(tried, this, [this, watch = m_watch](const Result<interop::CalendarReport> &report) {
        if (watch != m_watch)
            return; // another one is wanted by now
        m_watch.reset();
        if (report)
            m_report = *report;
        else
            m_problem = report.error();
        emit changed();
    });
    emit changed();
}

void CalendarTrial::stop()
{
    if (m_watch)
        m_watch->stop();
}

} // namespace xinglin::ui
