#pragma once

#include "clinic/catalog/catalog.h"
#include "interop/exportpapers.h"
#include "interop/exportrows.h"
#include "store/store.h"

#include <functional>

/// Everything the clinic keeps, in open formats, so that it can leave at any time: a file for each kind of record, the
/// attachments, a dictionary of the columns and a manifest. What the actor may not read is not in it, and the manifest
/// says so.
namespace xinglin::interop {

struct ExportSpec
{
    QString path; ///< Of the folder that is made; of a ZIP file where it ends with ".zip". Nothing may be there yet.
    ExportFormat format = ExportFormat::Csv;
    QStringList kinds{};          ///< Names as in ExportKinds; empty: all.
    qint64 sheetRows = SheetRows; ///< Of a workbook.
};

struct ExportProgress
{
    qint64 done = 0; ///< Of `total`; rows, as far as they can be counted beforehand.
    qint64 total = 0;
    qint64 rows = 0; ///< Written by now.
};
/// Told now and then; false stops.
using ExportTold = std::function<bool(const ExportProgress &)>;

/// What an export of this actor would hold.
struct ExportOutlook
{
    QList<OpenKind> kinds;
    QList<LeftOut> leftOut;
    bool ownOnly = false; ///< Narrative of own patients alone.
};
/// Asks ExportData; takes the narrative in where ReadNarrative is held as well. Refuses a name that no kind has
/// (Invalid) and somebody who only looks as somebody else.
Result<ExportOutlook> lookAhead(const store::Snapshot &view, const QStringList &kinds = {});

struct Exported
{
    QString path;
    QList<ExportedFile> files; ///< Also those that are no table.
    QList<LeftOut> leftOut;
    qint64 rows = 0;
    QString left; ///< A folder of the files, not encrypted, that could not be removed; mostly none.
};
/// Writes the export from one view, beside its place under another name, and puts it there whole; stopped (Cancelled)
/// or refused on the way, nothing of it stays; where it cannot be removed the error and the log name it. Two audit
/// rows: "data.export" is committed before anything is written, "data.exported" with the counts before it is put in its
/// place; both name the kinds and whose narrative is in it. Conflict where something is at the path already. From a
/// training clinic the name is marked as access::leavingPath() says; where it is stands in what comes back. For a
/// worker thread. @p files outlives the call.
Result<Exported> runExport(store::Store &store, const store::Actor &actor, const Catalog &catalog,
                           const ExportSpec &wanted, Files &files, const ExportTold &told = {});

/// Where an export grows until it is whole. What a power cut left there goes with the clinic's next export to the same
/// path, or by this PC to the same folder.
QString growingPath(const QString &path);

} // namespace xinglin::interop
