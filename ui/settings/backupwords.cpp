#include "ui/settings/backupwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::BackupWords)
};

} // namespace

QString momentWords(Instant instant, Instant now, const QTimeZone &zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(toMs(instant), zone);
    const QString time = moment.toString(QStringLiteral("HH:mm"));
    const QDate today = civilDay(now, zone);
    if (moment.date() == today)
        return time;
    if (moment.date() == today.addDays(-1))
        return Tr::tr("yesterday %1").arg(time);
    return QStringLiteral("%1 %2").arg(moment.date().toString(Qt::ISODate), time);
}

QString backupSentence(const access::BackupStanding &standing, const QTimeZone &zone)
{
    const QString backup = standing.lastGood
                               ? Tr::tr("Backup %1").arg(momentWords(*standing.lastGood, standing.now, zone))
                               : Tr::tr("No backup yet");
    if (!standing.lastDrill)
        return Tr::tr("%1, restore not proven").arg(backup);
    return Tr::tr("%1, restore proven %2").arg(backup, civilDay(*standing.lastDrill, zone).toString(Qt::ISODate));
}

QString backupAlarm(const access::BackupStanding &standing)
{
    // A clinic that has just begun gets its first one by itself; it is alarming only where that fails.
    if (standing.isBackupMissing() && (standing.lastGood || !standing.backupProblem.isEmpty()))
        return Tr::tr("No good backup for a day");
    if (standing.isDrillFailed())
        return Tr::tr("The restore drill failed");
    // A clinic that has just begun is told of its first drill, not alarmed.
    if (standing.isDrillOverdue() && standing.drillTried)
        return Tr::tr("The restore drill is overdue");
    return {};
}

QString nameOf(store::BackupCause cause)
{
    switch (cause) {
    case store::BackupCause::Scheduled:
        return Tr::tr("by schedule");
    case store::BackupCause::Closing:
        return Tr::tr("at closing");
    case store::BackupCause::Upgrade:
        return Tr::tr("before an update");
    case store::BackupCause::Asked:
        return Tr::tr("asked for");
    }
    Q_UNREACHABLE();
}

QString progressWords(const store::BackupProgress &progress)
{
    switch (progress.step) {
    case store::BackupStep::Reading:
        return Tr::tr("Reading the records …");
    case store::BackupStep::Copying:
        return Tr::tr("Copying the records …");
    case store::BackupStep::Files:
        return Tr::tr("Copying the files …");
    case store::BackupStep::Checking:
        return Tr::tr("Opening it again and checking …");
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::ui
