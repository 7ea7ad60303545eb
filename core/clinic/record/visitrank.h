#pragma once

#include "store/store.h"

namespace xinglin::record {

/// Keeps number and day of the last visit in the rank row of patients whose visits changed. A follower.
void followRank(store::Transaction &tx, const QList<store::RowChange> &rows);

} // namespace xinglin::record
