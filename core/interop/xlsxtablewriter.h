#pragma once

#include "interop/tablewriter.h"

namespace xinglin::interop::xlsx {

/// Whether a cell holds the text: 32,767 characters as it is written, where a character that XML cannot hold takes
/// seven.
bool fitsCell(const QString &text);

class Writer final : public TableWriter
{
public:
    Writer(Files &files, const QString &path);
    ~Writer() override;
    /// Makes the sheet and writes the heads; once, first.
    Result<Done> begin(const TableHead &head);
    Result<Done> write(const QList<Cell> &row) override;
    Result<Done> finish() override;

private:
    struct Sheet;

    std::optional<Error> writeRow(const QList<Cell> &row, bool head);
    std::optional<Error> readThrough() const;
    Error failed(int number) const;

    Files &m_files;
    QString m_path;
    QString m_part;
    std::unique_ptr<Sheet> m_sheet; ///< None before begin() and after a failure or finish().
    qint64 m_rows = 0;
    qint64 m_filledCells = 0;
    bool m_finished = false;
};

} // namespace xinglin::interop::xlsx
