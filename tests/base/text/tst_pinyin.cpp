#include "base/text/hanlatin.h"
#include "base/text/pinyin.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace xinglin;

namespace {

QStringList pinyins(const QString &name)
{
    QStringList all;
    for (const NameReading &reading : nameReadings(name))
        all.append(reading.pinyin);
    return all;
}

} // namespace

class TestPinyin : public QObject
{
    Q_OBJECT

private slots:
    void read_commonName_hasSyllablesInitialsAndGivenName()
    {
        const auto readings = nameReadings(QStringLiteral("陈淑芬"));
        QCOMPARE(readings.size(), 1);
        QCOMPARE(readings.first().pinyin, QStringLiteral("chen shu fen"));
        QCOMPARE(readings.first().initials, QStringLiteral("csf"));
        QCOMPARE(readings.first().givenPinyin, QStringLiteral("shufen"));
    }

    void simplified_traditionalText_isItsSimplifiedForm()
    {
        QCOMPARE(simplified(u"陳淑蘭"), QStringLiteral("陈淑兰"));
        QCOMPARE(simplified(u"陈淑兰"), QStringLiteral("陈淑兰"));
        QCOMPARE(simplified(u"歐陽Anna 12號 𬶍"), QStringLiteral("欧阳Anna 12号 𬶍"));
        QCOMPARE(simplified(u""), QString());
    }

    void spaced_hanBesideDigitsOrLetters_isSetApart()
    {
        QCOMPARE(spaced(u"每日用量18 g，限6–12 g（每日2剂）"), QStringLiteral("每日用量 18 g，限 6–12 g（每日 2 剂）"));
        QCOMPARE(spaced(u"𬶍A药 12"), QStringLiteral("𬶍 A 药 12"));
        QCOMPARE(spaced(u""), QString());
    }

    void read_surnameWithSeveralReadings_givesEach_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(name) << expected;
        };
        row("单梅", {QStringLiteral("shan mei"), QStringLiteral("chan mei"), QStringLiteral("dan mei")});
        row("仇英", {QStringLiteral("qiu ying"), QStringLiteral("chou ying")});
        row("解明", {QStringLiteral("xie ming"), QStringLiteral("jie ming")});
        row("曾伟", {QStringLiteral("zeng wei"), QStringLiteral("ceng wei")});
        row("查勇", {QStringLiteral("zha yong"), QStringLiteral("cha yong")});
        row("任静", {QStringLiteral("ren jing")});
        row("华强", {QStringLiteral("hua qiang")});
        row("朴英", {QStringLiteral("piao ying"), QStringLiteral("pu ying")});
        row("覃丽", {QStringLiteral("qin li"), QStringLiteral("tan li")});
        row("隗明", {QStringLiteral("wei ming"), QStringLiteral("kui ming")});
        row("乐山", {QStringLiteral("yue shan"), QStringLiteral("le shan")});
        row("盖伟", {QStringLiteral("ge wei"), QStringLiteral("gai wei")});
        row("郇红", {QStringLiteral("xun hong"), QStringLiteral("huan hong")});
        row("薄荷", {QStringLiteral("bo he"), QStringLiteral("bao he")});
        row("缪斯", {QStringLiteral("miao si"), QStringLiteral("mou si")});
        row("冼星", {QStringLiteral("xian xing")});
        row("都明", {QStringLiteral("du ming"), QStringLiteral("dou ming")});
        row("佴明", {QStringLiteral("nai ming"), QStringLiteral("er ming")});
        row("区红", {QStringLiteral("ou hong"), QStringLiteral("qu hong")});
        row("阚清子", {QStringLiteral("kan qing zi"), QStringLiteral("han qing zi")});
        row("李茜", {QStringLiteral("li qian"), QStringLiteral("li xi")});
        row("沈芳", {QStringLiteral("shen fang")});
    }
    void read_surnameWithSeveralReadings_givesEach()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, expected);
        QCOMPARE(pinyins(name), expected);
    }

    void read_compoundSurname_isOneSurname_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("pinyin");
        QTest::addColumn<QString>("given");
        QTest::newRow("ouyang") << QStringLiteral("欧阳小明") << QStringLiteral("ou yang xiao ming")
                                << QStringLiteral("xiaoming");
        QTest::newRow("yuchi") << QStringLiteral("尉迟恭") << QStringLiteral("yu chi gong") << QStringLiteral("gong");
        QTest::newRow("moqi") << QStringLiteral("万俟卨") << QStringLiteral("mo qi xie") << QStringLiteral("xie");
        QTest::newRow("zhangsun") << QStringLiteral("长孙无忌") << QStringLiteral("zhang sun wu ji")
                                  << QStringLiteral("wuji");
        QTest::newRow("chanyu") << QStringLiteral("单于红") << QStringLiteral("chan yu hong") << QStringLiteral("hong");
        QTest::newRow("tantai") << QStringLiteral("澹台明") << QStringLiteral("tan tai ming") << QStringLiteral("ming");
    }
    void read_compoundSurname_isOneSurname()
    {
        QFETCH(QString, name);
        QFETCH(QString, pinyin);
        QFETCH(QString, given);
        const auto readings = nameReadings(name);
        QVERIFY(!readings.isEmpty());
        QCOMPARE(readings.first().pinyin, pinyin);
        QCOMPARE(readings.first().givenPinyin, given);
    }

    void read_twoCharactersOfACompound_areSurnameAndGivenName()
    {
        QCOMPARE(nameReadings(QStringLiteral("单于")).first().pinyin, QStringLiteral("shan yu"));
    }

    void read_umlaut_isFoundAsVAndAsU()
    {
        QCOMPARE(pinyins(QStringLiteral("吕洞宾")),
                 (QStringList{QStringLiteral("lv dong bin"), QStringLiteral("lu dong bin")}));
        QVERIFY(pinyins(QStringLiteral("王绿")).contains(QStringLiteral("wang lu")));
    }

    void read_namesOfOtherScripts_goWordByWord()
    {
        const auto john = nameReadings(QStringLiteral("John  O'Neill"));
        QCOMPARE(john.size(), 1);
        QCOMPARE(john.first().pinyin, QStringLiteral("john oneill"));
        QCOMPARE(john.first().initials, QStringLiteral("jo"));
        QCOMPARE(nameReadings(QStringLiteral("Müller")).first().pinyin, QStringLiteral("muller"));
        const auto uyghur = nameReadings(QStringLiteral("买买提·艾力"));
        QCOMPARE(uyghur.first().pinyin, QStringLiteral("mai mai ti ai li"));
        QCOMPARE(uyghur.first().initials, QStringLiteral("mmtal"));
        QCOMPARE(uyghur.first().givenPinyin, QStringLiteral("aili"));
        QVERIFY(!nameReadings(QStringLiteral("Иван Петров")).isEmpty());
        QCOMPARE(nameReadings(QStringLiteral("王Lisa")).first().pinyin, QStringLiteral("wang lisa"));
    }

    void read_rareCharacter_isLeftOut()
    {
        QCOMPARE(nameReadings(QStringLiteral("王𠮷")).first().pinyin, QStringLiteral("wang"));
        QVERIFY(nameReadings(QStringLiteral("𠮷")).isEmpty());
    }

    void read_nothingReadable_givesNothing()
    {
        QVERIFY(nameReadings({}).isEmpty());
        QVERIFY(nameReadings(QStringLiteral(" · - ")).isEmpty());
    }

    void read_manyAmbiguousCharacters_staysBounded()
    {
        const auto readings = nameReadings(QStringLiteral("单").repeated(500));
        QVERIFY(readings.size() <= 8);
        QVERIFY(readings.first().pinyin.size() < 600);
    }

    void read_spacesInside_doNotMatter()
    {
        QCOMPARE(nameReadings(QStringLiteral(" 陈　淑 芬 ")), nameReadings(QStringLiteral("陈淑芬")));
    }

    void read_fromSeveralThreads_agrees()
    {
        const auto expected = nameReadings(QStringLiteral("司马相如"));
        QList<NameReading> other;
        std::thread([&] { other = nameReadings(QStringLiteral("司马相如")); }).join();
        QCOMPARE(other, expected);
    }

    void term_medicalWord_hasItsOwnReading_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("pinyin");
        const auto row = [](const char *term, const char *pinyin) {
            QTest::newRow(term) << QString::fromUtf8(term) << QString::fromLatin1(pinyin);
        };
        row("白术", "bai zhu");
        row("阿胶", "e jiao");
        row("川芎", "chuan xiong");
        row("厚朴", "hou po");
        row("制没药", "zhi mo yao");
        row("薄荷", "bo he");
        row("肺俞", "fei shu");
        row("率谷", "shuai gu");
        row("半夏泻心汤", "ban xia xie xin tang");
        row("月经不调", "yue jing bu tiao");
        row("COVID-19 后遗", "covid 19 hou yi");
        row("䗪虫", "zhe chong");
        row("女贞子", "nv zhen zi");
    }
    void term_medicalWord_hasItsOwnReading()
    {
        QFETCH(QString, term);
        QFETCH(QString, pinyin);
        QCOMPARE(termPinyin(term), pinyin);
    }

    void termInitials_areTheSyllablesLetters()
    {
        QCOMPARE(termInitials(QStringLiteral("六味地黄丸")), QStringLiteral("lwdhw"));
        QCOMPARE(termInitials({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
