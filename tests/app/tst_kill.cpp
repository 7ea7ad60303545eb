#include "access/drafts.h"
#include "access/session.h"
#include "base/text/searchkeys.h"
#include "clinic/followers.h"
#include "store/backup.h"
#include "store/failure.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace xinglin;

namespace {

const QString login = QStringLiteral("owner");
const QString firstPassword = QStringLiteral("Apricot-Grove-0");
const QByteArray endOfRound = "\x04"; ///< Of killchild.

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
                                   " EXISTS(SELECT 1 FROM patient_rank r WHERE r.pid = p.n), p.source, p.desk_alert"
                                   " FROM patient p");
    while (patients.next()) {
        const qint64 act = numberIn(patients.get<QString>(1));
        const bool whole = patients.get<QString>(2) == QStringLiteral("138%1").arg(act, 8, 10, QLatin1Char('0')) &&
                           patients.get<int>(3) == 2 && patients.get<bool>(4);
        acts.insert(QStringLiteral("patient ") + patients.get<Uuid>(0).toString(), {act, whole});
        const QString source = patients.get<QString>(5);
        if (!source.isEmpty())
            acts.insert(QStringLiteral("edit ") + patients.get<Uuid>(0).toString(),
                        {numberIn(source), source == patients.get<QString>(6)});
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

/// Names of files beside the store; "" for one that is not called after its bytes.
QSet<QByteArray> attachedFiles(const QString &folder)
{
    QSet<QByteArray> names;
    QDirIterator files(folder + QStringLiteral("/attachments"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        names.insert(store::AttachedFiles::nameAt(QDir(folder).relativeFilePath(files.next())));
    return names;
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
/// XINGLIN_KILLS says how often, 300 by default; XINGLIN_KILL_SEED moves the seeds, so that runs can share the rounds.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kill_atAnyMoment_losesNothingAcknowledged();
    void cleanupTestCase();

private:
    static constexpr int ClinicRounds = 50; ///< Then another clinic follows, so that looking stays quick.

    access::Surroundings around() const;
    void found();
    /// Waits until the lender or its worker has said @p word, and returns what follows on its line.
    QByteArray heard(const QByteArray &word);
    /// Lines of the worker that was killed after a while.
    QStringList killedRun(qint64 firstAct, quint64 seed);
    /// While the process @p worker works in the clinic.
    void tryToOpen(pid_t worker);
    Result<access::Session> signIn();
    Acts actsIn(const store::Snapshot &view, const access::Session &session) const;
    void check(const QStringList &lines, bool thoroughly);

    SystemClock m_clock;
    mutable SystemRandom m_random;
    mutable DiskFiles m_files;
    QTemporaryDir m_template;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_lender;   ///< Of workers: killchild.
    QByteArray m_output; ///< Its and its worker's of this round.
    quint64 m_seed = 0;  ///< Of the first round.
    SeededRandom m_choice{20260312};
    Acts m_known;
    qint64 m_password = 0; ///< The act that set it.
    qint64 m_acknowledged = 0;
    qint64 m_inFlight = 0;
    qint64 m_inSignIn = 0; ///< Killed before signing in was done.
    qint64 m_refused = 0;  ///< Second processes.
    qint64 m_backups = 0;
    qint64 m_nextAct = 1;
};

access::Surroundings TestKill::around() const
{
    access::Surroundings around;
    around.folder = (m_folder ? *m_folder : m_template).filePath(QStringLiteral("clinic"));
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
    wishes.password = firstPassword;
    const auto founded = access::setUp(around(), wishes);
    QVERIFY2(founded.ok(), founded ? "" : qPrintable(founded.error().message));
    m_seed = qEnvironmentVariable("XINGLIN_KILL_SEED").toULongLong();
    m_choice = SeededRandom(20260312 + m_seed);
    m_lender.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_lender.start(QCoreApplication::applicationDirPath() + QStringLiteral("/killchild"), {});
    QVERIFY(m_lender.waitForStarted());
}

void TestKill::cleanupTestCase()
{
    m_lender.closeWriteChannel();
    QVERIFY(m_lender.waitForFinished());
    QCOMPARE(m_lender.exitCode(), 0);
}

void TestKill::found()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkdir(around().folder));
    const QDir made(m_template.filePath(QStringLiteral("clinic")));
    for (const QString &name : made.entryList(QDir::Files))
        QVERIFY(QFile::copy(made.filePath(name), around().folder + u'/' + name));
    m_known.clear();
    m_password = 0;
    m_nextAct = 1;
}

void TestKill::tryToOpen(pid_t worker)
{
    const auto opened = signIn();
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == Code::InUse, qPrintable(opened.error().message));
    // A person must be able to find it.
    QVERIFY2(opened.error().message.contains(QStringLiteral("process %1").arg(worker)),
             qPrintable(opened.error().message));
    ++m_refused;
}

QByteArray TestKill::heard(const QByteArray &word)
{
    while (!m_output.contains(word) && !m_output.contains("fail ") && m_lender.waitForReadyRead(60000))
        m_output += m_lender.readAllStandardOutput();
    const qsizetype at = m_output.indexOf(word);
    const qsizetype end = at < 0 ? -1 : m_output.indexOf('\n', at);
    return end < 0 ? QByteArray() : m_output.sliced(at + word.size(), end - at - word.size());
}

QStringList TestKill::killedRun(qint64 firstAct, quint64 seed)
{
    m_output.clear();
    m_lender.write(QStringLiteral("%1\t%2\t%3\tApricot-Grove-%4\n")
                       .arg(around().folder)
                       .arg(firstAct)
                       .arg(seed)
                       .arg(m_password)
                       .toUtf8());
    const auto worker = static_cast<pid_t>(heard("worker ").toInt());
    if (worker <= 0)
        return {QStringLiteral("fail no worker: ") + QString::fromUtf8(m_output)};
    // One round in five is killed at any moment of signing in; the others at work.
    quint64 delayUs = m_choice.below(60'000);
    if (m_choice.below(5) != 0) {
        heard("ready");
        if (m_choice.below(3) == 0 && m_output.contains("ready"))
            tryToOpen(worker);
        if (m_choice.below(12) == 0)
            delayUs += 500'000; // long enough for a backup now and then
    }
    QThread::usleep(delayUs);
    ::kill(worker, SIGKILL);
    m_lender.write("over\n");
    const QByteArray end = heard(endOfRound);
    m_inSignIn += m_output.contains("ready\n") ? 0 : 1;
    // A line that was cut short acknowledged nothing.
    const qsizetype cut = m_output.indexOf(endOfRound);
    QStringList lines = QString::fromUtf8(cut < 0 ? m_output : m_output.first(cut)).split(u'\n');
    lines.removeLast();
    if (end != "signal 9")
        lines << QStringLiteral("fail the worker was not killed but ended by itself: ") + QString::fromUtf8(end);
    return lines;
}

/// With the password that was acknowledged last or the one in flight; m_password is the act of the one that fits.
Result<access::Session> TestKill::signIn()
{
    return access::signIn(around(), login, QStringLiteral("Apricot-Grove-%1").arg(m_password));
}

Acts TestKill::actsIn(const store::Snapshot &view, const access::Session &session) const
{
    Acts acts = ::actsIn(view);
    if (m_password > 0)
        acts.insert(QStringLiteral("password owner"), {m_password, true});
    store::Query attachments = view.connection().internal("SELECT id, title, file, key FROM attachment");
    QSet<QByteArray> files = attachedFiles(around().folder);
    while (attachments.next()) {
        const qint64 act = numberIn(attachments.get<QString>(1));
        QByteArray key = attachments.get<QByteArray>(3);
        const QByteArray name = attachments.get<QByteArray>(2);
        const auto bytes = session.store->attached().read(name, SecretBytes::take(key));
        acts.insert(QStringLiteral("attachment ") + attachments.get<Uuid>(0).toString(),
                    {act, bytes && *bytes == QByteArray::number(act).repeated(20'000)});
        files.remove(name);
    }
    if (!files.isEmpty())
        acts.insert(QStringLiteral("file that nothing names"), {0, false});
    const auto plate = access::lookAt(around());
    store::Query people = view.connection().internal(
        "SELECT u.id, u.login, u.name, (SELECT count(*) FROM user_role r WHERE r.user_id = u.id) FROM user u");
    qsizetype rows = 0;
    while (people.next()) {
        ++rows;
        const QString name = people.get<QString>(1);
        if (name == login)
            continue;
        const qint64 act = numberIn(name);
        acts.insert(QStringLiteral("person ") + people.get<Uuid>(0).toString(),
                    {act, numberIn(people.get<QString>(2)) == act && people.get<int>(3) == 1 && plate &&
                              plate->logins.contains(name)});
    }
    if (!plate || plate->logins.size() != rows)
        acts.insert(QStringLiteral("keyring"), {0, false});
    if (const auto kept = drafts::mine(view); kept) {
        for (const drafts::Kept &draft : *kept) {
            const auto content = drafts::open(*session.userSecret, session.user, draft);
            acts.insert(QStringLiteral("draft ") + draft.place.subject.toString(),
                        {content ? content->toLongLong() : 0, content.ok()});
        }
    } else {
        acts.insert(QStringLiteral("drafts"), {0, false});
    }
    return acts;
}

void TestKill::check(const QStringList &lines, bool thoroughly)
{
    qint64 last = m_nextAct - 1;
    Acts told;
    QStringList backups;
    for (const QString &line : lines) {
        QVERIFY2(!line.startsWith(u"fail"), qPrintable(line));
        if (!line.startsWith(u"ack "))
            continue;
        const qint64 act = line.section(u' ', 1, 1).toLongLong();
        QCOMPARE(act, ++last);
        const QString what = line.section(u' ', 2);
        if (what.startsWith(u"backup "))
            backups << what.section(u' ', 1);
        else
            told.insert(what, {act, true});
        if (what.startsWith(u"password "))
            m_password = act;
        ++m_acknowledged;
    }
    auto session = signIn();
    if (!session && session.error().code == Code::WrongPassword) {
        m_password = last + 1; // the change in flight
        session = signIn();
    }
    QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message + session.error().detail));
    const auto view = session->store->snapshot(session->actor);
    const Acts acts = actsIn(*view, *session);
    for (auto it = acts.cbegin(); it != acts.cend(); ++it)
        QVERIFY2(it->whole, qPrintable(QStringLiteral("%1 of act %2 is not whole").arg(it.key()).arg(it->act)));
    Acts expected = m_known;
    for (auto it = told.cbegin(); it != told.cend(); ++it)
        expected.insert(it.key(), *it);
    int beyond = 0;
    for (auto it = acts.cbegin(); it != acts.cend(); ++it) {
        if (expected.contains(it.key()) && expected.value(it.key()).act == it->act)
            continue;
        ++beyond;
        QVERIFY2(it->act == last + 1, qPrintable(QStringLiteral("%1 of act %2").arg(it.key()).arg(it->act)));
    }
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QVERIFY2(acts.contains(it.key()), qPrintable(QStringLiteral("lost: %1 of act %2").arg(it.key()).arg(it->act)));
    QVERIFY2(beyond <= 1, qPrintable(QStringLiteral("%1 acts that nobody acknowledged").arg(beyond)));
    m_inFlight += beyond;
    m_known = acts;
    m_nextAct = last + 2;
    const auto pair = store::deviceBackupPair(*session->databaseKey);
    for (const QString &backup : std::as_const(backups)) {
        const auto manifest = store::readManifest(m_files, backup);
        QVERIFY2(manifest.ok(), manifest ? "" : qPrintable(manifest.error().message));
        const auto key = store::openBackupKey(*manifest, pair.secretKey);
        QVERIFY(key.ok());
        const auto found = store::checkBackup({m_files, m_clock, m_random, around().zone, {}, {}}, backup, *key);
        QVERIFY(found.ok());
        QCOMPARE(found->problem(), QString());
        ++m_backups;
    }
    if (thoroughly) {
        QCOMPARE(session->store->verify().problems, QStringList());
        QCOMPARE(wrongKeys(*view), 0);
    }
}

void TestKill::kill_atAnyMoment_losesNothingAcknowledged()
{
    const int rounds = std::max(
        1, qEnvironmentVariableIntValue("XINGLIN_KILLS") > 0 ? qEnvironmentVariableIntValue("XINGLIN_KILLS") : 300);
    QElapsedTimer time;
    time.start();
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        if (round % ClinicRounds == 0)
            found();
        const QStringList lines = killedRun(m_nextAct, m_seed + static_cast<quint64>(round) + 1);
        if (!QTest::currentTestFailed())
            check(lines, round % ClinicRounds == ClinicRounds - 1 || round == rounds - 1);
        if (QTest::currentTestFailed())
            qWarning("in round %d, seed %llu", round, m_seed);
    }
    qInfo("%d kills, %lld of them at signing in: %lld acknowledged, %lld in flight, %lld backups, "
          "%lld second processes refused, %lld ms",
          rounds, m_inSignIn, m_acknowledged, m_inFlight, m_backups, m_refused, time.elapsed());
    // The kills must have hit work, or nothing was proven.
    QVERIFY(m_acknowledged > rounds);
    QVERIFY(m_inFlight > 0);
    QVERIFY(m_refused > rounds / 10);
    QVERIFY(m_inSignIn > rounds / 20);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
