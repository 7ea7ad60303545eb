#include "clinic/schedule/deskfixture.h"
#include "clinic/schedule/waitlist.h"

#include <thread>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// Who waits for a time to become free, and who is offered it.
class TestWaitlist : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void add_isListed_urgentFirst()
    {
        const auto chen = add(want(m_chen));
        QVERIFY2(chen.ok(), chen ? "" : qPrintable(chen.error().message));
        m_clinic->clock.set(m_clinic->clock.now() + std::chrono::hours(1));
        WaitlistDraft urgent = want(m_wang);
        urgent.urgent = true;
        urgent.weekdays = {1, 7};
        urgent.note = u"腰痛加重"_s;
        const auto wang = add(urgent);
        QVERIFY(wang.ok());
        QCOMPARE(wang->content, urgent);
        QCOMPARE(wang->phone, u"13900139000"_s);
        const auto all = read([](const store::Snapshot &view) { return schedule::waitlist(view); });
        QCOMPARE(*all, (QList<WaitlistEntry>{*wang, *chen}));
    }

    void matches_onlyWhomItSuits()
    {
        const auto chen = add(want(m_chen));
        WaitlistDraft evening = want(m_wang);
        evening.fromMinute = 1020;
        QVERIFY(add(evening).ok());
        WaitlistDraft other = want(m_li);
        other.with = m_gu;
        QVERIFY(add(other).ok());
        const auto found = matching(m_shen, {at(600), at(620)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().entry.id, chen->id);
        QCOMPARE(found.constFirst().time.period, (Period{at(600), at(620)}));
        QCOMPARE(matching(m_shen, {at(1010), at(1050)}).size(), 2); // the evening begins at 17:00
        QVERIFY(matching(m_shen, {at(730), at(750)}).isEmpty());    // nobody works
        QVERIFY(book(m_chen, m_moxa, 600).ok());
        QVERIFY(matching(m_shen, {at(600), at(620)}).isEmpty()); // has something else then
    }

    void cancel_thenBookFromTheList_inOneAct()
    {
        const auto taken = book(m_wang, m_visit, 600, {m_shen});
        const auto entry = add(want(m_chen));
        QVERIFY(taken.ok() && entry.ok());
        QVERIFY(matching(m_shen, taken->period).isEmpty());
        QVERIFY(write("appointment.cancel", [&](store::Transaction &tx) {
                    return schedule::cancel(tx, taken->id, CancelledBy::Patient, u"有事"_s);
                }).ok());
        const auto found = matching(m_shen, taken->period);
        QCOMPARE(found.size(), 1);
        const auto booked = fill(found.constFirst());
        QVERIFY2(booked.ok(), booked ? "" : qPrintable(booked.error().message));
        QCOMPARE(booked->period, taken->period);
        const auto after = read([&](const store::Snapshot &view) { return schedule::waitlistEntry(view, entry->id); });
        QCOMPARE(after->status, WaitlistStatus::Booked);
        QCOMPARE(after->appointment, std::optional(booked->id));
        QCOMPARE(fill(found.constFirst()).error().code, Code::Conflict);
        QCOMPARE(day().size(), 1);
    }

    void offer_isOnePersonsUntilItLapses()
    {
        const auto chen = add(want(m_chen));
        const auto wang = add(want(m_wang));
        const auto found = matching(m_shen, {at(600), at(620)});
        QCOMPARE(found.size(), 2);
        const auto given = offerTo(found[0]);
        QVERIFY(given.ok());
        const auto twice = offerTo(found[1]);
        QVERIFY(!twice.ok());
        QCOMPARE(twice.error().code, Code::Conflict);
        QVERIFY2(twice.error().message.contains(u"陈淑芬"_s), qPrintable(twice.error().message));
        QVERIFY(!fill(found[1]).ok());
        QVERIFY(matching(m_shen, {at(600), at(620)}).isEmpty());
        // Whoever is being called about one time is not called about another.
        const auto second = matching(m_gu, {at(600), at(620)});
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.constFirst().entry.id, wang->id);
        m_clinic->clock.set(given->until);
        QCOMPARE(matching(m_shen, {at(600), at(620)}).size(), 2);
        QVERIFY(offerTo(found[1]).ok());
    }

    void offer_answered_bookedOrLeftForTheNext()
    {
        const auto chen = add(want(m_chen));
        m_clinic->clock.set(m_clinic->clock.now() + std::chrono::minutes(1));
        const auto wang = add(want(m_wang));
        auto found = matching(m_shen, {at(600), at(620)});
        const auto given = offerTo(found[0]);
        QVERIFY(say(given->id, OfferOutcome::Declined).ok());
        QCOMPARE(say(given->id, OfferOutcome::Accepted).error().code, Code::NotFound);
        found = matching(m_shen, {at(600), at(620)});
        QCOMPARE(found[0].entry.id, wang->id); // who has declined comes after who has not
        QCOMPARE(found[1].declined, 1);
        const auto next = offerTo(found[0]);
        QVERIFY(say(next->id, OfferOutcome::Accepted).ok());
        QCOMPARE(day().size(), 1);
        QCOMPARE(day().constFirst().patient, std::optional(m_wang));
        const auto left = read([](const store::Snapshot &view) { return schedule::waitlist(view); });
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->constFirst().id, chen->id);
    }

    void offer_byManyAtOnce_oneGetsIt()
    {
        QList<WaitlistMatch> wanting;
        for (const PatientId patient : {m_chen, m_wang, m_li})
            QVERIFY(add(want(patient)).ok());
        wanting = matching(m_shen, {at(600), at(620)});
        QCOMPARE(wanting.size(), 3);
        for (int round = 0; round < 100; ++round) {
            std::atomic<int> won = 0;
            std::vector<std::thread> all;
            for (const WaitlistMatch &one : std::as_const(wanting)) {
                all.emplace_back([&] {
                    const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "waitlist.offer");
                    if (schedule::offer(*tx, one.entry.id, one.time)) {
                        tx->commit();
                        ++won;
                    }
                });
            }
            for (std::thread &one : all)
                one.join();
            QCOMPARE(won.load(), 1);
            const auto open = read([](const store::Snapshot &view) { return schedule::offers(view); });
            QCOMPARE(open->size(), 1);
            QVERIFY(say(open->constFirst().id, OfferOutcome::Unreached).ok());
        }
    }

    void edit_andWithdraw()
    {
        const auto entry = add(want(m_chen));
        WaitlistDraft other = want(m_chen);
        other.with = m_gu;
        const auto changed = write(
            "waitlist.edit", [&](store::Transaction &tx) { return schedule::editWaitlist(tx, entry->id, other); });
        QVERIFY(changed.ok());
        QCOMPARE(changed->content, other);
        const auto given = offerTo(matching(m_gu, {at(600), at(620)}).constFirst());
        QVERIFY(given.ok());
        const auto withdraw = [&] {
            return write("waitlist.withdraw",
                         [&](store::Transaction &tx) { return schedule::withdrawFromWaitlist(tx, entry->id); });
        };
        QVERIFY(withdraw().ok());
        QVERIFY(read([](const store::Snapshot &view) { return schedule::offers(view); })->isEmpty());
        QVERIFY(read([](const store::Snapshot &view) { return schedule::waitlist(view); })->isEmpty());
        QCOMPARE(withdraw().error().code, Code::Conflict);
        QVERIFY(add(want(m_chen)).ok());
    }

    void wrong_isRefusedWithTheField()
    {
        const auto field = [&](const WaitlistDraft &draft) {
            const auto made = add(draft);
            return made ? u"added"_s : made.error().field;
        };
        WaitlistDraft draft = want(m_chen);
        draft.patient.reset();
        QCOMPARE(field(draft), u"patient"_s);
        draft = want(m_chen);
        draft.first = draft.last = QDate(2026, 3, 11); // yesterday
        QCOMPARE(field(draft), u"days"_s);
        draft = want(m_chen);
        draft.fromMinute = draft.toMinute;
        QCOMPARE(field(draft), u"minutes"_s);
        draft = want(m_chen);
        draft.weekdays = {0};
        QCOMPARE(field(draft), u"weekdays"_s);
        draft = want(m_chen);
        draft.with = m_beds;
        QCOMPARE(field(draft), u"with"_s);
        QVERIFY(add(want(m_chen)).ok());
        QCOMPARE(field(want(m_chen)), u"patient"_s); // waits already
    }

private:
    WaitlistDraft want(PatientId patient) const
    {
        WaitlistDraft draft;
        draft.patient = patient;
        draft.service = m_visit;
        draft.first = QDate(2026, 3, 12);
        draft.last = monday.addDays(13);
        return draft;
    }
    Result<WaitlistEntry> add(const WaitlistDraft &draft)
    {
        return write("waitlist.add", [&](store::Transaction &tx) { return schedule::addToWaitlist(tx, draft); });
    }
    QList<WaitlistMatch> matching(ResourceId resource, const Period &period)
    {
        const auto found = read([&](const store::Snapshot &view) { return schedule::matches(view, resource, period); });
        return found ? *found : QList<WaitlistMatch>();
    }
    Result<WaitlistOffer> offerTo(const WaitlistMatch &match)
    {
        return write("waitlist.offer",
                     [&](store::Transaction &tx) { return schedule::offer(tx, match.entry.id, match.time); });
    }
    Result<Done> say(WaitlistOfferId id, OfferOutcome outcome)
    {
        return write("waitlist.answer", [&](store::Transaction &tx) { return schedule::answer(tx, id, outcome); });
    }
    Result<Appointment> fill(const WaitlistMatch &match)
    {
        return write("waitlist.book", [&](store::Transaction &tx) {
            return schedule::bookFromWaitlist(tx, match.entry.id, match.time);
        });
    }
};

QTEST_GUILESS_MAIN(TestWaitlist)
#include "tst_waitlist.moc"
