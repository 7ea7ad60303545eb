#include "interop/readtable.h"
#include "interop/smallzip.h"
#include "interop/xlsxformats.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;
using test::lookAtBytes;
using test::readBytes;
using test::workbook;

namespace {

QByteArray cell(const QByteArray &attributes, const QByteArray &inside)
{
    return "<row><c " + attributes + ">" + inside + "</c></row>";
}

/// Styles 0 to n−1, each with the format code of that place.
QByteArray styles(const QByteArrayList &codes)
{
    QByteArray formats;
    QByteArray cells;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const QByteArray id = QByteArray::number(200 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
    }
    return "<numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells +
           "</cellXfs><cellStyles/>";
}

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT

private slots:
    void read_cellOfAnyKind_isAsAPersonReadsIt_data();
    void read_cellOfAnyKind_isAsAPersonReadsIt();
    void read_sharedString_isJoinedWithoutPronunciation();
    void read_sparseCells_standInTheirColumns();
    void read_emptyRowsAndCells_arePassedOver();
    void read_strictNamespacesAndPrefixes_readTheSame();
    void read_longNumber_isMarked();
    void read_secondSheet_isTheOneAskedFor();
    void read_workbookCountedFrom1904_isFourYearsOn();
    void look_workbook_listsItsSheets();
    void read_partsNamedElsewhere_areFound();
    void read_stylesOrStringsMissing_isRead();
    void shown_formatCode_isUnderstood_data();
    void shown_formatCode_isUnderstood();
    void shown_builtInFormat_isUnderstood();
    void number_shownAsDate_isThatDay_data();
    void number_shownAsDate_isThatDay();
};

void TestXlsx::read_cellOfAnyKind_isAsAPersonReadsIt_data()
{
    using Kind = Cell::Kind;
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &xml, Kind kind, const QString &text) {
        QTest::newRow(name) << xml << int(kind) << text;
    };
    row("whole number", cell("r=\"A1\"", "<v>13812345678</v>"), Kind::Number, u"13812345678"_s);
    row("exponent", cell("", "<v>1.3812345678E10</v>"), Kind::Number, u"13812345678"_s);
    row("fraction", cell("t=\"n\"", "<v>36.600000000000001</v>"), Kind::Number, u"36.6"_s);
    row("inline", cell("t=\"inlineStr\"", "<is><t>\xE7\xA5\x9E</t></is>"), Kind::Text, u"神"_s);
    row("inline runs",
        cell("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r>"
                                "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is>"),
        Kind::Text, u"a b"_s);
    row("formula's text", cell("t=\"str\"", "<f>A2&amp;\"x\"</f><v>a_x000D_\nb_x005F_x000D_</v>"), Kind::Text,
        u"a\r\nb_x000D_"_s);
    row("formula's number", cell("", "<f>1+1</f><v>2</v>"), Kind::Number, u"2"_s);
    row("formula without value", cell("", "<f>1+1</f>") + cell("", "<v>1</v>"), Kind::Number, u"1"_s);
    row("true", cell("t=\"b\"", "<v>1</v>"), Kind::Boolean, u"TRUE"_s);
    row("false", cell("t=\"b\"", "<v>0</v>"), Kind::Boolean, u"FALSE"_s);
    row("error", cell("t=\"e\"", "<v>#N/A</v>"), Kind::Error, u"#N/A"_s);
    row("ISO date", cell("t=\"d\"", "<v>2024-03-05</v>"), Kind::Date, u"2024-03-05"_s);
    row("ISO date at midnight", cell("t=\"d\"", "<v>2024-03-05T00:00:00</v>"), Kind::Date, u"2024-03-05"_s);
    row("ISO date and time", cell("t=\"d\"", "<v>2024-03-05T14:30:00Z</v>"), Kind::DateTime, u"2024-03-05T14:30:00"_s);
    row("ISO time", cell("t=\"d\"", "<v>14:30:00</v>"), Kind::Time, u"14:30:00"_s);
    row("no number after all", cell("", "<v>abc</v>"), Kind::Text, u"abc"_s);
    row("style that is not there", cell("s=\"99\"", "<v>5</v>"), Kind::Number, u"5"_s);
}

void TestXlsx::read_cellOfAnyKind_isAsAPersonReadsIt()
{
    QFETCH(QByteArray, xml);
    QFETCH(int, kind);
    QFETCH(QString, text);
    const auto table = readBytes(workbook(xml));
    QVERIFY2(!table.error, table.error ? qPrintable(table.error->detail) : "");
    QCOMPARE(table.rows.size(), 1);
    QCOMPARE(table.rows[0].cells.size(), 1);
    QCOMPARE(table.rows[0].cells[0].text, text);
    QCOMPARE(int(table.rows[0].cells[0].kind), kind);
}

void TestXlsx::read_sharedString_isJoinedWithoutPronunciation()
{
    const auto table = readBytes(workbook(
        "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>"
        "<c t=\"s\"><v>0</v></c></row>",
        "<si><t>a &amp; b</t></si>"
        "<si><r><t>\xE9\xBA\xBB</t></r><r><rPr/><t>\xE9\xBB\x84</t></r><rPh sb=\"0\" eb=\"2\"><t>mahuang</t></rPh>"
        "<phoneticPr fontId=\"1\"/></si><si/><si><t>x_x000A_y</t></si>"));
    QCOMPARE(table.text(), u"麻黄|a & b||x\ny|a & b"_s);
    QCOMPARE(table.rows[0].cells[2].kind, Cell::Kind::Empty);
}

void TestXlsx::read_sparseCells_standInTheirColumns()
{
    const auto table =
        readBytes(workbook("<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c><c r=\"AA3\"><v>3</v></c></row>"
                           "<row><c><v>4</v></c><c r=\"d4\"><v>5</v></c></row>"
                           "<row r=\"1048576\"><c r=\"B1048576\"><v>6</v></c><c r=\"A1048576\"><v>7</v></c></row>"));
    QCOMPARE(table.text(), u"||1|2|||||||||||||||||||||||3\n4|||5\n7|6"_s);
    QCOMPARE(table.lines(), (QList<qint64>{3, 4, 1'048'576}));
}

void TestXlsx::read_emptyRowsAndCells_arePassedOver()
{
    const auto table =
        readBytes(workbook("<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"XFD2\"/></row>"
                           "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"/><c r=\"C3\"><v> </v></c></row>"
                           "<row r=\"9\"><c t=\"s\"><v>0</v></c></row>",
                           "<si><t></t></si>"));
    QCOMPARE(table.text(), u"1"_s);
    QCOMPARE(table.lines(), QList<qint64>{3});
}

void TestXlsx::read_strictNamespacesAndPrefixes_readTheSame()
{
    const QByteArray strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const QByteArray office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    auto parts = test::workbookParts({});
    parts[1].bytes = "<x:workbook xmlns:x=\"" + strict + "\" xmlns:rel=\"" + office +
                     "\"><x:sheets><x:sheet name=\"One\" sheetId=\"1\" rel:id=\"a\"/></x:sheets></x:workbook>";
    for (int i : {0, 2})
        parts[i].bytes.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", office);
    parts[3].bytes = "<x:sst xmlns:x=\"" + strict + "\"><x:si><x:t>a</x:t></x:si></x:sst>";
    parts[5].bytes = "<x:worksheet xmlns:x=\"" + strict +
                     "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v>"
                     "</x:c><x:c t=\"d\"><x:v>2024-03-05</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const auto table = readBytes(test::smallZip(parts));
    QCOMPARE(table.text(), u"a|2024-03-05"_s);
}

void TestXlsx::read_longNumber_isMarked()
{
    const auto table =
        readBytes(workbook("<row><c><v>1.10105199003071E+17</v></c><c><v>123456789012345</v></c></row>"));
    QCOMPARE(table.text(), u"110105199003071000|123456789012345"_s);
    QVERIFY(table.rows[0].cells[0].digitsLost);
    QVERIFY(!table.rows[0].cells[1].digitsLost);
}

void TestXlsx::read_secondSheet_isTheOneAskedFor()
{
    auto parts = test::workbookParts("<row><c><v>1</v></c></row>");
    parts[1].bytes.replace("</sheets>",
                           "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"k\"/>"
                           "<sheet name=\"Hidden\" sheetId=\"3\" state=\"veryHidden\" r:id=\"z\"/></sheets>");
    parts[2].bytes.replace(
        "</Relationships>",
        "<Relationship Id=\"k\" Type=\"x/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
        "<Relationship Id=\"z\" Type=\"x/worksheet\" Target=\"/xl/worksheets/two.xml\"/></Relationships>");
    parts.append(test::ZipPart{"xl\\worksheets\\Two.xml",
                               "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"});
    const QByteArray bytes = test::smallZip(parts);
    QCOMPARE(lookAtBytes(bytes)->sheets, (QList<SheetInfo>{{u"One"_s, false}, {u"Hidden"_s, true}}));
    ReadOptions options;
    options.sheet = 1;
    QCOMPARE(readBytes(bytes, options).text(), u"2"_s);
    options.sheet = 2;
    const auto missing = readBytes(bytes, options);
    QCOMPARE(missing.text(), u"! The workbook has no such sheet."_s);
    QCOMPARE(missing.error->field, u"sheet"_s);
    options.sheet = -1;
    QVERIFY(readBytes(bytes, options).error);
}

void TestXlsx::read_workbookCountedFrom1904_isFourYearsOn()
{
    auto parts = test::workbookParts("<row><c s=\"0\"><v>43894</v></c></row>", {}, styles({"yyyy-mm-dd"}));
    QCOMPARE(readBytes(test::smallZip(parts)).text(), u"2020-03-04"_s);
    parts[1].bytes.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    QCOMPARE(readBytes(test::smallZip(parts)).text(), u"2024-03-05"_s);
}

void TestXlsx::look_workbook_listsItsSheets()
{
    const QByteArray bytes = workbook({});
    const auto info = lookAtBytes(bytes);
    QVERIFY(info.ok());
    QCOMPARE(info->kind, TableKind::Xlsx);
    QCOMPARE(info->sheets, (QList<SheetInfo>{{u"One"_s, false}}));
    QCOMPARE(info->bytes, bytes.size());
    QCOMPARE(readBytes(bytes).text(), QString());
}

void TestXlsx::read_partsNamedElsewhere_areFound()
{
    auto parts = test::workbookParts("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>a</t></si>");
    parts[0].bytes.replace("xl/workbook.xml", "/book/main.xml");
    parts[1].name = "book/main.xml";
    parts[2].name = "book/_rels/main.xml.rels";
    parts[2].bytes.replace("worksheets/sheet1.xml", "../sheets/one.xml");
    parts[2].bytes.replace("\"sharedStrings.xml", "\"/texts.xml");
    parts[3].name = "texts.xml";
    parts[5].name = "sheets/one.xml";
    QCOMPARE(readBytes(test::smallZip(parts)).text(), u"a"_s);
}

void TestXlsx::read_stylesOrStringsMissing_isRead()
{
    auto parts = test::workbookParts("<row><c s=\"3\"><v>1</v></c></row>");
    parts.remove(3, 2);
    QCOMPARE(readBytes(test::smallZip(parts)).text(), u"1"_s);
}

void TestXlsx::shown_formatCode_isUnderstood_data()
{
    using As = xlsx::Shown::As;
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("as");
    const auto row = [](const QString &code, As as) { QTest::newRow(qPrintable(code)) << code << int(as); };
    row(u"General"_s, As::Number);
    row(u"G/通用格式"_s, As::Number);
    row(u"[$-804]General"_s, As::Number);
    row(u"0.00"_s, As::Number);
    row(u"#,##0.00_);[Red](#,##0.00)"_s, As::Number);
    row(u"_ \"￥\"* #,##0.00_ ;_ \"￥\"* \\-#,##0.00_ "_s, As::Number);
    row(u"\"day \"0"_s, As::Number);
    row(u"0\\d"_s, As::Number);
    row(u"0.00E+00"_s, As::Number);
    row(u"@"_s, As::Number);
    row(u"0%"_s, As::Number);
    row(u"[Magenta]0"_s, As::Number);
    row(u"000000"_s, As::Padded);
    row(u"yyyy-mm-dd"_s, As::Date);
    row(u"yyyy\"年\"m\"月\"d\"日\""_s, As::Date);
    row(u"yyyy年m月d日;@"_s, As::Date);
    row(u"[$-804]yyyy\"年\"m\"月\"d\"日\"dddd;@"_s, As::Date);
    row(u"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@"_s, As::Date);
    row(u"[$-F800]dddd, mmmm dd, yyyy"_s, As::Date);
    row(u"m\"月\"d\"日\""_s, As::Date);
    row(u"e\"年\"m\"月\"d\"日\""_s, As::Date);
    row(u"aaaa"_s, As::Date);
    row(u"yyyy\"年\"m\"月\""_s, As::Month);
    row(u"mmm-yy"_s, As::Month);
    row(u"yyyy/m/d h:mm"_s, As::DateTime);
    row(u"yyyy\"年\"m\"月\"d\"日\" 上午/下午h\"时\"mm\"分\""_s, As::DateTime);
    row(u"h:mm AM/PM"_s, As::Time);
    row(u"mm:ss.0"_s, As::Time);
    row(u"[h]:mm:ss"_s, As::Elapsed);
    row(u"[mm]:ss"_s, As::Elapsed);
    row(u"reserved-0x1F"_s, As::Date);
    row(u"\"not closed"_s, As::Number);
    row(u"[not closed"_s, As::Number);
    row(u"\\"_s, As::Number);
    row(QString(), As::Number);
}

void TestXlsx::shown_formatCode_isUnderstood()
{
    QFETCH(QString, code);
    QFETCH(int, as);
    QCOMPARE(int(xlsx::shownAs(code).as), as);
}

void TestXlsx::shown_builtInFormat_isUnderstood()
{
    using As = xlsx::Shown::As;
    for (int id : {0, 1, 2, 9, 12, 37, 44, 48, 49, 59, 163, -1})
        QCOMPARE(xlsx::shownAs(id).as, As::Number);
    for (int id : {14, 15, 16, 28, 30, 31, 51, 58})
        QCOMPARE(xlsx::shownAs(id).as, As::Date);
    for (int id : {17, 27, 36, 57})
        QCOMPARE(xlsx::shownAs(id).as, As::Month);
    for (int id : {18, 21, 32, 33, 45, 47, 56})
        QCOMPARE(xlsx::shownAs(id).as, As::Time);
    QCOMPARE(xlsx::shownAs(22).as, As::DateTime);
    QCOMPARE(xlsx::shownAs(46).as, As::Elapsed);
}

void TestXlsx::number_shownAsDate_isThatDay_data()
{
    using Kind = Cell::Kind;
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &value, const QString &code, Kind kind, const QString &text) {
        QTest::newRow(qPrintable(value + u' ' + code)) << value << code << int(kind) << text;
    };
    const QString date = u"yyyy/m/d"_s;
    const QString both = u"yyyy/m/d h:mm"_s;
    const QString time = u"h:mm"_s;
    row(u"1"_s, date, Kind::Date, u"1900-01-01"_s);
    row(u"59"_s, date, Kind::Date, u"1900-02-28"_s);
    row(u"60"_s, date, Kind::Text, u"1900-02-29"_s);
    row(u"61"_s, date, Kind::Date, u"1900-03-01"_s);
    row(u"0"_s, date, Kind::Text, u"1900-01-00"_s);
    row(u"45356"_s, date, Kind::Date, u"2024-03-05"_s);
    row(u"45356.99"_s, date, Kind::Date, u"2024-03-05"_s);
    row(u"2958465"_s, date, Kind::Date, u"9999-12-31"_s);
    row(u"2958466"_s, date, Kind::Number, u"2958466"_s);
    row(u"-1"_s, date, Kind::Number, u"-1"_s);
    row(u"1E308"_s, date, Kind::Number, u"1"_s + QString(308, u'0'));
    row(u"x"_s, date, Kind::Text, u"x"_s);
    row(u"NaN"_s, date, Kind::Text, u"NaN"_s);
    row(u"45356"_s, u"yyyy\"年\"m\"月\""_s, Kind::Date, u"2024-03"_s);
    row(u"45356.604166666664"_s, both, Kind::DateTime, u"2024-03-05T14:30:00"_s);
    row(u"45356"_s, both, Kind::DateTime, u"2024-03-05T00:00:00"_s);
    row(u"45355.999999999"_s, both, Kind::DateTime, u"2024-03-05T00:00:00"_s);
    row(u"2958465.9999999"_s, both, Kind::Number, u"2958465.9999999"_s);
    row(u"60.5"_s, both, Kind::Text, u"1900-02-29T12:00:00"_s);
    row(u"0.5"_s, both, Kind::Time, u"12:00:00"_s);
    row(u"0.604166666666667"_s, time, Kind::Time, u"14:30:00"_s);
    row(u"45356.25"_s, time, Kind::Time, u"06:00:00"_s);
    row(u"0.999999999"_s, time, Kind::Time, u"00:00:00"_s);
    row(u"1.5"_s, u"[h]:mm"_s, Kind::Text, u"36:00:00"_s);
    row(u"0.25"_s, u"[h]:mm"_s, Kind::Time, u"06:00:00"_s);
    row(u"123"_s, u"000000"_s, Kind::Text, u"000123"_s);
    row(u"1234567"_s, u"000000"_s, Kind::Number, u"1234567"_s);
    row(u"1.5"_s, u"000000"_s, Kind::Number, u"1.5"_s);
}

void TestXlsx::number_shownAsDate_isThatDay()
{
    QFETCH(QString, value);
    QFETCH(QString, code);
    QFETCH(int, kind);
    QFETCH(QString, text);
    const Cell cell = xlsx::numberCell(value, xlsx::shownAs(code), false);
    QCOMPARE(cell.text, text);
    QCOMPARE(int(cell.kind), kind);
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
