#include "interop/readtable.h"
#include "interop/smallzip.h"
#include "interop/xlsxpackage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;
using test::readBytes;
using test::smallZip;
using test::workbook;
using test::workbookParts;
using test::ZipPart;

namespace {

constexpr int sheetPart = 5;
constexpr int stringsPart = 3;

QString broken()
{
    return u"! The workbook is damaged: a part of it cannot be read. Open it in Excel or WPS and save it again."_s;
}

QString cutOff()
{
    return u"! The workbook is damaged or was not copied completely. Copy it again, or open it in Excel or WPS and "
           u"save "
           "it again."_s;
}

QString withPassword()
{
    return u"! The workbook is protected by a password. Open it in Excel or WPS, take the password off and save it "
           "again."_s;
}

QString bomb()
{
    return u"! The workbook unpacks to far more than a table of its size holds; it is not read."_s;
}

/// An OLE container of one folder sector with a stream of that name.
QByteArray ole(const QString &stream)
{
    QByteArray bytes(1536, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    bytes[30] = 9;
    bytes[48] = 1;
    const QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    return bytes.replace(1024, name.size(), name);
}

qint64 residentKiB(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return -1;
}

} // namespace

class TestTableLimits : public QObject
{
    Q_OBJECT

private slots:
    void read_hostileWorkbook_isRefusedInWords_data();
    void read_hostileWorkbook_isRefusedInWords();
    void read_workbookCutAnywhere_neverPassesForWhole();
    void read_anyByteChanged_staysCalm();
    void read_fewColumnsOfMany_areRead();
    void read_sheetOfManyRows_needsLittleMemory();
    void read_longestCells_areRead();
    void resolve_names_staysInside();
};

void TestTableLimits::read_hostileWorkbook_isRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    const auto with = [](int index, const QByteArray &bytes, bool packed = false) {
        auto parts = workbookParts("<row><c><v>1</v></c></row>");
        parts[index].bytes = bytes;
        parts[index].packed = packed;
        return smallZip(parts);
    };
    const QByteArray open = "<worksheet><sheetData>";
    const QByteArray close = "</sheetData></worksheet>";

    row("password", ole(u"EncryptedPackage"_s), withPassword());
    row("older Excel", ole(u"Workbook"_s),
        u"! This is a workbook of the older kind (.xls). Open it in Excel or WPS and save it as an Excel workbook "
        "(.xlsx)."_s);
    {
        auto parts = workbookParts({});
        parts[1].saysEncrypted = true;
        row("zip with a password", smallZip(parts), withPassword());
    }
    row("empty zip", smallZip({}), u"! This is a compressed file, but no Excel workbook (.xlsx)."_s);
    row("other zip", smallZip({{"word/document.xml", "<x/>"}}),
        u"! This is a compressed file, but no Excel workbook (.xlsx)."_s);
    row("OpenDocument", smallZip({{"content.xml", "<x/>"}}),
        u"! This is a workbook of another kind (.xlsb or .ods). Open it in its program and save it as an Excel "
        u"workbook "
        "(.xlsx)."_s);
    row("binary workbook", smallZip({{"xl/workbook.bin", "x"}}),
        u"! This is a workbook of another kind (.xlsb or .ods). Open it in its program and save it as an Excel "
        u"workbook "
        "(.xlsx)."_s);
    for (const char *name : {"../evil.xml", "/etc/passwd", "xl/../../evil", "C:\\evil.xml", "..\\evil.xml", "xl/.."}) {
        auto parts = workbookParts({});
        parts.append(ZipPart{name, "x"});
        row(name, smallZip(parts), u"! The file holds a part whose name no workbook has; it is not read."_s);
    }
    {
        auto parts = workbookParts({});
        parts.append(ZipPart{"XL/Workbook.xml", "<x/>"});
        row("two of one name", smallZip(parts),
            u"! The file holds a part whose name no workbook has; it is not read."_s);
    }
    {
        auto parts = workbookParts({});
        for (int i = 0; i < 10'001; ++i)
            parts.append(ZipPart{"p" + QByteArray::number(i), {}});
        row("many parts", smallZip(parts),
            u"! The file holds more than 10000 parts, which no workbook does; it is not read."_s);
    }
    const QByteArray blanks(64 << 20, ' ');
    row("bomb that says so", with(sheetPart, open + blanks + close, true), bomb());
    {
        auto parts = workbookParts({});
        parts[sheetPart].bytes = open + blanks + close;
        parts[sheetPart].packed = true;
        parts[sheetPart].saysSize = 1000;
        row("bomb that lies", smallZip(parts), bomb());
        parts[sheetPart].bytes = open + close;
        parts[sheetPart].saysSize = qint64(3) << 30;
        row("bomb that is none", smallZip(parts), bomb());
    }
    row("bomb of strings", with(stringsPart, "<sst>" + blanks + "</sst>", true), bomb());
    const QString declared = u"! The workbook holds a declaration that no spreadsheet writes; it is not read."_s;
    QByteArray laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'p'; ++c)
        laughs += QByteArray("<!ENTITY ") + c + " \"" + (QByteArray("&") + char(c - 1) + ";").repeated(10) + "\">";
    laughs += "]>";
    row("laughs in the sheet", with(sheetPart, laughs + open + "<row><c t=\"str\"><v>&o;</v></c></row>" + close),
        declared);
    row("laughs in the strings", with(stringsPart, laughs + "<sst><si><t>&o;</t></si></sst>"), declared);
    row("a file of the system", with(sheetPart, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + open + close), declared);
    row("no XML", with(sheetPart, "no xml"), broken());
    row("XML cut off", with(sheetPart, open + "<row><c><v>1</v></c></row>"), u"1\n"_s + broken());
    row("unknown entity", with(sheetPart, open + "<row><c><v>&nbsp;</v></c></row>" + close), broken());
    row("deep", with(sheetPart, QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)), broken());
    row("deep without end", with(sheetPart, QByteArray("<a>").repeated(1'000'000)), broken());
    row("long tag", with(sheetPart, "<a b=\"" + QByteArray(15'000'000, 'x') + "\"/>", true), broken());
    row("long comment", with(sheetPart, "<!--" + QByteArray(15'000'000, 'x'), true), broken());
    row("cell of 10 MB",
        with(sheetPart, open + "<row><c t=\"str\"><v>" + QByteArray(10'000'000, 'x') + "</v></c></row>" + close),
        u"! A cell in row 1 of the sheet has more than 1048576 bytes of text; it is not read."_s);
    row("string of 10 MB", with(stringsPart, "<sst><si><t>" + QByteArray(10'000'000, 'x') + "</t></si></sst>"),
        u"! A cell of the workbook has more than 1048576 bytes of text; it is not read."_s);
    QByteArray wide = "<row>";
    for (int i = 0; i < 16'384; ++i)
        wide += "<c><v>1</v></c>";
    row("16,384 filled columns", workbook(wide + "</row>"),
        u"! Row 1 of the sheet has something in column 1001; tables of more than 1000 columns are not read."_s);
    row("long row",
        workbook("<row>" + QByteArray("<c t=\"s\"><v>0</v></c>").repeated(5) + "</row>",
                 "<si><t>" + QByteArray(1'000'000, 'x') + "</t></si>"),
        u"! Row 1 of the sheet has more than 4194304 characters; it is not read."_s);
    row("one string very often",
        workbook(QByteArray("<row><c t=\"s\"><v>0</v></c></row>").repeated(2200),
                 "<si><t>" + QByteArray(1'000'000, 'x') + "</t></si>"),
        u"! The sheet has too much text to be read."_s);
    row("string that is not there", workbook("<row><c t=\"s\"><v>7</v></c></row>"), broken());
    row("negative string", workbook("<row><c t=\"s\"><v>-1</v></c></row>"), broken());
    row("rows backwards", workbook("<row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>1</v></c></row>"),
        u"1\n"_s + broken());
    row("row number too large", workbook("<row r=\"1048577\"><c><v>1</v></c></row>"), broken());
    row("row number no number", workbook("<row r=\"x\"><c><v>1</v></c></row>"), broken());
    row("row in a row", workbook("<row><c><v>1</v></c><row><c><v>2</v></c></row></row>"), broken());
    row("row in a cell", workbook("<row><c><v>1</v><row><c><v>2</v></c></row></c></row>"), broken());
    row("cell in a cell", workbook("<row><c><v>1</v><c><v>2</v></c></c></row>"), broken());
    row("cell without a row", workbook("<c><v>1</v></c>"), broken());
    row("reference too long", workbook("<row><c r=\"ABCDEFGHIJKLMNOP1\"><v>1</v></c></row>"), broken());
    row("reference without column", workbook("<row><c r=\"17\"><v>1</v></c></row>"), broken());
    {
        auto parts = workbookParts({});
        parts.removeAt(sheetPart);
        row("sheet missing", smallZip(parts), cutOff());
        parts.removeAt(2);
        row("relations missing", smallZip(parts), cutOff());
        parts = workbookParts({});
        parts[2].bytes.replace("worksheets/sheet1.xml", "../../../x.xml");
        row("relation that leads out", smallZip(parts), cutOff());
    }
    QByteArray spoiled = with(sheetPart, open + QByteArray("<row><c><v>1</v></c></row>").repeated(500) + close);
    spoiled[spoiled.indexOf("<v>1</v>") + 3] = '2';
    row("wrong checksum", spoiled, QString());
}

void TestTableLimits::read_hostileWorkbook_isRefusedInWords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    auto table = readBytes(bytes);
    QVERIFY(table.error);
    // Rows that came before the fault are not the matter here.
    if (table.rows.size() > 1)
        table.rows.clear();
    QCOMPARE(table.text(), text.isEmpty() ? cutOff() : text);
    QVERIFY(table.error->code == Code::Invalid || table.error->code == Code::Damaged);
    QVERIFY2(timer.elapsed() < 20'000, "this takes far too long");
}

void TestTableLimits::read_workbookCutAnywhere_neverPassesForWhole()
{
    const QByteArray whole = workbook("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>a</t></si>");
    QVERIFY(!readBytes(whole).error);
    for (qsizetype size = 4; size < whole.size(); ++size)
        QVERIFY2(readBytes(whole.first(size)).error, qPrintable(QString::number(size)));
}

void TestTableLimits::read_anyByteChanged_staysCalm()
{
    const QByteArray whole =
        workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c><v>2</v></c></row>", "<si><t>a</t></si>");
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x15);
        refused += readBytes(changed).error ? 1 : 0;
    }
    // Times and attributes of parts are nobody's concern; every byte of content is under a checksum.
    QVERIFY2(refused > whole.size() * 8 / 10, qPrintable(QString::number(refused)));
}

void TestTableLimits::read_fewColumnsOfMany_areRead()
{
    auto parts = workbookParts("<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>");
    parts[sheetPart].bytes.replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
    QCOMPARE(readBytes(smallZip(parts)).text(), u"1"_s);
    QCOMPARE(readBytes(workbook("<row><c r=\"ALL1\"><v>1</v></c></row>")).rows[0].cells.size(), 1000);
    QVERIFY(readBytes(workbook("<row><c r=\"ALM1\"><v>1</v></c></row>")).error);
}

void TestTableLimits::read_sheetOfManyRows_needsLittleMemory()
{
    // 200,000 rows of 20 cells, and rows of a single cell far to the right: 60 MB unpacked.
    auto parts = workbookParts(("<row>" + QByteArray("<c><v>12345</v></c>").repeated(10) + "</row>").repeated(200'000) +
                               QByteArray("<row><c r=\"ALL1\"><v>1</v></c></row>").repeated(10'000));
    for (ZipPart &part : parts)
        part.packed = true;
    // Packed better than any real sheet: noise keeps the ratio below that of a bomb.
    quint32 value = 1;
    for (int comment = 0; comment < 20; ++comment) {
        QByteArray noise;
        for (int i = 0; i < 50'000; ++i, value = value * 1'664'525U + 1'013'904'223U)
            noise += static_cast<char>('a' + (value >> 24) % 26);
        parts[sheetPart].bytes += "<!--" + noise + "-->";
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(smallZip(parts));
    parts.clear();
    buffer->open(QIODevice::ReadOnly);
    auto table = openTable(std::move(buffer), {});
    QVERIFY(table.ok());
    const qint64 before = residentKiB("VmRSS:");
    QVERIFY(before > 0);
    Row row;
    qint64 rows = 0;
    qint64 most = before;
    for (;;) {
        const auto more = (*table)->next(row);
        QVERIFY2(more.ok(), more.ok() ? "" : qPrintable(more.error().detail));
        if (!*more)
            break;
        if (++rows % 1000 == 0)
            most = qMax(most, residentKiB("VmRSS:"));
    }
    QCOMPARE(rows, 210'000);
    QVERIFY2(most - before < XINGLIN_MEMORY_MIB * 1024, qPrintable(QString::number(most - before)));
    QCOMPARE((*table)->bytesDone(), (*table)->bytesTotal());
}

void TestTableLimits::read_longestCells_areRead()
{
    const QByteArray longest(TableLimits::cellBytes, 'x');
    QCOMPARE(readBytes("a,\"" + longest + "\"\n").rows[0].cells[1].text.size(), longest.size());
    QCOMPARE(readBytes(workbook("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>" + longest + "</t></si>"))
                 .rows[0]
                 .cells[0]
                 .text.size(),
             longest.size());
}

void TestTableLimits::resolve_names_staysInside()
{
    QCOMPARE(xlsx::resolvedName("xl/", "worksheets/sheet1.xml"), QByteArray("xl/worksheets/sheet1.xml"));
    QCOMPARE(xlsx::resolvedName("xl/", "/xl/./styles.xml"), QByteArray("xl/styles.xml"));
    QCOMPARE(xlsx::resolvedName("a/b/", "../c.xml"), QByteArray("a/c.xml"));
    QCOMPARE(xlsx::resolvedName("a/", "../../c.xml"), QByteArray());
    QCOMPARE(xlsx::resolvedName("", ""), QByteArray());
}

QTEST_APPLESS_MAIN(TestTableLimits)
#include "tst_tablelimits.moc"
