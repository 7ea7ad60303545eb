#pragma once

#include "access/backupschedule.h"
#include "access/session.h"
#include "store/backup.h"

/// The clinic's backups: making, checking and proving them, and what this PC remembers of them. What takes long works
/// on files beside the open store and asks it nothing; a note in the ledger follows. For what takes a Store, an actor
/// without a user is the program itself, working unattended; a person is asked for the permission.
namespace xinglin::access {

using BackupId = Id<struct BackupTag>;

/// A backup as this PC remembers it.
struct BackupLine
{
    BackupId id{Uuid(Uuid::Bytes{})};
    QString path;
    store::BackupCause cause = store::BackupCause::Asked;
    Instant made;
    qint64 bytes = 0;
    qint64 records = 0;
    qint64 auditRows = 0;
    std::optional<Instant> verified; ///< When it was last opened and held.
    std::optional<Instant> drilled;  ///< When it was last restored to a scratch place and held.
    QString problem;                 ///< Of the last check; empty: it held.
    bool gone = false;               ///< Not there any more.
    bool isGood() const { return verified && problem.isEmpty() && !gone; }
};
/// The newest 200, the newest first.
Result<QList<BackupLine>> backups(const store::Snapshot &view);

/// What is told of backups without being asked.
struct BackupStanding
{
    Instant now;
    std::optional<Instant> lastGood;  ///< State of the newest verified backup that is still there.
    std::optional<Instant> lastAway;  ///< The last that was written to another file system than the store's.
    std::optional<Instant> lastDrill; ///< The last drill that held.
    std::optional<Instant> drillTried;
    QString drillProblem;  ///< Of the last drill; empty: it held.
    QString backupProblem; ///< Why the last attempt came to nothing; empty: it came to one.

    bool isBackupMissing() const { return isBackupDue(lastGood, now, BackupWanted); }
    bool isDrillFailed() const { return !drillProblem.isEmpty(); }
    bool isDrillOverdue() const { return isBackupDue(lastDrill, now, DrillWanted); }
    bool isAwayWanted() const { return isBackupDue(lastAway, now, AwayWanted); }
};
Result<BackupStanding> backupStanding(const store::Snapshot &view);

/// What the program itself needs, which makes the clinic's backups whoever works here and tells everybody how they
/// stand.
struct BackupKnowledge
{
    BackupStanding standing;
    QList<BackupLine> lines; ///< As backups().
    bool stale = false;      ///< Something was written since the newest good backup, or there is none.
};
Result<BackupKnowledge> backupKnowledge(store::Store &store);

/// Where backups go while nobody has chosen a place: beside the clinic's folder, on the same disk. Those of a training
/// clinic stand apart. Asks the disk.
QString defaultBackupFolder(const Surroundings &around);
/// The places chosen in the settings: the first always, the second where one was chosen. In a training clinic a folder
/// of its own in each, which says so.
struct BackupPlaces
{
    QString first;
    QString second;
    std::chrono::hours every{4};
};
Result<BackupPlaces> backupPlaces(const store::Snapshot &view, const Surroundings &around);
/// Whether @p target lies on another file system than the clinic's folder: the nearest one can tell to "elsewhere". A
/// second partition of the same disk passes too.
bool leavesThisDisk(const QString &clinicFolder, const QString &target);

/// What was made, and where it was copied to.
struct MadeBackup
{
    store::Backup backup;
    std::optional<Error> secondRefused; ///< The second place did not take its copy.
    bool away = false;
    QList<BackupId> removed; ///< By retention, in both places.
};
/// Makes and verifies a backup, copies it to the second place, and lets go what retention lets go. Blocks for seconds
/// to minutes; the store may be open and written to.
Result<MadeBackup> makeBackup(const Surroundings &around, const SecretBytes &databaseKey, const BackupPlaces &places,
                              store::BackupCause cause, const store::BackupWatch &watch,
                              const QList<BackupId> &unsound = {});
/// Opens a backup of this PC from disk and checks everything in it.
Result<store::BackupCheck> checkBackup(const Surroundings &around, const SecretBytes &databaseKey, const QString &path,
                                       const store::BackupWatch &watch);

/// What a drill found: the backup was restored to a scratch folder, checked there, and removed again.
struct Drill
{
    BackupId backup{Uuid(Uuid::Bytes{})};
    store::BackupCheck check;
    qint64 ms = 0;
    QString problem() const { return check.problem(); }
};
/// Restores to a scratch folder beside the clinic's. "backup.seal" where the backup does not open to the present
/// recovery sheet.
Result<Drill> drillBackup(const Surroundings &around, const SecretBytes &databaseKey, const QString &path,
                          const store::BackupWatch &watch);

/// Notes in ledger and audit log; NoPermission for a person who may not run backups.
Result<Done> noteBackup(store::Store &store, const store::Actor &actor, const MadeBackup &made);
/// A backup that came to nothing.
Result<Done> noteBackupFailure(store::Store &store, const store::Actor &actor, const Error &error);
Result<Done> noteCheck(store::Store &store, const store::Actor &actor, BackupId id, const store::BackupCheck &check);
Result<Done> noteDrill(store::Store &store, const store::Actor &actor, const Drill &drill);
/// Compares the ledger with what is in the places: what is not there any more is marked, what is there and unknown
/// (after a restore) is taken up.
Result<Done> reviewBackups(store::Store &store, const store::Actor &actor, const Surroundings &around,
                           const BackupPlaces &places);

/// A backup found in a folder, by its manifest.
struct FoundBackup
{
    QString path;
    store::BackupManifest manifest;
};
/// Those directly in @p folder, or @p folder itself, the newest first. Folders that are none are passed over.
QList<FoundBackup> findBackups(Files &files, const QString &folder);

} // namespace xinglin::access
