#pragma once

#include "interop/table.h"

#include <QBuffer>
#include <QStringList>

namespace xinglin::test {

/// A whole table, or the error that ended it, as one would look at it.
struct ReadTable
{
    QList<interop::Row> rows;
    std::optional<Error> error;

    /// The rows' texts, cells divided by "|" and rows by line breaks; the error in the last line.
    QString text() const
    {
        QStringList lines;
        for (const interop::Row &row : rows) {
            QStringList cells;
            for (const interop::Cell &cell : row.cells)
                cells.append(cell.text);
            lines.append(cells.join(u'|'));
        }
        if (error)
            lines.append(QStringLiteral("! ") + error->message);
        return lines.join(u'\n');
    }
    QList<qint64> lines() const
    {
        QList<qint64> numbers;
        for (const interop::Row &row : rows)
            numbers.append(row.line);
        return numbers;
    }
};

inline ReadTable readAll(Result<std::unique_ptr<interop::TableSource>> table)
{
    ReadTable read;
    if (!table) {
        read.error = table.error();
        return read;
    }
    for (;;) {
        interop::Row row;
        auto more = (*table)->next(row);
        if (!more)
            read.error = more.error();
        if (!more || !*more)
            return read;
        read.rows.append(row);
    }
}

inline ReadTable readBytes(const QByteArray &bytes, const interop::ReadOptions &options = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return readAll(interop::openTable(std::move(buffer), options));
}

inline Result<interop::TableInfo> lookAtBytes(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return interop::look(buffer);
}

} // namespace xinglin::test
