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
/// A moment of a day to the minute, as instantFromText(); nullopt for a bare day and for seconds.
std::optional<Instant> minuteFromText(const QString &text, const QTimeZone &zone);
/// ISO 8601 in UTC, to the millisecond.
QString isoText(Instant instant);
/// ISO 8601 by the clock of @p zone with its offset, to the second: "2026-03-12T10:30:00+08:00".
QString isoText(Instant instant, const QTimeZone &zone);

} // namespace xinglin::cli
