#pragma once

#include "base/clock.h"

#include <compare>
#include <cstdint>

namespace xinglin {

/// Hybrid logical time: 48 bits of milliseconds, 16 bits of counter. Orders changes; never decides acceptance.
struct Hlc
{
    quint64 value = 0;

    static constexpr Hlc of(qint64 ms, std::uint16_t counter)
    {
        return Hlc{(static_cast<quint64>(ms) << 16) | counter};
    }
    constexpr qint64 ms() const { return static_cast<qint64>(value >> 16); }
    constexpr std::uint16_t counter() const { return static_cast<std::uint16_t>(value & 0xFFFF); }
    constexpr auto operator<=>(const Hlc &) const = default;

    /// The next time after @p last, not before the wall clock. A full counter borrows the next millisecond.
    static Hlc next(Hlc last, Instant wall)
    {
        const Hlc fresh = of(toMs(wall), 0);
        return fresh > last ? fresh : Hlc{last.value + 1};
    }
};

} // namespace xinglin
