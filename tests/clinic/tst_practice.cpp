#include "access/auditexport.h"
#include "access/settings.h"
#include "access/training.h"
#include "demo/practice.h"
#include "support/practice.h"

using namespace xinglin;
using namespace xinglin::test;

namespace {

const QString login = demo::practiceOwner().login;
const QString password = demo::practiceOwner().password;

const Catalog &catalog()
{
    static const auto loaded = Catalog::load();
    if (!loaded)
        qFatal("%s", qUtf8Printable(loaded.error().message));
    return **loaded;
}

/// Folders for a real and a training clinic, side by side.
class Places
{
public:
    access::Surroundings around(const QString &name)
    {
        access::Surroundings around;
        around.folder = path(name);
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        return around;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }
    Result<demo::Report> make(const QString &name = QStringLiteral("training"), const demo::Progress &progress = {})
    {
        return demo::makePractice(around(name), catalog(), {4, 1, 1, QDate(2026, 3, 11)}, progress);
    }
    /// An empty clinic whose owner has the login and the password of the demo clinic's; each kind is founded once.
    void found(const QString &name, bool training)
    {
        static Places founded;
        const QString kind = training ? QStringLiteral("training") : QStringLiteral("real");
        if (!QFileInfo::exists(founded.path(kind))) {
            access::SetUp wishes;
            wishes.clinic = kind;
            wishes.training = training;
            wishes.owner.login = login;
            wishes.owner.name = demo::practiceOwner().name;
            wishes.password = password;
            if (const auto made = access::setUp(founded.around(kind), wishes); !made)
                qFatal("%s", qUtf8Printable(made.error().message));
        }
        copy(founded.path(kind), name);
    }
    /// A demo clinic; made once.
    void practice(const QString &name)
    {
        static Places made;
        if (!QFileInfo::exists(made.path(QStringLiteral("training"))) && !made.make())
            qFatal("no clinic to practise in");
        copy(made.path(QStringLiteral("training")), name);
    }
    access::Session open(const QString &name)
    {
        auto session = access::signIn(around(name), login, password);
        if (!session)
            qFatal("%s", qUtf8Printable(session.error().message));
        return *std::move(session);
    }
    /// A backup of it, in the place the program chooses.
    QString backUp(const QString &name)
    {
        const access::Session session = open(name);
        const auto places = access::backupPlaces(*session.store->snapshot(session.actor), around(name));
        const auto made =
            access::makeBackup(around(name), *session.databaseKey, *places, store::BackupCause::Asked, {});
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().message));
        return made->backup.path;
    }
    Result<access::Restored> restore(const QString &backup, const QString &name)
    {
        return access::restore(around(name), backup, {login, password, {}}, {});
    }

private:
    void copy(const QString &from, const QString &name)
    {
        if (!QDir().mkpath(path(name)))
            qFatal("%s", qUtf8Printable(name));
        for (const QString &file : QDir(from).entryList(QDir::Files | QDir::Hidden)) {
            if (!QFile::copy(from + u'/' + file, path(name) + u'/' + file))
                qFatal("%s", qUtf8Printable(file));
        }
    }

    QTemporaryDir m_folder;
    FakeClock m_clock{instantFromMs(1773280800000)};
    SeededRandom m_random{1};
    DiskFiles m_files;
};

} // namespace

/// Clinics to practise in: made, opened, started afresh, and never mixed with a real one.
class TestPractice : public QObject
{
    Q_OBJECT

private slots:
    void make_emptyFolder_isATrainingClinicWithEverybody();
    void make_folderTaken_isRefused();
    void make_insideAClinic_isRefused();
    void make_cancelled_leavesNothing();
    void make_afterACrash_clearsItsOwnRemains();
    void make_strangeRemains_areNotTouched();
    void remove_practice_takesItsBackupsAlong();
    void remove_afterACrash_clearsItsOwnRemains();
    void remove_strangeRemains_areNotTouched();
    void remove_realClinic_isRefused();
    void remove_realClinicWithAForgedMark_isRefused();
    void remove_otherPassword_isRefused();
    void setUp_realClinic_hasNoMark();
    void mark_notOurs_isNone();
    void restore_trainingBackupElsewhere_isRefused();
    void restore_realBackupInATrainingPlace_isRefused();
    void restore_trainingBackupOverItsClinic_bringsItBack();
    void leaving_trainingClinic_isMarkedOrRefused();
    void leaving_realClinic_isAsNamed();
};

void TestPractice::make_emptyFolder_isATrainingClinicWithEverybody()
{
    Places places;
    int told = 0;
    const auto made = places.make(QStringLiteral("training"), [&](int, int) { return ++told > 0; });
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    QVERIFY(told > 1);
    QCOMPARE(made->patients, 4);
    QCOMPARE(places.names(), QStringList{QStringLiteral("training")});
    QVERIFY(access::isTrainingPlace(places.around(QStringLiteral("training"))));
    const auto plate = access::lookAt(places.around(QStringLiteral("training")));
    QCOMPARE(plate->logins.size(), demo::accounts().size() + 1);
    for (const QString &name : plate->logins) {
        const demo::Account *account = demo::practiceAccount(name);
        QVERIFY2(account, qPrintable(name));
        const auto session =
            access::signIn(places.around(QStringLiteral("training")), account->login, account->password);
        QVERIFY2(session.ok(), qPrintable(name));
        QVERIFY(!session->mustChange);
        QVERIFY(access::isTraining(*session->store->snapshot(session->actor)));
    }
    const demo::Options usual = demo::practiceOptions(places.around({}));
    QCOMPARE(usual.patients, 60);
    QCOMPARE(usual.until, QDate(2026, 3, 11));
}

void TestPractice::make_folderTaken_isRefused()
{
    Places places;
    places.found(QStringLiteral("training"), false);
    const auto made = places.make();
    QVERIFY(!made && made.error().code == Code::Conflict);
    QVERIFY(!access::isTrainingPlace(places.around(QStringLiteral("training"))));
}

void TestPractice::make_insideAClinic_isRefused()
{
    Places places;
    places.found(QStringLiteral("real"), false);
    const QStringList before = QDir(places.path(QStringLiteral("real"))).entryList();
    const auto made = places.make(QStringLiteral("real/training"));
    QVERIFY(!made && made.error().code == Code::Conflict);
    QVERIFY(made.error().message.contains(u"inside"));
    QCOMPARE(QDir(places.path(QStringLiteral("real"))).entryList(), before);
}

void TestPractice::make_cancelled_leavesNothing()
{
    Places places;
    const auto made = places.make(QStringLiteral("training"), [](int, int) { return false; });
    QVERIFY(!made && made.error().code == Code::Cancelled);
    QCOMPARE(places.names(), QStringList());
}

void TestPractice::make_afterACrash_clearsItsOwnRemains()
{
    Places places;
    places.found(QStringLiteral("training.filling"), true); // as it was when the power went
    const auto made = places.make();
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(places.names(), QStringList{QStringLiteral("training")});
}

void TestPractice::make_strangeRemains_areNotTouched()
{
    Places places;
    places.found(QStringLiteral("training.filling"), false);
    const auto made = places.make();
    QVERIFY(!made && made.error().code == Code::Conflict);
    QCOMPARE(places.names(), QStringList{QStringLiteral("training.filling")});
    QVERIFY(access::signIn(places.around(QStringLiteral("training.filling")), login, password).ok());
}

void TestPractice::remove_practice_takesItsBackupsAlong()
{
    Places places;
    places.practice(QStringLiteral("training"));
    places.found(QStringLiteral("other"), true);
    const QString own = places.backUp(QStringLiteral("training"));
    const QString others = places.backUp(QStringLiteral("other"));
    QCOMPARE(QFileInfo(own).absolutePath(), QFileInfo(others).absolutePath());
    QVERIFY(own.contains(u"backups-TRAINING"));
    QVERIFY(demo::removePractice(places.around(QStringLiteral("training"))).ok());
    QVERIFY(!QFileInfo::exists(places.path(QStringLiteral("training"))));
    QVERIFY(!QFileInfo::exists(own));
    QVERIFY(QFileInfo::exists(others));
}

void TestPractice::remove_afterACrash_clearsItsOwnRemains()
{
    Places places;
    places.practice(QStringLiteral("training"));
    places.found(QStringLiteral("training.part"), true);
    QVERIFY(QFile::remove(places.path(QStringLiteral("training.part/keyring")))); // it had come so far
    const auto removed = demo::removePractice(places.around(QStringLiteral("training")));
    QVERIFY2(removed.ok(), removed ? "" : qPrintable(removed.error().message));
    QCOMPARE(places.names(), QStringList());
}

void TestPractice::remove_strangeRemains_areNotTouched()
{
    Places places;
    places.practice(QStringLiteral("training"));
    places.found(QStringLiteral("training.part"), false);
    QVERIFY(!demo::removePractice(places.around(QStringLiteral("training"))));
    QVERIFY(access::signIn(places.around(QStringLiteral("training.part")), login, password).ok());
    QVERIFY(access::isTrainingPlace(places.around(QStringLiteral("training"))));
}

void TestPractice::remove_realClinic_isRefused()
{
    Places places;
    places.found(QStringLiteral("real"), false);
    const auto removed = demo::removePractice(places.around(QStringLiteral("real")));
    QVERIFY(!removed && removed.error().code == Code::Conflict);
    QVERIFY(access::signIn(places.around(QStringLiteral("real")), login, password).ok());
}

void TestPractice::remove_realClinicWithAForgedMark_isRefused()
{
    Places places;
    places.found(QStringLiteral("real"), false);
    QVERIFY(access::markTrainingPlace(places.around(QStringLiteral("real"))).ok());
    const auto removed = demo::removePractice(places.around(QStringLiteral("real")));
    QVERIFY(!removed && removed.error().code == Code::Conflict);
    QVERIFY(access::signIn(places.around(QStringLiteral("real")), login, password).ok());
}

void TestPractice::remove_otherPassword_isRefused()
{
    Places places;
    places.practice(QStringLiteral("training"));
    const auto around = places.around(QStringLiteral("training"));
    const QString fresh = QStringLiteral("Apricot-Grove-7");
    QVERIFY(access::changePassword(around, login, password, fresh).ok());
    const auto removed = demo::removePractice(around);
    QVERIFY(!removed && removed.error().code == Code::Conflict);
    QVERIFY(access::signIn(around, login, fresh).ok());
}

void TestPractice::setUp_realClinic_hasNoMark()
{
    Places places;
    places.found(QStringLiteral("real"), false);
    places.found(QStringLiteral("training"), true);
    QVERIFY(!access::isTrainingPlace(places.around(QStringLiteral("real"))));
    QVERIFY(access::isTrainingPlace(places.around(QStringLiteral("training"))));
}

void TestPractice::mark_notOurs_isNone()
{
    Places places;
    const auto around = places.around(QStringLiteral("real"));
    const QString mark = places.path(QStringLiteral("real/TRAINING"));
    QVERIFY(QDir().mkpath(mark)); // somebody's folder of that name
    QVERIFY(!access::isTrainingPlace(around));
    QVERIFY(QDir().rmdir(mark));
    for (const QByteArray &text : {QByteArray(), QByteArray("on Friday"), QByteArray(100'000, 'x')}) {
        QFile file(mark);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QVERIFY(!access::isTrainingPlace(around));
    }
    QVERIFY(access::markTrainingPlace(around).ok());
    QVERIFY(access::isTrainingPlace(around));
    QVERIFY(QFile::rename(mark, places.path(QStringLiteral("mark"))));
    QVERIFY(QFile::link(places.path(QStringLiteral("mark")), mark));
    QVERIFY(!access::isTrainingPlace(around));
}

void TestPractice::restore_trainingBackupElsewhere_isRefused()
{
    Places places;
    places.found(QStringLiteral("training"), true);
    const QString backup = places.backUp(QStringLiteral("training"));
    const auto restored = places.restore(backup, QStringLiteral("real"));
    QVERIFY(!restored && restored.error().code == Code::Conflict);
    QVERIFY2(restored.error().message.contains(u"training clinic"), qPrintable(restored.error().message));
    QCOMPARE(places.names(), (QStringList{QStringLiteral("backups-TRAINING"), QStringLiteral("training")}));
    places.found(QStringLiteral("real"), false);
    const auto over = places.restore(backup, QStringLiteral("real"));
    QVERIFY(!over && over.error().code == Code::Foreign);
    // Not even where its keyring tells nothing any more.
    QFile keyring(places.path(QStringLiteral("real/keyring")));
    QVERIFY(keyring.open(QIODevice::WriteOnly) && keyring.write("torn") == 4);
    keyring.close();
    const auto again = places.restore(backup, QStringLiteral("real"));
    QVERIFY(!again && again.error().code == Code::Conflict);
    QVERIFY(!QFileInfo::exists(places.path(QStringLiteral("real.restoring"))));
}

void TestPractice::restore_realBackupInATrainingPlace_isRefused()
{
    Places places;
    places.found(QStringLiteral("training"), true);
    places.found(QStringLiteral("real"), false);
    const QString backup = places.backUp(QStringLiteral("real"));
    QVERIFY(!backup.contains(u"TRAINING"));
    const auto restored = places.restore(backup, QStringLiteral("training"));
    QVERIFY(!restored && restored.error().code == Code::Foreign);
    QVERIFY(QFile::remove(places.path(QStringLiteral("training/keyring"))));
    const auto again = places.restore(backup, QStringLiteral("training"));
    QVERIFY(!again && again.error().code == Code::Conflict);
    QVERIFY2(again.error().message.contains(u"real clinic"), qPrintable(again.error().message));
    const auto elsewhere = places.restore(backup, QStringLiteral("moved"));
    QVERIFY2(elsewhere.ok(), elsewhere ? "" : qPrintable(elsewhere.error().message));
}

void TestPractice::restore_trainingBackupOverItsClinic_bringsItBack()
{
    Places places;
    places.found(QStringLiteral("training"), true);
    const QString backup = places.backUp(QStringLiteral("training"));
    const auto restored = places.restore(backup, QStringLiteral("training"));
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().message));
    QVERIFY(access::isTrainingPlace(places.around(QStringLiteral("training"))));
}

void TestPractice::leaving_trainingClinic_isMarkedOrRefused()
{
    Places places;
    places.found(QStringLiteral("training"), true);
    const access::Session session = places.open(QStringLiteral("training"));
    {
        const auto tx = session.store->begin(session.actor, "setting.change");
        QVERIFY(
            settings::setValue(*tx, QStringLiteral("backup.second-folder"), places.path(QStringLiteral("usb"))).ok());
        tx->commit();
    }
    const auto tx = session.store->begin(session.actor, "audit.export");
    for (const auto how : {access::Leaving::Paper, access::Leaving::File, access::Leaving::Backup})
        QVERIFY(access::mayLeave(*tx, how).ok());
    for (const auto how : {access::Leaving::Message, access::Leaving::Peer}) {
        const auto refused = access::mayLeave(*tx, how);
        QVERIFY(!refused && refused.error().code == Code::Conflict);
    }
    QCOMPARE(access::leavingPath(*tx, QStringLiteral("/a/tongue.jpg")), QStringLiteral("/a/TRAINING-tongue.jpg"));
    QCOMPARE(access::leavingPath(*tx, QStringLiteral("/a/TRAINING-x")), QStringLiteral("/a/TRAINING-x"));
    const auto order = auditlog::orderExport(*tx, QStringLiteral("/a/audit.csv"));
    QCOMPARE(order->path(), QStringLiteral("/a/TRAINING-audit.csv"));
    // What is at the marked name was not what somebody agreed to have replaced.
    QVERIFY(QFile(places.path(QStringLiteral("TRAINING-audit.csv"))).open(QIODevice::WriteOnly));
    const auto taken = auditlog::orderExport(*tx, places.path(QStringLiteral("audit.csv")));
    QVERIFY(!taken && taken.error().code == Code::Conflict);
    QVERIFY(auditlog::orderExport(*tx, places.path(QStringLiteral("TRAINING-audit.csv"))).ok());
    const auto kept = access::backupPlaces(*tx, places.around(QStringLiteral("training")));
    QCOMPARE(kept->second, places.path(QStringLiteral("usb/TRAINING")));
    QCOMPARE(kept->first, places.path(QStringLiteral("backups-TRAINING")));
}

void TestPractice::leaving_realClinic_isAsNamed()
{
    Places places;
    places.found(QStringLiteral("real"), false);
    const access::Session session = places.open(QStringLiteral("real"));
    const auto tx = session.store->begin(session.actor, "audit.export");
    for (const auto how : {access::Leaving::Paper, access::Leaving::Message, access::Leaving::Peer})
        QVERIFY(access::mayLeave(*tx, how).ok());
    QCOMPARE(access::leavingPath(*tx, QStringLiteral("/a/tongue.jpg")), QStringLiteral("/a/tongue.jpg"));
    QCOMPARE(auditlog::orderExport(*tx, QStringLiteral("/a/audit.csv"))->path(), QStringLiteral("/a/audit.csv"));
    QCOMPARE(access::backupPlaces(*tx, places.around(QStringLiteral("real")))->first,
             places.path(QStringLiteral("backups")));
}

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
