#include "access/drafts.h"
#include "access/session.h"
#include "clinic/draftcontent.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;

namespace {

const QString login = QStringLiteral("owner");
const QString password = QStringLiteral("Apricot-Grove-7");
constexpr qint64 mostLostMs = 2000;

} // namespace

/// Whatever kills the program, at most the last two seconds of typing are gone. XINGLIN_DRAFT_KILLS: how often.
class TestDraftKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kill_whileTyping_losesTwoSecondsAtMost();
};

void TestDraftKill::kill_whileTyping_losesTwoSecondsAtMost()
{
    QTemporaryDir folder;
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = folder.filePath(QStringLiteral("clinic"));
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂");
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = login;
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.owner.roles = access::Role::Practitioner | access::Role::Receptionist;
    wishes.password = password;
    std::optional<Uuid> person;
    {
        auto founded = access::setUp(around, wishes);
        QVERIFY(founded.ok());
        addFollowers(*founded->session.store);
        const auto tx = founded->session.store->begin(founded->session.actor, "patient.register");
        PatientDraft draft;
        draft.name = QStringLiteral("陈淑芬");
        draft.phone = QStringLiteral("13800138000");
        const auto made = patient::register_(*tx, draft);
        QVERIFY(made.ok());
        person = made->id.uuid();
        tx->commit();
    }
    SeededRandom choice(20260312);
    const int kills = qMax(1, qEnvironmentVariableIntValue("XINGLIN_DRAFT_KILLS"));
    qint64 worst = 0;
    for (int round = 0; round < qMax(kills, 3); ++round) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/draftchild"),
                    {around.folder, person->toString()});
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
        auto session = access::signIn(around, login, password);
        QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message));
        addFollowers(*session->store);
        const auto view = session->store->snapshot(session->actor);
        const auto kept = drafts::find(*view, {draftkind::newVisit, *person});
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

QTEST_GUILESS_MAIN(TestDraftKill)
#include "tst_draftkill.moc"
