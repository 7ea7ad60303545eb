#include "base/random.h"
#include "engines/slots/freebusy.h"

#include <QTest>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::freebusy;

namespace {

/// Minutes from a beginning that stands for anything.
Instant at(int minute)
{
    return instantFromMs(1773273600000) + Minutes(minute);
}

Period between(int from, int to)
{
    return {at(from), at(to)};
}

QList<int> startsOf(const QList<Slot> &free)
{
    QList<int> starts;
    for (const Slot &slot : free)
        starts << static_cast<int>(std::chrono::duration_cast<Minutes>(slot.period.from - at(0)).count());
    return starts;
}

/// The same question answered minute by minute, without any cleverness.
class Naive
{
public:
    explicit Naive(const Question &question) : m_question(question) {}

    QList<Slot> all() const
    {
        QList<Slot> found;
        for (const Period &window : m_question.within) {
            for (Instant start = window.from; start + m_question.duration <= window.to; start += m_question.step) {
                if (start < m_question.notBefore)
                    continue;
                for (const int first : m_question.needs.constFirst().anyOf) {
                    for (const bool overbook : {false, true}) {
                        const QList<int> chosen = rest({first}, start, overbook);
                        if (chosen.isEmpty())
                            continue;
                        found << Slot{{start, start + m_question.duration}, chosen, overbook};
                        break;
                    }
                }
            }
        }
        return found;
    }

    /// Whether the resource holds all of @p chosen's units at every minute.
    bool holds(const QList<int> &chosen, Instant start, bool overbook) const
    {
        for (qsizetype need = 0; need < chosen.size(); ++need) {
            const Resource &resource = m_question.resources[chosen[need]];
            int wanted = 0;
            for (qsizetype i = 0; i <= need; ++i)
                wanted += chosen[i] == chosen[need] ? m_question.needs[i].units : 0;
            const Instant end = start + m_question.duration;
            for (Instant now = start; now < end; now += Minutes(1)) {
                if (!isIn(resource.open, now))
                    return false;
            }
            if (isIn(resource.full, start))
                return false;
            for (Instant now = start - m_question.before; now < end + m_question.after; now += Minutes(1)) {
                int taken = wanted;
                for (const Use &use : resource.taken)
                    taken += use.period.contains(now) ? use.units : 0;
                if (taken > resource.capacity + (overbook ? resource.extra : 0))
                    return false;
            }
        }
        return true;
    }

private:
    static bool isIn(const QList<Period> &periods, Instant now)
    {
        return std::any_of(periods.cbegin(), periods.cend(), [&](const Period &one) { return one.contains(now); });
    }
    QList<int> rest(const QList<int> &chosen, Instant start, bool overbook) const
    {
        if (!holds(chosen, start, overbook))
            return {};
        if (chosen.size() == m_question.needs.size())
            return chosen;
        for (const int next : m_question.needs[chosen.size()].anyOf) {
            if (const QList<int> whole = rest(chosen + QList<int>{next}, start, overbook); !whole.isEmpty())
                return whole;
        }
        return {};
    }

    const Question &m_question;
};

/// A day of some resources at random, in steps of five minutes.
Question anyQuestion(SeededRandom &random)
{
    const auto below = [&](int most) { return static_cast<int>(random.below(static_cast<std::uint64_t>(most))); };
    const auto span = [&](int longest) {
        const int from = below(24 * 12) * 5;
        return between(from, from + 5 + below(longest / 5) * 5);
    };
    Question question;
    const int resources = 1 + below(4);
    for (int i = 0; i < resources; ++i) {
        Resource one;
        one.capacity = 1 + below(3);
        one.extra = below(3) == 0 ? 1 : 0;
        for (int n = below(4); n >= 0; --n)
            one.open << span(360);
        for (int n = below(8); n > 0; --n)
            one.taken << Use{span(90), 1 + below(2)};
        if (below(3) == 0)
            one.full << span(120);
        question.resources << one;
    }
    for (int n = below(3); n >= 0; --n) {
        Need need;
        need.units = 1 + (below(4) == 0 ? 1 : 0);
        for (int i = 0; i < resources; ++i) {
            if (below(3) > 0)
                need.anyOf << i;
        }
        if (need.anyOf.isEmpty())
            need.anyOf << below(resources);
        std::reverse(need.anyOf.begin(), need.anyOf.begin() + below(static_cast<int>(need.anyOf.size()) + 1));
        question.needs << need;
    }
    question.duration = Minutes(5 + below(12) * 5);
    question.before = Minutes(below(3) * 5);
    question.after = Minutes(below(4) * 5);
    question.notBefore = at(below(600));
    question.step = Minutes(5 * (1 + below(4)));
    question.within = {between(0, 720), between(720, 1440)};
    return question;
}

} // namespace

/// Free times, against a model that asks every minute.
class TestFreeBusy : public QObject
{
    Q_OBJECT

private slots:
    void freeSlots_anyDay_agreeWithTheMinutes()
    {
        SeededRandom random(20260312);
        qsizetype times = 0;
        int overbooked = 0;
        for (int i = 0; i < 1500; ++i) {
            const Question question = anyQuestion(random);
            const QList<Slot> found = freeSlots(question);
            const QList<Slot> expected = Naive(question).all();
            QVERIFY2(found == expected, qPrintable(QStringLiteral("question %1: %2 found, %3 by minutes")
                                                       .arg(i)
                                                       .arg(found.size())
                                                       .arg(expected.size())));
            times += found.size();
            overbooked += static_cast<int>(
                std::count_if(found.cbegin(), found.cend(), [](const Slot &slot) { return slot.overbooked; }));
        }
        QVERIFY2(times > 20000, QByteArray::number(times).constData());
        QVERIFY2(overbooked > 500, QByteArray::number(overbooked).constData());
    }

    void freeSlots_buffers_keepFreeButMayLieOutsideTheHours()
    {
        Question question;
        question.resources = {{1, 0, {between(60, 180)}, {{between(100, 110), 1}}, {}}};
        question.needs = {{{0}, 1}};
        question.duration = Minutes(20);
        question.before = Minutes(5);
        question.after = Minutes(10);
        question.within = {between(0, 1440)};
        QCOMPARE(startsOf(freeSlots(question)),
                 (QList<int>{60, 65, 70, 115, 120, 125, 130, 135, 140, 145, 150, 155, 160}));
    }

    void freeSlots_twoBeds_oneAfterTheOtherCountOnce()
    {
        Question question;
        question.resources = {{2, 0, {between(0, 120)}, {{between(0, 30), 1}, {between(30, 60), 1}}, {}}};
        question.needs = {{{0}, 1}};
        question.duration = Minutes(60);
        question.step = Minutes(30);
        question.within = {between(0, 120)};
        QCOMPARE(startsOf(freeSlots(question)), (QList<int>{0, 30, 60}));
        question.needs = {{{0}, 2}};
        QCOMPARE(startsOf(freeSlots(question)), QList<int>{60});
    }

    void freeSlots_practitionerAndRoom_bothAreFree()
    {
        Question question;
        const QList<Period> day{between(0, 120)};
        question.resources = {
            {1, 0, day, {{between(0, 60), 1}}, {}}, {1, 0, day, {}, {}}, {1, 0, day, {{between(60, 120), 1}}, {}}};
        question.needs = {{{0, 1}, 1}, {{2}, 1}};
        question.step = Minutes(30);
        question.within = {between(0, 120)};
        const QList<Slot> found = freeSlots(question);
        QCOMPARE(startsOf(found), (QList<int>{0, 30}));
        QCOMPARE(found.constFirst().chosen, (QList<int>{1, 2}));
    }

    void freeSlots_extra_isOfferedAsOverbooked()
    {
        Question question;
        question.resources = {{1, 1, {between(0, 60)}, {{between(0, 30), 1}}, {}}};
        question.needs = {{{0}, 1}};
        question.step = Minutes(30);
        question.within = {between(0, 60)};
        const QList<Slot> found = freeSlots(question);
        QCOMPARE(found.size(), 2);
        QVERIFY(found[0].overbooked);
        QVERIFY(!found[1].overbooked);
    }

    void freeSlots_nothingAsked_findsNothing()
    {
        Question question;
        question.resources = {{1, 0, {between(0, 60)}, {}, {}}};
        question.within = {between(0, 60)};
        QVERIFY(freeSlots(question).isEmpty());
        question.needs = {{{0}, 1}};
        question.duration = Minutes(0);
        QVERIFY(freeSlots(question).isEmpty());
        question.duration = Minutes(30);
        question.step = Minutes(0);
        QVERIFY(freeSlots(question).isEmpty());
    }

    void obstacle_saysWhatStandsInTheWay()
    {
        const Resource one{1, 1, {between(0, 120)}, {{between(30, 60), 1}}, {between(90, 120)}};
        const auto why = [&](int from, int to, bool overbook = false) {
            return obstacle(one, between(from, to), Minutes(0), Minutes(10), 1, overbook);
        };
        QCOMPARE(why(0, 20), Obstacle::None);
        QCOMPARE(why(0, 25), Obstacle::Taken);
        QCOMPARE(why(0, 25, true), Obstacle::None);
        QCOMPARE(why(60, 90), Obstacle::None);
        QCOMPARE(why(90, 100), Obstacle::Full);
        QCOMPARE(why(100, 130), Obstacle::Closed);
        QCOMPARE(why(-10, 10), Obstacle::Closed);
    }

    void without_anyPeriods_holdWhatIsLeft()
    {
        SeededRandom random(7);
        const auto some = [&] {
            QList<Period> periods;
            for (std::uint64_t n = random.below(6); n > 0; --n) {
                const int from = static_cast<int>(random.below(100));
                periods << between(from, from + static_cast<int>(random.below(30)));
            }
            return merged(periods);
        };
        const auto isIn = [](const QList<Period> &periods, Instant now) {
            return std::any_of(periods.cbegin(), periods.cend(), [&](const Period &one) { return one.contains(now); });
        };
        for (int i = 0; i < 2000; ++i) {
            const QList<Period> from = some();
            const QList<Period> what = some();
            const QList<Period> left = without(from, what);
            QCOMPARE(merged(left), left);
            for (int minute = 0; minute < 140; ++minute)
                QCOMPARE(isIn(left, at(minute)), isIn(from, at(minute)) && !isIn(what, at(minute)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFreeBusy)
#include "tst_freebusy.moc"
