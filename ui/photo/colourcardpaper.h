#pragma once

#include "ui/paper/sheets.h"

namespace xinglin::ui {

/// The clinic's colour card on A4, to be cut out: the card itself in colour, and how it is used.
Sheets colourCardSheet(const QString &clinic, const QString &printedOn);

} // namespace xinglin::ui
