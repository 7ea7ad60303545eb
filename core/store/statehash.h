#pragma once

#include "store/connection.h"

#include <QByteArray>

#include <functional>

namespace xinglin::store {

/// What the synced tables hold, in 32 bytes: for each row BLAKE2b-256 over table, id and the columns that are not null,
/// summed modulo 2^256. The order of rows, their local numbers, local tables, and empty columns or tables that a later
/// schema adds do not change it.
struct StateHash
{
    QByteArray sum;  ///< 32 bytes, big endian.
    qint64 rows = 0; ///< Rows that were summed.
    bool operator==(const StateHash &) const = default;
};

/// Reads every synced table that the store has. Throws Failure: Cancelled when @p cancelled says so, Damaged where a
/// page cannot be read.
StateHash stateHash(Connection &connection, const Registry &registry, const std::function<bool()> &cancelled = {});

} // namespace xinglin::store
