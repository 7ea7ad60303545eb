#include "access/locks.h"
#include "access/settings.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using access::Role;
using test::TestClinic;

/// Covering the work and coming back.
class TestLocks : public QObject
{
    Q_OBJECT

private slots:
    void rules_byRole_andAsSettled()
    {
        TestClinic clinic;
        const auto rules = [&](Role role) {
            return *clinic.read(clinic.actor(role),
                                [](const store::Snapshot &view) { return access::lockRules(view); });
        };
        using namespace std::chrono_literals;
        QCOMPARE(rules(Role::Receptionist), (access::LockRules{5min, 8h, true}));
        QCOMPARE(rules(Role::Practitioner), (access::LockRules{10min, 8h, true}));
        QVERIFY(clinic
                    .write(clinic.owner(), "setting.change",
                           [](store::Transaction &tx) {
                               static_cast<void>(settings::setValue(tx, settings::LockDeskMinutes, u"2"_qs));
                               static_cast<void>(settings::setValue(tx, settings::LockHours, u"3"_qs));
                               return settings::setValue(tx, settings::LockPin, u"no"_qs);
                           })
                    .ok());
        QCOMPARE(rules(Role::Receptionist), (access::LockRules{2min, 3h, false}));
        QCOMPARE(rules(Role::Owner), (access::LockRules{10min, 3h, false}));
    }

    void checkPin_kinds_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("good");
        QTest::newRow("six") << u"271828"_qs << true;
        QTest::newRow("nine") << u"314159265"_qs << true;
        QTest::newRow("five") << u"27182"_qs << false;
        QTest::newRow("ten, which is a password") << u"3141592653"_qs << false;
        QTest::newRow("letters") << u"27182e"_qs << false;
        QTest::newRow("wide digits") << u"２７１８２８"_qs << false;
        QTest::newRow("up") << u"123456"_qs << false;
        QTest::newRow("down") << u"987654"_qs << false;
        QTest::newRow("the same") << u"000000"_qs << false;
        QTest::newRow("two over and over") << u"121212"_qs << false;
        QTest::newRow("three over and over") << u"123123"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void checkPin_kinds()
    {
        QFETCH(QString, pin);
        QFETCH(bool, good);
        QCOMPARE(access::checkPin(pin).ok(), good);
    }

    void pins_threeWrongTries_forgetIt()
    {
        SeededRandom random(5);
        access::Pins pins(random, {1, 8192});
        const access::UserId user(*Uuid::fromBytes(QByteArray(16, 'u')));
        const access::UserId other(*Uuid::fromBytes(QByteArray(16, 'o')));
        const SecretBytes secret = SecretBytes::random(32, random);
        QVERIFY(!pins.has(user));
        QCOMPARE(pins.open(user, u"271828"_qs).error().code, Code::NotFound);
        QCOMPARE(pins.set(user, secret, u"123456"_qs).error().field, u"pin"_qs);
        QVERIFY(pins.set(user, secret, u"271828"_qs).ok());
        QVERIFY(!pins.has(other));
        QVERIFY((*pins.open(user, u"271828"_qs))->equals(secret));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(pins.open(user, u"271829"_qs).error().code, Code::WrongPassword);
            QCOMPARE(pins.open(user, u"271829"_qs).error().code, Code::WrongPassword);
            if (round == 0)
                QVERIFY(pins.open(user, u"271828"_qs).ok()); // counts anew after a success
        }
        QCOMPARE(pins.open(user, u"271829"_qs).error().code, Code::WrongPassword);
        QVERIFY(!pins.has(user));
        QCOMPARE(pins.open(user, u"271828"_qs).error().code, Code::NotFound);
        QVERIFY(pins.set(user, secret, u"271828"_qs).ok());
        pins.clear();
        QVERIFY(!pins.has(user));
    }

    void identifyByPin_wrongOne_isAudited()
    {
        TestClinic clinic;
        access::Pins pins(clinic.around());
        const access::UserId user = clinic.session().user;
        QVERIFY(pins.set(user, *clinic.session().userSecret, u"271828"_qs).ok());
        const auto tried = [&](const QString &pin) {
            return access::identifyByPin(clinic.around(), clinic.store(), pins, user, pin);
        };
        QCOMPARE(tried(u"271829"_qs).error().code, Code::WrongPassword);
        const auto person = tried(u"271828"_qs);
        QVERIFY(person.ok());
        QVERIFY(person->secret->equals(*clinic.session().userSecret));
        const auto view = clinic.store().snapshot(clinic.owner());
        store::Query rows = view->connection().internal(
            "SELECT count(*) FROM audit WHERE user_id = ?1 AND action = 'session.failed' AND detail = 'pin'");
        rows.bind(user).next();
        QCOMPARE(rows.get<int>(0), 1);
    }

    void identifyByPin_disabledOrNewKey_isForgotten()
    {
        TestClinic clinic;
        const access::UserId desk(*clinic.receptionist().user);
        const QString login = u"reception"_qs;
        access::Pins pins(clinic.around());
        const auto enter = [&] {
            const auto known = access::identify(clinic.around(), login, TestClinic::password());
            return known && pins.set(desk, *known->secret, u"271828"_qs);
        };
        const auto tried = [&] {
            return access::identifyByPin(clinic.around(), clinic.store(), pins, desk, u"271828"_qs);
        };
        const auto &session = clinic.session();
        QVERIFY(enter());
        QVERIFY(tried().ok());
        QVERIFY(access::disablePerson(clinic.around(), clinic.store(), clinic.owner(), desk).ok());
        QCOMPARE(tried().error().code, Code::NotFound);
        QVERIFY(!pins.has(desk));
        QVERIFY(access::enablePerson(clinic.around(), clinic.store(), clinic.owner(), *session.databaseKey, desk).ok());
        QVERIFY(enter());
        QVERIFY(access::resetPassword(clinic.around(), clinic.store(), clinic.owner(), *session.databaseKey, desk,
                                      u"Peach-Blossom-3"_qs)
                    .ok());
        QCOMPARE(tried().error().code, Code::NotFound);
    }

    void keys_lockAndClose_letGo()
    {
        TestClinic clinic;
        const auto &session = clinic.session();
        access::Keys keys(session.databaseKey, session.user, session.userSecret);
        QVERIFY(keys.secretOf(session.user));
        keys.lock();
        QVERIFY(!keys.secretOf(session.user));
        QVERIFY(keys.databaseKey());
        keys.close();
        QVERIFY(!keys.databaseKey());
    }
};

QTEST_GUILESS_MAIN(TestLocks)
#include "tst_locks.moc"
