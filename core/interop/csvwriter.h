#pragma once

#include "interop/tablewriter.h"

namespace xinglin::interop::csv {

class Writer final : public TableWriter
{
public:
    Writer(Files &files, const QString &path);
    ~Writer() override;
    /// Writes the mark and the heads; once, first.
    Result<Done> begin(const TableHead &head);
    Result<Done> write(const QList<Cell> &row) override;
    Result<Done> finish() override;

private:
    Result<Done> flush(qsizetype below);

    Files &m_files;
    QString m_path;
    QString m_part;
    QByteArray m_bytes;
    bool m_failed = false;
    bool m_finished = false;
};

} // namespace xinglin::interop::csv
