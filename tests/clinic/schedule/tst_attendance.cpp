#include "clinic/journal.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patients.h"
#include "clinic/record/visits.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/dayplans.h"
#include "clinic/schedule/queue.h"
#include "clinic/schedule/today.h"
#include "support/testclinic.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

/// Checking in, queueing, calling; the board of the day.
class TestAttendance : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_room = add(ResourceKind::Room, u"一诊室"_s);
        m_shen = add(ResourceKind::Practitioner, u"沈明堂"_s, m_room);
        m_gu = add(ResourceKind::Practitioner, u"顾青禾"_s);
        m_visit = serve(u"复诊"_s, {m_shen, m_gu});
        m_needles = serve(u"针灸"_s, {m_gu});
        m_chen = m_clinic->patient(u"陈淑芬"_s).id;
        m_wang = m_clinic->patient(u"王建国"_s, u"13900139000"_s).id;
        m_li = m_clinic->patient(u"李明"_s, u"13700137000"_s).id;
    }
    void cleanup() { m_clinic.reset(); }

    void checkIn_booked_hasTheNextNumberAndTheirPractitioner()
    {
        const AppointmentId one = booked(m_chen, 10);
        const QueueTicket ticket = must(checkIn(one));
        QCOMPARE(ticket.number, std::optional(1));
        QCOMPARE(ticket.who, u"陈淑芬"_s);
        QCOMPARE(ticket.resource, std::optional(m_shen));
        QCOMPARE(ticket.booked, std::optional(m_clinic->clock.now() + minutes(10)));
        QCOMPARE(ticket.day, QDate(2026, 3, 12));
        QCOMPARE(statusOf(one), AppointmentStatus::Arrived);
        QCOMPARE(must(walkIn(m_wang)).number, std::optional(2));
        QCOMPARE(checkIn(one).error().code, Code::Conflict);
        QCOMPARE(checkIn(booked(m_li, 24 * 60)).error().code, Code::Conflict); // tomorrow's
    }

    void walkIn_wrong_isRefusedWithTheField()
    {
        const auto field = [&](const WalkIn &who) {
            const auto made = walkIn(who);
            return made ? u"queued"_s : made.error().field;
        };
        QCOMPARE(field({m_chen, HealthcareServiceId(m_chen.uuid()), {}, {}, {}}), u"service"_s);
        QCOMPARE(field({m_chen, m_needles, m_shen, {}, {}}), u"resource"_s);
        QCOMPARE(field({m_chen, m_visit, {}, {}, QString(501, u'a')}), u"note"_s);
        QCOMPARE(field({m_chen, m_visit, {}, {}, {}}), u"queued"_s);
        QCOMPARE(field({m_chen, m_visit, {}, {}, {}}), u"patient"_s);
        QCOMPARE(tickets().size(), 1);
    }

    void usualWalkIn_isThatOfTheLastTime()
    {
        const auto usual = [&](PatientId id) {
            return must(m_clinic->read(m_clinic->receptionist(),
                                       [&](const store::Snapshot &view) { return schedule::usualWalkIn(view, id); }));
        };
        QVERIFY(!usual(m_chen).resource); // somebody new: whoever is free
        booked(m_chen, 10);
        QCOMPARE(usual(m_chen).service, m_visit);
        QCOMPARE(usual(m_chen).resource, std::optional(m_shen));
        must(leave(must(walkIn({m_chen, m_needles, m_gu, {}, {}})).id));
        QCOMPARE(usual(m_chen).service, m_needles);
        QCOMPARE(usual(m_chen).resource, std::optional(m_gu));
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "service.retire",
                            [&](store::Transaction &tx) { return schedule::retireService(tx, m_needles); })
                    .ok());
        QCOMPARE(usual(m_chen).service, m_visit); // what is not offered any more is not proposed
    }

    void number_dayOfTheClinic_notOfUtc()
    {
        // 00:30 in Shanghai is still the day before by UTC.
        m_clinic->clock.set(instantFromMs(TestClinic::StartMs) + minutes(14 * 60 + 30));
        const QueueTicket ticket = must(walkIn(m_chen));
        QCOMPARE(ticket.day, QDate(2026, 3, 13));
        QCOMPARE(ticket.number, std::optional(1));
    }

    /// Two desks give numbers at the same time: none twice, and no gap.
    void number_manyDesks_noneTwiceNoGap()
    {
        QList<PatientId> people;
        for (int i = 0; i < 40; ++i)
            people << m_clinic->patient(u"赵%1"_s.arg(i), u"1360013%1"_s.arg(6000 + i)).id;
        std::vector<std::thread> desks;
        for (int desk = 0; desk < 4; ++desk) {
            desks.emplace_back([&, desk] {
                for (qsizetype i = desk; i < people.size(); i += 4) {
                    const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "queue.walkin");
                    if (schedule::walkIn(*tx, {people[i], m_visit, {}, {}, {}}))
                        tx->commit();
                }
            });
        }
        for (std::thread &desk : desks)
            desk.join();
        QList<int> numbers;
        for (const QueueTicket &one : tickets())
            numbers << one.number.value_or(0);
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers.size(), 40);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(numbers[i], i + 1);
    }

    void callNext_byTheRule_endsThePresentOne()
    {
        const AppointmentId chen = booked(m_chen, 10);
        must(walkIn({m_li, m_visit, m_shen, {}, {}})); // gives way to who is booked within a quarter of an hour
        must(checkIn(chen));
        must(walkIn({m_wang, m_visit, m_gu, {}, {}}));
        const QueueTicket first = must(next(m_shen));
        QCOMPARE(first.who, u"陈淑芬"_s);
        QCOMPARE(first.stage, TicketStage::InConsultation);
        QCOMPARE(first.with, std::optional(m_shen));
        m_clinic->clock.advance(minutes(12));
        const QueueTicket second = must(next(m_shen));
        QCOMPARE(second.who, u"李明"_s);
        const QueueTicket done =
            *std::find_if(m_all.cbegin(), m_all.cend(), [&](const QueueTicket &one) { return one.id == first.id; });
        QCOMPARE(done.stage, TicketStage::Done);
        QCOMPARE(*done.ended - *done.begun, std::chrono::milliseconds(minutes(12)));
        QCOMPARE(statusOf(chen), AppointmentStatus::Fulfilled);
        const auto nobody = next(m_shen); // the one of somebody else is not theirs
        QCOMPARE(nobody.error().code, Code::NotFound);
        QCOMPARE(stageOf(second.id), TicketStage::InConsultation); // nothing ended for it
    }

    void appointment_ofWhoIsCalled_isInConsultationUntilTheyAreNot()
    {
        const AppointmentId chen = booked(m_chen, 10);
        const auto called = [&] {
            const auto all = must(m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) {
                return schedule::dayPlans(view, view.today(), view.today());
            }));
            int count = 0;
            for (const DayPlan &plan : all)
                count += static_cast<int>(
                    std::count_if(plan.appointments.cbegin(), plan.appointments.cend(),
                                  [&](const Appointment &one) { return one.id == chen && one.inConsultation; }));
            return count;
        };
        QCOMPARE(called(), 0);
        const TicketId ticket = must(checkIn(chen)).id;
        QCOMPARE(called(), 0);
        must(next(m_shen));
        QCOMPARE(called(), 1);
        must(skip(ticket)); // was not there
        QCOMPARE(called(), 0);
        must(next(m_shen));
        QCOMPARE(called(), 1);
        must(finish(ticket));
        QCOMPARE(called(), 0);
    }

    void callNext_anybody_isCalledByWhoeverGivesTheService()
    {
        must(walkIn({m_chen, m_needles, {}, {}, {}}));
        QVERIFY(!next(m_shen).ok());
        QCOMPARE(must(next(m_gu)).who, u"陈淑芬"_s);
    }

    void skip_recall_leave_finish_goTheirWays()
    {
        const TicketId chen = must(walkIn(m_chen)).id;
        const TicketId wang = must(walkIn(m_wang)).id;
        must(step("queue.call", chen, [](auto &tx, auto id) { return queue::call(tx, id); }));
        m_clinic->clock.advance(minutes(1));
        const QueueTicket skipped = must(skip(chen));
        QCOMPARE(skipped.stage, TicketStage::Waiting);
        QCOMPARE(skipped.skips, 1);
        QVERIFY(!skipped.with);
        m_clinic->clock.advance(minutes(15));
        QCOMPARE(must(next(m_shen)).id, wang);
        QCOMPARE(must(next(m_shen)).id, chen);
        const auto called = m_clinic->clock.now() + minutes(2);
        m_clinic->clock.set(called);
        QCOMPARE(must(step("queue.recall", chen, [](auto &tx, auto id) { return queue::recall(tx, id); })).called,
                 std::optional(called));
        QCOMPARE(must(finish(chen)).stage, TicketStage::Done);
        QCOMPARE(finish(chen).error().code, Code::Conflict);
        QCOMPARE(skip(chen).error().code, Code::Conflict);
        const TicketId li = must(walkIn(m_li)).id;
        QCOMPARE(must(leave(li)).stage, TicketStage::Left);
        QCOMPARE(leave(li).error().code, Code::Conflict);
        QCOMPARE(must(step("queue.recall", li, [](auto &tx, auto id) { return queue::recall(tx, id); })).stage,
                 TicketStage::Waiting);
    }

    void setPriority_urgent_isNext()
    {
        must(walkIn(m_chen));
        const TicketId wang = must(walkIn(m_wang)).id;
        must(step("queue.priority", wang,
                  [](auto &tx, auto id) { return queue::setPriority(tx, id, TicketPriority::Urgent); }));
        QCOMPARE(must(next(m_shen)).id, wang);
    }

    void noShow_freesTheTime_notBeforeItHasCome()
    {
        const AppointmentId one = booked(m_chen, 30);
        QCOMPARE(noShow(one).error().code, Code::Conflict);
        m_clinic->clock.advance(minutes(31));
        QCOMPARE(must(noShow(one)).status, AppointmentStatus::NoShow);
        QCOMPARE(noShow(one).error().code, Code::Conflict);
        const auto free = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
            return schedule::blockers(view, wish(m_wang, -1));
        });
        QVERIFY(free && free->isEmpty());
    }

    void confirm_isNoted()
    {
        const AppointmentId one = booked(m_chen, 30);
        const auto set = [&](bool on) {
            return must(m_clinic->write(m_clinic->receptionist(), "appointment.confirm",
                                        [&](store::Transaction &tx) { return schedule::confirm(tx, one, on); }));
        };
        QVERIFY(set(true).confirmed);
        QVERIFY(!set(false).confirmed);
    }

    void attendance_countsLateAndAbsent_mergedWithIt()
    {
        const AppointmentId missed = booked(m_chen, 5);
        const AppointmentId lateOne = booked(m_wang, 10);
        m_clinic->clock.advance(minutes(21));
        must(noShow(missed));
        must(checkIn(lateOne));
        booked(m_chen, 24 * 60);
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "patient.merge",
                            [&](store::Transaction &tx) {
                                return patient::merge(tx, {m_chen, m_wang, {}, {}, {}});
                            })
                    .ok());
        for (const PatientId id : {m_chen, m_wang}) {
            const auto found = must(m_clinic->read(
                m_clinic->receptionist(), [&](const store::Snapshot &view) { return schedule::attendance(view, id); }));
            QCOMPARE(found.noShows, 1);
            QCOMPARE(found.late, 1);
            QCOMPARE(found.visits, std::optional(0));
            QCOMPARE(found.next, std::optional(m_clinic->clock.now() + minutes(24 * 60)));
        }
    }

    void line_enoughHistory_saysHowLong()
    {
        // Five consultations of twenty minutes; the board then knows.
        for (int i = 0; i < 5; ++i) {
            must(walkIn({m_li, m_visit, m_shen, {}, {}}));
            const TicketId id = must(next(m_shen)).id;
            m_clinic->clock.advance(minutes(20));
            must(finish(id));
        }
        must(walkIn({m_chen, m_visit, m_shen, {}, {}}));
        must(walkIn({m_wang, m_visit, m_shen, {}, {}}));
        must(walkIn({m_li, m_needles, m_gu, {}, {}}));
        must(next(m_shen));
        m_clinic->clock.advance(minutes(5));
        const auto line = must(
            m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return queue::line(view); }));
        QCOMPARE(line.size(), 2);
        QCOMPARE(line[0].ticket.who, u"王建国"_s);
        QCOMPARE(line[0].wait, std::optional(minutes(15)));
        QCOMPARE(line[1].wait, std::optional(minutes(0)));
    }

    void waitingRoom_masksNames()
    {
        must(walkIn({m_chen, m_visit, m_shen, {}, {}}));
        must(walkIn({m_wang, m_visit, m_shen, {}, {}}));
        must(next(m_shen));
        const auto room = must(m_clinic->read(m_clinic->receptionist(),
                                              [](const store::Snapshot &view) { return queue::waitingRoom(view); }));
        QCOMPARE(room.called.size(), 1);
        QCOMPARE(room.called[0].number, 1);
        QCOMPARE(room.called[0].name, u"陈*芬"_s);
        QCOMPARE(room.called[0].room, u"一诊室"_s);
        QCOMPARE(room.next.size(), 1);
        QCOMPARE(room.next[0].name, u"王*国"_s);
    }

    void today_groups_oneRowEach()
    {
        const AppointmentId late = booked(m_chen, 5);
        booked(m_li, 60);
        const PatientId zhao = m_clinic->patient(u"赵一鸣"_s, u"13600136000"_s).id;
        const PatientId zhou = m_clinic->patient(u"周雨桐"_s, u"13500135000"_s).id;
        must(walkIn({zhao, m_visit, m_gu, {}, {}}));
        must(walkIn({zhou, m_visit, m_shen, {}, {}}));
        must(next(m_shen));
        m_clinic->clock.advance(minutes(20));
        must(noShow(late));
        must(walkIn(m_wang));
        const TodayBoard all = board();
        const auto names = [&](TodayGroup group) {
            QStringList found;
            for (const TodayRow &row : all.rows) {
                if (row.group == group)
                    found << row.who;
            }
            return found;
        };
        QCOMPARE(names(TodayGroup::InConsultation), QStringList{u"周雨桐"_s});
        QCOMPARE(names(TodayGroup::Waiting), (QStringList{u"赵一鸣"_s, u"王建国"_s}));
        QCOMPARE(names(TodayGroup::Booked), QStringList{u"李明"_s});
        QCOMPARE(names(TodayGroup::NoShow), QStringList{u"陈淑芬"_s});
        QCOMPARE(all.rows.size(), 5);
        QCOMPARE(all.rows.constFirst().visit.state, TodayTick::State::Due);
    }

    void today_visitNotSigned_isToFinish_signedIsDone()
    {
        must(walkIn({m_chen, m_visit, m_shen, {}, {}}));
        const TicketId id = must(next(m_shen)).id;
        VisitDraft draft;
        draft.patient = m_chen;
        draft.note.complaint = u"咳"_s;
        const auto saved = must(m_clinic->write(m_clinic->practitioner(), "visit.save",
                                                [&](store::Transaction &tx) { return record::save(tx, draft); }));
        QCOMPARE(board().rows.constFirst().visit.state, TodayTick::State::Running);
        must(finish(id));
        QCOMPARE(board().rows.constFirst().group, TodayGroup::ToFinish);
        draft.visit = saved.visit;
        draft.basedOn = saved.id;
        must(m_clinic->write(m_clinic->practitioner(), "visit.sign",
                             [&](store::Transaction &tx) { return record::sign(tx, draft); }));
        QCOMPARE(board().rows.constFirst().group, TodayGroup::Done);
        QCOMPARE(board().rows.constFirst().visit.state, TodayTick::State::Done);
    }

    void today_hiddenPatient_hasNoName()
    {
        must(walkIn(m_chen));
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, m_chen, true, u"封存"_s); })
                    .ok());
        const TodayBoard all = board();
        QCOMPARE(all.rows.size(), 1);
        QVERIFY(!all.rows[0].patient && all.rows[0].who.isEmpty());
        QVERIFY(!next(m_shen).ok()); // nobody calls whom they may not see
    }

    void takeBack_eachStep_isAsBefore()
    {
        const AppointmentId one = booked(m_chen, 5);
        const TicketId id = must(checkIn(one)).id;
        takeBack("queue.checkin");
        QVERIFY(tickets().isEmpty());
        QCOMPARE(statusOf(one), AppointmentStatus::Booked);
        const TicketId again = must(checkIn(one)).id;
        QVERIFY(again != id);
        QCOMPARE(tickets().constFirst().number, std::optional(2)); // what was given stays given
        must(next(m_shen));
        takeBack("queue.next");
        QCOMPARE(stageOf(again), TicketStage::Waiting);
        must(next(m_shen));
        must(finish(again));
        QCOMPARE(statusOf(one), AppointmentStatus::Fulfilled);
        takeBack("queue.finish");
        QCOMPARE(stageOf(again), TicketStage::InConsultation);
        QCOMPARE(statusOf(one), AppointmentStatus::Arrived);
        must(skip(again));
        takeBack("queue.skip");
        QCOMPARE(stageOf(again), TicketStage::InConsultation);
    }

    void takeBack_calledNext_bothAreAsBefore()
    {
        const TicketId chen = must(walkIn({m_chen, m_visit, m_shen, {}, {}})).id;
        const TicketId wang = must(walkIn({m_wang, m_visit, m_shen, {}, {}})).id;
        must(next(m_shen));
        must(next(m_shen));
        QCOMPARE(stageOf(chen), TicketStage::Done);
        takeBack("queue.next");
        QCOMPARE(stageOf(chen), TicketStage::InConsultation);
        QCOMPARE(stageOf(wang), TicketStage::Waiting);
    }

    void takeBack_somethingStandsOnIt_isRefused()
    {
        const TicketId chen = must(walkIn({m_chen, m_visit, m_shen, {}, {}})).id;
        must(walkIn({m_wang, m_visit, m_shen, {}, {}}));
        must(next(m_shen));
        must(finish(chen));
        must(next(m_shen)); // 王建国 is in now
        const auto refused = tryBack("queue.finish");
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(u"王建国"_s), qPrintable(refused.error().message));
        QVERIFY(!tryBack("queue.walkin").ok()); // called since
    }

    void takeBack_noShow_timeGivenAway_isRefused()
    {
        const AppointmentId one = booked(m_chen, 30);
        m_clinic->clock.advance(minutes(31));
        must(noShow(one));
        takeBack("queue.noshow");
        QCOMPARE(statusOf(one), AppointmentStatus::Booked);
        must(noShow(one));
        booked(m_wang, -1);
        QVERIFY(!tryBack("queue.noshow").ok());
    }

    void history_ofPatient_saysTheSteps()
    {
        const TicketId id = must(walkIn({m_chen, m_visit, m_shen, {}, {}})).id;
        must(next(m_shen));
        must(skip(id));
        must(step("queue.priority", id,
                  [](auto &tx, auto ticket) { return queue::setPriority(tx, ticket, TicketPriority::Priority); }));
        must(leave(id));
        QStringList said;
        const auto entries = must(m_clinic->read(m_clinic->receptionist(),
                                                 [](const store::Snapshot &view) { return journal::lastDay(view); }));
        for (const journal::Entry &entry : entries) {
            if (entry.told.act.startsWith("queue."))
                said << entry.told.sentences.join(u' ');
        }
        QCOMPARE(said, (QStringList{u"Number 1 left without having been seen."_s,
                                    u"Priority of number 1 changed from \"in turn\" to \"priority\"."_s,
                                    u"Number 1 was called and not there."_s, u"Number 1 called in."_s,
                                    u"Came and waits under number 1: 复诊."_s}));
    }

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().field));
        m_all = tickets();
        return *std::move(result);
    }
    ResourceId add(ResourceKind kind, const QString &name, std::optional<ResourceId> room = {})
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.room = room;
        return m_clinic
            ->write(m_clinic->owner(), "resource.add",
                    [&](store::Transaction &tx) { return schedule::addResource(tx, draft); })
            ->id;
    }
    HealthcareServiceId serve(const QString &name, const QList<ResourceId> &by)
    {
        HealthcareServiceDraft draft;
        draft.name = name;
        draft.needs = {{by, 1}};
        return m_clinic
            ->write(m_clinic->owner(), "service.add",
                    [&](store::Transaction &tx) { return schedule::addService(tx, draft); })
            ->id;
    }
    /// With 沈明堂, so many minutes from now.
    AppointmentDraft wish(PatientId patient, int after) const
    {
        AppointmentDraft draft;
        draft.patient = patient;
        draft.service = m_visit;
        draft.start = m_clinic->clock.now() + minutes(after);
        draft.resources = {m_shen};
        draft.outOfHours = true;
        return draft;
    }
    AppointmentId booked(PatientId patient, int after)
    {
        AppointmentDraft draft = wish(patient, after);
        draft.overbook = true;
        const auto made = m_clinic->write(m_clinic->receptionist(), "appointment.book",
                                          [&](store::Transaction &tx) { return schedule::book(tx, draft); });
        return must(made).id;
    }
    Result<QueueTicket> checkIn(AppointmentId id)
    {
        return m_clinic->write(m_clinic->receptionist(), "queue.checkin",
                               [&](store::Transaction &tx) { return schedule::checkIn(tx, id); });
    }
    Result<QueueTicket> walkIn(const WalkIn &who)
    {
        return m_clinic->write(m_clinic->receptionist(), "queue.walkin",
                               [&](store::Transaction &tx) { return schedule::walkIn(tx, who); });
    }
    Result<QueueTicket> walkIn(PatientId who) { return walkIn(WalkIn{who, m_visit, {}, {}, {}}); }
    Result<Appointment> noShow(AppointmentId id)
    {
        return m_clinic->write(m_clinic->receptionist(), "queue.noshow",
                               [&](store::Transaction &tx) { return schedule::noShow(tx, id); });
    }
    Result<QueueTicket> next(ResourceId with)
    {
        return m_clinic->write(m_clinic->practitioner(), "queue.next",
                               [&](store::Transaction &tx) { return queue::callNext(tx, with); });
    }
    template <class F>
    Result<QueueTicket> step(const QByteArray &act, TicketId id, F f)
    {
        return m_clinic->write(m_clinic->receptionist(), act, [&](store::Transaction &tx) { return f(tx, id); });
    }
    Result<QueueTicket> skip(TicketId id)
    {
        return step("queue.skip", id, [](auto &tx, auto ticket) { return queue::skip(tx, ticket); });
    }
    Result<QueueTicket> finish(TicketId id)
    {
        return step("queue.finish", id, [](auto &tx, auto ticket) { return queue::finish(tx, ticket); });
    }
    Result<QueueTicket> leave(TicketId id)
    {
        return step("queue.leave", id, [](auto &tx, auto ticket) { return queue::leave(tx, ticket); });
    }
    QList<QueueTicket> tickets()
    {
        const auto found = m_clinic->read(
            m_clinic->receptionist(), [](const store::Snapshot &view) { return queue::tickets(view, view.today()); });
        return found ? *found : QList<QueueTicket>();
    }
    TicketStage stageOf(TicketId id)
    {
        return must(m_clinic->read(m_clinic->receptionist(),
                                   [&](const store::Snapshot &view) { return queue::ticket(view, id); }))
            .stage;
    }
    AppointmentStatus statusOf(AppointmentId id)
    {
        return must(m_clinic->read(m_clinic->receptionist(),
                                   [&](const store::Snapshot &view) { return schedule::appointment(view, id); }))
            .status;
    }
    TodayBoard board()
    {
        return must(m_clinic->read(m_clinic->receptionist(),
                                   [](const store::Snapshot &view) { return queue::today(view, view.today()); }));
    }
    /// The last act of this kind that has not been taken back.
    Result<Done> tryBack(const QByteArray &act)
    {
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        const auto records = store::recentRecords(*view, view->now() - journal::Reach, {}, 100);
        const auto last = std::find_if(records.cbegin(), records.cend(),
                                       [&](const store::RecordChanges &one) { return one.act == act; });
        if (last == records.cend())
            qFatal("no %s", act.constData());
        return m_clinic->write(m_clinic->receptionist(), journal::actOfTakingBack(act),
                               [&](store::Transaction &tx) { return journal::takeBack(tx, last->version); });
    }
    void takeBack(const QByteArray &act) { must(tryBack(act)); }

    std::unique_ptr<TestClinic> m_clinic;
    QList<QueueTicket> m_all; ///< As after the last step.
    ResourceId m_room{Uuid(Uuid::Bytes{})};
    ResourceId m_shen{Uuid(Uuid::Bytes{})};
    ResourceId m_gu{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_visit{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_needles{Uuid(Uuid::Bytes{})};
    PatientId m_chen{Uuid(Uuid::Bytes{})};
    PatientId m_wang{Uuid(Uuid::Bytes{})};
    PatientId m_li{Uuid(Uuid::Bytes{})};
};

QTEST_GUILESS_MAIN(TestAttendance)
#include "tst_attendance.moc"
