#pragma once

#include "interop/ical.h"

#include <QByteArray>

namespace xinglin::interop {

/// What a calendar begins with, and ends with.
QByteArray icalHead(const QString &name);
QByteArray icalFoot();
/// An event, once for each of its times: instants as UTC, whole days as dates. Texts are escaped, control characters
/// left out, lines folded after 75 bytes between characters (RFC 5545, 3.1). @p made is when the calendar is written.
QByteArray icalLines(const IcalEvent &event, Instant made);

} // namespace xinglin::interop
