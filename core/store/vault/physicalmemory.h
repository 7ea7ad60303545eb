#pragma once

#include <QtGlobal>

namespace xinglin::crypto {

/// Bytes of memory this PC has; 0 where the system does not say.
quint64 physicalMemory();

} // namespace xinglin::crypto
