#include "access/drafts.h"
#include "access/session.h"
#include "clinic/draftcontent.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/treatment/treatments.h"

#include <QDateTime>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace xinglin;

namespace {

const QString login = QStringLiteral("owner");
const QString password = QStringLiteral("Apricot-Grove-7");
constexpr qint64 mostLostMs = 2000;
constexpr qsizetype atOnce = 6;

/// A screen with what is typed there, and what is looked for once the program was killed and started again.
struct Screen
{
    const char *name;
    QStringList typed;          ///< field=text, in the order of typing; a half-written one comes last.
    QStringList stands = {};    ///< Where this is not what was typed.
    const char *look = nullptr; ///< Another screen, where it is looked for there.
};

QList<Screen> screens()
{
    const auto utf8 = [](std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words)
            list << QString::fromUtf8(word);
        return list;
    };
    return {
        {"visit",
         utf8({"complaint=夜间咳嗽，痰白", "history=三日前受凉", "inspection=面白", "western=腰", "pulseRate=78",
               "advice=忌生冷", "inspectionTerms=zh", "therapyEdit=bg", "pointEdit=zus", "vitals=t36.8 bp12",
               "visitDay=2026-3"}),
         utf8({"complaint=夜间咳嗽，痰白", "history=三日前受凉", "inspection=面白", "western=腰", "pulseRate=78",
               "advice=忌生冷", "inspectionTerms=zh", "therapyEdit=bg", "pointEdit=zus", "vitals=bp12",
               "vitalsWords=Temperature\u00A036.8\u00A0°C", "visitDay=2026-3"})},
        {"visit", utf8({"tongueQuick=dh c"})},
        {"visit", utf8({"pulse0=x"})},
        {"prescription", utf8({"packets=7", "instructions=饭后温服", "herbEdit=dg 1"}),
         utf8({"instructions=饭后温服", "herbEdit=dg 1"})},
        {"wash", utf8({"route=4", "instructions=坐浴", "prescriptionPlaces=1", "herbEdit=hb 2"})},
        {"medicines",
         utf8({"medicineName=归脾丸", "medicineDose=8丸", "medicineQuantity=2", "medicineInstructions=饭后"})},
        {"template", utf8({"templateName=心脾两虚", "templateCode=xp", "templateShared=on", "part-complaint=off"})},
        {"chart", utf8({"problem=腰痛三年", "problemSince=201", "relative=外祖", "familyIllness=消渴", "familyAge=5",
                        "allergySubstance=青霉", "allergyReaction=皮疹", "medicine=华法", "dosage=2.5 m"})},
        {"chart", utf8({"allergyReaction=皮"})},
        {"details", utf8({"patientPhone=1391111", "patientNote=怕针"})},
        {"registration", utf8({"patientName=王小", "patientPhone=138", "patientBirth=1979-0", "patientSex=1"})},
        {"constitution", utf8({"answers=12345"})},
        {"patient's hands", utf8({"answers=5432"}), {}, "constitution"},
        {"sick note",
         utf8({"sickNamed=on", "sickDiagnosis=不寐", "sickRecommendation=卧床休息，多饮水", "sickTo=2026-12-3"})},
        {"amendment", utf8({"amendReason=漏记舌象"})},
        {"formula", utf8({"formulaName=益气方", "formulaCode=yq", "formulaShared=on", "formulaIndication=气虚自"})},
        {"group", utf8({"groupName=安神组", "groupCode=as", "groupShared=on", "pointEdit=zus"})},
        {"session", utf8({"needlesIn=1", "sessionNote=进针后微"})},
        {"settingsPhrases", utf8({"phraseText=嘱清淡饮食", "phraseLetters=qd", "phraseShared=on"})},
        {"settingsPrices", utf8({"priceFee=2.", "priceHerb=黄芪", "priceAmount=3.1"})},
        {"settingsPapers", utf8({"paperSize=1", "paperWriting=2", "part-logo=off", "paperLine=初诊请带医保"})},
        {"settingsClinic", utf8({"clinicAddress=杏林路 7", "clinicPhone=021-5"})},
        {"settingsPeople", utf8({"personName=王敏", "personLogin=wan"})},
    };
}

/// A program of ours, with what it says.
class Child
{
public:
    explicit Child(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/draftchild"), arguments);
    }
    bool hasTyped() { return m_process.waitForReadyRead(60000); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QStringList said()
    {
        m_process.waitForFinished(60000);
        return QString::fromUtf8(m_process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QProcess m_process;
};

} // namespace

/// Whatever kills the program, at most the last two seconds of typing are gone. XINGLIN_DRAFT_KILLS: how often.
class TestDraftKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kill_whileTyping_losesTwoSecondsAtMost();
    void kill_twoSecondsAfterTheLastKey_losesNothing_data();
    void kill_twoSecondsAfterTheLastKey_losesNothing();

private:
    access::Surroundings around()
    {
        access::Surroundings around;
        around.folder = m_folder.filePath(QStringLiteral("clinic"));
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        return around;
    }
    QString copyOfClinic(int number)
    {
        const QDir from(around().folder);
        const QDir to(m_folder.filePath(QStringLiteral("clinic%1").arg(number)));
        QDirIterator files(from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = from.relativeFilePath(files.next());
            to.mkpath(QFileInfo(to.filePath(file)).path());
            QFile::copy(from.filePath(file), to.filePath(file));
        }
        return to.path();
    }

    QTemporaryDir m_folder;
    const SystemClock m_clock;
    SystemRandom m_random;
    DiskFiles m_files;
    std::optional<Uuid> m_person;
    std::optional<Uuid> m_visit; ///< Signed, with needles ordered.
};

void TestDraftKill::initTestCase()
{
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂");
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = login;
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.owner.roles = access::Role::Practitioner | access::Role::Receptionist;
    wishes.password = password;
    auto founded = access::setUp(around(), wishes);
    QVERIFY(founded.ok());
    addFollowers(*founded->session.store);
    const auto catalog = Catalog::load();
    QVERIFY(catalog.ok());
    const auto tx = founded->session.store->begin(founded->session.actor, "patient.register");
    PatientDraft draft;
    draft.name = QStringLiteral("陈淑芬");
    draft.sex = Sex::Female;
    draft.phone = QStringLiteral("13800138000");
    const auto made = patient::register_(*tx, draft);
    QVERIFY(made.ok());
    m_person = made->id.uuid();
    consultation::Draft visit;
    visit.visit.patient = made->id;
    visit.visit.note.complaint = QStringLiteral("失眠");
    TreatmentDraft needles;
    needles.service = QStringLiteral("svc_body_needle");
    needles.name = QStringLiteral("普通针刺");
    needles.points << treatment::pointOf(**catalog, needles, *(*catalog)->points.find(QStringLiteral("st36")));
    visit.treatments << needles;
    const auto stored = consultation::sign(*tx, **catalog, visit);
    QVERIFY(stored.ok());
    m_visit = stored->revision.visit.uuid();
    tx->commit();
}

void TestDraftKill::kill_whileTyping_losesTwoSecondsAtMost()
{
    const QString folder = copyOfClinic(0);
    access::Surroundings there = around();
    there.folder = folder;
    SeededRandom choice(20260312);
    const int kills = qMax(1, qEnvironmentVariableIntValue("XINGLIN_DRAFT_KILLS"));
    qint64 worst = 0;
    for (int round = 0; round < qMax(kills, 3); ++round) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/draftchild"),
                    {folder, m_person->toString()});
        QVERIFY(child.waitForStarted());
        QVERIFY2(child.waitForReadyRead(60000), "the child never typed");
        QTest::qWait(static_cast<int>(1500 + choice.below(2500)));
        child.kill();
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(child.waitForFinished());

        QMap<qint64, qint64> typed; // when by length
        for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
            if (const QByteArrayList words = line.split(' '); words.size() == 3)
                typed.insert(words[1].toLongLong(), words[2].toLongLong());
        }
        auto session = access::signIn(there, login, password);
        QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message));
        addFollowers(*session->store);
        const auto view = session->store->snapshot(session->actor);
        const auto kept = drafts::find(*view, {draftkind::newVisit, *m_person});
        QVERIFY(kept.ok());
        qint64 length = 0;
        if (*kept) {
            const auto bytes = drafts::open(*session->userSecret, session->user, **kept);
            QVERIFY(bytes.ok());
            const auto content = visitContent(*bytes);
            QVERIFY(content.ok());
            length = content->draft.visit.note.complaint.size();
        }
        const auto firstLost = typed.upperBound(length);
        if (firstLost != typed.end())
            worst = qMax(worst, killed - *firstLost);
        QVERIFY2(firstLost == typed.end() || killed - *firstLost <= mostLostMs,
                 qPrintable(QStringLiteral("%1 of %2 letters, %3 ms").arg(length).arg(typed.size()).arg(worst)));
        QVERIFY(length >= typed.firstKey() - 1); // also what earlier rounds had typed is still there
        QCOMPARE(session->store->verify().problems, QStringList());
    }
    qInfo("%d kills; the oldest letter lost was %lld ms old", qMax(kills, 3), worst);
}

void TestDraftKill::kill_twoSecondsAfterTheLastKey_losesNothing_data()
{
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<bool>("typed");

    // Some at a time: most of it is waiting. Each has a clinic of its own.
    const QList<Screen> all = screens();
    for (qsizetype first = 0; first < all.size(); first += atOnce) {
        const QList<Screen> some = all.mid(first, atOnce);
        const auto arguments = [&](qsizetype i, const char *act, const char *screen, const QStringList &fields) {
            return QStringList{m_folder.filePath(QStringLiteral("clinic%1").arg(first + i + 1)), m_person->toString(),
                               m_visit->toString(), QLatin1String(act), QLatin1String(screen)} +
                   fields;
        };
        std::deque<Child> typing;
        for (qsizetype i = 0; i < some.size(); ++i) {
            copyOfClinic(int(first + i + 1));
            typing.emplace_back(arguments(i, "type", some[i].name, some[i].typed));
        }
        QList<bool> typed;
        for (Child &child : typing)
            typed << child.hasTyped();
        QTest::qWait(mostLostMs);
        for (Child &child : typing)
            child.kill();
        std::deque<Child> looking;
        for (qsizetype i = 0; i < some.size(); ++i)
            looking.emplace_back(arguments(i, "look", some[i].look ? some[i].look : some[i].name,
                                           some[i].stands.isEmpty() ? some[i].typed : some[i].stands));
        for (qsizetype i = 0; i < some.size(); ++i) {
            const QStringList expected = some[i].stands.isEmpty() ? some[i].typed : some[i].stands;
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(first + i + 1).arg(QLatin1String(some[i].name))))
                << expected + QStringList{QStringLiteral("offered")} << looking[size_t(i)].said() << typed[i];
        }
    }
}

void TestDraftKill::kill_twoSecondsAfterTheLastKey_losesNothing()
{
    QFETCH(QStringList, expected);
    QFETCH(QStringList, found);
    QFETCH(bool, typed);
    QVERIFY2(typed, "the child never typed");
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(found[i], expected[i]);
}

QTEST_GUILESS_MAIN(TestDraftKill)
#include "tst_draftkill.moc"
