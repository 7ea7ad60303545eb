#include "base/text/daywords.h"

#include <QTest>

using namespace xinglin;

class TestDayWords : public QObject
{
    Q_OBJECT

private slots:
    void dayFromText_asTyped_isThePastDay_data();
    void dayFromText_asTyped_isThePastDay();
};

void TestDayWords::dayFromText_asTyped_isThePastDay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("day");
    const QDate march(2026, 3, 12);
    const auto row = [](const char *name, const QString &typed, QDate today, QDate day) {
        QTest::newRow(name) << typed << today << day;
    };
    row("whole", QStringLiteral("2026-03-05"), march, QDate(2026, 3, 5));
    row("whole in Chinese", QStringLiteral("2025年11月20日"), march, QDate(2025, 11, 20));
    row("today", QStringLiteral("今天"), march, march);
    row("yesterday", QStringLiteral("Yesterday"), march, QDate(2026, 3, 11));
    row("days back", QStringLiteral("-12"), march, QDate(2026, 2, 28));
    row("month and day", QStringLiteral("3-5"), march, QDate(2026, 3, 5));
    row("of last year", QStringLiteral("12/31"), march, QDate(2025, 12, 31));
    row("in Chinese", QStringLiteral("3月5日"), march, QDate(2026, 3, 5));
    row("leap day", QStringLiteral("2-29"), march, QDate(2024, 2, 29));
    row("day of this month", QStringLiteral("5"), march, QDate(2026, 3, 5));
    row("day of the last month", QStringLiteral("20"), march, QDate(2026, 2, 20));
    row("neither month has it", QStringLiteral("30"), march, {});
    row("tomorrow", QStringLiteral("2026-03-13"), march, {});
    row("no such day", QStringLiteral("2026-02-30"), march, {});
    row("a month", QStringLiteral("2026-02"), march, {});
    row("nothing", QString(), march, {});
    row("words", QStringLiteral("soon"), march, {});
    row("13th month", QStringLiteral("13-1"), march, {});
}

void TestDayWords::dayFromText_asTyped_isThePastDay()
{
    QFETCH(QString, typed);
    QFETCH(QDate, today);
    QFETCH(QDate, day);
    const std::optional<QDate> read = dayFromText(typed, today);
    QCOMPARE(read.value_or(QDate()), day);
}

QTEST_GUILESS_MAIN(TestDayWords)
#include "tst_daywords.moc"
