#include "base/random.h"

#include <QtGlobal>

#include <algorithm>

#include <unistd.h>

namespace xinglin {

/// Straight from the kernel: Qt's generator asks the processor for each four bytes, which takes ten times as long for
/// the sixteen of an id.
void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    constexpr std::size_t most = 256; // at once
    for (std::size_t at = 0; at < bytes.size(); at += most) {
        if (getentropy(bytes.data() + at, std::min(most, bytes.size() - at)) != 0)
            qFatal("the system gives no random bytes");
    }
}

} // namespace xinglin
