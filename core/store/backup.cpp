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

constexpr qint64 MostManifestBytes = qint64(256) << 20;

/// What was cut short before it had its name; ours alone, by clinic and device.
void removeLeftovers(Files &files, const QString &target, const BackupManifest &manifest)
{
    const QString pattern = QStringLiteral("%1-*-%2.part").arg(prefixFor(manifest.clinic), manifest.letter);
    for (const QString &name : QDir(target).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot))
        static_cast<void>(removeFolder(files, target + u'/' + name)); // in the way of nobody; tried again next time
}

QString freeName(const QString &target, const BackupManifest &manifest, const QTimeZone &zone)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(manifest.madeMs, zone).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = QStringLiteral("%1/%2-%3").arg(target, prefixFor(manifest.clinic), time);
    QString free = QStringLiteral("%1-%2").arg(name, manifest.letter);
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = QStringLiteral("%1.%2-%3").arg(name).arg(i).arg(manifest.letter);
    return free;
}

Registry shippedRegistry()
{
    auto registry = Registry::fromJson(schemaFile(QStringLiteral("registry.json")));
    if (!registry)
        throw Failure(registry.error().code, registry.error().message, {});
    return *std::move(registry);
}

/// To whom the backup will open: public halves, the recovery sheet's and the owners' as the store knows them.
QList<QPair<BackupSeal::To, QByteArray>> readers(Connection &source, qint64 nowMs)
{
    QList<QPair<BackupSeal::To, QByteArray>> found;
    Query clinic = source.internal("SELECT recovery_key FROM clinic LIMIT 1");
    if (clinic.next())
        found.append({BackupSeal::To::Recovery, clinic.get<QByteArray>(0)});
    Query people = source.internal("SELECT id, public_key FROM user WHERE active = 1 /* owners */");
    while (people.next()) {
        Query role = source.internal("SELECT 1 FROM user_role WHERE user_id = ?1 AND role = 'O' AND revoked = 0"
                                     " AND (until_ms IS NULL OR until_ms > ?2)");
        if (role.bind(people.get<QByteArray>(0), nowMs).next())
            found.append({BackupSeal::To::Owner, people.get<QByteArray>(1)});
    }
    return found;
}

void seal(BackupManifest &manifest, const SecretBytes &backupKey, const QByteArray &devicePublicKey, Connection &source)
{
    auto to = readers(source, manifest.madeMs);
    to.append({BackupSeal::To::Device, devicePublicKey});
    for (const auto &[kind, publicKey] : to) {
        const QByteArray sealed = crypto::boxSeal(publicKey, backupKey.bytes());
        if (!sealed.isEmpty())
            manifest.seals << BackupSeal{kind, publicKey, sealed};
        else if (kind != BackupSeal::To::Owner)
            throw Failure(Code::Broken, {}, QStringLiteral("a backup cannot be sealed to this key"));
    }
}

void describe(BackupManifest &manifest, Connection &source)
{
    Query identity = source.internal("SELECT clinic, device, letter FROM identity WHERE n = 1");
    if (!identity.next())
        throw Failure(Code::Damaged, Tr::tr("The store does not say whose it is."), QStringLiteral("no identity"));
    manifest.clinic = identity.get<Uuid>(0);
    manifest.device = identity.get<Uuid>(1);
    manifest.letter = identity.get<QString>(2);
    manifest.program = QCoreApplication::applicationVersion();
    manifest.schema = schemaOf(source);
    manifest.heads = headsOf(source);
}

/// What stands beside the database: files called after their bytes, and others.
struct Beside
{
    QStringList attached;
    QStringList others;
};

Beside besideIn(const QString &folder, Connection &source)
{
    Beside beside;
    // After the view: a file is on disk before the row that names it. What the rows name may be gone all the same.
    QSet<QString> attached;
    for (const QByteArray &name : attachedNames(source, shippedRegistry()))
        attached.insert(AttachedFiles::placeOf(name));
    for (const QString &place : attachmentsOf(folder)) {
        if (AttachedFiles::nameAt(place).isEmpty())
            beside.others << place;
        else
            attached.insert(place);
    }
    beside.attached = QStringList(attached.cbegin(), attached.cend());
    beside.attached.sort();
    return beside;
}

/// Everything into @p part; the manifest is the last. Returns the files that an earlier backup has too and that were
/// not read anew.
QSet<QString> write(const BackupContext &context, const Bringing &bringing, const SecretBytes &key,
                    BackupManifest &manifest, Connection &source, const Beside &beside)
{
    const Told told(context.watch);
    const QString &folder = bringing.from;
    const QString &part = bringing.to;
    told.at(BackupStep::Reading, 0, 0);
    manifest.state = stateHash(source, shippedRegistry(), [&] { return told.isCancelled(BackupStep::Reading); });
    const SecretBytes backupKey = SecretBytes::random(crypto::keyBytes, context.random);
    QByteArray literal = keyLiteral(backupKey, manifest.id.toBytes());
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    copyDatabase(source, part + u'/' + databaseName(), literal, context.files, [&](qint64 done, qint64 of) {
        told.at(BackupStep::Copying, done, of);
        return true;
    });
    const QStringList others = QStringList{keyringName()} + beside.others;
    copyFiles(context.files, folder, part, others, told);
    for (const QString &name : QStringList{databaseName()} + others) {
        if (QFileInfo(part + u'/' + name).isFile())
            manifest.files << hashed(part, name, told, BackupStep::Files);
    }
    const Brought brought = bringAttached(bringing, beside.attached, told);
    manifest.files << brought.files;
    seal(manifest, backupKey, deviceBackupPair(key).publicKey, source);
    require(context.files.write(part + u'/' + manifestName(), encode(manifest, backupKey)));
    require(context.files.sync(part));
    return brought.shared;
}

/// The database and what stands beside it.
qint64 bytesOf(const Bringing &bringing, const Beside &beside)
{
    const QString database = bringing.from + u'/' + databaseName();
    qint64 bytes = QFileInfo(database).size() + QFileInfo(database + QStringLiteral("-wal")).size();
    for (const QString &name : beside.others)
        bytes += QFileInfo(bringing.from + u'/' + name).size();
    return bytes + bytesToWrite(bringing, beside.attached);
}

Backup made(const BackupContext &context, const QString &folder, const SecretBytes &key, const QString &target,
            BackupCause cause)
{
    const auto salt = saltOf(folder + u'/' + databaseName());
    if (!salt)
        throw Failure(salt.error().code, salt.error().message, {});
    QByteArray literal = keyLiteral(key, *salt);
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    Connection source(folder + u'/' + databaseName(), literal, Connection::Mode::Read);
    source.execute("BEGIN");
    BackupManifest manifest;
    manifest.id = Uuid::create(context.clock, context.random);
    manifest.cause = cause;
    manifest.madeMs = toMs(context.clock.now());
    describe(manifest, source); // from here on the view stands

    require(context.files.makeFolder(target));
    removeLeftovers(context.files, target, manifest);
    const Beside beside = besideIn(folder, source);
    const QString path = freeName(target, manifest, context.zone);
    const QString part = path + QStringLiteral(".part");
    const Bringing bringing{context.files,
                            folder,
                            part,
                            newestBackup(target, manifest.clinic, manifest.letter),
                            manifest.madeMs,
                            cause == BackupCause::Asked};
    try {
        require(context.files.makeFolder(part));
        requireRoom(context, target, bytesOf(bringing, beside));
        const QSet<QString> shared = write(context, bringing, key, manifest, source, beside);
        source.execute("COMMIT");
        // Verified as somebody would find it: from disk, with the key out of the manifest.
        const auto reread = readManifest(context.files, part);
        if (!reread)
            throw Failure(reread.error().code, reread.error().message, reread.error().detail);
        const auto backupKey = openBackupKey(*reread, deviceBackupPair(key).secretKey);
        if (!backupKey)
            throw Failure(backupKey.error().code, backupKey.error().message, {});
        auto check = checkBackup(context, part, *backupKey, shared);
        if (!check)
            throw Failure(check.error().code, check.error().message, check.error().detail);
        if (!check->problems.isEmpty())
            throw Failure(Code::Damaged, Tr::tr("The new backup did not pass its check and was not kept."),
                          check->problem());
        require(context.files.rename(part, path));
        return {path, *reread, toMs(context.clock.now()), *std::move(check)};
    } catch (...) {
        static_cast<void>(removeFolder(context.files, part));
        throw;
    }
}

} // namespace

QString manifestName()
{
    return QStringLiteral("manifest");
}

Result<BackupManifest> readManifest(Files &files, const QString &backup)
{
    const QString path = backup + u'/' + manifestName();
    if (!files.exists(path))
        return Error{Code::NotFound, Tr::tr("There is no backup in %1.").arg(backup), {}, {}};
    const auto bytes = files.read(path, MostManifestBytes);
    if (!bytes)
        return bytes.error();
    return decodeManifest(*bytes, backup);
}

Result<Backup> makeBackup(const BackupContext &context, const QString &folder, const SecretBytes &key,
                          const QString &target, BackupCause cause)
{
    try {
        return made(context, QDir::cleanPath(folder), key, QDir::cleanPath(target), cause);
    } catch (const Failure &failure) {
        return failure.error();
    }
}

crypto::KeyPair deviceBackupPair(const SecretBytes &databaseKey)
{
    QByteArray seed = crypto::keyedHash(databaseKey, {QByteArrayView("xinglin backup device")});
    return crypto::keyPairFromSeed(SecretBytes::take(seed));
}

Result<SecretBytes> openBackupKey(const BackupManifest &manifest, const SecretBytes &secretHalf)
{
    const QByteArray publicKey = crypto::publicKeyOf(secretHalf);
    for (const BackupSeal &seal : manifest.seals) {
        if (seal.publicKey != publicKey)
            continue;
        auto key = crypto::boxOpen(secretHalf, seal.sealed);
        if (!key || key->size() != crypto::keyBytes || !isMarkedBy(manifest, *key))
            return Error{Code::Damaged, Tr::tr("The manifest of this backup was changed."), {}, QStringLiteral("mark")};
        return key;
    }
    return Error{Code::NoPermission, Tr::tr("This backup is not sealed to you."), {}, {}};
}

} // namespace xinglin::store
