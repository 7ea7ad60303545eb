#include "store/backup.h"

#include "store/attachedfiles.h"
#include "store/backupattached.h"
#include "store/backupcopy.h"
#include "store/backupfiles.h"
#include "store/failure.h"
#include "store/migrator.h"
#include "store/rawkey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>

namespace xinglin::store {

using namespace backupfiles;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

/// An older schema is no fault of a backup: the store is migrated when it is opened.
bool counts(const Problem &problem, const BackupManifest &manifest)
{
    return manifest.schema == newestSchema() || !problem.kind.startsWith("schema.");
}

void checkFiles(const QString &folder, const QList<BackupFile> &files, const Told &told, BackupCheck &check,
                const QSet<QString> &shared = {})
{
    for (const BackupFile &file : files) {
        const QFileInfo there(folder + u'/' + file.name);
        if (!there.isFile()) {
            check.problems << Problem{"backup.file-missing", file.name, {}};
            continue;
        }
        if (shared.contains(file.name) && there.size() == file.size) {
            ++check.shared;
            continue;
        }
        try {
            if (hashed(folder, file.name, told, BackupStep::Checking) != file)
                check.problems << Problem{"backup.file-changed", file.name, {}};
        } catch (const Failure &failure) {
            if (failure.error().code == Code::Cancelled)
                throw;
            check.problems << Problem{"backup.unreadable", file.name, failure.error().message};
        }
        ++check.files;
        check.bytes += file.size;
    }
}

/// Whose store it is, how far its log and chain reach, what its tables hold.
void checkContent(Connection &connection, const Registry &registry, const BackupManifest &manifest, const Told &told,
                  BackupCheck &check)
{
    Query identity = connection.internal("SELECT clinic, device FROM identity WHERE n = 1");
    if (!identity.next() || identity.get<Uuid>(0) != manifest.clinic || identity.get<Uuid>(1) != manifest.device)
        check.problems << Problem{"backup.identity", {}, QStringLiteral("the manifest names another store")};
    if (schemaOf(connection) != manifest.schema)
        check.problems << Problem{"backup.identity", {}, QStringLiteral("the manifest names another schema")};
    if (headsOf(connection) != manifest.heads)
        check.problems << Problem{"backup.heads", {}, QStringLiteral("log or chain do not end as the manifest says")};
    check.state = stateHash(connection, registry, [&] { return told.isCancelled(BackupStep::Checking); });
    if (check.state != manifest.state)
        check.problems << Problem{"backup.state", {}, QStringLiteral("the tables do not hold what the manifest says")};
}

/// That the files which rows name are those of the manifest.
void checkAttached(Connection &connection, const Registry &registry, const BackupManifest &manifest, BackupCheck &check)
{
    QHash<QString, QByteArray> hashes;
    for (const BackupFile &file : manifest.files)
        hashes.insert(file.name, file.hash);
    for (const QByteArray &name : attachedNames(connection, registry)) {
        const QString place = AttachedFiles::placeOf(name);
        if (!hashes.contains(place))
            ++check.lost;
        else if (hashes.value(place) != name)
            check.problems << Problem{"backup.file-changed", place, QStringLiteral("it is not the one that is named")};
    }
}

/// Every part on a connection of its own: one bad page spoils a connection for what comes after.
void checkDatabase(const QString &path, const QByteArray &literal, const BackupManifest &manifest, const Told &told,
                   BackupCheck &check)
{
    const auto guarded = [&](const std::function<void(Connection &)> &part) {
        try {
            Connection connection(path, literal, Connection::Mode::Finished);
            part(connection);
        } catch (const Failure &failure) {
            if (failure.error().code == Code::Cancelled)
                throw;
            check.problems << Problem{"backup.unreadable", databaseName(), failure.error().detail};
        }
    };
    auto registry = Registry::fromJson(schemaFile(QStringLiteral("registry.json")));
    if (!registry)
        throw Failure(registry.error().code, registry.error().message, {});
    guarded([&](Connection &connection) {
        VerifyOptions options;
        options.cancelled = [&] { return told.isCancelled(BackupStep::Checking); };
        options.progress = [&](VerifyPart part, qint64 done, qint64 of) {
            told.at(BackupStep::Checking, done, part == VerifyPart::Records || part == VerifyPart::Audit ? of : 0);
        };
        check.store = verify(connection, *registry, options);
        for (const Problem &problem : std::as_const(check.store.found)) {
            if (counts(problem, manifest))
                check.problems << problem;
        }
    });
    guarded([&](Connection &connection) {
        checkContent(connection, *registry, manifest, told, check);
        checkAttached(connection, *registry, manifest, check);
    });
}

} // namespace

Result<BackupCheck> checkBackup(const BackupContext &context, const QString &backup, const SecretBytes &backupKey,
                                const QSet<QString> &shared)
{
    try {
        const Told told(context.watch);
        const auto manifest = readManifest(context.files, backup);
        if (!manifest)
            return manifest.error();
        BackupCheck check;
        if (!isMarkedBy(*manifest, backupKey))
            check.problems << Problem{"backup.manifest", manifestName(), QStringLiteral("it was changed")};
        checkFiles(backup, manifest->files, told, check, shared);
        if (!manifest->file(databaseName()) || !manifest->file(keyringName()))
            check.problems << Problem{"backup.manifest", manifestName(), QStringLiteral("store or keyring is missing")};
        QByteArray literal = keyLiteral(backupKey, manifest->id.toBytes());
        const auto wiped = qScopeGuard([&] { wipe(literal); });
        checkDatabase(backup + u'/' + databaseName(), literal, *manifest, told, check);
        return check;
    } catch (const Failure &failure) {
        return failure.error();
    }
}

Result<QString> copyBackup(const BackupContext &context, const Backup &backup, const QString &target)
{
    const QString path = QDir::cleanPath(target) + u'/' + QFileInfo(backup.path).fileName();
    const QString part = path + QStringLiteral(".part");
    try {
        const Told told(context.watch);
        const BackupManifest &made = backup.manifest;
        const Bringing bringing{context.files, backup.path,
                                part,          newestBackup(QDir::cleanPath(target), made.clinic, made.letter),
                                made.madeMs,   made.cause == BackupCause::Asked};
        require(context.files.makeFolder(part));
        QStringList attached;
        QStringList others;
        qint64 bytes = 0;
        for (const BackupFile &file : made.files) {
            const bool isOther = AttachedFiles::nameAt(file.name).isEmpty();
            (isOther ? others : attached) << file.name;
            bytes += isOther ? file.size : 0;
        }
        requireRoom(context, part, bytes + bytesToWrite(bringing, attached));
        copyFiles(context.files, backup.path, part, others + QStringList{manifestName()}, told);
        const QSet<QString> shared = bringAttached(bringing, attached, told).shared;
        BackupCheck check;
        checkFiles(part, made.files, told, check, shared);
        const auto manifest = readManifest(context.files, part);
        if (!check.problems.isEmpty() || !manifest || *manifest != backup.manifest)
            throw Failure(Code::Damaged, Tr::tr("The new backup did not pass its check and was not kept."),
                          check.problem());
        require(context.files.sync(part));
        require(context.files.rename(part, path));
        return path;
    } catch (const Failure &failure) {
        static_cast<void>(removeFolder(context.files, part));
        return failure.error();
    }
}

Result<BackupCheck> unpackBackup(const BackupContext &context, const QString &backup, const SecretBytes &backupKey,
                                 const QString &folder, const SecretBytes &databaseKey)
{
    try {
        const Told told(context.watch);
        const auto manifest = readManifest(context.files, backup);
        if (!manifest)
            return manifest.error();
        requireRoom(context, folder, manifest->bytes());
        const QString path = folder + u'/' + databaseName();
        QByteArray literal = keyLiteral(backupKey, manifest->id.toBytes());
        QByteArray own = keyLiteral(databaseKey, deviceSalt(manifest->device));
        const auto wiped = qScopeGuard([&] {
            wipe(literal);
            wipe(own);
        });
        BackupCheck check;
        try {
            Connection source(backup + u'/' + databaseName(), literal, Connection::Mode::Finished);
            copyDatabase(source, path, own, context.files, [&](qint64 done, qint64 of) {
                told.at(BackupStep::Copying, done, of);
                return true;
            });
        } catch (const Failure &failure) {
            if (failure.error().code != Code::Damaged)
                throw;
            // It is the backup that does not hold, not the store.
            check.problems << Problem{"backup.unreadable", databaseName(), failure.error().detail};
            return check;
        }
        QList<BackupFile> others;
        QStringList names;
        for (const BackupFile &file : manifest->files) {
            if (file.name != databaseName()) {
                others << file;
                names << file.name;
            }
        }
        copyFiles(context.files, backup, folder, names, told);
        checkFiles(folder, others, told, check);
        checkDatabase(path, own, *manifest, told, check);
        return check;
    } catch (const Failure &failure) {
        return failure.error();
    }
}

} // namespace xinglin::store
