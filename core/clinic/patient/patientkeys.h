#pragma once

#include "store/store.h"

namespace xinglin::patient {

/// Keeps search keys and the rank row of patients whose names, telephones or numbers changed, of those that got
/// one by a batch that closed, and of merged ones. A follower: runs in every commit, local or received.
void followKeys(store::Transaction &tx, const QList<store::RowChange> &rows);

/// Writes the keys of every findable patient anew, sorted; for a store filled without followers.
void rebuildKeys(store::Transaction &tx);

/// Makes every key anew in memory and compares: problems "search.missing", "search.stray", "search.changed". A further
/// check of store::verify().
void checkKeys(store::Connection &connection, store::VerifyReport &report);

} // namespace xinglin::patient
