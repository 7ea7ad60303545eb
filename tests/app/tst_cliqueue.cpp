#include "app/program.h"

#include "access/session.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/attendance.h"

#include <QJsonArray>
#include <QTest>

using namespace xinglin;
using xinglin::test::Program;
using xinglin::test::Ran;

/// The queue at the command line.
class TestCliQueue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_program = std::make_unique<Program>();
        QCOMPARE(onClinic({"init", "--clinic", "杏林堂", "--user", "owner"}).exit, 0);
        const Ran added = onClinic({"patient", "add", "--name", "陈淑芬", "--phone", "13800138000", "--json"});
        m_number = added.json()["number"].toString();
        openTheDesk();
    }

    void walkin_next_done_goTheirWay()
    {
        const Ran queued = onClinic({"queue", "walkin", m_number, "--json"});
        QCOMPARE(queued.exit, 0);
        QCOMPARE(queued.json()["number"].toInt(), 1);
        QCOMPARE(queued.json()["stage"].toString(), QStringLiteral("waiting"));
        QCOMPARE(queued.json()["service"].toString(), QStringLiteral("复诊"));
        QCOMPARE(onClinic({"queue", "walkin", m_number}).exit, 1); // waits already
        const Ran listed = onClinic({"queue", "--json"});
        QCOMPARE(listed.exit, 0);
        const QJsonArray tickets = listed.json()["tickets"].toArray();
        QCOMPARE(tickets.size(), 1);
        QCOMPARE(tickets[0].toObject()["name"].toString(), QStringLiteral("陈淑芬"));
        QCOMPARE(tickets[0].toObject()["wait_minutes"].toInt(-1), 0); // 沈明堂 is free
        const Ran called = onClinic({"queue", "next", "--practitioner", "沈明堂", "--json"});
        QCOMPARE(called.exit, 0);
        QCOMPARE(called.json()["with"].toString(), QStringLiteral("沈明堂"));
        QCOMPARE(onClinic({"queue", "next", "--practitioner", "沈明堂"}).exit, 1); // nobody waits
        QCOMPARE(onClinic({"queue", "skip", "1", "--json"}).json()["skips"].toInt(), 1);
        QCOMPARE(onClinic({"queue", "call", "1"}).exit, 0);
        QCOMPARE(onClinic({"queue", "done", "1", "--json"}).json()["stage"].toString(), QStringLiteral("done"));
        QCOMPARE(onClinic({"queue", "done", "1"}).exit, 1);
    }

    void checkin_noshow_wantAnAppointment()
    {
        QCOMPARE(onClinic({"queue", "checkin", "x"}).exit, 2);
        QCOMPARE(onClinic({"queue", "noshow", "x"}).exit, 2);
        QCOMPARE(onClinic({"queue", "noshow", m_appointment}).exit, 1); // its time has not come
        const Ran came = onClinic({"queue", "checkin", m_appointment, "--json"});
        QCOMPARE(came.exit, 0);
        QCOMPARE(came.json()["appointment"].toString(), m_appointment);
        QCOMPARE(came.json()["wants"].toString(), QStringLiteral("沈明堂"));
    }

    void wrongUse_isTold()
    {
        QCOMPARE(onClinic({"queue", "next"}).exit, 2);
        QCOMPARE(onClinic({"queue", "next", "--practitioner", "nobody"}).exit, 2);
        QCOMPARE(onClinic({"queue", "--day", "someday"}).exit, 2);
        QCOMPARE(onClinic({"queue", "call", "7"}).exit, 2);
        QCOMPARE(onClinic({"queue", "--day", "2020-01-01"}).exit, 0);
    }

private:
    Ran onClinic(const QStringList &arguments) const
    {
        return m_program->run(QStringList{"--store", m_program->file("clinic")} + arguments);
    }
    /// One practitioner, one service, and an appointment later today.
    void openTheDesk()
    {
        SystemClock clock;
        SystemRandom random;
        DiskFiles files;
        access::Surroundings around;
        around.folder = m_program->file("clinic");
        around.clock = &clock;
        around.random = &random;
        around.files = &files;
        const auto session = access::signIn(around, "owner", Program::password());
        QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message));
        const auto tx = session->store->begin(session->actor, "service.add");
        ResourceDraft shen;
        shen.name = QStringLiteral("沈明堂");
        const auto made = schedule::addResource(*tx, shen);
        QVERIFY(made.ok());
        HealthcareServiceDraft visit;
        visit.name = QStringLiteral("复诊");
        visit.needs = {{{made->id}, 1}};
        const auto service = schedule::addService(*tx, visit);
        QVERIFY(service.ok());
        const auto who = patient::findByReference(*tx, m_number);
        QVERIFY(who.ok());
        AppointmentDraft draft;
        draft.patient = who->id;
        draft.service = service->id;
        draft.outOfHours = true;
        // Later on the clinic's day, whatever time it is.
        const QDateTime end(tx->today().addDays(1), QTime(0, 0), tx->zone());
        draft.start = instantFromMs(end.toMSecsSinceEpoch() - 1);
        const auto booked = schedule::book(*tx, draft);
        QVERIFY2(booked.ok(), booked ? "" : qPrintable(booked.error().message));
        m_appointment = booked->id.toString();
        tx->commit();
    }

    std::unique_ptr<Program> m_program;
    QString m_number;
    QString m_appointment;
};

QTEST_GUILESS_MAIN(TestCliQueue)
#include "tst_cliqueue.moc"
