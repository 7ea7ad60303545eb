#pragma once

#include "ui/paper/sheets.h"

namespace xinglin::ui {

/// A page that shows whether a printer keeps sizes and edges: a frame 10 mm from the edge, a ruler of 100 mm, and the
/// faces and sizes of papers. Names nobody.
Sheets testPage(const QString &kind, const QString &clinic);

} // namespace xinglin::ui
