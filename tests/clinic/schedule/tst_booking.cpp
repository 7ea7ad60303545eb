#include "clinic/patient/merge.h"
#include "clinic/schedule/deskfixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

/// Booking, moving, cancelling; nobody is ever booked twice.
class TestBooking : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void book_free_takesTheFirstThatIs()
    {
        const auto one = book(m_chen, m_visit, 600);
        QVERIFY2(one.ok(), one ? "" : qPrintable(one.error().message));
        QCOMPARE(one->resources, QList<ResourceId>{m_shen});
        QCOMPARE(one->period, (Period{at(600), at(620)}));
        QCOMPARE(one->who, u"陈淑芬"_s);
        const auto two = book(m_wang, m_visit, 610);
        QVERIFY(two.ok());
        QCOMPARE(two->resources, QList<ResourceId>{m_gu});
        const auto listed = day();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0], *one);
    }

    void book_taken_isRefusedAndSaysByWhom()
    {
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        const auto refused = book(m_wang, m_visit, 610, {m_shen});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(refused.error().field, u"start"_s);
        for (const QString &said : {u"沈明堂"_s, u"10:00"_s, u"10:20"_s, u"陈淑芬"_s})
            QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
        AppointmentDraft draft = wish(m_wang, m_visit, 610, {m_shen});
        const auto blockers = read([&](const store::Snapshot &view) { return schedule::blockers(view, draft); });
        QVERIFY(blockers.ok());
        QCOMPARE(blockers->size(), 1);
        QCOMPARE(blockers->constFirst().who, u"陈淑芬"_s);
        QCOMPARE(day().size(), 1);
        QVERIFY(book(m_wang, m_visit, 620, {m_shen}).ok()); // half open: one ends where the next begins
    }

    void book_over_isRefused()
    {
        const auto booked = book(m_chen, m_visit, 600);
        m_clinic->clock.set(at(620));
        const auto refused = book(m_wang, m_visit, 600, {m_gu});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Invalid);
        QCOMPARE(refused.error().field, u"start"_s);
        AppointmentDraft earlier;
        earlier.start = at(595);
        QVERIFY(!write("appointment.move", [&](store::Transaction &tx) {
                     return schedule::move(tx, booked->id, earlier);
                 }).ok());
        QCOMPARE(day(), QList<Appointment>{*booked});
        QVERIFY(book(m_wang, m_visit, 605, {m_gu}).ok()); // it has begun, they come late
    }

    void book_outOfHours_needsTheWord()
    {
        const auto refused = book(m_chen, m_visit, 710);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
        AppointmentDraft draft = wish(m_chen, m_visit, 730);
        draft.outOfHours = true;
        QVERIFY(book(draft).ok());
    }

    void book_twoBeds_andTheirBuffer()
    {
        QVERIFY(book(m_chen, m_moxa, 600).ok());
        QVERIFY(book(m_wang, m_moxa, 600).ok());
        QVERIFY(!book(m_li, m_moxa, 640).ok()); // ten minutes to clean
        QVERIFY(book(m_li, m_moxa, 650).ok());
    }

    void book_samePatientTwice_needsTheWord()
    {
        QVERIFY(book(m_chen, m_visit, 600).ok());
        const auto refused = book(m_chen, m_moxa, 610);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().field, u"patient"_s);
        AppointmentDraft draft = wish(m_chen, m_moxa, 610);
        draft.besideOwn = true;
        QVERIFY(book(draft).ok());
    }

    void book_overbooked_isMarkedAndAnotherPermission()
    {
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        AppointmentDraft draft = wish(m_wang, m_visit, 600, {m_shen});
        draft.overbook = true;
        const auto made = book(draft);
        QVERIFY(made.ok());
        QVERIFY(made->overbooked);
        draft = wish(m_li, m_visit, 660, {m_shen});
        draft.overbook = true;
        const auto room = book(draft);
        QVERIFY(room.ok());
        QVERIFY(!room->overbooked); // there was room
    }

    void book_quotaOfTheDay_isUsedUp()
    {
        HealthcareServiceDraft draft;
        draft.name = u"膏方"_s;
        draft.mostADay = 2;
        draft.needs = {{{m_shen}, 1}};
        const HealthcareServiceId paste = serve(draft);
        QVERIFY(book(m_chen, paste, 600).ok());
        QVERIFY(book(m_wang, paste, 620).ok());
        QVERIFY(!book(m_li, paste, 900).ok());
        QVERIFY(book(m_li, m_visit, 900, {m_shen}).ok());
    }

    void book_wrong_isRefusedWithTheField()
    {
        const auto field = [&](const AppointmentDraft &draft) {
            const auto made = book(draft);
            return made ? u"booked"_s : made.error().field;
        };
        AppointmentDraft draft = wish(m_chen, m_visit, 600);
        draft.patient.reset();
        QCOMPARE(field(draft), u"patient"_s);
        draft = wish(m_chen, m_visit, 600);
        draft.duration = minutes(4);
        QCOMPARE(field(draft), u"duration"_s);
        draft = wish(m_chen, m_visit, 600, {m_beds});
        QCOMPARE(field(draft), u"resources"_s);
        draft = wish(m_chen, m_visit, 600, {m_shen, m_gu});
        QCOMPARE(field(draft), u"resources"_s);
        draft = wish(m_chen, m_visit, 600);
        draft.note = QString(501, u'a');
        QCOMPARE(field(draft), u"note"_s);
        QCOMPARE(day().size(), 0);
    }

    void move_isNotInItsOwnWay()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        QVERIFY(one.ok());
        const auto moved = write("appointment.move", [&](store::Transaction &tx) {
            return schedule::move(tx, one->id, wish(m_chen, m_visit, 610, {m_shen}));
        });
        QVERIFY2(moved.ok(), moved ? "" : qPrintable(moved.error().message));
        QCOMPARE(moved->period, (Period{at(610), at(630)}));
        QCOMPARE(moved->resources, QList<ResourceId>{m_shen});
        QVERIFY(book(m_wang, m_visit, 630, {m_shen}).ok());
        const auto onto = write("appointment.move", [&](store::Transaction &tx) {
            return schedule::move(tx, one->id, wish(m_chen, m_visit, 625, {m_shen}));
        });
        QVERIFY(!onto.ok());
        QCOMPARE(day().constFirst().period, (Period{at(610), at(630)}));
    }

    void move_nobodySaid_staysWithWhomItIs()
    {
        const auto one = book(m_chen, m_visit, 600, {m_gu});
        QVERIFY(one.ok());
        const auto moved = write("appointment.move", [&](store::Transaction &tx) {
            return schedule::move(tx, one->id, wish(m_chen, m_visit, 660));
        });
        QVERIFY(moved.ok());
        QCOMPARE(moved->resources, QList<ResourceId>{m_gu});
    }

    void book_bothBeds_oneTaken_saysByWhom()
    {
        HealthcareServiceDraft both;
        both.name = u"双床艾灸"_s;
        both.needs = {{{m_beds}, 2}};
        const HealthcareServiceId service = serve(both);
        QVERIFY(book(m_chen, m_moxa, 600).ok());
        const auto refused = book(m_wang, service, 600);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(u"陈淑芬"_s), qPrintable(refused.error().message));
    }

    void cancel_givesTheTimeFree_lateIsCounted()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        QVERIFY(one.ok());
        const auto cancel = [&](const QString &reason, CancelledBy by) {
            return write("appointment.cancel",
                         [&](store::Transaction &tx) { return schedule::cancel(tx, one->id, by, reason); });
        };
        QCOMPARE(cancel(u" "_s, CancelledBy::Patient).error().field, u"reason"_s);
        m_clinic->clock.set(at(600) - std::chrono::hours(1));
        const auto cancelled = cancel(u"感冒"_s, CancelledBy::Patient);
        QVERIFY(cancelled.ok());
        QVERIFY(cancelled->late);
        QVERIFY(cancelled->resources.isEmpty());
        QCOMPARE(cancel(u"感冒"_s, CancelledBy::Patient).error().code, Code::Conflict);
        QVERIFY(book(m_wang, m_visit, 600, {m_shen}).ok());
        QCOMPARE(day().size(), 1);
    }

    void hiddenPatient_timeIsTakenAndNobodyNamed()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        QVERIFY(one.ok());
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, m_chen, true, u"封存"_s); })
                    .ok());
        const auto refused = book(m_wang, m_visit, 600, {m_shen});
        QVERIFY(!refused.ok());
        QVERIFY2(!refused.error().message.contains(u"陈淑芬"_s), qPrintable(refused.error().message));
        const auto listed = day();
        QCOMPARE(listed.size(), 1);
        QVERIFY(listed.constFirst().who.isEmpty() && !listed.constFirst().patient);
        const auto found = read([&](const store::Snapshot &view) { return schedule::appointment(view, one->id); });
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, Code::NotFound);
    }

    /// Eight threads want the same thousand times: one wins each.
    void book_byManyAtOnce_oneWinsEach() { QCOMPARE(fight(false), 0); }
    /// What looks first and books afterwards is found out by the same fight.
    void book_lookedAtBefore_isCaught() { QVERIFY(fight(true) > 0); }

private:
    static constexpr int Threads = 8;
    static constexpr int Times = 1000;

    /// How many pairs of confirmed appointments overlap on one practitioner after everybody has fought.
    int fight(bool looksBefore)
    {
        std::atomic<int> won = 0;
        std::vector<std::thread> all;
        for (int thread = 0; thread < Threads; ++thread) {
            all.emplace_back([&, thread] {
                for (int n = 0; n < Times; ++n) {
                    AppointmentDraft draft = wish(thread % 2 == 0 ? m_chen : m_wang, m_visit, 0, {m_shen});
                    draft.start = at(540 + n % 9 * 20, n / 9);
                    draft.besideOwn = true;
                    draft.outOfHours = true; // holidays lie between
                    bool free = true;
                    if (looksBefore) {
                        const auto view = m_clinic->store().snapshot(m_clinic->receptionist());
                        const auto blockers = schedule::blockers(*view, draft);
                        free = blockers && blockers->isEmpty();
                        draft.overbook = true; // so that the booking itself does not ask again
                    }
                    const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "appointment.book");
                    if (free && schedule::book(*tx, draft)) {
                        tx->commit();
                        ++won;
                    }
                }
            });
        }
        for (std::thread &one : all)
            one.join();
        const auto listed = read([&](const store::Snapshot &view) {
            return schedule::between(view, {at(0), at(0, Times / 9 + 2)});
        });
        if (!listed || listed->size() != won)
            return -1;
        if (!looksBefore && won != Times)
            return -2;
        int overlaps = 0;
        for (qsizetype i = 1; i < listed->size(); ++i)
            overlaps += (*listed)[i].period.from < (*listed)[i - 1].period.to ? 1 : 0;
        return overlaps;
    }
};

QTEST_GUILESS_MAIN(TestBooking)
#include "tst_booking.moc"
