#pragma once

#include "interop/table.h"

#include <QBuffer>

#include <cstdlib>

namespace xinglin::fuzz {

/// Ends the run where a promise of the reader does not hold.
inline void promised(bool holds)
{
    if (!holds)
        std::abort();
}

/// Looks at the bytes, reads the table to its end and holds every row to what table.h says.
inline void readToTheEnd(const QByteArray &bytes, const interop::ReadOptions &options)
{
    using interop::Cell;
    QBuffer looked;
    looked.setData(bytes);
    looked.open(QIODevice::ReadOnly);
    const auto info = interop::look(looked);
    promised(info.ok() || !info.error().message.isEmpty());

    auto file = std::make_unique<QBuffer>();
    file->setData(bytes);
    file->open(QIODevice::ReadOnly);
    auto table = interop::openTable(std::move(file), options);
    if (!table) {
        promised(!table.error().message.isEmpty());
        return;
    }
    interop::Row row;
    qint64 line = 0;
    for (;;) {
        const auto more = (*table)->next(row);
        if (!more) {
            promised(!more.error().message.isEmpty());
            const auto after = (*table)->next(row);
            promised(after.ok() && !*after);
            return;
        }
        if (!*more)
            return;
        promised(row.line > line);
        line = row.line;
        promised(!row.cells.isEmpty() && row.cells.size() <= interop::TableLimits::columns);
        for (const Cell &cell : std::as_const(row.cells)) {
            promised(cell.text.isEmpty() == (cell.kind == Cell::Kind::Empty));
            promised(cell.text.size() <= interop::TableLimits::cellBytes);
        }
    }
}

} // namespace xinglin::fuzz
