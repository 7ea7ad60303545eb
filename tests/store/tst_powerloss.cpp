#include "clinic/patient/patients.h"
#include "support/faultacts.h"
#include "support/migration.h"

#include <QDir>
#include <QTest>

#include <sys/syscall.h>
#include <unistd.h>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// What this program has put on disk, by path.
QStringList synced;

void note(int descriptor)
{
    char path[4096];
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
    const ssize_t size = ::readlink(link.constData(), path, sizeof path);
    if (size > 0)
        synced << QString::fromUtf8(path, size);
}

} // namespace

// In the place of the C library's: nothing else tells whether a file was put on disk.
extern "C" int fsync(int descriptor)
{
    note(descriptor);
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
extern "C" int fdatasync(int descriptor)
{
    note(descriptor);
    return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}

/// The power goes at any moment: what was acknowledged is there afterwards, what was not is there whole or not at all,
/// whatever the disk kept of the writes it had not been told to sync. XINGLIN_FAULTS_ALL tries every call.
class TestPowerLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void model_cut_keepsWhatWasSynced();
    void model_cut_dropsTearsAndReorders();
    void files_afterEachCall_areSyncedAsTheModelSays();
    void act_powerGoes_isWholeOrNotThere_data();
    void act_powerGoes_isWholeOrNotThere();
    void migrate_powerGoes_keepsTheOldAndSucceedsLater();
    void day_powerGoes_keepsWhatWasAcknowledged();
    void cleanupTestCase();

private:
    Tally m_tally;
};

void TestPowerLoss::model_cut_keepsWhatWasSynced()
{
    const QTemporaryDir top;
    DiskModel model(top.path());
    const QString path = top.filePath(QStringLiteral("a"));
    const auto file = model.createFile(path);
    DiskModel::write(*file, 0, QByteArray(2000, 'x'));
    DiskModel::sync(*file);
    SeededRandom random(1);
    bool nameLost = false;
    for (int i = 0; i < 50; ++i) {
        const auto image = model.afterCut(random);
        nameLost |= !image.contains(QStringLiteral("a"));
        if (image.contains(QStringLiteral("a")))
            QCOMPARE(image.value(QStringLiteral("a")), QByteArray(2000, 'x'));
    }
    QVERIFY(nameLost);
    model.syncFolderOf(path);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(model.afterCut(random).value(QStringLiteral("a")), QByteArray(2000, 'x'));
}

void TestPowerLoss::model_cut_dropsTearsAndReorders()
{
    const QTemporaryDir top;
    DiskModel model(top.path());
    const QString path = top.filePath(QStringLiteral("a"));
    const auto file = model.createFile(path);
    DiskModel::write(*file, 0, QByteArray(2048, 'o'));
    DiskModel::sync(*file);
    model.syncFolderOf(path);
    DiskModel::write(*file, 0, QByteArray(1024, '1'));
    DiskModel::write(*file, 1024, QByteArray(1024, '2'));
    SeededRandom random(2);
    bool dropped = false;
    bool torn = false;
    bool reordered = false;
    bool all = false;
    for (int i = 0; i < 300; ++i) {
        const QByteArray bytes = model.afterCut(random).value(QStringLiteral("a"));
        QCOMPARE(bytes.size(), 2048);
        const bool first = bytes.startsWith(QByteArray(1024, '1'));
        const bool second = bytes.endsWith(QByteArray(1024, '2'));
        dropped |= bytes == QByteArray(2048, 'o');
        all |= first && second;
        reordered |= second && bytes.startsWith(QByteArray(1024, 'o'));
        torn |= bytes.startsWith(QByteArray(512, '1') + QByteArray(512, 'o'));
    }
    QVERIFY(dropped && torn && reordered && all);
}

/// FaultDisk repeats what DiskFiles does; this is what keeps the two from drifting apart.
void TestPowerLoss::files_afterEachCall_areSyncedAsTheModelSays()
{
    const QTemporaryDir top;
    DiskFiles files;
    const auto path = [&](const char *name) { return top.filePath(QLatin1String(name)); };
    synced.clear();
    QVERIFY(files.write(path("a"), "bytes").ok());
    QCOMPARE(synced, QStringList{path("a")});
    synced.clear();
    QVERIFY(files.rename(path("a"), path("b")).ok());
    QCOMPARE(synced, QStringList{top.path()});
    synced.clear();
    QVERIFY(files.copy(path("b"), path("c")).ok());
    QCOMPARE(synced, QStringList{path("c")});
    synced.clear();
    QVERIFY(files.link(path("b"), path("l")).ok());
    QCOMPARE(synced, QStringList()); // its name is on disk with the folder alone
    QVERIFY(files.append(path("c"), "more").ok());
    QCOMPARE(synced, QStringList());
    QVERIFY(files.sync(path("c")).ok());
    QCOMPARE(synced, QStringList{path("c")});
    synced.clear();
    QVERIFY(files.makeFolder(path("d/e")).ok());
    // Each new folder's name stands in the one above it.
    QVERIFY(synced.contains(top.path()));
    QVERIFY(synced.contains(path("d")));
    synced.clear();
    QVERIFY(files.makeFolder(path("d/e")).ok());
    QCOMPARE(synced, QStringList());
}

void TestPowerLoss::act_powerGoes_isWholeOrNotThere_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const char *name : {"edit a patient", "register a patient", "sign a visit", "sign in", "set up",
                             "change a password", "add a person", "confirm the sheet", "recover", "make a backup",
                             "restore a backup", "restore where nothing is", "attach a picture"})
        QTest::addRow("%s", name) << row++;
}

void TestPowerLoss::act_powerGoes_isWholeOrNotThere()
{
    QFETCH(int, row);
    constexpr Scenario (*const makers[])() = {
        acts::editPatient,    acts::registerPatient, acts::signVisit,       acts::signIn,  acts::setUp,
        acts::changePassword, acts::addPerson,       acts::confirmRecovery, acts::recover, acts::makeBackup,
        acts::restore,        acts::restoreAnew,     acts::attachPicture};
    const Scenario scenario = makers[row]();
    const int calls = tryPowerLoss(scenario, 0, 0).calls;
    QVERIFY(calls > 0);
    const QString wrong = m_tally.cuts(chosenCalls(calls, 12, static_cast<quint64>(row) + 77),
                                       [&](int call, quint64 seed) { return tryPowerLoss(scenario, call, seed); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    qInfo("%d calls", calls);
}

void TestPowerLoss::migrate_powerGoes_keepsTheOldAndSucceedsLater()
{
    const Trial whole = migration::tryPowerLoss(0, 0);
    QVERIFY2(whole.wrong.isEmpty() && !whole.refused, qPrintable(whole.wrong));
    QVERIFY(whole.calls > 10);
    const QString wrong = m_tally.cuts(chosenCalls(whole.calls, 12, 99), migration::tryPowerLoss);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    qInfo("%d calls", whole.calls);
}

/// Sign in, register, close, again and again: the write-ahead log is folded into the database many times.
void TestPowerLoss::day_powerGoes_keepsWhatWasAcknowledged()
{
    const auto day = [this](int call, quint64 seed, QString &wrong) {
        FaultClinic clinic;
        QStringList acknowledged;
        int tried = 0;
        clinic.disk.losePowerAt(call);
        for (int opening = 0; opening < 3; ++opening) {
            if (!clinic.signIn())
                break;
            for (int i = 0; i < 3; ++i) {
                const QString name = QStringLiteral("王%1").arg(QChar(u'甲' + tried++));
                const auto done = clinic.write("patient.register", [name](store::Transaction &tx) {
                    PatientDraft draft;
                    draft.name = name;
                    draft.withoutPhone = true;
                    return patient::register_(tx, draft);
                });
                if (done)
                    acknowledged << name;
                else if (!clinic.disk.dark())
                    wrong = done.error().message + done.error().detail;
            }
            clinic.close();
        }
        clinic.close();
        const int calls = clinic.disk.calls();
        SeededRandom luck(seed);
        clinic.disk.powerUp(luck);
        if (const auto opened = clinic.signIn(); !opened) {
            wrong = QStringLiteral("does not open: ") + opened.error().message + opened.error().detail;
            return calls;
        }
        if (const QStringList problems = clinic.problems(); !problems.isEmpty())
            wrong = problems.join(u';');
        for (const QString &name : std::as_const(acknowledged)) {
            if (clinic.number("SELECT count(*) FROM patient WHERE name = ?1", name) != 1)
                wrong = QStringLiteral("lost: %1 of %2").arg(name).arg(acknowledged.size());
        }
        const qint64 more = clinic.number("SELECT count(*) FROM patient WHERE name <> ?1", QStringLiteral("陈淑芬")) -
                            acknowledged.size();
        if (more < 0 || more > 1)
            wrong = QStringLiteral("%1 that nobody acknowledged").arg(more);
        ++m_tally.trials;
        m_tally.refused += acknowledged.size() < 9;
        return calls;
    };
    QString wrong;
    const int calls = day(0, 0, wrong);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    for (const int call : chosenCalls(calls, 30, 4711)) {
        day(call, static_cast<quint64>(call), wrong);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("call %1 of %2: %3").arg(call).arg(calls).arg(wrong)));
    }
}

void TestPowerLoss::cleanupTestCase()
{
    m_tally.print();
    QVERIFY(m_tally.refused > m_tally.trials / 4);
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
