#include "base/mass.h"
#include "base/money.h"
#include "base/period.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;

class TestMass : public QObject
{
    Q_OBJECT

private slots:
    void parse_text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milligrams");
        const auto row = [](const char *text, qint64 mg) { QTest::newRow(text) << QString::fromUtf8(text) << mg; };
        row("9", 9000);
        row("9.5", 9500);
        row("0.3g", 300);
        row("１２．５克", 12500);
        row(" 3 g ", 3000);
        row(".5", 500);
        row("1.2340", 1234);
        row("0", 0);
        row("100000", 100'000'000);
        row("100000.001", -1);
        row("99999999999999999999", -1);
        row("1.2345", -1);
        row("-3", -1);
        row("3..5", -1);
        row("三", -1);
        row("", -1);
        row("g", -1);
        row(".", -1);
    }
    void parse_text()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milligrams);
        const auto mass = Mass::fromGramText(text);
        QCOMPARE(mass.has_value() ? static_cast<qint64>(mass->milligrams()) : qint64(-1), milligrams);
    }

    void print_anyMass_isReadBack()
    {
        QVERIFY(rc::check("text of a mass reads back as the same mass", [] {
            const Mass mass = Mass::milligrams(*rc::gen::inRange<std::int64_t>(0, 100'000'001));
            RC_ASSERT(Mass::fromGramText(mass.gramText()) == std::optional(mass));
            RC_ASSERT(Mass::grams(mass.grams()) == mass);
        }));
    }

    void print_fractions_haveNoTrailingZeros()
    {
        QCOMPARE(Mass::milligrams(9500).gramText(), QStringLiteral("9.5"));
        QCOMPARE(Mass::milligrams(5).gramText(), QStringLiteral("0.005"));
        QCOMPARE(Mass::milligrams(-500).gramText(), QStringLiteral("-0.5"));
        QCOMPARE(Mass::milligrams(-1500).gramText(), QStringLiteral("-1.5"));
    }

    void reckon_masses()
    {
        Mass sum = Mass::milligrams(100) + Mass::milligrams(50);
        sum += Mass::milligrams(1);
        QCOMPARE(sum.milligrams(), std::int64_t(151));
        QCOMPARE((sum * 2 - Mass::milligrams(2)).milligrams(), std::int64_t(300));
        QVERIFY(Mass::milligrams(1) < Mass::milligrams(2));
    }

    void overlap_periods_areHalfOpen()
    {
        const auto period = [](qint64 from, qint64 to) { return Period{instantFromMs(from), instantFromMs(to)}; };
        QVERIFY(period(0, 10).overlaps(period(9, 20)));
        QVERIFY(!period(0, 10).overlaps(period(10, 20)));
        QVERIFY(period(0, 10).contains(instantFromMs(0)));
        QVERIFY(!period(0, 10).contains(instantFromMs(10)));
        QVERIFY(!period(10, 10).isValid());
    }
};

QTEST_GUILESS_MAIN(TestMass)
#include "tst_mass.moc"
