#include "interop/readtable.h"
#include "interop/tablewriter.h"
#include "support/faultyfiles.h"

#include <QDate>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <functional>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;
using test::readAll;

namespace {

using Table = QList<QList<Cell>>;
using Kind = Cell::Kind;
using Begin = std::function<Result<std::unique_ptr<TableWriter>>(Files &, const QString &, const TableHead &)>;

Result<Done> writeTable(const Begin &begin, Files &files, const QString &path, const TableHead &head,
                        const Table &table)
{
    auto writer = begin(files, path, head);
    if (!writer)
        return writer.error();
    for (const QList<Cell> &row : table) {
        if (auto written = (*writer)->write(row); !written)
            return written;
    }
    return (*writer)->finish();
}

Cell made(Kind kind, const QString &text)
{
    return {kind, text, false};
}

/// Letters that programs have stumbled over.
QString randomText()
{
    static const QStringList pieces{
        u"a"_s,    u"神"_s,      u"𠮷"_s,     u" "_s,      u","_s,    u";"_s,    u"\t"_s,  u"|"_s,   u"\""_s,
        u"'"_s,    u"="_s,       u"＝"_s,     u"+"_s,      u"-"_s,    u"@"_s,    u"\n"_s,  u"\r"_s,  u"<"_s,
        u"&"_s,    u"_x000D_"_s, u"_x"_s,     u"_"_s,      u"0"_s,    u"12"_s,   u"."_s,   u"E5"_s,  u"sep="_s,
        u"\x01"_s, u"\uFFFE"_s,  u"\uFEFF"_s, u"\u2028"_s, u"#N/A"_s, u"TRUE"_s, u"]]>"_s, u"</t>"_s};
    QString text;
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i)
        text += pieces[*rc::gen::inRange<int>(0, int(pieces.size()))];
    return text;
}

QString two(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

Cell randomCell()
{
    const auto date = [] { return QDate(1900, 1, 1).addDays(*rc::gen::inRange(0, 60'000)).toString(Qt::ISODate); };
    const auto time = [] {
        return two(*rc::gen::inRange(0, 24)) + u':' + two(*rc::gen::inRange(0, 60)) + u':' +
               two(*rc::gen::inRange(0, 60));
    };
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        return {};
    case 1: {
        const auto digits = *rc::gen::inRange<qint64>(-999'999'999'999, 999'999'999'999);
        return made(Kind::Number, QString::number(digits));
    }
    case 2: {
        const auto whole = *rc::gen::inRange<qint64>(0, 1'000'000);
        return made(Kind::Number, QString::number(whole) + u'.' + QString::number(*rc::gen::inRange(0, 1000) * 10 + 5));
    }
    case 3:
        return made(Kind::Date, date());
    case 4:
        return made(Kind::DateTime, date() + u'T' + time());
    case 5:
        return made(Kind::Time, time());
    case 6:
        return made(Kind::Boolean, *rc::gen::arbitrary<bool>() ? u"TRUE"_s : u"FALSE"_s);
    default:
        return textCell(randomText());
    }
}

Table randomTable()
{
    Table table;
    const auto rows = *rc::gen::inRange(0, 8);
    for (int i = 0; i < rows; ++i) {
        QList<Cell> row;
        const auto cells = *rc::gen::inRange(1, 6);
        for (int k = 0; k < cells; ++k)
            row.append(randomCell());
        table.append(row);
    }
    return table;
}

Table cellsOf(const test::ReadTable &read)
{
    Table table;
    for (const Row &row : read.rows)
        table.append(row.cells);
    return table;
}

/// As a sheet gives it back: rows end with their last filled cell, and rows without any are not there.
Table asSheet(Table table)
{
    for (QList<Cell> &row : table) {
        while (!row.isEmpty() && row.last().kind == Kind::Empty)
            row.removeLast();
    }
    table.removeIf([](const QList<Cell> &row) { return row.isEmpty(); });
    return table;
}

Table allText(Table table)
{
    for (QList<Cell> &row : table) {
        for (Cell &cell : row)
            cell = textCell(cell.text);
    }
    return table;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void csv_table_isAsExcelWantsIt();
    void csv_formulaOfAnyKind_isGuarded();
    void csv_anyTable_comesBackEqual();
    void xlsx_anyTable_comesBackEqual();
    void xlsx_sheet_isLaidOut();
    void xlsx_cellExcelCannotHold_isText_data();
    void xlsx_cellExcelCannotHold_isText();
    void write_whatTheFileCannotHold_isRefused();
    void write_brokenCharacters_areReplaced();
    void write_notFinished_leavesNothing_data();
    void write_notFinished_leavesNothing();
    void write_diskFailing_leavesTheOldFileOrTheNew_data();
    void write_diskFailing_leavesTheOldFileOrTheNew();
    void xlsx_whileWriting_nothingElseLiesOnTheDisk();
    void xlsx_diskFull_isNoticed();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    DiskFiles m_disk;
};

void TestTableWriter::csv_table_isAsExcelWantsIt()
{
    const Table table{{textCell(u"王, 五"_s), made(Kind::Number, u"-1.50"_s), made(Kind::Date, u"2024-03-05"_s)},
                      {textCell(u"=1+1"_s), textCell(u"+8613812345678"_s), textCell(u"a \"b\"\nc"_s)},
                      {textCell(u" x"_s), {}, {}},
                      {{}}};
    QVERIFY(writeTable(csvWriter, m_disk, path("a.csv"), {{u"姓名"_s, u"-"_s, u"@c"_s}, {}, {}}, table).ok());
    QCOMPARE(bytesOf(path("a.csv")), QByteArray("\xEF\xBB\xBF姓名,-,'@c\r\n"
                                                "\"王, 五\",-1.50,2024-03-05\r\n"
                                                "'=1+1,+8613812345678,\"a \"\"b\"\"\nc\"\r\n"
                                                "\" x\",,\r\n"
                                                "\"\"\r\n"));
    QCOMPARE(QFile::permissions(path("a.csv")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestTableWriter::csv_formulaOfAnyKind_isGuarded()
{
    const QString formula = u"=1+1"_s;
    const Table table{{made(Kind::Number, formula), made(Kind::Date, formula), made(Kind::Error, formula)}};
    QVERIFY(writeTable(csvWriter, m_disk, path("g.csv"), {{formula}, {}, {}}, table).ok());
    QCOMPARE(bytesOf(path("g.csv")), QByteArray("\xEF\xBB\xBF'=1+1\r\n'=1+1,'=1+1,'=1+1\r\n"));
    // Cut at semicolons, as Excel does in some countries, no piece may begin with a formula either.
    QVERIFY(writeTable(csvWriter, m_disk, path("g.csv"), {}, {{textCell(u"a;=1+1"_s), textCell(u"b\t=1"_s)}}).ok());
    QCOMPARE(bytesOf(path("g.csv")), QByteArray("\xEF\xBB\xBF\"a;=1+1\",\"b\t=1\"\r\n"));
}

void TestTableWriter::csv_anyTable_comesBackEqual()
{
    QVERIFY(rc::check("a table written to CSV and read again is equal", [this] {
        const Table table = randomTable();
        RC_ASSERT(writeTable(csvWriter, m_disk, path("p.csv"), {}, table).ok());
        const auto read = readAll(openTable(path("p.csv"), {}));
        // A file of the mark alone is a table without rows.
        RC_ASSERT(!read.error);
        RC_ASSERT(cellsOf(read) == allText(table));
    }));
}

void TestTableWriter::xlsx_anyTable_comesBackEqual()
{
    QVERIFY(rc::check("a table written to XLSX and read again is equal", [this] {
        const Table table = randomTable();
        const auto written = writeTable(xlsxWriter, m_disk, path("p.xlsx"), {}, table);
        RC_LOG() << (written.ok() ? "written" : qPrintable(written.error().detail));
        RC_ASSERT(written.ok());
        const auto read = readAll(openTable(path("p.xlsx"), {}));
        RC_ASSERT(!read.error);
        test::ReadTable expected;
        for (const QList<Cell> &row : asSheet(table))
            expected.rows.append(Row{0, row});
        RC_LOG() << qPrintable(read.text()) << "\ninstead of\n" << qPrintable(expected.text());
        RC_ASSERT(cellsOf(read) == asSheet(table));
    }));
}

void TestTableWriter::xlsx_sheet_isLaidOut()
{
    const TableHead head{{u"姓名"_s, u"电话"_s, u"一个很长很长的列名"_s}, u"患者[1]/*"_s, {0, 30}};
    QVERIFY(writeTable(xlsxWriter, m_disk, path("l.xlsx"), head, {{textCell(u"=1+1"_s), textCell(u"0138"_s)}}).ok());
    const auto info = look(path("l.xlsx"));
    QCOMPARE(info->sheets, (QList<SheetInfo>{{u"患者_1___"_s, false}}));
    QCOMPARE(readAll(openTable(path("l.xlsx"), {})).text(), u"姓名|电话|一个很长很长的列名\n=1+1|0138"_s);

    QProcess unzip;
    unzip.start(u"unzip"_s, {u"-p"_s, path("l.xlsx"), u"xl/worksheets/sheet1.xml"_s});
    QVERIFY(unzip.waitForFinished());
    const QByteArray sheet = unzip.readAllStandardOutput();
    QVERIFY(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
    QVERIFY(sheet.contains("<col min=\"2\" max=\"2\" width=\"30.7109375\""));
    QVERIFY(sheet.contains("<col min=\"3\" max=\"3\" width=\"20.7109375\""));
    QVERIFY(sheet.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"));
    QVERIFY(!sheet.contains("<f>"));
    unzip.start(u"unzip"_s, {u"-p"_s, path("l.xlsx"), u"xl/styles.xml"_s});
    QVERIFY(unzip.waitForFinished());
    QVERIFY(unzip.readAllStandardOutput().contains("<b/>"));
    QCOMPARE(QFile::permissions(path("l.xlsx")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestTableWriter::xlsx_cellExcelCannotHold_isText_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("readKind");
    QTest::addColumn<QString>("readText");
    const auto row = [](Kind kind, const QString &text, Kind readKind, const QString &readText) {
        QTest::newRow(qPrintable(text)) << int(kind) << text << int(readKind) << readText;
    };
    row(Kind::Number, u"110105199003071234"_s, Kind::Text, u"110105199003071234"_s);
    row(Kind::Number, u"007"_s, Kind::Text, u"007"_s);
    row(Kind::Number, u"0.1234567890123456"_s, Kind::Text, u"0.1234567890123456"_s);
    row(Kind::Number, u"128.00"_s, Kind::Number, u"128"_s);
    row(Kind::Number, u"five"_s, Kind::Text, u"five"_s);
    row(Kind::Date, u"1899-12-31"_s, Kind::Text, u"1899-12-31"_s);
    row(Kind::Date, u"1900-01-01"_s, Kind::Date, u"1900-01-01"_s);
    row(Kind::Date, u"1900-02-28"_s, Kind::Date, u"1900-02-28"_s);
    row(Kind::Date, u"1900-03-01"_s, Kind::Date, u"1900-03-01"_s);
    row(Kind::Date, u"9999-12-31"_s, Kind::Date, u"9999-12-31"_s);
    row(Kind::Date, u"1979-08"_s, Kind::Text, u"1979-08"_s);
    row(Kind::Date, u"2023-02-29"_s, Kind::Text, u"2023-02-29"_s);
    row(Kind::DateTime, u"9999-12-31T23:59:59"_s, Kind::DateTime, u"9999-12-31T23:59:59"_s);
    row(Kind::DateTime, u"2024-03-05 14:30:00"_s, Kind::Text, u"2024-03-05 14:30:00"_s);
    row(Kind::DateTime, u"2024-03-05T14:30:00"_s, Kind::DateTime, u"2024-03-05T14:30:00"_s);
    row(Kind::Time, u"23:59:59"_s, Kind::Time, u"23:59:59"_s);
    row(Kind::Time, u"36:00:00"_s, Kind::Text, u"36:00:00"_s);
    row(Kind::Boolean, u"yes"_s, Kind::Text, u"yes"_s);
    row(Kind::Error, u"#N/A"_s, Kind::Text, u"#N/A"_s);
}

void TestTableWriter::xlsx_cellExcelCannotHold_isText()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(int, readKind);
    QFETCH(QString, readText);
    QVERIFY(writeTable(xlsxWriter, m_disk, path("k.xlsx"), {}, {{made(Kind(kind), text)}}).ok());
    const auto read = readAll(openTable(path("k.xlsx"), {}));
    QCOMPARE(read.rows.size(), 1);
    QCOMPARE(read.rows[0].cells[0].text, readText);
    QCOMPARE(int(read.rows[0].cells[0].kind), readKind);
}

void TestTableWriter::write_whatTheFileCannotHold_isRefused()
{
    const auto message = [this](const Begin &begin, const Table &table) {
        const auto written = writeTable(begin, m_disk, path("no"), {}, table);
        const bool clean = !QFile::exists(path("no")) && !QFile::exists(path("no.part"));
        return written.ok() ? QString() : written.error().message + (clean ? QString() : u" (left over)"_s);
    };
    const Table wide{QList<Cell>(1001, textCell(u"x"_s))};
    const QString tooWide = u"A table of more than 1000 columns cannot be written."_s;
    QCOMPARE(message(csvWriter, wide), tooWide);
    QCOMPARE(message(xlsxWriter, wide), tooWide);
    const Table longText{{textCell(u"x"_s)}, {textCell(QString(32'768, u'x'))}};
    QCOMPARE(message(xlsxWriter, longText),
             u"Row 2 has a text of 32768 characters, and a cell of a workbook holds 32767. Export as CSV instead."_s);
    QVERIFY(writeTable(csvWriter, m_disk, path("long.csv"), {}, longText).ok());
    QVERIFY(writeTable(xlsxWriter, m_disk, path("long.xlsx"), {}, {{textCell(QString(32'767, u'神'))}}).ok());
    // A carriage return takes seven characters.
    QCOMPARE(writeTable(xlsxWriter, m_disk, path("cr.xlsx"), {}, {{textCell(QString(4'682, u'\r'))}}).error().code,
             Code::Invalid);
    QVERIFY(writeTable(xlsxWriter, m_disk, path("cr.xlsx"), {}, {{textCell(QString(4'681, u'\r'))}}).ok());
    // Nothing more after a refusal.
    auto writer = xlsxWriter(m_disk, path("no"), {});
    QVERIFY(!(*writer)->write(wide[0]).ok());
    QVERIFY(!(*writer)->write({textCell(u"x"_s)}).ok());
    QVERIFY(!(*writer)->finish().ok());
    QVERIFY(!QFile::exists(path("no")));
}

void TestTableWriter::write_brokenCharacters_areReplaced()
{
    const QString text = u"a"_s + QChar(0xD842) + u"b"_s + QChar(0xDFB7) + QChar(u'\0') + u"c"_s;
    for (const auto &[name, begin] : {std::pair<const char *, Begin>("b.csv", csvWriter), {"b.xlsx", xlsxWriter}}) {
        QVERIFY(writeTable(begin, m_disk, path(name), {}, {{textCell(text)}}).ok());
        QCOMPARE(readAll(openTable(path(name), {})).text(), u"a\uFFFDb\uFFFD\uFFFDc"_s);
    }
}

void TestTableWriter::write_notFinished_leavesNothing_data()
{
    QTest::addColumn<bool>("workbook");
    QTest::newRow("csv") << false;
    QTest::newRow("xlsx") << true;
}

void TestTableWriter::write_notFinished_leavesNothing()
{
    QFETCH(bool, workbook);
    QTemporaryDir folder;
    {
        const Begin begin = workbook ? Begin(xlsxWriter) : Begin(csvWriter);
        auto writer = begin(m_disk, folder.filePath(u"x"_s), {{u"a"_s}, {}, {}});
        QVERIFY(writer.ok());
        QVERIFY((*writer)->write({textCell(u"b"_s)}).ok());
        QVERIFY(!QFile::exists(folder.filePath(u"x"_s)));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void TestTableWriter::write_diskFailing_leavesTheOldFileOrTheNew_data()
{
    write_notFinished_leavesNothing_data();
}

void TestTableWriter::write_diskFailing_leavesTheOldFileOrTheNew()
{
    QFETCH(bool, workbook);
    const Begin begin = workbook ? Begin(xlsxWriter) : Begin(csvWriter);
    using How = FaultyFiles::How;
    const Table table{{textCell(u"new"_s)}};
    for (const How how : {How::Before, How::Torn, How::After}) {
        int call = 1;
        for (bool failed = true; failed; ++call) {
            QTemporaryDir folder;
            const QString target = folder.filePath(u"x"_s);
            QVERIFY(m_disk.write(target, "old").ok());
            FaultyFiles files(m_disk);
            files.failAt(call, how, false);
            const auto written = writeTable(begin, files, target, {}, table);
            failed = files.failed();
            const bool isOld = bytesOf(target) == "old";
            QVERIFY(isOld || readAll(openTable(target, {})).text() == u"new"_s);
            if (!failed)
                QVERIFY(written.ok() && !isOld);
            // A failed removal of the rest may leave it; nothing else may.
            if (failed && !written.ok())
                QVERIFY(!QFile::exists(target + u".part"_s));
        }
        QVERIFY2(call >= 4, "the loop met the calls");
    }
}

void TestTableWriter::xlsx_whileWriting_nothingElseLiesOnTheDisk()
{
    QTemporaryDir folder;
    auto writer = xlsxWriter(m_disk, folder.filePath(u"x.xlsx"_s), {});
    for (int i = 0; i < 20'000; ++i)
        QVERIFY((*writer)->write({textCell(u"some text to fill a buffer"_s)}).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"x.xlsx.part"_s});
    QVERIFY((*writer)->finish().ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"x.xlsx"_s});
}

void TestTableWriter::xlsx_diskFull_isNoticed()
{
    // Every write to this device fails as on a full disk; the finished workbook would be empty.
    const QString target = path("full.xlsx");
    auto writer = xlsxWriter(m_disk, target, {});
    QVERIFY(writer.ok());
    QVERIFY((*writer)->write({textCell(u"x"_s)}).ok());
    QVERIFY(m_disk.remove(target + u".part"_s).ok());
    QVERIFY(QFile::link(u"/dev/full"_s, target + u".part"_s));
    const auto finished = (*writer)->finish();
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().code, Code::Broken);
    QCOMPARE(finished.error().message,
             u"The workbook %1 could not be written; perhaps the disk is full."_s.arg(target));
    QVERIFY(!QFile::exists(target));
}

QTEST_APPLESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
