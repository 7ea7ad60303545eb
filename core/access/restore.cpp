#include "access/restore.h"

#include "access/sessionparts.h"
#include "access/training.h"
#include "store/lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace xinglin::access {

namespace {

using namespace parts;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

const QString marker = QStringLiteral("/restored");

QString own(const Surroundings &around)
{
    return QDir::cleanPath(around.folder);
}

/// Where the store is made before it is moved in place whole.
Surroundings scratchFor(const Surroundings &around)
{
    Surroundings scratch = around;
    scratch.folder = own(around) + QStringLiteral(".restoring");
    return scratch;
}

bool holdsClinic(const Surroundings &around)
{
    return around.files->exists(keyringPath(around)) || around.files->exists(store::Store::databasePath(around.folder));
}

/// What was opened: the secret half that the backup may be sealed to, and the database key of the keyring.
struct Opened
{
    std::optional<Uuid> user; ///< None: the recovery sheet.
    SecretBytes secretHalf;
    SecretBytes databaseKey;
};

Result<Opened> openKeyring(Keyring &keyring, const RestoreKey &key)
{
    if (!key.sheet.isEmpty()) {
        const auto sheet = RecoverySheet::parse(key.sheet);
        if (!sheet)
            return sheet.error();
        auto databaseKey = keyring.unlockWithRecovery(*sheet);
        if (!databaseKey)
            return databaseKey.error();
        return Opened{std::nullopt, std::move(sheet->keyPair().secretKey), *std::move(databaseKey)};
    }
    auto unlocked = keyring.unlock(key.login.trimmed(), key.password.secret());
    if (!unlocked)
        return unlocked.error();
    return Opened{unlocked->user, std::move(unlocked->userSecret), std::move(unlocked->dbk)};
}

struct Way
{
    Opened opened;
    SecretBytes backupKey;
    bool present = false; ///< By the keyring that is there today.
    bool same = false;    ///< What is there today is the clinic of the backup.
};

Result<SecretBytes> backupKeyBy(const Opened &opened, const store::BackupManifest &manifest)
{
    auto key = store::openBackupKey(manifest, opened.secretHalf);
    if (!key && key.error().code == Code::NoPermission)
        return Error{Code::NoPermission,
                     Tr::tr("Only an owner, or the recovery sheet, can open this backup."),
                     QStringLiteral("login"),
                     {}};
    return key;
}

/// Today's keyring first, so that today's passwords go on; else the one in the backup, opened in the scratch folder
/// where its counting of failures changes nothing.
Result<Way> findWay(const Surroundings &around, const Surroundings &scratch, const QString &backup,
                    const store::BackupManifest &manifest, const RestoreKey &key)
{
    bool same = false;
    if (around.files->exists(keyringPath(around))) {
        auto present = loadKeyring(around, costForUse(around));
        if (present && (present->clinic() != manifest.clinic || present->device() != manifest.device))
            return Error{Code::Foreign,
                         Tr::tr("The backup is of another clinic or PC than what is in %1. Move that away first.")
                             .arg(own(around)),
                         {},
                         {}};
        if (present) {
            same = true;
            auto opened = openKeyring(*present, key);
            if (opened) {
                if (auto backupKey = backupKeyBy(*opened, manifest))
                    return Way{*std::move(opened), *std::move(backupKey), true, true};
            } else if (opened.error().code != Code::WrongPassword && opened.error().code != Code::Damaged) {
                return opened.error();
            }
        }
    }
    if (auto copied = around.files->copy(backup + QStringLiteral("/keyring"), keyringPath(scratch)); !copied)
        return copied.error();
    auto kept = loadKeyring(scratch, costForUse(scratch));
    if (!kept)
        return kept.error();
    auto opened = openKeyring(*kept, key);
    if (!opened)
        return opened.error();
    auto backupKey = backupKeyBy(*opened, manifest);
    if (!backupKey)
        return backupKey.error();
    return Way{*std::move(opened), *std::move(backupKey), false, same};
}

Result<Done> keepPresentKeyring(const Surroundings &around, const Surroundings &scratch)
{
    if (auto copied = around.files->copy(keyringPath(around), keyringPath(scratch)); !copied)
        return copied;
    for (const QString &older : keptfile::copiesOf(QStringLiteral("/keyring"))) {
        if (!around.files->exists(own(around) + older))
            continue;
        if (auto copied = around.files->copy(own(around) + older, scratch.folder + older); !copied)
            return copied;
    }
    return Done{};
}

/// Practice and the real thing never take each other's place. Into an empty folder nothing comes but a real clinic: a
/// new training clinic is made in a minute.
Result<Done> keepApart(const Surroundings &around, const Surroundings &scratch, const Way &way, bool training)
{
    if (!way.same && training != isTrainingPlace(around))
        return Error{Code::Conflict,
                     training ? Tr::tr("This is the backup of a training clinic. It can only be brought back over that "
                                       "training clinic, never where a real one is or will be.")
                              : Tr::tr("This is the backup of a real clinic. It cannot be brought back in the place of "
                                       "a training clinic."),
                     {},
                     {}};
    return training ? markTrainingPlace(scratch) : Result<Done>(Done{});
}

/// The first thing that the store remembers of its new life.
Result<Done> tell(const Surroundings &around, const Surroundings &scratch, const Way &way,
                  const store::BackupManifest &manifest)
{
    const Opened &opened = way.opened;
    auto store = store::Store::open(optionsFor(scratch), opened.databaseKey);
    if (!store)
        return store.error();
    try {
        const bool training = isTraining(*(*store)->snapshot({opened.user, manifest.device}));
        if (auto apart = keepApart(around, scratch, way, training); !apart)
            return apart;
        const auto tx = (*store)->begin({opened.user, manifest.device}, "backup.restore");
        tx->audit({"backup.restore",
                   "backup",
                   manifest.id,
                   {},
                   "ok",
                   QStringLiteral("%1; record %2; audit row %3")
                       .arg(opened.user ? QStringLiteral("password") : QStringLiteral("recovery sheet"))
                       .arg(manifest.heads.records)
                       .arg(manifest.heads.auditRows)});
        tx->commit();
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    return Done{};
}

/// Two renames; where the second one fails the first is taken back.
Result<Done> moveInPlace(const Surroundings &around, const Surroundings &scratch, const QString &before)
{
    Files &files = *around.files;
    if (!before.isEmpty()) {
        if (auto away = files.rename(own(around), before); !away) {
            if (!QFileInfo::exists(own(around)))
                static_cast<void>(files.rename(before, own(around)));
            return away;
        }
    } else if (QFileInfo::exists(own(around)) && !QDir().rmdir(own(around))) {
        return Error{Code::Conflict, Tr::tr("The folder %1 is not empty.").arg(own(around)), {}, {}};
    }
    if (auto moved = files.rename(scratch.folder, own(around)); !moved) {
        if (!QFileInfo::exists(own(around)) && !before.isEmpty())
            static_cast<void>(files.rename(before, own(around)));
        return moved;
    }
    static_cast<void>(files.remove(own(around) + marker)); // harmless where it stays
    return Done{};
}

QString nameForBefore(const Surroundings &around)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(toMs(around.clock->now()), around.zone)
                             .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = own(around) + QStringLiteral(".before-restore-") + time;
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = QStringLiteral("%1.%2").arg(name).arg(i);
    return free;
}

Result<Restored> restoreBy(const Surroundings &around, const Surroundings &scratch, const QString &backup,
                           const store::BackupManifest &manifest, const RestoreKey &key,
                           const store::BackupWatch &watch)
{
    auto way = findWay(around, scratch, backup, manifest, key);
    if (!way)
        return way.error();
    const store::BackupContext context{*around.files, *around.clock, *around.random, around.zone, watch, {}};
    auto check = store::unpackBackup(context, backup, way->backupKey, scratch.folder, way->opened.databaseKey);
    if (!check)
        return check.error();
    if (!check->problems.isEmpty())
        return Error{Code::Damaged,
                     Tr::tr("This backup does not hold; nothing was changed. Choose an older one."),
                     {},
                     check->problem()};
    if (way->present) {
        if (auto kept = keepPresentKeyring(around, scratch); !kept)
            return kept.error();
    }
    if (auto told = tell(around, scratch, *way, manifest); !told)
        return told.error();
    static_cast<void>(around.files->remove(scratch.folder + QStringLiteral("/store.lock")));
    // The marker says that all is there: it must not reach the disk before the names of the rest, nor after the rename.
    if (auto named = around.files->sync(scratch.folder); !named)
        return named.error();
    if (auto marked = around.files->write(scratch.folder + marker, manifest.id.toBytes()); !marked)
        return marked.error();
    if (auto named = around.files->sync(scratch.folder); !named)
        return named.error();
    const bool isThere = QFileInfo::exists(own(around)) && !QDir(own(around)).isEmpty();
    Restored restored{manifest, *std::move(check), isThere ? nameForBefore(around) : QString(), way->present};
    if (auto moved = moveInPlace(around, scratch, restored.before); !moved)
        return moved.error();
    return restored;
}

} // namespace

Result<Restored> restore(const Surroundings &around, const QString &backup, const RestoreKey &key,
                         const store::BackupWatch &watch)
{
    const auto manifest = store::readManifest(*around.files, backup);
    if (!manifest)
        return manifest.error();
    const auto turn = keyringTurn();
    std::unique_ptr<store::StoreLock> lock;
    if (holdsClinic(around)) {
        auto taken = store::StoreLock::take(own(around));
        if (!taken)
            return taken.error();
        lock = *std::move(taken);
    }
    const Surroundings scratch = scratchFor(around);
    static_cast<void>(store::removeFolder(*around.files, scratch.folder + QStringLiteral(".part")));
    if (auto cleared = store::removeFolder(*around.files, scratch.folder); !cleared)
        return cleared.error();
    if (auto folder = around.files->makeFolder(scratch.folder); !folder)
        return folder.error();
    auto restored = restoreBy(around, scratch, backup, *manifest, key, watch);
    if (!restored && holdsClinic(around))
        static_cast<void>(store::removeFolder(*around.files, scratch.folder)); // cleared by the next one otherwise
    else if (!restored && !around.files->exists(scratch.folder + marker))
        static_cast<void>(store::removeFolder(*around.files, scratch.folder));
    return restored;
}

Result<Done> finishRestore(const Surroundings &around)
{
    const Surroundings scratch = scratchFor(around);
    if (holdsClinic(around) || !around.files->exists(scratch.folder + marker))
        return Done{};
    return moveInPlace(around, scratch, {});
}

} // namespace xinglin::access
