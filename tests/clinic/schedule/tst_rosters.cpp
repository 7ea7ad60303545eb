#include "clinic/schedule/holidays.h"
#include "clinic/schedule/rosters.h"
#include "support/testclinic.h"

#include <QMap>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using freebusy::DayPart;
using schedule::Reach;

namespace {

const QDate monday(2026, 3, 9);

WorkingWeek weekdays(const QList<DayPart> &parts)
{
    WorkingWeek week;
    for (size_t day = 0; day < 5; ++day)
        week.at(day) = parts;
    return week;
}

const QList<DayPart> office{{540, 720}, {840, 1050}};

} // namespace

/// Working hours, leave, holidays.
class TestRosters : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_shen = add(u"沈明堂"_s);
        m_gu = add(u"顾青禾"_s);
    }
    void cleanup() { m_clinic.reset(); }

    void setWeek_onward_holdsUntilSaidOtherwise()
    {
        QVERIFY(set(m_shen, monday, weekdays(office), Reach::FromNowOn).ok());
        QCOMPARE(week(m_shen, monday), weekdays(office));
        QCOMPARE(week(m_shen, monday.addDays(7 * 60)), weekdays(office));
        QCOMPARE(week(m_shen, monday.addDays(-7)), WorkingWeek());
        QVERIFY(set(m_shen, monday.addDays(14), weekdays({{480, 720}}), Reach::FromNowOn).ok());
        QCOMPARE(week(m_shen, monday.addDays(7)), weekdays(office));
        QCOMPARE(week(m_shen, monday.addDays(14)), weekdays({{480, 720}}));
    }

    void setWeek_alone_leavesTheOthers()
    {
        QVERIFY(set(m_shen, monday, weekdays(office), Reach::FromNowOn).ok());
        QVERIFY(set(m_shen, monday.addDays(21), WorkingWeek(), Reach::ThisWeek).ok());
        for (int n = 0; n < 8; ++n)
            QCOMPARE(week(m_shen, monday.addDays(7 * n)), n == 3 ? WorkingWeek() : weekdays(office));
    }

    void setWeek_wrong_isRefused()
    {
        const auto code = [&](QDate day, const QList<DayPart> &parts) {
            const auto done = set(m_shen, day, weekdays(parts), Reach::FromNowOn);
            return done ? QString() : done.error().field;
        };
        QCOMPARE(code(monday.addDays(1), office), u"monday"_s);
        QCOMPARE(code(monday, {{540, 720}, {700, 800}}), u"week"_s);
        QCOMPARE(code(monday, {{720, 540}}), u"week"_s);
        QCOMPARE(code(monday, {{840, 900}, {540, 720}}), u"week"_s);
        QCOMPARE(code(monday, {{1320, 2881}}), u"week"_s);
        QCOMPARE(week(m_shen, monday), WorkingWeek());
    }

    void copyWeek_forAll_takesLastWeeks()
    {
        QVERIFY(set(m_shen, monday, weekdays(office), Reach::ThisWeek).ok());
        QVERIFY(set(m_gu, monday, weekdays({{600, 1200}}), Reach::ThisWeek).ok());
        QVERIFY(m_clinic
                    ->write(m_clinic->receptionist(), "roster.copy",
                            [&](store::Transaction &tx) {
                                return schedule::copyWeek(tx, {m_shen, m_gu}, monday, monday.addDays(7));
                            })
                    .ok());
        QCOMPARE(week(m_shen, monday.addDays(7)), weekdays(office));
        QCOMPARE(week(m_gu, monday.addDays(7)), weekdays({{600, 1200}}));
        QCOMPARE(week(m_gu, monday.addDays(14)), WorkingWeek());
    }

    /// Whatever was said, each week is as it was said last.
    void setWeek_anyOrder_isAsSaidLast()
    {
        SeededRandom random(11);
        for (int round = 0; round < 12; ++round) {
            const ResourceId who = add(u"医师%1"_s.arg(round));
            QMap<int, WorkingWeek> expected;
            for (int act = 0; act < 14; ++act) {
                const int at = static_cast<int>(random.below(10));
                WorkingWeek wanted;
                for (auto &day : wanted) {
                    int from = static_cast<int>(random.below(10)) * 60;
                    while (random.below(2) == 0 && from < 1200) {
                        const int to = from + 30 + static_cast<int>(random.below(6)) * 30;
                        day << DayPart{from, to};
                        from = to + 30 + static_cast<int>(random.below(4)) * 30;
                    }
                }
                const auto reach = random.below(2) == 0 ? Reach::ThisWeek : Reach::FromNowOn;
                QVERIFY(set(who, monday.addDays(7 * at), wanted, reach).ok());
                for (int n = at; n < (reach == Reach::ThisWeek ? at + 1 : 14); ++n)
                    expected[n] = wanted;
            }
            for (int n = 0; n < 14; ++n)
                QCOMPARE(week(who, monday.addDays(7 * n)), expected.value(n));
        }
    }

    void open_leaveAndHolidays_areTakenOut()
    {
        QVERIFY(set(m_shen, QDate(2026, 9, 28), weekdays(office), Reach::FromNowOn).ok());
        const auto open = [&](QDate day) {
            const auto found = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
                return schedule::openPeriods(view, m_shen, day, day);
            });
            qint64 minutes = 0;
            if (found) {
                for (const Period &one : *found)
                    minutes += (toMs(one.to) - toMs(one.from)) / 60'000;
            }
            return minutes;
        };
        QCOMPARE(open(QDate(2026, 9, 30)), 390);
        QCOMPARE(open(QDate(2026, 10, 1)), 0); // the National Day ships
        QCOMPARE(open(QDate(2026, 10, 8)), 390);
        QCOMPARE(open(QDate(2026, 10, 10)), 0); // a Saturday that is made up, by its own hours
        RosterExceptionDraft leave{
            m_shen,
            {freebusy::Exception::Kind::Away, QDate(2026, 10, 8), QDate(2026, 10, 9), DayPart{0, 780}},
            u"培训"_s};
        const auto made = except(leave);
        QVERIFY(made.ok());
        QCOMPARE(open(QDate(2026, 10, 8)), 210);
        QVERIFY(except({{}, {freebusy::Exception::Kind::Away, QDate(2026, 10, 9), QDate(2026, 10, 9), {}}, {}}).ok());
        QCOMPARE(open(QDate(2026, 10, 9)), 0);
        const auto known = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
            return schedule::exceptions(view, QDate(2026, 10, 9), QDate(2026, 10, 20));
        });
        QVERIFY(known.ok());
        QCOMPARE(known->size(), 2);
        QVERIFY(m_clinic
                    ->write(m_clinic->receptionist(), "roster.exception.end",
                            [&](store::Transaction &tx) { return schedule::endException(tx, made->id); })
                    .ok());
        QCOMPARE(open(QDate(2026, 10, 8)), 390);
        const auto twice =
            m_clinic->write(m_clinic->receptionist(), "roster.exception.end",
                            [&](store::Transaction &tx) { return schedule::endException(tx, made->id); });
        QVERIFY(!twice.ok());
        QCOMPARE(twice.error().code, Code::NotFound);
    }

    void exception_wrong_isRefusedWithTheField()
    {
        using Kind = freebusy::Exception::Kind;
        const auto field = [&](const freebusy::Exception &when, const QString &reason = {}) {
            const auto made = except({m_shen, when, reason});
            return made ? QString() : made.error().field;
        };
        QCOMPARE(field({Kind::Away, monday, monday.addDays(-1), {}}), u"days"_s);
        QCOMPARE(field({Kind::Away, monday, monday.addDays(800), {}}), u"days"_s);
        QCOMPARE(field({Kind::Away, QDate(), monday, {}}), u"days"_s);
        QCOMPARE(field({Kind::Away, monday, monday, DayPart{600, 500}}), u"part"_s);
        QCOMPARE(field({Kind::Extra, monday, monday, {}}), u"part"_s);
        QCOMPARE(field({Kind::Away, monday, monday, {}}, QString(201, u'a')), u"reason"_s);
    }

private:
    ResourceId add(const QString &name)
    {
        ResourceDraft draft;
        draft.name = name;
        return m_clinic
            ->write(m_clinic->owner(), "resource.add",
                    [&](store::Transaction &tx) { return schedule::addResource(tx, draft); })
            ->id;
    }
    Result<Done> set(ResourceId who, QDate day, const WorkingWeek &week, Reach reach)
    {
        return m_clinic->write(m_clinic->receptionist(), "roster.week",
                               [&](store::Transaction &tx) { return schedule::setWeek(tx, who, day, week, reach); });
    }
    WorkingWeek week(ResourceId who, QDate day)
    {
        const auto found = m_clinic->read(m_clinic->receptionist(),
                                          [&](const store::Snapshot &view) { return schedule::week(view, who, day); });
        return found ? *found : weekdays({{1, 2}});
    }
    Result<RosterException> except(const RosterExceptionDraft &draft)
    {
        return m_clinic->write(m_clinic->receptionist(), "roster.exception",
                               [&](store::Transaction &tx) { return schedule::addException(tx, draft); });
    }

    std::unique_ptr<TestClinic> m_clinic;
    ResourceId m_shen{Uuid(Uuid::Bytes{})};
    ResourceId m_gu{Uuid(Uuid::Bytes{})};
};

QTEST_GUILESS_MAIN(TestRosters)
#include "tst_rosters.moc"
