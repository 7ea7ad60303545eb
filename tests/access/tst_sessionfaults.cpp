#include "support/faultacts.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using How = FaultDisk::How;

namespace {

constexpr int FewCalls = 4; // of each act, way of failing and duration, unless all are asked for

struct Row
{
    const char *name;
    Scenario (*make)();
};

constexpr Row rows[] = {
    {"sign in", acts::signIn},
    {"set up", acts::setUp},
    {"change a password", acts::changePassword},
    {"add a person", acts::addPerson},
    {"confirm the sheet", acts::confirmRecovery},
    {"recover", acts::recover},
    {"make a backup", acts::makeBackup},
    {"restore a backup", acts::restore},
    {"restore where nothing is", acts::restoreAnew},
};

} // namespace

/// A disk that fails under keyring, store and backups at any call: a refusal in words, both or neither of keyring and
/// store changed, and success once the disk is well. XINGLIN_FAULTS_ALL tries every call.
class TestSessionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void act_diskFailsAtACall_isRefusedWholeAndSucceedsLater_data();
    void act_diskFailsAtACall_isRefusedWholeAndSucceedsLater();
    void backup_firstReadsCutShort_areRefusedInClearWords();
    void cleanupTestCase();

private:
    Tally m_tally;
};

void TestSessionFaults::act_diskFailsAtACall_isRefusedWholeAndSucceedsLater_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("forGood");
    for (int row = 0; row < int(std::size(rows)); ++row) {
        for (const bool forGood : {false, true}) {
            const char *duration = forGood ? "for good" : "once";
            QTest::addRow("%s, error %s", rows[row].name, duration) << row << int(How::Error) << forGood;
            QTest::addRow("%s, full %s", rows[row].name, duration) << row << int(How::Full) << forGood;
            QTest::addRow("%s, short %s", rows[row].name, duration) << row << int(How::Short) << forGood;
        }
    }
}

void TestSessionFaults::act_diskFailsAtACall_isRefusedWholeAndSucceedsLater()
{
    QFETCH(int, row);
    QFETCH(int, how);
    QFETCH(bool, forGood);
    const Scenario scenario = rows[row].make();
    const Trial whole = tryFault(scenario, 0, How::Error, false);
    QVERIFY2(whole.wrong.isEmpty() && !whole.refused, qPrintable(whole.wrong));
    QVERIFY(whole.calls > 0);
    const QString wrong = m_tally.faults(
        chosenCalls(whole.calls, FewCalls, static_cast<quint64>(row * 100 + how * 10 + forGood)), static_cast<How>(how),
        [&](int call) { return tryFault(scenario, call, static_cast<How>(how), forGood); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    qInfo("%d calls", whole.calls);
}

/// While a statement is prepared SQLCipher calls a page that cannot be read a logic error.
void TestSessionFaults::backup_firstReadsCutShort_areRefusedInClearWords()
{
    QList<int> calls;
    for (int call = 120; call < 160; ++call)
        calls << call;
    const Scenario scenario = acts::makeBackup();
    const QString wrong =
        m_tally.faults(calls, How::Short, [&](int call) { return tryFault(scenario, call, How::Short, false); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestSessionFaults::cleanupTestCase()
{
    m_tally.print();
    QVERIFY(m_tally.refused > m_tally.trials / 4);
}

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_sessionfaults.moc"
