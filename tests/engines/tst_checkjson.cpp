#include "safetyfixture.h"

#include "engines/safety/checkjson.h"

#include <QJsonArray>
#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestCheckJson : public QObject
{
    Q_OBJECT
private slots:
    void request_full_isRead();
    void request_wrong_namesThePlace_data();
    void request_wrong_namesThePlace();
    void request_unknownMember_comesBackInTheScope();
    void answer_shape_isAsPromised();
    void answer_sourceThatIsTheSameInBothLanguages_standsOnce();
    void resolved_shape_isAsPromised();
};

void TestCheckJson::request_full_isRead()
{
    const auto request = checkRequestFromJson(
        R"({"herbs":[{"name":"附子","dose_g":9.5,"preparation":"先煎"},{"name":"大枣","dose_g":null}],"packets_per_day":2,
            "times_per_day":3,"route":"granule","medicines":["华法林"],
            "patient":{"sex":"female","age":30,"pregnant":false,"lactating":true,"allergies":["shellfish"]}})");
    QVERIFY(request.ok());
    QCOMPARE(request->input.lines.size(), 2);
    QCOMPARE(request->input.lines.first().dose->milligrams(), 9500);
    QVERIFY(!request->input.lines.last().dose);
    QCOMPARE(request->input.packetsPerDay, 2);
    QCOMPARE(request->input.route, Route::Granule);
    QCOMPARE(request->input.patient.sex.value(), Sex::Female);
    QCOMPARE(request->input.patient.pregnant.value(), false);
    QVERIFY(request->ignored.isEmpty());
}

void TestCheckJson::request_wrong_namesThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("a list") << QByteArray("[]") << QString();
    QTest::newRow("no herbs") << QByteArray(R"({"route":"decoction"})") << u"herbs"_qs;
    QTest::newRow("dose is text")
        << QByteArray(R"({"herbs":[{"name":"甘草"},{"name":"甘草","dose_g":"9"}],"route":"decoction"})")
        << u"herbs[1].dose_g"_qs;
    QTest::newRow("dose is zero") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":0}],"route":"decoction"})")
                                  << u"herbs[0].dose_g"_qs;
    QTest::newRow("dose below zero") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":-3}],"route":"decoction"})")
                                     << u"herbs[0].dose_g"_qs;
    QTest::newRow("dose too large") << QByteArray(R"({"herbs":[{"name":"甘草","dose_g":1e9}],"route":"decoction"})")
                                    << u"herbs[0].dose_g"_qs;
    QTest::newRow("name empty") << QByteArray(R"({"herbs":[{"name":" "}],"route":"decoction"})") << u"herbs[0].name"_qs;
    QTest::newRow("name a number") << QByteArray(R"({"herbs":[{"name":9}],"route":"decoction"})")
                                   << u"herbs[0].name"_qs;
    QTest::newRow("line a word") << QByteArray(R"({"herbs":["甘草"],"route":"decoction"})") << u"herbs[0]"_qs;
    QTest::newRow("no route") << QByteArray(R"({"herbs":[]})") << u"route"_qs;
    QTest::newRow("route unknown") << QByteArray(R"({"herbs":[],"route":"tea"})") << u"route"_qs;
    QTest::newRow("packets half") << QByteArray(R"({"herbs":[],"route":"pill","packets_per_day":1.5})")
                                  << u"packets_per_day"_qs;
    QTest::newRow("packets zero") << QByteArray(R"({"herbs":[],"route":"pill","packets_per_day":0})")
                                  << u"packets_per_day"_qs;
    QTest::newRow("pregnant as text") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"pregnant":"yes"}})")
                                      << u"patient.pregnant"_qs;
    QTest::newRow("age as text") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"age":"30"}})")
                                 << u"patient.age"_qs;
    QTest::newRow("age 200") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"age":200}})") << u"patient.age"_qs;
    QTest::newRow("sex unknown word") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"sex":"F"}})")
                                      << u"patient.sex"_qs;
    QTest::newRow("allergies text") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"allergies":"shellfish"}})")
                                    << u"patient.allergies"_qs;
    QTest::newRow("allergy number") << QByteArray(R"({"herbs":[],"route":"pill","patient":{"allergies":["a",1]}})")
                                    << u"patient.allergies[1]"_qs;
}

void TestCheckJson::request_wrong_namesThePlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const auto request = checkRequestFromJson(json);
    QVERIFY(!request);
    QCOMPARE(request.error().code, Code::Invalid);
    QCOMPARE(request.error().field, place);
    QVERIFY(!request.error().message.isEmpty());
}

void TestCheckJson::request_unknownMember_comesBackInTheScope()
{
    const auto request = checkRequestFromJson(
        R"({"herbs":[{"name":"附子","dose":90}],"route":"decoction","packets":2,"patient":{"gender":"f"}})");
    QVERIFY(request.ok());
    QCOMPARE(request->ignored, (QStringList{u"herbs[0].dose"_qs, u"patient.gender"_qs, u"packets"_qs}));
    const QJsonObject answer = toJson(check(tables(), request->input), request->ignored);
    QCOMPARE(answer.value(u"scope").toObject().value(u"ignored").toArray().size(), 3);
}

void TestCheckJson::answer_shape_isAsPromised()
{
    const auto request = checkRequestFromJson(
        R"({"herbs":[{"name":"甘草","dose_g":6},{"name":"甘遂","dose_g":1},{"name":"某某草","dose_g":1}],"route":"decoction"})");
    QVERIFY(request.ok());
    const QJsonObject answer = toJson(check(tables(), request->input));
    const QJsonObject finding = answer.value(u"findings").toArray().first().toObject();
    for (const QString &member : {u"rule"_qs, u"severity"_qs, u"message_zh"_qs, u"message_en"_qs, u"source"_qs})
        QVERIFY2(!finding.value(member).toString().isEmpty(), qPrintable(member));
    QCOMPARE(finding.value(u"source").toString().count(u"十八反"_qs), 1);
    QCOMPARE(finding.value(u"severity").toString(), u"severe"_qs);
    QCOMPARE(finding.value(u"herbs").toArray(), (QJsonArray{u"甘草"_qs, u"甘遂"_qs}));
    QCOMPARE(answer.value(u"resolved").toArray().size(), 3);
    const QJsonObject scope = answer.value(u"scope").toObject();
    QCOMPARE(scope.value(u"checked").toInt(), 2);
    QCOMPARE(scope.value(u"unknown").toArray(), QJsonArray{u"某某草"_qs});
}

void TestCheckJson::answer_sourceThatIsTheSameInBothLanguages_standsOnce()
{
    int tried = 0;
    for (const Incompatibility &group : tables().pairs.groups()) {
        if (group.pharmacopoeia)
            continue;
        CheckInput input;
        for (const QString &id : {*group.a.begin(), *group.b.begin()})
            input.lines << CheckLine{tables().herbs.find(id)->nameZh, {}, Mass::grams(1), {}};
        for (const auto &finding : toJson(check(tables(), input)).value(u"findings").toArray()) {
            if (finding[u"kind"].toString() != u"pair")
                continue;
            QVERIFY(!finding[u"source"].toString().isEmpty());
            QVERIFY2(!finding[u"source"].toString().contains(u" ("_qs), qPrintable(finding[u"source"].toString()));
            ++tried;
        }
    }
    QVERIFY(tried > 0);
}

void TestCheckJson::resolved_shape_isAsPromised()
{
    const QJsonObject known = toJson(resolve(tables().herbs, u"麸炒白术（先煎）"));
    QCOMPARE(known.value(u"name").toString(), u"麸炒白术（先煎）"_qs);
    QCOMPARE(known.value(u"herb").toString(), u"bai-zhu"_qs);
    QCOMPARE(known.value(u"name_zh").toString(), u"白术"_qs);
    QCOMPARE(known.value(u"processed").toString(), u"麸炒"_qs);
    QCOMPARE(known.value(u"preparation").toString(), u"先煎"_qs);
    const QJsonObject unknown = toJson(resolve(tables().herbs, u"贝母"));
    QVERIFY(unknown.value(u"herb").isNull());
    QVERIFY(!unknown.contains(u"processed"));
}

QTEST_GUILESS_MAIN(TestCheckJson)
#include "tst_checkjson.moc"
