#pragma once

#include "engines/linkage/linkage.h"
#include "interop/importing.h"

#include <memory>

namespace xinglin::interop {

/// A line that is read and ready to be compared.
struct PreparedRow
{
    ImportRow row;
    linkage::Subject subject;
    QList<qint64> keys;
};

/// What the engine compares of a line.
linkage::Person personOf(const ImportRow &row);

/// The lines of a file, read and prepared on a thread of its own while others are being written.
class LineFeed
{
public:
    /// Lines up to @p after (of the file) are passed over. @p catalog outlives the feed.
    LineFeed(const ImportSpec &spec, const Catalog &catalog, QDate today, qint64 after);
    ~LineFeed();

    /// The next lines, as many as go into one transaction; none at the end. After an error there are no further ones.
    Result<QList<PreparedRow>> next();
    qint64 bytesDone() const;
    qint64 bytesTotal() const;
    /// What was made of the columns so far.
    QList<ColumnTold> columns() const;

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

/// The note of an imported visit: where it comes from, and who treated the patient there.
QString noteFor(const QString &practitioner, const QString &source);

} // namespace xinglin::interop
