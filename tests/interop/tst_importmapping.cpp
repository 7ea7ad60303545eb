#include "interop/importmapping.h"
#include "interop/importrow.h"

#include <QTest>

using namespace xinglin::interop;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u',');
}

QString columnOf(const Mapping &mapping, Target target)
{
    return mapping.columns.value(target).join(u'+');
}

} // namespace

/// What the columns of a file are: by their headers, by example, by a map file.
class TestImportMapping : public QObject
{
    Q_OBJECT

private slots:
    void guess_chineseHeaders_areKnown();
    void guess_englishHeaders_areKnown();
    void guess_unknownHeaders_areKnownByExample();
    void guess_severalPhones_areAllTaken();
    void guess_herbColumns_areAllTaken();
    void guess_dateOrder_isTold();
    void headerRow_titleAbove_isPassedOver();
    void json_mapFile_isReadAndWritten();
    void json_wrongMembers_areNamed_data();
    void json_wrongMembers_areNamed();
    void missing_withoutAName_isSaid();
    void uniqueHeader_sameAndEmptyNames_areToldApart();
};

void TestImportMapping::guess_chineseHeaders_areKnown()
{
    const QStringList header =
        words("序号,患者姓名,性别,出生日期,联系电话（手机）,身份证号,家庭住址,过敏史,病历号,备注");
    const Mapping mapping = guessedMapping(ImportKind::Patients, header, {});
    QCOMPARE(columnOf(mapping, Target::Name), header[1]);
    QCOMPARE(columnOf(mapping, Target::Sex), header[2]);
    QCOMPARE(columnOf(mapping, Target::BirthDate), header[3]);
    QCOMPARE(columnOf(mapping, Target::Phones), header[4]);
    QCOMPARE(columnOf(mapping, Target::IdNumber), header[5]);
    QCOMPARE(columnOf(mapping, Target::Address), header[6]);
    QCOMPARE(columnOf(mapping, Target::Allergies), header[7]);
    QCOMPARE(columnOf(mapping, Target::Number), header[8]);
    QCOMPARE(columnOf(mapping, Target::Note), header[9]);
    QCOMPARE(columnOf(mapping, Target::Key), header[0]);
}

void TestImportMapping::guess_englishHeaders_areKnown()
{
    const QStringList header = words("Id,BIRTHDATE,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP,RACE");
    const Mapping mapping = guessedMapping(ImportKind::Patients, header, {});
    QCOMPARE(columnOf(mapping, Target::Number), QStringLiteral("Id"));
    QCOMPARE(columnOf(mapping, Target::BirthDate), QStringLiteral("BIRTHDATE"));
    QCOMPARE(columnOf(mapping, Target::GivenName), QStringLiteral("FIRST"));
    QCOMPARE(columnOf(mapping, Target::FamilyName), QStringLiteral("LAST"));
    QCOMPARE(columnOf(mapping, Target::Sex), QStringLiteral("GENDER"));
    QCOMPARE(columnOf(mapping, Target::Address), QStringLiteral("ADDRESS+CITY+STATE+ZIP"));
}

void TestImportMapping::guess_unknownHeaders_areKnownByExample()
{
    const QStringList header = words("A,B,C,D");
    const QList<QStringList> rows{words("张伟,13800138000,男,11010519491231002X"), words("李秀英,13900139000,女,"),
                                  words("王芳,13700137000,女,"), words("刘洋,13600136000,男,110101198001010010")};
    const Mapping mapping = guessedMapping(ImportKind::Patients, header, rows);
    QCOMPARE(columnOf(mapping, Target::Name), QStringLiteral("A"));
    QCOMPARE(columnOf(mapping, Target::Phones), QStringLiteral("B"));
    QCOMPARE(columnOf(mapping, Target::Sex), QStringLiteral("C"));
    QCOMPARE(columnOf(mapping, Target::IdNumber), QString()); // too few to be sure
    // Names of herbs are nobody's.
    const QList<QStringList> herbs{words("麻黄"), words("桂枝"), words("紫苏叶"), words("生姜"), words("香薷")};
    QVERIFY(!guessedMapping(ImportKind::Patients, words("names"), herbs).has(Target::Name));
}

void TestImportMapping::guess_severalPhones_areAllTaken()
{
    const QStringList header = words("姓名,电话,手机,电话2");
    QCOMPARE(columnOf(guessedMapping(ImportKind::Patients, header, {}), Target::Phones),
             QStringLiteral("电话+手机+电话2"));
}

void TestImportMapping::guess_herbColumns_areAllTaken()
{
    const QStringList header = words("id,日期,中药1,中药2,中药3");
    const Mapping mapping = guessedMapping(ImportKind::Prescriptions, header, {});
    QCOMPARE(columnOf(mapping, Target::Herbs), QStringLiteral("中药1+中药2+中药3"));
    QCOMPARE(columnOf(mapping, Target::Number), QStringLiteral("id"));
    QCOMPARE(columnOf(mapping, Target::Day), QStringLiteral("日期"));
}

void TestImportMapping::guess_dateOrder_isTold()
{
    QCOMPARE(dateOrderOf(words("5/25/1989,1/2/1990")), DateOrder::MonthFirst);
    QCOMPARE(dateOrderOf(words("25/5/1989,1/2/1990")), DateOrder::DayFirst);
    QCOMPARE(dateOrderOf(words("1989-05-25")), DateOrder::YearFirst);
    QCOMPARE(dateOrderOf(words("5/6/1989")), std::nullopt);
    QCOMPARE(dateOrderOf(words("25/5/1989,5/25/1989")), std::nullopt);
}

void TestImportMapping::headerRow_titleAbove_isPassedOver()
{
    const QList<QStringList> rows{words("杏林堂患者名单"), words("制表,张三"), words("姓名,性别,电话"),
                                  words("张伟,男,138")};
    QCOMPARE(headerRowOf(ImportKind::Patients, rows), 2);
    QCOMPARE(headerRowOf(ImportKind::Patients, {words("a,b"), words("c,d")}), 0);
}

void TestImportMapping::json_mapFile_isReadAndWritten()
{
    const QStringList header = words("rec_id,given_name,surname,suburb,postcode,dob,s");
    const auto mapping = mappingFromJson(
        R"({"key": "rec_id", "given_name": "given_name", "family_name": "surname", "address": ["suburb", "postcode"],
            "birth_date": {"column": "dob", "format": "yyyyMMdd"}, "sex": "s", "values": {"sex": {"M": "male"}},
            "country_code": "61"})",
        ImportKind::Patients, header);
    QVERIFY2(mapping.ok(), mapping ? "" : qPrintable(mapping.error().message));
    QCOMPARE(columnOf(*mapping, Target::Address), QStringLiteral("suburb+postcode"));
    QCOMPARE(mapping->dateOrders.value(Target::BirthDate), DateOrder::YearFirst);
    QCOMPARE(mapping->values.value(Target::Sex).value(QStringLiteral("m")), QStringLiteral("male"));
    QCOMPARE(mapping->countryCode, QStringLiteral("61"));
    const auto again = mappingFromJson(toJson(*mapping), ImportKind::Patients, header);
    QCOMPARE(*again, *mapping);
}

void TestImportMapping::json_wrongMembers_areNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("no object") << QByteArray("[1]") << "";
    QTest::newRow("broken") << QByteArray("{\"name\": ") << "";
    QTest::newRow("unknown member") << QByteArray(R"({"colour": "姓名"})") << "colour";
    QTest::newRow("of another kind of file") << QByteArray(R"({"herbs": "姓名"})") << "herbs";
    QTest::newRow("no such column") << QByteArray(R"({"name": "名称"})") << "name";
    QTest::newRow("twice") << QByteArray(R"({"name": "姓名", "source": "姓名"})") << "source";
    QTest::newRow("several for one") << QByteArray(R"({"name": ["姓名", "电话"]})") << "name";
    QTest::newRow("no column") << QByteArray(R"({"name": 3})") << "name";
    QTest::newRow("no order") << QByteArray(R"({"birth_date": {"column": "生日", "format": "MMdd"}})") << "birth_date";
}

void TestImportMapping::json_wrongMembers_areNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto mapping = mappingFromJson(json, ImportKind::Patients, words("姓名,电话,生日"));
    QVERIFY(!mapping.ok());
    QCOMPARE(mapping.error().code, xinglin::Code::Invalid);
    QCOMPARE(mapping.error().field, field);
    QVERIFY(!mapping.error().message.isEmpty());
}

void TestImportMapping::missing_withoutAName_isSaid()
{
    QCOMPARE(missingIn(guessedMapping(ImportKind::Patients, words("电话"), {}), ImportKind::Patients).size(), 1);
    QCOMPARE(missingIn(guessedMapping(ImportKind::Patients, words("姓名"), {}), ImportKind::Patients).size(), 0);
    QCOMPARE(missingIn({}, ImportKind::Prescriptions).size(), 3);
}

void TestImportMapping::uniqueHeader_sameAndEmptyNames_areToldApart()
{
    QCOMPARE(uniqueHeader(words("姓名,电话, 电话 ,,")), words("姓名,电话,电话 (2),#4,#5"));
}

QTEST_GUILESS_MAIN(TestImportMapping)
#include "tst_importmapping.moc"
