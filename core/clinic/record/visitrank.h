#pragma once

#include "store/store.h"

namespace xinglin::record {

/// Keeps number and day of the last visit in the rank row of patients whose visits changed. A follower.
void followRank(store::Transaction &tx, const QList<store::RowChange> &rows);

/// Counts the visits of every rank row anew: problem "search.changed". A further check of store::verify().
void checkRank(store::Connection &connection, store::VerifyReport &report);

} // namespace xinglin::record
