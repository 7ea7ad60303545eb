#include "store/migrator.h"
#include "store/rawkey.h"
#include "store/vault/keyring.h"
#include "support/faultclinic.h"
#include "support/faultyfiles.h"
#include "support/practice.h"

#include <QDirIterator>

#include <sys/stat.h>
#include <thread>

using namespace xinglin;
using namespace xinglin::test;
using store::BackupCause;
using store::BackupManifest;

namespace {

QStringList backupsIn(const QString &place)
{
    return QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
}

store::Backup made(Practice &practice)
{
    auto backup = store::makeBackup(practice.context(), practice.folder(), *practice.session.databaseKey,
                                    practice.place(), BackupCause::Asked);
    if (!backup)
        qFatal("%s (%s)", qUtf8Printable(backup.error().message), qUtf8Printable(backup.error().detail));
    return *std::move(backup);
}

SecretBytes keyOf(Practice &practice, const BackupManifest &manifest)
{
    auto key = store::openBackupKey(manifest, store::deviceBackupPair(*practice.session.databaseKey).secretKey);
    if (!key)
        qFatal("%s", qUtf8Printable(key.error().message));
    return *std::move(key);
}

QByteArrayList kinds(const store::BackupCheck &check)
{
    QByteArrayList found;
    for (const store::Problem &problem : check.problems)
        found << problem.kind;
    return found;
}

BackupManifest someManifest()
{
    BackupManifest manifest;
    manifest.letter = QStringLiteral("A");
    manifest.schema = 6;
    manifest.madeMs = 1773280800000;
    manifest.heads = {3, QByteArray(32, 'r'), 5, QByteArray(32, 'a')};
    manifest.state = {QByteArray(32, 's'), 40};
    manifest.files = {{QStringLiteral("clinic.db"), 4096, QByteArray(32, 'f')},
                      {QStringLiteral("attachments/一.bin"), 0, QByteArray(32, 'g')}};
    manifest.seals = {{store::BackupSeal::To::Owner, QByteArray(32, 'p'), QByteArray(80, 'q')}};
    return manifest;
}

/// A file system that knows no second names, such as that of a USB stick.
class NoLinks final : public Files
{
public:
    explicit NoLinks(Files &disk) : m_disk(disk) {}
    bool exists(const QString &path) override { return m_disk.exists(path); }
    Result<QByteArray> read(const QString &path, qint64 most) override { return m_disk.read(path, most); }
    Result<Done> write(const QString &path, const QByteArray &bytes) override { return m_disk.write(path, bytes); }
    Result<Done> rename(const QString &from, const QString &to) override { return m_disk.rename(from, to); }
    Result<Done> remove(const QString &path) override { return m_disk.remove(path); }
    Result<Done> makeFolder(const QString &path) override { return m_disk.makeFolder(path); }
    Result<Done> append(const QString &path, const QByteArray &bytes) override { return m_disk.append(path, bytes); }
    Result<Done> copy(const QString &from, const QString &to) override { return m_disk.copy(from, to); }
    Result<Done> link(const QString &, const QString &) override { return Error{Code::Broken, {}, {}, {}}; }
    Result<Done> sync(const QString &path) override { return m_disk.sync(path); }

private:
    Files &m_disk;
};

/// How many names the file has.
int namesOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_nlink) : 0;
}

store::Backup scheduled(Practice &practice, const std::function<qint64(const QString &)> &freeBytes = {},
                        Files *disk = nullptr)
{
    auto context = practice.context(disk);
    context.freeBytes = freeBytes;
    auto backup = store::makeBackup(context, practice.folder(), *practice.session.databaseKey, practice.place(),
                                    BackupCause::Scheduled);
    if (!backup)
        qFatal("%s (%s)", qUtf8Printable(backup.error().message), qUtf8Printable(backup.error().detail));
    return *std::move(backup);
}

/// Whether the file at this place of the backup is whole.
bool isWhole(const store::Backup &backup, const QString &place)
{
    QFile file(backup.path + u'/' + place);
    return backup.manifest.file(place) != nullptr && file.open(QIODevice::ReadOnly) &&
           crypto::blake2b256({file.readAll()}) == store::AttachedFiles::nameAt(place);
}

} // namespace

/// Making, checking and unpacking backups; the hash of a store's state; what is kept before migrating.
class TestBackup : public QObject
{
    Q_OBJECT

private slots:
    void stateHash_oneCellChanged_differs();
    void stateHash_localRowWritten_isTheSame();
    void stateHash_acrossMigration_isTheSame();
    void manifest_encoded_readsBack();
    void manifest_anyByteChanged_isRefused();
    void manifest_newerVersion_isRefusedAsNewer();
    void manifest_fileOutsideItsFolder_isDamaged();
    void manifest_changedByWhoHasNoKey_isSeen();
    void make_openStore_isVerifiedWhole();
    void make_sealed_opensToOwnerSheetAndDeviceAlone();
    void make_whileOthersSave_isOneMoment();
    void make_cancelledAnywhere_leavesNothing();
    void make_noRoom_saysHowMuchIsNeeded();
    void make_diskFailsAtAnyCall_leavesNothingThatIsNotWhole();
    void make_pageDamaged_isRefusedInClearWords();
    void make_again_sharesAttachedFilesWithTheOneBefore();
    void make_again_needsRoomForWhatIsNewAlone();
    void make_sharedFileRotten_isReadAnewWithinFourWeeks();
    void make_whereNoFileHasTwoNames_copiesThem();
    void make_attachedFileGone_takesItFromTheOneBefore();
    void make_attachedFileNowhere_isABackupThatSaysSo();
    void make_pictureAttachedMeanwhile_isInOrNotNamed();
    void copy_again_sharesAttachedFilesToo();
    void check_attachedFileOfAnotherName_isNamed();
    void unpack_attachedFile_opensInTheRestoredStore();
    void check_byteOfDatabaseChanged_isNamed();
    void check_otherFileChangedOrMissing_isNamed();
    void check_rolledBackInside_differsFromManifest();
    void unpack_wholeBackup_holdsTheSameState();
    void unpack_pageDamaged_isFoundInTheBackup();
    void unpack_olderSchema_isNoFault();
    void witness_tailCut_isSeenByBackupsHeads();
    void open_newerStore_isLeftByteForByte();
    void open_olderStore_keepsTheOldFile();
    void open_olderStoreCannotBeCopied_isNotMigrated();
};

void TestBackup::stateHash_oneCellChanged_differs()
{
    Practice practice;
    const auto before = practice.state();
    QCOMPARE(before.sum.size(), 32);
    QVERIFY(before.rows > 12);
    practice.registerPatient(QStringLiteral("又一人"));
    const auto more = practice.state();
    QVERIFY(more.sum != before.sum);
    QVERIFY(more.rows > before.rows);
    {
        const auto tx = practice.session.store->begin(practice.session.actor, "test");
        tx->connection().internal("UPDATE patient SET sex = 'other' WHERE n = 1").run();
        tx->commit();
    }
    QCOMPARE(practice.state().rows, more.rows);
    QVERIFY(practice.state().sum != more.sum);
}

void TestBackup::stateHash_localRowWritten_isTheSame()
{
    Practice practice;
    const auto before = practice.state();
    const auto tx = practice.session.store->begin(practice.session.actor, "test");
    tx->connection().internal("INSERT INTO local_state(key, value) VALUES('a', 'b')").run();
    tx->commit();
    QCOMPARE(practice.state(), before);
}

namespace {

/// The golden store of schema 5 in a folder of its own, with its key.
struct Golden
{
    Golden()
    {
        for (const char *file : {"keyring", "clinic.db"}) {
            const QString there = folder.filePath(QLatin1String(file));
            const bool copied =
                QFile::copy(QStringLiteral(XINGLIN_TEST_DATA "/golden/0005/") + QLatin1String(file), there);
            QFile::setPermissions(there, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            if (!copied)
                qFatal("no golden store");
        }
        auto keyring = Keyring::load({files, clock, random, {1, 8192}}, folder.filePath(QStringLiteral("keyring")));
        QString typed = Practice::password();
        auto unlocked = keyring->unlock(QStringLiteral("owner"), SecretBytes::takeText(typed));
        key = std::move(unlocked->dbk);
    }
    QString path() const { return folder.filePath(QStringLiteral("clinic.db")); }
    QByteArray literal() const { return store::keyLiteral(key, *store::saltOf(path())); }
    store::Registry registry() const
    {
        return *store::Registry::fromJson(store::schemaFile(QStringLiteral("registry.json")));
    }
    store::StoreOptions options(Files *disk)
    {
        store::StoreOptions options;
        options.folder = folder.path();
        options.clock = &clock;
        options.random = &random;
        options.files = disk;
        return options;
    }
    QByteArray bytes() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no store");
        return file.readAll();
    }

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    SecretBytes key;
};

} // namespace

void TestBackup::stateHash_acrossMigration_isTheSame()
{
    Golden golden;
    const store::Registry registry = golden.registry();
    store::StateHash before;
    {
        store::Connection old(golden.path(), golden.literal(), store::Connection::Mode::Read);
        QCOMPARE(store::schemaOf(old), 5);
        before = store::stateHash(old, registry);
    }
    QVERIFY(before.rows > 20);
    const auto store = store::Store::open(golden.options(nullptr), golden.key);
    QVERIFY(store.ok());
    const auto view = (*store)->snapshot({});
    QCOMPARE(store::stateHash(view->connection(), registry), before);
}

void TestBackup::manifest_encoded_readsBack()
{
    SystemRandom random;
    const SecretBytes key = SecretBytes::random(32, random);
    const BackupManifest manifest = someManifest();
    auto read = store::decodeManifest(store::encode(manifest, key), QStringLiteral("x"));
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(store::isMarkedBy(*read, key));
    read->mark.clear();
    QCOMPARE(*read, manifest);
}

void TestBackup::manifest_anyByteChanged_isRefused()
{
    SystemRandom random;
    const SecretBytes key = SecretBytes::random(32, random);
    const QByteArray bytes = store::encode(someManifest(), key);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray other = bytes;
        other[i] = static_cast<char>(other[i] ^ 1);
        const auto read = store::decodeManifest(other, QStringLiteral("x"));
        QVERIFY2(!read.ok(), qPrintable(QString::number(i)));
        QCOMPARE(read.error().code, i < 8 ? Code::Foreign : Code::Damaged);
    }
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!store::decodeManifest(bytes.first(size), QStringLiteral("x")).ok());
}

void TestBackup::manifest_newerVersion_isRefusedAsNewer()
{
    SystemRandom random;
    QByteArray bytes = store::encode(someManifest(), SecretBytes::random(32, random)).chopped(32);
    bytes[9] = static_cast<char>(store::BackupVersion + 1);
    bytes += crypto::blake2b256({bytes});
    const auto read = store::decodeManifest(bytes, QStringLiteral("x"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::Newer);
}

void TestBackup::manifest_fileOutsideItsFolder_isDamaged()
{
    SystemRandom random;
    const SecretBytes key = SecretBytes::random(32, random);
    for (const char *name : {"../clinic.db", "/etc/passwd", "a/../../b", "", "a//b", ".", "a\\b"}) {
        BackupManifest manifest = someManifest();
        manifest.files[1].name = QLatin1String(name);
        const auto read = store::decodeManifest(store::encode(manifest, key), QStringLiteral("x"));
        QVERIFY2(!read.ok() && read.error().code == Code::Damaged, name);
    }
}

void TestBackup::manifest_changedByWhoHasNoKey_isSeen()
{
    Practice practice;
    const store::Backup backup = made(practice);
    BackupManifest forged = backup.manifest;
    forged.heads.auditRows -= 1;
    SystemRandom random;
    QVERIFY(practice.files.write(backup.path + QStringLiteral("/manifest"),
                                 store::encode(forged, SecretBytes::random(32, random))));
    const auto read = store::readManifest(practice.files, backup.path);
    QVERIFY(read.ok()); // by itself it looks whole
    const auto key = store::openBackupKey(*read, store::deviceBackupPair(*practice.session.databaseKey).secretKey);
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, Code::Damaged);
}

void TestBackup::make_openStore_isVerifiedWhole()
{
    Practice practice;
    const auto state = practice.state();
    const store::Backup backup = made(practice);
    QCOMPARE(backup.check.problems, QList<store::Problem>());
    QCOMPARE(backup.manifest.state, state);
    QCOMPARE(backup.check.state, state);
    QVERIFY(backup.check.store.records > 12);
    QCOMPARE(backup.manifest.heads.records, backup.check.store.records);
    QCOMPARE(backup.manifest.heads.auditRows, backup.check.store.audit.rows);
    QCOMPARE(backup.check.files, 4); // store, keyring, two attachments
    QVERIFY(QFileInfo(backup.path).fileName().startsWith(u"xinglin-"));
    QVERIFY(backup.path.endsWith(u"-20260312-100000-A"));
    QCOMPARE(backupsIn(practice.place()), QStringList{QFileInfo(backup.path).fileName()});
    QStringList names;
    QDirIterator files(backup.path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        names << QDir(backup.path).relativeFilePath(file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("SQLite format 3"), qPrintable(file.fileName()));
        QVERIFY2(!bytes.contains(QStringLiteral("病人").toUtf8()), qPrintable(file.fileName()));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("attachments/2026/x-ray.bin"), QStringLiteral("attachments/tongue.bin"),
                                 QStringLiteral("clinic.db"), QStringLiteral("keyring"), QStringLiteral("manifest")}));
    // Another one in the same second gets a name of its own.
    QVERIFY(made(practice).path != backup.path);
}

void TestBackup::make_sealed_opensToOwnerSheetAndDeviceAlone()
{
    Practice practice;
    const store::Backup backup = made(practice);
    const SecretBytes key = keyOf(practice, backup.manifest);
    const auto byOwner = store::openBackupKey(backup.manifest, *practice.session.userSecret);
    QVERIFY(byOwner.ok());
    QVERIFY(byOwner->equals(key));
    const auto bySheet = store::openBackupKey(backup.manifest, practice.sheet->keyPair().secretKey);
    QVERIFY(bySheet.ok());
    QVERIFY(bySheet->equals(key));
    const auto desk = access::identify(practice.around(), QStringLiteral("desk"), Practice::password());
    QVERIFY(desk.ok());
    const auto byDesk = store::openBackupKey(backup.manifest, *desk->secret);
    QVERIFY(!byDesk.ok());
    QCOMPARE(byDesk.error().code, Code::NoPermission);
    QCOMPARE(backup.manifest.seals.size(), 3);
    QVERIFY(!key.equals(*practice.session.databaseKey));
    QVERIFY(!keyOf(practice, made(practice).manifest).equals(key)); // each has a key of its own
}

void TestBackup::make_whileOthersSave_isOneMoment()
{
    Practice practice;
    std::atomic<bool> ended = false;
    std::thread saving([&] {
        for (int i = 0; i < 400 && !ended; ++i)
            practice.registerPatient(QStringLiteral("来人%1").arg(i));
    });
    SystemRandom random; // the other one is drawn from by the saving thread
    const store::BackupContext context{practice.files, practice.clock, random, QTimeZone("Asia/Shanghai"), {}, {}};
    const auto backup = store::makeBackup(context, practice.folder(), *practice.session.databaseKey, practice.place(),
                                          BackupCause::Scheduled);
    ended = true;
    saving.join();
    QVERIFY2(backup.ok(), backup ? "" : qPrintable(backup.error().detail));
    const auto view = practice.session.store->snapshot(practice.session.actor);
    QCOMPARE(store::checkAgainst(view->connection(), backup->manifest.heads), QList<store::Problem>());
    QVERIFY(store::headsOf(view->connection()).records > 12);
}

void TestBackup::make_cancelledAnywhere_leavesNothing()
{
    Practice practice;
    int calls = 0;
    auto context = practice.context();
    context.watch = [&](const store::BackupProgress &) { return ++calls > 0; };
    const auto whole = store::makeBackup(context, practice.folder(), *practice.session.databaseKey, practice.place(),
                                         BackupCause::Asked);
    QVERIFY(whole.ok());
    QVERIFY(calls > 20);
    const QStringList before = backupsIn(practice.place());
    for (int at = 1; at <= calls; at += 1 + calls / 25) {
        int call = 0;
        context.watch = [&](const store::BackupProgress &) { return ++call < at; };
        const auto cancelled = store::makeBackup(context, practice.folder(), *practice.session.databaseKey,
                                                 practice.place(), BackupCause::Asked);
        QVERIFY(!cancelled.ok());
        QCOMPARE(cancelled.error().code, Code::Cancelled);
        QCOMPARE(backupsIn(practice.place()), before);
    }
}

void TestBackup::make_noRoom_saysHowMuchIsNeeded()
{
    Practice practice;
    auto context = practice.context();
    context.freeBytes = [](const QString &) { return qint64(1) << 20; };
    const auto backup = store::makeBackup(context, practice.folder(), *practice.session.databaseKey, practice.place(),
                                          BackupCause::Asked);
    QVERIFY(!backup.ok());
    QCOMPARE(backup.error().code, Code::Broken);
    QVERIFY(backup.error().message.contains(practice.place()));
    QVERIFY(backup.error().message.contains(u"needed"));
    QCOMPARE(backupsIn(practice.place()), QStringList());
}

void TestBackup::make_diskFailsAtAnyCall_leavesNothingThatIsNotWhole()
{
    Practice practice;
    const SecretBytes databaseKey = practice.session.databaseKey->copy();
    for (const auto how : {FaultyFiles::How::Before, FaultyFiles::How::Torn, FaultyFiles::How::After}) {
        for (const bool forGood : {false, true}) {
            int refused = 0;
            for (int call = 1;; ++call) {
                FaultyFiles faulty(practice.files);
                faulty.failAt(call, how, forGood);
                const auto backup = store::makeBackup(practice.context(&faulty), practice.folder(), databaseKey,
                                                      practice.place(), BackupCause::Asked);
                const bool failed = faulty.failed();
                if (!failed)
                    QVERIFY(backup.ok());
                refused += backup.ok() ? 0 : 1;
                for (const access::FoundBackup &found : access::findBackups(practice.files, practice.place())) {
                    const auto check =
                        store::checkBackup(practice.context(), found.path, keyOf(practice, found.manifest));
                    QVERIFY(check.ok());
                    QCOMPARE(check->problems, QList<store::Problem>());
                    QVERIFY(store::removeFolder(practice.files, found.path).ok());
                }
                if (!failed)
                    break;
            }
            QVERIFY(refused > 8);
            // What was left lies under another name and goes with the next backup.
            (void)made(practice);
            QCOMPARE(backupsIn(practice.place()).size(), 1);
            for (const access::FoundBackup &found : access::findBackups(practice.files, practice.place()))
                QVERIFY(store::removeFolder(practice.files, found.path).ok());
        }
    }
}

void TestBackup::make_pageDamaged_isRefusedInClearWords()
{
    Practice practice;
    const auto key = practice.session.databaseKey;
    practice.close();
    const QString path = practice.folder() + QStringLiteral("/clinic.db");
    const qint64 size = QFileInfo(path).size();
    for (qint64 at = 40; at < size; at += size / 9) {
        damage(path, at);
        const auto refused =
            store::makeBackup(practice.context(), practice.folder(), *key, practice.place(), BackupCause::Asked);
        QVERIFY2(!refused.ok(), qPrintable(QString::number(at)));
        QCOMPARE(unclear(refused.error()), QString());
        QCOMPARE(backupsIn(practice.place()), QStringList());
        damage(path, at);
    }
}

void TestBackup::make_again_sharesAttachedFilesWithTheOneBefore()
{
    Practice practice;
    const QString old = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const store::Backup first = made(practice);
    QVERIFY(isWhole(first, old));
    QCOMPARE(namesOf(first.path + u'/' + old), 1); // a copy: what happens to the store's own does not reach it
    const QString fresh = practice.placeOf(practice.attach(QByteArray(90'000, 'q')));
    const store::Backup second = made(practice);
    QVERIFY(isWhole(second, old) && isWhole(second, fresh));
    QCOMPARE(namesOf(second.path + u'/' + old), 2);
    QCOMPARE(namesOf(second.path + u'/' + fresh), 1);
    QCOMPARE(second.check.problems, QList<store::Problem>());
    // Letting the older go takes nothing from the newer.
    QVERIFY(store::removeFolder(practice.files, first.path));
    const auto check = store::checkBackup(practice.context(), second.path, keyOf(practice, second.manifest));
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QList<store::Problem>());
    QCOMPARE(check->shared, 0); // asked for alone, all of it is read
    QCOMPARE(check->lost, 0);
}

void TestBackup::make_again_needsRoomForWhatIsNewAlone()
{
    Practice practice;
    practice.attach(QByteArray(8'000'000, 'p'));
    qint64 asked = 0;
    const auto free = [&](const QString &) { return asked; };
    const auto enough = [&] {
        auto context = practice.context();
        context.freeBytes = free;
        return store::makeBackup(context, practice.folder(), *practice.session.databaseKey, practice.place(),
                                 BackupCause::Asked)
            .ok();
    };
    const qint64 withoutPicture = (qint64(16) << 20) +
                                  QFileInfo(practice.folder() + QStringLiteral("/clinic.db")).size() +
                                  QFileInfo(practice.folder() + QStringLiteral("/clinic.db-wal")).size() + 1'000'000;
    asked = withoutPicture;
    QVERIFY(!enough());
    asked += 8'000'000;
    QVERIFY(enough());
    asked = withoutPicture;
    QVERIFY(enough());
}

void TestBackup::make_sharedFileRotten_isReadAnewWithinFourWeeks()
{
    Practice practice;
    const QString place = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const store::Backup first = made(practice);
    damage(first.path + u'/' + place, 300);
    int trusted = 0;
    for (int day = 0; day < 28; ++day) {
        const store::Backup next = scheduled(practice);
        if (isWhole(next, place))
            break;
        ++trusted;
        QCOMPARE(next.check.shared, 1);
        QVERIFY(store::removeFolder(practice.files, next.path));
        practice.clock.advance(std::chrono::hours(24));
    }
    QVERIFY2(trusted < 28, qPrintable(QString::number(trusted)));
    // Asked for, it is found at once.
    damage(first.path + u'/' + place, 300);
    damage(first.path + u'/' + place, 600);
    QVERIFY(isWhole(made(practice), place));
}

void TestBackup::make_whereNoFileHasTwoNames_copiesThem()
{
    Practice practice;
    NoLinks disk(practice.files);
    const QString place = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    (void)scheduled(practice, {}, &disk);
    const store::Backup second = scheduled(practice, {}, &disk);
    QVERIFY(isWhole(second, place));
    QCOMPARE(namesOf(second.path + u'/' + place), 1);
    QCOMPARE(second.check.shared, 0);
}

void TestBackup::make_attachedFileGone_takesItFromTheOneBefore()
{
    Practice practice;
    const QString gone = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const QString changed = practice.placeOf(practice.attach(QByteArray(80'000, 'q')));
    NoLinks disk(practice.files);
    (void)scheduled(practice, {}, &disk);
    QVERIFY(QFile::remove(practice.folder() + u'/' + gone));
    damage(practice.folder() + u'/' + changed, 2000);
    for (Files *files : {static_cast<Files *>(&disk), static_cast<Files *>(&practice.files)}) {
        const store::Backup next = scheduled(practice, {}, files);
        QVERIFY(isWhole(next, gone));
        QVERIFY(isWhole(next, changed));
        QCOMPARE(next.check.lost, 0);
    }
}

void TestBackup::make_attachedFileNowhere_isABackupThatSaysSo()
{
    Practice practice;
    const QString gone = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const QString kept = practice.placeOf(practice.attach(QByteArray(80'000, 'q')));
    QVERIFY(QFile::remove(practice.folder() + u'/' + gone));
    const store::Backup backup = made(practice);
    QVERIFY(!isWhole(backup, gone));
    QVERIFY(isWhole(backup, kept));
    QCOMPARE(backup.check.lost, 1);
    QCOMPARE(backup.check.problems, QList<store::Problem>());
    QCOMPARE(practice.session.store->verify().found.constFirst().kind, QByteArray("attachment.missing"));
}

void TestBackup::make_pictureAttachedMeanwhile_isInOrNotNamed()
{
    Practice practice;
    practice.attach("first");
    std::atomic<bool> ended = false;
    std::thread attaching([&] {
        for (int i = 0; i < 60 && !ended; ++i)
            practice.attach(QByteArray(5000, static_cast<char>('a' + i % 26)));
    });
    SystemRandom random; // the other one is drawn from by the attaching thread
    const store::BackupContext context{practice.files, practice.clock, random, QTimeZone("Asia/Shanghai"), {}, {}};
    for (int i = 0; i < 3; ++i) {
        const auto backup = store::makeBackup(context, practice.folder(), *practice.session.databaseKey,
                                              practice.place(), BackupCause::Scheduled);
        if (!backup || backup->check.lost != 0 || !backup->check.problems.isEmpty()) {
            ended = true;
            attaching.join();
            QVERIFY2(backup.ok(), backup ? "" : qPrintable(backup.error().detail));
            QCOMPARE(backup->check.lost, 0);
            QCOMPARE(backup->check.problems, QList<store::Problem>());
        }
    }
    ended = true;
    attaching.join();
}

void TestBackup::copy_again_sharesAttachedFilesToo()
{
    Practice practice;
    const QString place = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const QString usb = practice.path(QStringLiteral("usb"));
    const store::Backup first = made(practice);
    const auto one = store::copyBackup(practice.context(), first, usb);
    QVERIFY(one.ok());
    const store::Backup second = scheduled(practice);
    const auto two = store::copyBackup(practice.context(), second, usb);
    QVERIFY2(two.ok(), two ? "" : qPrintable(two.error().detail));
    QCOMPARE(namesOf(*one + u'/' + place), 2); // with the copy beside it, not with the first place
    QCOMPARE(namesOf(first.path + u'/' + place), 2);
    const auto check = store::checkBackup(practice.context(), *two, keyOf(practice, second.manifest));
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QList<store::Problem>());
}

void TestBackup::check_attachedFileOfAnotherName_isNamed()
{
    Practice practice;
    const QString place = practice.placeOf(practice.attach(QByteArray(80'000, 'p')));
    const store::Backup backup = made(practice);
    const SecretBytes key = keyOf(practice, backup.manifest);
    damage(backup.path + u'/' + place, 70'000);
    const auto changed = store::checkBackup(practice.context(), backup.path, key);
    QVERIFY(changed.ok());
    QCOMPARE(kinds(*changed), QByteArrayList{"backup.file-changed"});
    QCOMPARE(changed->problems.constFirst().place, place);
    QVERIFY(QFile::remove(backup.path + u'/' + place));
    QCOMPARE(kinds(*store::checkBackup(practice.context(), backup.path, key)), QByteArrayList{"backup.file-missing"});
    // A manifest by who has the key, with other bytes under the name that a row holds.
    QVERIFY(practice.files.write(backup.path + u'/' + place, "other bytes"));
    BackupManifest forged = backup.manifest;
    for (store::BackupFile &file : forged.files) {
        if (file.name == place)
            file = {place, 11, crypto::blake2b256({"other bytes"})};
    }
    QVERIFY(practice.files.write(backup.path + QStringLiteral("/manifest"), store::encode(forged, key)));
    QCOMPARE(kinds(*store::checkBackup(practice.context(), backup.path, key)), QByteArrayList{"backup.file-changed"});
}

void TestBackup::unpack_attachedFile_opensInTheRestoredStore()
{
    Practice practice;
    const QByteArray bytes = QByteArray("tongue").repeated(400'000);
    const AttachmentId id = practice.attach(bytes);
    const auto made = practice.backup();
    const AttachmentId later = practice.attach("later");
    const store::Actor doctor = practice.doctor();
    practice.close();
    const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message + restored.error().detail));
    practice.open();
    const auto view = practice.session.store->snapshot(doctor);
    const auto content = attachments::content(*view, id);
    QVERIFY(content.ok());
    QVERIFY(*content == bytes);
    QVERIFY(!attachments::content(*view, later).ok());
    QCOMPARE(practice.session.store->verify().problems, QStringList());
    QCOMPARE(practice.session.store->verify().files, 1);
}

void TestBackup::check_byteOfDatabaseChanged_isNamed()
{
    Practice practice;
    const store::Backup backup = made(practice);
    const SecretBytes key = keyOf(practice, backup.manifest);
    const QString path = backup.path + QStringLiteral("/clinic.db");
    const qint64 size = QFileInfo(path).size();
    for (qint64 at = 20; at < size; at += std::max<qint64>(1, size / 12)) {
        damage(path, at);
        const auto check = store::checkBackup(practice.context(), backup.path, key);
        QVERIFY(check.ok());
        QVERIFY(kinds(*check).contains("backup.file-changed"));
        QVERIFY2(kinds(*check).contains("page.damaged") || kinds(*check).contains("backup.unreadable"),
                 qPrintable(QString::number(at)));
        damage(path, at);
    }
    const auto mended = store::checkBackup(practice.context(), backup.path, key);
    QVERIFY(mended.ok());
    QCOMPARE(mended->problems, QList<store::Problem>());
}

void TestBackup::check_otherFileChangedOrMissing_isNamed()
{
    Practice practice;
    const store::Backup backup = made(practice);
    const SecretBytes key = keyOf(practice, backup.manifest);
    damage(backup.path + QStringLiteral("/keyring"), 40);
    damage(backup.path + QStringLiteral("/attachments/tongue.bin"), 69'999);
    QVERIFY(QFile::remove(backup.path + QStringLiteral("/attachments/2026/x-ray.bin")));
    const auto check = store::checkBackup(practice.context(), backup.path, key);
    QVERIFY(check.ok());
    QCOMPARE(kinds(*check), (QByteArrayList{"backup.file-changed", "backup.file-missing", "backup.file-changed"}));
    QVERIFY(QFile::remove(backup.path + QStringLiteral("/manifest")));
    const auto none = store::checkBackup(practice.context(), backup.path, key);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, Code::NotFound);
}

void TestBackup::check_rolledBackInside_differsFromManifest()
{
    Practice practice;
    const store::Backup older = made(practice);
    practice.registerPatient(QStringLiteral("后来者"));
    const store::Backup newer = made(practice);
    // The older database under the newer manifest: keys differ, so even this does not pass unseen.
    QVERIFY(QFile::remove(newer.path + QStringLiteral("/clinic.db")));
    QVERIFY(QFile::copy(older.path + QStringLiteral("/clinic.db"), newer.path + QStringLiteral("/clinic.db")));
    const auto check = store::checkBackup(practice.context(), newer.path, keyOf(practice, newer.manifest));
    QVERIFY(check.ok());
    QVERIFY(kinds(*check).contains("backup.unreadable"));
}

void TestBackup::unpack_wholeBackup_holdsTheSameState()
{
    Practice practice;
    const store::Backup backup = made(practice);
    QTemporaryDir scratch;
    SystemRandom random;
    const SecretBytes fresh = SecretBytes::random(32, random);
    const auto check =
        store::unpackBackup(practice.context(), backup.path, keyOf(practice, backup.manifest), scratch.path(), fresh);
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QList<store::Problem>());
    QCOMPARE(check->state, backup.manifest.state);
    QFile file(scratch.filePath(QStringLiteral("attachments/tongue.bin")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(70'000, 'a'));
}

void TestBackup::unpack_pageDamaged_isFoundInTheBackup()
{
    Practice practice;
    const store::Backup backup = made(practice);
    const QString path = backup.path + QStringLiteral("/clinic.db");
    for (const qint64 at : {qint64(40), QFileInfo(path).size() / 2}) {
        const QTemporaryDir scratch;
        damage(path, at);
        const auto found = store::unpackBackup(practice.context(), backup.path, keyOf(practice, backup.manifest),
                                               scratch.path(), *practice.session.databaseKey);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(kinds(*found), QByteArrayList{"backup.unreadable"});
        damage(path, at);
    }
}

void TestBackup::unpack_olderSchema_isNoFault()
{
    Golden golden;
    QTemporaryDir place;
    const store::BackupContext context{golden.files, golden.clock, golden.random, QTimeZone("Asia/Shanghai"), {}, {}};
    const auto backup =
        store::makeBackup(context, golden.folder.path(), golden.key, place.path(), BackupCause::Upgrade);
    QVERIFY2(backup.ok(), backup ? "" : qPrintable(backup.error().detail));
    QCOMPARE(backup->manifest.schema, 5);
    QCOMPARE(backup->check.problems, QList<store::Problem>());
}

void TestBackup::witness_tailCut_isSeenByBackupsHeads()
{
    Practice practice;
    const store::Backup backup = made(practice);
    practice.registerPatient(QStringLiteral("后来者"));
    {
        const auto view = practice.session.store->snapshot(practice.session.actor);
        QCOMPARE(store::checkAgainst(view->connection(), backup.manifest.heads), QList<store::Problem>());
    }
    practice.close();
    auto keyring = Keyring::load({practice.files, practice.clock, practice.random, {1, 8192}},
                                 practice.folder() + QStringLiteral("/keyring"));
    QString typed = Practice::password();
    const auto unlocked = keyring->unlock(QStringLiteral("owner"), SecretBytes::takeText(typed));
    const QString path = practice.folder() + QStringLiteral("/clinic.db");
    store::Connection tool(path, store::keyLiteral(unlocked->dbk, *store::saltOf(path)),
                           store::Connection::Mode::Write);
    tool.execute("DROP TRIGGER audit_stays; DELETE FROM audit WHERE n >= " +
                 QByteArray::number(backup.manifest.heads.auditRows) + ";");
    const auto problems = store::checkAgainst(tool, backup.manifest.heads);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().kind, QByteArray("witness.audit-cut"));
}

void TestBackup::open_newerStore_isLeftByteForByte()
{
    Golden golden;
    {
        store::Connection tool(golden.path(), golden.literal(), store::Connection::Mode::Write);
        tool.execute("PRAGMA user_version=9999");
    }
    const QByteArray before = golden.bytes();
    const auto store = store::Store::open(golden.options(nullptr), golden.key);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, Code::Newer);
    QCOMPARE(golden.bytes(), before);
    QVERIFY(!QFileInfo::exists(store::keptPath(golden.path(), 9999)));
}

void TestBackup::open_olderStore_keepsTheOldFile()
{
    Golden golden;
    {
        const auto store = store::Store::open(golden.options(nullptr), golden.key);
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().detail));
        QCOMPARE((*store)->schema(), store::newestSchema());
    }
    const QString kept = store::keptPath(golden.path(), 5);
    QVERIFY(QFileInfo::exists(kept));
    QVERIFY(!QFileInfo::exists(kept + QStringLiteral(".part")));
    store::Connection old(kept, golden.literal(), store::Connection::Mode::Finished);
    QCOMPARE(store::schemaOf(old), 5);
    QVERIFY(!old.internal("PRAGMA cipher_integrity_check").next());
    QVERIFY(store::stateHash(old, golden.registry()).rows > 20);
}

void TestBackup::open_olderStoreCannotBeCopied_isNotMigrated()
{
    Golden golden;
    for (int call = 1;; ++call) {
        FaultyFiles faulty(golden.files);
        faulty.failAt(call, FaultyFiles::How::Before, true);
        auto store = store::Store::open(golden.options(&faulty), golden.key);
        if (!faulty.failed()) {
            QVERIFY(store.ok());
            QVERIFY(call > 2);
            break;
        }
        QVERIFY(!store.ok());
        QVERIFY(!store.error().message.isEmpty());
        store::Connection look(golden.path(), golden.literal(), store::Connection::Mode::Read);
        QCOMPARE(store::schemaOf(look), 5);
    }
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
