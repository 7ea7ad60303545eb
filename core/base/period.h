#pragma once

#include "base/clock.h"

namespace xinglin {

/// A half-open span of time [from, to), UTC. A valid one has from < to.
struct Period
{
    Instant from;
    Instant to;
    bool operator==(const Period &) const = default;

    bool isValid() const { return from < to; }
    bool overlaps(const Period &other) const { return from < other.to && other.from < to; }
    bool contains(Instant at) const { return from <= at && at < to; }
};

} // namespace xinglin
