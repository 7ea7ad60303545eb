#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <atomic>
#include <chrono>

namespace xinglin {

/// A point in time, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline Instant instantFromMs(qint64 ms)
{
    return Instant(std::chrono::milliseconds(ms));
}
inline qint64 toMs(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// Where "now" comes from. Injected everywhere, so that a year passes in a second in a test.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

/// Stands still until told otherwise. Safe to read from several threads.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant start) : m_ms(toMs(start)) {}
    Instant now() const override { return instantFromMs(m_ms.load()); }
    void set(Instant to) { m_ms.store(toMs(to)); }
    void advance(std::chrono::milliseconds by) { m_ms.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_ms;
};

/// The clinic's civil day of @p instant in @p zone. Days are stored as dates, instants as UTC.
inline QDate civilDay(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), zone).date();
}

} // namespace xinglin
