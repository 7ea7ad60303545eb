#pragma once

#include "base/clock.h"

#include <QByteArrayView>

#include <optional>

namespace xinglin::ui {

/// When a JPEG says it was taken (Exif 2.32, DateTimeOriginal and, where it stands there, OffsetTimeOriginal); without
/// an offset the camera's clock was that of @p zone. nullopt where it says nothing that can be read; never fails on
/// whatever bytes.
std::optional<Instant> takenAt(QByteArrayView jpeg, const QTimeZone &zone);

} // namespace xinglin::ui
