#include "safetyfixture.h"

#include "engines/safety/herbname.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestHerbName : public QObject
{
    Q_OBJECT
private slots:
    void resolve_trap_leadsToThePieceOrNone_data();
    void resolve_trap_leadsToThePieceOrNone();
    void resolve_everyCatalogueName_leadsHome();
    void resolve_openName_isNoneWithAnyProcess();
    void resolve_rawAndPreparedPoison_neverMeet();
    void resolve_how_tellsTheWay_data();
    void resolve_how_tellsTheWay();
    void resolve_preparationInTheText_isKept();
    void resolve_strangeInput_isNone();
    void splitDose_cell_isTakenApart_data();
    void splitDose_cell_isTakenApart();
};

void TestHerbName::resolve_trap_leadsToThePieceOrNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("herb");
    QTest::addColumn<QString>("processed");
    QFile file(QStringLiteral(XINGLIN_TEST_DATA "/herb-traps.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int rows = 0;
    for (const QByteArray &line : file.readAll().split('\n').mid(1)) {
        const QStringList cells = QString::fromUtf8(line).split(u',');
        if (cells.size() != 3)
            continue;
        QTest::newRow(cells.at(0).toUtf8().constData()) << cells.at(0) << cells.at(1) << cells.at(2);
        ++rows;
    }
    QVERIFY(rows >= 80);
}

void TestHerbName::resolve_trap_leadsToThePieceOrNone()
{
    QFETCH(const QString, name);
    QFETCH(const QString, herb);
    QFETCH(const QString, processed);
    const ResolvedName found = resolve(tables().herbs, name);
    QCOMPARE(found.herb.value_or(QString()), herb);
    QCOMPARE(found.how == How::None, herb.isEmpty());
    if (!processed.isEmpty())
        QCOMPARE(found.processed, processed);
}

void TestHerbName::resolve_everyCatalogueName_leadsHome()
{
    const HerbCatalog &catalog = tables().herbs;
    for (const HerbName &name : catalog.names()) {
        const Herb &herb = catalog.herbs().at(name.herb);
        QCOMPARE(resolve(catalog, name.name).herb.value_or(name.name), herb.id);
        // spaces and full width never matter
        QCOMPARE(resolve(catalog, u" "_qs + name.name + u"\u3000"_qs).herb.value_or(name.name), herb.id);
    }
}

void TestHerbName::resolve_openName_isNoneWithAnyProcess()
{
    for (const QString &name : {u"贝母"_qs, u"生附子"_qs, u"桂"_qs, u"白附"_qs, u"木防己"_qs}) {
        QVERIFY2(!resolve(tables().herbs, name).herb, qPrintable(name));
        for (const QString &word : {u"炒"_qs, u"蜜"_qs, u"制"_qs, u"净"_qs, u"鲜"_qs})
            QVERIFY2(!resolve(tables().herbs, word + name).herb, qPrintable(word + name));
    }
}

void TestHerbName::resolve_rawAndPreparedPoison_neverMeet()
{
    const HerbCatalog &catalog = tables().herbs;
    for (const QString &word :
         {u"炮"_qs, u"炒"_qs, u"酒"_qs, u"醋"_qs, u"姜"_qs, u"蒸"_qs, u"煨"_qs, u"蜜"_qs, u"炙"_qs}) {
        for (const QString &raw : {u"川乌"_qs, u"草乌"_qs, u"天南星"_qs, u"半夏"_qs, u"何首乌"_qs}) {
            const auto herb = resolve(catalog, word + raw).herb;
            QVERIFY2(!herb || catalog.isPrepared(*herb), qPrintable(word + raw));
            const auto noted = resolve(catalog, raw + u"（"_qs + word + u"）"_qs).herb;
            QVERIFY2(!noted || catalog.isPrepared(*noted), qPrintable(raw + word));
        }
    }
    for (const QString &word : {u"生"_qs, u"鲜"_qs}) {
        for (const QString &piece : {u"附子"_qs, u"制川乌"_qs, u"法半夏"_qs, u"胆南星"_qs, u"熟地黄"_qs, u"炙甘草"_qs})
            QVERIFY2(!resolve(catalog, word + piece).herb, qPrintable(word + piece));
    }
}

void TestHerbName::resolve_how_tellsTheWay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("how");
    QTest::newRow("main") << u"黄芪"_qs << u"exact"_qs;
    QTest::newRow("alias") << u"北芪"_qs << u"alias"_qs;
    QTest::newRow("listed piece") << u"酒大黄"_qs << u"processed"_qs;
    QTest::newRow("stacked process") << u"酒炒黄芩"_qs << u"processed"_qs;
    QTest::newRow("cut") << u"黄芪片"_qs << u"prefix"_qs;
    QTest::newRow("origin") << u"川黄连"_qs << u"prefix"_qs;
    QTest::newRow("traditional") << u"黃芩"_qs << u"variant"_qs;
}

void TestHerbName::resolve_how_tellsTheWay()
{
    QFETCH(const QString, name);
    QFETCH(const QString, how);
    QCOMPARE(howText(resolve(tables().herbs, name).how), how);
}

void TestHerbName::resolve_preparationInTheText_isKept()
{
    const HerbCatalog &catalog = tables().herbs;
    QCOMPARE(resolve(catalog, u"附子（先煎）").preparation, u"先煎"_qs);
    QCOMPARE(resolve(catalog, u"附子（先煎）").herb.value_or(QString()), u"fu-zi"_qs);
    QCOMPARE(resolve(catalog, u"大黄后下").preparation, u"后下"_qs);
    QCOMPARE(resolve(catalog, u"三七粉（冲）").preparation, u"冲服"_qs);
    QCOMPARE(resolve(catalog, u"旋覆花 [布包]").preparation, u"包煎"_qs);
    QCOMPARE(resolve(catalog, u"杏仁（去皮尖，炒）").herb.value_or(QString()), u"ku-xing-ren"_qs);
    QVERIFY(resolve(catalog, u"朱砂拌茯神").cinnabarCoated);
    QVERIFY(!resolve(catalog, u"朱砂").cinnabarCoated);
    QVERIFY(!resolve(catalog, u"朱砂根").cinnabarCoated);
}

void TestHerbName::resolve_strangeInput_isNone()
{
    const HerbCatalog &catalog = tables().herbs;
    for (const QString &name :
         {QString(), u" "_qs, u"（）"_qs, u"((("_qs, u"9g"_qs, u"炒"_qs, u"先煎"_qs, u"%1"_qs, u"人参（太子参）"_qs,
          u"半夏（姜半夏）"_qs, u"黄芪 党参"_qs, QString(5000, u'炒'), QString(u"炒"_qs).repeated(20) + u"白术"_qs})
        QVERIFY2(!resolve(catalog, name).herb, qPrintable(name.left(30)));
}

void TestHerbName::splitDose_cell_isTakenApart_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("milligrams");
    QTest::addColumn<QString>("count");
    QTest::newRow("bare") << u"茯苓14"_qs << u"茯苓"_qs << qint64(14000) << QString();
    QTest::newRow("bracket") << u"麻黄（9g）"_qs << u"麻黄"_qs << qint64(9000) << QString();
    QTest::newRow("gram sign") << u"桔梗（4．5克）"_qs << u"桔梗"_qs << qint64(4500) << QString();
    QTest::newRow("note first") << u"陈皮（去白，30g）"_qs << u"陈皮(去白)"_qs << qint64(30000) << QString();
    QTest::newRow("note after") << u"当归12g（酒洗）"_qs << u"当归(酒洗)"_qs << qint64(12000) << QString();
    QTest::newRow("count") << u"大枣3枚"_qs << u"大枣"_qs << qint64(0) << u"3枚"_qs;
    QTest::newRow("hanzi count") << u"红枣二枚"_qs << u"红枣"_qs << qint64(0) << u"二枚"_qs;
    QTest::newRow("range") << u"当归（9～15克）"_qs << u"当归"_qs << qint64(0) << u"9~15克"_qs;
    QTest::newRow("old") << u"白芍1两5钱"_qs << u"白芍"_qs << qint64(0) << u"1两5钱"_qs;
    QTest::newRow("each") << u"甘草各3g"_qs << u"甘草"_qs << qint64(3000) << QString();
    QTest::newRow("san qi") << u"参三七片"_qs << u"参三七片"_qs << qint64(0) << QString();
    QTest::newRow("three and seven") << u"三七"_qs << u"三七"_qs << qint64(0) << QString();
    QTest::newRow("eight corners") << u"八角茴香3"_qs << u"八角茴香"_qs << qint64(3000) << QString();
    QTest::newRow("zero") << u"甘草0"_qs << u"甘草"_qs << qint64(0) << u"0"_qs;
    QTest::newRow("none") << u"五味子"_qs << u"五味子"_qs << qint64(0) << QString();
}

void TestHerbName::splitDose_cell_isTakenApart()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, name);
    QFETCH(const qint64, milligrams);
    QFETCH(const QString, count);
    const NameAndDose found = splitDose(cell);
    QCOMPARE(found.name, name);
    QCOMPARE(found.dose ? found.dose->milligrams() : 0, milligrams);
    QCOMPARE(found.count, count);
}

QTEST_GUILESS_MAIN(TestHerbName)
#include "tst_herbname.moc"
