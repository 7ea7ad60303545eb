#pragma once

#include "base/files.h"

#include <QStringList>

#include <functional>

/// A small file whose two older versions are kept beside it as <path>.1 and <path>.2.
namespace xinglin::keptfile {

enum class Copies {
    Leave,   ///< A detail changed (a counter): the copies stay.
    Rotate,  ///< The present file becomes .1, that becomes .2.
    Replace, ///< Both copies become the new file: what they would still open must not be opened any more.
};

/// Paths of the copies, the newer first.
QStringList copiesOf(const QString &path);

/// Writes @p bytes beside @p path, reads them back and asks @p opens; only then are the copies made and the file put in
/// its place. @p path holds the old or the new bytes at every moment; on failure the old ones, unless the
/// error's detail begins with "in doubt": then nobody can tell yet.
Result<Done> save(Files &files, const QString &path, const QByteArray &bytes, qint64 mostBytes, Copies copies,
                  const std::function<bool(const QByteArray &)> &opens);

} // namespace xinglin::keptfile
