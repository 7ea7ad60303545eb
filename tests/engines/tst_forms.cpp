#include "engines/forms/form.h"
#include "engines/forms/typednumbers.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace xinglin;
using namespace xinglin::forms;

namespace {

QByteArray visitJson()
{
    QFile file(QStringLiteral(XINGLIN_SOURCE_DIR "/resources/forms/visit.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool knowsAll(const QString &, const QString &)
{
    return true;
}

GivenAnswer chosen(const char *item, const char *code, const char *site = "")
{
    return {QString::fromLatin1(item), QString::fromLatin1(site), {}, QString::fromLatin1(code), {}};
}

} // namespace

class TestForms : public QObject
{
    Q_OBJECT

private slots:
    void formFromJson_visitForm_holdsTongueInquiryAndPulse();
    void formFromJson_faults_nameTheirPlace_data();
    void formFromJson_faults_nameTheirPlace();
    void typedNumbers_ofTheVitals_data();
    void typedNumbers_ofTheVitals();
    void problems_ofAnswers_areFound_data();
    void problems_ofAnswers_areFound();
    void problems_choiceTwiceAtOnePlace_isRefusedOnlyWhereOneIsAllowed();
    void problems_requiredItem_countsOnlyWhenComplete();
};

void TestForms::typedNumbers_ofTheVitals_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("one") << "t36.8"
                         << "vital.temperature=36.8";
    QTest::newRow("capital, blank, comma") << "T 36,8"
                                           << "vital.temperature=36.8";
    QTest::newRow("two of one key") << "bp 120/80"
                                    << "vital.systolic=120 vital.diastolic=80";
    QTest::newRow("without blanks") << "t36.8bp118/76w58"
                                    << "vital.temperature=36.8 vital.systolic=118 vital.diastolic=76 vital.weight=58";
    QTest::newRow("the last counts") << "w58 w58.5"
                                     << "vital.weight=58.5";
    QTest::newRow("a longer key") << "wa 80 ps 9 nrs 3"
                                  << "vital.waist=80 scale.psqi=9 scale.pain=3";
    QTest::newRow("half a pressure") << "bp120"
                                     << "?bp120";
    QTest::newRow("three of two") << "bp120/80/60"
                                  << "?bp120/80/60";
    QTest::newRow("no such letters") << "x12 t37"
                                     << "vital.temperature=37 ?x12";
    QTest::newRow("a bare number") << "37"
                                   << "?37";
    QTest::newRow("impossible") << "t368 w60"
                                << "vital.weight=60 !t368";
    QTest::newRow("half impossible") << "bp120/800"
                                     << "!bp120/800";
    QTest::newRow("too fine") << "ps 8.5"
                              << "!ps 8.5";
    QTest::newRow("taken back") << "t36.8 bp-"
                                << "vital.temperature=36.8 -vital.systolic -vital.diastolic";
    QTest::newRow("taken back, then said") << "t37 t- t36.9 x-"
                                           << "vital.temperature=36.9 ?x-";
    QTest::newRow("fine as it looks") << "ps 8.0"
                                      << "scale.psqi=8";
}

void TestForms::typedNumbers_ofTheVitals()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const Result<Form> form = formFromJson(visitJson());
    QVERIFY(form.ok());
    const Section &vitals = form->sections.first();
    QCOMPARE(vitals.code, QStringLiteral("vitals"));
    const TypedNumbers read = typedNumbers(vitals, typed);
    QStringList words;
    for (const GivenAnswer &answer : read.answers)
        words << answer.item + u'=' + QString::number(*answer.number);
    for (const QString &cleared : read.cleared)
        words << u'-' + cleared;
    for (const QString &unknown : read.unknown)
        words << u'?' + unknown;
    for (const Error &refused : read.refused)
        words << u'!' + refused.detail;
    QCOMPARE(words.join(u' '), expected);
}

void TestForms::formFromJson_visitForm_holdsTongueInquiryAndPulse()
{
    const Result<Form> form = formFromJson(visitJson());
    QVERIFY2(form.ok(), form.ok() ? "" : qPrintable(form.error().detail));
    QCOMPARE(form->reference(), QStringLiteral("visit/2"));
    QCOMPARE(form->sections.size(), 7);
    const Item *pulse = form->item(QStringLiteral("pulse.quality"));
    QVERIFY(pulse);
    QCOMPARE(pulse->kind, ItemKind::MultipleChoice);
    QCOMPARE(pulse->sites.size(), 6);
    QCOMPARE(pulse->vocabulary, QStringLiteral("pulse"));
    QCOMPARE(form->item(QStringLiteral("tongue.body_colour"))->group, QStringLiteral("body_colour"));
    QVERIFY(!form->item(QStringLiteral("tongue.taste")));
}

void TestForms::formFromJson_faults_nameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("[") << "byte";
    QTest::newRow("kind") << QByteArray("\"longText\"") << QByteArray("\"essay\"") << "sections[4].items[1].kind";
    QTest::newRow("version") << QByteArray("\"version\": 2") << QByteArray("\"version\": 0") << "form.version";
    QTest::newRow("label") << QByteArray("\"zh\": \"问诊\"") << QByteArray("\"zh\": 3") << "sections[4].items[1].zh";
    QTest::newRow("unknown member") << QByteArray("\"unit\": \"Cel\"") << QByteArray("\"units\": \"Cel\"")
                                    << "sections[0].items[0].units";
    QTest::newRow("range") << QByteArray("20, \"maximum\": 250, \"normalLow\": 60")
                           << QByteArray("20, \"maximum\": 2, \"normalLow\": 60") << "sections[5].items[2].maximum";
    QTest::newRow("twice") << QByteArray("\"pulse.overall\"") << QByteArray("\"pulse.rate\"")
                           << "sections[5].items[2].code";
    QTest::newRow("choice without list") << QByteArray("\"vocabulary\": \"tongue\", \"group\": \"body_colour\"")
                                         << QByteArray("\"group\": \"body_colour\"")
                                         << "sections[2].items[0].vocabulary";
}

void TestForms::formFromJson_faults_nameTheirPlace()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    QByteArray json = visitJson();
    QVERIFY(json.contains(from));
    json.replace(json.indexOf(from), from.size(), to);
    const Result<Form> form = formFromJson(json);
    QVERIFY(!form.ok());
    QCOMPARE(form.error().code, Code::Damaged);
    QVERIFY2(form.error().detail.startsWith(place), qPrintable(form.error().detail));
}

void TestForms::problems_ofAnswers_areFound_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("code");
    QTest::addColumn<double>("number");
    QTest::addColumn<bool>("fine");
    QTest::newRow("tongue") << "tongue.body_colour"
                            << ""
                            << "t_red" << -1.0 << true;
    QTest::newRow("pulse at a place") << "pulse.quality"
                                      << "pos_left_cun"
                                      << "p_wiry" << -1.0 << true;
    QTest::newRow("pulse nowhere") << "pulse.quality"
                                   << ""
                                   << "p_wiry" << -1.0 << false;
    QTest::newRow("pulse elsewhere") << "pulse.quality"
                                     << "r_tip"
                                     << "p_wiry" << -1.0 << false;
    QTest::newRow("unknown item") << "tongue.taste"
                                  << ""
                                  << "t_red" << -1.0 << false;
    QTest::newRow("unknown code") << "tongue.body_colour"
                                  << ""
                                  << "t_green" << -1.0 << false;
    QTest::newRow("no choice") << "tongue.body_colour"
                               << ""
                               << "" << -1.0 << false;
    QTest::newRow("rate") << "pulse.rate"
                          << ""
                          << "" << 72.0 << true;
    QTest::newRow("rate too high") << "pulse.rate"
                                   << ""
                                   << "" << 720.0 << false;
    QTest::newRow("rate without number") << "pulse.rate"
                                         << ""
                                         << "" << -1.0 << false;
    QTest::newRow("code where words belong") << "inquiry.text"
                                             << ""
                                             << "t_red" << -1.0 << false;
}

void TestForms::problems_ofAnswers_areFound()
{
    QFETCH(QString, item);
    QFETCH(QString, site);
    QFETCH(QString, code);
    QFETCH(double, number);
    QFETCH(bool, fine);
    const Form form = *formFromJson(visitJson());
    const GivenAnswer answer{item, site, number < 0 ? std::nullopt : std::optional(number), code, {}};
    const auto knows = [](const QString &, const QString &asked) { return asked != u"t_green"; };
    const QList<Error> found = problems(form, {answer}, false, knows);
    QCOMPARE(found.isEmpty(), fine);
    if (!fine)
        QCOMPARE(found.first().field, item);
}

void TestForms::problems_choiceTwiceAtOnePlace_isRefusedOnlyWhereOneIsAllowed()
{
    const Form form = *formFromJson(visitJson());
    QCOMPARE(
        problems(form, {chosen("tongue.body_colour", "t_red"), chosen("tongue.body_colour", "t_pale")}, false, knowsAll)
            .size(),
        1);
    QVERIFY(problems(form,
                     {chosen("pulse.quality", "p_wiry", "pos_left_cun"),
                      chosen("pulse.quality", "p_thready", "pos_left_cun")},
                     false, knowsAll)
                .isEmpty());
}

void TestForms::problems_requiredItem_countsOnlyWhenComplete()
{
    QByteArray json = visitJson();
    json.replace("\"normalLow\": 60, \"normalHigh\": 100", "\"required\": true");
    const Form form = *formFromJson(json);
    QVERIFY(problems(form, {}, false, knowsAll).isEmpty());
    QCOMPARE(problems(form, {}, true, knowsAll).size(), 1);
    QVERIFY(problems(form, {{QStringLiteral("pulse.rate"), {}, 72.0, {}, {}}}, true, knowsAll).isEmpty());
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
