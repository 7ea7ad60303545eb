#include "app/program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <csignal>

using xinglin::test::Program;
using xinglin::test::Ran;

/// Exports at the command line.
class TestCliExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void export_json_hasThePromisedShape();
    void export_words_nameWhatIsLeftOut();
    void export_zip_isThere();
    void export_wrongUse_isTold();
    void export_wrongPassword_writesNothing();
    void verify_changed_isRefused();
    void export_killed_leavesNoExport();
    void export_interrupted_leavesNothing_data();
    void export_interrupted_leavesNothing();

private:
    /// Sends it the signal when it has begun to write, again with another run until it was in time.
    bool strike(const QString &out, int sign, QProcess &process) const
    {
        m_program->prepare(process, {"--store", m_program->file("clinic"), "export", out});
        process.start();
        if (!process.waitForStarted())
            return false;
        while (process.state() == QProcess::Running && !QFile::exists(out + ".xinglin-part/patients.csv"))
            process.waitForFinished(1);
        if (process.state() == QProcess::Running)
            ::kill(static_cast<pid_t>(process.processId()), sign);
        return process.waitForFinished(30'000) && !QFile::exists(out);
    }
    Ran onClinic(const QStringList &arguments) const
    {
        return m_program->run(QStringList{"--store", m_program->file("clinic")} + arguments);
    }

    std::unique_ptr<Program> m_program;
};

void TestCliExport::init()
{
    m_program = std::make_unique<Program>();
    QCOMPARE(onClinic({"init", "--clinic", "杏林堂", "--user", "owner"}).exit, 0);
    QCOMPARE(onClinic({"patient", "add", "--name", "陈淑芬", "--phone", "13800138000"}).exit, 0);
}

void TestCliExport::export_json_hasThePromisedShape()
{
    const QString out = m_program->file("out");
    const Ran ran = onClinic({"export", out, "--format", "json", "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const QJsonObject all = ran.json();
    QCOMPARE(all["folder"].toString(), out);
    QHash<QString, QJsonObject> files;
    for (const auto &value : all["files"].toArray())
        files.insert(value.toObject()["name"].toString(), value.toObject());
    QCOMPARE(files["patients.jsonl"]["rows"].toInt(), 1);
    QCOMPARE(files["patients.jsonl"]["sha256"].toString().size(), 64);
    QVERIFY(files.contains("README.txt") && files.contains("dictionary.csv"));
    QVERIFY(all["left_out"].toArray().size() > 5);
    for (const auto &value : all["left_out"].toArray())
        QVERIFY(!value.toObject()["what"].toString().isEmpty() && !value.toObject()["why"].toString().isEmpty());
    const Ran verified = onClinic({"export", "--verify", out, "--json"});
    QCOMPARE(verified.exit, 0);
    QCOMPARE(verified.json()["files"].toInt(), all["files"].toArray().size());
    QCOMPARE(verified.json()["problems"].toArray().size(), 0);
    const Ran audited = onClinic({"audit", "list", "--jsonl"});
    QVERIFY(audited.out.contains("\"data.export\"") && audited.out.contains("\"data.exported\""));
}

void TestCliExport::export_words_nameWhatIsLeftOut()
{
    const Ran ran = onClinic({"export", m_program->file("out"), "--tables", "patients,people"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    QVERIFY(ran.out.contains("patients.csv"));
    QVERIFY(ran.out.contains("Keys and secrets never leave the program."));
    QVERIFY(ran.err.contains("They are not encrypted."));
    QVERIFY(!QDir(m_program->file("out")).exists("visits.csv"));
    const Ran chinese = onClinic({"export", m_program->file("zh"), "--lang", "zh_CN", "--tables", "people"});
    QVERIFY(chinese.out.contains("密钥等机密从不导出。"));
}

void TestCliExport::export_zip_isThere()
{
    QCOMPARE(onClinic({"export", m_program->file("out.zip"), "--format", "xlsx", "--tables", "people"}).exit, 0);
    QVERIFY(QFile::exists(m_program->file("out.zip")));
    QCOMPARE(onClinic({"export", m_program->file("out.zip")}).exit, 1);
    QCOMPARE(onClinic({"export", "--verify", m_program->file("out.zip")}).exit, 5);
}

void TestCliExport::export_wrongUse_isTold()
{
    QCOMPARE(onClinic({"export"}).exit, 2);
    QCOMPARE(onClinic({"export", m_program->file("out"), "--format", "pdf"}).exit, 2);
    QCOMPARE(onClinic({"export", m_program->file("out"), "--tables", "patients,secrets"}).exit, 2);
    QCOMPARE(onClinic({"export", "--verify", m_program->file("nowhere")}).exit, 1);
    QVERIFY(!QFile::exists(m_program->file("out")));
    QVERIFY(onClinic({"export", "--help"}).out.contains("--verify"));
}

void TestCliExport::export_wrongPassword_writesNothing()
{
    m_program->setPassword("not the one");
    QCOMPARE(onClinic({"export", m_program->file("out")}).exit, 3);
    QVERIFY(!QFile::exists(m_program->file("out")));
}

void TestCliExport::verify_changed_isRefused()
{
    const QString out = m_program->file("out");
    QCOMPARE(onClinic({"export", out}).exit, 0);
    QFile file(out + "/patients.csv");
    QVERIFY(file.open(QIODevice::Append));
    file.write(" ");
    file.close();
    const Ran ran = onClinic({"export", "--verify", out});
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.out.contains("patients.csv") && ran.out.contains("was changed"));
}

void TestCliExport::export_killed_leavesNoExport()
{
    const QString out = m_program->file("out");
    const QString part = out + ".xinglin-part";
    bool killed = false;
    for (int attempt = 0; attempt < 20 && !killed; ++attempt) {
        QProcess process;
        killed = strike(out, SIGKILL, process) && QFile::exists(part);
        QDir(out).removeRecursively();
    }
    QVERIFY(killed);
    QCOMPARE(onClinic({"export", "--verify", part}).exit, 1);         // no manifest: nobody takes it for an export
    QCOMPARE(onClinic({"export", m_program->file("other")}).exit, 0); // goes with the next one beside it
    QVERIFY(!QFile::exists(part));
    QCOMPARE(onClinic({"export", out}).exit, 0);
    QCOMPARE(onClinic({"export", "--verify", out}).exit, 0);
}

void TestCliExport::export_interrupted_leavesNothing_data()
{
    QTest::addColumn<int>("sign");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
}

void TestCliExport::export_interrupted_leavesNothing()
{
    QFETCH(int, sign);
    const QString out = m_program->file("out");
    bool stopped = false;
    for (int attempt = 0; attempt < 20 && !stopped; ++attempt) {
        QProcess process;
        stopped = strike(out, sign, process);
        if (stopped) {
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 1);
            QVERIFY(process.readAllStandardError().contains("nothing of it stays"));
        }
        QDir(out).removeRecursively();
    }
    QVERIFY(stopped);
    QVERIFY(!QFile::exists(out + ".xinglin-part"));
    const Ran audited = onClinic({"audit", "list", "--jsonl"});
    QVERIFY(audited.out.contains("data.exported") && audited.out.contains(", stopped"));
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cliexport.moc"
