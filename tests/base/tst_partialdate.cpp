#include "base/partialdate.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;

class TestPartialDate : public QObject
{
    Q_OBJECT

private slots:
    void parse_text_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(expected);
        };
        row("1979", "1979");
        row("1979年", "1979");
        row("1979-08", "1979-08");
        row("1979年8月", "1979-08");
        row("1979-8-21", "1979-08-21");
        row("1979/08/21", "1979-08-21");
        row("1979.8.21", "1979-08-21");
        row("1979年8月21日", "1979-08-21");
        row("19790821", "1979-08-21");
        row("１９７９", "1979");
        row("20240229", "2024-02-29");
        row("20230229", "");
        row("1979-13", "");
        row("1979-00", "");
        row("1979-08-00", "");
        row("79", "");
        row("1800", "");
        row("today", "");
    }
    void parse_text()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto date = PartialDate::fromText(typed);
        QCOMPARE(date ? date->toText() : QString(), expected);
    }

    void print_anyDate_isReadBack()
    {
        QVERIFY(rc::check("text of a partial date reads back", [] {
            const QDate day = QDate(1850, 1, 1).addDays(*rc::gen::inRange(0, 350 * 365));
            const int parts = *rc::gen::inRange(0, 3);
            const auto date = PartialDate::of(day.year(), parts > 0 ? day.month() : 0, parts > 1 ? day.day() : 0);
            RC_ASSERT(date.has_value());
            RC_ASSERT(PartialDate::fromText(date->toText()) == date);
            RC_ASSERT(date->earliest() <= day);
            RC_ASSERT(day <= date->latest());
            RC_ASSERT(date->isFull() == (date->earliest() == date->latest()));
        }));
    }

    void age_onADay_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QDate>("on");
        QTest::addColumn<int>("years");
        QTest::addColumn<int>("months");
        QTest::addColumn<bool>("exact");
        const auto row = [](const char *birth, QDate on, int years, int months, bool exact) {
            QTest::addRow("%s on %s", birth, qPrintable(on.toString(Qt::ISODate)))
                << QString::fromLatin1(birth) << on << years << months << exact;
        };
        row("1979-08-21", QDate(2024, 8, 20), 44, 539, true);
        row("1979-08-21", QDate(2024, 8, 21), 45, 540, true);
        row("2024-01-31", QDate(2024, 2, 28), 0, 0, true);
        row("2024-01-31", QDate(2024, 2, 29), 0, 1, true);
        row("2023-01-31", QDate(2023, 2, 28), 0, 1, true);
        row("2023-01-31", QDate(2023, 3, 30), 0, 1, true);
        row("2023-01-31", QDate(2023, 4, 30), 0, 3, true);
        row("2023-01-30", QDate(2023, 2, 27), 0, 0, true);
        row("2020-02-29", QDate(2021, 2, 27), 0, 11, true);
        row("2020-02-29", QDate(2021, 2, 28), 1, 12, true);
        row("2020-02-29", QDate(2024, 2, 28), 3, 47, true);
        row("2020-02-29", QDate(2024, 2, 29), 4, 48, true);
        row("2024-06-01", QDate(2024, 6, 1), 0, 0, true);
        row("1979", QDate(2024, 6, 1), 45, 545, false);
        row("1979", QDate(2024, 12, 31), 45, 551, true);
        row("1979-08", QDate(2024, 8, 15), 45, 540, false);
        row("1979-08", QDate(2024, 9, 1), 45, 541, true);
    }
    void age_onADay()
    {
        QFETCH(QString, birth);
        QFETCH(QDate, on);
        QFETCH(int, years);
        QFETCH(int, months);
        QFETCH(bool, exact);
        const auto age = ageOn(*PartialDate::fromText(birth), on);
        QVERIFY(age.has_value());
        QCOMPARE(*age, (Age{years, months, exact}));
    }

    void age_beforeBirth_isNone()
    {
        QVERIFY(!ageOn(*PartialDate::of(2024, 6, 2), QDate(2024, 6, 1)));
        QVERIFY(!ageOn(*PartialDate::of(2025), QDate(2024, 6, 1)));
        QVERIFY(ageOn(*PartialDate::of(2024), QDate(2024, 6, 1)));
    }

    void age_anyDates_neverFallsAndAgreesWithTheCalendar()
    {
        QVERIFY(rc::check("months grow with time and match QDate::addMonths", [] {
            const QDate birth = QDate(1900, 1, 1).addDays(*rc::gen::inRange(0, 45'000));
            const QDate on = birth.addDays(*rc::gen::inRange(0, 40'000));
            const int months = ageOn(PartialDate::of(birth), on)->months;
            RC_ASSERT(birth.addMonths(months) <= on);
            RC_ASSERT(birth.addMonths(months + 1) > on);
            RC_ASSERT(ageOn(PartialDate::of(birth), on.addDays(1))->months >= months);
        }));
    }
};

QTEST_GUILESS_MAIN(TestPartialDate)
#include "tst_partialdate.moc"
