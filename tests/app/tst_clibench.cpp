#include "app/program.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using xinglin::test::Program;
using xinglin::test::Ran;

/// `bench` as a person and a script meet it.
class TestCliBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void name_known_printsThePromisedRows_data();
    void name_known_printsThePromisedRows();
    void words_bothLanguages_showMachineBaselineAndTable_data();
    void words_bothLanguages_showMachineBaselineAndTable();
    void folder_given_keepsTheGrownClinic();
    void folder_impossible_isRefused();
    void use_wrong_exitsTwo_data();
    void use_wrong_exitsTwo();
    void help_program_leavesOutTheInnerVerb();
    void replay_alone_printsNothingToRead();

private:
    QStringList left() const { return QDir(m_temporary).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }

    Program m_program;
    QString m_temporary; ///< Where the program makes what it throws away.
};

void TestCliBench::initTestCase()
{
    m_temporary = m_program.file("temporary");
    QVERIFY(QDir().mkpath(m_temporary));
    qputenv("TMPDIR", m_temporary.toUtf8());
}

void TestCliBench::name_known_printsThePromisedRows_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("compared"); ///< Its row stands beside a baseline.
    QTest::newRow("search") << QStringList{"search", "--patients", "300"} << "ms"
                            << "statements";
    QTest::newRow("import") << QStringList{"import", "--patients", "200"} << "patients/s"
                            << "import";
    QTest::newRow("import into") << QStringList{"import", "--patients", "50", "--into", "200"} << "patients/s"
                                 << "import";
    QTest::newRow("demo") << QStringList{"demo", "--patients", "5"} << "visits/s"
                          << "demo";
}

void TestCliBench::name_known_printsThePromisedRows()
{
    QFETCH(QStringList, words);
    QFETCH(QString, unit);
    QFETCH(QString, compared);
    const Ran ran = m_program.run(QStringList{"--json", "bench"} + words);
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const QJsonArray rows = ran.json().value("rows").toArray();
    QVERIFY(!rows.isEmpty());
    QCOMPARE(rows.first()["what"].toString(), words.first());
    bool isCompared = false;
    for (const QJsonValue &row : rows) {
        const QString what = row["what"].toString();
        static const QRegularExpression name("^[a-z-]+$");
        QVERIFY2(name.match(what).hasMatch(), qPrintable(what));
        QVERIFY2(row["p50"].toDouble() > 0 && row["p99"].toDouble() > 0, qPrintable(what));
        QCOMPARE(row["unit"].toString(), unit);
        QVERIFY(row.toObject().contains("ratio") && row.toObject().contains("against"));
        if (what == compared) {
            QVERIFY(row["ratio"].toDouble() > 0);
            QVERIFY(!row["against"].toString().isEmpty());
            isCompared = true;
        }
    }
    QVERIFY(isCompared);
    QVERIFY(!ran.json().value("machine").toArray().isEmpty());
    QVERIFY(!ran.json().value("baseline").toArray().isEmpty());
    QVERIFY2(left().isEmpty(), qPrintable(left().join(' ')));
    QVERIFY2(!QFile::exists(m_program.file("data")), "the clinic of this PC was touched");
}

void TestCliBench::words_bothLanguages_showMachineBaselineAndTable_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("en") << "en" << QStringList{"Machine:", "The baseline:", "Import", "Bare rows", "patients/s"};
    QTest::newRow("zh_CN") << "zh_CN" << QStringList{"电脑：", "对照：", "导入", "仅写入", "patients/s"};
}

void TestCliBench::words_bothLanguages_showMachineBaselineAndTable()
{
    QFETCH(QString, language);
    QFETCH(QStringList, said);
    const Ran ran = m_program.run({"--lang", language, "bench", "import", "--patients", "50"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    for (const QString &words : said)
        QVERIFY2(QString::fromUtf8(ran.out).contains(words), qPrintable(words + '\n' + QString::fromUtf8(ran.out)));
}

void TestCliBench::folder_given_keepsTheGrownClinic()
{
    const QStringList words{"--json", "bench", "import",   "--patients",           "20",
                            "--into", "100",   "--folder", m_program.file("grown")};
    QCOMPARE(m_program.run(words).exit, 0);
    const QStringList kept = QDir(m_program.file("grown")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(kept.size(), 1);
    const QFileInfo whole(m_program.file("grown/" + kept.first() + "/whole"));
    QVERIFY(whole.exists());
    const QDateTime grown = whole.lastModified();
    QCOMPARE(m_program.run(words).exit, 0);
    QCOMPARE(QFileInfo(whole.filePath()).lastModified(), grown);
    QVERIFY(left().isEmpty());
}

void TestCliBench::folder_impossible_isRefused()
{
    const QString file = m_program.write("file", "not a folder");
    const Ran ran = m_program.run({"bench", "demo", "--patients", "5", "--folder", file + "/below"});
    QCOMPARE(ran.exit, 4);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(ran.err.contains("below"));
}

void TestCliBench::use_wrong_exitsTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no name") << QStringList{};
    QTest::newRow("unknown name") << QStringList{"everything"};
    QTest::newRow("no patients") << QStringList{"search", "--patients", "0"};
    QTest::newRow("too many") << QStringList{"demo", "--patients", "100001"};
    QTest::newRow("into of a search") << QStringList{"search", "--into", "100"};
}

void TestCliBench::use_wrong_exitsTwo()
{
    QFETCH(QStringList, words);
    const Ran ran = m_program.run(QStringList{"bench"} + words);
    QCOMPARE(ran.exit, 2);
    QVERIFY(ran.out.isEmpty() && !ran.err.isEmpty());
    QVERIFY(left().isEmpty());
}

void TestCliBench::help_program_leavesOutTheInnerVerb()
{
    const Ran ran = m_program.run({"--help"});
    QVERIFY(ran.out.contains("  bench "));
    QVERIFY(!ran.out.contains("bench-replay"));
}

void TestCliBench::replay_alone_printsNothingToRead()
{
    const Ran ran = m_program.run({"bench-replay", m_program.file("no-tape"), m_program.file("no-database")});
    QVERIFY(ran.exit != 0);
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(!QFile::exists(m_program.file("no-database")));
}

QTEST_GUILESS_MAIN(TestCliBench)
#include "tst_clibench.moc"
