#pragma once

#include "base/files.h"
#include "interop/table.h"

#include <QStringList>

#include <memory>

namespace xinglin::interop {

/// Writes a table row by row. It grows beside its place under another name and is put there by finish(), whole; one
/// that is not finished is removed. Characters that no file can hold (a zero, half of a pair) become U+FFFD.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    /// The next row below the heads. After an error nothing more can be written. Refused with Code::Invalid what the
    /// kind of file cannot hold.
    virtual Result<Done> write(const QList<Cell> &row) = 0;
    /// On return the file is in its place and on disk.
    virtual Result<Done> finish() = 0;
};

struct TableHead
{
    QStringList names; ///< The first row; none where empty.
    QString sheet;     ///< Name of a workbook's sheet; what Excel does not allow in it is replaced.
    QList<int> widths; ///< Of a workbook's columns, in characters of the Latin alphabet; 0 or missing: by the name.
};

/// CSV as Chinese Excel and WPS open it by a double click: UTF-8 with its mark, commas, CRLF, RFC 4180 quotation. What
/// would be taken for a formula leaves with an apostrophe (see csvguard.h). Read again it is the same table, all text;
/// a row without cells comes back as a row of one empty cell. @p files outlives the writer.
Result<std::unique_ptr<TableWriter>> csvWriter(Files &files, const QString &path, const TableHead &head);

/// An Excel workbook of one sheet, the heads bold and always in view. Texts are texts, whatever they look like; dates
/// and numbers are such as far as Excel has them exactly (years 1900 to 9999, 15 digits), otherwise texts. The finished
/// file is read through once before it is put in its place. @p files outlives the writer.
Result<std::unique_ptr<TableWriter>> xlsxWriter(Files &files, const QString &path, const TableHead &head);

} // namespace xinglin::interop
