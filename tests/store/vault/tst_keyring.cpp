#include "store/vault/keyring.h"
#include "support/faultyfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace std::chrono_literals;

namespace {

SecretBytes secret(const char *text)
{
    QByteArray bytes(text);
    return SecretBytes::take(bytes);
}

Uuid uuid(char fill)
{
    return *Uuid::fromBytes(QByteArray(16, fill));
}

const Uuid clinic = uuid('c');
const Uuid device = uuid('d');
const Uuid chen = uuid('1');
const Uuid desk = uuid('2');
constexpr crypto::Argon2 tiny{1, 8192};

/// Everything in @p folder but what @p except names, by name.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> all;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            all.insert(name, file.readAll());
    }
    return all;
}

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(QStringLiteral("keyring"));
        m_files.emplace(m_disk);
        m_clock.set(instantFromMs(1'700'000'000'000));
        auto made = Keyring::create(context(), m_path, clinic, device);
        QVERIFY(made.ok());
        m_dbk = made->dbk.copy();
        m_sheet.emplace(std::move(made->sheet));
        QVERIFY(made->keyring.addUser(chen, QStringLiteral("chen"), secret("password one"), m_dbk).ok());
    }

    void create_untilTheFirstUser_writesNothing()
    {
        const QString other = m_folder->filePath(QStringLiteral("other"));
        auto made = Keyring::create(context(), other, clinic, device);
        QVERIFY(made.ok());
        QVERIFY(!m_disk.exists(other));
        QVERIFY(made->keyring.addUser(chen, QStringLiteral("chen"), secret("p"), made->dbk).ok());
        QVERIFY(m_disk.exists(other));
        QVERIFY(!made->dbk.equals(m_dbk));
    }

    void create_whereOneIs_isRefused()
    {
        QCOMPARE(Keyring::create(context(), m_path, clinic, device).error().code, Code::Conflict);
        QVERIFY(m_disk.rename(m_path, m_path + QStringLiteral(".1")).ok());
        QCOMPARE(Keyring::create(context(), m_path, clinic, device).error().code, Code::Conflict);
    }

    void unlock_rightPassword_givesTheKeys()
    {
        Keyring ring = loaded();
        auto opened = ring.unlock(QStringLiteral("chen"), secret("password one"));
        QVERIFY(opened.ok());
        QCOMPARE(opened->user, chen);
        QVERIFY(opened->dbk.equals(m_dbk));
        QCOMPARE(crypto::publicKeyOf(opened->userSecret), ring.users().first().publicKey);
        QVERIFY(ring.unlock(QStringLiteral(" CHEN "), secret("password one")).ok());
        QCOMPARE(ring.clinic(), clinic);
        QCOMPARE(ring.device(), device);
    }

    void unlock_wrongPasswordOrUnknownUser_sayTheSame()
    {
        Keyring ring = loaded();
        const Error wrong = ring.unlock(QStringLiteral("chen"), secret("password two")).error();
        const Error unknown = ring.unlock(QStringLiteral("nobody"), secret("password one")).error();
        QCOMPARE(wrong.code, Code::WrongPassword);
        QCOMPARE(unknown, wrong);
    }

    void unlock_rightPassword_changesNothing()
    {
        const auto before = filesIn(m_folder->path());
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
        QCOMPARE(filesIn(m_folder->path()), before);
    }

    void unlock_afterFiveFailures_waitsOneMinuteThenTwice_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("known") << QStringLiteral("chen");
        QTest::newRow("unknown") << QStringLiteral("nobody");
    }
    void unlock_afterFiveFailures_waitsOneMinuteThenTwice()
    {
        QFETCH(QString, login);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(loaded().unlock(login, secret("no")).error().code, Code::WrongPassword);
        for (const int wait : {60, 120, 240, 480, 900, 900}) {
            // Each time from the file, as after a restart.
            Error refused = loaded().unlock(login, secret("password one")).error();
            QCOMPARE(refused.code, Code::Throttled);
            QCOMPARE(refused.detail, QString::number(wait));
            m_clock.advance(std::chrono::seconds(wait) - 1ms);
            QCOMPARE(loaded().unlock(login, secret("password one")).error().detail, QStringLiteral("1"));
            m_clock.advance(1ms);
            QCOMPARE(loaded().unlock(login, secret("no")).error().code, Code::WrongPassword);
        }
        m_clock.advance(15min);
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok(), true);
        QCOMPARE(loaded().unlock(login, secret("no")).error().code, Code::WrongPassword);
    }

    void unlock_oneLoginThrottled_leavesTheOthers()
    {
        Keyring ring = loaded();
        QVERIFY(ring.addUser(desk, QStringLiteral("desk"), secret("password two"), m_dbk).ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(!ring.unlock(QStringLiteral("chen"), secret("no")).ok());
        QVERIFY(ring.unlock(QStringLiteral("desk"), secret("password two")).ok());
        QCOMPARE(ring.unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::Throttled);
    }

    void unlock_success_forgetsTheFailures()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("no")).ok());
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("no")).error().code, Code::WrongPassword);
    }

    void unlock_clockSetBack_waitsNoLongerThanTheRule()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("no")).ok());
        m_clock.advance(-std::chrono::hours(24 * 365));
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one")).error().detail, QStringLiteral("900"));
        m_clock.advance(15min);
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
    }

    void unlock_manyUnknownLogins_keepTheFileSmall()
    {
        Keyring ring = loaded();
        for (int i = 0; i < 40; ++i)
            QCOMPARE(ring.unlock(QString::number(i), secret("no")).error().code, Code::WrongPassword);
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
        QVERIFY(QFileInfo(m_path).size() < 4000);
    }

    void unlock_counterCannotBeSaved_stillCounts()
    {
        Keyring ring = loaded();
        m_files->failAt(1, FaultyFiles::How::Before, true);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ring.unlock(QStringLiteral("chen"), secret("no")).error().code, Code::WrongPassword);
        QCOMPARE(ring.unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::Throttled);
    }

    void unlock_costRaised_rewraps()
    {
        const crypto::Argon2 dearer{2, 16384};
        const KeyringContext stronger{*m_files, m_clock, m_random, dearer};
        const auto before = filesIn(m_folder->path());
        auto ring = Keyring::load(stronger, m_path);
        QVERIFY(ring->unlock(QStringLiteral("chen"), secret("password one")).ok());
        QVERIFY(filesIn(m_folder->path()) != before);
        const auto content = keyring::decode(filesIn(m_folder->path()).value(QStringLiteral("keyring")), m_path);
        QCOMPARE(content->users.first().cost, dearer);
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
    }

    void addUser_secondOne_opensToo()
    {
        Keyring ring = loaded();
        QVERIFY(ring.addUser(desk, QStringLiteral(" Front  Desk "), secret("password two"), m_dbk).ok());
        auto opened = loaded().unlock(QStringLiteral("front desk"), secret("password two"));
        QVERIFY(opened.ok());
        QCOMPARE(opened->user, desk);
        QVERIFY(opened->dbk.equals(m_dbk));
        QCOMPARE(loaded().users().size(), 2);
        QCOMPARE(loaded().users().last().login, QStringLiteral("Front Desk"));
    }

    void addUser_badInput_isRefused()
    {
        Keyring ring = loaded();
        const auto before = filesIn(m_folder->path());
        const auto add = [&](const Uuid &id, const QString &login) {
            return ring.addUser(id, login, secret("p"), m_dbk).error();
        };
        QCOMPARE(add(desk, QStringLiteral("  ")).code, Code::Invalid);
        QCOMPARE(add(desk, QString(65, u'x')).field, QStringLiteral("login"));
        QCOMPARE(add(desk, QStringLiteral("CHEN")).code, Code::Conflict);
        QCOMPARE(add(chen, QStringLiteral("other")).code, Code::Conflict);
        QCOMPARE(ring.addUser(desk, QStringLiteral("desk"), secret("p"), SecretBytes(32)).error().code, Code::Invalid);
        QCOMPARE(filesIn(m_folder->path()), before);
    }

    void changePassword_keepsTheSecret()
    {
        Keyring ring = loaded();
        const auto before = ring.unlock(QStringLiteral("chen"), secret("password one"));
        QCOMPARE(ring.changePassword(QStringLiteral("chen"), secret("wrong"), secret("password two")).error().code,
                 Code::WrongPassword);
        QVERIFY(ring.changePassword(QStringLiteral("chen"), secret("password one"), secret("password two")).ok());
        Keyring again = loaded();
        QCOMPARE(again.unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::WrongPassword);
        const auto after = again.unlock(QStringLiteral("chen"), secret("password two"));
        QVERIFY(after.ok());
        QVERIFY(after->userSecret.equals(before->userSecret));
        QVERIFY(after->dbk.equals(m_dbk));
    }

    void changePassword_copies_openByTheNewOneOnly()
    {
        QVERIFY(loaded().addUser(desk, QStringLiteral("desk"), secret("password two"), m_dbk).ok());
        QVERIFY(loaded().changePassword(QStringLiteral("chen"), secret("password one"), secret("password 3")).ok());
        for (const QString &copy : keptfile::copiesOf(m_path)) {
            auto ring = Keyring::load(context(), copy);
            QVERIFY(ring.ok());
            QCOMPARE(ring->unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::WrongPassword);
            QVERIFY(ring->unlock(QStringLiteral("chen"), secret("password 3")).ok());
        }
    }

    void changePassword_oneOfTheLastFive_isRefused()
    {
        const auto change = [&](const char *old, const char *fresh) {
            const auto done = loaded().changePassword(QStringLiteral("chen"), secret(old), secret(fresh));
            return done ? QString() : done.error().field;
        };
        const QString field = QStringLiteral("password");
        QCOMPARE(change("password one", "password one"), field);
        const char *names[] = {"password one", "password two", "password 3", "password 4", "password 5", "password 6"};
        for (int i = 0; i < 5; ++i) {
            for (int used = 0; used <= i; ++used)
                QCOMPARE(change(names[i], names[used]), field);
            QCOMPARE(change(names[i], names[i + 1]), QString());
        }
        // The first one is the sixth from the end now.
        QCOMPARE(change(names[5], names[1]), field);
        QCOMPARE(change(names[5], names[0]), QString());
    }

    void changePassword_history_saysNothingWithoutTheSecret()
    {
        // The same password of two people, and of one person with two keys, leaves different hashes.
        Keyring ring = loaded();
        QVERIFY(ring.addUser(desk, QStringLiteral("desk"), secret("password one"), m_dbk).ok());
        const auto hashes = [&] {
            QByteArrayList all;
            const auto content = keyring::decode(filesIn(m_folder->path()).value(QStringLiteral("keyring")), m_path);
            for (const auto &user : content->users)
                all << user.passwordHashes;
            return all;
        };
        const QByteArrayList two = hashes();
        QCOMPARE(two.size(), 2);
        QVERIFY(two[0] != two[1]);
        auto change = ring.withNewKeys(desk, secret("password one"), m_dbk, true);
        QVERIFY(change.ok());
        QVERIFY(ring.apply(*std::move(change)).ok());
        QCOMPARE(hashes().size(), 2);
        QVERIFY(!two.contains(hashes()[1]));
    }

    void changePassword_versionOne_knowsThePresentOne()
    {
        // As an older program wrote it.
        auto content = *keyring::decode(filesIn(m_folder->path()).value(QStringLiteral("keyring")), m_path);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(keyring::encode(content, 1));
        file.close();
        Keyring ring = loaded();
        QVERIFY(!ring.isBonded(chen, m_dbk));
        const auto opened = ring.unlock(QStringLiteral("chen"), secret("password one"));
        QVERIFY(opened.ok());
        QVERIFY(!opened->passwordSet);
        const QString login = QStringLiteral("chen");
        QCOMPARE(ring.changePassword(login, secret("password one"), secret("password one")).error().field,
                 QStringLiteral("password"));
        QVERIFY(ring.changePassword(login, secret("password one"), secret("password two")).ok());
        QCOMPARE(ring.changePassword(login, secret("password two"), secret("password one")).error().field,
                 QStringLiteral("password"));
        QCOMPARE(filesIn(m_folder->path()).value(QStringLiteral("keyring")).at(9), '\2');
    }

    void newKeys_openByTheNewPasswordAndAskForAnother()
    {
        Keyring ring = loaded();
        const QByteArray before = ring.users().first().publicKey;
        auto change = ring.withNewKeys(chen, secret("set by hand"), m_dbk, true);
        QVERIFY(change.ok());
        QVERIFY(change->publicKey != before);
        QCOMPARE(loaded().users().first().publicKey, before); // not written yet
        QVERIFY(ring.apply(*std::move(change)).ok());
        Keyring again = loaded();
        QCOMPARE(again.unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::WrongPassword);
        auto opened = again.unlock(QStringLiteral("chen"), secret("set by hand"));
        QVERIFY(opened.ok());
        QVERIFY(opened->mustChange);
        QVERIFY(opened->dbk.equals(m_dbk));
        QVERIFY(again.isBonded(chen, m_dbk));
        for (const QString &copy : keptfile::copiesOf(m_path))
            QCOMPARE(
                Keyring::load(context(), copy)->unlock(QStringLiteral("chen"), secret("password one")).error().code,
                Code::WrongPassword);
        QVERIFY(again.changePassword(QStringLiteral("chen"), secret("set by hand"), secret("my own one")).ok());
        QVERIFY(!again.unlock(QStringLiteral("chen"), secret("my own one"))->mustChange);
        QVERIFY(!ring.withNewKeys(chen, secret("p"), SecretBytes(32), true).ok());
        QCOMPARE(ring.withNewKeys(desk, secret("p"), m_dbk, true).error().code, Code::NotFound);
    }

    void takeBack_afterApply_isAsBefore()
    {
        Keyring ring = loaded();
        auto change = ring.withNewKeys(chen, secret("set by hand"), m_dbk, true);
        QVERIFY(ring.apply(*std::move(change)).ok());
        QVERIFY(ring.takeBack().ok());
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
    }

    void seal_takenAway_opensNothingUntilItIsMadeAnew()
    {
        Keyring ring = loaded();
        QCOMPARE(ring.withoutSeal(chen).error().code, Code::Conflict); // the last one
        QVERIFY(ring.addUser(desk, QStringLiteral("desk"), secret("password two"), m_dbk).ok());
        QVERIFY(ring.apply(*ring.withoutSeal(desk)).ok());
        Keyring again = loaded();
        QVERIFY(!again.users().at(1).enabled);
        QCOMPARE(again.unlock(QStringLiteral("desk"), secret("password two")).error().code, Code::NoPermission);
        QCOMPARE(again.unlock(QStringLiteral("desk"), secret("password no")).error(),
                 again.unlock(QStringLiteral("chen"), secret("password no")).error());
        for (const QString &copy : keptfile::copiesOf(m_path))
            QVERIFY(!Keyring::load(context(), copy)->unlock(QStringLiteral("desk"), secret("password two")));
        QCOMPARE(again.withSeal(desk, SecretBytes(32)).error().code, Code::Invalid);
        QVERIFY(again.apply(*again.withSeal(desk, m_dbk)).ok());
        QVERIFY(loaded().unlock(QStringLiteral("desk"), secret("password two"))->dbk.equals(m_dbk));
    }

    void bond_withoutTheDatabaseKey_cannotBeMade()
    {
        QVERIFY(loaded().isBonded(chen, m_dbk));
        QVERIFY(loaded().isRecoveryBonded(m_dbk));
        // Somebody who can write the file puts a key of their own in.
        auto content = *keyring::decode(filesIn(m_folder->path()).value(QStringLiteral("keyring")), m_path);
        content.users[0].publicKey = crypto::keyPair(m_random).publicKey;
        content.recoveryKey = content.users[0].publicKey;
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(keyring::encode(content));
        file.close();
        QVERIFY(!loaded().isBonded(chen, m_dbk));
        QVERIFY(!loaded().isRecoveryBonded(m_dbk));
    }

    void untold_failures_waitUntilTheyAreTold()
    {
        QVERIFY(loaded().untold().isEmpty());
        const Instant first = m_clock.now();
        QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("no")));
        m_clock.advance(1s);
        QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("no")));
        for (int i = 0; i < 40; ++i)
            QVERIFY(!loaded().unlock(QStringLiteral("nobody %1").arg(i), secret("no")));
        // A success ends the waiting, not the telling.
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one"))->failures, 2u);
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one"))->failures, 0u);
        const QList<UntoldFailures> untold = loaded().untold();
        QCOMPARE(untold.size(), 2);
        QCOMPARE(untold[0], (UntoldFailures{chen, 2, first, first + 1s}));
        QCOMPARE(untold[1], (UntoldFailures{std::nullopt, 40, first + 1s, first + 1s}));
        QVERIFY(loaded().forgetUntold().ok());
        QVERIFY(loaded().untold().isEmpty());
    }

    void recovery_replaced_onlyTheNewSheetOpens()
    {
        Keyring ring = loaded();
        QVERIFY(ring.confirmRecovery(m_sheet->lines().join(u' ')).ok());
        const RecoverySheet fresh = RecoverySheet::create(m_random);
        QVERIFY(ring.apply(*ring.withRecovery(fresh, m_dbk)).ok());
        Keyring again = loaded();
        QVERIFY(again.unlockWithRecovery(fresh)->equals(m_dbk));
        QCOMPARE(again.unlockWithRecovery(*m_sheet).error().code, Code::WrongPassword);
        QVERIFY(!again.recoveryConfirmedAt());
        QVERIFY(again.isRecoveryBonded(m_dbk));
        for (const QString &copy : keptfile::copiesOf(m_path))
            QVERIFY(!Keyring::load(context(), copy)->unlockWithRecovery(*m_sheet));
        QVERIFY(again.unlock(QStringLiteral("chen"), secret("password one")).ok());
    }

    void recovery_used_isRemembered()
    {
        QVERIFY(!loaded().recoveryUsedAt());
        QVERIFY(loaded().resetPasswordWithRecovery(*m_sheet, chen, secret("password new")).ok());
        QCOMPARE(loaded().recoveryUsedAt(), m_clock.now());
        QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("password new"))->mustChange);
    }

    void removeUser_isGoneFromEveryFile()
    {
        Keyring ring = loaded();
        QCOMPARE(ring.removeUser(chen).error().code, Code::Conflict);
        QVERIFY(ring.addUser(desk, QStringLiteral("desk"), secret("password two"), m_dbk).ok());
        QVERIFY(ring.removeUser(desk).ok());
        QCOMPARE(ring.removeUser(desk).error().code, Code::NotFound);
        for (const QByteArray &bytes : filesIn(m_folder->path()))
            QVERIFY(!bytes.contains("desk"));
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
    }

    void save_keepsTheLastTwo()
    {
        Keyring ring = loaded();
        QVERIFY(ring.addUser(desk, QStringLiteral("desk"), secret("p2"), m_dbk).ok());
        QVERIFY(ring.addUser(uuid('3'), QStringLiteral("third"), secret("p3"), m_dbk).ok());
        QVERIFY(ring.addUser(uuid('4'), QStringLiteral("fourth"), secret("p4"), m_dbk).ok());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 (QStringList{QStringLiteral("keyring"), QStringLiteral("keyring.1"), QStringLiteral("keyring.2")}));
        QCOMPARE(loaded().users().size(), 4);
        QCOMPARE(Keyring::load(context(), m_path + QStringLiteral(".1"))->users().size(), 3);
        QCOMPARE(Keyring::load(context(), m_path + QStringLiteral(".2"))->users().size(), 2);
        // Counting a failure is no reason to lose an older file.
        QVERIFY(!ring.unlock(QStringLiteral("chen"), secret("no")).ok());
        QCOMPARE(Keyring::load(context(), m_path + QStringLiteral(".2"))->users().size(), 2);
    }

    void load_damaged_namesTheCopyThatCanBeRead()
    {
        QVERIFY(loaded().addUser(desk, QStringLiteral("desk"), secret("p2"), m_dbk).ok());
        spoil(m_path);
        const auto before = filesIn(m_folder->path());
        const Error error = Keyring::load(context(), m_path, clinic).error();
        QCOMPARE(error.code, Code::Damaged);
        const QString copy = m_path + QStringLiteral(".1");
        QVERIFY(error.message.contains(copy));
        QCOMPARE(error.detail, copy);
        QCOMPARE(filesIn(m_folder->path()), before);

        QVERIFY(Keyring::restoreCopy(context(), m_path, copy).ok());
        QVERIFY(loaded().unlock(QStringLiteral("chen"), secret("password one")).ok());
        QCOMPARE(filesIn(m_folder->path()).value(QStringLiteral("keyring.damaged")),
                 before.value(QStringLiteral("keyring")));
        QCOMPARE(Keyring::restoreCopy(context(), m_path, copy).error().code, Code::Conflict);
    }

    void load_damagedWithoutCopies_saysSo()
    {
        spoil(m_path);
        const Error error = Keyring::load(context(), m_path).error();
        QCOMPARE(error.code, Code::Damaged);
        QVERIFY(error.detail.isEmpty());
    }

    void load_missing_isToldFromDamaged()
    {
        QVERIFY(loaded().addUser(desk, QStringLiteral("desk"), secret("p2"), m_dbk).ok());
        QVERIFY(m_disk.remove(m_path).ok());
        QCOMPARE(Keyring::load(context(), m_path).error().code, Code::Damaged);
        QVERIFY(Keyring::restoreCopy(context(), m_path, m_path + QStringLiteral(".1")).ok());
        QVERIFY(Keyring::load(context(), m_path).ok());
        const QString nowhere = m_folder->filePath(QStringLiteral("none"));
        QCOMPARE(Keyring::load(context(), nowhere).error().code, Code::NotFound);
        QVERIFY(!m_disk.exists(nowhere));
    }

    void load_foreign_isToldFromDamaged()
    {
        QCOMPARE(Keyring::load(context(), m_path, uuid('x')).error().code, Code::Foreign);
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QVERIFY(m_disk.write(other, "something else").ok());
        QCOMPARE(Keyring::load(context(), other).error().code, Code::Foreign);
        QVERIFY(m_disk.write(other, QByteArray(2 << 20, 'x')).ok());
        QCOMPARE(Keyring::load(context(), other).error().code, Code::Foreign);
    }

    void load_newer_isLeftUntouched()
    {
        QByteArray bytes = filesIn(m_folder->path()).value(QStringLiteral("keyring")).chopped(32);
        bytes[9] = 9;
        QVERIFY(m_disk.write(m_path, bytes + crypto::blake2b256({bytes})).ok());
        const auto before = filesIn(m_folder->path());
        QCOMPARE(Keyring::load(context(), m_path).error().code, Code::Newer);
        QCOMPARE(filesIn(m_folder->path()), before);
    }

    void unlock_swappedEnvelopes_areDamage()
    {
        // Somebody with the disk but without a password puts his own key under the user's seal.
        auto content = keyring::decode(filesIn(m_folder->path()).value(QStringLiteral("keyring")), m_path);
        content->users[0].sealedDbk = crypto::boxSeal(content->users[0].publicKey, SecretBytes(32).bytes());
        QVERIFY(m_disk.write(m_path, keyring::encode(*content)).ok());
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::Damaged);
        content->users[0].cost.passes = 2;
        QVERIFY(m_disk.write(m_path, keyring::encode(*content)).ok());
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::WrongPassword);
    }

    void recovery_sheet_opensTheDatabaseKey()
    {
        const auto typed = RecoverySheet::parse(m_sheet->lines().join(u' '));
        QVERIFY(loaded().unlockWithRecovery(*typed)->equals(m_dbk));
        SeededRandom random(99);
        const RecoverySheet other = RecoverySheet::create(random);
        QCOMPARE(loaded().unlockWithRecovery(other).error().code, Code::WrongPassword);
        QCOMPARE(loaded().resetPasswordWithRecovery(other, chen, secret("x")).error().code, Code::WrongPassword);
    }

    void recovery_reset_setsANewPasswordAndPair()
    {
        for (int i = 0; i < 6; ++i)
            QVERIFY(!loaded().unlock(QStringLiteral("chen"), secret("no")).ok());
        Keyring ring = loaded();
        const QByteArray oldKey = ring.users().first().publicKey;
        const auto reset = ring.resetPasswordWithRecovery(*m_sheet, chen, secret("password new"));
        QVERIFY(reset.ok());
        QVERIFY(reset->dbk.equals(m_dbk));
        QVERIFY(ring.users().first().publicKey != oldKey);
        QCOMPARE(loaded().unlock(QStringLiteral("chen"), secret("password one")).error().code, Code::WrongPassword);
        const auto opened = loaded().unlock(QStringLiteral("chen"), secret("password new"));
        QVERIFY(opened.ok());
        QVERIFY(opened->userSecret.equals(reset->userSecret));
        QCOMPARE(ring.resetPasswordWithRecovery(*m_sheet, desk, secret("x")).error().code, Code::NotFound);
    }

    void recovery_confirm_keepsTheTime()
    {
        Keyring ring = loaded();
        QVERIFY(!ring.recoveryConfirmedAt());
        const QStringList lines = m_sheet->lines();
        QCOMPARE(ring.confirmRecovery(*m_sheet, 2, lines[0]).error().code, Code::Invalid);
        QVERIFY(!loaded().recoveryConfirmedAt());
        QVERIFY(ring.confirmRecovery(*m_sheet, 2, lines[1].toLower()).ok());
        QCOMPARE(loaded().recoveryConfirmedAt(), std::optional(m_clock.now()));
        m_clock.advance(std::chrono::hours(24 * 366));
        QVERIFY(ring.confirmRecovery(lines.join(u'\n')).ok());
        QCOMPARE(loaded().recoveryConfirmedAt(), std::optional(m_clock.now()));
        SeededRandom random(98);
        const RecoverySheet other = RecoverySheet::create(random);
        QCOMPARE(ring.confirmRecovery(other.lines().join(u'\n')).error().code, Code::WrongPassword);
        QCOMPARE(ring.confirmRecovery(other, 1, other.lines()[0]).error().code, Code::WrongPassword);
    }

    void file_holdsNoSecretInTheClear()
    {
        Keyring ring = loaded();
        const auto opened = ring.unlock(QStringLiteral("chen"), secret("password one"));
        const auto raw = [](const SecretBytes &bytes) {
            return QByteArray(reinterpret_cast<const char *>(bytes.bytes().data()), 32);
        };
        for (const QByteArray &bytes : filesIn(m_folder->path())) {
            QVERIFY(!bytes.contains(raw(opened->dbk)));
            QVERIFY(!bytes.contains(raw(opened->userSecret)));
            QVERIFY(!bytes.contains(raw(m_sheet->seed())));
            QVERIFY(!bytes.contains("password one"));
        }
    }

    void save_diskFailsAtAnyCall_oldOrNewAlwaysOpens_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("forGood");
        QTest::newRow("nothing done, once") << int(FaultyFiles::How::Before) << false;
        QTest::newRow("nothing done, for good") << int(FaultyFiles::How::Before) << true;
        QTest::newRow("torn, once") << int(FaultyFiles::How::Torn) << false;
        QTest::newRow("torn, for good") << int(FaultyFiles::How::Torn) << true;
        QTest::newRow("done but failed, once") << int(FaultyFiles::How::After) << false;
        QTest::newRow("done but failed, for good") << int(FaultyFiles::How::After) << true;
    }
    void save_diskFailsAtAnyCall_oldOrNewAlwaysOpens()
    {
        QFETCH(int, how);
        QFETCH(bool, forGood);
        QVERIFY(loaded().addUser(desk, QStringLiteral("desk"), secret("password two"), m_dbk).ok());
        const auto start = filesIn(m_folder->path());
        int faults = 0;
        for (int act = 0; act < 4; ++act) {
            for (int call = 1;; ++call) {
                restore(start);
                Keyring ring = loaded();
                m_files->failAt(call, static_cast<FaultyFiles::How>(how), forGood);
                const bool done = perform(act, ring);
                const bool failed = m_files->failed();
                m_files->heal();
                QVERIFY(opensSomehow(act, done));
                if (!failed) {
                    QVERIFY(done);
                    break;
                }
                // Once the disk works again the same keyring does, too.
                QVERIFY(done || perform(act, ring));
                QVERIFY(opensSomehow(act, true));
                QVERIFY(!m_disk.exists(m_path + QStringLiteral(".new")));
                ++faults;
            }
        }
        QVERIFY2(faults > 20, qPrintable(QString::number(faults)));
    }

private:
    KeyringContext context() { return {*m_files, m_clock, m_random, tiny}; }

    Keyring loaded()
    {
        auto ring = Keyring::load(context(), m_path, clinic);
        if (!ring)
            qFatal("%s", qPrintable(ring.error().message));
        return *std::move(ring);
    }

    void spoil(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.write("spoiled") == 7);
    }

    void restore(const QMap<QString, QByteArray> &files)
    {
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY(m_disk.remove(m_folder->filePath(name)).ok());
        for (auto it = files.begin(); it != files.end(); ++it)
            QVERIFY(m_disk.write(m_folder->filePath(it.key()), it.value()).ok());
    }

    bool perform(int act, Keyring &ring)
    {
        switch (act) {
        case 0:
            return ring.addUser(uuid('3'), QStringLiteral("third"), secret("password 3"), m_dbk).ok();
        case 1:
            // On a second try the first may have been done although it was reported as failed.
            return ring.changePassword(QStringLiteral("chen"), secret("password one"), secret("password new")).ok();
        case 2:
            return ring.removeUser(desk).ok();
        default:
            return ring.confirmRecovery(m_sheet->lines().join(u'\n')).ok();
        }
    }

    /// The file on the disk opens by the old or the new password; by the new one where the act was @p done.
    bool opensSomehow(int act, bool done)
    {
        auto ring = Keyring::load(context(), m_path, clinic);
        if (!ring)
            return false;
        const auto opens = [&](const char *password) {
            const auto opened = ring->unlock(QStringLiteral("chen"), secret(password));
            return opened && opened->dbk.equals(m_dbk);
        };
        const bool fresh = act == 1 ? opens("password new") : opens("password one");
        if (act == 0 && done)
            return fresh && ring->unlock(QStringLiteral("third"), secret("password 3")).ok();
        if (act == 2 && done)
            return fresh && ring->users().size() == 1;
        if (act == 3 && done)
            return fresh && ring->recoveryConfirmedAt();
        return fresh || (!done && act == 1 && opens("password one"));
    }

    DiskFiles m_disk;
    std::optional<FaultyFiles> m_files;
    FakeClock m_clock{instantFromMs(0)};
    SeededRandom m_random{42};
    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    SecretBytes m_dbk;
    std::optional<RecoverySheet> m_sheet;
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
