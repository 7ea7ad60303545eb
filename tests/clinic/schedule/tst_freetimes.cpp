#include "clinic/schedule/deskfixture.h"
#include "clinic/schedule/freetimes.h"

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

/// When somebody could come, the best first.
class TestFreeTimes : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void freeTimes_agreeWithWhatBookingTakes()
    {
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        QVERIFY(book(m_wang, m_visit, 605, {m_gu}).ok());
        FreeQuestion question = ask(m_visit, monday, monday);
        question.step = minutes(5);
        const auto free = times(question);
        for (int minute = 0; minute < 1440; minute += 5) {
            for (const ResourceId with : {m_shen, m_gu}) {
                const bool offered = std::any_of(free.cbegin(), free.cend(), [&](const FreeTime &one) {
                    return one.period.from == at(minute) && one.resources == QList<ResourceId>{with};
                });
                const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "appointment.book");
                const bool taken = schedule::book(*tx, wish(m_li, m_visit, minute, {with})).ok(); // never committed
                QVERIFY2(offered == taken, qPrintable(QString::number(minute)));
            }
        }
    }

    void freeTimes_conditions_areKept()
    {
        FreeQuestion question = ask(m_visit, monday, monday.addDays(13));
        question.with = m_gu;
        question.fromMinute = 985; // rounded up to the next step
        question.weekdays = {2, 4};
        const auto free = times(question);
        QVERIFY(!free.isEmpty());
        for (const FreeTime &one : free) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(one.period.from), m_clinic->around().zone);
            QVERIFY(local.date().dayOfWeek() == 2 || local.date().dayOfWeek() == 4);
            QVERIFY(local.time() >= QTime(16, 30));
            QCOMPARE(one.resources, QList<ResourceId>{m_gu});
        }
        question.toMinute = 1000;
        QVERIFY(times(question).isEmpty());
    }

    void freeTimes_nothingInThePast_andLeadIsKept()
    {
        const QDate today(2026, 3, 12); // ten o'clock
        const auto now = times(ask(m_visit, today, today));
        QCOMPARE(now.constFirst().period.from, m_clinic->clock.now());
        HealthcareServiceDraft draft;
        draft.name = u"膏方"_s;
        draft.lead = std::chrono::hours(24);
        draft.needs = {{{m_shen}, 1}};
        const auto later = times(ask(serve(draft), today, today.addDays(2)));
        QCOMPARE(later.constFirst().period.from, m_clinic->clock.now() + std::chrono::hours(24));
    }

    void freeTimes_patientIsNowhereElse()
    {
        QVERIFY(book(m_chen, m_moxa, 600).ok());
        FreeQuestion question = ask(m_visit, monday, monday);
        question.patient = m_chen;
        for (const FreeTime &one : times(question))
            QVERIFY(!one.period.overlaps({at(600), at(640)}));
    }

    void freeTimes_overbooked_asFarAsTheServiceAllows()
    {
        HealthcareServiceDraft draft;
        draft.name = u"专家号"_s;
        draft.extraADay = 1;
        draft.needs = {{{m_shen}, 1}};
        const HealthcareServiceId expert = serve(draft);
        QVERIFY(book(m_chen, expert, 600).ok());
        FreeQuestion question = ask(expert, monday, monday);
        question.overbook = true;
        const auto ten = [&] {
            const auto all = times(question);
            return std::any_of(all.cbegin(), all.cend(),
                               [&](const FreeTime &one) { return one.period.from == at(600) && one.overbooked; });
        };
        QVERIFY(ten());
        AppointmentDraft over = wish(m_wang, expert, 600);
        over.overbook = true;
        QVERIFY(book(over).ok());
        QVERIFY(!ten()); // one a day
    }

    void freeTimes_sexOfThePractitioner_andNobodyElse()
    {
        sexOf(m_gu, Sex::Female);
        FreeQuestion question = ask(m_visit, monday, monday);
        question.sex = Sex::Female;
        for (const FreeTime &one : times(question))
            QCOMPARE(one.resources, QList<ResourceId>{m_gu});
        question.sex = Sex::Male;
        QVERIFY(times(question).isEmpty());
    }

    void proposals_habitsComeFirst()
    {
        for (int week = 1; week <= 4; ++week) { // each Wednesday at 15:00 with Gu
            AppointmentDraft draft = wish(m_chen, m_visit, 0, {m_gu});
            draft.start = at(900, 2 + 7 * week);
            QVERIFY(book(draft).ok());
        }
        const auto habits = read([&](const store::Snapshot &view) { return schedule::habitsOf(view, m_chen); });
        QVERIFY(habits.ok());
        QCOMPARE(habits->practitioner, std::optional(m_gu));
        QCOMPARE(habits->service, std::optional(m_visit));
        QCOMPARE(habits->weekday, std::optional(3));
        QCOMPARE(habits->minute, std::optional(900));
        FreeQuestion question = ask(m_visit, monday, monday.addDays(6));
        question.patient = m_chen;
        const auto best = proposals(question);
        QCOMPARE(best.size(), 3);
        QCOMPARE(best.constFirst().resources, QList<ResourceId>{m_gu});
        QVERIFY(best.constFirst().reasons.testFlag(freebusy::Reason::UsualResource));
        QVERIFY(best.constFirst().reasons.testFlag(freebusy::Reason::HabitualTime));
    }

    void proposals_wishForAWoman_isKeptAndCounts()
    {
        sexOf(m_gu, Sex::Female);
        sexOf(m_shen, Sex::Male);
        FreeQuestion question = ask(m_visit, monday, monday);
        question.patient = m_li;
        QCOMPARE(proposals(question).constFirst().resources, QList<ResourceId>{m_shen});
        const auto keep = [&](std::optional<Sex> sex) {
            return write("appointment.wish",
                         [&](store::Transaction &tx) { return schedule::wishForSex(tx, m_li, sex); });
        };
        QVERIFY(keep(Sex::Female).ok());
        QCOMPARE(proposals(question).constFirst().resources, QList<ResourceId>{m_gu});
        QVERIFY(keep({}).ok());
        QCOMPARE(proposals(question).constFirst().resources, QList<ResourceId>{m_shen});
        QCOMPARE(keep(Sex::Other).error().field, u"sex"_s);
    }

    void alternatives_areTheNearestWithTheSamePractitioner()
    {
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        const AppointmentDraft wanted = wish(m_wang, m_visit, 605, {m_shen});
        const auto refused = book(wanted);
        QVERIFY(!refused.ok());
        const auto found = read([&](const store::Snapshot &view) { return schedule::alternatives(view, wanted); });
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 3);
        QCOMPARE((*found)[0].period.from, at(620));
        QCOMPARE((*found)[1].period.from, at(580));
        for (const FreeTime &one : *found) {
            QCOMPARE(one.resources, QList<ResourceId>{m_shen});
            AppointmentDraft draft = wanted;
            draft.start = one.period.from;
            draft.resources = one.resources;
            const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "appointment.book");
            QVERIFY(schedule::book(*tx, draft).ok());
        }
    }

    void alternatives_dayIsFull_lieFurtherAway()
    {
        AppointmentDraft whole = wish(m_chen, m_visit, 540, {m_shen});
        whole.duration = minutes(180);
        QVERIFY(book(whole).ok());
        whole = wish(m_chen, m_visit, 840, {m_shen});
        whole.duration = minutes(210);
        QVERIFY(book(whole).ok());
        const auto found = read([&](const store::Snapshot &view) {
            return schedule::alternatives(view, wish(m_wang, m_visit, 600, {m_shen}));
        });
        QVERIFY(found.ok());
        QCOMPARE(found->constFirst().resources, QList<ResourceId>{m_gu}); // the same hour with somebody else
    }

    void question_wrong_isRefusedWithTheField()
    {
        const auto field = [&](const FreeQuestion &question) {
            const auto found = read([&](const store::Snapshot &view) { return schedule::freeTimes(view, question); });
            return found ? u"found"_s : found.error().field;
        };
        QCOMPARE(field(ask(m_visit, monday, monday.addDays(-1))), u"days"_s);
        QCOMPARE(field(ask(m_visit, monday, monday.addDays(schedule::longestSearch))), u"days"_s);
        FreeQuestion question = ask(m_visit, monday, monday);
        question.fromMinute = 700;
        question.toMinute = 700;
        QCOMPARE(field(question), u"minutes"_s);
        question = ask(m_visit, monday, monday);
        question.step = minutes(1);
        QCOMPARE(field(question), u"step"_s);
        question = ask(m_visit, monday, monday);
        question.with = m_beds;
        QCOMPARE(field(question), u"with"_s);
    }

private:
    static FreeQuestion ask(HealthcareServiceId service, QDate first, QDate last)
    {
        FreeQuestion question;
        question.service = service;
        question.first = first;
        question.last = last;
        return question;
    }
    QList<FreeTime> times(const FreeQuestion &question)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::freeTimes(view, question); });
        return found ? *found : QList<FreeTime>();
    }
    QList<FreeTime> proposals(const FreeQuestion &question)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::proposals(view, question); });
        return found ? *found : QList<FreeTime>();
    }
    void sexOf(ResourceId id, Sex sex)
    {
        QVERIFY(m_clinic
                    ->write(m_clinic->owner(), "resource.edit",
                            [&](store::Transaction &tx) {
                                const auto known = schedule::resource(tx, id);
                                ResourceDraft draft = known->content;
                                draft.sex = sex;
                                return schedule::editResource(tx, id, draft);
                            })
                    .ok());
    }
};

QTEST_GUILESS_MAIN(TestFreeTimes)
#include "tst_freetimes.moc"
