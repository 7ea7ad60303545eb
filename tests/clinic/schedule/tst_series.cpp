#include "clinic/schedule/deskfixture.h"
#include "clinic/schedule/series.h"

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

/// Courses of treatment, many moved at once, somebody absent.
class TestSeries : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void spreadOverWeek_isEven()
    {
        QCOMPARE(schedule::spreadOverWeek(1, 3), QList<int>{3});
        QCOMPARE(schedule::spreadOverWeek(2, 1), (QList<int>{1, 4}));
        QCOMPARE(schedule::spreadOverWeek(3, 1), (QList<int>{1, 3, 5}));
        QCOMPARE(schedule::spreadOverWeek(7, 4), (QList<int>{1, 2, 3, 4, 5, 6, 7}));
    }

    void propose_free_isAsWished()
    {
        SeriesDraft draft = course();
        draft.count = 6; // the next would be a holiday
        const auto days = propose(draft);
        QCOMPARE(days.size(), 6);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(days[i].wished, at(600, i % 2 == 0 ? i / 2 * 7 : i / 2 * 7 + 3));
            QVERIFY(days[i].time.has_value());
            QCOMPARE(days[i].time->period.from, days[i].wished);
            QCOMPARE(days[i].why, QString());
            QCOMPARE(days[i].others.size(), 3);
        }
    }

    void propose_clashes_sayWhyAndOfferTheNearest()
    {
        AppointmentDraft other = wish(m_wang, m_visit, 0, {m_shen});
        other.start = at(590, 3);
        QVERIFY(book(other).ok());
        SeriesDraft draft = course();
        draft.service = m_visit;
        draft.with = m_shen;
        const auto days = propose(draft);
        QVERIFY2(days[1].why.contains(u"王建国"_s), qPrintable(days[1].why));
        QCOMPARE(days[1].time->period.from, at(610, 3));
        QCOMPARE(days[0].why, QString());
        QCOMPARE(days[2].why, QString());
    }

    void propose_dayOff_keepsTheTimeOnTheNextDay()
    {
        WorkingWeek week;
        week.fill({{540, 720}, {840, 1050}});
        week[0].clear(); // Shen does not work on Mondays
        QVERIFY(write("roster.week", [&](store::Transaction &tx) {
                    return schedule::setWeek(tx, m_shen, monday, week, schedule::Reach::FromNowOn);
                }).ok());
        SeriesDraft draft = course();
        draft.service = m_visit;
        draft.with = m_shen;
        const auto days = propose(draft);
        QCOMPARE(days[0].wished, at(600));
        QVERIFY(!days[0].why.isEmpty());
        QCOMPARE(days[0].time->period.from, at(600, 1));
        QCOMPARE(days[0].time->resources, QList<ResourceId>{m_shen});
        QVERIFY(std::any_of(days[0].others.cbegin(), days[0].others.cend(),
                            [&](const FreeTime &one) { return one.period.from == at(600, 2); }));
    }

    void propose_withABed_keepsThePractitionerFree()
    {
        const ResourceId other = add(ResourceKind::Bed, u"艾灸床二"_s);
        HealthcareServiceDraft both;
        both.name = u"针灸"_s;
        both.needs = {{{m_shen, m_gu}, 1}, {{m_beds, other}, 1}};
        SeriesDraft draft = course();
        draft.service = serve(both);
        draft.with = m_gu;
        WorkingWeek week;
        week.fill({{540, 720}, {840, 1050}});
        QVERIFY(write("roster.week", [&](store::Transaction &tx) {
                    return schedule::setWeek(tx, other, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
                }).ok());
        for (const SeriesDay &day : propose(draft))
            QCOMPARE(day.time->resources, (QList<ResourceId>{m_gu, m_beds}));
        draft.with = other;
        for (const SeriesDay &day : propose(draft))
            QCOMPARE(day.time->resources.last(), other);
    }

    void propose_holiday_liesOnAnotherDayOfItsOwn()
    {
        SeriesDraft draft = course(); // Sunday 5 April 2026 is Qingming
        draft.first = QDate(2026, 4, 2);
        draft.weekdays = {6, 7};
        const auto days = propose(draft);
        QList<QDate> used;
        for (const SeriesDay &day : days) {
            QVERIFY(day.time.has_value());
            const QDate civil = civilDay(day.time->period.from, m_clinic->around().zone);
            QVERIFY(!used.contains(civil));
            used << civil;
        }
        QVERIFY(!days[0].why.isEmpty() && !days[1].why.isEmpty()); // 4 and 5 April
        QVERIFY(!used.contains(QDate(2026, 4, 5)));
    }

    void book_allOrNone()
    {
        const SeriesDraft draft = course();
        const auto days = propose(draft);
        const auto booked = bookAll(draft, days);
        QVERIFY2(booked.ok(), booked ? "" : qPrintable(booked.error().message));
        QCOMPARE(booked->size(), 10);
        QVERIFY(booked->constFirst().series.has_value());
        const auto again =
            read([&](const store::Snapshot &view) { return schedule::seriesOf(view, *booked->constFirst().series); });
        QCOMPARE(*again, *booked);
        SeriesDraft second = draft;
        second.patient = m_wang;
        second.service = m_visit;
        second.with = m_shen;
        const auto proposed = propose(second);
        AppointmentDraft other = wish(m_li, m_visit, 0, {m_shen});
        other.start = at(600, 17); // somebody was quicker
        QVERIFY(book(other).ok());
        const auto refused = bookAll(second, proposed);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
        QVERIFY2(refused.error().message.contains(u"李明"_s), qPrintable(refused.error().message));
        QCOMPARE(countOf(m_wang), 0);
    }

    void shift_followersMoveAlike_earlierStay()
    {
        const SeriesDraft draft = course();
        const auto booked = bookAll(draft, propose(draft));
        QVERIFY(booked.ok());
        // The fourth from Thursday 10:00 to Friday 15:00.
        const auto shifted = read(
            [&](const store::Snapshot &view) { return schedule::proposeShift(view, (*booked)[3].id, at(900, 11)); });
        QVERIFY2(shifted.ok(), shifted ? "" : qPrintable(shifted.error().message));
        QCOMPARE(shifted->size(), 7);
        QList<Rearrangement> changes;
        for (const Displaced &one : *shifted) {
            QCOMPARE(one.day.time->period.from, one.day.wished);
            changes << Rearrangement{one.appointment.id, draftAt(*one.day.time)};
        }
        QCOMPARE(shifted->at(0).day.wished, at(900, 11));
        QCOMPARE(shifted->at(1).day.wished, at(900, 15));
        const auto moved = rearrange(changes);
        QVERIFY2(moved.ok(), moved ? "" : qPrintable(moved.error().message));
        const auto now =
            read([&](const store::Snapshot &view) { return schedule::seriesOf(view, *booked->constFirst().series); });
        QCOMPARE(now->at(2).period.from, (*booked)[2].period.from);
        QCOMPARE(now->at(3).period.from, at(900, 11));
    }

    void rearrange_eachMayTakeWhatAnotherLeaves()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        const auto two = book(m_wang, m_visit, 620, {m_shen});
        QVERIFY(one.ok() && two.ok());
        const auto changed = rearrange({{one->id, wish(m_chen, m_visit, 620)}, {two->id, wish(m_wang, m_visit, 600)}});
        QVERIFY2(changed.ok(), changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(changed->at(0).period.from, at(620));
        QCOMPARE(changed->at(0).resources, QList<ResourceId>{m_shen});
        QCOMPARE(changed->at(1).period.from, at(600));
    }

    void rearrange_oneCannot_noneIs()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        const auto two = book(m_wang, m_visit, 620, {m_shen});
        QVERIFY(book(m_li, m_visit, 700, {m_shen}).ok());
        const auto refused = rearrange({{one->id, wish(m_chen, m_visit, 640)}, {two->id, wish(m_wang, m_visit, 700)}});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(day()[0].period.from, at(600));
        QCOMPARE(day()[0].resources, QList<ResourceId>{m_shen});
    }

    void absence_hitsAreListedWithPlaces_noTwoTheSame()
    {
        QList<AppointmentId> hit;
        for (int i = 0; i < 6; ++i) {
            const auto one = book(i % 2 == 0 ? m_chen : m_wang, m_visit, 540 + 20 * i, {m_shen});
            QVERIFY(one.ok());
            hit << one->id;
        }
        QVERIFY(book(m_li, m_visit, 900, {m_shen}).ok()); // in the afternoon: stays
        const AbsenceDraft absence{m_shen, monday, monday, freebusy::DayPart{0, 720}, u"发热"_s};
        const auto displaced = read([&](const store::Snapshot &view) { return schedule::displacedBy(view, absence); });
        QVERIFY2(displaced.ok(), displaced ? "" : qPrintable(displaced.error().message));
        QCOMPARE(displaced->size(), 6);
        QCOMPARE(displaced->constFirst().phone, u"13800138000"_s);
        QList<Rearrangement> changes;
        for (qsizetype i = 0; i < displaced->size(); ++i) {
            const Displaced &one = displaced->at(i);
            QCOMPARE(one.appointment.id, hit[i]);
            QVERIFY(one.day.time.has_value());
            QVERIFY(!(one.day.time->resources.contains(m_shen) && one.day.time->period.overlaps({at(0), at(720)})));
            changes << Rearrangement{one.appointment.id, draftAt(*one.day.time)};
        }
        changes.last().to.reset(); // the last one gives up
        const auto entered = write(
            "schedule.absence", [&](store::Transaction &tx) { return schedule::enterAbsence(tx, absence, changes); });
        QVERIFY2(entered.ok(), entered ? "" : qPrintable(entered.error().message));
        QCOMPARE(entered->last().status, AppointmentStatus::Cancelled);
        QCOMPARE(entered->last().reason, u"发热"_s);
        const auto refused = book(m_li, m_visit, 600, {m_shen});
        QVERIFY(!refused.ok()); // does not work then
        const auto left = read([&](const store::Snapshot &view) { return schedule::displacedBy(view, absence); });
        QVERIFY(left->isEmpty());
    }

    void wrong_isRefusedWithTheField()
    {
        const auto field = [&](const SeriesDraft &draft) {
            const auto found = read([&](const store::Snapshot &view) { return schedule::proposeSeries(view, draft); });
            return found ? u"proposed"_s : found.error().field;
        };
        SeriesDraft draft = course();
        draft.count = 1;
        QCOMPARE(field(draft), u"count"_s);
        draft = course();
        draft.weekdays = {8};
        QCOMPARE(field(draft), u"weekdays"_s);
        draft = course();
        draft.minute = 1440;
        QCOMPARE(field(draft), u"minute"_s);
        draft = course();
        draft.with = m_shen;
        QCOMPARE(field(draft), u"with"_s);
        AbsenceDraft absence{m_shen, monday, monday.addDays(40), {}, {}};
        QCOMPARE(read([&](const store::Snapshot &view) { return schedule::displacedBy(view, absence); }).error().field,
                 u"days"_s);
    }

private:
    SeriesDraft course() const
    {
        SeriesDraft draft;
        draft.patient = m_chen;
        draft.service = m_moxa;
        draft.first = monday;
        draft.weekdays = {1, 4};
        draft.minute = 600;
        return draft;
    }
    static AppointmentDraft draftAt(const FreeTime &time)
    {
        AppointmentDraft draft;
        draft.start = time.period.from;
        draft.resources = time.resources;
        return draft;
    }
    QList<SeriesDay> propose(const SeriesDraft &draft)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::proposeSeries(view, draft); });
        return found ? *found : QList<SeriesDay>();
    }
    Result<QList<Appointment>> bookAll(const SeriesDraft &draft, const QList<SeriesDay> &days)
    {
        QList<FreeTime> times;
        for (const SeriesDay &day : days)
            times << *day.time;
        return write("appointment.series",
                     [&](store::Transaction &tx) { return schedule::bookSeries(tx, draft, times); });
    }
    Result<QList<Appointment>> rearrange(const QList<Rearrangement> &changes)
    {
        return write("appointment.rearrange", [&](store::Transaction &tx) {
            return schedule::rearrange(tx, changes, CancelledBy::Clinic, u"调整"_s);
        });
    }
    int countOf(PatientId patient)
    {
        const auto all = read([&](const store::Snapshot &view) { return schedule::between(view, {at(0), at(0, 90)}); });
        return static_cast<int>(
            std::count_if(all->cbegin(), all->cend(), [&](const Appointment &one) { return one.patient == patient; }));
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
