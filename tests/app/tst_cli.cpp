#include "app/program.h"

#include "access/session.h"
#include "base/text/idnumber.h"
#include "support/naiveconstitution.h"

#include <QJsonArray>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace xinglin;
using xinglin::test::Program;
using xinglin::test::Ran;

namespace {

const QList<QStringList> verbs = {{"init"},
                                  {"demo"},
                                  {"patient", "add"},
                                  {"patient", "search"},
                                  {"patient", "show"},
                                  {"patient", "history"},
                                  {"patient", "duplicates"},
                                  {"import", "list"},
                                  {"import", "undo"},
                                  {"import", "resume"},
                                  {"import", "patients"},
                                  {"import", "allergies"},
                                  {"import", "visits"},
                                  {"import", "prescriptions"},
                                  {"herb", "resolve"},
                                  {"prescription", "check"},
                                  {"constitution", "score"},
                                  {"appointment", "free"},
                                  {"appointment", "book"},
                                  {"appointment", "move"},
                                  {"appointment", "cancel"},
                                  {"appointment", "list"},
                                  {"verify"},
                                  {"backup"},
                                  {"restore"},
                                  {"log"},
                                  {"bench"}};

QStringList membersOf(const QJsonObject &object)
{
    return object.keys();
}

QByteArray patientJson(const QString &name, const QString &phone)
{
    return QJsonDocument(
               QJsonObject{
                   {"name", name}, {"sex", "female"}, {"birth_date", "1979-08-21"}, {"phones", QJsonArray{phone}}})
        .toJson();
}

QByteArray constitutionJson(const QString &form, const QString &sex, const QJsonObject &answers)
{
    QJsonObject object{{"form", form}, {"answers", answers}};
    if (!sex.isEmpty())
        object.insert("sex", sex);
    return QJsonDocument(object).toJson();
}

QJsonObject objectOf(const xinglin::test::naive::Given &answers)
{
    QJsonObject object;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

/// The command line as scripts meet it: a process, its exit and its two outputs.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void help_everyVerb_saysWhatItTakes_data();
    void help_everyVerb_saysWhatItTakes();
    void help_program_namesEveryVerb();
    void use_wrong_exitsTwo_data();
    void use_wrong_exitsTwo();
    void init_newFolder_printsWhatWasMade();
    void init_again_isRefused();
    void init_weakPassword_leavesNothing();
    void init_sheetExists_leavesNothing();
    void open_noClinic_exitsFour();
    void open_wrongPasswordOrUser_exitsThree();
    void open_passwordOnDescriptor_works();
    void open_passwordOnTerminal_isNotShown();
    void open_inUse_exitsFour();
    void add_jsonOnInput_printsThePatient();
    void add_options_printsThePatient();
    void add_badInput_isRejected_data();
    void add_badInput_isRejected();
    void search_name_findsWithPromisedShape();
    void search_jsonLines_onePatientALine();
    void search_words_alignsWideCharacters();
    void show_reference_findsTheSamePatient();
    void show_atEarlierTime_isThePatientThen();
    void history_patient_listsChanges();
    void log_tableAndSince_narrow();
    void verify_soundStore_saysCounts();
    void verify_damagedStore_exitsFour();
    void backup_andRestore_bringTheClinicBack();
    void backup_unknownUser_makesNothing();
    void verify_againstBackup_missesWhatWasCut();
    void keyring_damaged_exitsFour();
    void demo_twice_fillsOnceAndTheSame();
    void demo_realClinic_isRefused();
    void permission_dispenser_mayNotRegister();
    void resolve_names_oneObjectALine();
    void check_findings_failOnRequest();
    void check_badInput_isRejected_data();
    void check_badInput_isRejected();
    void score_vectors_agree();
    void score_thousandRandomSets_agreeWithASecondImplementation();
    void score_words_areAligned();
    void score_badInput_isRejected_data();
    void score_badInput_isRejected();
    void output_fullDisk_isNoSuccess();
    void language_chinese_isSpoken();

private:
    Ran onClinic(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_program.on(QStringLiteral("clinic"), arguments, input);
    }
    void copyClinic(const QString &to) const
    {
        QDir().mkpath(m_program.file(to));
        const QDir from(m_program.file(QStringLiteral("clinic")));
        for (const QString &name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), m_program.file(to) + u'/' + name));
    }

    Program m_program;
    QJsonObject m_init;
    QJsonObject m_first;
};

void TestCli::initTestCase()
{
    QVERIFY2(QFile::exists(Program::path()), qPrintable(Program::path()));
    const Ran made = onClinic({"init", "--clinic", "杏林堂", "--user", "owner", "--name", "方砚秋", "--roles", "OP",
                               "--json", "--recovery-out", m_program.file("sheet")});
    QVERIFY2(made.exit == 0, made.err.constData());
    m_init = made.json();
    const Ran added = onClinic({"patient", "add", "--json"}, patientJson("陈淑芬", "138 1234 6207"));
    QVERIFY2(added.exit == 0, added.err.constData());
    m_first = added.json();
}

void TestCli::help_everyVerb_saysWhatItTakes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("language");
    for (const QStringList &words : verbs)
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
            QTest::newRow(qPrintable(words.join(u' ') + u' ' + language)) << words << language;
}

void TestCli::help_everyVerb_saysWhatItTakes()
{
    QFETCH(QStringList, words);
    QFETCH(QString, language);
    const Ran ran = m_program.run(words + QStringList{"--help", "--lang", language});
    QCOMPARE(ran.exit, 0);
    QVERIFY(ran.out.contains("xinglin-cli " + words.join(u' ').toUtf8()));
    QVERIFY(ran.out.contains("--store DIR"));
    QVERIFY(ran.err.isEmpty());
    QCOMPARE(m_program.run(words + QStringList{"-h"}).exit, 0);
}

void TestCli::help_program_namesEveryVerb()
{
    for (const QStringList &arguments : {QStringList{"--help"}, QStringList{"-h"}}) {
        const Ran ran = m_program.run(arguments);
        QCOMPARE(ran.exit, 0);
        for (const QStringList &words : verbs)
            QVERIFY2(ran.out.contains("\n  " + words.join(u' ').toUtf8() + ' '), qPrintable(words.join(u' ')));
    }
    const Ran noun = m_program.run({"patient", "--help"});
    QCOMPARE(noun.exit, 0);
    QVERIFY(noun.out.contains("patient history") && !noun.out.contains("herb resolve"));
    const Ran version = m_program.run({"--version"});
    QCOMPARE(version.exit, 0);
    QVERIFY(version.out.startsWith("xinglin-cli 0."));
}

void TestCli::use_wrong_exitsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown noun") << QStringList{"patients"};
    QTest::newRow("noun alone") << QStringList{"patient"};
    QTest::newRow("unknown verb") << QStringList{"patient", "eat"};
    QTest::newRow("unknown option") << QStringList{"verify", "--fast"};
    QTest::newRow("unknown short option") << QStringList{"verify", "-x"};
    QTest::newRow("unknown option before the noun") << QStringList{"--fast", "verify"};
    QTest::newRow("option without value") << QStringList{"verify", "--store"};
    QTest::newRow("switch with value") << QStringList{"verify", "--json=yes"};
    QTest::newRow("option twice") << QStringList{"verify", "--user", "a", "--user", "b"};
    QTest::newRow("operand missing") << QStringList{"patient", "search"};
    QTest::newRow("operand too many") << QStringList{"patient", "search", "王", "李"};
    QTest::newRow("number wanted") << QStringList{"patient", "search", "王", "--limit", "many"};
    QTest::newRow("number too large") << QStringList{"demo", "--patients", "99999999999999999999"};
    QTest::newRow("number negative") << QStringList{"demo", "--years", "-1"};
    QTest::newRow("language") << QStringList{"verify", "--lang", "fr"};
    QTest::newRow("time") << QStringList{"log", "--since", "yesterday"};
    QTest::newRow("no such day") << QStringList{"patient", "show", "1", "--at", "2026-02-30"};
    QTest::newRow("init without clinic") << QStringList{"init", "--user", "owner"};
    QTest::newRow("init without user") << QStringList{"init", "--clinic", "x"};
    QTest::newRow("init with strange role") << QStringList{"init", "--clinic", "x", "--user", "u", "--roles", "OZ"};
    QTest::newRow("fail-on") << QStringList{"herb", "resolve", "-", "--fail-on", "everything"};
    QTest::newRow("patient twice") << QStringList{"patient", "add", "x.json", "--name", "王"};
    QTest::newRow("descriptor") << QStringList{"verify", "--password-fd", "three"};
    QTest::newRow("closed descriptor") << QStringList{"verify", "--password-fd", "77"};
}

void TestCli::use_wrong_exitsTwo()
{
    QFETCH(QStringList, arguments);
    const QStringList store = arguments.contains("init") ? QStringList{"--store", m_program.file("never")}
                                                         : QStringList{"--store", m_program.file("clinic")};
    const Ran ran = m_program.run(arguments.contains("--store") || arguments.isEmpty() ? arguments : store + arguments);
    QCOMPARE(ran.exit, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(!QFile::exists(m_program.file("never")));
}

void TestCli::init_newFolder_printsWhatWasMade()
{
    QCOMPARE(m_init.value("store").toString(), m_program.file("clinic"));
    QCOMPARE(m_init.value("clinic").toString(), "杏林堂");
    QCOMPARE(m_init.value("user").toString(), "owner");
    QFile sheet(m_program.file("sheet"));
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(sheet.readAll());
    QCOMPARE(text.count(QRegularExpression("^([0-9A-Z]{4} ){3}[0-9A-Z]{4}$", QRegularExpression::MultilineOption)), 4);
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(sheet.permissions() & others));
}

void TestCli::init_again_isRefused()
{
    const Ran again = onClinic({"init", "--clinic", "Another", "--user", "other", "--json"});
    QCOMPARE(again.exit, 1);
    QVERIFY(again.out.isEmpty());
    QCOMPARE(onClinic({"patient", "show", "1"}).exit, 0);
}

void TestCli::init_weakPassword_leavesNothing()
{
    Program other;
    other.setPassword(QStringLiteral("short"));
    const Ran ran = other.on(QStringLiteral("clinic"), {"init", "--clinic", "x", "--user", "owner"});
    QCOMPARE(ran.exit, 5);
    QVERIFY(!QFile::exists(other.file(QStringLiteral("clinic"))));
}

void TestCli::init_sheetExists_leavesNothing()
{
    m_program.write("precious", "do not touch");
    const Ran ran = m_program.on(
        "second", {"init", "--clinic", "x", "--user", "owner", "--recovery-out", m_program.file("precious")});
    QCOMPARE(ran.exit, 1);
    QVERIFY(!QFile::exists(m_program.file("second")));
    QFile precious(m_program.file("precious"));
    QVERIFY(precious.open(QIODevice::ReadOnly));
    QCOMPARE(precious.readAll(), "do not touch");
    const Ran nowhere =
        m_program.on("second", {"init", "--clinic", "x", "--user", "owner", "--recovery-out", "/nowhere/at/all"});
    QCOMPARE(nowhere.exit, 5);
    QVERIFY(!QFile::exists(m_program.file("second")));
}

void TestCli::open_noClinic_exitsFour()
{
    const Ran named = m_program.on("nothing", {"verify"});
    QCOMPARE(named.exit, 4);
    QVERIFY(named.err.contains("init"));
    QVERIFY(!QFile::exists(m_program.file("nothing")));
    const Ran standard = m_program.run({"verify"});
    QCOMPARE(standard.exit, 4);
    QVERIFY(standard.err.contains(m_program.file("data/xinglin/clinic").toUtf8()));
}

void TestCli::open_wrongPasswordOrUser_exitsThree()
{
    m_program.setPassword("Not-The-Password-1");
    const Ran wrongPassword = onClinic({"patient", "search", "陈"});
    const Ran wrongUser = onClinic({"--user", "nobody", "patient", "search", "陈"});
    m_program.setPassword(Program::password());
    QCOMPARE(wrongPassword.exit, 3);
    QVERIFY(wrongPassword.out.isEmpty());
    QCOMPARE(wrongUser.exit, 3);
    QCOMPARE(wrongUser.err, wrongPassword.err);
    QVERIFY(!wrongPassword.err.contains("Not-The-Password-1"));
}

void TestCli::open_passwordOnDescriptor_works()
{
    const Ran right =
        onClinic({"patient", "show", "1", "--password-fd", "0"}, Program::password().toUtf8() + "\r\nignored\n");
    QVERIFY2(right.exit == 0, right.err.constData());
    QCOMPARE(onClinic({"patient", "show", "1", "--password-fd", "0"}, "\n").exit, 3);
    QCOMPARE(onClinic({"patient", "show", "1", "--password-fd", "0"}, "\xff\xfe\n").exit, 2);
}

void TestCli::open_passwordOnTerminal_isNotShown()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QByteArray slave = ::ptsname(master);
    QProcess process;
    m_program.prepare(process, {"--store", m_program.file("clinic"), "patient", "show", "1", "--json"});
    QProcessEnvironment environment = process.processEnvironment();
    environment.remove("XINGLIN_PASSWORD_FILE");
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([slave] {
        ::setsid();
        ::ioctl(::open(slave.constData(), O_RDWR), TIOCSCTTY, 0);
    });
    process.start();
    ::fcntl(master, F_SETFL, O_NONBLOCK);
    QByteArray shown;
    const auto readTerminal = [&] {
        char buffer[256];
        for (ssize_t got = 0; (got = ::read(master, buffer, sizeof buffer)) > 0;)
            shown.append(buffer, static_cast<qsizetype>(got));
        return shown;
    };
    QTRY_VERIFY_WITH_TIMEOUT(readTerminal().contains("Password of owner: "), 20'000);
    const QByteArray typed = Program::password().toUtf8() + '\n';
    QCOMPARE(::write(master, typed.constData(), static_cast<size_t>(typed.size())), typed.size());
    QVERIFY(process.waitForFinished(30'000));
    readTerminal();
    ::close(master);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).object().value("name").toString(), "陈淑芬");
    QVERIFY(!shown.contains(Program::password().toUtf8()));
}

void TestCli::open_inUse_exitsFour()
{
    SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = m_program.file("clinic");
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    {
        const auto session = access::signIn(around, "owner", Program::password());
        QVERIFY(session.ok());
        const Ran ran = onClinic({"patient", "search", "陈"});
        QCOMPARE(ran.exit, 4);
        QVERIFY(ran.out.isEmpty());
        QVERIFY(!ran.err.isEmpty());
    }
    QCOMPARE(onClinic({"patient", "search", "陈"}).exit, 0);
}

void TestCli::add_jsonOnInput_printsThePatient()
{
    QVERIFY(Uuid::fromString(m_first.value("id").toString()).has_value());
    QCOMPARE(m_first.value("number").toString(), "A0000001");
    QCOMPARE(m_first.value("name").toString(), "陈淑芬");
    QCOMPARE(m_first.value("sex").toString(), "female");
    QCOMPARE(m_first.value("birth_date").toString(), "1979-08-21");
    QCOMPARE(m_first.value("phones").toArray(), QJsonArray{"13812346207"});
}

void TestCli::add_options_printsThePatient()
{
    const QString id = QStringLiteral("33019919850702341") + *residentCheckDigit(u"33019919850702341");
    const Ran ran =
        onClinic({"patient", "add", "--name", "欧阳  Smith", "--phone", "13900001111", "--phone", "010-62345678",
                  "--id-number", id, "--address=青溪市", "--desk-alert", "听力欠佳", "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const QJsonObject patient = ran.json();
    QCOMPARE(patient.value("phones").toArray(), (QJsonArray{"13900001111", "01062345678"}));
    QCOMPARE(patient.value("id_number").toString(), id);
    QCOMPARE(patient.value("birth_date").toString(), "1985-07-02");
    QCOMPARE(patient.value("sex").toString(), "male");
    QCOMPARE(patient.value("desk_alert").toString(), "听力欠佳");
}

void TestCli::add_badInput_isRejected_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const QByteArray &input, const QByteArray &named = {}) {
        QTest::newRow(name) << input << named;
    };
    row("nothing", "", "JSON");
    row("no JSON", "hello", "byte");
    row("cut short", "{\"name\": \"王", "byte");
    row("a list", "[]", "object");
    row("not UTF-8", "{\"name\": \"\xff\xfe\"}", "UTF-8");
    row("deep", QByteArray(200'000, '['), "byte");
    row("no name", "{\"phones\": [\"13800138000\"]}", "name");
    row("no phone", "{\"name\": \"王\"}", "phone");
    row("name is a number", "{\"name\": 5, \"phones\": []}", "name");
    row("name with NUL", "{\"name\": \"a\\u0000b\", \"phones\": []}", "name");
    row("long name", "{\"name\": \"" + QByteArray(5000, 'a') + "\", \"phones\": []}", "name");
    row("misspelt member", "{\"name\": \"王\", \"phones\": [], \"adress\": \"x\"}", "adress");
    row("misspelt inner member", "{\"name\": \"王\", \"phones\": [], \"guardian\": {\"nom\": \"x\"}}", "guardian.nom");
    row("sex", "{\"name\": \"王\", \"phones\": [], \"sex\": \"男\"}", "sex");
    row("phones no list", "{\"name\": \"王\", \"phones\": \"13800138000\"}", "phones");
    row("phone a number", "{\"name\": \"王\", \"phones\": [13800138000]}", "phones[0]");
    row("phone too short", "{\"name\": \"王\", \"phones\": [\"138\"]}", "phone");
    row("birth in the future", "{\"name\": \"王\", \"phones\": [], \"birth_date\": \"2199-01-01\"}", "birthDate");
    row("no such day", "{\"name\": \"王\", \"phones\": [], \"birth_date\": \"1999-02-30\"}", "birthDate");
    row("ID check digit", "{\"name\": \"王\", \"phones\": [], \"id_number\": \"330199198507023410\"}",
        "documentNumber");
    row("ID kind", "{\"name\": \"王\", \"phones\": [], \"id_kind\": \"library\"}", "id_kind");
    row("guardian no object", "{\"name\": \"王\", \"phones\": [], \"guardian\": 1}", "guardian");
}

void TestCli::add_badInput_isRejected()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, named);
    const Ran ran = onClinic({"patient", "add", "-", "--json"}, input);
    QCOMPARE(ran.exit, 5);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains(named), ran.err.constData());
}

void TestCli::search_name_findsWithPromisedShape()
{
    for (const QString typed : {"陈淑", "csf", "chenshufen", "6207", "A0000001"}) {
        const Ran ran = onClinic({"patient", "search", typed, "--json"});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QCOMPARE(membersOf(ran.json()), (QStringList{"ms", "patients"}));
        QVERIFY(ran.json().value("ms").toDouble(-1) >= 0);
        const QJsonArray patients = ran.json().value("patients").toArray();
        QCOMPARE(patients.size(), 1);
        const QJsonObject hit = patients.first().toObject();
        QCOMPARE(membersOf(hit), (QStringList{"birth_date", "id", "last_visit", "name", "number", "phones", "sex"}));
        QCOMPARE(hit.value("id"), m_first.value("id"));
        QCOMPARE(hit.value("phones").toArray(), QJsonArray{"138****6207"});
        QVERIFY(hit.value("last_visit").isNull());
    }
    const Ran nobody = onClinic({"patient", "search", "查无此人", "--json"});
    QCOMPARE(nobody.exit, 0);
    QVERIFY(nobody.json().value("patients").toArray().isEmpty());
    QCOMPARE(onClinic({"patient", "search", "--", "--json"}).exit, 0);
    for (const QString hostile : {"'; DROP TABLE patient; --", "%", "*", "\\", "\x7f\x01", "🀄", "陈\n淑芬"})
        QCOMPARE(onClinic({"patient", "search", hostile, "--jsonl"}).exit, 0);
    QCOMPARE(onClinic({"patient", "search", QString(30'000, u'王'), "--jsonl"}).exit, 0);
}

void TestCli::search_jsonLines_onePatientALine()
{
    const Ran ran = onClinic({"patient", "search", "", "--jsonl", "--limit", "2"});
    QCOMPARE(ran.exit, 0);
    const auto lines = ran.jsonLines();
    QVERIFY(!lines.isEmpty() && lines.size() <= 2);
    for (const QJsonObject &line : lines)
        QVERIFY(line.contains("number"));
}

void TestCli::search_words_alignsWideCharacters()
{
    const Ran ran = onClinic({"patient", "search", "陈"});
    QCOMPARE(ran.exit, 0);
    const QStringList lines = QString::fromUtf8(ran.out).split(u'\n');
    // 陈淑芬 takes six columns for three characters, so "female" stands three characters further left.
    QCOMPARE(lines[1].indexOf("female"), lines[0].indexOf("Sex") - 3);
}

void TestCli::show_reference_findsTheSamePatient()
{
    for (const QString &reference :
         {QString("A0000001"), QString("a0000001"), QString("1"), m_first.value("id").toString()}) {
        const Ran ran = onClinic({"patient", "show", reference, "--json"});
        QVERIFY2(ran.exit == 0, qPrintable(reference));
        QCOMPARE(ran.json().value("id"), m_first.value("id"));
        QCOMPARE(ran.json().value("phones"), m_first.value("phones"));
        QCOMPARE(ran.json().value("visits").toInt(-1), 0);
        QVERIFY(ran.json().value("allergies").isArray());
    }
    const Ran nobody = onClinic({"patient", "show", "A9999999", "--json"});
    QCOMPARE(nobody.exit, 1);
    QVERIFY(nobody.out.isEmpty());
}

void TestCli::show_atEarlierTime_isThePatientThen()
{
    const Ran now = onClinic({"patient", "show", "1", "--json", "--at", "2199-01-01"});
    QVERIFY2(now.exit == 0, now.err.constData());
    QCOMPARE(now.json().value("name").toString(), "陈淑芬");
    QCOMPARE(onClinic({"patient", "show", "1", "--json", "--at", "2001-01-01T08:00"}).exit, 1);
}

void TestCli::history_patient_listsChanges()
{
    const Ran ran = onClinic({"patient", "history", "1", "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const QJsonArray changes = ran.json().value("changes").toArray();
    QVERIFY(!changes.isEmpty());
    bool named = false;
    for (const QJsonValue &value : changes) {
        const QJsonObject change = value.toObject();
        for (const char *member : {"time", "user", "reason", "table", "column", "from", "to"})
            QVERIFY2(change.contains(QLatin1String(member)), member);
        QVERIFY(QDateTime::fromString(change.value("time").toString(), Qt::ISODateWithMs).isValid());
        if (change.value("column") == "name") {
            named = true;
            QCOMPARE(change.value("table").toString(), "patient");
            QCOMPARE(change.value("to").toString(), "陈淑芬");
            QVERIFY(change.value("from").isNull());
            QCOMPARE(change.value("user").toString(), "owner");
        }
    }
    QVERIFY(named);
    QVERIFY(onClinic({"patient", "history", "1"}).out.contains("陈淑芬"));
}

void TestCli::log_tableAndSince_narrow()
{
    const auto all = onClinic({"log", "--jsonl"}).jsonLines();
    const auto patients = onClinic({"log", "--jsonl", "--table", "patient"}).jsonLines();
    QVERIFY(!patients.isEmpty() && patients.size() < all.size());
    for (const QJsonObject &record : patients) {
        QCOMPARE(record.value("act").toString(), "patient.register");
        QCOMPARE(record.value("hash").toString().size(), 64);
    }
    QVERIFY(onClinic({"log", "--jsonl", "--since", "2199-01-01"}).jsonLines().isEmpty());
    QCOMPARE(onClinic({"log", "--json"}).json().value("records").toArray().size(), all.size());
    QCOMPARE(onClinic({"log", "--table", "no_such_table"}).exit, 1);
}

void TestCli::verify_soundStore_saysCounts()
{
    const Ran ran = onClinic({"verify", "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    QVERIFY(ran.json().value("pages").toInt() > 10);
    QVERIFY(ran.json().value("records").toInt() >= 2);
    QCOMPARE(ran.json().value("head").toString().size(), 64);
    QVERIFY(ran.json().value("audit").toObject().value("rows").toInt() > 1);
    QVERIFY(ran.json().value("problems").toArray().isEmpty());
}

void TestCli::verify_damagedStore_exitsFour()
{
    copyClinic("damaged");
    QFile database(m_program.file("damaged/clinic.db"));
    QVERIFY(database.open(QIODevice::ReadWrite));
    for (qint64 at = 5 * 4096 + 100; at < database.size(); at += 4096) {
        database.seek(at);
        const char byte = static_cast<char>(~database.peek(1)[0]);
        database.write(&byte, 1);
    }
    database.close();
    const Ran ran = m_program.on("damaged", {"verify", "--json"});
    QCOMPARE(ran.exit, 4);
    QVERIFY(!ran.err.isEmpty());
}

void TestCli::backup_andRestore_bringTheClinicBack()
{
    QCOMPARE(m_program
                 .on("kept", {"init", "--clinic", "留存堂", "--user", "owner", "--recovery-out",
                              m_program.file("kept-sheet.txt")})
                 .exit,
             0);
    QCOMPARE(m_program.on("kept", {"patient", "add", "-"}, patientJson("留存", "13700137001")).exit, 0);
    const Ran made = m_program.on("kept", {"backup", m_program.file("stick"), "--json"});
    QCOMPARE(made.exit, 0);
    QCOMPARE(membersOf(made.json()), (QStringList{"audit", "bytes", "files", "head", "id", "pages", "path", "records",
                                                  "removed", "seconds", "state", "verified"}));
    QCOMPARE(made.json()["verified"], QJsonValue(true));
    QVERIFY(made.json()["records"].toInt() > 0);
    const QString backup = made.json()["path"].toString();
    QCOMPARE(m_program.on("kept", {"patient", "add", "-"}, patientJson("后来", "13700137002")).exit, 0);
    QCOMPARE(m_program.on("kept", {"verify", "--against", backup}).exit, 0);

    m_program.setPassword("Not-The-Password-1");
    const Ran refused = m_program.on("kept", {"restore", backup});
    m_program.setPassword(Program::password());
    QCOMPARE(refused.exit, 3);
    QVERIFY(refused.out.isEmpty());

    const Ran back = m_program.on("kept", {"restore", backup, "--json"});
    QCOMPARE(back.exit, 0);
    QCOMPARE(membersOf(back.json()),
             (QStringList{"audit", "before", "head", "made", "passwords", "records", "state", "store"}));
    QCOMPARE(back.json()["state"], made.json()["state"]);
    QCOMPARE(back.json()["passwords"].toString(), QStringLiteral("today"));
    QVERIFY(QFileInfo::exists(back.json()["before"].toString()));
    QCOMPARE(m_program.on("kept", {"patient", "search", "留存", "--json"}).json()["patients"].toArray().size(), 1);
    QCOMPARE(m_program.on("kept", {"patient", "search", "后来", "--json"}).json()["patients"].toArray().size(), 0);

    // On another PC, with nothing but the backup and the paper.
    const Ran elsewhere =
        m_program.on("elsewhere", {"restore", backup, "--recovery-file", m_program.file("kept-sheet.txt"), "--json"});
    QCOMPARE(elsewhere.exit, 0);
    QCOMPARE(elsewhere.json()["passwords"].toString(), QStringLiteral("backup"));
    QCOMPARE(m_program.on("elsewhere", {"verify"}).exit, 0);
    QCOMPARE(m_program.on("elsewhere", {"restore", m_program.file("kept")}).exit, 1); // no backup there
}

void TestCli::backup_unknownUser_makesNothing()
{
    const Ran own = m_program.on("clinic", {"backup", m_program.file("elsewhere-place"), "--user", "nobody"});
    QCOMPARE(own.exit, 3);
    QVERIFY(!QFileInfo::exists(m_program.file("elsewhere-place")));
}

void TestCli::verify_againstBackup_missesWhatWasCut()
{
    QCOMPARE(m_program.on("cut", {"init", "--clinic", "断尾堂", "--user", "owner"}).exit, 0);
    const auto copyTo = [&](const QString &name) {
        QDir().mkpath(m_program.file(name));
        for (const char *file : {"keyring", "clinic.db"}) {
            QFile::remove(m_program.file(name) + u'/' + QLatin1String(file));
            QVERIFY(QFile::copy(m_program.file("cut") + u'/' + QLatin1String(file),
                                m_program.file(name) + u'/' + QLatin1String(file)));
        }
    };
    copyTo("earlier");
    QCOMPARE(m_program.on("cut", {"patient", "add", "-"}, patientJson("被删", "13700137003")).exit, 0);
    const Ran made = m_program.on("cut", {"backup", m_program.file("witness"), "--json"});
    QCOMPARE(made.exit, 0);
    // The whole store put back to an earlier day holds in itself; only the backup knows better.
    QCOMPARE(m_program.on("earlier", {"verify"}).exit, 0);
    const Ran against = m_program.on("earlier", {"verify", "--against", made.json()["path"].toString(), "--json"});
    QCOMPARE(against.exit, 4);
    QVERIFY(QString::fromUtf8(against.out).contains(u"witness.record-cut"));
}

void TestCli::keyring_damaged_exitsFour()
{
    copyClinic("keyless");
    for (const QString &name : QDir(m_program.file("keyless")).entryList({"keyring*"}, QDir::Files))
        m_program.write("keyless/" + name, "no keyring at all");
    const Ran ran = m_program.on("keyless", {"verify"});
    QCOMPARE(ran.exit, 4);
    QVERIFY(QFile::remove(m_program.file("keyless/keyring")));
    QCOMPARE(m_program.on("keyless", {"verify"}).exit, 4);
}

void TestCli::demo_twice_fillsOnceAndTheSame()
{
    QList<QJsonObject> reports;
    for (const QString name : {"demo1", "demo2"}) {
        QCOMPARE(m_program.on(name, {"init", "--clinic", "示范", "--user", "owner", "--training"}).exit, 0);
        const Ran ran = m_program.on(
            name, {"--user", "owner", "demo", "--patients", "12", "--years", "1", "--seed", "5", "--json"});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        reports << ran.json();
        QVERIFY(reports.last().value("seconds").toDouble() > 0);
        reports.last().remove("seconds");
    }
    QCOMPARE(reports[0], reports[1]);
    QCOMPARE(reports[0].value("patients").toInt(), 12);
    QVERIFY(reports[0].value("visits").toInt() >= 12);
    QVERIFY(reports[0].value("prescriptions").toInt() > 0);
    QString roles;
    for (const QJsonValue &user : reports[0].value("users").toArray()) {
        QVERIFY(!user["login"].toString().isEmpty() && !user["password"].toString().isEmpty());
        roles += user["roles"].toString();
    }
    QCOMPARE(QSet<QChar>(roles.cbegin(), roles.cend()).size(), 6);
    const Ran again = m_program.on("demo1", {"--user", "owner", "demo", "--patients", "5"});
    QCOMPARE(again.exit, 1);
}

void TestCli::demo_realClinic_isRefused()
{
    const Ran ran = onClinic({"demo", "--patients", "5"});
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.out.isEmpty());
}

void TestCli::permission_dispenser_mayNotRegister()
{
    m_program.setPassword("xinglin-demo");
    const Ran add = m_program.on("demo1", {"--user", "yaofang", "patient", "add"}, patientJson("王", "13800138000"));
    const Ran search = m_program.on("demo1", {"--user", "qiantai", "patient", "search", "", "--json"});
    const Ran noUser = m_program.on("demo1", {"patient", "search", ""});
    m_program.setPassword(Program::password());
    QCOMPARE(add.exit, 3);
    QVERIFY(add.out.isEmpty());
    QCOMPARE(search.exit, 0);
    QCOMPARE(search.json().value("patients").toArray().size(), 12);
    QVERIFY(!search.json().value("patients").toArray().first().toObject().value("last_visit").isNull());
    QCOMPARE(noUser.exit, 2);
}

void TestCli::resolve_names_oneObjectALine()
{
    const QByteArray names = "炙甘草\r\n生地\n\n麸炒白术\n无此药\n";
    const Ran ran = m_program.run({"herb", "resolve", "-", "--json"}, names);
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const auto lines = ran.jsonLines();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].value("herb").toString(), "zhi-gan-cao");
    QCOMPARE(lines[0].value("how").toString(), "exact");
    QCOMPARE(lines[1].value("herb").toString(), "sheng-di-huang");
    QCOMPARE(lines[2].value("herb").toString(), "bai-zhu");
    QCOMPARE(lines[2].value("processed").toString(), "麸炒");
    QCOMPARE(lines[3].value("name").toString(), "无此药");
    QVERIFY(lines[3].value("herb").isNull());
    QCOMPARE(m_program.run({"herb", "resolve", "-", "--fail-on", "unknown"}, names).exit, 1);
    QCOMPARE(m_program.run({"herb", "resolve", "-", "--fail-on", "unknown"}, "甘草\n").exit, 0);
    QCOMPARE(m_program.run({"herb", "resolve", m_program.write("names", names)}).exit, 0);
    QCOMPARE(m_program.run({"herb", "resolve", m_program.file("no such file")}).exit, 5);
    QCOMPARE(m_program.run({"herb", "resolve", m_program.folder()}).exit, 5);
    QCOMPARE(m_program.run({"herb", "resolve", "-"}, "甘草\n\xb8\xca\xb2\xdd\n").exit, 5);
    QCOMPARE(m_program.run({"herb", "resolve", "-"}, QByteArray(17 * 1024 * 1024, 'x')).exit, 5);
    QCOMPARE(m_program.run({"herb", "resolve", "-", "--json"}, "").out, "");
}

void TestCli::check_findings_failOnRequest()
{
    const QByteArray pair =
        R"({"herbs":[{"name":"甘草","dose_g":6},{"name":"甘遂","dose_g":1},{"name":"无此药","dose_g":3}],
        "route":"decoction","patient":{"sex":"male","age":40}})";
    const Ran ran = m_program.run({"prescription", "check", "-", "--json"}, pair);
    QVERIFY2(ran.exit == 0, ran.err.constData());
    for (const char *member : {"findings", "resolved", "scope"})
        QVERIFY(ran.json().contains(QLatin1String(member)));
    const QJsonObject finding = ran.json().value("findings").toArray().first().toObject();
    for (const char *member : {"rule", "severity", "herbs", "message_zh", "message_en", "source"})
        QVERIFY2(finding.contains(QLatin1String(member)), member);
    QCOMPARE(finding.value("severity").toString(), "severe");
    QCOMPARE(finding.value("herbs").toArray(), (QJsonArray{"甘草", "甘遂"}));
    QCOMPARE(ran.json().value("scope").toObject().value("checked").toInt(), 2);
    QCOMPARE(ran.json().value("scope").toObject().value("unknown").toArray(), QJsonArray{"无此药"});
    const QByteArray mild =
        R"({"herbs":[{"name":"甘草","dose_g":6}],"route":"decoction","patient":{"sex":"male","age":40}})";
    QCOMPARE(m_program.run({"prescription", "check", "-", "--fail-on", "severe"}, pair).exit, 1);
    QCOMPARE(m_program.run({"prescription", "check", "-", "--fail-on", "unknown"}, pair).exit, 1);
    QCOMPARE(m_program.run({"prescription", "check", "-", "--fail-on", "note", "--fail-on", "unknown"}, mild).exit, 0);
    QVERIFY(m_program.run({"prescription", "check", "-"}, pair).out.contains("甘遂"));
}

void TestCli::check_badInput_isRejected_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no herbs") << QByteArray(R"({"route":"decoction"})");
    QTest::newRow("dose as text") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":"6"}],"route":"decoction"})");
    QTest::newRow("dose negative") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":-6}],"route":"decoction"})");
    QTest::newRow("dose huge") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":1e300}],"route":"decoction"})");
    QTest::newRow("route") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":6}],"route":"nose"})");
    QTest::newRow("sex") << QByteArray(R"({"herbs":[],"route":"decoction","patient":{"sex":7}})");
    QTest::newRow("packets") << QByteArray(R"({"herbs":[],"route":"decoction","packets_per_day":0})");
    QTest::newRow("not UTF-8") << QByteArray("{\"herbs\":[{\"name\":\"\xb8\xca\"}],\"route\":\"decoction\"}");
}

void TestCli::check_badInput_isRejected()
{
    QFETCH(QByteArray, input);
    const Ran ran = m_program.run({"prescription", "check", "-", "--json"}, input);
    QCOMPARE(ran.exit, 5);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestCli::score_vectors_agree()
{
    int scored = 0;
    for (const QJsonValue vector : test::naive::catalogue()["test_vectors"].toArray()) {
        const QString form = vector["form"] == "adult" ? u"standard"_qs : vector["form"].toString();
        if (form != "standard" && form != "elderly")
            continue;
        const QByteArray input = constitutionJson(form, vector["sex"].toString(), vector["answers"].toObject());
        const Ran ran = m_program.run({"constitution", "score", "-", "--json"}, input);
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonArray types = ran.json().value("types").toArray();
        QCOMPARE(types.size(), 9);
        for (const QJsonValue type : types) {
            const QString id = type["id"].toString();
            QCOMPARE(type["decision"], vector["expect_result"][id]);
            QCOMPARE(type["raw"], vector[form == "standard" ? "expect_raw" : "expect_sum"][id]);
            if (form == "standard")
                QVERIFY(qAbs(type["transformed"].toDouble() - vector["expect_score"][id].toDouble()) < 0.0001);
            else
                QVERIFY(type["transformed"].isNull());
        }
        ++scored;
    }
    QCOMPARE(scored, 12);
}

void TestCli::score_thousandRandomSets_agreeWithASecondImplementation()
{
    SeededRandom random(1572009);
    for (int i = 0; i < 1000; ++i) {
        const QString form = i % 2 == 0 ? u"standard"_qs : u"elderly"_qs;
        const QString sex = i % 4 < 2 ? u"female"_qs : u"male"_qs;
        const auto answers = test::naive::randomAnswers(form, sex, random);
        const auto expected = test::naive::scores(form, sex, answers);
        const Ran ran =
            m_program.run({"constitution", "score", "-", "--json"}, constitutionJson(form, sex, objectOf(answers)));
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonArray types = ran.json().value("types").toArray();
        QCOMPARE(types.size(), expected.size());
        for (const QJsonValue type : types) {
            const test::naive::Line line = expected.value(type["id"].toString());
            QCOMPARE(type["raw"].toInt(-1), line.sum);
            QCOMPARE(type["decision"].toString(), line.verdict);
            if (form == "standard")
                QVERIFY(qAbs(type["transformed"].toDouble(-1) - line.hundredths) < 1e-9);
        }
    }
}

void TestCli::score_words_areAligned()
{
    test::naive::Given answers;
    for (const QString &id : test::naive::asked(u"standard"_qs, u"male"_qs))
        answers.insert(id, 3);
    const QByteArray input = constitutionJson(u"standard"_qs, u"male"_qs, objectOf(answers));
    const Ran chinese = m_program.run({"--lang", "zh_CN", "constitution", "score", m_program.write("answers", input)});
    QVERIFY2(chinese.exit == 0, chinese.err.constData());
    QVERIFY(chinese.out.contains("湿热质  18  "));
    const Ran english = m_program.run({"--lang", "en", "constitution", "score", "-"}, input);
    QVERIFY(english.out.contains("Damp-heat constitution"));
    QVERIFY(english.out.contains("50.00"));
    QVERIFY(english.err.contains("Qi-deficiency"));
}

void TestCli::score_badInput_isRejected_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    test::naive::Given whole;
    for (const QString &id : test::naive::asked(u"elderly"_qs, {}))
        whole.insert(id, 2);
    const auto with = [&](const QString &item, const QJsonValue &answer) {
        QJsonObject answers = objectOf(whole);
        answers.insert(item, answer);
        return constitutionJson(u"elderly"_qs, {}, answers);
    };
    const auto without = [&](const QString &item) {
        QJsonObject answers = objectOf(whole);
        answers.remove(item);
        return constitutionJson(u"elderly"_qs, {}, answers);
    };
    const QJsonObject none;
    QTest::newRow("nothing") << QByteArray() << QByteArray("byte");
    QTest::newRow("no form") << QByteArray(R"({"answers":{}})") << QByteArray("form: ");
    QTest::newRow("strange form") << constitutionJson(u"adult"_qs, u"male"_qs, none) << QByteArray("form: ");
    QTest::newRow("strange sex") << constitutionJson(u"standard"_qs, u"男"_qs, none) << QByteArray("sex: ");
    QTest::newRow("no sex") << constitutionJson(u"standard"_qs, {}, {{"ccmq_energy", 3}}) << QByteArray("sex: ");
    QTest::newRow("no answers") << QByteArray(R"({"form":"elderly"})") << QByteArray("answers: ");
    QTest::newRow("answers as list") << QByteArray(R"({"form":"elderly","answers":[1,2]})") << QByteArray("answers: ");
    QTest::newRow("member unknown") << QByteArray(R"({"form":"elderly","answers":{},"mood":"good"})")
                                    << QByteArray("mood: ");
    QTest::newRow("one missing") << without(u"eld_17_allergy"_qs) << QByteArray("eld_17_allergy");
    QTest::newRow("unknown item") << with(u"eld_34"_qs, 3) << QByteArray("answers.eld_34: ");
    QTest::newRow("too small") << with(u"eld_01_energy"_qs, 0) << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("too large") << with(u"eld_01_energy"_qs, 6) << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("huge") << with(u"eld_01_energy"_qs, 1e300) << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("half") << with(u"eld_01_energy"_qs, 2.5) << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("text") << with(u"eld_01_energy"_qs, "3") << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("null") << with(u"eld_01_energy"_qs, QJsonValue()) << QByteArray("answers.eld_01_energy: ");
    QTest::newRow("item of the other sex") << constitutionJson(u"standard"_qs, u"female"_qs, {{"ccmq_damp_scrotum", 2}})
                                           << QByteArray("answers.ccmq_damp_scrotum: ");
}

void TestCli::score_badInput_isRejected()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    const Ran ran = m_program.run({"--lang", "en", "constitution", "score", "-", "--json"}, input);
    QCOMPARE(ran.exit, 5);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains(says), ran.err.constData());
}

void TestCli::output_fullDisk_isNoSuccess()
{
    QProcess process;
    m_program.prepare(process, {"--help"});
    process.setStandardOutputFile("/dev/full");
    process.start();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
}

void TestCli::language_chinese_isSpoken()
{
    const QByteArray pair = R"({"herbs":[{"name":"甘草","dose_g":6},{"name":"甘遂","dose_g":1}],"route":"decoction"})";
    QVERIFY(m_program.run({"--lang", "zh_CN", "prescription", "check", "-"}, pair).out.contains("十八反"));
    QVERIFY(m_program.run({"--lang", "en", "prescription", "check", "-"}, pair).out.contains("stand together"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
