#pragma once

#include "base/clock.h"

#include <QDate>
#include <QTimeZone>

/// Days and times in the dialogs of the front desk, as they are written.
namespace xinglin::ui {

/// "Thu 12 Mar"
QString dayWords(QDate day);
/// "15:30"
QString clockWords(Instant at, const QTimeZone &zone);
/// "Thu 12 Mar 15:30"
QString whenWordsOf(Instant at, const QTimeZone &zone);

} // namespace xinglin::ui
