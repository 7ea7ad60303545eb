#pragma once

#include "interop/icallines.h"

#include <QDateTime>
#include <QMap>
#include <QTimeZone>

#include <memory>

namespace xinglin::interop {

/// A time zone of a calendar: one that the PC knows, or one that the calendar describes itself.
class IcalZone
{
public:
    explicit IcalZone(const QTimeZone &zone) : m_zone(zone) {}
    /// From a VTIMEZONE, for times from 1970 to @p until; nullopt where it cannot be reckoned with.
    static std::optional<IcalZone> fromComponent(const IcalComponent &component, QDate until);

    /// Seconds east of UTC.
    int offsetAt(qint64 ms) const;
    /// The instant of a clock time, carried as UTC. Of one that comes twice in autumn the first; one that is skipped in
    /// spring is as far after the gap (RFC 5545, 3.3.5).
    Instant instantOf(const QDateTime &clockTime) const;
    /// The clock time of an instant, carried as UTC.
    QDateTime clockTimeOf(Instant instant) const;

private:
    IcalZone() = default;

    QTimeZone m_zone;            ///< Not valid: the offsets below.
    QMap<qint64, int> m_offsets; ///< From an instant on, in ms.
    int m_first = 0;             ///< Before all of them.
};

/// The time zones of a file by their names.
class IcalZones
{
public:
    /// @p until: the last day that is asked for. @p tree outlives it.
    IcalZones(const IcalTree &tree, QDate until);

    /// Names that the PC knows mean what they mean everywhere (a calendar often describes a few years only); names of
    /// Windows their place; other ones what the calendar says, else the place at their end. Null: nobody knows it.
    std::shared_ptr<const IcalZone> find(int calendar, const QByteArray &name);

private:
    QHash<std::pair<int, QByteArray>, const IcalComponent *> m_described;
    QDate m_until;
    QMap<std::pair<int, QByteArray>, std::shared_ptr<const IcalZone>> m_known;
};

/// A date, or a date with a time. With a Z at its end it is UTC.
struct IcalMoment
{
    QDateTime clockTime; ///< Carried as UTC; midnight of a date.
    bool isDate = false;
    bool isUtc = false;
};
std::optional<IcalMoment> icalMoment(const QByteArray &text);

} // namespace xinglin::interop
