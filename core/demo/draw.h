#pragma once

#include "base/random.h"

#include <QList>

namespace xinglin::demo {

/// A whole number from @p from to @p to, both included.
inline int draw(Random &random, int from, int to)
{
    return from + static_cast<int>(random.below(static_cast<quint64>(to - from + 1)));
}

inline bool chance(Random &random, double probability)
{
    return random.unit() < probability;
}

template <class T>
const T &pick(Random &random, const QList<T> &list)
{
    return list[static_cast<qsizetype>(random.below(static_cast<quint64>(list.size())))];
}

} // namespace xinglin::demo
