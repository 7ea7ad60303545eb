#pragma once

#include "interop/table.h"

#include <QIODevice>

namespace xinglin::interop::csv {

/// How a CSV file is cut into cells.
struct Dialect
{
    TextEncoding encoding = TextEncoding::Utf8;
    QChar delimiter = u',';
    bool replaceMisfits = false;
    bool trim = false;
};

/// A CSV file (RFC 4180, and what programs make of it): cells in quotation marks hold delimiters, line breaks and
/// doubled marks; a mark inside a cell that does not begin with one is a mark; a line ends with CR, LF or both. Rows
/// are as long as they are in the file, but for empty cells beyond TableLimits::columns.
class Reader final : public TableSource
{
public:
    Reader(std::unique_ptr<QIODevice> file, const Dialect &dialect);

    Result<bool> next(Row &row) override;
    qint64 bytesDone() const override { return m_bytesDone; }
    qint64 bytesTotal() const override { return m_file->size(); }

private:
    enum class At {
        RowStart,
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted, ///< After a mark in a quoted cell: its end, or the first of a doubled one.
        AfterQuoted,   ///< Between the end of a quotation and the delimiter.
    };

    std::optional<Error> refill();
    std::optional<Error> readRow(Row &row);
    std::optional<Error> step(QChar c, Row &row);
    std::optional<Error> plainRun(qsizetype from);
    std::optional<Error> keep(QStringView piece);
    std::optional<Error> endCell(Row &row);
    std::optional<Error> endRow(Row &row);
    std::optional<Error> endOfFile(Row &row);
    void countLine(QChar c);
    bool endsPlain(QChar c) const;

    std::unique_ptr<QIODevice> m_file;
    Dialect m_dialect;
    TextDecoder m_decoder;
    QString m_text;     ///< Decoded and not yet cut.
    qsizetype m_at = 0; ///< In m_text.
    qint64 m_bytesDone = 0;
    bool m_fileEnded = false;
    bool m_begun = false;
    bool m_over = false; ///< At the end, or after an error.
    bool m_rowDone = false;
    bool m_misfits = false; ///< What m_text ends with is followed by a byte that does not fit.

    At m_state = At::RowStart;
    QString m_cell;
    bool m_wasQuoted = false;
    qsizetype m_rowChars = 0;
    qsizetype m_column = 0;
    qint64 m_line = 1; ///< Of the character at m_at.
    qint64 m_quoteLine = 0;
    bool m_afterReturn = false;
};

} // namespace xinglin::interop::csv
