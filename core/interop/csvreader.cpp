#include "interop/csvreader.h"

#include "interop/csvguard.h"
#include "interop/csvtext.h"
#include "interop/tabledigits.h"

#include <QCoreApplication>

namespace xinglin::interop::csv {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Csv)
};

constexpr qint64 pieceBytes = qint64(1) << 16;

Error invalid(const QString &message, const char *detail)
{
    return Error{Code::Invalid, message, {}, QString::fromLatin1(detail)};
}

} // namespace

Reader::Reader(std::unique_ptr<QIODevice> file, const Dialect &dialect)
    : m_file(std::move(file))
    , m_dialect(dialect)
    , m_decoder(dialect.encoding, dialect.replaceMisfits ? TextDecoder::Misfits::Replace : TextDecoder::Misfits::Stop)
{
}

Result<bool> Reader::next(Row &row)
{
    row.cells.clear();
    if (m_over)
        return false;
    if (!m_begun) {
        m_begun = true;
        m_bytesDone = markBytes(*m_file, m_dialect.encoding);
        m_file->seek(m_bytesDone);
        if (auto failed = refill()) {
            m_over = true;
            return *failed;
        }
        if (declaredDelimiter(m_text)) {
            // Excel's word about the delimiter is no row.
            m_line = 2;
            m_at = QStringView(m_text).sliced(5).startsWith(u"\r\n") ? 7 : 6;
        }
    }
    if (auto failed = readRow(row)) {
        m_over = true;
        row.cells.clear();
        return *failed;
    }
    if (m_over && !m_rowDone)
        return false;
    return true;
}

std::optional<Error> Reader::refill()
{
    m_text.clear();
    m_at = 0;
    if (m_misfits)
        return std::nullopt;
    const QByteArray piece = m_file->read(pieceBytes);
    if (piece.isEmpty() && !m_file->atEnd())
        return Error{Code::Broken, Tr::tr("The file cannot be read: %1").arg(m_file->errorString()), {}, {}};
    m_bytesDone += piece.size();
    m_fileEnded = piece.isEmpty();
    m_misfits = !m_decoder.decode(piece, m_fileEnded, m_text);
    return std::nullopt;
}

std::optional<Error> Reader::readRow(Row &row)
{
    m_rowDone = false;
    while (!m_rowDone) {
        if (m_at == m_text.size()) {
            if (m_misfits) {
                const qint64 before = markBytes(*m_file, m_dialect.encoding) + m_decoder.bytesBeforeMisfit();
                return misfitError({m_dialect.encoding, before + 1, m_line});
            }
            if (m_fileEnded)
                return endOfFile(row);
            if (auto failed = refill())
                return failed;
            continue;
        }
        if (auto failed = step(m_text[m_at], row))
            return failed;
    }
    return std::nullopt;
}

bool Reader::endsPlain(QChar c) const
{
    return c == m_dialect.delimiter || c == u'\n' || c == u'\r' || c.isNull();
}

void Reader::countLine(QChar c)
{
    if (c == u'\r' || (c == u'\n' && !m_afterReturn))
        ++m_line;
    m_afterReturn = c == u'\r';
}

std::optional<Error> Reader::step(QChar c, Row &row)
{
    if (c.isNull())
        return invalid(Tr::tr("Line %1 has a byte of value zero, which no text has. The file is damaged or is not a "
                              "table of text.")
                           .arg(m_line),
                       "zero byte");
    switch (m_state) {
    case At::RowStart:
        if (c == u'\r' || c == u'\n') {
            countLine(c);
            ++m_at;
            return std::nullopt;
        }
        row.line = m_line;
        m_state = At::CellStart;
        [[fallthrough]];
    case At::CellStart:
        m_afterReturn = false;
        if (c == u' ' && m_dialect.trim && m_dialect.delimiter != u' ') {
            ++m_at;
            ++m_rowChars;
            return std::nullopt;
        }
        if (c == u'"') {
            m_state = At::Quoted;
            m_wasQuoted = true;
            m_quoteLine = m_line;
            ++m_at;
            return std::nullopt;
        }
        m_state = At::Plain;
        [[fallthrough]];
    case At::Plain:
    case At::AfterQuoted: {
        if (c == m_dialect.delimiter) {
            ++m_at;
            m_state = At::CellStart;
            return endCell(row);
        }
        if (c == u'\r' || c == u'\n') {
            countLine(c);
            ++m_at;
            return endRow(row);
        }
        return plainRun(m_at);
    }
    case At::Quoted: {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] != u'"' && !m_text[end].isNull())
            countLine(m_text[end++]);
        const QStringView run = QStringView(m_text).sliced(m_at, end - m_at);
        m_at = end;
        if (auto failed = keep(run))
            return failed;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            m_afterReturn = false;
            m_state = At::QuoteInQuoted;
            ++m_at;
        }
        return std::nullopt;
    }
    case At::QuoteInQuoted:
        if (c == u'"') {
            m_state = At::Quoted;
            ++m_at;
            return keep(u"\"");
        }
        m_state = At::AfterQuoted;
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Error> Reader::plainRun(qsizetype from)
{
    qsizetype end = from;
    while (end < m_text.size() && !endsPlain(m_text[end]))
        ++end;
    QStringView run = QStringView(m_text).sliced(from, end - from);
    m_at = end;
    // What follows a quotation is taken along, blanks only where they are kept.
    if (m_state == At::AfterQuoted && m_dialect.trim && run.trimmed().isEmpty())
        run = {};
    return keep(run);
}

std::optional<Error> Reader::keep(QStringView piece)
{
    m_rowChars += piece.size();
    if (m_cell.size() + piece.size() > TableLimits::cellBytes) {
        const auto line = m_wasQuoted ? m_quoteLine : m_line;
        return invalid(Tr::tr("The cell that begins in line %1 has more than %2 characters. Perhaps a quotation mark "
                              "there is not closed.")
                           .arg(line)
                           .arg(TableLimits::cellBytes),
                       "cell too long");
    }
    if (m_rowChars > TableLimits::rowChars)
        return invalid(Tr::tr("The row that ends after line %1 has more than %2 characters.")
                           .arg(m_line)
                           .arg(TableLimits::rowChars),
                       "row too long");
    m_cell += piece;
    return std::nullopt;
}

std::optional<Error> Reader::endCell(Row &row)
{
    if (!m_wasQuoted && m_dialect.trim)
        m_cell = m_cell.trimmed();
    ++m_rowChars;
    ++m_column;
    if (m_column > TableLimits::columns && !m_cell.isEmpty())
        return invalid(
            Tr::tr("The row that begins in line %1 has more than %2 columns.").arg(row.line).arg(TableLimits::columns),
            "too many columns");
    if (m_column <= TableLimits::columns) {
        row.cells.append(textCell(unguarded(m_cell)));
        row.cells.last().digitsLost = isShortened(m_cell);
    }
    if (m_rowChars > TableLimits::rowChars)
        return keep({});
    m_cell = QString();
    m_wasQuoted = false;
    return std::nullopt;
}

std::optional<Error> Reader::endRow(Row &row)
{
    if (auto failed = endCell(row))
        return failed;
    m_state = At::RowStart;
    m_rowChars = 0;
    m_column = 0;
    m_rowDone = true;
    return std::nullopt;
}

std::optional<Error> Reader::endOfFile(Row &row)
{
    m_over = true;
    if (m_state == At::RowStart)
        return std::nullopt;
    if (m_state == At::Quoted)
        return invalid(Tr::tr("The quotation mark that opens a cell in line %1 is not closed before the file ends.")
                           .arg(m_quoteLine),
                       "quote not closed");
    return endRow(row);
}

} // namespace xinglin::interop::csv
