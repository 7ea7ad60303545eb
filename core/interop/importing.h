#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/patient/batches.h"
#include "interop/importmapping.h"
#include "interop/importrow.h"
#include "interop/table.h"
#include "store/store.h"

#include <functional>

/// Bringing tables of other programs into the clinic: a look, a dry run that accounts for every line, and the import as
/// a batch that can be taken back as one.
namespace xinglin::interop {

struct ImportSpec
{
    QString path;
    ImportKind kind = ImportKind::Patients;
    ReadOptions reading;
    int headerRow = 0; ///< Rows before it are passed over; counted from 0, empty ones not at all.
    Mapping mapping;
    bool takeLikely = false; ///< Lines that are only likely of somebody known come in as well; the rest never.
};

/// What a file looks like before anything of it is read as data.
struct Looked
{
    TableInfo info;
    ImportSpec spec;         ///< With what was found; to be changed by the person.
    QStringList header;      ///< Names of the columns, each once.
    QList<QStringList> rows; ///< The first ones, without what stands above the header.
    bool remembered = false; ///< The mapping is the one that was last used for such a file.
};
/// Reads the beginning. @p remembered gives the mapping that was last used for a header (as JSON), empty where there
/// is none. Refused as look() and openTable(), and with Code::Invalid a file without rows.
Result<Looked> lookAt(const QString &path, ImportKind kind, const ReadOptions &reading,
                      const std::function<QByteArray(const QString &header)> &remembered = {});
/// The same with another header row or kind than were found.
Result<Looked> lookAgain(const Looked &looked, ImportKind kind, int headerRow,
                         const std::function<QByteArray(const QString &header)> &remembered = {});
/// How a header is known again: folded, in its order.
QString headerKey(const QStringList &header);

struct ImportProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    batch::Totals totals;
};
/// Told now and then; false stops.
using ImportTold = std::function<bool(const ImportProgress &)>;

/// What became of every line.
struct ImportReport
{
    batch::Totals totals;     ///< lines = added + duplicates + rejected, always.
    QList<batch::Line> lines; ///< What there is to tell, in the order of the file; at most mostLines.
    qint64 untold = 0;        ///< Of a dry run: further ones that are only counted.
    QList<ColumnTold> columns;
    bool operator==(const ImportReport &) const = default;
};
inline constexpr qsizetype mostLines = 20000;

/// Goes through the whole file and writes nothing. Conflict ("path"), as runImport(), where the file comes from a
/// training clinic (by its name, a folder above it or the manifest of the export) and this clinic is none. For a worker
/// thread.
Result<ImportReport> dryRun(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                            const ImportSpec &spec, const ImportTold &told = {});

struct Imported
{
    batch::Batch batch;
    ImportReport report; ///< Without what was told of lines: that stands with the batch.
};
/// Brings the file in as one batch and closes it. Stopped or refused on the way, the batch is taken back and nothing
/// stays (Code::Cancelled). For a worker thread: transactions of well under a second, others write between them.
Result<Imported> runImport(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                           const ImportSpec &spec, const ImportTold &told = {});
/// Goes on with a batch that a crash left open. Code::Conflict where the file is not the one it was begun with.
Result<Imported> resumeImport(store::Store &store, const store::Actor &actor, const Catalog &catalog, BatchId id,
                              const QString &path, const ImportTold &told = {});

/// How the spec is kept with the batch: kind, header row, reading and mapping as JSON.
QByteArray specToJson(const ImportSpec &spec);

} // namespace xinglin::interop
