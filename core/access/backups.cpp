#include "access/backups.h"

#include "access/sessionparts.h"
#include "access/settings.h"
#include "access/training.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStorageInfo>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

store::BackupContext contextFor(const Surroundings &around, const store::BackupWatch &watch)
{
    return {*around.files, *around.clock, *around.random, around.zone, watch, {}};
}

/// Opens with what this PC has, unattended.
Result<SecretBytes> backupKey(Files &files, const QString &path, const SecretBytes &databaseKey)
{
    const auto manifest = store::readManifest(files, path);
    if (!manifest)
        return manifest.error();
    auto key = store::openBackupKey(*manifest, store::deviceBackupPair(databaseKey).secretKey);
    if (!key && key.error().code == Code::NoPermission)
        return Error{Code::Foreign, Tr::tr("The backup %1 was not made on this PC.").arg(path), {}, {}};
    return key;
}

/// Applies retention in one place to the backups of this store alone.
QList<BackupId> letGo(const Surroundings &around, const QString &place, const store::BackupManifest &newest,
                      const QList<BackupId> &unsound)
{
    QList<FoundBackup> ours = findBackups(*around.files, place);
    ours.removeIf([&](const FoundBackup &found) {
        return found.manifest.clinic != newest.clinic || found.manifest.device != newest.device ||
               QFileInfo(found.path).absolutePath() != QFileInfo(place).absoluteFilePath();
    });
    QList<BackupAge> ages;
    for (const FoundBackup &found : std::as_const(ours))
        ages.append({instantFromMs(found.manifest.madeMs), !unsound.contains(BackupId(found.manifest.id))});
    QList<BackupId> removed;
    for (const qsizetype i : expiredBackups(ages, around.zone)) {
        if (ours[i].manifest.id != newest.id && store::removeFolder(*around.files, ours[i].path))
            removed << BackupId(ours[i].manifest.id);
    }
    return removed;
}

} // namespace

QString defaultBackupFolder(const Surroundings &around)
{
    const QString folder = QFileInfo(QDir::cleanPath(around.folder)).absolutePath() + QStringLiteral("/backups");
    return isTrainingPlace(around) ? folder + u'-' + trainingWord() : folder;
}

Result<BackupPlaces> backupPlaces(const store::Snapshot &view, const Surroundings &around)
{
    BackupPlaces places;
    places.first = defaultBackupFolder(around);
    const auto first = settings::value(view, QStringLiteral("backup.folder"));
    const auto second = settings::value(view, QStringLiteral("backup.second-folder"));
    const auto hours = settings::number(view, QStringLiteral("backup.hours"));
    if (!first || !second || !hours)
        return !first ? first.error() : !second ? second.error() : hours.error();
    const QString within = isTraining(view) ? u'/' + trainingWord() : QString();
    if (!first->isEmpty())
        places.first = *first + within;
    if (!second->isEmpty())
        places.second = *second + within;
    places.every = std::chrono::hours(*hours);
    return places;
}

bool leavesThisDisk(const QString &clinicFolder, const QString &target)
{
    // A folder that is not there yet is made where the nearest one above it is.
    QString there = QDir::cleanPath(QFileInfo(target).absoluteFilePath());
    while (!QFileInfo::exists(there) && !QDir(there).isRoot())
        there = QFileInfo(there).absolutePath();
    const QStorageInfo here(clinicFolder);
    const QStorageInfo other(there);
    return other.isValid() && (here.device() != other.device() || here.rootPath() != other.rootPath());
}

Result<MadeBackup> makeBackup(const Surroundings &around, const SecretBytes &databaseKey, const BackupPlaces &places,
                              store::BackupCause cause, const store::BackupWatch &watch, const QList<BackupId> &unsound)
{
    const store::BackupContext context = contextFor(around, watch);
    auto backup = store::makeBackup(context, around.folder, databaseKey, places.first, cause);
    if (!backup)
        return backup.error();
    MadeBackup made{*std::move(backup), {}, leavesThisDisk(around.folder, places.first), {}};
    if (!places.second.isEmpty()) {
        if (const auto copied = store::copyBackup(context, made.backup, places.second); !copied)
            made.secondRefused = copied.error();
        else
            made.away = made.away || leavesThisDisk(around.folder, places.second);
    }
    made.removed = letGo(around, places.first, made.backup.manifest, unsound);
    if (!places.second.isEmpty() && !made.secondRefused)
        letGo(around, places.second, made.backup.manifest, unsound);
    return made;
}

Result<store::BackupCheck> checkBackup(const Surroundings &around, const SecretBytes &databaseKey, const QString &path,
                                       const store::BackupWatch &watch)
{
    const auto key = backupKey(*around.files, path, databaseKey);
    if (!key)
        return key.error();
    return store::checkBackup(contextFor(around, watch), path, *key);
}

Result<Drill> drillBackup(const Surroundings &around, const SecretBytes &databaseKey, const QString &path,
                          const store::BackupWatch &watch)
{
    QElapsedTimer watchOfTime;
    watchOfTime.start();
    const auto manifest = store::readManifest(*around.files, path);
    if (!manifest)
        return manifest.error();
    const auto key = backupKey(*around.files, path, databaseKey);
    if (!key)
        return key.error();
    const auto keyring = parts::loadKeyring(around, parts::costForUse(around));
    if (!keyring)
        return keyring.error();
    const QString scratch = QDir::cleanPath(around.folder) + QStringLiteral(".drill");
    static_cast<void>(store::removeFolder(*around.files, scratch + QStringLiteral(".part")));
    static_cast<void>(store::removeFolder(*around.files, scratch)); // of a drill that was cut short
    if (auto folder = around.files->makeFolder(scratch); !folder)
        return folder.error();
    auto check = store::unpackBackup(contextFor(around, watch), path, *key, scratch,
                                     SecretBytes::random(crypto::keyBytes, *around.random));
    static_cast<void>(store::removeFolder(*around.files, scratch)); // tried again by the next one
    if (!check)
        return check.error();
    const auto isPresentSheet = [&](const store::BackupSeal &seal) {
        return seal.to == store::BackupSeal::To::Recovery && seal.publicKey == keyring->recoveryKey();
    };
    if (std::none_of(manifest->seals.cbegin(), manifest->seals.cend(), isPresentSheet))
        check->problems << store::Problem{
            "backup.seal", {}, QStringLiteral("it does not open to the present recovery sheet")};
    return Drill{BackupId(manifest->id), *std::move(check), watchOfTime.elapsed()};
}

QList<FoundBackup> findBackups(Files &files, const QString &folder)
{
    QStringList paths{QDir::cleanPath(folder)};
    const QDir dir(folder);
    for (const QString &name :
         dir.entryList({QStringLiteral("xinglin-*")}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (!name.endsWith(u".part"))
            paths << dir.filePath(name);
    }
    QList<FoundBackup> found;
    for (const QString &path : std::as_const(paths)) {
        if (auto manifest = store::readManifest(files, path))
            found << FoundBackup{path, *std::move(manifest)};
    }
    std::sort(found.begin(), found.end(),
              [](const FoundBackup &a, const FoundBackup &b) { return a.manifest.madeMs > b.manifest.madeMs; });
    return found;
}

} // namespace xinglin::access
