#include "interop/readtable.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;
using test::lookAtBytes;
using test::readBytes;

namespace {

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const QChar c : text) {
        const auto high = static_cast<char>(c.unicode() >> 8);
        const auto low = static_cast<char>(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

const QByteArray gbkName = QByteArray::fromHex("d0d5c3fb2cb5e7bbb00ac5cbb9fac1bc2c310a"); // 姓名,电话 潘国良,1

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void read_anyWriting_givesTheCells_data();
    void read_anyWriting_givesTheCells();
    void read_lineBreaksInCells_countsLines();
    void read_trimmed_losesBlanksOutsideQuotes();
    void read_declaredDelimiter_isTakenAndNoRow_data();
    void read_declaredDelimiter_isTakenAndNoRow();
    void read_badFile_saysTheLine_data();
    void read_badFile_saysTheLine();
    void read_afterAnError_isOver();
    void read_anyPieces_giveTheSame();
    void read_manyEmptyColumnsAtTheEnd_areLeftOut();
    void read_progress_reachesTheEnd();
    void look_encoding_isFoundWithItsCertainty_data();
    void look_encoding_isFoundWithItsCertainty();
    void look_nothingFits_saysWhereForEach();
    void open_nothingFits_asksOrReplaces();
    void open_oneByteSpoiled_namesTheEncodingThatFitsBest();
    void read_numberThatASpreadsheetShortened_isMarked();
    void open_givenEncoding_isTaken();
    void open_badDelimiter_isRefused();
    void look_delimiter_isFound_data();
    void look_delimiter_isFound();
    void look_noTable_isRefused_data();
    void look_noTable_isRefused();
    void look_missingFile_isRefused();
};

void TestCsv::read_anyWriting_givesTheCells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    row("LF", "a,b\nc,d\n", u"a|b\nc|d"_s);
    row("CRLF", "a,b\r\nc,d\r\n", u"a|b\nc|d"_s);
    row("CR", "a,b\rc,d\r", u"a|b\nc|d"_s);
    row("no end", "a,b\nc,d", u"a|b\nc|d"_s);
    row("empty cells", ",\n,x\nx,\n", u"|\n|x\nx|"_s);
    row("empty at the end", "a,b\nc,", u"a|b\nc|"_s);
    row("empty lines", "\n\na,b\n\r\n\n\nc,d\n\n", u"a|b\nc|d"_s);
    row("quoted empty cell", "a\n\"\"\nb\n", u"a\n\nb"_s);
    row("ragged", "a,b,c\nd\ne,f\n", u"a|b|c\nd\ne|f"_s);
    row("quotation", "\"a,b\",\"c\"\n", u"a,b|c"_s);
    row("doubled mark", "\"a \"\"b\"\" c\",d\n", u"a \"b\" c|d"_s);
    row("only marks", "\"\"\"\",x\n", u"\"|x"_s);
    row("line break inside", "\"a\nb\",c\n\"d\r\ne\",f\n", u"a\nb|c\nd\r\ne|f"_s);
    row("mark in the middle", "a\"b\",c\"\n", u"a\"b\"|c\""_s);
    row("after a quotation", "\"a\"b\"c\",d\n", u"ab\"c\"|d"_s);
    row("blanks kept", "a, b ,\" c \"\n", u"a| b | c "_s);
    row("quotation after a blank", "a, \"b\"\n", u"a| \"b\""_s);
    row("quotation at the end of the file", "a,\"b\"", u"a|b"_s);
    row("tabs", "a\tb\tc\nd\te\tf\n", u"a|b|c\nd|e|f"_s);
    row("apostrophe of a guard", "'=1+1,'x,'-,''=\n", u"=1+1|'x|-|'="_s);
    row("one column", "a\nb\n", u"a\nb"_s);
    row("mark of UTF-8", "\xEF\xBB\xBF\"a\",b\n", u"a|b"_s);
    row("GBK", gbkName, u"姓名|电话\n潘国良|1"_s);
    row("UTF-16LE", utf16(u"姓名,b\r\n𠮷,\"d\n\"\r\n"_s, false), u"姓名|b\n𠮷|d\n"_s);
    row("UTF-16BE", utf16(u"姓名\tb\r\n𠮷\td\r\n"_s, true), u"姓名|b\n𠮷|d"_s);
    row("UTF-16 without a mark", utf16(u"姓名,b\r\n𠮷,d\r\n"_s, false).mid(2), u"姓名|b\n𠮷|d"_s);
}

void TestCsv::read_anyWriting_givesTheCells()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(readBytes(bytes).text(), text);
}

void TestCsv::read_lineBreaksInCells_countsLines()
{
    const auto table = readBytes("a,b\r\n\"1\r\n2\n3\r4\",x\r\n\r\n\"\r\",y\r\nz,z");
    QCOMPARE(table.lines(), (QList<qint64>{1, 2, 7, 9}));
    QCOMPARE(readBytes("a\rb\r\rc").lines(), (QList<qint64>{1, 2, 4}));
}

void TestCsv::read_trimmed_losesBlanksOutsideQuotes()
{
    ReadOptions options;
    options.trim = true;
    QCOMPARE(readBytes("rec, given , , \" x \" , \"a\"b \n", options).text(), u"rec|given|| x |ab "_s);
}

void TestCsv::read_declaredDelimiter_isTakenAndNoRow_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("sep=;\na,b;c\nd;e,f\n");
    QTest::newRow("CRLF and mark") << QByteArray("\xEF\xBB\xBFSEP=;\r\na,b;c\r\nd;e,f\r\n");
    QTest::newRow("CR") << QByteArray("sep=;\ra,b;c\rd;\"e,f\"\r");
}

void TestCsv::read_declaredDelimiter_isTakenAndNoRow()
{
    QFETCH(QByteArray, bytes);
    const auto table = readBytes(bytes);
    QCOMPARE(table.text(), u"a,b|c\nd|e,f"_s);
    QCOMPARE(table.lines(), (QList<qint64>{2, 3}));
    QCOMPARE(lookAtBytes(bytes)->delimiter, u';');
}

void TestCsv::read_badFile_saysTheLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    row("quotation not closed", "a,b\nc,d\ne,\"f\ng,h\n",
        u"a|b\nc|d\n! The quotation mark that opens a cell in line 3 is not closed before the file ends."_s);
    row("zero", QByteArray("a,b\nc\0,d\n", 9),
        u"! Line 2 has a byte of value zero, which no text has. The file is damaged or is not a table of text."_s);
    row("long cell", "a\n" + QByteArray(2'000'000, 'x') + "\n",
        u"a\n! The cell that begins in line 2 has more than 1048576 characters. Perhaps a quotation mark there is not "
        "closed."_s);
    row("long quotation", "a\nb,\"" + QByteArray(200'000, '\n') + QByteArray(10'000'000, 'x') + "\"\n",
        u"a\n! The cell that begins in line 2 has more than 1048576 characters. Perhaps a quotation mark there is not "
        "closed."_s);
    row("long row", "a\n" + (QByteArray(1'000'000, 'x') + ',').repeated(5) + "\n",
        u"a\n! The row that ends after line 2 has more than 4194304 characters."_s);
    row("many delimiters", "a\n" + QByteArray(5'000'000, ',') + "\n",
        u"a\n! The row that ends after line 2 has more than 4194304 characters."_s);
    row("many columns", "a\n" + QByteArray("x,").repeated(16'384) + "\n",
        u"a\n! The row that begins in line 2 has more than 1000 columns."_s);
}

void TestCsv::read_badFile_saysTheLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto table = readBytes(bytes);
    QCOMPARE(table.text(), text);
    QCOMPARE(table.error->code, Code::Invalid);
}

void TestCsv::read_afterAnError_isOver()
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData("a\n\"b");
    buffer->open(QIODevice::ReadOnly);
    auto table = openTable(std::move(buffer), {});
    Row row;
    QVERIFY(*(*table)->next(row));
    QVERIFY(!(*table)->next(row).ok());
    QCOMPARE((*table)->next(row).value(), false);
    QVERIFY(row.cells.isEmpty());
}

void TestCsv::read_anyPieces_giveTheSame()
{
    // What stands at the border of two pieces of 65,536 bytes makes no difference.
    const QByteArray tail = "x\r\n\"a\r\n\"\"b\"\"\",\xE7\xA5\x9E\r\n\r\n\"\",z\r\n";
    const QString expected = u"x\na\r\n\"b\"|神\n|z"_s;
    for (qsizetype shift = 0; shift <= tail.size(); ++shift) {
        const QByteArray head(65'536 - shift - 1, 'y');
        const auto table = readBytes(head + '\n' + tail);
        QCOMPARE(table.text().mid(head.size() + 1), expected);
        QCOMPARE(table.lines(), (QList<qint64>{1, 2, 3, 6}));
    }
}

void TestCsv::read_manyEmptyColumnsAtTheEnd_areLeftOut()
{
    const auto table = readBytes("a,b" + QByteArray(16'382, ',') + "\r\nc,d\r\n");
    QVERIFY(!table.error);
    QCOMPARE(table.rows[0].cells.size(), TableLimits::columns);
    QCOMPARE(table.rows[1].cells.size(), 2);
}

void TestCsv::read_progress_reachesTheEnd()
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QByteArray("a,b\n").repeated(100'000));
    buffer->open(QIODevice::ReadOnly);
    auto table = openTable(std::move(buffer), {});
    QCOMPARE((*table)->bytesTotal(), 400'000);
    Row row;
    qint64 before = 0;
    qint64 rows = 0;
    while (*(*table)->next(row)) {
        QVERIFY((*table)->bytesDone() >= before);
        before = (*table)->bytesDone();
        rows += 1;
        if (rows == 1)
            QVERIFY(before < 100'000);
    }
    QCOMPARE(rows, 100'000);
    QCOMPARE(before, 400'000);
}

void TestCsv::look_encoding_isFoundWithItsCertainty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("certainty");
    const auto row = [](const char *name, const QByteArray &bytes, TextEncoding encoding, Certainty certainty) {
        QTest::newRow(name) << bytes << int(encoding) << int(certainty);
    };
    row("ASCII", "a,b\n1,2\n", TextEncoding::Utf8, Certainty::Certain);
    row("UTF-8", QByteArray("姓名,b\n"), TextEncoding::Utf8, Certainty::Likely);
    row("UTF-8 with its mark", "\xEF\xBB\xBF姓名\n", TextEncoding::Utf8, Certainty::Certain);
    row("GBK", gbkName, TextEncoding::Gb18030, Certainty::Likely);
    row("UTF-16LE", utf16(u"姓名,b\n"_s, false), TextEncoding::Utf16Le, Certainty::Certain);
    row("UTF-16BE", utf16(u"姓名,b\n"_s, true), TextEncoding::Utf16Be, Certainty::Certain);
    row("UTF-16LE without a mark", utf16(u"姓名,b\n"_s, false).mid(2), TextEncoding::Utf16Le, Certainty::Guess);
    row("UTF-16BE without a mark", utf16(u"姓名,b\n"_s, true).mid(2), TextEncoding::Utf16Be, Certainty::Guess);
    // Greek letters of GB 2312: no Chinese.
    row("odd letters", QByteArray::fromHex("a6c1a6c2a6c3a6c4610a"), TextEncoding::Gb18030, Certainty::Guess);
}

void TestCsv::look_encoding_isFoundWithItsCertainty()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QFETCH(int, certainty);
    const auto info = lookAtBytes(bytes);
    QVERIFY(info.ok());
    QCOMPARE(info->kind, TableKind::Csv);
    QVERIFY(info->encoding);
    QCOMPARE(int(*info->encoding), encoding);
    QCOMPARE(int(info->certainty), certainty);
    QCOMPARE(info->bytes, bytes.size());
}

void TestCsv::look_nothingFits_saysWhereForEach()
{
    const QByteArray bytes = gbkName + "a\r\nb,\xFF,c\r\n";
    const auto info = lookAtBytes(bytes);
    QVERIFY(info.ok());
    QVERIFY(!info->encoding);
    QCOMPARE(info->certainty, Certainty::None);
    QCOMPARE(info->misfits, (QList<Misfit>{{TextEncoding::Utf8, 1, 1}, {TextEncoding::Gb18030, 25, 4}}));
    QCOMPARE(info->delimiter, u',');
}

void TestCsv::open_nothingFits_asksOrReplaces()
{
    const QByteArray bytes = gbkName + "a\r\nb,\xFF,c\r\n";
    const auto asked = readBytes(bytes);
    QCOMPARE(asked.text(), u"! Line 4 has a byte that does not fit the encoding GB18030 (GBK): number 25 of the file. "
                           "Choose another encoding, or let such bytes be replaced by a mark."_s);
    QCOMPARE(asked.error->field, u"encoding"_s);

    ReadOptions options;
    options.encoding = TextEncoding::Gb18030;
    const auto strict = readBytes(bytes, options);
    QCOMPARE(strict.rows.size(), 3);
    QCOMPARE(strict.error, asked.error);

    options.replaceMisfits = true;
    QCOMPARE(readBytes(bytes, options).text(), u"姓名|电话\n潘国良|1\na\nb|\uFFFD|c"_s);
}

void TestCsv::open_oneByteSpoiled_namesTheEncodingThatFitsBest()
{
    // As GB 18030 it fails in line 1: UTF-8 with a single bad byte far below is what a person would call it.
    QByteArray bytes("编号,症\n");
    for (int i = 0; i < 100; ++i)
        bytes += "1,\xE7\x97\x87\n";
    const auto read = readBytes(bytes + "2,\xFF\n");
    QVERIFY(read.error);
    QCOMPARE(read.error->detail, u"byte 614, line 102"_s);
    QVERIFY(read.error->message.contains(u"UTF-8"_s));
    ReadOptions options;
    options.encoding = TextEncoding::Gb18030;
    QVERIFY(readBytes(bytes, options).error);
}

void TestCsv::read_numberThatASpreadsheetShortened_isMarked()
{
    const auto table = readBytes("1.10105E+17,-1E+20,1.5E+05x,E+17,1E+,12.5,1.2.3E+17,-E+17,110105199003071234\n");
    QList<bool> marked;
    for (const Cell &cell : table.rows[0].cells)
        marked.append(cell.digitsLost);
    QCOMPARE(marked, (QList<bool>{true, true, false, false, false, false, false, false, false}));
    QCOMPARE(table.rows[0].cells[0].text, u"1.10105E+17"_s);
}

void TestCsv::open_givenEncoding_isTaken()
{
    ReadOptions options;
    options.encoding = TextEncoding::Big5;
    QCOMPARE(readBytes(QByteArray::fromHex("af662c620a"), options).text(), u"病|b"_s);
}

void TestCsv::open_badDelimiter_isRefused()
{
    for (const QChar delimiter : {QChar(u'"'), QChar(u'\n'), QChar(u'\r'), QChar(u'\0')}) {
        ReadOptions options;
        options.delimiter = delimiter;
        const auto table = readBytes("a,b\n", options);
        QCOMPARE(table.text(), u"! This character cannot separate cells."_s);
        QCOMPARE(table.error->field, u"delimiter"_s);
    }
    ReadOptions options;
    options.delimiter = u'、';
    QCOMPARE(readBytes("a、b,c\n", options).text(), u"a|b,c"_s);
}

void TestCsv::look_delimiter_isFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QChar>("delimiter");
    QTest::addColumn<bool>("spaced");
    const auto row = [](const char *name, const QByteArray &bytes, QChar delimiter, bool spaced = false) {
        QTest::newRow(name) << bytes << delimiter << spaced;
    };
    row("comma", "a,b,c\n1,2,3\n", u',');
    row("semicolons and decimal commas", "id;x;y\n1;2,5;3,5\n2;4,5;1,0\n", u';');
    row("tab and commas in text", "a\tb\n1\tx, y, z\n2\tx, y\n", u'\t');
    row("pipe", "a|b|c\n1|2|3\n", u'|');
    row("inside quotation", "\"a;b;c\",d\n\"e;f\",\"g;h\"\n", u',');
    row("doubled marks", "a;\"say \"\"x,y,z\"\"\"\nb;\"u,v\"\n", u';');
    row("line breaks inside quotation", "a;\"x\ny,z\n\"\nb;c\n", u';');
    row("title before the table", "Patients of 2024\nid,name,phone\n1,a,2\n2,b,3\n", u',');
    row("single column", "name\na\nb\n", u',');
    row("blanks after commas", "a, b, c\n1, 2, 3\n", u',', true);
    row("a few blanks", "a,b,c\n1, 2,3\n4,5,6\n", u',', false);
}

void TestCsv::look_delimiter_isFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QChar, delimiter);
    QFETCH(bool, spaced);
    const auto info = lookAtBytes(bytes);
    QCOMPARE(info->delimiter, delimiter);
    QCOMPARE(info->spaced, spaced);
}

void TestCsv::look_noTable_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
        QTest::newRow(name) << bytes << message;
    };
    row("nothing", "", u"The file is empty."_s);
    row("PDF", "%PDF-1.4 …", u"This is a PDF file and not a table."_s);
    const QString page = u"This is a web page or an XML file, whatever its name says. Open it in Excel or WPS and save "
                         "it as an Excel workbook (.xlsx)."_s;
    row("web page", "\xEF\xBB\xBF\n<HTML><table>", page);
    row("XML", "<?xml version='1.0'?><Workbook>", page);
    row("picture", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16),
        u"Line 3 has a byte of value zero, which no text has. The file is damaged or is not a table of text."_s);
}

void TestCsv::look_noTable_isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto info = lookAtBytes(bytes);
    QVERIFY(!info.ok());
    QCOMPARE(info.error().message, message);
    QCOMPARE(info.error().code, Code::Invalid);
    QCOMPARE(readBytes(bytes).error, info.error());
}

void TestCsv::look_missingFile_isRefused()
{
    const auto info = look(QStringLiteral("/nowhere/table.csv"));
    QVERIFY(!info.ok());
    QCOMPARE(info.error().code, Code::NotFound);
    QCOMPARE(openTable(QStringLiteral("/nowhere/table.csv"), {}).error().message, info.error().message);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
