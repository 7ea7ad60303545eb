#include "access/backups.h"

#include "store/vault/keyringformat.h"
#include "support/faultyfiles.h"
#include "support/practice.h"

#include <QDirIterator>

#include <set>

using namespace xinglin;
using namespace xinglin::test;
using access::BackupAge;
using store::BackupCause;

namespace {

Instant at(const char *text)
{
    return instantFromMs(
        QDateTime(QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm")).date(),
                  QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm")).time(),
                  QTimeZone("Asia/Shanghai"))
            .toMSecsSinceEpoch());
}

const QTimeZone zone("Asia/Shanghai");

access::BackupStanding standing(Practice &practice)
{
    const auto view = practice.session.store->snapshot(practice.session.actor);
    return *access::backupStanding(*view);
}

QList<access::BackupLine> ledger(Practice &practice)
{
    const auto view = practice.session.store->snapshot(practice.session.actor);
    return *access::backups(*view);
}

/// Audit rows of an action, as "outcome detail".
QStringList audited(Practice &practice, const char *action)
{
    QStringList found;
    const auto view = practice.session.store->snapshot(practice.session.actor);
    store::Query rows = view->connection().internal(
        "SELECT outcome, detail FROM audit WHERE n > 0 AND action = ?1 ORDER BY n /* whole table */");
    rows.bind(QString::fromLatin1(action));
    while (rows.next())
        found << rows.get<QString>(0) + u' ' + rows.get<QString>(1);
    return found;
}

int streams(Practice &practice)
{
    const auto view = practice.session.store->snapshot(practice.session.actor);
    store::Query count = view->connection().internal("SELECT count(*) FROM stream /* whole table */");
    count.next();
    return count.get<int>(0);
}

} // namespace

/// Retention and schedule; ledger, drill and restore of a real clinic.
class TestBackups : public QObject
{
    Q_OBJECT

private slots:
    void retention_backupEveryFourHoursForThreeYears_keepsTheSlots();
    void retention_anyHistory_keepsThreeVerified();
    void retention_unsoundOnes_areNotCounted();
    void schedule_lastBackup_decides();
    void backup_made_standsInLedgerAuditAndStanding();
    void backup_byReceptionist_isRefused();
    void backup_unattended_isNotedWithoutAPerson();
    void backup_manyMade_onlyOursAreRemoved();
    void backup_secondPlace_getsTheSame();
    void backup_failed_isToldAndAudited();
    void drill_wholeBackup_holdsAndIsShown();
    void drill_otherSheetSince_isRed();
    void drill_damagedBackup_isRed();
    void restore_asOwner_bringsBackThatMoment();
    void restore_byRecoverySheet_bringsBackThatMoment();
    void restore_passwordChangedSince_staysTheNewOne();
    void restore_folderLost_opensByThePasswordOfThatDay();
    void restore_withoutTheRight_changesNothing();
    void restore_otherBackups_areRefused();
    void restore_clinicOpen_isRefused();
    void restore_damagedPage_isNamedAndEverythingComesBack();
    void restore_firstWrite_opensAFreshStream();
    void restore_diskFailsAtAnyCall_leavesTheOldOrTheNew();
    void restore_cancelledAnywhere_leavesTheOld();
    void review_afterRestore_takesUpLaterBackups();
};

void TestBackups::retention_backupEveryFourHoursForThreeYears_keepsTheSlots()
{
    QList<BackupAge> there;
    const Instant start = at("2024-01-01 02:00");
    for (int i = 0; i < 3 * 365 * 6; ++i) {
        there.append({start + std::chrono::hours(4 * i), true});
        const QList<qsizetype> gone = access::expiredBackups(there, zone);
        for (auto it = gone.crbegin(); it != gone.crend(); ++it)
            QVERIFY(there[*it].made != there.constLast().made);
        QList<BackupAge> left;
        for (qsizetype k = 0; k < there.size(); ++k) {
            if (!gone.contains(k))
                left << there[k];
        }
        there = left;
        QVERIFY(there.size() <= 12 + 14 + 8 + 24);
    }
    std::set<std::pair<int, int>> months;
    std::set<qint64> days;
    for (const BackupAge &age : std::as_const(there)) {
        const QDate day = civilDay(age.made, zone);
        months.insert({day.year(), day.month()});
        days.insert(day.toJulianDay());
    }
    QCOMPARE(months.size(), std::size_t(24));
    const qint64 today = civilDay(there.constLast().made, zone).toJulianDay();
    for (int back = 0; back < 14; ++back)
        QVERIFY2(days.contains(today - back), qPrintable(QString::number(back)));
    int lastSlots = 0;
    for (const BackupAge &age : std::as_const(there))
        lastSlots += there.constLast().made - age.made < std::chrono::hours(48) ? 1 : 0;
    QCOMPARE(lastSlots, 12);
}

void TestBackups::retention_anyHistory_keepsThreeVerified()
{
    SeededRandom random(7);
    for (int round = 0; round < 500; ++round) {
        QList<BackupAge> there;
        qsizetype verified = 0;
        const auto count = random.below(60);
        for (quint64 i = 0; i < count; ++i) {
            there.append({instantFromMs(static_cast<qint64>(random.below(quint64(4) * 365 * 86'400'000))),
                          random.below(4) != 0});
            verified += there.constLast().verified ? 1 : 0;
        }
        const QList<qsizetype> gone = access::expiredBackups(there, zone);
        qsizetype left = verified;
        for (const qsizetype i : gone)
            left -= there[i].verified ? 1 : 0;
        QVERIFY(left >= std::min<qsizetype>(3, verified));
        QCOMPARE(QSet<qsizetype>(gone.cbegin(), gone.cend()).size(), gone.size());
        for (qsizetype i = 1; i < gone.size(); ++i)
            QVERIFY(there[gone[i - 1]].made <= there[gone[i]].made);
    }
}

void TestBackups::retention_unsoundOnes_areNotCounted()
{
    const Instant day = at("2026-03-12 10:00");
    using std::chrono::minutes;
    const QList<BackupAge> two{{day, false}, {day - minutes(1), true}, {day - minutes(2), true}};
    QCOMPARE(access::expiredBackups(two, zone), QList<qsizetype>());
    const QList<BackupAge> three{
        {day, true}, {day - minutes(1), true}, {day - minutes(2), true}, {day - minutes(3), false}};
    QCOMPARE(access::expiredBackups(three, zone), QList<qsizetype>{3});
}

void TestBackups::schedule_lastBackup_decides()
{
    const Instant now = at("2026-03-12 10:00");
    using std::chrono::hours;
    QVERIFY(access::isBackupDue({}, now, hours(4)));
    QVERIFY(access::isBackupDue(now - hours(4), now, hours(4)));
    QVERIFY(!access::isBackupDue(now - hours(4) + std::chrono::milliseconds(1), now, hours(4)));
    QVERIFY(access::isBackupDue(now + hours(1), now, hours(4))); // the clock was set back
    QVERIFY(access::isDrillDue({}, now));
    QVERIFY(!access::isDrillDue(now - hours(29 * 24), now));
    QVERIFY(access::isDrillDue(now - hours(30 * 24), now));
}

void TestBackups::backup_made_standsInLedgerAuditAndStanding()
{
    Practice practice;
    QVERIFY(standing(practice).isBackupMissing());
    QVERIFY(standing(practice).isDrillOverdue());
    const auto made = practice.backup();
    const auto lines = ledger(practice);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].id.uuid(), made.backup.manifest.id);
    QCOMPARE(lines[0].path, made.backup.path);
    QCOMPARE(lines[0].bytes, made.backup.manifest.bytes());
    QVERIFY(lines[0].isGood());
    QVERIFY(!standing(practice).isBackupMissing());
    QVERIFY(!made.away); // the same disk
    QVERIFY(standing(practice).isAwayWanted());
    QCOMPARE(audited(practice, "backup.make").size(), 1);
    QVERIFY(audited(practice, "backup.make")[0].startsWith(u"ok asked; "));
    practice.clock.advance(std::chrono::hours(24));
    QVERIFY(standing(practice).isBackupMissing());
    QCOMPARE(practice.session.store->verify().problems, QStringList());
}

void TestBackups::backup_byReceptionist_isRefused()
{
    Practice practice;
    const auto made =
        access::makeBackup(practice.around(), *practice.session.databaseKey, practice.places(), BackupCause::Asked, {});
    QVERIFY(made.ok());
    const store::Actor desk{practice.person(QStringLiteral("desk")).uuid(), practice.session.actor.device};
    store::Store &store = *practice.session.store;
    QCOMPARE(access::noteBackup(store, desk, *made).error().code, Code::NoPermission);
    QCOMPARE(access::noteBackupFailure(store, desk, {}).error().code, Code::NoPermission);
    QCOMPARE(access::noteCheck(store, desk, access::BackupId(made->backup.manifest.id), {}).error().code,
             Code::NoPermission);
    QCOMPARE(access::noteDrill(store, desk, {}).error().code, Code::NoPermission);
    QCOMPARE(access::reviewBackups(store, desk, practice.around(), practice.places()).error().code, Code::NoPermission);
    QVERIFY(ledger(practice).isEmpty());
    QVERIFY(audited(practice, "backup.make").isEmpty());
}

void TestBackups::backup_unattended_isNotedWithoutAPerson()
{
    Practice practice;
    const auto made = access::makeBackup(practice.around(), *practice.session.databaseKey, practice.places(),
                                         BackupCause::Scheduled, {});
    QVERIFY(made.ok());
    const store::Actor program{std::nullopt, practice.session.actor.device};
    QVERIFY(access::noteBackup(*practice.session.store, program, *made).ok());
    const auto view = practice.session.store->snapshot(practice.session.actor);
    store::Query row =
        view->connection().internal("SELECT user_id FROM audit WHERE action = 'backup.make' /* whole table */");
    QVERIFY(row.next());
    QVERIFY(row.isNull(0));
}

void TestBackups::backup_manyMade_onlyOursAreRemoved()
{
    Practice practice;
    Practice other(2);
    auto theirs =
        access::makeBackup(other.around(), *other.session.databaseKey, practice.places(), BackupCause::Asked, {});
    QVERIFY(theirs.ok());
    QVERIFY(QDir().mkpath(practice.place() + QStringLiteral("/xinglin-not-a-backup")));
    QVERIFY(QDir().mkpath(practice.place() + QStringLiteral("/photos")));
    for (int i = 0; i < 16; ++i) {
        practice.clock.advance(std::chrono::minutes(61));
        practice.backup(BackupCause::Scheduled);
    }
    // Sixteen hours: five slots, of two days.
    int good = 0;
    for (const auto &line : ledger(practice)) {
        QCOMPARE(QFileInfo::exists(line.path), !line.gone);
        good += line.isGood() ? 1 : 0;
    }
    QVERIFY2(good >= 3 && good <= 7, qPrintable(QString::number(good)));
    QVERIFY(ledger(practice)[0].isGood());
    QVERIFY(QFileInfo::exists(theirs->backup.path));
    QVERIFY(QFileInfo::exists(practice.place() + QStringLiteral("/xinglin-not-a-backup")));
    QVERIFY(QFileInfo::exists(practice.place() + QStringLiteral("/photos")));
}

void TestBackups::backup_secondPlace_getsTheSame()
{
    Practice practice;
    access::BackupPlaces places = practice.places();
    places.second = practice.path(QStringLiteral("stick"));
    const auto made =
        access::makeBackup(practice.around(), *practice.session.databaseKey, places, BackupCause::Asked, {});
    QVERIFY(made.ok());
    QVERIFY(!made->secondRefused);
    const auto copies = access::findBackups(practice.files, places.second);
    QCOMPARE(copies.size(), 1);
    QCOMPARE(copies[0].manifest, made->backup.manifest);
    const auto check = access::checkBackup(practice.around(), *practice.session.databaseKey, copies[0].path, {});
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QList<store::Problem>());
    // A place that cannot be written costs the copy, not the backup.
    places.second = QStringLiteral("/proc/no-such-place");
    const auto alone =
        access::makeBackup(practice.around(), *practice.session.databaseKey, places, BackupCause::Asked, {});
    QVERIFY(alone.ok());
    QVERIFY(alone->secondRefused.has_value());
}

void TestBackups::backup_failed_isToldAndAudited()
{
    Practice practice;
    const Error full{Code::Broken, QStringLiteral("There is not enough room."), {}, {}};
    QVERIFY(access::noteBackupFailure(*practice.session.store, practice.session.actor, full).ok());
    QCOMPARE(standing(practice).backupProblem, full.message);
    QCOMPARE(audited(practice, "backup.make"), QStringList{QStringLiteral("failed There is not enough room.")});
    practice.backup();
    QVERIFY(standing(practice).backupProblem.isEmpty());
}

void TestBackups::drill_wholeBackup_holdsAndIsShown()
{
    Practice practice;
    const auto made = practice.backup();
    practice.registerPatient(QStringLiteral("后来者"));
    const auto drill = access::drillBackup(practice.around(), *practice.session.databaseKey, made.backup.path, {});
    QVERIFY2(drill.ok(), drill ? "" : qPrintable(drill.error().message));
    QCOMPARE(drill->check.problems, QList<store::Problem>());
    QCOMPARE(drill->check.state, made.backup.manifest.state);
    QVERIFY(!QFileInfo::exists(practice.folder() + QStringLiteral(".drill")));
    QVERIFY(access::noteDrill(*practice.session.store, practice.session.actor, *drill).ok());
    QVERIFY(ledger(practice)[0].drilled.has_value());
    QVERIFY(!standing(practice).isDrillOverdue());
    QVERIFY(!standing(practice).isDrillFailed());
    QCOMPARE(audited(practice, "backup.drill").size(), 1);
    practice.clock.advance(access::DrillWanted);
    QVERIFY(standing(practice).isDrillOverdue());
}

void TestBackups::drill_otherSheetSince_isRed()
{
    Practice practice;
    const auto made = practice.backup();
    // Another keyring of the same PC in its place: as after a new recovery sheet.
    auto bytes = practice.files.read(practice.folder() + QStringLiteral("/keyring"), 1 << 20);
    auto content = keyring::decode(*bytes, QStringLiteral("x"));
    QVERIFY(content.ok());
    content->recoveryKey = RecoverySheet::create(practice.random).keyPair().publicKey;
    QVERIFY(practice.files.write(practice.folder() + QStringLiteral("/keyring"), keyring::encode(*content)).ok());
    const auto drill = access::drillBackup(practice.around(), *practice.session.databaseKey, made.backup.path, {});
    QVERIFY(drill.ok());
    QCOMPARE(drill->check.problems.size(), 1);
    QCOMPARE(drill->check.problems[0].kind, QByteArray("backup.seal"));
    QVERIFY(access::noteDrill(*practice.session.store, practice.session.actor, *drill).ok());
    QVERIFY(standing(practice).isDrillFailed());
    QVERIFY(ledger(practice)[0].isGood()); // the copy itself is whole
}

void TestBackups::drill_damagedBackup_isRed()
{
    Practice practice;
    const auto made = practice.backup();
    damage(made.backup.path + QStringLiteral("/clinic.db"), 5 * 4096 + 100);
    const auto drill = access::drillBackup(practice.around(), *practice.session.databaseKey, made.backup.path, {});
    const bool found = !drill.ok() || !drill->check.problems.isEmpty();
    QVERIFY(found);
    if (drill.ok()) {
        QVERIFY(access::noteDrill(*practice.session.store, practice.session.actor, *drill).ok());
        QVERIFY(standing(practice).isDrillFailed());
        QVERIFY(!ledger(practice)[0].isGood());
    }
    QVERIFY(!QFileInfo::exists(practice.folder() + QStringLiteral(".drill")));
}

void TestBackups::restore_asOwner_bringsBackThatMoment()
{
    Practice practice;
    const auto made = practice.backup();
    practice.registerPatient(QStringLiteral("后来者"));
    practice.put(QStringLiteral("attachments/later.bin"), QByteArray("later"));
    QCOMPARE(practice.patients(), 13);
    practice.close();
    const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message + restored.error().detail));
    QCOMPARE(restored->check.state, made.backup.manifest.state);
    QVERIFY(restored->passwordsOfToday);
    practice.open();
    QCOMPARE(practice.patients(), 12);
    QCOMPARE(practice.state(), made.backup.manifest.state);
    QVERIFY(!QFileInfo::exists(practice.folder() + QStringLiteral("/attachments/later.bin")));
    QVERIFY(QFileInfo::exists(practice.folder() + QStringLiteral("/attachments/2026/x-ray.bin")));
    QCOMPARE(audited(practice, "backup.restore").size(), 1);
    QVERIFY(audited(practice, "backup.restore")[0].startsWith(u"ok password; "));
    QCOMPARE(practice.session.store->verify().problems, QStringList());
    // The store that was there is whole, too.
    QVERIFY(QFileInfo::exists(restored->before + QStringLiteral("/attachments/later.bin")));
    access::Surroundings before = practice.around();
    before.folder = restored->before;
    const auto old = access::signIn(before, QStringLiteral("owner"), Practice::password());
    QVERIFY(old.ok());
    const auto view = (*old).store->snapshot(old->actor);
    QCOMPARE(patient::search(*view, QString())->size(), 13);
    for (const char *left : {".restoring", ".restoring.part", "/restored"})
        QVERIFY2(!QFileInfo::exists(practice.folder() + QLatin1String(left)), left);
}

void TestBackups::restore_byRecoverySheet_bringsBackThatMoment()
{
    Practice practice;
    const auto made = practice.backup();
    practice.close();
    const auto restored = access::restore(practice.around(), made.backup.path, practice.bySheet(), {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message + restored.error().detail));
    practice.open(QStringLiteral("desk"));
    practice.open();
    QVERIFY(audited(practice, "backup.restore")[0].startsWith(u"ok recovery sheet; "));
    QCOMPARE(practice.state(), made.backup.manifest.state);
}

void TestBackups::restore_passwordChangedSince_staysTheNewOne()
{
    Practice practice;
    const auto made = practice.backup();
    const QString fresh = QStringLiteral("Plum-Blossom-9");
    QVERIFY(access::changePassword(practice.around(), QStringLiteral("owner"), Practice::password(), fresh).ok());
    practice.close();
    const auto restored =
        access::restore(practice.around(), made.backup.path, {QStringLiteral("owner"), fresh, {}}, {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message));
    QVERIFY(restored->passwordsOfToday);
    practice.open(QStringLiteral("owner"), fresh);
    QCOMPARE(practice.state(), made.backup.manifest.state);
    QVERIFY(!access::signIn(practice.around(), QStringLiteral("owner"), Practice::password()).ok());
}

void TestBackups::restore_folderLost_opensByThePasswordOfThatDay()
{
    Practice practice;
    const auto made = practice.backup();
    practice.close();
    QVERIFY(QDir(practice.folder()).removeRecursively());
    const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message));
    QVERIFY(restored->before.isEmpty());
    QVERIFY(!restored->passwordsOfToday);
    practice.open();
    QCOMPARE(practice.patients(), 12);
    QCOMPARE(practice.state(), made.backup.manifest.state);
}

void TestBackups::restore_withoutTheRight_changesNothing()
{
    Practice practice;
    const auto made = practice.backup();
    practice.registerPatient(QStringLiteral("后来者"));
    practice.close();
    const auto refused = [&](const access::RestoreKey &key) {
        const auto restored = access::restore(practice.around(), made.backup.path, key, {});
        return restored ? std::optional<Code>() : std::optional(restored.error().code);
    };
    QCOMPARE(refused({QStringLiteral("owner"), QStringLiteral("Wrong-Password-1"), {}}), Code::WrongPassword);
    QCOMPARE(refused({QStringLiteral("nobody"), Practice::password(), {}}), Code::WrongPassword);
    QCOMPARE(refused({QStringLiteral("desk"), Practice::password(), {}}), Code::NoPermission);
    SystemRandom random;
    QCOMPARE(refused({{}, {}, RecoverySheet::create(random).lines().join(u'\n')}), Code::WrongPassword);
    QCOMPARE(refused({{}, {}, QStringLiteral("no sheet at all")}), Code::Invalid);
    QVERIFY(!QFileInfo::exists(practice.folder() + QStringLiteral(".restoring")));
    const auto again = access::checkBackup(practice.around(),
                                           *[&] {
                                               practice.open();
                                               return practice.session.databaseKey;
                                           }(),
                                           made.backup.path, {});
    QVERIFY(again.ok());
    QCOMPARE(again->problems, QList<store::Problem>()); // wrong tries were not counted in the backup
    QCOMPARE(practice.patients(), 13);
}

void TestBackups::restore_otherBackups_areRefused()
{
    Practice practice;
    Practice other(2);
    const auto theirs = other.backup();
    const auto made = practice.backup();
    practice.close();
    auto foreign = access::restore(practice.around(), theirs.backup.path, practice.asOwner(), {});
    QVERIFY(!foreign.ok());
    QCOMPARE(foreign.error().code, Code::Foreign);
    auto none = access::restore(practice.around(), practice.folder(), practice.asOwner(), {});
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, Code::NotFound);
    const QString manifest = made.backup.path + QStringLiteral("/manifest");
    const QByteArray whole = *practice.files.read(manifest, 1 << 20);
    QByteArray newer = whole.chopped(32);
    newer[9] = static_cast<char>(store::BackupVersion + 1);
    QVERIFY(practice.files.write(manifest, newer + crypto::blake2b256({newer})).ok());
    auto tooNew = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY(!tooNew.ok());
    QCOMPARE(tooNew.error().code, Code::Newer);
    QVERIFY(practice.files.write(manifest, whole).ok());
    damage(made.backup.path + QStringLiteral("/attachments/tongue.bin"), 5);
    auto damaged = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY(!damaged.ok());
    QCOMPARE(damaged.error().code, Code::Damaged);
    practice.open();
    QCOMPARE(practice.patients(), 12);
}

void TestBackups::restore_clinicOpen_isRefused()
{
    Practice practice;
    const auto made = practice.backup();
    const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY(!restored.ok());
    QCOMPARE(restored.error().code, Code::InUse);
    QCOMPARE(practice.patients(), 12);
}

void TestBackups::restore_damagedPage_isNamedAndEverythingComesBack()
{
    Practice practice;
    const auto made = practice.backup();
    const auto state = practice.state();
    practice.close();
    const QString path = practice.folder() + QStringLiteral("/clinic.db");
    for (int page = 8; page < 40; page += 4)
        damage(path, page * 4096 + 200, 8);
    {
        auto opened = access::signIn(practice.around(), QStringLiteral("owner"), Practice::password());
        if (opened) {
            const auto report = opened->store->verify();
            bool named = false;
            for (const store::Problem &problem : report.found)
                named = named || problem.kind == "page.damaged";
            QVERIFY(named);
        } else {
            QCOMPARE(opened.error().code, Code::Damaged);
        }
    }
    const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(), {});
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message));
    practice.open();
    QCOMPARE(practice.state(), state);
    QCOMPARE(practice.patients(), 12);
    QCOMPARE(practice.session.store->verify().problems, QStringList());
}

void TestBackups::restore_firstWrite_opensAFreshStream()
{
    Practice practice;
    const auto made = practice.backup();
    const int before = streams(practice);
    practice.registerPatient(QStringLiteral("同一号")); // the next sequence number of the old stream is used up
    practice.close();
    QVERIFY(access::restore(practice.around(), made.backup.path, practice.asOwner(), {}).ok());
    practice.open();
    QCOMPARE(streams(practice), before);
    practice.registerPatient(QStringLiteral("另一人"));
    QCOMPARE(streams(practice), before + 1);
    QCOMPARE(practice.session.store->verify().problems, QStringList());
}

void TestBackups::restore_diskFailsAtAnyCall_leavesTheOldOrTheNew()
{
    Practice practice;
    const auto made = practice.backup();
    practice.registerPatient(QStringLiteral("后来者"));
    practice.close();
    const QString safe = practice.path(QStringLiteral("safe"));
    const auto copyTree = [&](const QString &from, const QString &to) {
        QDir().mkpath(to);
        QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = QDir(from).relativeFilePath(files.next());
            QDir().mkpath(QFileInfo(to + u'/' + name).path());
            QFile::copy(from + u'/' + name, to + u'/' + name);
        }
    };
    copyTree(practice.folder(), safe);
    int olds = 0;
    int news = 0;
    for (const auto how : {FaultyFiles::How::Before, FaultyFiles::How::Torn, FaultyFiles::How::After}) {
        for (const bool forGood : {false, true}) {
            for (int call = 1;; ++call) {
                FaultyFiles faulty(practice.files);
                faulty.failAt(call, how, forGood);
                const auto restored =
                    access::restore(practice.around(&faulty), made.backup.path, practice.asOwner(), {});
                const bool failed = faulty.failed();
                QVERIFY(failed || restored.ok());
                QVERIFY2(access::lookAt(practice.around()).ok(), qPrintable(QString::number(call)));
                practice.open();
                const int found = practice.patients();
                QVERIFY2(found == 12 || found == 13, qPrintable(QString::number(call)));
                if (restored.ok())
                    QCOMPARE(found, 12);
                ++(found == 12 ? news : olds);
                QCOMPARE(practice.session.store->verify().problems, QStringList());
                practice.close();
                for (const QString &name : QDir(practice.path({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                    if (name.startsWith(u"clinic"))
                        QVERIFY(QDir(practice.path(name)).removeRecursively());
                }
                copyTree(safe, practice.folder());
                if (!failed)
                    break;
            }
        }
    }
    QVERIFY(olds > 20);
    QVERIFY(news >= 6);
}

void TestBackups::restore_cancelledAnywhere_leavesTheOld()
{
    Practice practice;
    const auto made = practice.backup();
    practice.registerPatient(QStringLiteral("后来者"));
    practice.close();
    for (const int stop : {1, 2, 5, 20}) {
        int call = 0;
        const auto restored = access::restore(practice.around(), made.backup.path, practice.asOwner(),
                                              [&](const store::BackupProgress &) { return ++call < stop; });
        QVERIFY(!restored.ok());
        QCOMPARE(restored.error().code, Code::Cancelled);
        QVERIFY(!QFileInfo::exists(practice.folder() + QStringLiteral(".restoring")));
    }
    practice.open();
    QCOMPARE(practice.patients(), 13);
}

void TestBackups::review_afterRestore_takesUpLaterBackups()
{
    Practice practice;
    const auto first = practice.backup();
    practice.clock.advance(std::chrono::hours(5));
    const auto second = practice.backup();
    practice.close();
    QVERIFY(access::restore(practice.around(), first.backup.path, practice.asOwner(), {}).ok());
    practice.open();
    QVERIFY(ledger(practice).isEmpty()); // the first one was noted after it was made
    QVERIFY(access::reviewBackups(*practice.session.store, practice.session.actor, practice.around(), practice.places())
                .ok());
    QCOMPARE(ledger(practice).size(), 2);
    QCOMPARE(ledger(practice)[0].path, second.backup.path);
    QVERIFY(QDir(first.backup.path).removeRecursively());
    QVERIFY(access::reviewBackups(*practice.session.store, practice.session.actor, practice.around(), practice.places())
                .ok());
    QVERIFY(ledger(practice)[1].gone);
    QVERIFY(!ledger(practice)[0].gone);
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
