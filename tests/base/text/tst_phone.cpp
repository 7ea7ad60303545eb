#include "base/text/mask.h"
#include "base/text/phone.h"

#include <QTest>

using namespace xinglin;

class TestPhone : public QObject
{
    Q_OBJECT

private slots:
    void parse_validNumber_isNormalised_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *typed, PhoneKind kind, const char *text) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(kind) << QString::fromLatin1(text);
        };
        row("13812345678", PhoneKind::Mobile, "13812345678");
        row(" 138-1234 5678 ", PhoneKind::Mobile, "13812345678");
        row("+86 138 1234 5678", PhoneKind::Mobile, "13812345678");
        row("0086-13812345678", PhoneKind::Mobile, "13812345678");
        row("8619912345678", PhoneKind::Mobile, "19912345678");
        row("１３８１２３４５６７８", PhoneKind::Mobile, "13812345678");
        row("010-12345678", PhoneKind::Landline, "01012345678");
        row("(021) 6234 5678", PhoneKind::Landline, "02162345678");
        row("0571-8765432", PhoneKind::Landline, "05718765432");
        row("0571-87654321", PhoneKind::Landline, "057187654321");
        row("+86 10 12345678", PhoneKind::Landline, "01012345678");
        row("021-62345678转801", PhoneKind::Landline, "02162345678-801");
        row("02162345678-801", PhoneKind::Landline, "02162345678-801");
        row("+852 9123 4567", PhoneKind::Foreign, "+85291234567");
        row("001 415 555 0100", PhoneKind::Foreign, "+14155550100");
    }
    void parse_validNumber_isNormalised()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const auto phone = parsePhone(typed);
        QVERIFY2(phone.ok(), phone.ok() ? "" : qPrintable(phone.error().message));
        QCOMPARE(static_cast<int>(phone->kind), kind);
        QCOMPARE(phone->text, text);
        const auto again = parsePhone(phone->text);
        QVERIFY(again.ok());
        QCOMPARE(*again, *phone);
    }

    void parse_wrongNumber_saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *typed, const char *message) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(message);
        };
        row("13812", "A mobile number has 11 digits; 6 are missing.");
        row("138123456789", "A mobile number has 11 digits; this one has 1 too many.");
        row("0571-123", "A landline number has 4 digits of area code and 7 or 8 more; 4 are missing.");
        row("010-123456789", "A landline number has 3 digits of area code and 7 or 8 more; this one has 1 too many.");
        row("01112345678", "No area code begins with 011.");
        row("12012345678", "No mobile number begins with 12.");
        row("62345678", "A landline number begins with its area code, such as 010.");
        row("1381234567O", "A phone number has digits only; \"O\" is not one.");
        row("+1 23", "A number with a country code has 7 to 15 digits; this one has 3.");
        row("+0123456789", "No country code begins with 0.");
        row("", "The phone number is empty.");
        row("+86", "The phone number is empty.");
    }
    void parse_wrongNumber_saysWhatIsWrong()
    {
        QFETCH(QString, typed);
        QFETCH(QString, message);
        const auto phone = parsePhone(typed);
        QVERIFY(!phone.ok());
        QCOMPARE(phone.error().code, Code::Invalid);
        QCOMPARE(phone.error().field, QStringLiteral("phone"));
        QCOMPARE(phone.error().message, message);
    }

    void digits_anyWriting_areTheSame()
    {
        QCOMPARE(phoneDigits(QStringLiteral("+86 138-1234-5678")), QStringLiteral("13812345678"));
        QCOMPARE(phoneDigits(QStringLiteral("021-62345678转801")), QStringLiteral("02162345678"));
        QCOMPARE(phoneDigits(QStringLiteral("5678")), QStringLiteral("5678"));
        QCOMPARE(phoneDigits(QStringLiteral("+85291234567")), QStringLiteral("85291234567"));
    }

    void mask_phone_keepsThreeAndFour()
    {
        QCOMPARE(maskPhone(QStringLiteral("13812345678")), QStringLiteral("138****5678"));
        QCOMPARE(maskPhone(QStringLiteral("+85291234567")), QStringLiteral("+852****4567"));
        QCOMPARE(maskPhone(QStringLiteral("62345")), QStringLiteral("***45"));
        QCOMPARE(maskPhone(QStringLiteral("62")), QStringLiteral("**"));
        QCOMPARE(maskPhone({}), QString());
    }

    void mask_idNumber_keepsThreeAndFour()
    {
        QCOMPARE(maskIdNumber(QStringLiteral("11010519491231002X")), QStringLiteral("110***********002X"));
        QCOMPARE(maskIdNumber(QStringLiteral("A12345")), QStringLiteral("****45"));
        QCOMPARE(maskIdNumber({}), QString());
    }

    void mask_name_hidesTheMiddle()
    {
        QCOMPARE(maskName(QStringLiteral("张建三")), QStringLiteral("张*三"));
        QCOMPARE(maskName(QStringLiteral("张三")), QStringLiteral("张*"));
        QCOMPARE(maskName(QStringLiteral("张")), QStringLiteral("*"));
        QCOMPARE(maskName(QStringLiteral("欧阳小明")), QStringLiteral("欧**明"));
        QCOMPARE(maskName(QStringLiteral("𠮷田")), QStringLiteral("𠮷*"));
        QCOMPARE(maskName({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestPhone)
#include "tst_phone.moc"
