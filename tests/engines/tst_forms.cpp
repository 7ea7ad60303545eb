#include "engines/forms/form.h"

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
    void problems_ofAnswers_areFound_data();
    void problems_ofAnswers_areFound();
    void problems_choiceTwiceAtOnePlace_isRefusedOnlyWhereOneIsAllowed();
    void problems_requiredItem_countsOnlyWhenComplete();
};

void TestForms::formFromJson_visitForm_holdsTongueInquiryAndPulse()
{
    const Result<Form> form = formFromJson(visitJson());
    QVERIFY2(form.ok(), form.ok() ? "" : qPrintable(form.error().detail));
    QCOMPARE(form->reference(), QStringLiteral("visit/1"));
    QCOMPARE(form->sections.size(), 3);
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
    QTest::newRow("kind") << QByteArray("\"longText\"") << QByteArray("\"essay\"") << "sections[1].items[0].kind";
    QTest::newRow("version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 0") << "form.version";
    QTest::newRow("label") << QByteArray("\"zh\": \"问诊\"") << QByteArray("\"zh\": 3") << "sections[1].items[0].zh";
    QTest::newRow("unknown member") << QByteArray("\"unit\": \"/min\"") << QByteArray("\"units\": \"/min\"")
                                    << "sections[2].items[2].units";
    QTest::newRow("range") << QByteArray("\"maximum\": 250") << QByteArray("\"maximum\": 2")
                           << "sections[2].items[2].maximum";
    QTest::newRow("twice") << QByteArray("\"pulse.overall\"") << QByteArray("\"pulse.rate\"")
                           << "sections[2].items[2].code";
    QTest::newRow("choice without list") << QByteArray("\"vocabulary\": \"tongue\", \"group\": \"body_colour\"")
                                         << QByteArray("\"group\": \"body_colour\"")
                                         << "sections[0].items[0].vocabulary";
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
    json.replace("\"unit\": \"/min\"", "\"unit\": \"/min\", \"required\": true");
    const Form form = *formFromJson(json);
    QVERIFY(problems(form, {}, false, knowsAll).isEmpty());
    QCOMPARE(problems(form, {}, true, knowsAll).size(), 1);
    QVERIFY(problems(form, {{QStringLiteral("pulse.rate"), {}, 72.0, {}, {}}}, true, knowsAll).isEmpty());
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
