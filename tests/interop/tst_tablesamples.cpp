#include "interop/readtable.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;

namespace {

QString samplePath(const QString &name)
{
    return QStringLiteral(XINGLIN_SAMPLES "/") + name;
}

} // namespace

/// Files as others have published them. The figures were counted with Python's csv, zipfile and ElementTree.
class TestTableSamples : public QObject
{
    Q_OBJECT

private slots:
    void read_publishedFile_hasWhatOthersCount_data();
    void read_publishedFile_hasWhatOthersCount();
    void look_publishedFile_isKnown_data();
    void look_publishedFile_isKnown();
    void read_publishedFile_hasItsCells_data();
    void read_publishedFile_hasItsCells();
    void read_sameCases_areEqualInBothKinds();
    void read_proseOfABook_isReadAsLines();
};

void TestTableSamples::read_publishedFile_hasWhatOthersCount_data()
{
    QTest::addColumn<int>("sheet");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("filled");
    QTest::addColumn<int>("characters");
    const auto row = [](const char *name, int sheet, int rows, int width, int filled, int characters) {
        QTest::addRow("%s#%d", name, sheet) << sheet << rows << width << filled << characters;
    };
    row("csv-excel/openemr-demo-patients.csv", 0, 15, 28, 334, 2979);
    row("csv-excel/synthea-semicolon/allergies.csv", 0, 113, 6, 573, 12'387);
    row("csv-excel/synthea-semicolon/conditions.csv", 0, 1653, 6, 9215, 199'874);
    row("csv-excel/synthea-semicolon/patients.csv", 0, 251, 25, 5353, 66'738);
    row("linkage-febrl/dataset1.csv", 0, 1001, 11, 11'011, 91'404);
    row("linkage-febrl/dataset2.csv", 0, 5001, 11, 55'011, 459'824);
    row("tcm/cases-80.gb18030.csv", 0, 81, 16, 1291, 106'490);
    row("tcm/formulas-gbk-first150.csv", 0, 151, 19, 2869, 35'932);
    row("tcm/insomnia-prescriptions-001-200.csv", 0, 201, 17, 1779, 6915);
    row("tcm/vocab-disease-names-2053.csv", 0, 2054, 1, 2054, 6208);
    row("tcm/vocab-herb-efficacy-905.csv", 0, 906, 3, 2569, 7926);
    row("tcm/vocab-herb-names-8287.csv", 0, 8288, 1, 8288, 26'791);
    row("tcm/vocab-herb-nature-flavour-meridian-638.csv", 0, 639, 4, 2542, 6391);
    row("tcm/vocab-syndrome-names-3178.csv", 0, 3179, 1, 3179, 15'748);
    row("names/surnames-1074-frequency.xlsx", 0, 1075, 2, 2150, 3100); // 73.900000000000006 → 73.9
    row("tcm/cases-267.xlsx", 0, 268, 16, 4275, 341'438);              // ten _x000D_
    row("tcm/classical-formulas-with-doses.xlsx", 0, 250, 7, 1744, 27'706);
    row("tcm/classical-formulas-with-doses.xlsx", 1, 67, 8, 470, 7250);
    row("tcm/classical-formulas-with-doses.xlsx", 2, 0, 0, 0, 0);
    row("tcm/terms-disease-names.xlsx", 0, 2068, 2, 3438, 29'943);
}

void TestTableSamples::read_publishedFile_hasWhatOthersCount()
{
    QFETCH(int, sheet);
    QFETCH(int, rows);
    QFETCH(int, width);
    QFETCH(int, filled);
    QFETCH(int, characters);
    const QString name = QString::fromUtf8(QTest::currentDataTag()).section(u'#', 0, 0);
    ReadOptions options;
    options.sheet = sheet;
    const auto table = test::readAll(openTable(samplePath(name), options));
    QVERIFY2(!table.error, table.error ? qPrintable(table.error->message) : "");
    qsizetype widest = 0;
    int filledCells = 0;
    qsizetype allCharacters = 0;
    for (const Row &row : table.rows) {
        widest = qMax(widest, row.cells.size());
        // No row of these CSV files is ragged.
        if (name.endsWith(u".csv"))
            QCOMPARE(row.cells.size(), width);
        for (const Cell &cell : row.cells) {
            filledCells += cell.kind == Cell::Kind::Empty ? 0 : 1;
            allCharacters += cell.text.size();
        }
    }
    QCOMPARE(table.rows.size(), rows);
    QCOMPARE(widest, width);
    QCOMPARE(filledCells, filled);
    QCOMPARE(allCharacters, characters);
}

void TestTableSamples::look_publishedFile_isKnown_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("certainty");
    QTest::addColumn<QChar>("delimiter");
    QTest::addColumn<bool>("spaced");
    const auto row = [](const char *name, TextEncoding encoding, Certainty certainty, QChar delimiter,
                        bool spaced = false) {
        QTest::newRow(name) << int(encoding) << int(certainty) << delimiter << spaced;
    };
    row("csv-excel/openemr-demo-patients.csv", TextEncoding::Utf8, Certainty::Certain, u',');
    row("csv-excel/synthea-semicolon/allergies.csv", TextEncoding::Utf8, Certainty::Certain, u';');
    row("csv-excel/synthea-semicolon/conditions.csv", TextEncoding::Utf8, Certainty::Certain, u',');
    row("csv-excel/synthea-semicolon/patients.csv", TextEncoding::Utf8, Certainty::Likely, u';');
    row("linkage-febrl/dataset1.csv", TextEncoding::Utf8, Certainty::Certain, u',', true);
    row("linkage-febrl/dataset2.csv", TextEncoding::Utf8, Certainty::Certain, u',', true);
    row("tcm/cases-80.gb18030.csv", TextEncoding::Gb18030, Certainty::Likely, u',');
    row("tcm/formulas-gbk-first150.csv", TextEncoding::Gb18030, Certainty::Likely, u',');
    row("tcm/insomnia-prescriptions-001-200.csv", TextEncoding::Utf8, Certainty::Likely, u',');
    row("tcm/vocab-disease-names-2053.csv", TextEncoding::Utf8, Certainty::Likely, u',');
    row("tcm/vocab-herb-efficacy-905.csv", TextEncoding::Utf8, Certainty::Likely, u',');
    row("tcm/vocab-herb-names-8287.csv", TextEncoding::Utf8, Certainty::Likely, u',');
    row("tcm/vocab-herb-nature-flavour-meridian-638.csv", TextEncoding::Utf8, Certainty::Likely, u',');
    row("tcm/vocab-syndrome-names-3178.csv", TextEncoding::Utf8, Certainty::Likely, u',');
}

void TestTableSamples::look_publishedFile_isKnown()
{
    QFETCH(int, encoding);
    QFETCH(int, certainty);
    QFETCH(QChar, delimiter);
    QFETCH(bool, spaced);
    const auto info = look(samplePath(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY(info.ok());
    QVERIFY(info->encoding);
    QCOMPARE(int(*info->encoding), encoding);
    QCOMPARE(int(info->certainty), certainty);
    QCOMPARE(info->delimiter, delimiter);
    QCOMPARE(info->spaced, spaced);
}

void TestTableSamples::read_publishedFile_hasItsCells_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, int at, int column, qint64 line, const QString &text) {
        QTest::addRow("%s#%d,%d", name, at, column) << at << column << line << text;
    };
    row("csv-excel/openemr-demo-patients.csv", 0, 0, 1, u"title"_s);
    row("csv-excel/openemr-demo-patients.csv", 1, 12, 2, u"(619) 555-2222"_s);
    row("csv-excel/synthea-semicolon/patients.csv", 1, 7, 2, u"José Eduardo181"_s);
    row("csv-excel/synthea-semicolon/patients.csv", 250, 24, 251, u"18176.42"_s);
    row("linkage-febrl/dataset1.csv", 1, 2, 2, u" waller"_s);
    row("tcm/cases-80.gb18030.csv", 0, 1, 1, u"性别"_s);
    row("tcm/cases-80.gb18030.csv", 80, 0, 131, u"509"_s);
    row("tcm/formulas-gbk-first150.csv", 1, 1, 2, u"桂枝汤"_s);
    row("tcm/insomnia-prescriptions-001-200.csv", 1, 1, 2, u"酸枣仁90"_s);
    row("tcm/vocab-herb-nature-flavour-meridian-638.csv", 638, 1, 639, u"甘,辛"_s);
    row("names/surnames-1074-frequency.xlsx", 1, 1, 2, u"9520"_s);
    row("names/surnames-1074-frequency.xlsx", 1074, 0, 1075, u"佐"_s);
    row("tcm/cases-267.xlsx", 1, 0, 2, u"1508"_s);
    row("tcm/classical-formulas-with-doses.xlsx", 1, 0, 2, u"麻黄汤"_s);
    row("tcm/classical-formulas-with-doses.xlsx", 249, 0, 254, u"瓜蒂散"_s);
    row("tcm/terms-disease-names.xlsx", 2067, 1, 2068, u"  皮肤瘙痒"_s);
}

void TestTableSamples::read_publishedFile_hasItsCells()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(qint64, line);
    QFETCH(QString, text);
    const QString name = QString::fromUtf8(QTest::currentDataTag()).section(u'#', 0, 0);
    const auto table = test::readAll(openTable(samplePath(name), {}));
    QVERIFY(!table.error && row < table.rows.size());
    QCOMPARE(table.rows[row].cells.value(column).text, text);
    QCOMPARE(table.rows[row].line, line);
}

void TestTableSamples::read_sameCases_areEqualInBothKinds()
{
    // The CSV is the beginning of the same cases, saved by another program in another encoding.
    const auto sheet = test::readAll(openTable(samplePath(u"tcm/cases-267.xlsx"_s), {}));
    const auto text = test::readAll(openTable(samplePath(u"tcm/cases-80.gb18030.csv"_s), {}));
    QMap<QString, QList<Cell>> byNumber;
    for (const Row &row : sheet.rows)
        byNumber.insert(row.cells[0].text, row.cells);
    int compared = 0;
    for (const Row &row : text.rows) {
        const auto same = byNumber.value(row.cells[0].text);
        QVERIFY(!same.isEmpty());
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const QString other = same.value(i).text;
            QCOMPARE(row.cells[i].text, other);
            ++compared;
        }
    }
    QCOMPARE(compared, 81 * 16);
}

void TestTableSamples::read_proseOfABook_isReadAsLines()
{
    const QString path = samplePath(u"tcm/yian-congguicaotang.gb18030.txt"_s);
    const auto info = look(path);
    QVERIFY(info.ok());
    QCOMPARE(info->encoding, TextEncoding::Gb18030);
    QCOMPARE(info->certainty, Certainty::Likely);
    QVERIFY(test::readAll(openTable(path, {})).rows.size() > 100);
}

QTEST_APPLESS_MAIN(TestTableSamples)
#include "tst_tablesamples.moc"
