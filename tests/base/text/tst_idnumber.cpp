#include "base/text/idnumber.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;

namespace {

const QDate today(2024, 6, 1);

} // namespace

class TestIdNumber : public QObject
{
    Q_OBJECT

private slots:
    void resident_validNumber_givesBirthAndSex()
    {
        // The examples of GB 11643-1999.
        const auto woman = checkDocument(DocumentKind::ResidentId, QStringLiteral("110105 19491231 002x"), today);
        QVERIFY(woman.ok());
        QCOMPARE(woman->number, QStringLiteral("11010519491231002X"));
        QCOMPARE(woman->birth, std::optional(QDate(1949, 12, 31)));
        QCOMPARE(woman->sex, std::optional(DocumentSex::Female));
        const auto man = checkDocument(DocumentKind::ResidentId, QStringLiteral("440524188001010014"), today);
        QVERIFY(man.ok());
        QCOMPARE(man->sex, std::optional(DocumentSex::Male));
    }

    void check_wrongNumber_saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("message");
        const auto row = [](DocumentKind kind, const char *typed, const char *message) {
            QTest::newRow(typed) << static_cast<int>(kind) << QString::fromLatin1(typed) << QString::fromUtf8(message);
        };
        const auto resident = DocumentKind::ResidentId;
        row(resident, "", "The document number is empty.");
        row(resident, "1101051949123100", "An ID number has 18 characters; this one has 16.");
        row(resident, "110105194912310021", "The last character of this ID number should be X: a digit was mistyped.");
        row(resident, "99010519491231002X", "No ID number begins with 99.");
        row(resident, "11010519491331002X",
            "Characters 7 to 14 of an ID number are the birth date; 19491331 is no date.");
        row(resident, "11010520230229002X",
            "Characters 7 to 14 of an ID number are the birth date; 20230229 is no date.");
        row(resident, "11010520991231002X",
            "Characters 7 to 14 of an ID number are the birth date; 2099-12-31 lies in the future.");
        row(resident, "1101A519491231002X", "The first 17 characters of an ID number are digits.");
        row(resident, "110105491231002", "This is the old form with 15 digits; today it would be 11010519491231002X.");
        row(DocumentKind::Passport, "E1", "A passport number has 6 to 12 letters and digits.");
        row(DocumentKind::HkMacaoPermit, "K12345678", "A Hong Kong or Macao permit has H or M and 8 or 10 digits.");
        row(DocumentKind::TaiwanPermit, "1234567", "A Taiwan permit has 8 digits.");
        row(DocumentKind::ForeignerResidence, "12345678901234",
            "A foreigner's residence card has 15 or 18 characters; this one has 14.");
        row(DocumentKind::ForeignerResidence, "110105194912310021",
            "A foreigner's residence card with 18 characters begins with 9.");
        row(DocumentKind::ForeignerResidence, "US1110188092001",
            "A residence card with 15 characters has three letters and twelve digits.");
    }
    void check_wrongNumber_saysWhatIsWrong()
    {
        QFETCH(int, kind);
        QFETCH(QString, typed);
        QFETCH(QString, message);
        const auto facts = checkDocument(static_cast<DocumentKind>(kind), typed, today);
        QVERIFY(!facts.ok());
        QCOMPARE(facts.error().code, Code::Invalid);
        QCOMPARE(facts.error().field, QStringLiteral("idNumber"));
        QCOMPARE(facts.error().message, message);
    }

    void check_otherDocuments_areAccepted()
    {
        const auto accepts = [](DocumentKind kind, const char *number) {
            return checkDocument(kind, QString::fromLatin1(number), today).ok();
        };
        QVERIFY(accepts(DocumentKind::Passport, "e12345678"));
        QVERIFY(accepts(DocumentKind::HkMacaoPermit, "H12345678"));
        QVERIFY(accepts(DocumentKind::HkMacaoPermit, "M1234567801"));
        QVERIFY(accepts(DocumentKind::TaiwanPermit, "12345678"));
        QVERIFY(accepts(DocumentKind::ForeignerResidence, "USA110188092001"));
        QVERIFY(accepts(DocumentKind::Other, "any 17"));
    }

    void foreigner_eighteenCharacters_haveACheckDigit()
    {
        const QString body = QStringLiteral("91184019880920001");
        const QString number = body + *residentCheckDigit(body);
        const auto facts = checkDocument(DocumentKind::ForeignerResidence, number, today);
        QVERIFY(facts.ok());
        QCOMPARE(facts->birth, std::optional(QDate(1988, 9, 20)));
    }

    void checkDigit_oneDigitMistyped_isAlwaysNoticed()
    {
        QVERIFY(rc::check("one mistyped digit changes the check digit", [] {
            QString body;
            for (int i = 0; i < 17; ++i)
                body += QChar(u'0' + *rc::gen::inRange(0, 10));
            const int place = *rc::gen::inRange(0, 17);
            const int shift = *rc::gen::inRange(1, 10);
            QString mistyped = body;
            mistyped[place] = QChar(u'0' + (body[place].digitValue() + shift) % 10);
            RC_ASSERT(residentCheckDigit(body) != residentCheckDigit(mistyped));
        }));
    }

    void checkDigit_swappedNeighbours_isAlwaysNoticed()
    {
        QVERIFY(rc::check("two swapped neighbours change the check digit", [] {
            QString body;
            for (int i = 0; i < 17; ++i)
                body += QChar(u'0' + *rc::gen::inRange(0, 10));
            const int place = *rc::gen::inRange(0, 16);
            RC_PRE(body[place] != body[place + 1]);
            QString swapped = body;
            std::swap(swapped[place], swapped[place + 1]);
            RC_ASSERT(residentCheckDigit(body) != residentCheckDigit(swapped));
        }));
    }
};

QTEST_GUILESS_MAIN(TestIdNumber)
#include "tst_idnumber.moc"
