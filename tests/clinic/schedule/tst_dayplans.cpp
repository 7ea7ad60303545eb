#include "clinic/patient/patients.h"
#include "clinic/schedule/dayplans.h"
#include "clinic/schedule/daysheets.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/moves.h"
#include "clinic/schedule/rosters.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

const QDate monday(2026, 3, 16);

using Why = ClosedPart::Why;

} // namespace

/// What the calendar shows of a day, and what is printed of it.
class TestDayPlans : public QObject
{
    Q_OBJECT

    template <class F>
    auto write(const QByteArray &act, F f)
    {
        return m_clinic->write(m_clinic->owner(), act, f);
    }
    template <class F>
    auto read(F f)
    {
        return m_clinic->read(m_clinic->receptionist(), f);
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_room = add(ResourceKind::Room, u"诊室一"_s);
        m_shen = add(ResourceKind::Practitioner, u"沈明堂"_s, 1, m_room);
        m_beds = add(ResourceKind::Bed, u"艾灸床"_s, 2);
        WorkingWeek week;
        week.fill({{540, 720}, {840, 1050}});
        for (const ResourceId id : {m_room, m_shen, m_beds})
            QVERIFY(write("roster.week", [&](store::Transaction &tx) {
                        return schedule::setWeek(tx, id, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
                    }).ok());
        HealthcareServiceDraft visit;
        visit.name = u"复诊"_s;
        visit.needs = {{{m_shen}, 1}, {{m_room}, 1}};
        m_visit = serve(visit);
        HealthcareServiceDraft moxa;
        moxa.name = u"艾灸"_s;
        moxa.duration = minutes(40);
        moxa.after = minutes(10);
        moxa.needs = {{{m_beds}, 1}};
        m_moxa = serve(moxa);
        m_chen = m_clinic->patient(u"陈淑芬"_s).id;
        m_wang = m_clinic->patient(u"王建国"_s, u"13900139000"_s).id;
    }
    void cleanup() { m_clinic.reset(); }

    void plan_ofAnyDay_coversAllOfIt()
    {
        QVERIFY(away(m_shen, {570, 600}, u"外出"_s));
        for (const DayPlan &plan : plans(monday.addDays(-14), monday.addDays(14))) {
            QList<freebusy::DayPart> parts = plan.open;
            for (const ClosedPart &part : plan.closed)
                parts << part.part;
            std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
            int at = 0;
            for (const freebusy::DayPart &part : std::as_const(parts)) {
                QCOMPARE(part.from, at);
                at = part.to;
            }
            QCOMPARE(at, 1440);
        }
    }

    void plan_saysWhyItIsClosed()
    {
        QVERIFY(away(m_shen, {600, 660}, u"义诊"_s));
        const DayPlan plan = planOf(m_shen);
        QCOMPARE(plan.room, u"诊室一"_s);
        const QList<ClosedPart> expected{{{0, 540}, Why::Off, {}},
                                         {{600, 660}, Why::Leave, u"义诊"_s},
                                         {{720, 840}, Why::Break, {}},
                                         {{1050, 1440}, Why::Off, {}}};
        QCOMPARE(plan.closed, expected);
        QCOMPARE(plan.openMinutes, 330);
        QCOMPARE(planOf(m_beds).openMinutes, 780);
    }

    void plan_leaveAtTheEdge_isLeave()
    {
        QVERIFY(away(m_shen, {540, 600}, u"晚到"_s));
        const DayPlan plan = planOf(m_shen);
        QCOMPARE(plan.closed[0], (ClosedPart{{0, 540}, Why::Off, {}}));
        QCOMPARE(plan.closed[1], (ClosedPart{{540, 600}, Why::Leave, u"晚到"_s}));
    }

    void plan_holiday_isNamed()
    {
        QVERIFY(write("calendar.day", [](store::Transaction &tx) {
                    return schedule::setCalendarDay(tx, monday, freebusy::SpecialDay::Holiday, u"店庆"_s);
                }).ok());
        QCOMPARE(planOf(m_shen).closed, (QList<ClosedPart>{{{0, 1440}, Why::Holiday, u"店庆"_s}}));
        QCOMPARE(loads(monday, monday).constFirst().holiday, u"店庆"_s);
    }

    void appointment_ofTwoResources_standsInBoth()
    {
        const Appointment one = book(m_chen, m_visit, 600);
        QCOMPARE(planOf(m_shen).appointments, QList<Appointment>{one});
        QCOMPARE(planOf(m_room).appointments, QList<Appointment>{one});
        QVERIFY(planOf(m_beds).appointments.isEmpty());
        QCOMPARE(planOf(m_shen).takenMinutes, 20);
        const DayLoad load = loads(monday, monday).constFirst();
        QCOMPARE(load.appointments, 1); // not two
        QCOMPARE(load.takenMinutes, 40);
        QCOMPARE(load.openMinutes, 390 * 4);
    }

    void appointment_moved_standsOnceAndWhereItIsNow()
    {
        Appointment one = book(m_chen, m_visit, 600);
        for (int minute : {620, 640, 660}) {
            AppointmentDraft draft;
            draft.start = at(minute);
            const auto moved =
                write("appointment.move", [&](store::Transaction &tx) { return schedule::moveSeen(tx, one, draft); });
            QVERIFY2(moved.ok(), moved ? "" : qPrintable(moved.error().message));
            one = *moved;
        }
        QCOMPARE(planOf(m_shen).appointments, QList<Appointment>{one});
        const auto listed = read([](const store::Snapshot &view) {
            return schedule::between(view, {at(0), at(1440)});
        });
        QVERIFY(listed.ok());
        QCOMPARE(*listed, QList<Appointment>{one});
        QCOMPARE(loads(monday, monday).constFirst().appointments, 1);
    }

    void move_seenBefore_isStaleAndNothingMoves()
    {
        const Appointment seen = book(m_chen, m_visit, 600);
        const auto to = [&](const Appointment &from, int minute) {
            AppointmentDraft draft;
            draft.start = at(minute);
            return write("appointment.move",
                         [&](store::Transaction &tx) { return schedule::moveSeen(tx, from, draft); });
        };
        QVERIFY(to(seen, 640).ok());
        const auto late = to(seen, 900);
        QVERIFY(!late.ok());
        QCOMPARE(late.error().code, Code::Stale);
        QVERIFY2(late.error().message.contains(u"10:40"_s), qPrintable(late.error().message));
        QCOMPARE(planOf(m_shen).appointments.constFirst().period.from, at(640));
        QVERIFY(write("appointment.cancel", [&](store::Transaction &tx) {
                    return schedule::cancel(tx, seen.id, CancelledBy::Patient, u"有事"_s);
                }).ok());
        const auto gone = to(seen, 900);
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().code, Code::Stale);
    }

    void retired_isShownAsLongAsSomethingIsBooked()
    {
        book(m_chen, m_moxa, 600);
        QVERIFY(write("resource.retire", [&](store::Transaction &tx) {
                    return schedule::retireResource(tx, m_beds);
                }).ok());
        QVERIFY(has(plans(monday, monday), m_beds));
        QVERIFY(!has(plans(monday.addDays(1), monday.addDays(1)), m_beds));
    }

    void only_leavesTheOthersOut()
    {
        book(m_chen, m_visit, 600);
        const auto found =
            read([&](const store::Snapshot &view) { return schedule::dayPlans(view, monday, monday, {m_beds}); });
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 1);
        const auto load =
            read([&](const store::Snapshot &view) { return schedule::dayLoads(view, monday, monday, {m_beds}); });
        QVERIFY(load.ok());
        QCOMPARE(load->constFirst().appointments, 0);
    }

    void days_thatAreNone_areRefused()
    {
        for (const auto &[first, last] : {std::pair(monday, monday.addDays(-1)), std::pair(monday, monday.addDays(42)),
                                          std::pair(QDate(), monday)}) {
            const auto refused =
                read([&](const store::Snapshot &view) { return schedule::dayPlans(view, first, last); });
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().field, u"days"_s);
            QVERIFY(!read([&](const store::Snapshot &view) { return schedule::dayLoads(view, first, last); }).ok());
        }
    }

    void sheet_saysWhoAndLeavesATrace()
    {
        book(m_chen, m_visit, 600);
        book(m_wang, m_moxa, 620);
        const auto sheet = read([](const store::Snapshot &view) {
            auto found = schedule::daySheet(view, monday);
            if (view.audited().size() != 1 || view.audited().constFirst().action != "schedule.print")
                qFatal("no trace");
            return found;
        });
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->lines.size(), 2);
        QCOMPARE(sheet->lines[0].with, (QStringList{u"沈明堂"_s, u"诊室一"_s}));
        QVERIFY(!sheet->lines[0].number.isEmpty());
        QVERIFY(!sheet->lines[1].phone.isEmpty());
        const auto beds = read([&](const store::Snapshot &view) { return schedule::daySheet(view, monday, m_beds); });
        QVERIFY(beds.ok());
        QCOMPARE(beds->whose, u"艾灸床"_s);
        QCOMPARE(beds->lines.size(), 1);
        QCOMPARE(beds->lines[0].appointment.who, u"王建国"_s);
    }

private:
    static Instant at(int minute) { return freebusy::instantOf(monday, minute, QTimeZone("Asia/Shanghai")); }
    ResourceId add(ResourceKind kind, const QString &name, int capacity = 1, std::optional<ResourceId> in = {})
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.capacity = capacity;
        draft.room = in;
        const auto made =
            write("resource.add", [&](store::Transaction &tx) { return schedule::addResource(tx, draft); });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return made->id;
    }
    HealthcareServiceId serve(const HealthcareServiceDraft &draft)
    {
        const auto made = write("service.add", [&](store::Transaction &tx) { return schedule::addService(tx, draft); });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return made->id;
    }
    Appointment book(PatientId whose, HealthcareServiceId service, int minute)
    {
        AppointmentDraft draft;
        draft.patient = whose;
        draft.service = service;
        draft.start = at(minute);
        const auto made = m_clinic->write(m_clinic->receptionist(), "appointment.book",
                                          [&](store::Transaction &tx) { return schedule::book(tx, draft); });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *made;
    }
    bool away(ResourceId who, freebusy::DayPart part, const QString &reason)
    {
        RosterExceptionDraft draft;
        draft.resource = who;
        draft.when = {freebusy::Exception::Kind::Away, monday, monday, part};
        draft.reason = reason;
        return write("roster.exception", [&](store::Transaction &tx) { return schedule::addException(tx, draft); })
            .ok();
    }
    QList<DayPlan> plans(QDate first, QDate last)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::dayPlans(view, first, last); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    QList<DayLoad> loads(QDate first, QDate last)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::dayLoads(view, first, last); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    static bool has(const QList<DayPlan> &all, ResourceId id)
    {
        return std::any_of(all.cbegin(), all.cend(), [id](const DayPlan &one) { return one.resource.id == id; });
    }
    DayPlan planOf(ResourceId id)
    {
        for (const DayPlan &plan : plans(monday, monday)) {
            if (plan.resource.id == id)
                return plan;
        }
        qFatal("no such column");
    }

    std::unique_ptr<TestClinic> m_clinic;
    ResourceId m_room{Uuid(Uuid::Bytes{})};
    ResourceId m_shen = m_room;
    ResourceId m_beds = m_room;
    HealthcareServiceId m_visit{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_moxa = m_visit;
    PatientId m_chen{Uuid(Uuid::Bytes{})};
    PatientId m_wang = m_chen;
};

QTEST_GUILESS_MAIN(TestDayPlans)
#include "tst_dayplans.moc"
