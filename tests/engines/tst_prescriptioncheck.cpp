#include "safetyfixture.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestPrescriptionCheck : public QObject
{
    Q_OBJECT
private slots:
    void dose_bothSidesOfEachLimit_data();
    void dose_bothSidesOfEachLimit();
    void dose_everyHerbAtItsLimits_fitsTheTable();
    void dose_ofPowder_isComparedOnlyByItsOwnRoute_data();
    void dose_ofPowder_isComparedOnlyByItsOwnRoute();
    void dose_sameHerbTwice_addsUp();
    void dose_perTaking_usesTimesADay();
    void dose_missing_isSaidAndToxicWarned();
    void pregnancy_everyRule_hasItsWeight();
    void pregnancy_unknown_isAskedOnlyWherePossible_data();
    void pregnancy_unknown_isAskedOnlyWherePossible();
    void external_andBanned_byMouth();
    void unknown_name_isNeverPassed();
    void unknown_chosenId_isNeverPassed();
    void allergy_exactClassRelativeAndName_data();
    void allergy_exactClassRelativeAndName();
    void allergy_unmatched_isStated();
    void coating_withCinnabar_isWarned();
    void scope_childGranuleMedicines_isStated();
    void findings_order_isSevereFirst();
    void check_empty_saysNothingWasChecked();
};

namespace {

CheckLine line(const QString &name, double grams = 0, const QString &preparation = {})
{
    return {name, {}, grams > 0 ? std::optional(Mass::grams(grams)) : std::nullopt, preparation};
}

CheckInput with(const QList<CheckLine> &lines, Route route = Route::Decoction, int packets = 1)
{
    CheckInput input;
    input.lines = lines;
    input.route = route;
    input.packetsPerDay = packets;
    return input;
}

QStringList rulesOf(const CheckResult &result)
{
    QStringList found;
    for (const Finding &finding : result.findings)
        found << finding.rule;
    return found;
}

QStringList rulesOf(const CheckInput &input)
{
    return rulesOf(check(tables(), input));
}

} // namespace

void TestPrescriptionCheck::dose_bothSidesOfEachLimit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("grams");
    QTest::addColumn<int>("packets");
    QTest::addColumn<QString>("rule");
    QTest::newRow("toxic at limit") << u"附子"_qs << 15.0 << 1 << QString();
    QTest::newRow("toxic above") << u"附子"_qs << 15.001 << 1 << u"toxic-above-limit"_qs;
    QTest::newRow("toxic two packets at limit") << u"附子"_qs << 7.5 << 2 << QString();
    QTest::newRow("toxic two packets above") << u"附子"_qs << 8.0 << 2 << u"toxic-above-limit"_qs;
    QTest::newRow("slightly toxic above") << u"苦杏仁"_qs << 10.5 << 1 << u"toxic-above-limit"_qs;
    QTest::newRow("plain at limit") << u"麻黄"_qs << 10.0 << 1 << QString();
    QTest::newRow("plain above") << u"麻黄"_qs << 10.001 << 1 << u"dose-above-limit"_qs;
    QTest::newRow("plain at twice") << u"麻黄"_qs << 20.0 << 1 << u"dose-above-limit"_qs;
    QTest::newRow("plain above twice") << u"麻黄"_qs << 20.001 << 1 << u"dose-above-double"_qs;
    QTest::newRow("plain two packets above twice") << u"麻黄"_qs << 10.001 << 2 << u"dose-above-double"_qs;
    QTest::newRow("at minimum") << u"麻黄"_qs << 2.0 << 1 << QString();
    QTest::newRow("below minimum") << u"麻黄"_qs << 1.999 << 1 << u"dose-below-minimum"_qs;
    QTest::newRow("two packets reach the minimum") << u"麻黄"_qs << 1.0 << 2 << QString();
    QTest::newRow("processed name") << u"蜜麻黄"_qs << 10.5 << 1 << u"dose-above-limit"_qs;
}

void TestPrescriptionCheck::dose_bothSidesOfEachLimit()
{
    QFETCH(const QString, name);
    QFETCH(const double, grams);
    QFETCH(const int, packets);
    QFETCH(const QString, rule);
    for (const Route route : {Route::Decoction, Route::Granule}) {
        const CheckResult result = check(tables(), with({line(name, grams)}, route, packets));
        QCOMPARE(rulesOf(result), rule.isEmpty() ? QStringList() : QStringList{rule});
        if (!rule.isEmpty()) {
            QVERIFY(result.findings.first().messageZh.contains(name));
            QVERIFY(result.findings.first().messageEn.contains(name));
            QVERIFY(result.findings.first().messageZh.contains((Mass::grams(grams) * packets).gramText()));
            QVERIFY(!result.findings.first().messageZh.contains(u'%'));
        }
    }
}

void TestPrescriptionCheck::dose_everyHerbAtItsLimits_fitsTheTable()
{
    int compared = 0;
    for (const Herb &herb : tables().herbs.herbs()) {
        if (herb.doseRoute != DoseRoute::Decoction || !herb.doseMax || herb.perDose)
            continue;
        ++compared;
        const auto rules = [&herb](Mass dose) {
            QStringList found = rulesOf(with({CheckLine{herb.nameZh, {}, dose, {}}}));
            found.removeAll(u"route-not-decocted"_qs);
            return found;
        };
        const bool toxic = herb.toxicity != Toxicity::None;
        const Mass least = Mass::milligrams(1);
        QVERIFY2(rules(*herb.doseMin).isEmpty(), qPrintable(herb.id));
        QVERIFY2(rules(*herb.doseMax).isEmpty(), qPrintable(herb.id));
        QCOMPARE(rules(*herb.doseMin - least), QStringList{u"dose-below-minimum"_qs});
        QCOMPARE(rules(*herb.doseMax + least), QStringList{toxic ? u"toxic-above-limit"_qs : u"dose-above-limit"_qs});
        QCOMPARE(rules(*herb.doseMax * 2 + least),
                 QStringList{toxic ? u"toxic-above-limit"_qs : u"dose-above-double"_qs});
    }
    QVERIFY(compared > 500);
}

void TestPrescriptionCheck::dose_ofPowder_isComparedOnlyByItsOwnRoute_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("grams");
    QTest::addColumn<int>("route");
    QTest::addColumn<QString>("preparation");
    QTest::addColumn<QStringList>("rules");
    const QStringList none;
    const QStringList notBoiled = {u"route-not-decocted"_qs};
    QTest::newRow("cinnabar boiled") << u"朱砂"_qs << 0.3 << int(Route::Decoction) << QString() << notBoiled;
    QTest::newRow("cinnabar granule") << u"朱砂"_qs << 0.3 << int(Route::Granule) << QString() << notBoiled;
    QTest::newRow("cinnabar boiled, far above")
        << u"朱砂"_qs << 3.0 << int(Route::Decoction) << QString()
        << QStringList{u"toxic-above-limit-other-route"_qs, u"route-not-decocted"_qs};
    QTest::newRow("cinnabar stirred in") << u"朱砂"_qs << 0.5 << int(Route::Decoction) << u"冲服"_qs << none;
    QTest::newRow("cinnabar stirred in, above")
        << u"朱砂"_qs << 0.6 << int(Route::Decoction) << u"冲服"_qs << QStringList{u"toxic-above-limit"_qs};
    QTest::newRow("cinnabar in pills") << u"朱砂"_qs << 0.5 << int(Route::Pill) << QString() << none;
    QTest::newRow("cinnabar in pills, above")
        << u"朱砂"_qs << 0.6 << int(Route::Pill) << QString() << QStringList{u"toxic-above-limit"_qs};
    QTest::newRow("decocted herb in pills") << u"麻黄"_qs << 60.0 << int(Route::Pill) << QString() << none;
    QTest::newRow("decocted toxic herb in powder")
        << u"附子"_qs << 16.0 << int(Route::Powder) << QString() << QStringList{u"toxic-above-limit-other-route"_qs};
    QTest::newRow("decocted herb outside") << u"麻黄"_qs << 60.0 << int(Route::External) << QString() << none;
    QTest::newRow("raw aconite by mouth")
        << u"生川乌"_qs << 3.0 << int(Route::Decoction) << QString() << QStringList{u"toxic-severe-without-limit"_qs};
    QTest::newRow("raw aconite outside") << u"生川乌"_qs << 3.0 << int(Route::External) << QString() << none;
}

void TestPrescriptionCheck::dose_ofPowder_isComparedOnlyByItsOwnRoute()
{
    QFETCH(const QString, name);
    QFETCH(const double, grams);
    QFETCH(const int, route);
    QFETCH(const QString, preparation);
    QFETCH(const QStringList, rules);
    QCOMPARE(rulesOf(with({line(name, grams, preparation)}, Route(route))), rules);
}

void TestPrescriptionCheck::dose_sameHerbTwice_addsUp()
{
    const CheckResult result =
        check(tables(), with({line(u"黑顺片"_qs, 10), line(u"桂枝"_qs, 6), line(u"附子"_qs, 6)}));
    QCOMPARE(rulesOf(result), (QStringList{u"toxic-above-limit"_qs, u"duplicate"_qs}));
    QCOMPARE(result.findings.first().lines, (QList<int>{0, 2}));
    QCOMPARE(result.findings.first().herbs, (QStringList{u"黑顺片"_qs, u"附子"_qs}));
    QVERIFY(result.findings.first().messageZh.contains(u"16 g"_qs));
}

void TestPrescriptionCheck::dose_perTaking_usesTimesADay()
{
    const Herb *herb = tables().herbs.find(u"ren-gong-niu-huang");
    QVERIFY(herb && herb->perDose);
    CheckInput input = with({CheckLine{herb->nameZh, {}, *herb->doseMax * 2, {}}}, Route::Powder);
    input.timesPerDay = 2;
    QVERIFY(!rulesOf(input).contains(u"dose-above-limit"_qs));
    input.timesPerDay = 1;
    QVERIFY(rulesOf(input).contains(u"dose-above-limit"_qs));
    input.timesPerDay.reset();
    QVERIFY(rulesOf(input).contains(u"dose-above-limit"_qs));
}

void TestPrescriptionCheck::dose_missing_isSaidAndToxicWarned()
{
    const CheckResult result = check(tables(), with({line(u"大枣"_qs), line(u"附子"_qs), line(u"茯苓14"_qs)}));
    QCOMPARE(rulesOf(result), QStringList{u"toxic-without-dose"_qs});
    QCOMPARE(result.scope.withoutDose, (QStringList{u"大枣"_qs, u"附子"_qs}));
    // an amount in the name counts as one
    QCOMPARE(rulesOf(with({line(u"附子30g"_qs)})), QStringList{u"toxic-above-limit"_qs});
}

void TestPrescriptionCheck::pregnancy_everyRule_hasItsWeight()
{
    int fired = 0;
    for (const Herb &herb : tables().herbs.herbs()) {
        CheckInput input = with({line(herb.nameZh)});
        input.patient.sex = Sex::Female;
        input.patient.age = 30;
        input.patient.pregnant = true;
        QList<Finding> found;
        for (const Finding &finding : check(tables(), input).findings) {
            if (finding.kind == u"pregnancy")
                found << finding;
        }
        QCOMPARE(found.size(), herb.pregnancy == PregnancyRule::None ? 0 : 1);
        input.patient.pregnant = false;
        for (const Finding &finding : check(tables(), input).findings)
            QVERIFY(finding.kind != u"pregnancy");
        if (found.isEmpty())
            continue;
        ++fired;
        const bool book = herb.pregnancyBasis == Basis::Textbook;
        const bool strict = herb.pregnancy != PregnancyRule::Caution;
        QCOMPARE(found.first().severity,
                 strict ? (book ? Severity::Warning : Severity::Severe) : (book ? Severity::Note : Severity::Warning));
        QCOMPARE(found.first().messageZh.contains(u"教材"_qs), book);
        QCOMPARE(found.first().messageEn.contains(u"textbook"_qs), book);
    }
    QCOMPARE(fired, 177);
}

void TestPrescriptionCheck::pregnancy_unknown_isAskedOnlyWherePossible_data()
{
    QTest::addColumn<int>("sex"); // 0 unknown, 1 female, 2 male
    QTest::addColumn<int>("age"); // -1 unknown
    QTest::addColumn<bool>("asked");
    QTest::newRow("girl of 11") << 1 << 11 << false;
    QTest::newRow("girl of 12") << 1 << 12 << true;
    QTest::newRow("woman of 55") << 1 << 55 << true;
    QTest::newRow("woman of 56") << 1 << 56 << false;
    QTest::newRow("woman of unknown age") << 1 << -1 << true;
    QTest::newRow("man") << 2 << 30 << false;
    QTest::newRow("nothing known") << 0 << -1 << true;
    QTest::newRow("sex unknown, 70") << 0 << 70 << false;
}

void TestPrescriptionCheck::pregnancy_unknown_isAskedOnlyWherePossible()
{
    QFETCH(const int, sex);
    QFETCH(const int, age);
    QFETCH(const bool, asked);
    CheckInput input = with({line(u"桃仁"_qs, 9), line(u"茯苓"_qs, 12)});
    if (sex > 0)
        input.patient.sex = sex == 1 ? Sex::Female : Sex::Male;
    if (age >= 0)
        input.patient.age = age;
    const CheckResult result = check(tables(), input);
    QCOMPARE(result.scope.pregnancyUnknown, asked);
    QCOMPARE(result.scope.pregnancyUnknownHerbs, asked ? QStringList{u"桃仁"_qs} : QStringList());
    input.patient.pregnant = false;
    QVERIFY(!check(tables(), input).scope.pregnancyUnknown);
}

void TestPrescriptionCheck::external_andBanned_byMouth()
{
    int outside = 0;
    int banned = 0;
    for (const Herb &herb : tables().herbs.herbs()) {
        const QStringList byMouth = rulesOf(with({line(herb.nameZh, 1)}, Route::Pill));
        const QStringList external = rulesOf(with({line(herb.nameZh, 1)}, Route::External));
        QCOMPARE(byMouth.contains(u"external-by-mouth"_qs), herb.externalOnly);
        QCOMPARE(byMouth.contains(u"banned-by-mouth"_qs), herb.banned);
        QVERIFY(!external.contains(u"external-by-mouth"_qs));
        QCOMPARE(external.contains(u"banned-external"_qs), herb.banned);
        outside += herb.externalOnly ? 1 : 0;
        banned += herb.banned ? 1 : 0;
    }
    QVERIFY(outside > 10);
    QCOMPARE(banned, 10);
}

void TestPrescriptionCheck::unknown_name_isNeverPassed()
{
    const CheckResult result =
        check(tables(), with({line(u"贝母"_qs, 9), line(u"制川乌"_qs, 3), line(u"仙草灵"_qs, 500)}));
    QVERIFY(result.findings.isEmpty());
    QCOMPARE(result.scope.unknown, (QStringList{u"贝母"_qs, u"仙草灵"_qs}));
    QCOMPARE(result.scope.checked, 1);
    QCOMPARE(result.resolved.size(), 3);
    QVERIFY(!result.resolved.first().herb);
}

void TestPrescriptionCheck::unknown_chosenId_isNeverPassed()
{
    CheckInput input = with({CheckLine{u"甘草"_qs, u"no-such"_qs, Mass::grams(6), {}},
                             CheckLine{u"自写名"_qs, u"gan-sui"_qs, Mass::grams(1), {}}, line(u"甘草"_qs, 6)});
    const CheckResult result = check(tables(), input);
    QCOMPARE(result.scope.unknown, QStringList{u"甘草"_qs});
    QVERIFY(rulesOf(result).contains(u"pair-contraindicated"_qs));
    QCOMPARE(result.findings.first().herbs, (QStringList{u"自写名"_qs, u"甘草"_qs}));
}

void TestPrescriptionCheck::allergy_exactClassRelativeAndName_data()
{
    QTest::addColumn<QString>("allergy");
    QTest::addColumn<QString>("herb");
    QTest::addColumn<QString>("rule");
    const QString exact = u"allergy-exact"_qs;
    const QString related = u"allergy-class"_qs;
    QTest::newRow("class by id") << u"shellfish"_qs << u"煅牡蛎"_qs << related;
    QTest::newRow("class by Chinese name") << u"海鲜"_qs << u"石决明"_qs << related;
    QTest::newRow("class by English name") << u"Composite family (daisy, ragweed, mugwort)"_qs << u"菊花"_qs << related;
    QTest::newRow("class by two English words") << u"hay fever"_qs << u"菊花"_qs << related;
    QTest::newRow("class by two words more") << u"poison ivy"_qs << u"五倍子"_qs << related;
    QTest::newRow("with the word allergy") << u"海鲜过敏"_qs << u"牡蛎"_qs << related;
    QTest::newRow("exact by id") << u"cicada"_qs << u"蝉蜕"_qs << exact;
    QTest::newRow("class beside exact") << u"cicada"_qs << u"僵蚕"_qs << related;
    QTest::newRow("free herb name") << u"当归"_qs << u"酒当归"_qs << exact;
    QTest::newRow("free alias") << u"北芪"_qs << u"黄芪"_qs << exact;
    QTest::newRow("prepared piece of it") << u"半夏"_qs << u"法半夏"_qs << related;
    QTest::newRow("raw piece of it") << u"炙甘草"_qs << u"甘草"_qs << related;
    QTest::newRow("herb id") << u"e-jiao"_qs << u"阿胶"_qs << exact;
    QTest::newRow("very words of an unknown line") << u"仙草灵"_qs << u"仙草灵"_qs << exact;
    QTest::newRow("something else") << u"shellfish"_qs << u"茯苓"_qs << QString();
}

void TestPrescriptionCheck::allergy_exactClassRelativeAndName()
{
    QFETCH(const QString, allergy);
    QFETCH(const QString, herb);
    QFETCH(const QString, rule);
    CheckInput input = with({line(herb, 9)});
    input.patient.allergies = {allergy};
    QStringList found;
    const CheckResult result = check(tables(), input);
    for (const Finding &finding : result.findings) {
        if (finding.kind == u"allergy") {
            found << finding.rule;
            QCOMPARE(finding.severity, rule == u"allergy-exact" ? Severity::Severe : Severity::Warning);
        }
    }
    QCOMPARE(found, rule.isEmpty() ? QStringList() : QStringList{rule});
    QVERIFY(result.scope.unmatchedAllergies.isEmpty());
}

void TestPrescriptionCheck::allergy_unmatched_isStated()
{
    CheckInput input = with({line(u"茯苓"_qs, 12)});
    input.patient.allergies = {u"penicillin"_qs, u"某种药"_qs, u"shellfish"_qs};
    QCOMPARE(check(tables(), input).scope.unmatchedAllergies, (QStringList{u"penicillin"_qs, u"某种药"_qs}));
}

void TestPrescriptionCheck::coating_withCinnabar_isWarned()
{
    CheckInput input = with({line(u"朱茯神"_qs, 12)});
    QCOMPARE(rulesOf(input), QStringList{u"cinnabar-coating"_qs});
    input.patient.pregnant = true;
    QCOMPARE(rulesOf(input), (QStringList{u"pregnancy-forbidden"_qs, u"cinnabar-coating"_qs}));
    QVERIFY(rulesOf(with({line(u"茯神"_qs, 12)})).isEmpty());
}

void TestPrescriptionCheck::scope_childGranuleMedicines_isStated()
{
    CheckInput input = with({line(u"茯苓"_qs, 12)}, Route::Granule);
    input.patient.age = 17;
    input.patient.lactating = true;
    input.medicines = {u"华法林"_qs};
    CheckScope scope = check(tables(), input).scope;
    QVERIFY(scope.adultLimits && scope.lactationNotChecked && scope.granuleAsDecoction && !scope.ageUnknown);
    QCOMPARE(scope.medicinesNotChecked, QStringList{u"华法林"_qs});
    input.patient.age = 18;
    input.route = Route::Pill;
    scope = check(tables(), input).scope;
    QVERIFY(!scope.adultLimits && !scope.granuleAsDecoction);
    QCOMPARE(scope.doseNotCompared, QStringList{u"茯苓"_qs});
    input.patient.age.reset();
    QVERIFY(check(tables(), input).scope.ageUnknown);
}

void TestPrescriptionCheck::findings_order_isSevereFirst()
{
    CheckInput input = with({line(u"麻黄"_qs, 12), line(u"桃仁"_qs, 9), line(u"甘草"_qs, 6), line(u"醋甘遂"_qs, 1)});
    input.patient.pregnant = true;
    const CheckResult result = check(tables(), input);
    for (qsizetype i = 1; i < result.findings.size(); ++i) {
        const Finding &before = result.findings.at(i - 1);
        const Finding &after = result.findings.at(i);
        QVERIFY(before.severity <= after.severity);
        QVERIFY(before.severity != after.severity || before.lines <= after.lines);
    }
    QCOMPARE(result.findings.first().rule, u"pair-contraindicated"_qs);
    QCOMPARE(result.findings.last().rule, u"dose-above-limit"_qs);
}

void TestPrescriptionCheck::check_empty_saysNothingWasChecked()
{
    const CheckResult result = check(tables(), CheckInput());
    QVERIFY(result.findings.isEmpty());
    QCOMPARE(result.scope.checked, 0);
}

QTEST_GUILESS_MAIN(TestPrescriptionCheck)
#include "tst_prescriptioncheck.moc"
