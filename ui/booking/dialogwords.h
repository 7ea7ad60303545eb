#pragma once

#include "base/clock.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

/// Days and times in the dialogs of the front desk, as they are typed and written.
namespace xinglin::ui {

/// "2026-3-12", "3-12", or "+7" for so many days after @p from. A day without a year is the next one from @p from on.
std::optional<QDate> typedDay(const QString &typed, QDate from);
/// Minute of the day of "15:30", "1530", "930" or "9"; full-width and Chinese marks too.
std::optional<int> typedMinute(const QString &typed);

/// "Thu 12 Mar"
QString dayWords(QDate day);
/// "15:30"
QString clockWords(Instant at, const QTimeZone &zone);
/// "Thu 12 Mar 15:30"
QString whenWordsOf(Instant at, const QTimeZone &zone);

} // namespace xinglin::ui
