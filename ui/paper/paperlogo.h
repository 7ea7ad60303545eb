#pragma once

#include "base/files.h"

#include <QImage>

namespace xinglin::ui {

/// A logo as it is kept: a PNG of at most logoSide dots a side and a size that the store takes, whatever it was made
/// of; what else a picture file says is left behind. From PNG, JPEG or SVG; refuses everything else, and what is too
/// large (Invalid, with a sentence). Takes long for large pictures: on a worker thread.
Result<QByteArray> logoFrom(const QByteArray &file);
/// The same of a file on disk. Blocks.
Result<QByteArray> logoOfFile(Files &files, const QString &path);

/// To paint it; null where there is none, and for what is no PNG.
QImage logoImage(const QByteArray &png);

constexpr int logoSide = 600; ///< 26 mm at 600 dots an inch.

} // namespace xinglin::ui
