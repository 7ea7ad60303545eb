#include "base/log.h"
#include "support/faultyfiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void write_codesAndNumbers_areLinesOfJson();
    void write_withoutAFile_doesNothing();
    void failure_detail_keepsKnownWordsOnly();
    void safeDetail_whatAPersonTyped_isGone_data();
    void safeDetail_whatAPersonTyped_isGone();
    void message_ofOthers_losesItsText();
    void logFile_beforeAClinic_leavesTheFolderAlone();
    void logFile_full_isRotatedAndFiveRemain();
    void logFile_failingDisk_losesLinesOnly();
    void logFile_manyThreads_loseNothing();

private:
    QList<QJsonObject> lines(int older = 0) const
    {
        QFile file(log::LogFile::pathIn(m_folder->path(), older));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QJsonObject> found;
        const QList<QByteArray> all = file.readAll().split('\n');
        for (const QByteArray &line : all) {
            if (line.isEmpty())
                continue;
            QJsonParseError error;
            found << QJsonDocument::fromJson(line, &error).object();
            if (error.error != QJsonParseError::NoError)
                qFatal("no JSON: %s", line.constData());
        }
        return found;
    }

    std::optional<QTemporaryDir> m_folder;
    DiskFiles m_files;
    FakeClock m_clock{instantFromMs(1773280800000)};
};

void TestLog::init()
{
    m_folder.emplace();
    QVERIFY(m_files.write(m_folder->filePath(QStringLiteral("clinic.db")), "x").ok());
}

void TestLog::write_codesAndNumbers_areLinesOfJson()
{
    {
        const log::LogFile file(m_files, m_clock, m_folder->path());
        log::write(log::Level::Info, "store.open", {{"pages", qint64(12)}, {"share", 0.5}, {"mode", "wal"}});
        log::write(log::Level::Error, "disk.full", {{"again", true}});
    }
    const QList<QJsonObject> all = lines();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0], QJsonObject({{QStringLiteral("at"), QStringLiteral("2026-03-12T02:00:00.000Z")},
                                  {QStringLiteral("level"), QStringLiteral("info")},
                                  {QStringLiteral("code"), QStringLiteral("store.open")},
                                  {QStringLiteral("pages"), 12},
                                  {QStringLiteral("share"), 0.5},
                                  {QStringLiteral("mode"), QStringLiteral("wal")}}));
    QCOMPARE(all[1][QStringLiteral("level")].toString(), QStringLiteral("error"));
    QCOMPARE(all[1][QStringLiteral("again")].toBool(), true);
    QCOMPARE(QFile::permissions(log::LogFile::pathIn(m_folder->path())) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestLog::write_withoutAFile_doesNothing()
{
    log::write(log::Level::Error, "nobody.listens");
    QVERIFY(!QFile::exists(log::LogFile::pathIn(m_folder->path())));
}

void TestLog::failure_detail_keepsKnownWordsOnly()
{
    {
        const log::LogFile file(m_files, m_clock, m_folder->path());
        log::failure("clinic.write", {Code::Damaged, QStringLiteral("陈淑芬 cannot be read"), QStringLiteral("name"),
                                      QStringLiteral("no synced table 陈淑芬 13800138000")});
    }
    const QJsonObject line = lines().value(0);
    QCOMPARE(line[QStringLiteral("code")].toString(), QStringLiteral("clinic.write"));
    QCOMPARE(line[QStringLiteral("error")].toString(), QStringLiteral("damaged"));
    QCOMPARE(line[QStringLiteral("detail")].toString(), QStringLiteral("no synced table ~"));
    QCOMPARE(line.size(), 5);
}

void TestLog::safeDetail_whatAPersonTyped_isGone_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("left");
    QTest::newRow("a name") << QStringLiteral("陈淑芬") << QString();
    QTest::newRow("a name in pinyin") << QStringLiteral("chen shufen") << QString();
    QTest::newRow("a telephone number") << QStringLiteral("138 0013 8000") << QString();
    QTest::newRow("an id") << QStringLiteral("0195f3a0-0000-7000-8000-000000000000") << QString();
    QTest::newRow("a password") << QStringLiteral("Apricot-Grove-7") << QString();
    QTest::newRow("SQL") << QStringLiteral("disk I/O error in SELECT phone FROM patient WHERE name = 'Chen'")
                         << QStringLiteral("disk ~ error in ~ name ~");
    QTest::newRow("ours") << QStringLiteral("a record's header cannot be read")
                          << QStringLiteral("a record ~ header cannot be read");
    QTest::newRow("nothing") << QString() << QString();
}

void TestLog::safeDetail_whatAPersonTyped_isGone()
{
    QFETCH(QString, detail);
    QFETCH(QString, left);
    QCOMPARE(log::safeDetail(detail), left);
}

void TestLog::message_ofOthers_losesItsText()
{
    QTest::ignoreMessage(QtWarningMsg, "陈淑芬 was here");
    {
        const log::LogFile file(m_files, m_clock, m_folder->path());
        qWarning("陈淑芬 was here");
        qDebug("this is not kept at all");
    }
    const QList<QJsonObject> all = lines();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][QStringLiteral("code")].toString(), QStringLiteral("message"));
    QCOMPARE(all[0][QStringLiteral("category")].toString(), QStringLiteral("default"));
    QVERIFY(!QJsonDocument(all[0]).toJson().contains("was here"));
}

void TestLog::logFile_beforeAClinic_leavesTheFolderAlone()
{
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("clinic.db"))));
    {
        log::LogFile file(m_files, m_clock, m_folder->path());
        log::write(log::Level::Info, "program.start");
        file.flush();
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestLog::logFile_full_isRotatedAndFiveRemain()
{
    {
        log::LogFile file(m_files, m_clock, m_folder->path(), 1000);
        for (qint64 i = 0; i < 200; ++i) {
            log::write(log::Level::Info, "line", {{"n", i}});
            file.flush();
        }
    }
    const QStringList names = QDir(m_folder->filePath(QStringLiteral("log"))).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.size(), log::LogFile::fileCount);
    qint64 expected = 199;
    for (int older = 0; older < log::LogFile::fileCount; ++older) {
        const QList<QJsonObject> all = lines(older);
        QVERIFY(QFile(log::LogFile::pathIn(m_folder->path(), older)).size() <= 1000);
        for (auto line = all.crbegin(); line != all.crend(); ++line)
            QCOMPARE((*line)[QStringLiteral("n")].toInteger(), expected--);
    }
    // A new start goes on in the newest file.
    {
        const log::LogFile file(m_files, m_clock, m_folder->path(), 1000000);
        log::write(log::Level::Info, "again");
    }
    QVERIFY(lines().size() > 1);
    QCOMPARE(lines().last()[QStringLiteral("code")].toString(), QStringLiteral("again"));
}

void TestLog::logFile_failingDisk_losesLinesOnly()
{
    FaultyFiles faulty(m_files);
    {
        log::LogFile file(faulty, m_clock, m_folder->path(), 1000);
        for (qint64 i = 0; i < 60; ++i) {
            faulty.failAt(static_cast<int>(i % 5) + 1, FaultyFiles::How::Before, false);
            log::write(log::Level::Info, "line", {{"n", i}});
            file.flush();
        }
        faulty.heal();
        log::write(log::Level::Info, "healed");
    }
    QCOMPARE(lines().last()[QStringLiteral("code")].toString(), QStringLiteral("healed"));
}

void TestLog::logFile_manyThreads_loseNothing()
{
    {
        const log::LogFile file(m_files, m_clock, m_folder->path());
        std::vector<std::thread> threads;
        for (qint64 t = 0; t < 4; ++t)
            threads.emplace_back([t] {
                for (qint64 i = 0; i < 200; ++i)
                    log::write(log::Level::Info, "line", {{"thread", t}, {"n", i}});
            });
        for (std::thread &thread : threads)
            thread.join();
    }
    QList<qint64> next(4, 0);
    const QList<QJsonObject> all = lines();
    QCOMPARE(all.size(), 800);
    for (const QJsonObject &line : all)
        QCOMPARE(line[QStringLiteral("n")].toInteger(), next[line[QStringLiteral("thread")].toInteger()]++);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
