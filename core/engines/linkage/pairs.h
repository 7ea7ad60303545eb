#pragma once

#include "engines/linkage/linkage.h"

#include <functional>

namespace xinglin::linkage {

/// Two records of a list.
struct Pair
{
    qsizetype one = 0; ///< Place in the list; less than other.
    qsizetype other = 0;
    Match match;
    bool operator==(const Pair &) const = default;
};

/// Told now and then how much of the work is done; false stops it.
using Progress = std::function<bool(qsizetype done, qsizetype total)>;

/// A key that more records share says nothing (the clinic's own telephone, entered for everybody) and is passed over.
inline constexpr qsizetype widestBlock = 2000;

/// All pairs of @p subjects at or above @p least that share a key, in the order of their places, with the doubt about
/// twins that compareAmong() has. Stopped, what has been found so far, none of it Certain without a document. Takes 16
/// bytes for each key of each record besides the result.
QList<Pair> pairs(const QList<Subject> &subjects, Level least, const Progress &progress = {});

} // namespace xinglin::linkage
