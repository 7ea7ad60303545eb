#pragma once

#include "base/clock.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace xinglin {

/// A day as people here write it: "12 Mar 2026".
QString dayInWords(QDate day);
/// Day and time in the clinic's zone: "12 Mar 2026 10:00".
QString momentInWords(Instant moment, const QTimeZone &zone);

} // namespace xinglin
