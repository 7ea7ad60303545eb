#pragma once

#include "store/verify.h"

namespace xinglin::store {

/// Tables, indexes, triggers, version and application id against what the shipped files make. Part of verify().
void checkSchema(Connection &connection, VerifyReport &report);

} // namespace xinglin::store
