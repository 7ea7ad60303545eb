#pragma once

#include <QByteArray>

namespace xinglin {

/// The place whose time zone is called @p name in other programs: "US/Eastern" and "Eastern Standard Time" are
/// America/New_York. Empty for a name that nobody gave; also for a bare offset ("GMT+8"), which is east to some and
/// west to others.
QByteArray placeOfZone(const QByteArray &name);

} // namespace xinglin
