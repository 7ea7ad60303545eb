#include "engines/slots/ranking.h"
#include "engines/slots/roster.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::freebusy;

namespace {

const QTimeZone shanghai("Asia/Shanghai");
const QDate thursday(2026, 3, 12);

/// Two practitioners for four days from nine to five, and nobody has come yet.
Question fourDays()
{
    Question question;
    for (int i = 0; i < 2; ++i) {
        Resource one;
        for (int day = 0; day < 4; ++day)
            one.open << Period{instantOf(thursday.addDays(day), 540, shanghai),
                               instantOf(thursday.addDays(day), 1020, shanghai)};
        question.resources << one;
    }
    for (int day = 0; day < 4; ++day)
        question.within << civilDayOf(thursday.addDays(day), shanghai);
    question.needs = {{{0, 1}, 1}};
    question.duration = Minutes(20);
    question.step = Minutes(20);
    question.notBefore = instantOf(thursday, 600, shanghai);
    return question;
}

QString told(const Ranked &one)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMs(one.slot.period.from), shanghai);
    return at.toString(QStringLiteral("dd HH:mm ")) + QString::number(one.slot.chosen.constFirst());
}

QStringList offered(const Question &question, const Wishes &wishes, int most = 3)
{
    QStringList words;
    for (const Ranked &one : proposals(freeSlots(question), question, wishes, shanghai, most))
        words << told(one);
    return words;
}

} // namespace

/// What is offered first.
class TestRanking : public QObject
{
    Q_OBJECT

private slots:
    void proposals_nothingWished_soonestAndApart()
    {
        QCOMPARE(offered(fourDays(), {}), (QStringList{QStringLiteral("12 10:00 0"), QStringLiteral("12 10:00 1"),
                                                       QStringLiteral("12 11:00 0")}));
    }

    void proposals_usualPractitioner_comeFirst()
    {
        QCOMPARE(
            offered(fourDays(), {1, {}, {}, {}}),
            (QStringList{QStringLiteral("12 10:00 1"), QStringLiteral("12 11:00 1"), QStringLiteral("12 12:00 1")}));
    }

    void proposals_sexWished_isKept()
    {
        for (const QString &one : offered(fourDays(), {0, QSet<int>{1}, {}, {}}))
            QVERIFY2(one.endsWith(u'1'), qPrintable(one));
    }

    void proposals_habit_timeAndWeekday()
    {
        const auto words = offered(fourDays(), {0, {}, 15 * 60, 6});
        QVERIFY2(words.contains(QStringLiteral("12 15:00 0")), qPrintable(words.join(u';')));
        const Question question = fourDays();
        const auto ranked = rank(freeSlots(question), question, {0, {}, 15 * 60, 6}, shanghai);
        for (const Ranked &one : ranked) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMs(one.slot.period.from), shanghai);
            const int off = std::abs(at.time().hour() * 60 + at.time().minute() - 900);
            QCOMPARE(one.reasons.testFlag(Reason::HabitualTime), off <= 30);
            QCOMPARE(one.reasons.testFlag(Reason::HabitualDay), at.date().dayOfWeek() == 6);
            QCOMPARE(one.reasons.testFlag(Reason::UsualResource), one.slot.chosen.constFirst() == 0);
        }
    }

    void proposals_fullerDay_comesLater()
    {
        Question question = fourDays();
        question.resources[0].taken = {{{instantOf(thursday, 720, shanghai), instantOf(thursday, 1020, shanghai)}, 1}};
        QCOMPARE(offered(question, {}, 1), QStringList{QStringLiteral("12 10:00 1")});
    }

    void rank_gapTooSmallForAnother_comesLater()
    {
        Question question = fourDays();
        question.needs = {{{0}, 1}};
        question.step = Minutes(5);
        question.resources[0].taken = {{{instantOf(thursday, 600, shanghai), instantOf(thursday, 630, shanghai)}, 1}};
        const auto ranked = rank(freeSlots(question), question, {}, shanghai);
        QCOMPARE(told(ranked.constFirst()), QStringLiteral("12 10:30 0"));
        QVERIFY(ranked.constFirst().reasons.testFlag(Reason::NoGap));
        const auto position = [&](int minute) {
            for (qsizetype i = 0; i < ranked.size(); ++i) {
                if (ranked[i].slot.period.from == instantOf(thursday, minute, shanghai))
                    return i;
            }
            return qsizetype(-1);
        };
        QVERIFY(position(650) < position(635)); // ten minutes lost count for more than a quarter of an hour's wait
    }

    void rank_overbooked_isTheLast()
    {
        Question question = fourDays();
        question.needs = {{{0}, 1}};
        question.resources[0].extra = 1;
        question.resources[0].taken = {{{instantOf(thursday, 540, shanghai), instantOf(thursday, 1020, shanghai)}, 1}};
        const auto ranked = rank(freeSlots(question), question, {}, shanghai);
        bool overbooked = false;
        for (const Ranked &one : ranked) {
            QVERIFY(one.slot.overbooked || !overbooked);
            overbooked = one.slot.overbooked;
        }
        QVERIFY(overbooked);
    }
};

QTEST_GUILESS_MAIN(TestRanking)
#include "tst_ranking.moc"
