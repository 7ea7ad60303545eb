#pragma once

#include "store/store.h"

namespace xinglin {

/// Registers what the clinic's nouns keep up to date by every commit: search keys and ranks of patients.
void addFollowers(store::Store &store);

} // namespace xinglin
