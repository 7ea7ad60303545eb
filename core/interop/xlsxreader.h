#pragma once

#include "interop/xlsxbook.h"

namespace xinglin::interop::xlsx {

/// Opens a sheet of @p book, with the texts and styles that its cells point at.
Result<std::unique_ptr<TableSource>> openSheet(std::unique_ptr<Book> book, int sheet);

} // namespace xinglin::interop::xlsx
