#include "base/random.h"

#include <bit>
#include <cstring>

namespace xinglin {

std::uint64_t Random::next()
{
    std::uint8_t bytes[8];
    fill(bytes);
    std::uint64_t value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

std::uint64_t Random::below(std::uint64_t below)
{
    // Rejection keeps it uniform.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % below;
    for (;;) {
        if (const std::uint64_t value = next(); value < limit)
            return value % below;
    }
}

double Random::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        const std::size_t count = std::min(sizeof z, bytes.size() - at);
        std::memcpy(bytes.data() + at, &z, count);
        at += count;
    }
}

} // namespace xinglin
