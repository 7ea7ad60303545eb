#pragma once

#include "store/record.h"

namespace xinglin::store {

/// Versions of a row's cells by column, as the table `cell` holds them; 0 stands for the columns that nobody changed
/// since the row was made.
QByteArray packVersions(const QMap<int, Version> &versions);
QMap<int, Version> unpackVersions(const QByteArray &bytes);

} // namespace xinglin::store
