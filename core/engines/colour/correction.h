#pragma once

#include "engines/colour/picture.h"

#include <array>
#include <optional>
#include <span>

namespace xinglin::colour {

/// Light in, light out: a 3 × 3 matrix, row by row.
struct Correction
{
    std::array<double, 9> matrix{1, 0, 0, 0, 1, 0, 0, 0, 1};
    bool operator==(const Correction &) const = default;

    Light apply(Light light) const;
};

/// What a camera saw, and what it should have seen.
struct Pair
{
    Light seen;
    Light wanted;
};

/// The matrix with the least sum of squares of what is left, each pair weighted by how dark it should be, as an eye
/// would. nullopt where the pairs do not tell three colours apart.
std::optional<Correction> fitted(std::span<const Pair> pairs);

/// Makes the mean of the picture grey at the same luminance: a guess for pictures without a card, right only where the
/// scene is grey on the whole. What is nearly black or burnt out does not count; no channel changes more than
/// threefold.
Correction greyWorld(const Picture &picture);

Picture corrected(const Picture &picture, const Correction &correction);

} // namespace xinglin::colour
