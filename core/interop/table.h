#pragma once

#include "base/result.h"
#include "base/text/textdecoder.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

/// Tables that come from other programs and go to them. Nothing here knows what the columns mean.
namespace xinglin::interop {

/// One cell as a person reads it.
struct Cell
{
    enum class Kind {
        Empty,
        Text,     ///< All that a CSV file has.
        Number,   ///< Decimal digits with a point: no exponent, no zeros after the last decimal that counts.
        Date,     ///< ISO 8601: 2024-03-05, or 2024-03 where the workbook shows no day.
        DateTime, ///< ISO 8601 to the second, no time zone: 2024-03-05T14:30:00.
        Time,     ///< ISO 8601 to the second, below 24 hours: 14:30:00.
        Boolean,  ///< TRUE or FALSE.
        Error,    ///< What a formula failed with: #N/A, #VALUE!.
    };
    Kind kind = Kind::Empty;
    QString text; ///< Empty exactly where the kind is Empty.
    /// A whole number of more than 15 digits that was kept as a number, so that the program which wrote it may have put
    /// zeros for its last digits: of an identity card's number, for example, only the first 15 can be trusted. In a CSV
    /// file, what a spreadsheet left of such a number: 1.10105E+17.
    bool digitsLost = false;
    bool operator==(const Cell &) const = default;
};

/// A text's cell; an empty text makes an empty one.
Cell textCell(const QString &text);

struct Row
{
    qint64 line = 0;   ///< Where it begins, the first being 1: the line of a CSV file, the row of a sheet.
    QList<Cell> cells; ///< As many as this row has; a sheet's row ends with its last cell that is not empty.
};

/// A table, row by row, in memory of fixed size. Rows without anything in them (an empty line, a row of a sheet with
/// frames only) are passed over. One who has seen enough simply stops asking.
class TableSource
{
public:
    virtual ~TableSource() = default;
    /// Puts the next row into @p row; false at the end. After an error there is no further row.
    virtual Result<bool> next(Row &row) = 0;
    /// For a bar of progress: in bytes, of the file or of the unpacked sheet.
    virtual qint64 bytesDone() const = 0;
    virtual qint64 bytesTotal() const = 0;
};

/// No cell, row or table goes beyond these; one that does is refused in words.
struct TableLimits
{
    static constexpr qsizetype columns = 1000;                 ///< With something in them.
    static constexpr qsizetype cellBytes = qsizetype(1) << 20; ///< Characters, or bytes where they are UTF-8.
    static constexpr qsizetype rowChars = qsizetype(1) << 22;
};

enum class TableKind { Csv, Xlsx };

/// How much stands behind an encoding that was found.
enum class Certainty {
    Certain, ///< The file says so itself, or has only ASCII in it, which reads the same in all of them.
    Likely,  ///< All of it fits, and reads as Chinese where GB 18030 was found.
    Guess,   ///< All of it fits, but so would other encodings: show it before it is taken.
    None,    ///< Nothing fits whole: the person has to choose.
};

struct SheetInfo
{
    QString name;
    bool hidden = false;
    bool operator==(const SheetInfo &) const = default;
};

/// The first byte that does not fit an encoding.
struct Misfit
{
    TextEncoding tried = TextEncoding::Utf8;
    qint64 byte = 0; ///< Its place in the file, the first being 1.
    qint64 line = 0; ///< The first being 1.
    bool operator==(const Misfit &) const = default;
};

/// What can be told before a row is read.
struct TableInfo
{
    TableKind kind = TableKind::Csv;
    qint64 bytes = 0;
    QList<SheetInfo> sheets; ///< Of a workbook, in its order.
    /// Of a CSV file; nothing where none fits whole, and then `misfits` says for each that was tried where it failed.
    std::optional<TextEncoding> encoding;
    Certainty certainty = Certainty::None;
    QList<Misfit> misfits;
    QChar delimiter = u','; ///< Of a CSV file.
    bool spaced = false;    ///< A blank follows nearly every delimiter of the CSV file: worth trimming.
};

struct ReadOptions
{
    int sheet = 0; ///< Of TableInfo::sheets.
    /// Of a CSV file. What is left out is found as look() finds it.
    std::optional<TextEncoding> encoding;
    std::optional<QChar> delimiter;
    /// Reads bytes that do not fit the encoding as U+FFFD; otherwise the table ends there with an error.
    bool replaceMisfits = false;
    /// Takes blanks away from both ends of cells that are not quoted.
    bool trim = false;
};

/// Says what @p file is, by what is in it and not by its name. Reads a CSV file whole, to be sure of its encoding; of
/// a workbook only the list of its sheets. @p file is open and can be sought in. Refused with Code::Invalid what is no
/// table we read (an older .xls, a workbook with a password, a web page …), with Code::Damaged what is cut off or
/// broken; the message says what to do.
Result<TableInfo> look(QIODevice &file);
Result<TableInfo> look(const QString &path);

/// Opens the table for reading from its first row. Refused as by look(), and with field "encoding" where the encoding
/// has to be chosen, "sheet" where there is no such sheet.
Result<std::unique_ptr<TableSource>> openTable(std::unique_ptr<QIODevice> file, const ReadOptions &options);
Result<std::unique_ptr<TableSource>> openTable(const QString &path, const ReadOptions &options);

} // namespace xinglin::interop
