#include "engines/slots/freebusy.h"
#include "engines/slots/roster.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::freebusy;

namespace {

const QTimeZone shanghai("Asia/Shanghai");

Recurrence ruled(const char *text)
{
    const auto rule = Recurrence::fromText(QString::fromLatin1(text));
    return rule ? *rule : Recurrence::weekly(1);
}

Hours works(const char *rule, int from, int to, QDate since = QDate(2026, 1, 1), std::optional<QDate> until = {})
{
    return {{from, to}, since, until, ruled(rule)};
}

/// "09:00-12:00 14:00-17:30", as a receptionist would write the day.
QString told(const QList<DayPart> &parts)
{
    QStringList words;
    const auto clock = [](int minute) {
        return QStringLiteral("%1:%2")
            .arg(minute / 60, 2, 10, QLatin1Char('0'))
            .arg(minute % 60, 2, 10, QLatin1Char('0'));
    };
    for (const DayPart &part : parts)
        words << clock(part.from) + QLatin1Char('-') + clock(part.to);
    return words.join(QLatin1Char(' '));
}

const QDate thursday(2026, 3, 12);

} // namespace

/// What is worked on a day.
class TestRoster : public QObject
{
    Q_OBJECT

private slots:
    void parts_weeklyHoursWithABreak()
    {
        const Roster roster{
            {works("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 540, 720), works("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 840, 1050)},
            {},
            false,
            {}};
        QCOMPARE(told(partsOf(roster, {}, thursday)), QStringLiteral("09:00-12:00 14:00-17:30"));
        QCOMPARE(told(partsOf(roster, {}, QDate(2026, 3, 14))), QString());
        QCOMPARE(told(partsOf(roster, {}, QDate(2025, 12, 31))), QString());
    }

    void parts_everyOtherWeek_andValidity()
    {
        const Roster roster{
            {works("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", 540, 720, QDate(2026, 3, 7), QDate(2026, 4, 4))}, {}, false, {}};
        QStringList worked;
        for (QDate day(2026, 2, 1); day < QDate(2026, 5, 1); day = day.addDays(1)) {
            if (!partsOf(roster, {}, day).isEmpty())
                worked << day.toString(Qt::ISODate);
        }
        QCOMPARE(worked, (QStringList{QStringLiteral("2026-03-07"), QStringLiteral("2026-03-21"),
                                      QStringLiteral("2026-04-04")}));
    }

    void parts_leaveAndExtra()
    {
        Roster roster{{works("FREQ=DAILY", 540, 1050)}, {}, false, {}};
        roster.exceptions = {{Exception::Kind::Away, QDate(2026, 3, 10), thursday, DayPart{780, 1440}}};
        QCOMPARE(told(partsOf(roster, {}, thursday)), QStringLiteral("09:00-13:00"));
        roster.exceptions << Exception{Exception::Kind::Away, QDate(2026, 3, 13), QDate(2026, 3, 14), {}}
                          << Exception{Exception::Kind::Extra, QDate(2026, 3, 15), QDate(2026, 3, 15),
                                       DayPart{1140, 1260}};
        QCOMPARE(told(partsOf(roster, {}, QDate(2026, 3, 13))), QString());
        QCOMPARE(told(partsOf(roster, {}, QDate(2026, 3, 15))), QStringLiteral("09:00-17:30 19:00-21:00"));
    }

    void parts_holidaysAndMadeUpDays()
    {
        // The National Day of 2026: closed on the first, and Saturday the tenth is worked for it.
        const SpecialDays special{{QDate(2026, 10, 1), SpecialDay::Holiday},
                                  {QDate(2026, 10, 10), SpecialDay::Workday}};
        Roster roster{{works("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 540, 1050), works("FREQ=WEEKLY;BYDAY=SA", 540, 720)},
                      {},
                      false,
                      {}};
        QCOMPARE(told(partsOf(roster, special, QDate(2026, 10, 1))), QString());
        QCOMPARE(told(partsOf(roster, special, QDate(2026, 10, 10))), QStringLiteral("09:00-12:00"));
        roster.madeUpAs = 3;
        QCOMPARE(told(partsOf(roster, special, QDate(2026, 10, 10))), QStringLiteral("09:00-17:30"));
        roster.worksOnHolidays = true;
        QCOMPARE(told(partsOf(roster, special, QDate(2026, 10, 1))), QStringLiteral("09:00-17:30"));
        roster.worksOnHolidays = false;
        roster.exceptions = {{Exception::Kind::Extra, QDate(2026, 10, 1), QDate(2026, 10, 1), DayPart{540, 600}}};
        QCOMPARE(told(partsOf(roster, special, QDate(2026, 10, 1))), QStringLiteral("09:00-10:00"));
    }

    void open_nightHours_reachIntoTheNextDay()
    {
        const Roster roster{{works("FREQ=WEEKLY;BYDAY=TH", 1320, 1560)}, {}, false, {}};
        const auto open = openPeriods(roster, {}, thursday, thursday.addDays(1), shanghai);
        QCOMPARE(open,
                 (QList<Period>{{instantOf(thursday, 1320, shanghai), instantOf(thursday.addDays(1), 120, shanghai)}}));
        QCOMPARE(openPeriods(roster, {}, thursday.addDays(1), thursday.addDays(1), shanghai),
                 (QList<Period>{
                     {instantOf(thursday.addDays(1), 0, shanghai), instantOf(thursday.addDays(1), 120, shanghai)}}));
    }

    void open_daysOfChangingClocks_haveTheirHours()
    {
        const QTimeZone berlin("Europe/Berlin");
        const Roster roster{{works("FREQ=DAILY", 0, 1440)}, {}, false, {}};
        const auto hours = [&](QDate day) {
            const auto open = openPeriods(roster, {}, day, day, berlin);
            return open.size() == 1 ? (open[0].to - open[0].from) / std::chrono::hours(1) : -1;
        };
        QCOMPARE(hours(QDate(2026, 3, 28)), 24);
        QCOMPARE(hours(QDate(2026, 3, 29)), 23);
        QCOMPARE(hours(QDate(2026, 10, 25)), 25);
    }

    /// The days one by one give what the whole span gives.
    void open_anySpan_isTheSumOfItsDays()
    {
        Roster roster{{works("FREQ=WEEKLY;BYDAY=MO,WE,FR", 540, 1050), works("FREQ=MONTHLY;BYDAY=1SU", 600, 660),
                       works("FREQ=WEEKLY;BYDAY=SA", 1380, 1500)},
                      {{Exception::Kind::Away, QDate(2026, 5, 4), QDate(2026, 5, 8), {}},
                       {Exception::Kind::Extra, QDate(2026, 5, 3), QDate(2026, 5, 3), DayPart{0, 120}}},
                      false,
                      1};
        const SpecialDays special{{QDate(2026, 5, 1), SpecialDay::Holiday}, {QDate(2026, 5, 9), SpecialDay::Workday}};
        const QDate first(2026, 4, 20);
        const QDate last(2026, 6, 10);
        QList<Period> days;
        for (QDate day = first; day <= last; day = day.addDays(1))
            days << openPeriods(roster, special, day, day, shanghai);
        QCOMPARE(merged(days), openPeriods(roster, special, first, last, shanghai));
        QVERIFY(days.size() > 25);
    }
};

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
