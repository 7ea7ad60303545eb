#pragma once

#include "base/result.h"
#include "interop/ical.h"

#include <QByteArray>
#include <QTimeZone>

#include <functional>

namespace xinglin::interop {

/// Which times are asked for.
struct IcalWindow
{
    QTimeZone zone; ///< The clinic's, for times that name none.
    Instant from;   ///< What ends by then is over.
    Instant until;  ///< What begins then or later is too far ahead.
};

/// Reads a calendar: every event is taken or refused in words. Series become their real occurrences within the window;
/// what a rule of repetition means is libical's word (Recurrence). Refused whole (Invalid): what is no calendar, a
/// vCard, what goes beyond IcalLimits. @p isStopped is asked now and then; then Cancelled.
Result<IcalFile> readIcal(const QByteArray &bytes, const IcalWindow &window,
                          const std::function<bool()> &isStopped = {});
/// The bytes of a calendar file. NotFound where it cannot be read, Invalid where it is larger than a calendar is.
Result<QByteArray> icalBytes(const QString &path);

} // namespace xinglin::interop
