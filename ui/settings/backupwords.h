#pragma once

#include "access/backups.h"

namespace xinglin::ui {

/// "Backup at 14:02; restore proven on 3 March": what the foot of the window says of the last good backup and the last
/// proven restore.
QString backupSentence(const access::BackupStanding &standing, const QTimeZone &zone);
/// What is red, the worst first; empty where nothing is: no backup for a day, a drill that failed or is overdue.
QString backupAlarm(const access::BackupStanding &standing);
/// Day and time as people say them; the time alone today.
QString momentWords(Instant instant, Instant now, const QTimeZone &zone);
QString nameOf(store::BackupCause cause);
/// What long work is doing, with its share where that is known.
QString progressWords(const store::BackupProgress &progress);

} // namespace xinglin::ui
