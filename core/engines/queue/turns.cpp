#include "engines/queue/turns.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace xinglin::queueing {

Instant due(const Waiting &one, const Weights &weights)
{
    Instant due = one.arrived + weights.walkIn;
    if (one.booked)
        due = one.arrived <= *one.booked + weights.grace ? *one.booked : one.arrived;
    if (one.priority == Priority::Priority)
        due -= weights.priority;
    if (one.priority == Priority::Urgent)
        due = one.arrived - weights.urgent;
    return one.skipped ? std::max(due, *one.skipped) + weights.afterSkipping * std::max(1, one.skips) : due;
}

bool isBefore(const Waiting &one, const Waiting &other, const Weights &weights)
{
    const auto key = [&](const Waiting &who) { return std::tuple(due(who, weights), who.arrived, who.number); };
    return key(one) < key(other);
}

QList<qsizetype> turns(const QList<Waiting> &waiting, const Weights &weights)
{
    QList<qsizetype> order(waiting.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return isBefore(waiting[a], waiting[b], weights); });
    return order;
}

Instant safeFrom(const Waiting &one, const Weights &weights)
{
    // The earliest somebody can be due who comes at a moment: booked a grace before it, and with priority.
    return due(one, weights) + weights.grace + weights.priority;
}

} // namespace xinglin::queueing
