#include "interop/importvalues.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;

namespace {

const QDate today(2026, 3, 12);

Cell cell(const char *text, Cell::Kind kind = Cell::Kind::Text)
{
    return {kind, QString::fromUtf8(text), false};
}

} // namespace

/// Cells of other programs' files read as what they mean.
class TestImportValues : public QObject
{
    Q_OBJECT

private slots:
    void date_eachForm_isReadOrSaysWhy_data();
    void date_eachForm_isReadOrSaysWhy();
    void phone_eachForm_isReadOrSaysWhy_data();
    void phone_eachForm_isReadOrSaysWhy();
    void sex_words_areKnown();
    void age_words_leaveTheYearOpen();
    void idNumber_digitsLost_isNotTaken();
    void list_noneWords_areNothing();
    void herbs_bracketsAndAmounts_stayTogether_data();
    void herbs_bracketsAndAmounts_stayTogether();
};

void TestImportValues::date_eachForm_isReadOrSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *text, DateOrder order, const char *read, const char *why = "") {
        QTest::addRow("%s, %d", text, int(order))
            << QString::fromUtf8(text) << int(order) << QString::fromUtf8(read) << QString::fromUtf8(why);
    };
    using enum DateOrder;
    for (const char *text : {"1979-08-21", "1979/8/21", "1979.8.21", "19790821", "1979年8月21日", "1979-08-21 12:06:00",
                             "１９７９－０８－２１"})
        row(text, YearFirst, "1979-08-21");
    row("1979", YearFirst, "1979");
    row("1979年8月", YearFirst, "1979-08");
    row("1979-08", YearFirst, "1979-08");
    row("5/25/1989", MonthFirst, "1989-05-25");
    row("25/5/1989", DayFirst, "1989-05-25");
    row("25/5/1989", MonthFirst, "", "date.impossible");
    row("1979-08-21", MonthFirst, "1979-08-21");             // a year first says so itself
    row("5/6/26", MonthFirst, "1926-05-06", "date.century"); // 2026-05-06 lies in the future
    row("3/11/26", MonthFirst, "2026-03-11", "date.century");
    row("79-8-21", YearFirst, "1979-08-21", "date.century");
    row("32873", YearFirst, "1989-12-31", "date.excel");
    row("0000-00-00", YearFirst, "", "date.none");
    row("0000-00-00 00:00:00", YearFirst, "", "date.none");
    row("1900-01-00", YearFirst, "", "date.none");
    row("-", YearFirst, "", "date.none");
    row("不详", YearFirst, "", "date.none");
    row("", YearFirst, "");
    row("1979-02-30", YearFirst, "", "date.impossible");
    row("2027-01-01", YearFirst, "", "date.future");
    row("19790230", YearFirst, "", "date.impossible");
    row("八月", YearFirst, "", "date.unreadable");
    row("1979-8-21-3", YearFirst, "", "date.unreadable");
}

void TestImportValues::date_eachForm_isReadOrSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    QFETCH(QString, read);
    QFETCH(QString, why);
    const auto got = readDate(Cell{Cell::Kind::Text, text, false}, DateOrder(order), today);
    QCOMPARE(got.value ? got.value->toText() : QString(), read);
    QCOMPARE(got.why, why);
}

void TestImportValues::phone_eachForm_isReadOrSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("unread");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *text, const char *country, const char *read, const char *unread = "",
                        const char *why = "") {
        QTest::addRow("%s, %s", text, country)
            << QString::fromUtf8(text) << QString::fromUtf8(country) << QString::fromUtf8(read)
            << QString::fromUtf8(unread) << QString::fromUtf8(why);
    };
    row("138 0013 8000", "86", "13800138000");
    row("＋86－13800138000", "86", "13800138000");
    row("13800138000.0", "86", "13800138000", "", "phone.number");
    row("1.3800138E10", "86", "", "1.3800138E10", "phone.digits-lost"); // 13800138000 or …8001
    row("1.3800138001E+10", "86", "13800138001", "", "phone.number");
    row("1.38E+10", "86", "", "1.38E+10", "phone.digits-lost");
    row("13800138000/13900139000", "86", "13800138000 13900139000");
    row("13800138000、010-12345678", "86", "13800138000 01012345678");
    row("13800138000 13900139000", "86", "13800138000 13900139000");
    row("1380013800", "86", "", "1380013800", "phone.unreadable");
    row("13800138000,123", "86", "13800138000", "123", "phone.unreadable");
    row("(619) 555-2222", "86", "", "(619) 555-2222", "phone.unreadable");
    row("(619) 555-2222", "1", "+16195552222");
    row("+85291234567", "86", "+85291234567");
    row("无", "86", "");
    row("", "86", "");
}

void TestImportValues::phone_eachForm_isReadOrSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QFETCH(QString, read);
    QFETCH(QString, unread);
    QFETCH(QString, why);
    const Phones got = readPhones(Cell{Cell::Kind::Text, text, false}, country);
    QCOMPARE(got.phones.join(u' '), read);
    QCOMPARE(got.unread.join(u' '), unread);
    QCOMPARE(got.why, why);
}

void TestImportValues::sex_words_areKnown()
{
    for (const char *word : {"男", "M", "male", "先生", "1", " 男 "})
        QCOMPARE(readSex(QString::fromUtf8(word), {}).value, Sex::Male);
    for (const char *word : {"女", "F", "Female", "女士", "2"})
        QCOMPARE(readSex(QString::fromUtf8(word), {}).value, Sex::Female);
    QCOMPARE(readSex(QStringLiteral("w"), {}).why, QStringLiteral("sex.unknown"));
    QCOMPARE(readSex(QStringLiteral("W"), {{QStringLiteral("w"), QStringLiteral("female")}}).value, Sex::Female);
    QVERIFY(!readSex({}, {}).value && readSex({}, {}).why.isEmpty());
}

void TestImportValues::age_words_leaveTheYearOpen()
{
    QCOMPARE(readAge(QStringLiteral("62岁")).value, (AgeSaid{62, 0}));
    QCOMPARE(readAge(QStringLiteral("62.0")).value, (AgeSaid{62, 0}));
    QCOMPARE(readAge(QStringLiteral("8个月")).value, (AgeSaid{0, 8}));
    QCOMPARE(readAge(QStringLiteral("1岁3月")).value, (AgeSaid{1, 3}));
    QCOMPARE(readAge(QStringLiteral("5天")).value, (AgeSaid{0, 0}));
    QCOMPARE(readAge(QStringLiteral("老")).why, QStringLiteral("age.unreadable"));
    QCOMPARE(readAge(QStringLiteral("190")).why, QStringLiteral("age.unreadable"));
    QCOMPARE(birthFrom({62, 0}, today).toText(), QStringLiteral("1964"));
    QCOMPARE(birthFrom({0, 8}, today).toText(), QStringLiteral("2025-07"));
}

void TestImportValues::idNumber_digitsLost_isNotTaken()
{
    QCOMPARE(readIdNumber(cell("11010519491231002x")).value, QStringLiteral("11010519491231002X"));
    QCOMPARE(readIdNumber(cell("1.10105194912310E+17")).why, QStringLiteral("id.digits-lost"));
    QCOMPARE(readIdNumber({Cell::Kind::Number, QStringLiteral("110105194912310000"), true}).why,
             QStringLiteral("id.digits-lost"));
    QVERIFY(!readIdNumber(cell("无")).value);
}

void TestImportValues::list_noneWords_areNothing()
{
    QCOMPARE(readList(QStringLiteral("青霉素、海鲜;花粉")),
             (QStringList{QStringLiteral("青霉素"), QStringLiteral("海鲜"), QStringLiteral("花粉")}));
    for (const char *none : {"无", "否认", "None", "无药物过敏史", "", "NKDA"})
        QCOMPARE(readList(QString::fromUtf8(none)), QStringList());
}

void TestImportValues::herbs_bracketsAndAmounts_stayTogether_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("herbs");
    QTest::newRow("one") << "茯苓14"
                         << "茯苓14";
    QTest::newRow("brackets") << "麻黄（去节，9g），桂枝（6g）"
                              << "麻黄(去节,9g)|桂枝(6g)";
    QTest::newRow("blanks behind amounts") << "桂枝（9克） 芍药（9克） 大枣（3枚）"
                                           << "桂枝(9克)|芍药(9克)|大枣(3枚)";
    QTest::newRow("bare amounts") << "黄芪15g 党参10g 当归10"
                                  << "黄芪15g|党参10g|当归10";
    QTest::newRow("blank before an amount") << "黄芪 15g、党参 10g"
                                            << "黄芪 15g|党参 10g";
    QTest::newRow("lines") << "黄芪15g\n党参10g"
                           << "黄芪15g|党参10g";
    QTest::newRow("names alone") << "柴胡、黄芩、半夏"
                                 << "柴胡|黄芩|半夏";
    QTest::newRow("nothing") << " 、 "
                             << "";
}

void TestImportValues::herbs_bracketsAndAmounts_stayTogether()
{
    QFETCH(QString, text);
    QFETCH(QString, herbs);
    QCOMPARE(splitHerbs(text).join(u'|'), herbs);
}

QTEST_GUILESS_MAIN(TestImportValues)
#include "tst_importvalues.moc"
