#include "safetyfixture.h"

#include "engines/safety/formulareference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

namespace {

const FormulaCatalog &formulas()
{
    static const FormulaCatalog loaded = [] {
        auto result = FormulaCatalog::fromJson(catalogBytes(u"formulas.json"_qs));
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }();
    return loaded;
}

/// The names of each entry of the catalogue of this kind, its own first.
QList<QStringList> entries(const QString &kind)
{
    QList<QStringList> list;
    const QJsonObject root = QJsonDocument::fromJson(catalogBytes(u"diagnosis.json"_qs)).object();
    for (const QJsonValue value : root.value(u"entries"_qs).toArray()) {
        if (value[u"kind"_qs].toString() != kind)
            continue;
        QStringList names{value[u"zh"_qs].toString()};
        for (const QJsonValue alias : value[u"aliases"_qs].toArray())
            names << alias.toString();
        list << names;
    }
    return list;
}

QStringList namesOf(const QList<NamedFormula> &found)
{
    QStringList names;
    for (const NamedFormula &one : found)
        names << one.formula->nameZh;
    return names;
}

QStringList forPattern(const QStringList &names)
{
    return namesOf(formulasNaming(formulas(), {names}, {}));
}

QString marked(QString text, const QList<TextSpan> &spans)
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        text.insert(span->at + span->length, u']').insert(span->at, u'[');
    return text;
}

} // namespace

class TestFormulaReference : public QObject
{
    Q_OBJECT
private slots:
    void named_text_marksTheWords_data();
    void named_text_marksTheWords();
    void pattern_ofTheBooks_findsItsFormulas_data();
    void pattern_ofTheBooks_findsItsFormulas();
    void pattern_noBookNames_findsNothing();
    void method_chosen_followsBehindThePattern();
    void everyPattern_findsOnlyItsOwnWords();
};

void TestFormulaReference::named_text_marksTheWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *text, const char *names, const char *said) {
        QTest::addRow("%s in %s", names, text)
            << QString::fromUtf8(text) << QString::fromUtf8(names).split(u' ') << QString::fromUtf8(said);
    };
    row("气血两虚证", "气血两虚证", "[气血两虚]证");
    row("脾肾阳虚之肾泄", "脾肾阳虚证", "[脾肾阳虚]之肾泄");
    row("外感风寒表虚证，营卫不和", "营卫不和证", "外感风寒表虚证，[营卫不和]");
    row("心脾气血两虚证，脾不统血证", "心脾两虚证", "[心脾]气血[两虚]证，脾不统血证");
    row("心脾气血两虚证，脾不统血证", "脾不统血证", "心脾气血两虚证，[脾不统血]证");
    row("湿痰证", "痰湿证 湿痰证", "[湿痰]证");
    row("血虚兼血瘀证", "血虚血瘀证", "[血虚]兼[血瘀]证");
    row("益气补血，健脾养心", "补血", "益气[补血]，健脾养心");
    // Words that only happen to stand side by side.
    row("中风痰迷心窍证", "风痰证", "");
    row("风寒湿痹，身体烦疼，无汗", "风寒证", "");
    row("风寒湿痹，身体烦疼，无汗", "寒湿证", "");
    row("暑湿证兼微恶风寒，头痛头胀", "风寒证", "");
    row("血虚寒厥证", "虚寒证", "");
    row("脾胃虚寒证", "脾胃虚证", "");
    row("血虚风燥之瘾疹", "风燥证", "");
    row("阴虚燥热证", "温燥证 燥热证", "");
    row("痰湿阻于膜原", "湿阻气分证 湿阻证", "");
    row("表虚自汗，易感风邪", "风邪证", "");
    row("阳气虚弱，外感风寒证", "气虚证", "");
    // Denied, across a clause, or too far apart.
    row("心脾不两虚", "心脾两虚证", "");
    row("非气滞所致", "气滞证", "");
    row("无气虚", "气虚证", "");
    row("心脾气血，两虚", "心脾两虚证", "");
    row("心脾气血阴两虚", "心脾两虚证", "");
    row("肺气阴两虚", "肺两虚", "");
    row("寒积里实证", "寒证", "");
    row("气血两虚证", "", "");
}

void TestFormulaReference::named_text_marksTheWords()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    QFETCH(const QString, said);
    const std::optional<NamedAt> found = named(text, names);
    QCOMPARE(found.has_value(), !said.isEmpty());
    if (found)
        QCOMPARE(marked(text, found->spans), said);
}

void TestFormulaReference::pattern_ofTheBooks_findsItsFormulas_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("first");
    QTest::newRow("two between") << QStringList{u"心脾两虚证"_qs} << QStringList{u"归脾汤"_qs, u"人参养荣汤"_qs};
    QTest::newRow("alone before within") << QStringList{u"气血两虚证"_qs}
                                         << QStringList{u"八珍汤"_qs, u"十全大补汤"_qs, u"透脓散"_qs};
    QTest::newRow("holding 不") << QStringList{u"营卫不和证"_qs} << QStringList{u"桂枝汤"_qs};
    QTest::newRow("other name") << QStringList{u"风痰上攻证"_qs, u"风痰上扰证"_qs} << QStringList{u"半夏白术天麻汤"_qs};
    QTest::newRow("stage") << QStringList{u"肾阴虚证"_qs} << QStringList{u"六味地黄丸"_qs};
}

void TestFormulaReference::pattern_ofTheBooks_findsItsFormulas()
{
    QFETCH(const QStringList, names);
    QFETCH(const QStringList, first);
    QCOMPARE(forPattern(names).mid(0, first.size()), first);
}

void TestFormulaReference::pattern_noBookNames_findsNothing()
{
    QCOMPARE(forPattern({u"瘀阻脑络证"_qs}), QStringList());
    QCOMPARE(forPattern({u"寒证"_qs}), QStringList()); // one character would stand in anything
    QCOMPARE(forPattern({QString()}), QStringList());
}

void TestFormulaReference::method_chosen_followsBehindThePattern()
{
    const QList<NamedFormula> found = formulasNaming(formulas(), {{u"心肾不交证"_qs}}, {{u"交通心肾"_qs}});
    QCOMPARE(namesOf(found), (QStringList{u"磁朱丸"_qs, u"黄连阿胶汤"_qs, u"交泰丸"_qs}));
    QVERIFY(found.at(0).indication && found.at(0).function);
    QVERIFY(found.at(1).indication && !found.at(1).function);
    const QList<NamedFormula> methodOnly = formulasNaming(formulas(), {{u"瘀阻脑络证"_qs}}, {{u"交通心肾"_qs}});
    QCOMPARE(namesOf(methodOnly), (QStringList{u"磁朱丸"_qs, u"交泰丸"_qs}));
    QVERIFY(!methodOnly.first().indication);
}

void TestFormulaReference::everyPattern_findsOnlyItsOwnWords()
{
    int found = 0;
    for (const QStringList &names : entries(u"syndrome"_qs)) {
        const QList<NamedFormula> list = formulasNaming(formulas(), {names}, {});
        found += list.isEmpty() ? 0 : 1;
        for (const NamedFormula &one : list) {
            QVERIFY(one.indication);
            QString words;
            for (const TextSpan &span : one.indication->spans)
                words += one.formula->indications.mid(span.at, span.length);
            const bool own = std::any_of(names.begin(), names.end(),
                                         [&](const QString &name) { return name == words + u'证' || name == words; });
            QVERIFY2(own, qPrintable(words));
            if (qEnvironmentVariableIsSet("SHOW"))
                qInfo().noquote() << names.first() << int(one.indication->how)
                                  << marked(one.formula->indications, one.indication->spans) << one.formula->nameZh;
        }
    }
    QVERIFY(found > 140);
    for (const QStringList &names : entries(u"method"_qs)) {
        const QList<NamedFormula> list = formulasNaming(formulas(), {}, {names});
        if (qEnvironmentVariableIsSet("SHOW") && !list.isEmpty()) {
            QStringList said;
            for (const NamedFormula &one : list)
                said << marked(one.formula->functions, one.function->spans);
            qInfo().noquote() << names.first() << list.size() << said.mid(0, 12).join(u" ; "_qs);
        }
    }
}

QTEST_APPLESS_MAIN(TestFormulaReference)
#include "tst_formulareference.moc"
