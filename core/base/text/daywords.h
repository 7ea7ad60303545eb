#pragma once

#include "base/clock.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace xinglin {

/// A day as people here write it: "12 Mar 2026".
QString dayInWords(QDate day);
/// Day and time in the clinic's zone: "12 Mar 2026 10:00".
QString momentInWords(Instant moment, const QTimeZone &zone);

/// Reads a past day as it is typed: "2026-03-12", "3-12" and "3月12日" (the latest one that is not after @p today),
/// "12" (of this month or the last), "-1" for yesterday, the words for today and yesterday; nullopt for anything else.
std::optional<QDate> dayFromText(const QString &text, QDate today);

} // namespace xinglin
