#pragma once

#include "base/clock.h"

#include <QList>
#include <QTimeZone>

#include <optional>

/// When backups are due and which may go. Pure: times in, decisions out.
namespace xinglin::access {

/// How long the newest proven things may be ago before somebody is told in red.
inline constexpr std::chrono::hours BackupWanted{24};
inline constexpr std::chrono::hours DrillWanted{31 * 24};
inline constexpr std::chrono::hours AwayWanted{7 * 24};
inline constexpr std::chrono::hours RecoveryWanted{365 * 24};

/// Whether a scheduled backup is due, @p every after the last one. A last one in the future (the clock was set back)
/// does not count.
bool isBackupDue(std::optional<Instant> last, Instant now, std::chrono::hours every);
/// Whether the monthly restore drill is due.
bool isDrillDue(std::optional<Instant> last, Instant now);

/// A backup as retention sees it.
struct BackupAge
{
    Instant made;
    bool verified = true; ///< False where a later check found something.
};

/// Indexes of the backups that may go, the oldest first: kept are the newest of each of the last 12 four-hour slots, 14
/// days, 8 weeks and 24 months that have one, days in @p zone. Only verified ones are counted and three of them stay in
/// any case; one that does not hold goes once three newer ones do.
QList<qsizetype> expiredBackups(const QList<BackupAge> &backups, const QTimeZone &zone);

} // namespace xinglin::access
