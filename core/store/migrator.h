#pragma once

#include "base/files.h"
#include "store/connection.h"

#include <QStringList>

namespace xinglin::store {

/// "XLN1": tells our stores from other SQLite files.
inline constexpr int ApplicationId = 0x584C4E31;

/// Names of the schema files in their order; they are numbered without gaps from 1.
QStringList schemaFiles();
/// Number of the newest schema file under `:/schema`.
int newestSchema();
/// Number of the schema the connection's store has; 0 for an empty one.
int schemaOf(Connection &connection);
/// Runs the numbered files that are missing, all in one transaction, and checks what came of it before it is committed.
/// Throws Failure; the store is then as it was.
void migrate(Connection &connection);
/// Where a store at @p path of schema @p schema is kept before it is changed.
QString keptPath(const QString &path, int schema);
/// Copies the store at @p path, checks the copy by opening it again, and puts it at keptPath(). Throws Failure.
void keepBeforeMigrating(Connection &connection, const QString &path, const QByteArray &keyLiteral, Files &files);
/// Bytes of a file under `:/schema`, such as "registry.json".
QByteArray schemaFile(const QString &name);

} // namespace xinglin::store
