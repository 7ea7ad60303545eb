#pragma once

#include "base/files.h"

#include <QStringList>

#include <functional>

namespace xinglin::interop {

/// Packs the files @p names of @p folder into a new ZIP file at @p path, in their order, and reads the list of what is
/// in it again. On return it is on disk. @p told is asked now and then; false stops with Code::Cancelled. What an
/// error leaves at @p path is for the caller to remove.
Result<Done> zipFolder(Files &files, const QString &folder, const QStringList &names, const QString &path,
                       const std::function<bool(double part)> &told = {});

} // namespace xinglin::interop
