#include "access/health.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::HealthState;

class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void health_newClinic_saysEachThing();
    void health_whoMayNot_isRefused();
    void health_people_areNotInIt();
    void health_clock_isBelievedWithinBounds_data();
    void health_clock_isBelievedWithinBounds();
    void health_backupTooOld_isBad();
    void health_limits_areSaid();
    void state_worstLine_counts();

private:
    static Result<access::Health> ask(TestClinic &clinic, access::Role role = access::Role::Owner)
    {
        return clinic.read(clinic.actor(role),
                           [&](const store::Snapshot &view) { return access::health(view, clinic.around()); });
    }
    static access::HealthLine line(TestClinic &clinic, const char *code)
    {
        const auto health = ask(clinic);
        if (!health)
            qFatal("%s", qPrintable(health.error().message));
        for (const access::HealthLine &one : health->lines) {
            if (one.code == code)
                return one;
        }
        qFatal("no line %s", code);
    }
};

void TestHealth::health_newClinic_saysEachThing()
{
    TestClinic clinic;
    const auto health = ask(clinic);
    QVERIFY(health.ok());
    QByteArrayList codes;
    for (const access::HealthLine &one : health->lines) {
        codes << one.code;
        QVERIFY2(!one.name.isEmpty() && !one.fact.isEmpty(), one.code.constData());
        // Whatever is wrong comes with what to do; what is well with nothing.
        QCOMPARE(one.advice.isEmpty(), one.state == HealthState::Good || one.state == HealthState::Unknown);
    }
    for (const char *code :
         {"store.size", "store.journal", "store.schema", "chain.audit", "chain.whole", "backup.last", "backup.away",
          "backup.drill", "disk.free", "clock", "memory.locked", "memory.core", "recovery.sheet", "program.version"})
        QVERIFY2(codes.count(code) == 1, code);
    QCOMPARE(line(clinic, "store.journal").state, HealthState::Good);
    QCOMPARE(line(clinic, "recovery.sheet").state, HealthState::Bad);
    QCOMPARE(line(clinic, "backup.last").state, HealthState::Bad);
}

void TestHealth::health_whoMayNot_isRefused()
{
    TestClinic clinic;
    using access::Role;
    for (const Role role : {Role::Receptionist, Role::Practitioner, Role::Dispenser})
        QCOMPARE(ask(clinic, role).error().code, Code::NoPermission);
    for (const Role role : {Role::Owner, Role::Administrator, Role::Auditor})
        QVERIFY(ask(clinic, role).ok());
}

void TestHealth::health_people_areNotInIt()
{
    TestClinic clinic;
    clinic.patient(QStringLiteral("陈淑芬"), QStringLiteral("13912345678"));
    const auto health = ask(clinic);
    for (const access::HealthLine &one : health->lines) {
        const QString all = one.name + one.fact + one.advice;
        QVERIFY(!all.contains(QStringLiteral("陈淑芬")) && !all.contains(QStringLiteral("13912345678")));
    }
}

void TestHealth::health_clock_isBelievedWithinBounds_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<bool>("believed");
    QTest::newRow("now") << 0 << true;
    QTest::newRow("an hour back") << -1 << true;
    QTest::newRow("a day back") << -24 << true;
    QTest::newRow("more than a day back") << -25 << false;
    QTest::newRow("thirty days on") << 24 * 30 << true;
    QTest::newRow("more than thirty days on") << 24 * 30 + 1 << false;
}

void TestHealth::health_clock_isBelievedWithinBounds()
{
    QFETCH(int, hours);
    QFETCH(bool, believed);
    TestClinic clinic;
    clinic.patient(QStringLiteral("陈淑芬"));
    clinic.clock.advance(std::chrono::hours(hours));
    QCOMPARE(line(clinic, "clock").state, believed ? HealthState::Good : HealthState::Bad);
    const auto warning =
        clinic.read(clinic.receptionist(), [](const store::Snapshot &view) { return access::clockWarning(view); });
    QVERIFY(warning.ok());
    QCOMPARE(warning->isEmpty(), believed);
}

void TestHealth::health_backupTooOld_isBad()
{
    TestClinic clinic;
    const auto note = [&](Instant made) {
        const auto tx = clinic.store().begin(clinic.owner(), "test");
        tx->connection()
            .internal("INSERT INTO backup(id, path, cause, made_ms, bytes, records, audit_rows, verified_ms)"
                      " VALUES(?1, '/x', 'asked', ?2, 1, 1, 1, ?2)")
            .bind(tx->newUuid(), made)
            .run();
        tx->commit();
    };
    note(clinic.clock.now() - std::chrono::hours(30));
    QCOMPARE(line(clinic, "backup.last").state, HealthState::Bad);
    note(clinic.clock.now() - std::chrono::hours(2));
    QCOMPARE(line(clinic, "backup.last").state, HealthState::Good);
}

void TestHealth::health_limits_areSaid()
{
    TestClinic clinic;
    const auto health = ask(clinic, access::Role::Auditor);
    QCOMPARE(health->limits.size(), 3);
    QVERIFY(health->limits.constFirst().contains(QStringLiteral("older copy")));
}

void TestHealth::state_worstLine_counts()
{
    access::Health health;
    QCOMPARE(health.state(), HealthState::Good);
    health.lines << access::HealthLine{"a", HealthState::Unknown, {}, {}, {}};
    QCOMPARE(health.state(), HealthState::Good);
    health.lines << access::HealthLine{"b", HealthState::Watch, {}, {}, {}};
    QCOMPARE(health.state(), HealthState::Watch);
    health.lines << access::HealthLine{"c", HealthState::Bad, {}, {}, {}}
                 << access::HealthLine{"d", HealthState::Good, {}, {}, {}};
    QCOMPARE(health.state(), HealthState::Bad);
}

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
