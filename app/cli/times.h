#pragma once

#include "base/clock.h"

#include <QString>

#include <optional>

namespace xinglin::cli {

/// ISO 8601: a day, or a day and a time; without an offset in the clinic's @p zone. A bare day is its end where
/// @p endOfDay, else its beginning.
std::optional<Instant> instantFromText(const QString &text, const QTimeZone &zone, bool endOfDay);
/// The sentence for a time that cannot be read.
QString wrongTime(const QString &text);
/// ISO 8601 in UTC, to the millisecond.
QString isoText(Instant instant);

} // namespace xinglin::cli
