#include "engines/points/pointcheck.h"
#include "engines/points/pointreading.h"

#include <QFile>
#include <QTest>

using namespace xinglin;
using namespace xinglin::points;

namespace {

QByteArray bytesOf(const char *name)
{
    QFile file(QStringLiteral(XINGLIN_SOURCE_DIR "/resources/catalog/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PointFiles shipped()
{
    return {bytesOf("acupoints.json"), bytesOf("meridians.json"), bytesOf("point_rules.json")};
}

const PointCatalog &catalog()
{
    static const PointCatalog loaded = [] {
        auto read = PointCatalog::fromJson(shipped());
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *std::move(read);
    }();
    return loaded;
}

PointLine lineOf(const char *id, Entering entering = Entering::Needled, Side side = Side::Both)
{
    const AcuPoint *point = catalog().find(QLatin1String(id));
    return {QLatin1String(id), point ? point->zh : QLatin1String(id), side, entering, {}};
}

PointPatient woman(std::optional<bool> pregnant, std::optional<int> age = 30)
{
    return {true, age, pregnant};
}

QStringList rulesOf(const PointResult &result)
{
    QStringList rules;
    for (const PointFinding &finding : result.findings)
        rules << finding.rule;
    return rules;
}

} // namespace

class TestPoints : public QObject
{
    Q_OBJECT

private slots:
    void load_everything_hasItsSize();
    void load_damagedFile_isRefused_data();
    void load_damagedFile_isRefused();
    void reading_ofEachPoint_hasASyllableForEachCharacter();
    void sides_ofMidlineAndExtraPoints_areKnown();
    void browse_byMeridianClassAndRegion();
    void complete_firstIsTheOneMeant_data();
    void complete_firstIsTheOneMeant();
    void complete_preferredPoint_comesFirst();
    void complete_ofNothing_isEmpty();
    void named_findsCodesNamesAndAdditions();

    void check_pregnantWoman_isWarnedWithTheBasis();
    void check_unknownPregnancy_isAskedAndNamed();
    void check_manOrOldWoman_isNotAsked();
    void check_moxaOnAbdomenInPregnancy_isWarnedToo();
    void check_pointOverTheLung_onlyWhereANeedleGoesDeep();
    void check_severalPointsOfOneRule_areOneFinding();
    void check_fontanelle_byAge();
    void check_depths_areComparedWithTheRange();
    void check_duplicates_bySide();
    void check_unknownNameAndAshi_standInTheScope();
    void check_everyPoint_saysItsCautions();
};

void TestPoints::load_everything_hasItsSize()
{
    QCOMPARE(catalog().points().size(), 361 + 55 + 1);
    QCOMPARE(catalog().meridians().size(), 15);
    QCOMPARE(catalog().specialTypes().size(), 13);
    QCOMPARE(catalog().regions().size(), 5);
    QCOMPARE(catalog().find(u"st36"_qs)->zh, u"足三里"_qs);
    QCOMPARE(catalog().find(u"st36"_qs)->initials, u"zsl"_qs);
    QCOMPARE(catalog().find(u"bl13"_qs)->initials, u"fs"_qs); // 俞 is shu
    QCOMPARE(catalog().meridian(u"st"_qs)->initials, u"wj"_qs);
    QVERIFY(!catalog().find(u"st99"_qs));
}

void TestPoints::load_damagedFile_isRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("file");
    QTest::newRow("no points") << bytesOf("acupoints.json") << QByteArray() << 0;
    QTest::newRow("unknown caution") << QByteArray("[\"lung\"]") << QByteArray("[\"liver\"]") << 0;
    QTest::newRow("pregnancy without a basis")
        << QByteArray("\"pregnancy_basis\": \"explicit\"") << QByteArray("\"pregnancy_basis\": null") << 0;
    QTest::newRow("unknown meridian") << QByteArray("\"meridian\": \"lu\"") << QByteArray("\"meridian\": \"xx\"") << 0;
    QTest::newRow("unknown special class") << QByteArray("[\"xi_cleft\"]") << QByteArray("[\"xi_cloft\"]") << 0;
    QTest::newRow("half a depth") << QByteArray("\"depth_min_cun\": 0.5,") << QByteArray("\"depth_min_cun\": null,")
                                  << 0;
    QTest::newRow("no meridians") << bytesOf("meridians.json") << QByteArray("{}") << 1;
    QTest::newRow("a rule is gone") << QByteArray("caution-lung") << QByteArray("caution-lungs") << 2;
    QTest::newRow("unknown severity") << QByteArray("\"note\"") << QByteArray("\"loud\"") << 2;
}

void TestPoints::load_damagedFile_isRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, file);
    PointFiles files = shipped();
    QByteArray &one = file == 0 ? files.points : file == 1 ? files.meridians : files.rules;
    QVERIFY(one.contains(from));
    one.replace(one.indexOf(from), from.size(), to);
    const auto read = PointCatalog::fromJson(files);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::Damaged);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestPoints::reading_ofEachPoint_hasASyllableForEachCharacter()
{
    for (const AcuPoint &point : catalog().points()) {
        QVERIFY2(point.syllables.size() == point.zh.size(), qPrintable(point.zh));
        if (point.located)
            QCOMPARE(point.syllables.join(QString()).replace(u'v', u'u'),
                     point.en.toLower().remove(u'\'').remove(QChar(0x2019)));
    }
    QCOMPARE(syllablesOf(u"Fù’āi"_qs), (QStringList{u"fu"_qs, u"ai"_qs}));
    QCOMPARE(syllablesOf(u"Lǚxī"_qs), (QStringList{u"lv"_qs, u"xi"_qs}));
    QCOMPARE(syllablesOf(u"Yángguān"_qs), (QStringList{u"yang"_qs, u"guan"_qs}));
    QVERIFY(syllablesOf(u"xyz"_qs).isEmpty());
}

void TestPoints::sides_ofMidlineAndExtraPoints_areKnown()
{
    QCOMPARE(catalog().find(u"gv20"_qs)->onlySide, std::optional(Side::Midline));
    QCOMPARE(catalog().find(u"cv4"_qs)->onlySide, std::optional(Side::Midline));
    QCOMPARE(catalog().find(u"ex_hn3"_qs)->onlySide, std::optional(Side::Midline));
    QCOMPARE(catalog().find(u"ex_hn1"_qs)->needles, 4);
    QCOMPARE(catalog().find(u"ex_ue9"_qs)->needles, 4);
    QCOMPARE(catalog().find(u"ex_hn12"_qs)->onlySide, std::optional(Side::Left));
    QVERIFY(!catalog().find(u"st36"_qs)->onlySide);
    int single = 0;
    for (const AcuPoint &point : catalog().points())
        single += point.onlySide == Side::Midline;
    QCOMPARE(single, 28 + 24 + 7 + 1);
}

void TestPoints::browse_byMeridianClassAndRegion()
{
    QStringList codes;
    for (const AcuPoint *point : catalog().ofMeridian(u"lu"_qs))
        codes << point->code;
    QCOMPARE(codes.size(), 11);
    QCOMPARE(codes.first(), u"LU1"_qs);
    QCOMPARE(codes.last(), u"LU11"_qs);
    QCOMPARE(catalog().ofSpecial(u"source"_qs).size(), 12);
    QCOMPARE(catalog().ofSpecial(u"back_shu"_qs).size(), 12);
    QCOMPARE(catalog().ofRegion(u"EX-B"_qs).size(), 9);
    QCOMPARE(catalog().ofRegion(u"EX-HN"_qs).size(), 15);
    QVERIFY(catalog().ofRegion({}).isEmpty());
}

void TestPoints::complete_firstIsTheOneMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *typed, const char *first) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(first);
    };
    row("st36", "足三里");
    row("ST 36", "足三里");
    row("ub23", "肾俞");
    row("du20", "百会");
    row("gv29", "印堂");
    row("exhn5", "太阳");
    row("zsl", "足三里");
    row("syj", "三阴交");
    row("hg", "合谷");
    row("tc", "太冲");
    row("sm", "神门");
    row("ng", "内关");
    row("bh", "百会");
    row("xh", "血海");
    row("yt", "印堂");
    row("qh", "气海");
    row("zusanli", "足三里");
    row("zu san li", "足三里");
    row("zusl", "足三里");
    row("yinlq", "阴陵泉");
    row("足三里", "足三里");
    row("人中", "水沟");
    row("三阴", "三阴交");
    row("lu", "中府");
    row("肺经", "中府");
    row("feijing", "中府");
    row("原穴", "太渊");
    row("asx", "阿是穴");
}

void TestPoints::complete_firstIsTheOneMeant()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    const auto found = catalog().complete(typed, 10);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first()->zh, first);
    QVERIFY(found.size() <= 10);
}

void TestPoints::complete_preferredPoint_comesFirst()
{
    QCOMPARE(catalog().complete(u"gs"_qs, 8).first()->zh, u"公孙"_qs);
    QCOMPARE(catalog().complete(u"gs"_qs, 8, {u"bl18"_qs}).first()->zh, u"肝俞"_qs);
    QCOMPARE(catalog().complete(u"sp4"_qs, 8, {u"bl18"_qs}).first()->zh, u"公孙"_qs);
    bool chest = false;
    for (const AcuPoint *point : catalog().complete(u"锁骨"_qs, 50))
        chest = chest || point->zh == u"云门";
    QVERIFY(chest); // by a word of its location
}

void TestPoints::complete_ofNothing_isEmpty()
{
    QVERIFY(catalog().complete(u"  "_qs, 8).isEmpty());
    QVERIFY(catalog().complete(u"zsl"_qs, 0).isEmpty());
    QVERIFY(catalog().complete(u"qqqq"_qs, 8).isEmpty());
    QVERIFY(!catalog().isExact({}));
    QVERIFY(catalog().isExact(u"zsl"_qs));
    QVERIFY(catalog().isExact(u"st36"_qs));
    QVERIFY(!catalog().isExact(u"zslw"_qs));
    for (const char *one : {"zsl", "st36", "足三里", "人中", "hegu"})
        QVERIFY2(catalog().isUnique(QString::fromUtf8(one)), one);
    for (const char *several : {"sm", "gs", "z", "", "qqq"})
        QVERIFY2(!catalog().isUnique(QString::fromUtf8(several)), several);
}

void TestPoints::named_findsCodesNamesAndAdditions()
{
    QCOMPARE(catalog().named(u"足三里"_qs)->code, u"ST36"_qs);
    QCOMPARE(catalog().named(u" 人中 "_qs)->code, u"GV26"_qs);
    QCOMPARE(catalog().named(u"EX-B2"_qs)->zh, u"夹脊"_qs);
    QCOMPARE(catalog().named(u"夹脊L4-5"_qs)->code, u"EX-B2"_qs);
    QVERIFY(!catalog().named(u"足三里旁"_qs));
    QVERIFY(!catalog().named(u"痛点"_qs));
    QVERIFY(!catalog().named({}));
}

void TestPoints::check_pregnantWoman_isWarnedWithTheBasis()
{
    const PointResult result =
        check(catalog(), {lineOf("li4"), lineOf("st36"), lineOf("bl32"), lineOf("st25")}, woman(true));
    QCOMPARE(rulesOf(result), (QStringList{u"pregnancy-explicit"_qs, u"pregnancy-traditional"_qs,
                                           u"pregnancy-region"_qs, u"caution-viscera"_qs})
                                  .mid(0, rulesOf(result).size()));
    const PointFinding &first = result.findings.first();
    QCOMPARE(first.severity, Severity::Warning);
    QCOMPARE(first.names, QStringList{u"合谷"_qs});
    QVERIFY(first.sourceZh.contains(u"教材"_qs));
    QVERIFY(first.sourceEn.contains(u"Textbook"_qs));
    QCOMPARE(result.scope.checked, 4);
    QVERIFY(result.scope.pregnantAbdomen);
    QVERIFY(!result.scope.pregnancyUnknown);
    QVERIFY(result.scope.pregnancyUnknownPoints.isEmpty());
    for (const PointFinding &finding : check(catalog(), {lineOf("li4")}, woman(false)).findings)
        QVERIFY(finding.kind != u"pregnancy");
}

void TestPoints::check_unknownPregnancy_isAskedAndNamed()
{
    const PointScope scope = check(catalog(), {lineOf("li4"), lineOf("st36")}, woman({})).scope;
    QVERIFY(scope.pregnancyUnknown);
    QCOMPARE(scope.pregnancyUnknownPoints, QStringList{u"合谷"_qs});
    QVERIFY(check(catalog(), {lineOf("st36")}, woman({})).scope.pregnancyUnknown);
    QVERIFY(check(catalog(), {lineOf("li4")}, woman({}, {})).scope.pregnancyUnknown); // age unknown as well
    QVERIFY(!check(catalog(), {}, woman({})).scope.pregnancyUnknown);
}

void TestPoints::check_manOrOldWoman_isNotAsked()
{
    QVERIFY(!check(catalog(), {lineOf("li4")}, PointPatient{false, 30, {}}).scope.pregnancyUnknown);
    QVERIFY(!check(catalog(), {lineOf("li4")}, woman({}, 56)).scope.pregnancyUnknown);
    QVERIFY(!check(catalog(), {lineOf("li4")}, woman({}, 11)).scope.pregnancyUnknown);
    QVERIFY(check(catalog(), {lineOf("li4")}, woman({}, 12)).scope.pregnancyUnknown);
    // Said to be pregnant counts at any age.
    QCOMPARE(check(catalog(), {lineOf("li4")}, woman(true, 57)).findings.size(), 1);
}

void TestPoints::check_moxaOnAbdomenInPregnancy_isWarnedToo()
{
    const PointResult result = check(catalog(), {lineOf("cv8", Entering::Not)}, woman(true));
    QCOMPARE(rulesOf(result), QStringList{u"pregnancy-region"_qs});
    QVERIFY(rulesOf(check(catalog(), {lineOf("cv8")}, woman(true))).contains(u"caution-no_needling"_qs));
}

void TestPoints::check_pointOverTheLung_onlyWhereANeedleGoesDeep()
{
    const PointPatient man{false, 40, {}};
    const PointResult needled = check(catalog(), {lineOf("bl13")}, man);
    QCOMPARE(rulesOf(needled), QStringList{u"caution-lung"_qs});
    QCOMPARE(needled.findings.first().severity, Severity::Note);
    QVERIFY(needled.findings.first().sourceZh.contains(u"经络腧穴学"_qs));
    QVERIFY(check(catalog(), {lineOf("bl13", Entering::Not)}, man).findings.isEmpty());
    QVERIFY(check(catalog(), {lineOf("bl13", Entering::Pricked)}, man).findings.isEmpty());
    QCOMPARE(rulesOf(check(catalog(), {lineOf("lu9", Entering::Pricked)}, man)), QStringList{u"caution-artery"_qs});
}

void TestPoints::check_severalPointsOfOneRule_areOneFinding()
{
    const PointResult result = check(catalog(), {lineOf("bl13"), lineOf("bl15"), lineOf("gb20")}, {false, 40, {}});
    QCOMPARE(rulesOf(result), (QStringList{u"caution-medulla"_qs, u"caution-lung"_qs})); // the louder first
    QCOMPARE(result.findings.last().names, (QStringList{u"肺俞"_qs, u"心俞"_qs}));
    QCOMPARE(result.findings.last().lines, (QList<int>{0, 1}));
}

void TestPoints::check_fontanelle_byAge()
{
    const auto severityAt = [](std::optional<int> age) -> std::optional<Severity> {
        const auto findings = check(catalog(), {lineOf("gv22")}, PointPatient{false, age, {}}).findings;
        return findings.isEmpty() ? std::nullopt : std::optional(findings.first().severity);
    };
    QCOMPARE(severityAt(0), std::optional(Severity::Severe));
    QCOMPARE(severityAt(1), std::optional(Severity::Severe));
    QCOMPARE(severityAt(2), std::nullopt);
    QCOMPARE(severityAt({}), std::optional(Severity::Note));
}

void TestPoints::check_depths_areComparedWithTheRange()
{
    PointLine line = lineOf("st36");
    const AcuPoint *point = catalog().find(line.point);
    line.depthCun = point->depthMaxCun;
    QVERIFY(check(catalog(), {line}, {false, 40, {}}).findings.isEmpty());
    line.depthCun = *point->depthMaxCun + 0.5;
    const PointResult deep = check(catalog(), {line}, {false, 40, {}});
    QCOMPARE(rulesOf(deep), QStringList{u"depth-above-range"_qs});
    QVERIFY(deep.findings.first().messageZh.contains(u"足三里"_qs));
    QVERIFY(!deep.scope.adultDepths);
    QVERIFY(check(catalog(), {line}, {false, 17, {}}).scope.adultDepths);
    QVERIFY(check(catalog(), {line}, {false, {}, {}}).scope.adultDepths);
    PointLine without = lineOf("ki9");
    without.depthCun = 1.0;
    QCOMPARE(rulesOf(check(catalog(), {without}, {false, 40, {}})), QStringList{u"depth-without-range"_qs});
}

void TestPoints::check_duplicates_bySide()
{
    const PointPatient man{false, 40, {}};
    const auto duplicates = [&](Side one, Side other) {
        return check(catalog(), {lineOf("st36", Entering::Needled, one), lineOf("st36", Entering::Needled, other)}, man)
            .findings.size();
    };
    QCOMPARE(duplicates(Side::Left, Side::Right), 0);
    QCOMPARE(duplicates(Side::Left, Side::Left), 1);
    QCOMPARE(duplicates(Side::Both, Side::Left), 1);
    const PointResult crossed = check(catalog(), {lineOf("st36"), lineOf("sp9"), lineOf("st36"), lineOf("sp9")}, man);
    QCOMPARE(crossed.findings.first().lines, (QList<int>{0, 1, 2, 3}));
    QCOMPARE(crossed.findings.first().names, (QStringList{u"足三里"_qs, u"阴陵泉"_qs, u"足三里"_qs, u"阴陵泉"_qs}));
}

void TestPoints::check_unknownNameAndAshi_standInTheScope()
{
    PointLine free{QString(), u"痛点"_qs, Side::Midline, Entering::Needled, {}};
    const PointResult result = check(catalog(), {free, lineOf("ashi"), lineOf("st36")}, {false, 40, {}});
    QCOMPARE(result.scope.checked, 1);
    QCOMPARE(result.scope.unknown, (QStringList{u"痛点"_qs, u"阿是穴"_qs}));
    QVERIFY(result.findings.isEmpty());
}

void TestPoints::check_everyPoint_saysItsCautions()
{
    for (const AcuPoint &point : catalog().points()) {
        if (!point.located)
            continue;
        const PointResult result = check(catalog(), {lineOf(point.id.toLatin1().constData())}, woman(true, 1));
        const QStringList rules = rulesOf(result);
        if (point.pregnancyCaution)
            QVERIFY2(rules.contains(u"pregnancy-"_qs + point.pregnancyBasis), qPrintable(point.zh));
        for (const QString &caution : point.cautions) {
            const bool said = std::any_of(rules.cbegin(), rules.cend(), [&](const QString &rule) {
                return rule.startsWith(u"caution-"_qs + caution);
            });
            QVERIFY2(said, qPrintable(point.zh + u' ' + caution));
        }
        QCOMPARE(result.findings.size(), int(point.pregnancyCaution) + point.cautions.size());
    }
}

QTEST_GUILESS_MAIN(TestPoints)
#include "tst_points.moc"
