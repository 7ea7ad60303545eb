#pragma once

#include "base/period.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Calendars of other programs (iCalendar, RFC 5545), as plain values. Nothing here knows what an event means.
namespace xinglin::interop {

/// One time at which an event takes place.
struct IcalTime
{
    /// Which of a series it is: its beginning as the rule gives it, "20260305" or "20260305T010000Z". Empty for an
    /// event that does not return.
    QString key;
    bool wholeDays = false;
    QDate first; ///< Of whole days, both included, wherever the calendar is looked at.
    QDate last;
    Period period; ///< Otherwise; one without a length ends where it begins.
    bool operator==(const IcalTime &) const = default;
};

/// Something of an event that was left aside or read otherwise than it stands there.
struct IcalRemark
{
    qint64 line = 0;  ///< The first being 1.
    QString property; ///< "SUMMARY"
    QString value;    ///< As it stands in the file, its beginning.
    QString why;      ///< A sentence.
    bool operator==(const IcalRemark &) const = default;
};

/// An event with the times it takes place at within the window that was asked for.
struct IcalEvent
{
    qint64 line = 0; ///< Where it begins, the first being 1; 0 of one that is to be written.
    QString uid;     ///< Empty where the file has none.
    QString summary;
    QString description;
    QString location;
    QStringList categories;
    QStringList resources;
    QStringList people; ///< Names of who attends.
    int sequence = 0;
    std::optional<Instant> changed; ///< LAST-MODIFIED
    QString status;                 ///< "CONFIRMED", "TENTATIVE", "CANCELLED" or empty.
    bool busy = true;               ///< Takes up time (TRANSP).
    QList<IcalTime> times;          ///< By their beginning.
    bool returns = false;           ///< One of a series, or a series.
    bool before = false;            ///< Took place before the window as well.
    bool after = false;             ///< Takes place after it as well.
    QList<IcalRemark> remarks;
    bool operator==(const IcalEvent &) const = default;
};

/// A component that is no event we read.
struct IcalRefusal
{
    qint64 line = 0;
    QString component; ///< "VTODO"
    QString uid;
    QString summary;
    QString property; ///< Because of which; may be empty.
    QString value;    ///< Its beginning.
    QString why;      ///< A sentence.
    bool operator==(const IcalRefusal &) const = default;
};

/// What stands in a file: every component but time zones and alarms is an event or a refusal.
struct IcalFile
{
    QList<IcalEvent> events; ///< In the order of the file.
    QList<IcalRefusal> refused;
    bool operator==(const IcalFile &) const = default;
};

} // namespace xinglin::interop
