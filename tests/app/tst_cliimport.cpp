#include "app/program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <csignal>

using xinglin::test::Program;
using xinglin::test::Ran;

namespace {

QByteArray people(int count)
{
    QByteArray bytes("病历号,姓名,性别,出生日期,电话\n");
    const QString surnames = QStringLiteral("王李张刘陈杨黄赵吴周");
    for (int i = 0; i < count; ++i)
        bytes += QStringLiteral("N%1,%2%3%4,%5,19%6/%7/%8,138%9\n")
                     .arg(i)
                     .arg(surnames.at(i % 10))
                     .arg(QChar(0x4e00 + 7 * i % 20000))
                     .arg(QChar(0x4e00 + 13 * i % 20000))
                     .arg(i % 2 ? u'女' : u'男')
                     .arg(40 + i % 60)
                     .arg(1 + i % 12)
                     .arg(1 + i % 28)
                     .arg(10000000 + 7919 * i % 89999999)
                     .toUtf8();
    return bytes;
}

} // namespace

/// Tables of other programs at the command line.
class TestCliImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void import_patients_hasThePromisedShape();
    void import_dryRun_writesNothing();
    void import_mapFile_isObeyedOrNamesTheFault();
    void import_noName_isRejected();
    void import_undo_takesBackAndSaysWhoStays();
    void import_killed_leavesNothingHalfAndGoesOn();
    void duplicates_smallTable_areNamedByKey();

private:
    Ran onClinic(const QStringList &arguments) const
    {
        return m_program->run(QStringList{"--store", m_program->file("clinic")} + arguments);
    }
    qsizetype found(const QString &typed) const
    {
        return onClinic({"patient", "search", typed, "--limit", "50", "--json"}).json()["patients"].toArray().size();
    }

    std::unique_ptr<Program> m_program;
};

void TestCliImport::init()
{
    m_program = std::make_unique<Program>();
    QCOMPARE(onClinic({"init", "--clinic", "杏林堂", "--user", "owner"}).exit, 0);
}

void TestCliImport::import_patients_hasThePromisedShape()
{
    const QString file = m_program->write(
        "a.csv",
        "姓名,电话,生日\n张伟,13800138000,0000-00-00\n,13900139000,\n张伟,13800138000,1980\n李娜,x,1990-02-03\n");
    const Ran ran = onClinic({"import", "patients", file, "--json"});
    QCOMPARE(ran.exit, 0);
    const QJsonObject all = ran.json();
    QCOMPARE(all["rows"], 4);
    QCOMPARE(all["added"], 2);
    QCOMPARE(all["duplicates"], 1);
    QCOMPARE(all["rejected"].toArray().size(), 1);
    const QJsonObject rejected = all["rejected"].toArray()[0].toObject();
    QCOMPARE(rejected["line"], 3);
    QCOMPARE(rejected["column"], "姓名");
    QCOMPARE(rejected["why"], "name.missing");
    QVERIFY(rejected.contains("value"));
    QCOMPARE(all["aside"].toArray().size(), 2);
    QVERIFY(!all["batch"].toString().isEmpty());
    QCOMPARE(found("张伟"), 1);
    const Ran list = onClinic({"import", "list", "--json"});
    QCOMPARE(list.json()["imports"].toArray()[0].toObject()["state"], "closed");
}

void TestCliImport::import_dryRun_writesNothing()
{
    const QString file = m_program->write("a.csv", people(30));
    const QJsonObject dry = onClinic({"import", "patients", file, "--dry-run", "--json"}).json();
    QCOMPARE(dry["added"], 30);
    QVERIFY(dry["batch"].isNull());
    QVERIFY(onClinic({"import", "list", "--json"}).json()["imports"].toArray().isEmpty());
    QCOMPARE(onClinic({"import", "patients", file, "--json"}).json()["added"], 30);
    QCOMPARE(onClinic({"import", "patients", file, "--dry-run", "--json"}).json()["duplicates"], 30);
}

void TestCliImport::import_mapFile_isObeyedOrNamesTheFault()
{
    const QString file = m_program->write("a.csv", "a;b;c\n张伟;M;25/12/1980\n");
    const QString map = m_program->write(
        "map.json", R"({"name": "a", "sex": "b", "birth_date": {"column": "c", "format": "dd/MM/yyyy"}})");
    QCOMPARE(onClinic({"import", "patients", file, "--map", map, "--json"}).json()["added"], 1);
    const QJsonObject one = onClinic({"patient", "show", "A0000001", "--json"}).json();
    QCOMPARE(one["birth_date"], "1980-12-25");
    QCOMPARE(one["sex"], "male");
    const Ran wrong = onClinic({"import", "patients", file, "--map", m_program->write("w.json", R"({"name": "z"})")});
    QCOMPARE(wrong.exit, 5);
    QVERIFY(wrong.err.contains("z"));
}

void TestCliImport::import_noName_isRejected()
{
    const Ran ran = onClinic({"import", "patients", m_program->write("a.csv", "names\n麻黄\n桂枝\n紫苏叶\n生姜\n")});
    QCOMPARE(ran.exit, 5);
    QCOMPARE(onClinic({"import", "patients", m_program->write("b.csv", "")}).exit, 5);
    QCOMPARE(onClinic({"import", "patients", m_program->file("none.csv")}).exit, 5);
}

void TestCliImport::import_undo_takesBackAndSaysWhoStays()
{
    const QString file = m_program->write("a.csv", people(5));
    const QString batch = onClinic({"import", "patients", file, "--json"}).json()["batch"].toString();
    const Ran back = onClinic({"import", "undo", batch, "--json"});
    QCOMPARE(back.exit, 0);
    QVERIFY(back.json()["stays"].toArray().isEmpty());
    QCOMPARE(found({}), 0);
    QCOMPARE(onClinic({"import", "undo", batch}).exit, 1);
    QCOMPARE(onClinic({"import", "undo", "x"}).exit, 2);
}

void TestCliImport::import_killed_leavesNothingHalfAndGoesOn()
{
    const QString file = m_program->write("big.csv", people(6000));
    const QJsonObject dry = onClinic({"import", "patients", file, "--dry-run", "--json"}).json();
    QVERIFY(dry["added"].toInt() > 5900);
    bool caught = false;
    for (int ms = 600; !caught && ms < 20000; ms += 300) {
        QProcess process;
        m_program->prepare(process, {"--store", m_program->file("clinic"), "import", "patients", file});
        process.start();
        QVERIFY(process.waitForStarted());
        if (process.waitForFinished(ms))
            break; // it was through
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(found({}), 0);
        QCOMPARE(onClinic({"verify"}).exit, 0);
        const QJsonArray imports = onClinic({"import", "list", "--json"}).json()["imports"].toArray();
        if (imports.isEmpty())
            continue; // killed before it began
        const QJsonObject open = imports[0].toObject();
        if (open["rows"].toInt() == 0) {
            QCOMPARE(onClinic({"import", "undo", open["batch"].toString()}).exit, 0);
            continue;
        }
        caught = true;
        QCOMPARE(open["state"], "open");
        const Ran another = onClinic({"import", "patients", m_program->write("b.csv", people(2))});
        QCOMPARE(another.exit, 1);
        const Ran done = onClinic({"import", "resume", open["batch"].toString(), file, "--json"});
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()["rows"], 6000);
        QCOMPARE(done.json()["added"], dry["added"]);
        QCOMPARE(onClinic({"verify"}).exit, 0);
    }
    QVERIFY2(caught, "never killed in the middle");
}

void TestCliImport::duplicates_smallTable_areNamedByKey()
{
    const QString file = m_program->write("a.csv", "nr,姓名,电话,生日\nx1,张伟,13800138000,1980-02-03\n"
                                                   "x2,李娜,13900139000,1990-02-03\nx3,张伟,13800138000,1980-02-03\n");
    const QString map = m_program->write("map.json", R"({"key": "nr", "name": "姓名", "phones": ["电话"],
        "birth_date": "生日"})");
    const Ran ran = m_program->run({"patient", "duplicates", file, "--map", map, "--json"});
    QCOMPARE(ran.exit, 0);
    const QJsonArray pairs = ran.json()["pairs"].toArray();
    QCOMPARE(pairs.size(), 1);
    QCOMPARE(pairs[0].toObject()["a"], "x1");
    QCOMPARE(pairs[0].toObject()["b"], "x3");
    QVERIFY(pairs[0].toObject()["score"].toDouble() > 0);
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
