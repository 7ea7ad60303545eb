#include "support/faultacts.h"
#include "support/migration.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using How = FaultDisk::How;

namespace {

constexpr int FewCalls = 6; // of each act, way of failing and duration, unless all are asked for

void signedIn(FaultClinic &clinic)
{
    if (const auto done = clinic.signIn(); !done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

} // namespace

/// A disk that fails under the store at any call: the act is refused in words, nothing is lost or half there, and the
/// act succeeds once the disk does. XINGLIN_FAULTS_ALL tries every call.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disk_failingCall_isTheOneThatWasNamed();
    void act_diskFailsAtACall_isRefusedWholeAndSucceedsLater_data();
    void act_diskFailsAtACall_isRefusedWholeAndSucceedsLater();
    void migrate_diskFailsAtACall_keepsTheOldAndSucceedsLater_data();
    void migrate_diskFailsAtACall_keepsTheOldAndSucceedsLater();
    void open_whileTheStoreIsOpen_isInUseAtEveryCall();
    void cleanupTestCase();

private:
    Tally m_tally;
};

void TestFaults::disk_failingCall_isTheOneThatWasNamed()
{
    FaultClinic clinic;
    signedIn(clinic);
    clinic.disk.failAt(1, How::Error, true);
    const auto refused = acts::registerPatient().act(clinic);
    QVERIFY(!refused);
    QVERIFY(clinic.disk.failed());
    QCOMPARE(clinic.disk.calls() > 0, true);
    clinic.disk.heal();
    QVERIFY(acts::registerPatient().act(clinic).ok());
}

void TestFaults::act_diskFailsAtACall_isRefusedWholeAndSucceedsLater_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("forGood");
    const char *const acts[] = {"open a chart", "edit a patient", "register a patient", "sign a visit",
                                "attach a picture"};
    for (int act = 0; act < 5; ++act) {
        for (const bool forGood : {false, true}) {
            const char *duration = forGood ? "for good" : "once";
            QTest::addRow("%s, error %s", acts[act], duration) << act << int(How::Error) << forGood;
            QTest::addRow("%s, full %s", acts[act], duration) << act << int(How::Full) << forGood;
            QTest::addRow("%s, short %s", acts[act], duration) << act << int(How::Short) << forGood;
        }
    }
}

void TestFaults::act_diskFailsAtACall_isRefusedWholeAndSucceedsLater()
{
    QFETCH(int, act);
    QFETCH(int, how);
    QFETCH(bool, forGood);
    const Scenario scenario = act == 0   ? acts::openPatient()
                              : act == 1 ? acts::editPatient()
                              : act == 2 ? acts::registerPatient()
                              : act == 3 ? acts::signVisit()
                                         : acts::attachPicture();
    const int calls = tryFault(scenario, 0, How::Error, false).calls;
    QVERIFY(calls > 10);
    const quint64 seed = static_cast<quint64>(act * 100 + how * 10 + forGood);
    const QString wrong = m_tally.faults(chosenCalls(calls, FewCalls, seed), static_cast<How>(how), [&](int call) {
        Trial trial = tryFault(scenario, call, static_cast<How>(how), forGood);
        if (trial.wrong.isEmpty() && !trial.hit && static_cast<How>(how) != How::Full)
            trial.wrong = QStringLiteral("not hit");
        return trial;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    qInfo("%d calls", calls);
}

void TestFaults::cleanupTestCase()
{
    m_tally.print();
    QVERIFY(m_tally.refused > m_tally.trials / 4);
}

namespace {

store::StoreOptions optionsOf(FaultClinic &clinic)
{
    store::StoreOptions options;
    options.folder = clinic.folder();
    options.clock = &clinic.clock;
    options.random = &clinic.random;
    options.files = &clinic.disk.files();
    return options;
}

} // namespace

void TestFaults::migrate_diskFailsAtACall_keepsTheOldAndSucceedsLater_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("forGood");
    for (const bool forGood : {false, true}) {
        const char *duration = forGood ? "for good" : "once";
        QTest::addRow("error %s", duration) << int(How::Error) << forGood;
        QTest::addRow("full %s", duration) << int(How::Full) << forGood;
        QTest::addRow("short %s", duration) << int(How::Short) << forGood;
    }
}

void TestFaults::migrate_diskFailsAtACall_keepsTheOldAndSucceedsLater()
{
    QFETCH(int, how);
    QFETCH(bool, forGood);
    const int calls = migration::tryFault(0, How::Error, false).calls;
    QVERIFY(calls > 10);
    const QString wrong =
        m_tally.faults(chosenCalls(calls, FewCalls, static_cast<quint64>(how * 10 + forGood)), static_cast<How>(how),
                       [&](int call) { return migration::tryFault(call, static_cast<How>(how), forGood); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    qInfo("%d calls", calls);
}

void TestFaults::open_whileTheStoreIsOpen_isInUseAtEveryCall()
{
    FaultClinic clinic;
    signedIn(clinic);
    const auto key = clinic.session().databaseKey;
    clinic.close();
    int tries = 0;
    QStringList wrong;
    // From the first call, when the lock is there already, to the last one of closing.
    clinic.disk.onCall = [&] {
        const auto second = store::Store::open(optionsOf(clinic), *key);
        ++tries;
        if (second || second.error().code != Code::InUse)
            wrong << (second ? QStringLiteral("opened") : second.error().message);
    };
    {
        const auto first = store::Store::open(optionsOf(clinic), *key);
        QVERIFY2(first.ok(), first ? "" : qPrintable(first.error().detail));
        const auto tx = (*first)->begin({{}, (*first)->identity().device}, "test.act");
        tx->audit({"test.act", {}, {}, {}, "ok", {}});
        tx->commit();
    }
    clinic.disk.onCall = {};
    QCOMPARE(wrong, QStringList());
    QVERIFY(tries > 50);
    QVERIFY(clinic.signIn().ok());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
