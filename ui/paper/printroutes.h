#pragma once

#include "base/files.h"

#include <QMap>

namespace xinglin::ui {

/// Where papers of a kind go on this PC.
struct PrintRoute
{
    QString printer; ///< Empty: the default printer of the PC, or PDFs below the documents where there is none.
    QString tray;    ///< Empty: as the printer is set.
    int copies = 1;
    QString folder; ///< Saved there as PDF instead of printed.
    bool operator==(const PrintRoute &) const = default;
};

/// The routes of this PC, by kind of paper. They stand in a file beside the store and leave it neither with a backup
/// nor with the change log: another PC has other printers.
using PrintRoutes = QMap<QString, PrintRoute>;

constexpr int mostCopies = 9;

QString printRoutesPath(const QString &clinicFolder);
/// None where the file is not there or says nothing that can be understood. Blocks.
PrintRoutes readPrintRoutes(Files &files, const QString &path);
/// Whole or not at all. Blocks.
Result<Done> writePrintRoutes(Files &files, const QString &path, const PrintRoutes &routes);

} // namespace xinglin::ui
