#include "engines/constitution/scoring.h"
#include "support/naiveconstitution.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::constitution;
using test::naive::catalogue;

namespace {

constexpr int randomSets = 1000;

Result<Definition> readFrom(const QJsonObject &object)
{
    return Definition::fromJson(QJsonDocument(object).toJson());
}

const Definition &shipped()
{
    static const Definition read = [] {
        auto result = readFrom(catalogue());
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return *result;
    }();
    return read;
}

/// What differs from the naive scores; empty where nothing does.
QString difference(const Definition &definition, Form form, std::optional<Sex> sex, const Answers &answers)
{
    const auto scores = score(definition, form, sex, answers);
    if (!scores)
        return scores.error().field + ": " + scores.error().message;
    const auto naive = test::naive::scores(toText(form), sex ? toText(*sex) : QString(), answers);
    if (scores->size() != naive.size())
        return QStringLiteral("another number of types");
    for (const Score &one : *scores) {
        const test::naive::Line line = naive.value(one.type);
        const bool same =
            one.raw == line.sum && toText(one.decision) == line.verdict &&
            (form == Form::Elderly ? !one.transformed.has_value() : qAbs(*one.transformed - line.hundredths) < 1e-9);
        if (!same)
            return QStringLiteral("%1: %2 %3, naively %4 %5")
                .arg(one.type)
                .arg(one.raw)
                .arg(toText(one.decision))
                .arg(line.sum)
                .arg(line.verdict);
    }
    return {};
}

/// How many of the random sets come out otherwise than naively.
int differing(const Definition &definition, Form form, Sex sex)
{
    SeededRandom random(20090409);
    int differ = 0;
    for (int i = 0; i < randomSets; ++i) {
        const Answers answers = test::naive::randomAnswers(toText(form), toText(sex), random);
        differ += difference(definition, form, sex, answers).isEmpty() ? 0 : 1;
    }
    return differ;
}

/// The catalogue with one place changed: "subscales", 0, "items", 1, "reverse".
QJsonValue changed(const QJsonValue &from, const QVariantList &path, const QJsonValue &to)
{
    if (path.isEmpty())
        return to;
    if (from.isArray()) {
        QJsonArray array = from.toArray();
        const int at = path.first().toInt();
        if (to.isUndefined() && path.size() == 1)
            array.removeAt(at);
        else
            array[at] = changed(array.at(at), path.mid(1), to);
        return array;
    }
    QJsonObject object = from.toObject();
    const QString key = path.first().toString();
    object[key] = changed(object.value(key), path.mid(1), to);
    return object;
}

Definition mutant(const QVariantList &path, const QJsonValue &to, const QVariantList &alsoPath = {},
                  const QJsonValue &also = {})
{
    QJsonValue root = changed(catalogue(), path, to);
    if (!alsoPath.isEmpty())
        root = changed(root, alsoPath, also);
    auto read = readFrom(root.toObject());
    if (!read)
        qFatal("the mutant cannot be read: %s", qPrintable(read.error().detail));
    return *read;
}

Answers answersFrom(const QJsonValue &object)
{
    Answers answers;
    const QJsonObject members = object.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        answers.insert(it.key(), it.value().toInt());
    return answers;
}

Answers allOf(Form form, std::optional<Sex> sex, int answer)
{
    Answers answers;
    for (const Item &item : shipped().of(form).itemsFor(sex))
        answers.insert(item.id, answer);
    return answers;
}

QMap<QString, double> calmBut(const QString &type, double value, double balanced = 75)
{
    QMap<QString, double> values;
    for (const Type &one : shipped().types)
        values.insert(one.id, one.biased ? 0 : balanced);
    values.insert(type, value);
    return values;
}

} // namespace

class TestConstitution : public QObject
{
    Q_OBJECT
private slots:
    void read_shipped_hasTheFormsOfTheStandards();
    void read_faulty_saysWhere_data();
    void read_faulty_saysWhere();
    void score_vectorsOfTheCatalogue_agree_data();
    void score_vectorsOfTheCatalogue_agree();
    void score_randomAnswers_agreeWithASecondImplementation_data();
    void score_randomAnswers_agreeWithASecondImplementation();
    void score_mutants_areNoticed_data();
    void score_mutants_areNoticed();
    void decide_limits_standard_data();
    void decide_limits_standard();
    void decide_limits_elderly_data();
    void decide_limits_elderly();
    void score_sevenItemsOf39_29_isATendency();
    void score_sexOfTheForm_asksItsOwnItem();
    void score_incomplete_namesWhatIsMissing();
    void score_badAnswers_areRefusedWithTheirPlace_data();
    void score_badAnswers_areRefusedWithTheirPlace();
    void position_elderly_isComparable();
    void summary_results_readsAsTheyAreSaid_data();
    void summary_results_readsAsTheyAreSaid();
};

void TestConstitution::read_shipped_hasTheFormsOfTheStandards()
{
    const Definition &read = shipped();
    QCOMPARE(read.types.size(), 9);
    QCOMPARE(read.standard.items.size(), 61);
    QCOMPARE(read.elderly.items.size(), 33);
    for (const Sex sex : {Sex::Female, Sex::Male}) {
        QCOMPARE(read.standard.itemsFor(sex).size(), 60);
        QCOMPARE(read.elderly.itemsFor(sex).size(), 33);
        QList<int> counts;
        for (const Subscale &subscale : read.standard.subscales)
            counts << subscale.asked(sex);
        QCOMPARE(counts, (QList<int>{8, 8, 7, 8, 8, 6, 7, 7, 7}));
    }
    QCOMPARE(read.standard.itemsFor({}).size(), 59);
    QCOMPARE(read.standard.id(), u"constitution-standard/1"_qs);
    QCOMPARE(read.elderly.id(), u"constitution-elderly/1"_qs);
    QCOMPARE(read.find(u"constitution-elderly/1"_qs), &read.elderly);
    QCOMPARE(read.find(u"constitution-elderly/2"_qs), nullptr);
    QVERIFY(read.standard.asksBySex() && !read.elderly.asksBySex());
    QCOMPARE(read.elderlyFrom, 65);
    QCOMPARE(read.standard.scale.last().words.zh, u"总是"_qs);
    const auto own = [](const Item &item) { return item.hasOwnChoices; };
    QCOMPARE(std::count_if(read.elderly.items.cbegin(), read.elderly.items.cend(), own), 4);
    QCOMPARE(read.type(u"qixu"_qs)->shortName().zh, u"气虚"_qs);
    QCOMPARE(read.type(u"qixu"_qs)->shortName().en, u"Qi-deficiency"_qs);
    for (const Type &type : read.types) {
        for (const Words &words : {type.features, type.advice.diet, type.advice.exercise, type.advice.emotion,
                                   type.advice.season, type.name})
            QVERIFY(!words.zh.isEmpty() && !words.en.isEmpty());
    }
}

void TestConstitution::read_faulty_saysWhere_data()
{
    QTest::addColumn<QVariantList>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    QTest::newRow("no text") << QVariantList{"items", 3, "zh"} << QJsonValue(7) << "items[3].zh";
    QTest::newRow("item twice") << QVariantList{"items", 3, "id"} << QJsonValue("ccmq_fatigue") << "items[3]";
    QTest::newRow("strange sex") << QVariantList{"items", 3, "sex"} << QJsonValue("other") << "items[3].sex";
    QTest::newRow("unknown item in a subscale")
        << QVariantList{"subscales", 1, "items", 0, "item"} << QJsonValue("ccmq_none") << "subscales[1].items[0]";
    QTest::newRow("item counted twice") << QVariantList{"subscales", 1, "items", 0, "item"}
                                        << QJsonValue("ccmq_short_breath") << "subscales[1].items[1]";
    QTest::newRow("item that nothing counts")
        << QVariantList{"subscales", 6, "items", 0, "item"} << QJsonValue("ccmq_hives") << "subscales";
    QTest::newRow("number of items") << QVariantList{"subscales", 5, "scored_items"} << QJsonValue(7) << "subscales[5]";
    QTest::newRow("type without items") << QVariantList{"subscales", 8, "type"} << QJsonValue("pinghe")
                                        << "subscales[8]";
    QTest::newRow("reverse missing") << QVariantList{"elderly_subscales", 0, "items", 1, "reverse"} << QJsonValue()
                                     << "elderly_subscales[0].items[1].reverse";
    QTest::newRow("scale") << QVariantList{"answer_scale", 2, "score"} << QJsonValue(4) << "answer_scale[2]";
    QTest::newRow("own scale") << QVariantList{"elderly_items", 8, "anchors", 4, "score"} << QJsonValue(4)
                               << "elderly_items[8][4]";
    QTest::newRow("two balanced types") << QVariantList{"types", 1, "biased"} << QJsonValue(false) << "types";
    QTest::newRow("no advice") << QVariantList{"types", 1, "advice", "diet_en"} << QJsonValue() << "types[1].diet_en";
}

void TestConstitution::read_faulty_saysWhere()
{
    QFETCH(QVariantList, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    const auto read = readFrom(changed(catalogue(), path, value).toObject());
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::Damaged);
    QVERIFY2(read.error().detail.startsWith(place + ": "), qPrintable(read.error().detail));
    QVERIFY(!Definition::fromJson("{"));
    QVERIFY(!Definition::fromJson("[]"));
}

void TestConstitution::score_vectorsOfTheCatalogue_agree_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = catalogue()["test_vectors"].toArray();
    QCOMPARE(vectors.size(), 14);
    for (const QJsonValue vector : vectors)
        QTest::newRow(qPrintable(vector["id"].toString())) << vector.toObject();
}

void TestConstitution::score_vectorsOfTheCatalogue_agree()
{
    QFETCH(QJsonObject, vector);
    const QJsonObject expected = vector["expect_result"].toObject();
    if (vector["form"] == "transformed_only") {
        QMap<QString, double> values;
        for (const QString &type : vector["scores"].toObject().keys())
            values.insert(type, vector["scores"][type].toDouble());
        const auto decisions = decide(shipped(), Form::Standard, values);
        QCOMPARE(decisions.size(), 9);
        for (auto it = decisions.cbegin(); it != decisions.cend(); ++it)
            QCOMPARE(toText(it.value()), expected[it.key()].toString());
        return;
    }
    const bool standard = vector["form"] == "adult";
    const auto sex = sexFrom(vector["sex"].toString());
    const auto scores =
        score(shipped(), standard ? Form::Standard : Form::Elderly, sex, answersFrom(vector["answers"]));
    QVERIFY2(scores.ok(), scores ? "" : qPrintable(scores.error().message));
    QCOMPARE(scores->size(), 9);
    for (const Score &one : *scores) {
        QCOMPARE(toText(one.decision), expected[one.type].toString());
        QCOMPARE(one.raw, vector[standard ? "expect_raw" : "expect_sum"][one.type].toInt(-1));
        QCOMPARE(one.transformed.has_value(), standard);
        if (!standard)
            continue;
        QCOMPARE(shipped().standard.subscale(one.type)->asked(sex), vector["expect_n"][one.type].toInt());
        QVERIFY(qAbs(*one.transformed - vector["expect_score"][one.type].toDouble()) < 0.00005001);
    }
}

void TestConstitution::score_randomAnswers_agreeWithASecondImplementation_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("sex");
    QTest::newRow("standard, women") << int(Form::Standard) << int(Sex::Female);
    QTest::newRow("standard, men") << int(Form::Standard) << int(Sex::Male);
    QTest::newRow("elderly, women") << int(Form::Elderly) << int(Sex::Female);
    QTest::newRow("elderly, men") << int(Form::Elderly) << int(Sex::Male);
}

void TestConstitution::score_randomAnswers_agreeWithASecondImplementation()
{
    QFETCH(int, form);
    QFETCH(int, sex);
    SeededRandom random(157'2009 + static_cast<quint64>(10 * form + sex));
    QMap<QString, int> verdicts;
    for (int i = 0; i < randomSets; ++i) {
        const Answers answers = test::naive::randomAnswers(toText(Form(form)), toText(Sex(sex)), random);
        QCOMPARE(difference(shipped(), Form(form), Sex(sex), answers), QString());
        const auto scores = score(shipped(), Form(form), Sex(sex), answers);
        for (const Score &one : *scores)
            ++verdicts[(one.type == "pinghe" ? "balanced " : "biased ") + toText(one.decision)];
    }
    // The sets are worth comparing: every verdict came up often.
    for (const char *verdict :
         {"balanced yes", "balanced basically_yes", "balanced no", "biased yes", "biased tendency", "biased no"})
        QVERIFY2(verdicts.value(QLatin1String(verdict)) >= 10, verdict);
}

void TestConstitution::score_mutants_areNoticed_data()
{
    QTest::addColumn<QVariantList>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QVariantList>("alsoPath");
    QTest::addColumn<QJsonValue>("also");
    QTest::addColumn<int>("form");
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("energy reversed") << QVariantList{"subscales", 0, "items", 0, "reverse"} << QJsonValue(true)
                                     << QVariantList() << none << int(Form::Standard);
    QTest::newRow("insomnia not reversed") << QVariantList{"subscales", 0, "items", 6, "reverse"} << QJsonValue(false)
                                           << QVariantList() << none << int(Form::Standard);
    QTest::newRow("one item less, so another n")
        << QVariantList{"subscales", 1, "items", 0} << none << QVariantList{"subscales", 1, "scored_items"}
        << QJsonValue(7) << int(Form::Standard);
    QTest::newRow("elderly, cold not reversed") << QVariantList{"elderly_subscales", 0, "items", 4, "reverse"}
                                                << QJsonValue(false) << QVariantList() << none << int(Form::Elderly);
}

void TestConstitution::score_mutants_areNoticed()
{
    QFETCH(QVariantList, path);
    QFETCH(QJsonValue, value);
    QFETCH(QVariantList, alsoPath);
    QFETCH(QJsonValue, also);
    QFETCH(int, form);
    const Definition wrong = mutant(path, value, alsoPath, also);
    QVERIFY(differing(wrong, Form(form), Sex::Female) > randomSets / 2);
    QCOMPARE(differing(shipped(), Form(form), Sex::Female), 0);
}

void TestConstitution::decide_limits_standard_data()
{
    QTest::addColumn<double>("biased");
    QTest::addColumn<double>("balanced");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("ofBalanced");
    QTest::newRow("just below 30") << 29.999 << 75.0 << "no"
                                   << "yes";
    QTest::newRow("30") << 30.0 << 75.0 << "tendency"
                        << "basically_yes";
    QTest::newRow("39.29") << 1100 / 28.0 << 75.0 << "tendency"
                           << "basically_yes";
    QTest::newRow("just below 40") << 39.9999 << 75.0 << "tendency"
                                   << "basically_yes";
    QTest::newRow("40") << 40.0 << 75.0 << "yes"
                        << "no";
    QTest::newRow("100") << 100.0 << 75.0 << "yes"
                         << "no";
    QTest::newRow("balanced 60") << 0.0 << 60.0 << "no"
                                 << "yes";
    QTest::newRow("balanced below 60") << 0.0 << 59.375 << "no"
                                       << "no";
    QTest::newRow("balanced 60, 30") << 30.0 << 60.0 << "tendency"
                                     << "basically_yes";
    QTest::newRow("balanced below 60, 30") << 30.0 << 59.999 << "tendency"
                                           << "no";
}

void TestConstitution::decide_limits_standard()
{
    QFETCH(double, biased);
    QFETCH(double, balanced);
    QFETCH(QString, verdict);
    QFETCH(QString, ofBalanced);
    for (const Type &type : shipped().types) {
        if (!type.biased)
            continue;
        const auto decisions = decide(shipped(), Form::Standard, calmBut(type.id, biased, balanced));
        QCOMPARE(toText(decisions.value(type.id)), verdict);
        QCOMPARE(toText(decisions.value(u"pinghe"_qs)), ofBalanced);
    }
}

void TestConstitution::decide_limits_elderly_data()
{
    QTest::addColumn<int>("biased");
    QTest::addColumn<int>("balanced");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("ofBalanced");
    QTest::newRow("8") << 8 << 17 << "no"
                       << "yes";
    QTest::newRow("9") << 9 << 17 << "tendency"
                       << "basically_yes";
    QTest::newRow("10") << 10 << 17 << "tendency"
                        << "basically_yes";
    QTest::newRow("11") << 11 << 17 << "yes"
                        << "no";
    QTest::newRow("balanced 16") << 4 << 16 << "no"
                                 << "no";
    QTest::newRow("balanced 25") << 8 << 25 << "no"
                                 << "yes";
}

void TestConstitution::decide_limits_elderly()
{
    QFETCH(int, biased);
    QFETCH(int, balanced);
    QFETCH(QString, verdict);
    QFETCH(QString, ofBalanced);
    const auto decisions = decide(shipped(), Form::Elderly, calmBut(u"tebing"_qs, biased, balanced));
    QCOMPARE(toText(decisions.value(u"tebing"_qs)), verdict);
    QCOMPARE(toText(decisions.value(u"pinghe"_qs)), ofBalanced);
}

void TestConstitution::score_sevenItemsOf39_29_isATendency()
{
    Answers answers = allOf(Form::Standard, Sex::Female, 1);
    int more = 11; // 7 items of 1 and 11 more: (18 − 7) / 28
    for (const Subscale::Part &part : shipped().standard.subscale(u"yangxu"_qs)->parts) {
        const int raise = qMin(more, 4);
        answers[part.item] += raise;
        more -= raise;
    }
    const auto scores = score(shipped(), Form::Standard, Sex::Female, answers);
    QVERIFY(scores.ok());
    const Score cold = scores->at(2);
    QCOMPARE(cold.raw, 18);
    QVERIFY(qAbs(*cold.transformed - 39.285714) < 0.00001);
    QCOMPARE(cold.decision, Decision::Tendency);
}

void TestConstitution::score_sexOfTheForm_asksItsOwnItem()
{
    for (const Sex sex : {Sex::Female, Sex::Male}) {
        Answers answers = allOf(Form::Standard, sex, 1);
        const auto before = score(shipped(), Form::Standard, sex, answers);
        answers[sex == Sex::Female ? u"ccmq_yellow_leukorrhoea"_qs : u"ccmq_damp_scrotum"_qs] = 5;
        const auto after = score(shipped(), Form::Standard, sex, answers);
        QVERIFY(before.ok() && after.ok());
        QCOMPARE(after->at(5).type, u"shire"_qs);
        QCOMPARE(after->at(5).raw - before->at(5).raw, 4);
        QVERIFY(qAbs(*after->at(5).transformed - 100.0 / 6) < 1e-9);
    }
}

void TestConstitution::score_incomplete_namesWhatIsMissing()
{
    Answers answers = allOf(Form::Standard, Sex::Male, 3);
    answers.remove(u"ccmq_fatigue"_qs);
    answers.remove(u"ccmq_damp_scrotum"_qs);
    const auto scores = score(shipped(), Form::Standard, Sex::Male, answers);
    QVERIFY(!scores);
    QCOMPARE(scores.error().code, Code::Invalid);
    QCOMPARE(scores.error().field, u"answers"_qs);
    QVERIFY(scores.error().message.contains(u"ccmq_fatigue, ccmq_damp_scrotum"_qs));
    QCOMPARE(problems(shipped().standard, Sex::Male, answers),
             (QList<Problem>{{Problem::Kind::Missing, u"ccmq_fatigue"_qs},
                             {Problem::Kind::Missing, u"ccmq_damp_scrotum"_qs}}));
    QCOMPARE(problems(shipped().standard, Sex::Male, {}).size(), 60);
    QVERIFY(!score(shipped(), Form::Elderly, {}, {}));
}

void TestConstitution::score_badAnswers_areRefusedWithTheirPlace_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("sex"); // -1: not known
    QTest::addColumn<QString>("item");
    QTest::addColumn<int>("answer");
    QTest::addColumn<QString>("field");
    const int standard = int(Form::Standard);
    const int elderly = int(Form::Elderly);
    const int female = int(Sex::Female);
    QTest::newRow("zero") << standard << female << "ccmq_energy" << 0 << "answers.ccmq_energy";
    QTest::newRow("six") << standard << female << "ccmq_energy" << 6 << "answers.ccmq_energy";
    QTest::newRow("negative") << elderly << female << "eld_01_energy" << -3 << "answers.eld_01_energy";
    QTest::newRow("unknown") << standard << female << "ccmq_luck" << 3 << "answers.ccmq_luck";
    QTest::newRow("of the other form") << elderly << female << "ccmq_energy" << 3 << "answers.ccmq_energy";
    QTest::newRow("of the other sex") << standard << female << "ccmq_damp_scrotum" << 3 << "answers.ccmq_damp_scrotum";
    QTest::newRow("sex not known") << standard << -1 << "ccmq_energy" << 3 << "sex";
    QTest::newRow("item of a sex, sex not known") << standard << -1 << "ccmq_damp_scrotum" << 3 << "sex";
    QTest::newRow("sex does not matter") << elderly << -1 << "eld_01_energy" << 3 << "";
}

void TestConstitution::score_badAnswers_areRefusedWithTheirPlace()
{
    QFETCH(int, form);
    QFETCH(int, sex);
    QFETCH(QString, item);
    QFETCH(int, answer);
    QFETCH(QString, field);
    const std::optional<Sex> asked = sex < 0 ? std::nullopt : std::optional(Sex(sex));
    Answers answers = allOf(Form(form), asked, 2);
    answers.insert(item, answer);
    const auto scores = score(shipped(), Form(form), asked, answers);
    QCOMPARE(scores.ok(), field.isEmpty());
    if (field.isEmpty())
        return;
    QCOMPARE(scores.error().code, Code::Invalid);
    QCOMPARE(scores.error().field, field);
}

void TestConstitution::position_elderly_isComparable()
{
    for (const auto &[answer, expected] : {std::pair(1, 0.0), {3, 50.0}, {5, 100.0}}) {
        const auto scores = score(shipped(), Form::Elderly, {}, allOf(Form::Elderly, {}, answer));
        QVERIFY(scores.ok());
        for (const Score &one : *scores) {
            if (one.type != "pinghe")
                QCOMPARE(position(shipped(), Form::Elderly, one), expected);
        }
    }
    const auto scores = score(shipped(), Form::Standard, Sex::Male, allOf(Form::Standard, Sex::Male, 4));
    for (const Score &one : *scores)
        QCOMPARE(position(shipped(), Form::Standard, one), *one.transformed);
}

void TestConstitution::summary_results_readsAsTheyAreSaid_data()
{
    QTest::addColumn<QStringList>("decisions"); // "type decision value"
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
    QTest::newRow("nothing") << QStringList{} << u"未见明显偏颇"_qs << "No type stands out";
    QTest::newRow("balanced") << QStringList{"pinghe yes 80"} << u"平和质"_qs << "Balanced";
    QTest::newRow("one and a tendency") << QStringList{"qixu yes 68", "xueyu tendency 35"} << u"气虚质，倾向血瘀质"_qs
                                        << "Qi-deficiency, tends to blood-stasis";
    QTest::newRow("highest first") << QStringList{"qixu yes 45", "yangxu yes 60", "shire tendency 31",
                                                  "qiyu tendency 38"}
                                   << u"阳虚质、气虚质，倾向气郁质、湿热质"_qs
                                   << "Yang-deficiency, qi-deficiency, tends to qi-stagnation and damp-heat";
    QTest::newRow("basically") << QStringList{"pinghe basically_yes 66", "tanshi tendency 32"}
                               << u"基本平和质，倾向痰湿质"_qs << "Basically balanced, tends to phlegm-dampness";
    QTest::newRow("tendency alone") << QStringList{"tebing tendency 30"} << u"倾向特禀质"_qs
                                    << "Tends to special (inherited)";
}

void TestConstitution::summary_results_readsAsTheyAreSaid()
{
    QFETCH(QStringList, decisions);
    QFETCH(QString, zh);
    QFETCH(QString, en);
    QList<Score> scores;
    for (const Type &type : shipped().types)
        scores << Score{type.id, 0, 10.0, Decision::No};
    for (const QString &line : decisions) {
        const QStringList words = line.split(u' ');
        for (Score &one : scores) {
            if (one.type == words[0]) {
                one.decision = *decisionFrom(words[1]);
                one.transformed = words[2].toDouble();
            }
        }
    }
    QCOMPARE(summary(shipped(), Form::Standard, scores).zh, zh);
    QCOMPARE(summary(shipped(), Form::Standard, scores).en, en);
    QCOMPARE(found(shipped(), Form::Standard, scores).size(), decisions.size());
}

QTEST_GUILESS_MAIN(TestConstitution)
#include "tst_constitution.moc"
