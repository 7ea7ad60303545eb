#pragma once

#include "clinic/schedule/calendarsource.h"
#include "interop/icalreader.h"

namespace xinglin::interop {

/// What is brought in or refused by itself: a time of an event, or an event none of whose times is.
struct CalendarItem
{
    qint64 line = 0;
    qsizetype event = -1; ///< Its place among the events of the file; -1: it is none.
    IcalTime time;
    batch::Line rejected;      ///< Where `why` is not empty: nothing of it is brought in.
    QList<batch::Line> told;   ///< Besides: what was left out or read otherwise.
    QByteArray key;            ///< 16 bytes: known again by them.
    std::optional<Uuid> ourId; ///< It was exported by Xinglin.
};

/// Everything that stands in a file, in its order.
QList<CalendarItem> calendarItems(const IcalFile &file, const IcalWindow &window);

/// A line that tells of an event.
batch::Line lineOf(const IcalEvent &event, batch::Line::Outcome outcome, const QString &value, const QString &why);

/// The days and parts of days that a time blocks, in @p zone; begun minutes count whole. Empty: it has no length.
QList<freebusy::Exception> blockedBy(const IcalTime &time, const QTimeZone &zone);

/// "2026-03-05 09:00", or the day.
QString shownTime(const IcalTime &time, const QTimeZone &zone);

} // namespace xinglin::interop
