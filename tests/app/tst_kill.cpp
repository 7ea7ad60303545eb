#include "access/session.h"
#include "base/text/searchkeys.h"
#include "clinic/followers.h"
#include "store/failure.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace xinglin;

namespace {

const QString login = QStringLiteral("owner");
const QString password = QStringLiteral("Apricot-Grove-7");

/// What an act left in the store, by its kind and id: the act's number and whether all of its rows are there.
struct Left
{
    qint64 act = 0;
    bool whole = false;
};
using Acts = QMap<QString, Left>; ///< By "patient <id>" …

qint64 numberIn(const QString &text)
{
    qsizetype from = text.size();
    while (from > 0 && text.at(from - 1).isDigit())
        --from;
    return text.mid(from).toLongLong();
}

/// Everything that acts have written, past the gate.
Acts actsIn(const store::Snapshot &view)
{
    Acts acts;
    store::Query patients =
        view.connection().internal("SELECT p.id, p.name, p.phone, (SELECT count(*) FROM patient_phone t WHERE "
                                   "t.patient_id = p.id AND t.ended = 0),"
                                   " EXISTS(SELECT 1 FROM patient_rank r WHERE r.pid = p.n) FROM patient p");
    while (patients.next()) {
        const qint64 act = numberIn(patients.get<QString>(1));
        const bool whole = patients.get<QString>(2) == QStringLiteral("138%1").arg(act, 8, 10, QLatin1Char('0')) &&
                           patients.get<int>(3) == 2 && patients.get<bool>(4);
        acts.insert(QStringLiteral("patient ") + patients.get<Uuid>(0).toString(), {act, whole});
    }
    store::Query allergies = view.connection().internal("SELECT id, substance, reaction FROM allergy");
    while (allergies.next())
        acts.insert(QStringLiteral("allergy ") + allergies.get<Uuid>(0).toString(),
                    {numberIn(allergies.get<QString>(1)), allergies.get<QString>(2) == QStringLiteral("疹")});
    store::Query visits = view.connection().internal(
        "SELECT v.id, v.status, r.complaint, r.status,"
        " (SELECT count(*) FROM answer a WHERE a.revision_id = r.id),"
        " (SELECT count(*) FROM diagnosis d WHERE d.revision_id = r.id), p.number,"
        " (SELECT count(*) FROM prescription_item i WHERE i.prescription_id = p.id) FROM visit v"
        " LEFT JOIN visit_revision r ON r.visit_id = v.id LEFT JOIN prescription p ON p.revision_id = r.id");
    while (visits.next()) {
        const qint64 act = numberIn(visits.get<QString>(2));
        const bool whole = visits.get<QString>(1) == u"finished" && visits.get<QString>(3) == u"final" &&
                           visits.get<int>(4) == 1 && visits.get<int>(5) == 1 && !visits.get<QString>(6).isEmpty() &&
                           visits.get<qint64>(7) == 2 + act % 5;
        acts.insert(QStringLiteral("visit ") + visits.get<Uuid>(0).toString(), {act, whole});
    }
    return acts;
}

/// Patients whose search keys are not those that their row makes.
qint64 wrongKeys(const store::Snapshot &view)
{
    QHash<qint64, QStringList> stored;
    store::Query keys = view.connection().internal("SELECT pid, k FROM search_key");
    while (keys.next())
        stored[keys.get<qint64>(0)] << keys.get<QString>(1);
    qint64 wrong = 0;
    store::Query patients = view.connection().internal("SELECT n, id, name, phone, number FROM patient");
    while (patients.next()) {
        SearchSubject subject{patients.get<QString>(2), {patients.get<QString>(3)}, {}, patients.get<QString>(4), {}};
        store::Query phones = view.connection().internal("SELECT phone FROM patient_phone WHERE patient_id = ?1");
        phones.bind(patients.get<Uuid>(1));
        while (phones.next())
            subject.phones << phones.get<QString>(0);
        QStringList there = stored.take(patients.get<qint64>(0));
        there.sort();
        wrong += there != searchKeys(subject) ? 1 : 0;
    }
    return wrong + stored.size();
}

} // namespace

/// A clinic that is killed at any moment keeps what it acknowledged, whole, and beyond it at most the act in flight.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kill_atAnyMoment_losesNothingAcknowledged();

private:
    access::Surroundings around();
    /// Lines of the child that was killed after a while.
    QStringList killedRun(qint64 firstAct, quint64 seed);
    void check(const QStringList &lines, bool thoroughly);

    SystemClock m_clock;
    SystemRandom m_random;
    DiskFiles m_files;
    QTemporaryDir m_folder;
    SeededRandom m_choice{20260312};
    Acts m_known;
    qint64 m_acknowledged = 0;
    qint64 m_inFlight = 0;
    qint64 m_nextAct = 1;
};

access::Surroundings TestKill::around()
{
    access::Surroundings around;
    around.folder = m_folder.filePath(QStringLiteral("clinic"));
    around.clock = &m_clock;
    around.random = &m_random;
    around.files = &m_files;
    around.quickKeys = true;
    return around;
}

void TestKill::initTestCase()
{
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂");
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = login;
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.owner.roles = access::Role::Practitioner | access::Role::Receptionist;
    wishes.password = password;
    const auto founded = access::setUp(around(), wishes);
    QVERIFY2(founded.ok(), founded ? "" : qPrintable(founded.error().message));
}

QStringList TestKill::killedRun(qint64 firstAct, quint64 seed)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/killchild"),
                {around().folder, QString::number(firstAct), QString::number(seed)});
    if (!child.waitForStarted())
        return {QStringLiteral("fail the child did not start")};
    // One round in four is killed at any moment of signing in; the others at work.
    QByteArray output;
    unsigned long delayMs = static_cast<unsigned long>(m_choice.below(90));
    if (m_choice.below(4) != 0) {
        while (!output.contains("ready") && child.waitForReadyRead(20000))
            output += child.readAllStandardOutput();
    } else {
        delayMs *= 3;
    }
    QThread::usleep(delayMs * 1000 + static_cast<unsigned long>(m_choice.below(1000)));
    child.kill();
    child.waitForFinished();
    output += child.readAllStandardOutput();
    // A line that was cut short acknowledged nothing.
    QStringList lines = QString::fromUtf8(output).split(u'\n');
    lines.removeLast();
    return lines;
}

void TestKill::check(const QStringList &lines, bool thoroughly)
{
    auto session = access::signIn(around(), login, password);
    QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message + session.error().detail));
    const auto view = session->store->snapshot(session->actor);
    const Acts acts = actsIn(*view);
    for (auto it = acts.cbegin(); it != acts.cend(); ++it)
        QVERIFY2(it->whole, qPrintable(QStringLiteral("%1 of act %2 is not whole").arg(it.key()).arg(it->act)));
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
        QVERIFY2(acts.contains(it.key()) && acts.value(it.key()).act == it->act, qPrintable(it.key()));
    qint64 last = m_nextAct - 1;
    for (const QString &line : lines) {
        QVERIFY2(!line.startsWith(u"fail"), qPrintable(line));
        if (!line.startsWith(u"ack "))
            continue;
        const qint64 act = line.section(u' ', 1, 1).toLongLong();
        const QString key = line.section(u' ', 2);
        QCOMPARE(act, ++last);
        QVERIFY2(acts.contains(key) && acts.value(key).act == act, qPrintable(QStringLiteral("lost: ") + line));
        m_known.insert(key, acts.value(key));
        ++m_acknowledged;
    }
    const qsizetype beyond = acts.size() - m_known.size();
    QVERIFY2(beyond <= 1, qPrintable(QStringLiteral("%1 acts that nobody acknowledged").arg(beyond)));
    if (beyond == 1) {
        ++m_inFlight;
        for (auto it = acts.cbegin(); it != acts.cend(); ++it)
            QVERIFY(m_known.contains(it.key()) || it->act == last + 1);
    }
    m_known = acts;
    m_nextAct = last + 2;
    if (thoroughly) {
        QCOMPARE(session->store->verify().problems, QStringList());
        QCOMPARE(wrongKeys(*view), 0);
    }
}

void TestKill::kill_atAnyMoment_losesNothingAcknowledged()
{
    constexpr int rounds = 100;
    QElapsedTimer time;
    time.start();
    for (int round = 1; round <= rounds; ++round) {
        const QStringList lines = killedRun(m_nextAct, static_cast<quint64>(round));
        check(lines, round % 10 == 0);
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    qInfo("%lld acknowledged, %lld in flight, %lld ms", m_acknowledged, m_inFlight, time.elapsed());
    // The kills must have hit work, or nothing was proven.
    QVERIFY(m_acknowledged > rounds);
    QVERIFY(m_inFlight > 0);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
