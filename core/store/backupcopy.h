#pragma once

#include "store/connection.h"

#include "base/files.h"

#include <functional>

namespace xinglin::store {

/// Told how far long work is, @p of 0 where that is not known; false ends it with Code::Cancelled. Called often, on the
/// working thread.
using StepWatch = std::function<bool(qint64 done, qint64 of)>;

/// Copies the whole database behind @p source to a new file @p path under another key, page by page, and puts it on
/// disk. Where @p source has an open read view, that very state is copied, and whoever writes meanwhile is not held up.
/// Throws Failure; the file is then left to the caller.
void copyDatabase(Connection &source, const QString &path, const QByteArray &keyLiteral, Files &files,
                  const StepWatch &watch = {});

} // namespace xinglin::store
