#include "ui/booking/bookingwords.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

/// Times as they are typed.
class TestBookingWords : public QObject
{
    Q_OBJECT

private slots:
    void typedDay_inEachWay_reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("earliest");
        QTest::addColumn<QDate>("day");
        const QDate today(2026, 12, 20);
        QTest::newRow("whole") << QStringLiteral(" 2026-3-12 ") << today << QDate(2026, 3, 12);
        QTest::newRow("next year's") << QStringLiteral("1-5") << today << QDate(2027, 1, 5);
        QTest::newRow("of some days ago") << QStringLiteral("12-1") << today.addDays(-90) << QDate(2026, 12, 1);
        QTest::newRow("of the year shown") << QStringLiteral("1/5") << QDate() << QDate(2026, 1, 5);
        QTest::newRow("Chinese") << QStringLiteral("12月31日") << today << QDate(2026, 12, 31);
        QTest::newRow("ahead") << QStringLiteral("+7") << today << today.addDays(7);
        QTest::newRow("back") << QStringLiteral("-400") << QDate() << today.addDays(-400);
        QTest::newRow("back too far") << QStringLiteral("-1") << today << QDate();
        QTest::newRow("no day") << QStringLiteral("2-30") << today << QDate();
        QTest::newRow("words") << QStringLiteral("soon") << today << QDate();
    }
    void typedDay_inEachWay_reads()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, earliest);
        QFETCH(QDate, day);
        QCOMPARE(typedDay(typed, QDate(2026, 12, 20), earliest).value_or(QDate()), day);
    }
    void typed_isRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *typed, const char *meant) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(meant);
        };
        row("1530", "2026-03-12 15:30");
        row("930", "2026-03-12 09:30");
        row("9", "2026-03-12 09:00");
        row("15:30", "2026-03-12 15:30");
        row("15：30", "2026-03-12 15:30");
        row("9点", "2026-03-12 09:00");
        row("9点30", "2026-03-12 09:30");
        row("3-14 9:00", "2026-03-14 09:00");
        row("2027-1-4 0900", "2027-01-04 09:00");
        row("+7 1530", "2026-03-19 15:30");
        row("-1 1530", "2026-03-11 15:30");
        row("1-5 9", "2026-01-05 09:00");
        row("", "");
        row("2530", "");
        row("1565", "");
        row("2-30 9", "");
        row("15 30 9", "");
        row("soon", "");
    }
    void typed_isRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        const auto time = typedTime(typed, QDate(2026, 3, 12), QTimeZone("Asia/Shanghai"));
        QCOMPARE(time ? time->toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString(), meant);
    }
    void typed_atTheEndOfTheYear_januaryIsTheNextOne()
    {
        const auto time = typedTime(QStringLiteral("1-5 9"), QDate(2026, 12, 28), QTimeZone("Asia/Shanghai"));
        QCOMPARE(time->date(), QDate(2027, 1, 5));
    }
    void toType_isReadAgain()
    {
        const QTimeZone zone("Asia/Shanghai");
        const QDate shown(2026, 3, 12);
        for (const QDateTime &time :
             {QDateTime(shown, QTime(9, 5), zone), QDateTime(shown.addDays(3), QTime(15, 0), zone),
              QDateTime(shown.addDays(400), QTime(8, 0), zone)})
            QCOMPARE(typedTime(timeToType(time, shown), shown, zone), std::optional(time));
    }
};

QTEST_GUILESS_MAIN(TestBookingWords)
#include "tst_bookingwords.moc"
