#pragma once

#include "ui/paper/paperdress.h"

namespace xinglin::ui {

/// A page that shows whether a printer keeps sizes and edges: a frame 10 mm from the edge, a ruler of 100 mm, and the
/// faces and sizes of papers, on the page that papers of the kind are printed on. Names nobody.
Sheets testPage(const QString &kind, const QString &clinic, const PaperDress &dress = {});

} // namespace xinglin::ui
