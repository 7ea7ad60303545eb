#pragma once

#include "interop/xlsxformats.h"
#include "interop/xlsxpackage.h"

namespace xinglin::interop::xlsx {

/// How each style of the workbook's cells shows a number, by the style's number.
Result<QList<Shown>> shownByStyle(const Package &package, const QByteArray &part);

} // namespace xinglin::interop::xlsx
