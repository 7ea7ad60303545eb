#pragma once

#include "interop/importing.h"

#include <QElapsedTimer>

#include <atomic>
#include <mutex>

namespace xinglin::ui {

/// What an import counts: lines of a table, or times of a calendar.
enum class Counted { Lines, Times };

/// How far the work on another thread is, and whether anybody still wants it. Shared by the worker, who tells, and the
/// screen, which looks.
class WorkWatch
{
public:
    explicit WorkWatch(Counted counted = Counted::Lines) : m_counted(counted) { m_since.start(); }
    Counted counted() const { return m_counted; }

    /// For the worker; a copy keeps the watch alive.
    static interop::ImportTold teller(const std::shared_ptr<WorkWatch> &watch)
    {
        return [watch](const interop::ImportProgress &progress) {
            const std::scoped_lock lock(watch->m_lock);
            watch->m_progress = progress;
            return !watch->m_stop;
        };
    }
    void stop() { m_stop = true; }
    bool isStopped() const { return m_stop; }
    interop::ImportProgress progress() const
    {
        const std::scoped_lock lock(m_lock);
        return m_progress;
    }
    /// How long it goes on, as far as it can be told by now.
    std::optional<qint64> secondsLeft() const
    {
        constexpr qint64 surely = 2000;
        const interop::ImportProgress now = progress();
        const qint64 elapsed = m_since.elapsed();
        if (elapsed < surely || now.bytesDone <= 0 || now.bytesTotal <= now.bytesDone)
            return std::nullopt;
        return elapsed * (now.bytesTotal - now.bytesDone) / now.bytesDone / 1000 + 1;
    }

private:
    const Counted m_counted;
    mutable std::mutex m_lock;
    interop::ImportProgress m_progress;
    std::atomic<bool> m_stop = false;
    QElapsedTimer m_since;
};

} // namespace xinglin::ui
