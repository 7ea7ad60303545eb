#include "interop/importmapping.h"

#include <QTest>

using namespace xinglin::interop;

namespace {

QStringList dates(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

/// In which order the dates of a column stand, and when a person has to say it.
class TestImportAssistantDates : public QObject
{
    Q_OBJECT

private slots:
    void order_yearsOfTwoDigits_standFirst();
    void order_yearsOfTwoDigitsAmongOthers_contradict();
    void open_eitherMayBeTheDay_isAsked();
    void open_onlyOneCanBe_isNotAsked();
    void open_fewAmongIsoDates_areAsked();
};

void TestImportAssistantDates::order_yearsOfTwoDigits_standFirst()
{
    QCOMPARE(dateOrderOf(dates("79-8-21 85/12/25")), DateOrder::YearFirst);
    QCOMPARE(dateOrderOf(dates("79-8-21 25-8-21 05-6-7")), DateOrder::YearFirst);
    QVERIFY(!isDateOrderOpen(dates("79-8-21 05-6-7")));
}

void TestImportAssistantDates::order_yearsOfTwoDigitsAmongOthers_contradict()
{
    QCOMPARE(dateOrderOf(dates("79-8-21 5/25/89")), std::nullopt);
    QVERIFY(isDateOrderOpen(dates("79-8-21 5/25/89")));
}

void TestImportAssistantDates::open_eitherMayBeTheDay_isAsked()
{
    QVERIFY(isDateOrderOpen(dates("5/6/1989")));
    QVERIFY(isDateOrderOpen(dates("25/5/1989 5/25/1989")));
}

void TestImportAssistantDates::open_onlyOneCanBe_isNotAsked()
{
    QVERIFY(!isDateOrderOpen(dates("25/5/1989 5/6/1989")));
    QVERIFY(!isDateOrderOpen(dates("5/25/1989 5/6/1989")));
    QVERIFY(!isDateOrderOpen(dates("1989-05-06 1989年5月6日 19890506")));
    QVERIFY(!isDateOrderOpen({}));
}

void TestImportAssistantDates::open_fewAmongIsoDates_areAsked()
{
    QVERIFY(isDateOrderOpen(dates("1989-05-06 5/6/1989")));
}

QTEST_GUILESS_MAIN(TestImportAssistantDates)
#include "tst_importassistantdates.moc"
