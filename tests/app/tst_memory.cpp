#include "access/session.h"
#include "base/hardening.h"
#include "store/connection.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace xinglin;

/// After a hard lock neither keys nor passwords are left in the program's memory.
class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Known to nobody before; the child gets it by a pipe.
        SystemRandom random;
        m_password = QStringLiteral("Grove-%1-%2").arg(random.below(900'000'000) + 100'000'000).arg(random.below(1000));
        access::Surroundings around;
        const SystemClock clock;
        DiskFiles files;
        around.folder = m_folder.filePath(QStringLiteral("clinic"));
        around.clock = &clock;
        around.random = &random;
        around.files = &files;
        around.quickKeys = true;
        access::SetUp wishes;
        wishes.clinic = QStringLiteral("杏林堂");
        wishes.owner.login = QStringLiteral("owner");
        wishes.owner.name = QStringLiteral("方砚秋");
        wishes.password = m_password;
        QVERIFY(access::setUp(around, wishes).ok());
    }

    void search_whileOpen_findsTheKeys()
    {
        const QByteArray said = searched("open");
        QVERIFY2(said.contains("found the database key at"), said.constData());
        QVERIFY2(said.contains("found the user's secret at"), said.constData());
        QVERIFY2(said.contains("found the password at"), said.constData());
    }

    void search_afterHardLock_findsNothing()
    {
        const QByteArray said = searched("closed");
        QVERIFY2(said.contains("bytes: 0\n"), said.constData());
    }

    /// A process may have 65,530 entries; each page locked by itself took two.
    void fullCache_ofLockedPages_keepsTheMapSmall()
    {
        const auto entries = [] {
            QFile map(QStringLiteral("/proc/self/maps"));
            return map.open(QIODevice::ReadOnly) ? map.readAll().count('\n') : 0;
        };
        const QByteArray key = "x'" + QByteArray(96, '7') + "'";
        store::Connection connection(m_folder.filePath(QStringLiteral("pages.db")), key,
                                     store::Connection::Mode::Create);
        const auto before = entries();
        QVERIFY(before > 0);
        connection.execute("CREATE TABLE page(b BLOB);"
                           " WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 3000)"
                           " INSERT INTO page SELECT randomblob(8000) FROM i;"
                           " SELECT sum(length(b)) FROM page;");
        int held = 0;
        int most = 0;
        QCOMPARE(sqlite3_db_status(connection.handle(), SQLITE_DBSTATUS_CACHE_USED, &held, &most, 0), SQLITE_OK);
        QVERIFY2(held > 20'000'000, QByteArray::number(held).constData());
        QVERIFY2(entries() - before < 500, QByteArray::number(entries() - before).constData());
    }

    /// What SQLCipher takes first, its heap with the keys, is locked.
    void firstPages_ofAConnection_areLocked()
    {
        store::Connection connection(m_folder.filePath(QStringLiteral("locked.db")), "x'" + QByteArray(96, '7') + "'",
                                     store::Connection::Mode::Create);
        QFile status(QStringLiteral("/proc/self/status"));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray said = status.readAll();
        const qsizetype at = said.indexOf("VmLck:");
        QVERIFY(at >= 0);
        const qlonglong locked = said.mid(at + 6, said.indexOf('\n', at) - at - 6).chopped(3).trimmed().toLongLong();
        QVERIFY2(locked > 0, said.mid(at, 40).constData());
        QVERIFY2(locked < 8192, said.mid(at, 40).constData());
    }

    void harden_process_leavesNoCore()
    {
        QVERIFY(hardenProcess());
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }

private:
    QByteArray searched(const char *mode)
    {
        QProcess child;
        child.start(QStringLiteral(XINGLIN_MEMORY_CHILD),
                    {m_folder.filePath(QStringLiteral("clinic")), QLatin1String(mode)});
        child.write(m_password.toLatin1() + '\n');
        child.closeWriteChannel();
        if (!child.waitForFinished(120'000))
            return "the child does not end";
        const QByteArray said = child.readAllStandardOutput() + child.readAllStandardError();
        return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 ? said : "fail: " + said;
    }

    QTemporaryDir m_folder;
    QString m_password;
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
