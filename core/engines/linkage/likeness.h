#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace xinglin::linkage {

/// Jaro's measure with Winkler's bonus for a common beginning of up to four characters, 0 … 1; the same in both
/// directions. W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
/// Record Linkage, 1990.
double jaroWinkler(QStringView one, QStringView other);

/// Insertions, deletions, replacements and swaps of neighbours that make one text the other, each place touched once
/// (optimal string alignment); @p most + 1 where there are more than @p most.
int edits(QStringView one, QStringView other, int most);

/// Twice the common elements over all of them (Dice), 0 … 1; 0 where either is empty. Both are sorted, each element
/// once.
double dice(const std::vector<std::uint16_t> &one, const std::vector<std::uint16_t> &other);

/// True where two sorted lists have an element in common.
bool meet(const std::vector<quint64> &one, const std::vector<quint64> &other);

} // namespace xinglin::linkage
