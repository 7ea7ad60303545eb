#include "clinic/clinic.h"
#include "support/testclinic.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace xinglin;
using namespace xinglin::test;

namespace {

constexpr char forbiddenRun[] = "XINGLIN_TEST_FORBIDDEN";

PatientDraft draftOf(const QString &name)
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = QStringLiteral("13800138000");
    return draft;
}

auto registering(const QString &name)
{
    return [name](store::Transaction &tx) { return patient::register_(tx, draftOf(name)); };
}

/// Keeps the writer busy until it is let go.
class Busy
{
public:
    explicit Busy(Clinic &clinic)
    {
        m_done = clinic.write("test.busy", [this](store::Transaction &) {
            m_begun.release();
            m_go.acquire();
        });
        m_begun.acquire();
    }
    ~Busy() { letGo(); }
    void letGo()
    {
        if (std::exchange(m_held, false))
            m_go.release();
        m_done.waitForFinished();
    }

private:
    QSemaphore m_begun;
    QSemaphore m_go;
    bool m_held = true;
    QFuture<Result<Done>> m_done;
};

auto audits(const char *action)
{
    return [action](const store::Snapshot &view) -> Result<qint64> {
        store::Query rows =
            view.connection().internal("SELECT count(*) FROM audit WHERE action = ?1 /* whole table */");
        rows.bind(action).next();
        return rows.get<qint64>(0);
    };
}

/// A look at nothing, which must be noted all the same.
auto look(const char *action)
{
    return [action](const store::Snapshot &view) -> Result<int> {
        view.audit({action, {}, {}, {}, "ok", {}});
        return 7;
    };
}

template <class T>
Result<T> answer(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

/// Threads between the screens and the store.
class TestClinicThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void read_withALook_waitsForItsAuditRow();
    void read_withoutALook_doesNotWait();
    void read_manyLooks_areAllKept();
    void read_lookThatCannotBeKept_isWithheld();
    void read_cancelled_interruptsTheQuery();
    void read_cancelledBeforeItRan_isNotRun();
    void read_exceptions_becomeRefusals();
    void write_exceptions_rollBack();
    void write_refusal_rollsBack();
    void write_inOrder_oneAfterTheOther();
    void written_afterWrites_readSeesThem();
    void changed_afterTheCommit_onTheOwnThread();
    void setActor_workAskedBefore_keepsItsOwn();
    void destructor_queuedWork_isDone();
    void forbiddenThread_askingTheStore_stopsTheProgram();

private:
    std::unique_ptr<TestClinic> m_test;
    std::unique_ptr<Clinic> m_clinic;
};

void TestClinicThreads::init()
{
    m_test = std::make_unique<TestClinic>();
    m_clinic = std::make_unique<Clinic>(m_test->takeStore(), m_test->receptionist());
}

void TestClinicThreads::cleanup()
{
    m_clinic.reset();
    m_test.reset();
}

void TestClinicThreads::read_withALook_waitsForItsAuditRow()
{
    Busy busy(*m_clinic);
    QSemaphore ran;
    auto future = m_clinic->read([&](const store::Snapshot &view) -> Result<int> {
        view.audit({"test.look", {}, {}, {}, "ok", {}});
        ran.release();
        return 7;
    });
    // Asked at the moment the result leaves, on whatever thread that is.
    auto keptThen = future.then(QtFuture::Launch::Sync, [&](const Result<int> &) {
        return *audits("test.look")(*m_clinic->store().snapshot(m_test->receptionist()));
    });
    ran.acquire();
    QThread::msleep(100);
    QVERIFY2(!keptThen.isFinished(), "a result left before its audit row was there");
    QCOMPARE(*answer(m_clinic->read(audits("test.look"))), 0);
    busy.letGo();
    keptThen.waitForFinished();
    QCOMPARE(keptThen.result(), 1);
}

void TestClinicThreads::read_withoutALook_doesNotWait()
{
    Busy busy(*m_clinic);
    QCOMPARE(*answer(m_clinic->read([](const store::Snapshot &view) { return patient::count(view); })), 0);
}

void TestClinicThreads::read_manyLooks_areAllKept()
{
    QList<QFuture<Result<int>>> looks;
    {
        Busy busy(*m_clinic);
        for (int i = 0; i < 40; ++i) {
            // Different persons, so that the shared commit has to sort them.
            m_clinic->setActor(m_test->actor(access::allRoles().at(i % 6)));
            looks << m_clinic->read(look("test.many"));
        }
        QThread::msleep(50);
        for (const auto &one : std::as_const(looks))
            QVERIFY(!one.isFinished());
    }
    for (const auto &one : std::as_const(looks))
        QCOMPARE(*answer(one), 7);
    const auto mine = [&](access::Role role) {
        return answer(m_clinic->read([&](const store::Snapshot &view) -> Result<qint64> {
            store::Query rows =
                view.connection().internal("SELECT count(*) FROM audit WHERE action = 'test.many' AND user_id = ?1");
            rows.bind(m_test->actor(role).user).next();
            return rows.get<qint64>(0);
        }));
    };
    QCOMPARE(*mine(access::Role::Receptionist), 7);
    QCOMPARE(*mine(access::Role::Auditor), 6);
    QVERIFY(m_clinic->store().verify().problems.isEmpty());
}

void TestClinicThreads::read_lookThatCannotBeKept_isWithheld()
{
    // The audit table refuses the next row.
    QVERIFY(answer(m_clinic->write("test.break", [](store::Transaction &tx) {
                tx.connection().execute("CREATE TRIGGER test_refuses BEFORE INSERT ON audit"
                                        " WHEN new.action = 'test.unkept' BEGIN SELECT RAISE(ABORT, 'no'); END");
            })).ok());
    const auto withheld = answer(m_clinic->read(look("test.unkept")));
    QVERIFY(!withheld.ok());
    QCOMPARE(withheld.error().code, Code::Broken);
    QCOMPARE(*answer(m_clinic->read(look("test.kept"))), 7);
}

void TestClinicThreads::read_cancelled_interruptsTheQuery()
{
    QSemaphore begun;
    auto future = m_clinic->read([&](const store::Snapshot &view) -> Result<qint64> {
        begun.release();
        store::Query endless = view.connection().internal(
            "WITH RECURSIVE same(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM same WHERE x < 100000000000)"
            " SELECT count(*) FROM same");
        endless.next();
        return endless.get<qint64>(0);
    });
    begun.acquire();
    QElapsedTimer time;
    time.start();
    future.cancel();
    // The readers are free again: as many questions as there are readers get through.
    for (int i = 0; i < m_clinic->store().options().readers; ++i)
        QVERIFY(answer(m_clinic->read([](const store::Snapshot &view) { return patient::count(view); })).ok());
    future.waitForFinished();
    QVERIFY(future.isCanceled());
    QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
}

void TestClinicThreads::read_cancelledBeforeItRan_isNotRun()
{
    QSemaphore hold;
    QList<QFuture<Result<int>>> blocking;
    for (int i = 0; i < m_clinic->store().options().readers; ++i)
        blocking << m_clinic->read([&](const store::Snapshot &) {
            hold.acquire();
            return 1;
        });
    std::atomic<bool> ran = false;
    auto late = m_clinic->read([&](const store::Snapshot &view) -> Result<int> {
        ran = true;
        return look("test.late")(view);
    });
    late.cancel();
    hold.release(static_cast<int>(blocking.size()));
    late.waitForFinished();
    for (const auto &one : std::as_const(blocking))
        QCOMPARE(*answer(one), 1);
    QVERIFY(!ran);
    QCOMPARE(*answer(m_clinic->read(audits("test.late"))), 0);
}

void TestClinicThreads::read_exceptions_becomeRefusals()
{
    const auto failure = answer(m_clinic->read([](const store::Snapshot &) -> Result<int> {
        throw store::Failure(Code::Damaged, QStringLiteral("torn"), QStringLiteral("page 7"));
    }));
    QCOMPARE(failure.error().code, Code::Damaged);
    QCOMPARE(failure.error().message, QStringLiteral("torn"));
    const auto standard =
        answer(m_clinic->read([](const store::Snapshot &) -> Result<int> { throw std::runtime_error("lost"); }));
    QCOMPARE(standard.error().code, Code::Broken);
    QCOMPARE(standard.error().detail, QStringLiteral("lost"));
    const auto gate = answer(m_clinic->read([](const store::Snapshot &view) -> Result<int> {
        view.sql("SELECT name FROM patient WHERE n = 1").next();
        return 1;
    }));
    QCOMPARE(gate.error().code, Code::NoPermission);
    const auto broken = answer(m_clinic->read([](const store::Snapshot &view) -> Result<int> {
        view.sql("SELECT nothing FROM nowhere").next();
        return 1;
    }));
    QCOMPARE(broken.error().code, Code::Broken);
}

void TestClinicThreads::write_exceptions_rollBack()
{
    const auto thrown = answer(m_clinic->write("patient.register", [](store::Transaction &tx) -> Result<Patient> {
        auto made = patient::register_(tx, draftOf(QStringLiteral("甲")));
        if (made)
            throw std::runtime_error("power");
        return made;
    }));
    QCOMPARE(thrown.error().code, Code::Broken);
    // A statement that failed poisons the act even where its caller overlooks it.
    const auto poisoned = answer(m_clinic->write("patient.register", [](store::Transaction &tx) -> Result<Patient> {
        auto made = patient::register_(tx, draftOf(QStringLiteral("乙")));
        try {
            tx.connection()
                .internal("INSERT INTO patient(id, number, name, registered_ms) VALUES('x', 'y', 'z', 1)")
                .run();
        } catch (const store::Failure &) {
            return made;
        }
        return made;
    }));
    QVERIFY(!poisoned.ok());
    QCOMPARE(*answer(m_clinic->read([](const store::Snapshot &view) { return patient::count(view); })), 0);
    QVERIFY(answer(m_clinic->write("patient.register", registering(QStringLiteral("丙")))).ok());
}

void TestClinicThreads::write_refusal_rollsBack()
{
    int told = 0;
    connect(m_clinic.get(), &Clinic::changed, this, [&] { ++told; });
    const auto refused = answer(m_clinic->write("patient.register", [](store::Transaction &tx) -> Result<Patient> {
        auto made = patient::register_(tx, draftOf(QStringLiteral("甲")));
        if (!made)
            return made;
        return Error{Code::Conflict, QStringLiteral("no"), {}, {}};
    }));
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(*answer(m_clinic->read([](const store::Snapshot &view) { return patient::count(view); })), 0);
    QVERIFY(answer(m_clinic->read(look("test.look"))).ok());
    QTest::qWait(20);
    QCOMPARE(told, 0);
}

void TestClinicThreads::write_inOrder_oneAfterTheOther()
{
    QList<QFuture<Result<Patient>>> made;
    for (int i = 1; i <= 30; ++i)
        made << m_clinic->write("patient.register", registering(QStringLiteral("王%1").arg(i)));
    for (int i = 1; i <= 30; ++i)
        QCOMPARE(answer(made[i - 1])->number, QStringLiteral("A%1").arg(i, 7, 10, QLatin1Char('0')));
}

void TestClinicThreads::changed_afterTheCommit_onTheOwnThread()
{
    QList<store::ChangeSet> seen;
    QList<qint64> there;
    connect(
        m_clinic.get(), &Clinic::changed, this,
        [&](const store::ChangeSet &changes) {
            QCOMPARE(QThread::currentThread(), m_clinic->thread());
            seen << changes;
            // What the signal tells of can be read.
            there << *patient::count(*m_clinic->store().snapshot(m_test->receptionist()));
        },
        Qt::DirectConnection);
    const auto made = answer(m_clinic->write("patient.register", registering(QStringLiteral("甲"))));
    QVERIFY(seen.isEmpty()); // this thread has not looked at its events yet
    QTRY_COMPARE(seen.size(), 1);
    QCOMPARE(seen[0].act, QByteArray("patient.register"));
    QVERIFY(seen[0].touches("patient"));
    QVERIFY(!seen[0].touches("visit"));
    QCOMPARE(seen[0].ids.value("patient"), QList<Uuid>{made->id.uuid()});
    QCOMPARE(there, QList<qint64>{1});
}

void TestClinicThreads::written_afterWrites_readSeesThem()
{
    Busy busy(*m_clinic);
    const auto made = m_clinic->write("patient.register", registering(QStringLiteral("甲")));
    auto written = m_clinic->written();
    QTest::qWait(50);
    QVERIFY(!written.isFinished());
    busy.letGo();
    QVERIFY(answer(written).ok());
    QVERIFY(made.isFinished());
    QCOMPARE(*answer(m_clinic->read([](const store::Snapshot &view) { return patient::count(view); })), 1);
}

void TestClinicThreads::setActor_workAskedBefore_keepsItsOwn()
{
    QFuture<Result<Patient>> before;
    QFuture<Result<Patient>> after;
    {
        Busy busy(*m_clinic);
        before = m_clinic->write("patient.register", registering(QStringLiteral("甲")));
        m_clinic->setActor(m_test->actor(access::Role::Auditor));
        QCOMPARE(m_clinic->actor(), m_test->actor(access::Role::Auditor));
        after = m_clinic->write("patient.register", registering(QStringLiteral("乙")));
    }
    QVERIFY(answer(before).ok());
    QCOMPARE(answer(after).error().code, Code::NoPermission);
}

void TestClinicThreads::destructor_queuedWork_isDone()
{
    QList<QFuture<Result<Patient>>> made;
    QList<QFuture<Result<int>>> looks;
    for (int i = 0; i < 25; ++i) {
        made << m_clinic->write("patient.register", registering(QStringLiteral("王%1").arg(i)));
        looks << m_clinic->read(look("test.last"));
    }
    m_clinic.reset();
    m_test->reopen();
    const auto patients =
        m_test->read(m_test->receptionist(), [](const store::Snapshot &view) { return patient::count(view); });
    QCOMPARE(*patients, 25);
    for (const auto &one : std::as_const(made)) {
        QVERIFY(one.isFinished());
        QVERIFY(one.result().ok());
    }
    for (const auto &one : std::as_const(looks)) {
        QVERIFY(one.isFinished());
        QCOMPARE(*one.result(), 7);
    }
    QCOMPARE(*m_test->read(m_test->receptionist(), audits("test.last")), 25);
    QVERIFY(m_test->store().verify().problems.isEmpty());
}

void TestClinicThreads::forbiddenThread_askingTheStore_stopsTheProgram()
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *question : {"snapshot", "begin"}) {
        environment.insert(QLatin1String(forbiddenRun), QLatin1String(question));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(child.waitForFinished(30000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(child.readAllStandardError().contains("must never wait"));
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const QByteArray question = qgetenv(forbiddenRun); !question.isEmpty()) {
        TestClinic clinic;
        store::Store::forbidThread(std::this_thread::get_id());
        if (question == "snapshot")
            static_cast<void>(clinic.store().snapshot(clinic.owner()));
        else
            static_cast<void>(clinic.store().begin(clinic.owner(), "test.act"));
        return 0;
    }
    TestClinicThreads test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_clinic.moc"
