#pragma once

#include "access/session.h"
#include "app/cli/command.h"
#include "interop/importing.h"

namespace xinglin::cli {

/// Options that say how a table is read: --map, --sheet, --encoding, --delimiter, --replace.
QList<Option> tableOptions();
/// The file as asked for on the command line, with its columns understood. Refusals as interop::lookAt(), and
/// Code::Invalid where the map file is wrong or something is missing in it.
Result<interop::ImportSpec> specFor(const Call &call, const QString &path, interop::ImportKind kind);
/// All that was told of the lines of an import.
QList<batch::Line> toldLines(const access::Session &session, BatchId id);

} // namespace xinglin::cli
