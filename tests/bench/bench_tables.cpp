// Reads and writes a table of 100,000 rows and 20 columns as CSV and XLSX beside the least that such work can be:
// bench_tables [ROWS]. Prints rows and megabytes per second and the growth of the resident memory.
#include "base/files.h"
#include "interop/tablewriter.h"
#include "interop/xlsxpackage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <functional>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 20;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

[[noreturn]] void fail(const QString &why)
{
    out() << why << Qt::endl;
    std::exit(2);
}

qint64 peakKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

/// Lets the peak begin anew with what is resident now.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// Runs @p work, which returns how many rows it met, and prints what that cost.
void measured(const char *what, qint64 bytes, int rows, const std::function<qint64()> &work)
{
    forgetPeak();
    const qint64 before = peakKiB();
    QElapsedTimer timer;
    timer.start();
    const qint64 met = work();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (met != rows)
        fail(QStringLiteral("%1: %2 rows instead of %3").arg(QLatin1String(what)).arg(met).arg(rows));
    out() << QLatin1String(what).toString().leftJustified(28) << QString::number(seconds, 'f', 2) << " s, "
          << qRound64(rows / seconds) << " rows/s, ";
    if (bytes > 0)
        out() << QString::number(double(bytes) / 1e6 / seconds, 'f', 1) << " MB/s, ";
    out() << "peak " << peakKiB() << " KiB (+" << peakKiB() - before << ")" << Qt::endl;
}

QList<Cell> rowOf(int number)
{
    QList<Cell> row;
    for (int i = 0; i < columns; ++i) {
        switch (i % 5) {
        case 0:
            row.append(textCell(u"患者%1"_s.arg(number)));
            break;
        case 1:
            row.append({Cell::Kind::Number, QString::number(13'800'000'000 + number), false});
            break;
        case 2:
            row.append(
                {Cell::Kind::Date, QDate(1950, 1, 1).addDays((number * 7 + i) % 20'000).toString(Qt::ISODate), {}});
            break;
        case 3:
            row.append(textCell(u"麻黄9g，桂枝6g，\"杏仁\" %1"_s.arg(i)));
            break;
        default:
            row.append(Cell{});
        }
    }
    return row;
}

qint64 writeRows(Result<std::unique_ptr<TableWriter>> writer, int rows)
{
    if (!writer)
        fail(writer.error().message);
    for (int i = 0; i < rows; ++i) {
        if (auto written = (*writer)->write(rowOf(i)); !written)
            fail(written.error().message);
    }
    if (auto finished = (*writer)->finish(); !finished)
        fail(finished.error().message);
    return rows;
}

qint64 readRows(const QString &path)
{
    auto table = openTable(path, {});
    if (!table)
        fail(table.error().message);
    Row row;
    qint64 rows = 0;
    for (;;) {
        auto more = (*table)->next(row);
        if (!more)
            fail(more.error().message);
        if (!*more)
            return rows;
        ++rows;
    }
}

/// Lines cut at every comma, without a thought for quotation or encoding.
qint64 splitLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(file.errorString());
    qint64 rows = 0;
    qint64 cells = 0;
    while (!file.atEnd()) {
        cells += QString::fromUtf8(file.readLine()).split(u',').size();
        ++rows;
    }
    return cells > 0 ? rows : 0;
}

/// The sheet unpacked, its bytes looked at once.
qint64 inflate(const QString &path, qint64 *bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(file.errorString());
    auto package = xlsx::Package::open(file);
    if (!package)
        fail(package.error().message);
    auto part = (*package)->part("xl/worksheets/sheet1.xml");
    if (!part)
        fail(part.error().message);
    qint64 rows = 0;
    for (;;) {
        auto piece = (*part)->read(1 << 16);
        if (!piece)
            fail(piece.error().message);
        if (piece->isEmpty())
            break;
        rows += piece->count('\n');
    }
    *bytes = (*part)->bytesDone();
    return rows;
}

} // namespace

int main(int argc, char **argv)
{
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    const QString csv = folder.filePath(u"table.csv"_s);
    const QString xlsx = folder.filePath(u"table.xlsx"_s);
    DiskFiles files;
    qint64 generated = 0;
    measured("making the rows alone", 0, rows, [&] {
        for (int i = 0; i < rows; ++i)
            generated += rowOf(i).isEmpty() ? 0 : 1;
        return generated;
    });
    measured("CSV: write", 0, rows, [&] { return writeRows(csvWriter(files, csv, {}), rows); });
    const qint64 csvBytes = QFile(csv).size();
    out() << "CSV: " << csvBytes << " bytes" << Qt::endl;
    measured("CSV: lines split at commas", csvBytes, rows, [&] { return splitLines(csv); });
    measured("CSV: look", csvBytes, rows, [&] { return look(csv).ok() ? rows : 0; });
    measured("CSV: look and read", csvBytes, rows, [&] { return readRows(csv); });

    measured("XLSX: write", 0, rows, [&] { return writeRows(xlsxWriter(files, xlsx, {}), rows); });
    qint64 sheetBytes = 0;
    inflate(xlsx, &sheetBytes);
    out() << "XLSX: " << QFile(xlsx).size() << " bytes, sheet " << sheetBytes << " bytes" << Qt::endl;
    measured("XLSX: unpack only", sheetBytes, rows, [&] {
        inflate(xlsx, &sheetBytes);
        return qint64(rows);
    });
    measured("XLSX: read", sheetBytes, rows, [&] { return readRows(xlsx); });
    return 0;
}
