#pragma once

#include "store/store.h"

namespace xinglin {

/// Registers what the clinic's nouns keep up to date by every commit: search keys and ranks of patients, and
/// who may be the same as whom.
void addFollowers(store::Store &store);

} // namespace xinglin
