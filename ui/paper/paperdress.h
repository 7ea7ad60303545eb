#pragma once

#include "store/snapshot.h"
#include "ui/paper/sheets.h"

#include <QMap>

namespace xinglin::ui {

/// What the clinic has settled about all its papers.
struct PaperDress
{
    QString line;                    ///< Stands at the upper edge of every paper; may be empty.
    QMap<QString, bool> largeOfKind; ///< Kinds that are printed on A4, everything larger by as much.
    bool operator==(const PaperDress &) const = default;
};

/// Kinds whose size can be chosen: those that are laid out on A5.
const QStringList &resizableKinds();
/// The key of the setting that says "A5" or "A4".
QString paperSizeKey(const QString &kind);

Result<PaperDress> paperDress(const store::Snapshot &view);

/// The same pages with the clinic's line, and on A4 where that is settled.
Sheets dressed(const Sheets &sheets, const PaperDress &dress);

} // namespace xinglin::ui
