#include "engines/queue/turns.h"
#include "engines/queue/waits.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace xinglin;
using namespace xinglin::queueing;

namespace {

Instant at(int minute)
{
    return instantFromMs(1773280800000) + Minutes(minute);
}

Waiting came(int number, int arrived, std::optional<int> booked = {}, Priority priority = Priority::Routine)
{
    Waiting one{number, at(arrived), {}, priority, {}, 0};
    if (booked)
        one.booked = at(*booked);
    return one;
}

QList<int> numbers(const QList<Waiting> &waiting)
{
    QList<int> found;
    for (const qsizetype i : turns(waiting))
        found << waiting[i].number;
    return found;
}

/// Anybody of a day, with this number.
Waiting anybody(int number)
{
    Waiting one = came(number, *rc::gen::inRange(0, 240));
    if (*rc::gen::inRange(0, 3) != 0)
        one.booked = at(*rc::gen::inRange(-60, 300));
    one.priority = *rc::gen::element(Priority::Routine, Priority::Routine, Priority::Priority, Priority::Urgent);
    if (*rc::gen::inRange(0, 5) == 0) {
        one.skipped = one.arrived + Minutes(*rc::gen::inRange(0, 60));
        one.skips = *rc::gen::inRange(1, 4);
    }
    return one;
}

QList<Waiting> crowd()
{
    QList<Waiting> all;
    const int count = *rc::gen::inRange(0, 25);
    for (int i = 0; i < count; ++i)
        all << anybody(i + 1);
    return all;
}

Uuid id(std::uint8_t n)
{
    Uuid::Bytes bytes{};
    bytes[15] = n;
    return Uuid(bytes);
}

QList<Consultation> past(const Uuid &practitioner, const Uuid &service, const QList<int> &minutes)
{
    QList<Consultation> all;
    for (const int lasted : minutes)
        all << Consultation{practitioner, service, Minutes(lasted)};
    return all;
}

} // namespace

/// Whose turn it is, and how long they wait.
class TestQueue : public QObject
{
    Q_OBJECT

private slots:
    void turns_bookedInTime_byTheirTimeNotByArrival()
    {
        QCOMPARE(numbers({came(1, 0, 60), came(2, 20, 30), came(3, 40, 45)}), (QList<int>{2, 3, 1}));
    }

    void turns_bookedTooLate_fromWhenTheyCame()
    {
        // Ten minutes late keeps 10:00; eleven minutes late does not.
        QCOMPARE(numbers({came(1, 5, 5), came(2, 10, 0)}), (QList<int>{2, 1}));
        QCOMPARE(numbers({came(1, 5, 5), came(2, 11, 0)}), (QList<int>{1, 2}));
    }

    void turns_walkIn_givesWayForAQuarterOfAnHour()
    {
        QCOMPARE(numbers({came(1, 0), came(2, 10, 14)}), (QList<int>{2, 1}));
        QCOMPARE(numbers({came(1, 0), came(2, 10, 16)}), (QList<int>{1, 2}));
    }

    void turns_priorityAndUrgent_comeEarlier()
    {
        QCOMPARE(numbers({came(1, 0), came(2, 19, {}, Priority::Priority)}), (QList<int>{2, 1}));
        QCOMPARE(numbers({came(1, 0), came(2, 21, {}, Priority::Priority)}), (QList<int>{1, 2}));
        QCOMPARE(numbers({came(1, 0, -60), came(2, 90, {}, Priority::Urgent), came(3, 80, {}, Priority::Urgent)}),
                 (QList<int>{3, 2, 1}));
    }

    void turns_skipped_comesTenMinutesLaterEachTime()
    {
        Waiting skipped = came(1, 0, 0);
        skipped.skipped = at(20);
        QCOMPARE(due(skipped), at(30));
        QCOMPARE(numbers({skipped, came(2, 10, 29), came(3, 10, 31)}), (QList<int>{2, 1, 3}));
        skipped.skips = 2;
        QCOMPARE(due(skipped), at(40));
        skipped.priority = Priority::Urgent;
        QCOMPARE(due(skipped), at(40));
        // Called before their turn and not there: the next call is for somebody else, also where all come before
        // theirs.
        Waiting early = came(1, 0, 60);
        early.skipped = at(5);
        QCOMPARE(numbers({early, came(2, 0, 65)}), (QList<int>{2, 1}));
    }

    void turns_sameMoment_byNumber() { QCOMPARE(numbers({came(2, 0), came(1, 0)}), (QList<int>{1, 2})); }

    void turns_anyCrowd_isOneOrderWhateverOrderTheyStandIn()
    {
        QVERIFY(rc::check("the order does not depend on the order of the input", [] {
            QList<Waiting> all = crowd();
            const QList<int> order = numbers(all);
            RC_ASSERT(QSet<int>(order.cbegin(), order.cend()).size() == all.size());
            const auto seed = *rc::gen::arbitrary<std::uint32_t>();
            std::shuffle(all.begin(), all.end(), std::mt19937(seed));
            const QList<int> again = numbers(all);
            RC_ASSERT(std::equal(again.cbegin(), again.cend(), order.cbegin(), order.cend()));
        }));
        QVERIFY(rc::check("of two different ones exactly one is first, and that goes on", [] {
            const Waiting a = anybody(1);
            const Waiting b = anybody(2);
            const Waiting c = anybody(3);
            RC_ASSERT(isBefore(a, b) != isBefore(b, a));
            RC_ASSERT(!isBefore(a, a));
            RC_ASSERT(!(isBefore(a, b) && isBefore(b, c)) || isBefore(a, c));
        }));
    }

    void turns_oneMore_doesNotChangeTheOrderOfOthers()
    {
        QVERIFY(rc::check("who comes later stands somewhere, and the others as before", [] {
            QList<Waiting> all = crowd();
            const QList<int> before = numbers(all);
            all << anybody(static_cast<int>(all.size()) + 1);
            QList<int> after = numbers(all);
            after.removeOne(static_cast<int>(all.size()));
            RC_ASSERT(std::equal(after.cbegin(), after.cend(), before.cbegin(), before.cend()));
        }));
    }

    /// The bound: half an hour after their turn nobody who comes anew, but the urgent, is called before them.
    void turns_anybody_isNotOvertakenForEver()
    {
        QVERIFY(rc::check("nobody who comes after it is safe is called first", [] {
            const Waiting waiting = anybody(1);
            Waiting later = anybody(2);
            const auto shift = std::max(safeFrom(waiting), waiting.arrived) - later.arrived + Minutes(1) +
                               Minutes(*rc::gen::inRange(0, 60));
            const Instant was = later.arrived;
            later.arrived = was + shift;
            if (later.booked)
                *later.booked += shift;
            later.skipped.reset();
            RC_PRE(later.priority != Priority::Urgent);
            RC_ASSERT(isBefore(waiting, later));
        }));
        QVERIFY(rc::check("and their turn is not put off: at most so long after they came or were booked", [] {
            Waiting one = anybody(1);
            one.skipped.reset();
            const Instant latest = one.booked ? std::max(one.arrived, *one.booked) : one.arrived + Weights().walkIn;
            RC_ASSERT(due(one) <= latest);
            RC_ASSERT(safeFrom(one) <= latest + Minutes(30));
        }));
    }

    void usual_enoughHistory_isTheMedian()
    {
        const Lengths lengths(past(id(1), id(9), {10, 12, 11, 90, 13}) + past(id(2), id(9), {30, 31}));
        QCOMPARE(lengths.usual(id(1), id(9)), std::optional<std::chrono::milliseconds>(Minutes(12)));
        // Two are too few of their own: what everybody needs for it.
        QCOMPARE(lengths.usual(id(2), id(9)), std::optional<std::chrono::milliseconds>(Minutes(13)));
        QCOMPARE(lengths.usual(id(1), id(8)), std::nullopt);
        QCOMPARE(Lengths(past(id(1), id(9), {10, 12, 11, 9})).usual(id(1), id(9)), std::nullopt);
    }

    void waits_line_isTheRemainderAndThoseAhead()
    {
        const Lengths lengths(past(id(1), id(9), {20, 20, 20, 20, 20}) + past(id(1), id(8), {7, 7, 7, 7, 7}));
        const QList<InLine> line{{id(9), {id(1)}}, {id(8), {id(1)}}, {id(9), {id(1)}}};
        using Waits = QList<std::optional<Minutes>>;
        QCOMPARE(waits(line, {{id(1), {}, id(9)}}, lengths, at(0)), (Waits{Minutes(0), Minutes(20), Minutes(27)}));
        QCOMPARE(waits(line, {{id(1), at(-15), id(9)}}, lengths, at(0)), (Waits{Minutes(5), Minutes(25), Minutes(32)}));
        QCOMPARE(waits(line, {{id(1), at(-45), id(9)}}, lengths, at(0)).constFirst(), std::optional(Minutes(0)));
    }

    void waits_severalCallers_whoeverIsFreeFirst()
    {
        const Lengths lengths(past(id(1), id(9), {20, 20, 20, 20, 20}) + past(id(2), id(9), {10, 10, 10, 10, 10}));
        const QList<InLine> line{{id(9), {id(1), id(2)}}, {id(9), {id(1), id(2)}}, {id(9), {id(1), id(2)}}};
        using Waits = QList<std::optional<Minutes>>;
        QCOMPARE(waits(line, {{id(1), {}, id(9)}, {id(2), {}, id(9)}}, lengths, at(0)),
                 (Waits{Minutes(0), Minutes(0), Minutes(10)}));
    }

    void waits_tooLittleHistory_saysNothing()
    {
        const Lengths lengths(past(id(1), id(9), {20, 20, 20, 20, 20}));
        using Waits = QList<std::optional<Minutes>>;
        // The second's own length is not known: they know when they begin, nobody behind them does.
        QCOMPARE(waits({{id(9), {id(1)}}, {id(8), {id(1)}}, {id(9), {id(1)}}}, {{id(1), {}, id(9)}}, lengths, at(0)),
                 (Waits{Minutes(0), Minutes(20), std::nullopt}));
        QCOMPARE(waits({{id(9), {id(1)}}}, {{id(1), at(-5), id(8)}}, lengths, at(0)), (Waits{std::nullopt}));
        QCOMPARE(waits({{id(9), {id(3)}}}, {{id(1), {}, id(9)}}, lengths, at(0)), (Waits{std::nullopt}));
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
