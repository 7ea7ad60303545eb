#include "safetyfixture.h"

#include "engines/safety/formulacatalog.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestHerbCatalog : public QObject
{
    Q_OBJECT
private slots:
    void fromJson_shippedFiles_loadWhole();
    void fromJson_damagedFile_namesThePlace_data();
    void fromJson_damagedFile_namesThePlace();
    void fromJson_nameOfTwoHerbs_isRefused();
    void complete_typed_firstIsTheCommonHerb_data();
    void complete_typed_firstIsTheCommonHerb();
    void complete_processedPiece_writesThePiece();
    void complete_blankOrWild_isEmpty();
    void formula_byIdAndTyping_isFound();
    void formula_everyIngredient_isInTheCatalogue();
};

void TestHerbCatalog::fromJson_shippedFiles_loadWhole()
{
    QCOMPARE(tables().herbs.herbs().size(), 766);
    QVERIFY(tables().herbs.names().size() > 3000);
    const Herb *herb = tables().herbs.find(u"fu-zi");
    QVERIFY(herb);
    QCOMPARE(herb->toxicity, Toxicity::Toxic);
    QCOMPARE(herb->doseMax->milligrams(), 15000);
    QCOMPARE(herb->pregnancy, PregnancyRule::Caution);
    QCOMPARE(herb->decoction, u"先煎"_qs);
    QCOMPARE(herb->nature, u"大热"_qs);
    QCOMPARE(herb->flavours, (QStringList{u"辛"_qs, u"甘"_qs}));
    QCOMPARE(herb->meridians, (QStringList{u"心"_qs, u"肾"_qs, u"脾"_qs}));
    QVERIFY(!tables().herbs.find(u"no-such-herb"));
    QVERIFY(tables().herbs.relatives(u"gan-cao"_qs).contains(u"zhi-gan-cao"_qs));
}

void TestHerbCatalog::fromJson_damagedFile_namesThePlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    QTest::newRow("not JSON") << QByteArray("[\n{") << QByteArray("[\n{{") << QString();
    QTest::newRow("dose as text") << QByteArray("\"dose_min_g\": 2,") << QByteArray("\"dose_min_g\": \"2\",")
                                  << u"herbs[0].dose_min_g"_qs;
    QTest::newRow("range upside down") << QByteArray("\"dose_min_g\": 2,") << QByteArray("\"dose_min_g\": 20,")
                                       << u"herbs[0].dose_max_g"_qs;
    QTest::newRow("toxicity unknown") << QByteArray("\"toxicity\": null") << QByteArray("\"toxicity\": \"剧毒\"")
                                      << u"herbs[0].toxicity"_qs;
    QTest::newRow("flavour unknown") << QByteArray("\"flavours\": [\"辛\"") << QByteArray("\"flavours\": [\"麻\"")
                                     << u"herbs[0].flavours"_qs;
    QTest::newRow("flag missing") << QByteArray("\"banned\": false, ") << QByteArray() << u"herbs[0].banned"_qs;
    QTest::newRow("id twice") << QByteArray("\"id\": \"gui-zhi\"") << QByteArray("\"id\": \"ma-huang\"")
                              << u"herbs[1].id"_qs;
}

void TestHerbCatalog::fromJson_damagedFile_namesThePlace()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, place);
    SafetyFiles files = catalogFiles();
    const qsizetype at = files.herbs.indexOf(from);
    QVERIFY(at >= 0);
    files.herbs.replace(at, from.size(), to);
    const auto loaded = HerbCatalog::fromJson(files.herbs, files.herbNames, files.formulas);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().field, place);
    QVERIFY(loaded.error().message.contains(u"herbs.json"));
}

void TestHerbCatalog::fromJson_nameOfTwoHerbs_isRefused()
{
    SafetyFiles files = catalogFiles();
    files.herbNames.replace("\"names\": [",
                            "\"names\": [{\"name\": \"麻黄\", \"herb\": \"gui-zhi\", \"source\": \"form\"},");
    const auto loaded = HerbCatalog::fromJson(files.herbs, files.herbNames, files.formulas);
    QVERIFY(!loaded);
    QVERIFY(loaded.error().message.contains(u"麻黄"));
}

void TestHerbCatalog::complete_typed_firstIsTheCommonHerb_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("write");
    for (const auto &[typed, write] : QList<std::pair<QString, QString>>{{u"hq"_qs, u"黄芪"_qs},
                                                                         {u"huangqi"_qs, u"黄芪"_qs},
                                                                         {u"huang qi"_qs, u"黄芪"_qs},
                                                                         {u"dg"_qs, u"当归"_qs},
                                                                         {u"DG"_qs, u"当归"_qs},
                                                                         {u"gc"_qs, u"甘草"_qs},
                                                                         {u"黄芪"_qs, u"黄芪"_qs},
                                                                         {u"归"_qs, u"当归"_qs},
                                                                         {u"zgc"_qs, u"炙甘草"_qs},
                                                                         {u"cbz"_qs, u"炒白术"_qs},
                                                                         {u"chaobaizhu"_qs, u"炒白术"_qs},
                                                                         {u"yuanhu"_qs, u"延胡索"_qs},
                                                                         {u"黃耆"_qs, u"黄芪"_qs}})
        QTest::newRow(typed.toUtf8().constData()) << typed << write;
}

void TestHerbCatalog::complete_typed_firstIsTheCommonHerb()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, write);
    const auto list = tables().herbs.complete(typed, 9);
    QVERIFY(!list.isEmpty());
    QCOMPARE(list.first().write, write);
    QSet<QString> written;
    for (const Completion &one : list) {
        QVERIFY(!written.contains(one.write));
        written.insert(one.write);
        QVERIFY(tables().herbs.find(one.herb));
    }
}

void TestHerbCatalog::complete_processedPiece_writesThePiece()
{
    const auto piece = tables().herbs.complete(u"cbz"_qs, 1).first();
    QCOMPARE(piece.herb, u"bai-zhu"_qs);
    QVERIFY(piece.via.isEmpty());
    const auto alias = tables().herbs.complete(u"元胡"_qs, 1).first();
    QCOMPARE(alias.write, u"延胡索"_qs);
    QCOMPARE(alias.via, u"元胡"_qs);
}

void TestHerbCatalog::complete_blankOrWild_isEmpty()
{
    QVERIFY(tables().herbs.complete(QString(), 9).isEmpty());
    QVERIFY(tables().herbs.complete(u"  "_qs, 9).isEmpty());
    QVERIFY(tables().herbs.complete(u"hq"_qs, 0).isEmpty());
    QVERIFY(tables().herbs.complete(u"%_*"_qs, 9).isEmpty());
    QCOMPARE(tables().herbs.complete(u"h"_qs, 9).size(), 9);
}

void TestHerbCatalog::formula_byIdAndTyping_isFound()
{
    const auto loaded = FormulaCatalog::fromJson(catalogBytes(u"formulas.json"_qs));
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->formulas().size(), 483);
    const Formula *formula = loaded->find(u"ma-huang-tang");
    QVERIFY(formula);
    QCOMPARE(formula->lines.size(), 4);
    QCOMPARE(formula->lines.first().dose->milligrams(), 9000);
    QVERIFY(formula->daily);
    QVERIFY(!loaded->find(u"hua-gai-san")->daily);
    QCOMPARE(loaded->complete(u"gzt"_qs, 5).first()->nameZh, u"桂枝汤"_qs);
    QCOMPARE(loaded->complete(u"桂枝汤"_qs, 5).first()->nameZh, u"桂枝汤"_qs);
    QCOMPARE(loaded->complete(u"xiao chai hu"_qs, 5).first()->nameZh, u"小柴胡汤"_qs);
    QVERIFY(loaded->complete(QString(), 5).isEmpty());
}

void TestHerbCatalog::formula_everyIngredient_isInTheCatalogue()
{
    const auto loaded = FormulaCatalog::fromJson(catalogBytes(u"formulas.json"_qs));
    QVERIFY(loaded.ok());
    int lines = 0;
    for (const Formula &formula : loaded->formulas()) {
        for (const FormulaLine &line : formula.lines) {
            ++lines;
            QVERIFY2(tables().herbs.find(line.herb), qPrintable(formula.id + line.herb));
        }
    }
    QCOMPARE(lines, 3381);
}

QTEST_GUILESS_MAIN(TestHerbCatalog)
#include "tst_herbcatalog.moc"
