#include "interop/csvguard.h"
#include "interop/tabledigits.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin::interop;
using namespace Qt::StringLiterals;

class TestTableDigits : public QObject
{
    Q_OBJECT

private slots:
    void plain_storedNumber_isWrittenOut_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("lost");
        const auto row = [](const char *stored, const char *text, bool lost = false) {
            QTest::newRow(stored) << QString::fromLatin1(stored) << QString::fromLatin1(text) << lost;
        };
        row("0", "0");
        row("-0", "0");
        row("007", "7");
        row("13812345678", "13812345678");
        row("1.3812345678E10", "13812345678");
        row("1.3812345678e+10", "13812345678");
        row("12.0", "12");
        row("12.50", "12.5");
        row("-3.25", "-3.25");
        row(".5", "0.5");
        row("5.", "5");
        row("5E-1", "0.5");
        row("1.2E-4", "0.00012");
        row("36.600000000000001", "36.6");
        row("0.30000000000000004", "0.3");
        row("9.9999999999999995", "10");
        row("99999.99999999999999", "100000");
        row("4.3499999999999996", "4.35");
        row("123456789012345", "123456789012345");
        row("1.10105199003071E+17", "110105199003071000", true);
        row("110105199003071234", "110105199003071234", true);
        row("1E20", "100000000000000000000", true);
        row("1234567890123456.7", "1234567890123456.7", true);
    }
    void plain_storedNumber_isWrittenOut()
    {
        QFETCH(QString, stored);
        QFETCH(QString, text);
        QFETCH(bool, lost);
        const auto plain = plainNumber(stored);
        QVERIFY(plain);
        QCOMPARE(plain->text, text);
        QCOMPARE(plain->digitsLost, lost);
    }

    void plain_noNumber_isNone_data()
    {
        QTest::addColumn<QString>("stored");
        for (const char *stored : {"", "-", ".", "E5", "1E", "1E+", "1E1000", "1E-1000", "1E9999999", "1,5", "0x10",
                                   "NaN", "INF", "1.2.3", "12a", "--1"})
            QTest::newRow(stored) << QString::fromLatin1(stored);
        QTest::newRow("very long") << QString(100'000, u'9');
    }
    void plain_noNumber_isNone()
    {
        QFETCH(QString, stored);
        QVERIFY(!plainNumber(stored));
    }

    void isPlain_asAWorkbookGivesItBack()
    {
        for (const QString &text : {u"0"_s, u"7"_s, u"-12.5"_s, u"128.00"_s, u"0.5"_s, u"123456789012345"_s})
            QVERIFY2(isPlainNumber(text), qPrintable(text));
        for (const QString &text : {u""_s, u"007"_s, u"+5"_s, u"5."_s, u".5"_s, u"-0"_s, u"1E5"_s, u" 5"_s,
                                    u"1234567890123456"_s, u"0.1234567890123456"_s, u"五"_s, u"-"_s})
            QVERIFY2(!isPlainNumber(text), qPrintable(text));
    }

    void plain_anyDoubleOf15Digits_comesBack()
    {
        QVERIFY(rc::check("15 digits survive the binary fraction", [] {
            const auto digits = *rc::gen::inRange<qint64>(1, 1'000'000'000'000'000);
            const auto places = *rc::gen::inRange(0, 10);
            QString text = QString::number(digits).rightJustified(places + 1, u'0');
            if (places > 0)
                text.insert(text.size() - places, u'.');
            const auto direct = plainNumber(text);
            const auto binary = plainNumber(QString::number(text.toDouble(), 'g', 17));
            RC_ASSERT(direct && binary);
            RC_ASSERT(direct->text == binary->text);
        }));
    }

    void guard_formula_getsAnApostrophe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const QString &text, const QString &written) {
            QTest::newRow(qPrintable(text)) << text << written;
        };
        row(u"=1+1"_s, u"'=1+1"_s);
        row(u"+cmd|' /C calc'!A0"_s, u"'+cmd|' /C calc'!A0"_s);
        row(u"-2+3+cmd|' /C calc'!A0"_s, u"'-2+3+cmd|' /C calc'!A0"_s);
        row(u"@SUM(A1)"_s, u"'@SUM(A1)"_s);
        row(u"\t=1"_s, u"'\t=1"_s);
        row(u"\r=1"_s, u"'\r=1"_s);
        row(u"\n=1"_s, u"'\n=1"_s);
        row(u"＝1"_s, u"'＝1"_s);
        row(u"＋1"_s, u"'＋1"_s);
        row(u"－1"_s, u"'－1"_s);
        row(u"＠1"_s, u"'＠1"_s);
        row(u"+86-138"_s, u"'+86-138"_s);
        row(u"'=1"_s, u"''=1"_s);
        row(u"'+86138"_s, u"''+86138"_s);
        row(u"-12.5"_s, u"-12.5"_s);
        row(u"-"_s, u"-"_s);
        row(u"--"_s, u"'--"_s);
        row(u"+86 138 1234 5678"_s, u"+86 138 1234 5678"_s);
        row(u"+8613812345678"_s, u"+8613812345678"_s);
        row(u"+"_s, u"'+"_s);
        row(u"'quoted'"_s, u"'quoted'"_s);
        row(u"麻黄=9g"_s, u"麻黄=9g"_s);
    }
    void guard_formula_getsAnApostrophe()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(guarded(text), written);
        QCOMPARE(unguarded(written), text);
    }

    void guard_anyText_isUndoneExactly()
    {
        QVERIFY(rc::check("an apostrophe is taken off where it was put on", [] {
            const auto letters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
            QString text;
            for (const int letter : letters)
                text += QStringView(u"'=+-@＝1 a\t\n8").at(letter % 12);
            RC_ASSERT(unguarded(guarded(text)) == text);
        }));
    }
};

QTEST_APPLESS_MAIN(TestTableDigits)
#include "tst_tabledigits.moc"
