#pragma once

#include "store/connection.h"

namespace xinglin::store {

/// "XLN1": tells our stores from other SQLite files.
inline constexpr int ApplicationId = 0x584C4E31;

/// Number of the newest schema file under `:/schema`.
int newestSchema();
/// Number of the schema the connection's store has; 0 for an empty one.
int schemaOf(Connection &connection);
/// Runs the numbered files that are missing, each in a transaction of its own. Throws Failure.
void migrate(Connection &connection);
/// Bytes of a file under `:/schema`, such as "registry.json".
QByteArray schemaFile(const QString &name);

} // namespace xinglin::store
