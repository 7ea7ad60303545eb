#include "base/random.h"
#include "engines/segments/definition.h"
#include "engines/segments/stage.h"

#include <QSet>
#include <QTest>
#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::segments;

Q_DECLARE_METATYPE(xinglin::segments::Facts)

namespace {

const QDate today(2026, 3, 12);

/// Any value that fits a field and an operator.
Value anyValue(Field field, Operator is, Random &random)
{
    const FieldRow &row = rowOf(field);
    switch (takes(field, is)) {
    case Takes::Nothing:
        return {};
    case Takes::Text:
        return QStringLiteral("字 \"%1\\").arg(random.below(100));
    case Takes::Number:
        return qint64(row.least + random.below(row.most - row.least + 1));
    case Takes::Days:
        return qint64(random.below(is == Operator::NextDays ? 367 : mostDays + 1));
    case Takes::Date:
        return QDate(1900, 1, 1).addDays(random.below(100000));
    case Takes::Codes: {
        QStringList codes;
        for (quint64 i = 0, most = 1 + random.below(5); i < most; ++i)
            codes << (row.choices.isEmpty() ? QStringLiteral("x|%1").arg(random.below(50))
                                            : row.choices.at(random.below(row.choices.size())));
        return codes;
    }
    }
    Q_UNREACHABLE();
}

Condition anyCondition(Random &random)
{
    const FieldRow &row = fields().at(random.below(fields().size()));
    const Operator is = row.operators.at(random.below(row.operators.size()));
    return {row.field, is, anyValue(row.field, is, random)};
}

Group anyGroup(Random &random, int depth)
{
    Group group;
    group.join = random.below(2) == 0 ? Group::Join::All : Group::Join::Any;
    for (quint64 i = 0, most = 1 + random.below(3); i < most; ++i)
        group.conditions << anyCondition(random);
    for (quint64 i = 0, most = depth < 3 ? random.below(3) : 0; i < most; ++i)
        group.groups << anyGroup(random, depth + 1);
    return group;
}

Definition of(const Condition &condition)
{
    return {{Group::Join::All, {condition}, {}}};
}

QByteArray oneCondition(const char *condition)
{
    return QByteArray(R"({"version":1,"join":"all","conditions":[)") + condition + "]}";
}

Facts seen(int visits, int daysAgo)
{
    return {false, false, visits, today.addDays(-daysAgo)};
}

} // namespace

/// Definitions of segments and the stages of patients: what is kept, what is refused and where, what follows from
/// facts.
class TestSegmentDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void fields_eachOnce_haveWordsCodesAndOperators();
    void json_anyDefinition_comesBackTheSame();
    void fromJson_wrong_isRefusedWithItsPlace_data();
    void fromJson_wrong_isRefusedWithItsPlace();
    void fromJson_anyByteChanged_neverGivesWhatCannotBeAsked();
    void problem_tooDeepOrTooMany_isRefused();
    void problem_everyFieldWithAForeignOperator_isRefused();
    void stageOf_facts_giveTheStage_data();
    void stageOf_facts_giveTheStage();
    void stageOf_aDayLater_neverGoesBack();
    void ruleOf_everyStage_namesTheClinicsDays();
};

void TestSegmentDefinitions::fields_eachOnce_haveWordsCodesAndOperators()
{
    QSet<QString> codes;
    QSet<QString> names;
    for (const FieldRow &row : fields()) {
        codes << QLatin1String(row.code);
        names << nameOf(row.field);
        QVERIFY(!row.operators.isEmpty());
        QCOMPARE(fieldFrom(QLatin1String(row.code)), &rowOf(row.field));
        QSet<QString> operators;
        for (const Operator is : row.operators) {
            QVERIFY(!nameOf(is, row.field).isEmpty());
            QCOMPARE(operatorFrom(toText(is)), is);
            operators << toText(is);
        }
        QCOMPARE(operators.size(), row.operators.size());
    }
    QCOMPARE(codes.size(), fields().size());
    QCOMPARE(names.size(), fields().size());
    QCOMPARE(int(Field::Occupation) + 1, fields().size());
}

void TestSegmentDefinitions::json_anyDefinition_comesBackTheSame()
{
    QVERIFY(rc::check("a definition survives JSON", [](quint64 seed) {
        SeededRandom random(seed);
        const Definition definition{anyGroup(random, 1)};
        if (problem(definition))
            RC_DISCARD("more conditions than are possible");
        const auto read = Definition::fromJson(definition.toJson());
        RC_ASSERT(read.ok());
        RC_ASSERT(*read == definition);
        RC_ASSERT(read->toJson() == definition.toJson());
    }));
}

void TestSegmentDefinitions::fromJson_wrong_isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &json, const char *place) {
        QTest::newRow(name) << json << QString::fromLatin1(place);
    };
    row("no JSON", "{", "");
    row("a list", "[]", "");
    row("no version", R"({"join":"all","conditions":[]})", "version");
    row("a newer version", R"({"version":2})", "version");
    row("nothing asked", R"({"version":1,"join":"all"})", "");
    row("no join", R"({"version":1,"conditions":[]})", "join");
    row("a key of its own", R"({"version":1,"join":"all","where":"1=1"})", "where");
    row("conditions no list", R"({"version":1,"join":"all","conditions":{}})", "conditions");
    row("a text for a condition", oneCondition("\"age\""), "conditions[0]");
    row("an unknown field", oneCondition(R"({"field":"p.name","is":"is","value":"x"})"), "conditions[0].field");
    row("an unknown operator", oneCondition(R"({"field":"age","is":">=","value":3})"), "conditions[0].is");
    row("another field's operator", oneCondition(R"({"field":"age","is":"contains","value":"3"})"), "conditions[0].is");
    row("a text for a number", oneCondition(R"({"field":"age","is":"at-least","value":"60"})"), "conditions[0].value");
    row("half a year", oneCondition(R"({"field":"age","is":"at-least","value":6.5})"), "conditions[0].value");
    row("too old", oneCondition(R"({"field":"age","is":"at-least","value":201})"), "conditions[0].value");
    row("no day", oneCondition(R"({"field":"last-visit","is":"since","value":"2026-02-30"})"), "conditions[0].value");
    row("a year and a day ahead", oneCondition(R"({"field":"birthday","is":"next-days","value":367})"),
        "conditions[0].value");
    row("no text", oneCondition(R"({"field":"name","is":"contains","value":"  "})"), "conditions[0].value");
    row("no code", oneCondition(R"({"field":"sex","is":"any-of","value":[]})"), "conditions[0].value");
    row("no such code", oneCondition(R"({"field":"sex","is":"any-of","value":["femal"]})"), "conditions[0].value");
    row("a number among codes", oneCondition(R"({"field":"sex","is":"any-of","value":[1]})"), "conditions[0].value");
    row("a value too many", oneCondition(R"({"field":"last-visit","is":"unknown","value":1})"), "conditions[0].value");
    row("an empty group inside", R"({"version":1,"join":"all","groups":[{"join":"any","groups":[{"join":"all"}]}]})",
        "groups[0].groups[0]");
    row("a wrong value inside",
        R"({"version":1,"join":"all","groups":[{"join":"any","conditions":[{"field":"visits","is":"is","value":-1}]}]})",
        "groups[0].conditions[0].value");
    row("a version inside", R"({"version":1,"join":"all","groups":[{"version":1,"join":"any"}]})", "groups[0].version");
}

void TestSegmentDefinitions::fromJson_wrong_isRefusedWithItsPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto read = Definition::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().field, place);
    QVERIFY(!read.error().message.isEmpty());
}

void TestSegmentDefinitions::fromJson_anyByteChanged_neverGivesWhatCannotBeAsked()
{
    int refused = 0;
    for (quint64 seed = 1; seed <= 2000; ++seed) {
        SeededRandom random(seed);
        QByteArray json = Definition{anyGroup(random, 1)}.toJson();
        for (int i = 0; i < 3; ++i)
            json[qsizetype(random.below(json.size()))] = char(random.below(128));
        const auto read = Definition::fromJson(json);
        refused += read ? 0 : 1;
        QVERIFY(!read || !problem(*read));
    }
    QVERIFY2(refused > 1000, qPrintable(QString::number(refused)));
}

void TestSegmentDefinitions::problem_tooDeepOrTooMany_isRefused()
{
    const Condition one{Field::Age, Operator::AtLeast, qint64(60)};
    Group group{Group::Join::All, {one}, {}};
    for (int depth = 2; depth <= mostDepth; ++depth)
        group = {Group::Join::Any, {one}, {group}};
    QVERIFY(!problem({group}));
    const Definition deeper{{Group::Join::All, {one}, {group}}};
    QCOMPARE(problem(deeper)->field, QStringLiteral("groups[0].groups[0].groups[0].groups[0]"));
    const auto read = Definition::fromJson(deeper.toJson());
    QVERIFY(!read);
    QCOMPARE(read.error().field, QStringLiteral("groups[0].groups[0].groups[0].groups[0]"));

    Group wide;
    for (int i = 0; i < mostConditions; ++i)
        wide.conditions << one;
    QVERIFY(!problem({wide}));
    wide.conditions << one;
    QCOMPARE(problem({wide})->field, QStringLiteral("conditions[%1]").arg(mostConditions));

    QStringList codes;
    for (int i = 0; i <= mostCodes; ++i)
        codes << QString::number(i);
    QVERIFY(problem(of({Field::Herb, Operator::AnyOf, codes})));
    codes.removeLast();
    QVERIFY(!problem(of({Field::Herb, Operator::AnyOf, codes})));
    QVERIFY(problem(of({Field::Name, Operator::Is, QString(mostText + 1, u'x')})));
    QVERIFY(!Definition::fromJson(QByteArray(mostBytes + 1, ' ')).ok());
}

void TestSegmentDefinitions::problem_everyFieldWithAForeignOperator_isRefused()
{
    for (const FieldRow &row : fields()) {
        for (int i = 0; i <= int(Operator::No); ++i) {
            const auto is = static_cast<Operator>(i);
            SeededRandom random(quint64(i) + 1);
            const auto wrong = problem(of({row.field, is, anyValue(row.field, is, random)}));
            QCOMPARE(wrong.has_value(), !row.operators.contains(is));
            if (wrong)
                QCOMPARE(wrong->field, QStringLiteral("conditions[0].is"));
        }
    }
}

void TestSegmentDefinitions::stageOf_facts_giveTheStage_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QString>("stage");
    const auto row = [](const char *name, const Facts &facts, const char *stage) {
        QTest::newRow(name) << facts << QString::fromLatin1(stage);
    };
    row("never seen", {}, "enquiry");
    row("never seen, booked", {true, false, 0, {}}, "booked");
    row("today, first", seen(1, 0), "first-visit");
    row("first, last day of it", seen(1, 90), "first-visit");
    row("first, a day later", seen(1, 91), "dormant");
    row("second", seen(2, 0), "active");
    row("many, last day", seen(30, 90), "active");
    row("many, a day later", seen(30, 91), "dormant");
    row("booked does not change it", {true, false, 3, today.addDays(-100)}, "dormant");
    row("a year", seen(2, 365), "dormant");
    row("more than a year", seen(2, 366), "lost");
    row("tomorrow", seen(2, -1), "active");
    row("deceased", {false, true, 5, today}, "");
}

void TestSegmentDefinitions::stageOf_facts_giveTheStage()
{
    QFETCH(Facts, facts);
    QFETCH(QString, stage);
    QCOMPARE(stageOf(facts, today, {}), stageFrom(stage));
}

void TestSegmentDefinitions::stageOf_aDayLater_neverGoesBack()
{
    QVERIFY(rc::check("without a visit a stage only ages", [](quint64 seed) {
        SeededRandom random(seed);
        const Thresholds thresholds{int(1 + random.below(400)), int(1 + random.below(800))};
        const Facts facts = seen(int(random.below(4)), int(random.below(900)));
        const auto rank = [](std::optional<Stage> stage) {
            return *stage == Stage::FirstVisit ? int(Stage::Active) : int(*stage);
        };
        const int now = rank(stageOf(facts, today, thresholds));
        const int later = rank(stageOf(facts, today.addDays(1), thresholds));
        RC_ASSERT(now <= later);
    }));
}

void TestSegmentDefinitions::ruleOf_everyStage_namesTheClinicsDays()
{
    const Thresholds days{45, 200};
    for (const QString &code : rowOf(Field::Stage).choices) {
        const Stage stage = *stageFrom(code);
        QCOMPARE(toText(stage), code);
        QVERIFY(!nameOf(stage).isEmpty());
        const QString rule = ruleOf(stage, days);
        QCOMPARE(rule.contains(u"45"), stage == Stage::FirstVisit || stage == Stage::Active || stage == Stage::Dormant);
        QCOMPARE(rule.contains(u"200"), stage == Stage::Dormant || stage == Stage::Lost);
    }
    QVERIFY(!stageFrom(QStringLiteral("asleep")));
}

QTEST_GUILESS_MAIN(TestSegmentDefinitions)
#include "tst_segmentdefinitions.moc"
