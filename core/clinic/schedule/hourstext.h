#pragma once

#include "base/result.h"
#include "engines/slots/roster.h"

/// Hours of a day as people write them.
namespace xinglin::schedule {

/// "08:30–12:00 14:00–17:30"; past midnight the hours go on: "22:00–26:00". Empty: nothing is worked.
QString hoursText(const QList<freebusy::DayPart> &parts);
QString hoursText(const freebusy::DayPart &part);

/// Reads "8:30-12 14-17:30", "0830-1200", "8点半到12点，14点—17点30分"; nothing, "-", "休" and "off" are a free day.
/// Refuses (Invalid) with the piece it cannot read, hours that end before they begin, and hours that overlap or run
/// backwards.
Result<QList<freebusy::DayPart>> hoursFrom(const QString &typed);

} // namespace xinglin::schedule
