#pragma once

#include "engines/colour/correction.h"
#include "engines/colour/quadrilateral.h"

/// The clinic's own colour card: six patches in a black frame on white paper, printed once and held into every picture.
/// What matters is that it is the same card each time; how well the printer met its colours matters less.
namespace xinglin::colour {

/// A square of the card.
struct Patch
{
    Rgb colour; ///< As it should look.
    double x;   ///< Of its left upper corner, in millimetres from that of the black frame.
    double y;
};

inline constexpr double CardWidth = 90; ///< Of the black frame, in millimetres.
inline constexpr double CardHeight = 61.5;
inline constexpr double PatchSide = 24;
/// White paper that must stay round the frame.
inline constexpr double CardMargin = 8;

/// White (the paper itself), light grey, dark grey; red, green, blue.
inline constexpr std::array<Patch, 6> CardPatches{{
    {{243, 243, 243}, 4.5, 4.5},
    {{160, 160, 160}, 33, 4.5},
    {{85, 85, 85}, 61.5, 4.5},
    {{190, 60, 60}, 4.5, 33},
    {{70, 150, 80}, 33, 33},
    {{60, 85, 170}, 61.5, 33},
}};

/// The card as it was found in a picture.
struct FoundCard
{
    Quadrilateral corners; ///< Of the black frame, in pixels: its upper left corner first, then round to the right.
    std::array<Light, 6> patches;
    std::array<bool, 6> burnt{}; ///< Too bright to count.
    bool mirrored = false;       ///< The picture is: left and right are exchanged in it.
    Correction correction;
    double before = 0; ///< Mean CIEDE2000 of the patches to what they should be, as taken …
    double after = 0;  ///< … and corrected.
    bool operator==(const FoundCard &) const = default;
};

/// Why a picture is shown in the colours it is shown in.
enum class Basis {
    Card,      ///< By the card in it: pictures can be compared.
    GreyWorld, ///< Guessed: no card was found.
};

/// A picture with its colours set right.
struct Corrected
{
    Picture picture;
    Basis basis = Basis::GreyWorld;
    Correction correction;
    std::optional<FoundCard> card;
};

/// Corrects by the card where there is one, else by the guess of greyWorld().
Corrected corrected(const Picture &picture);

} // namespace xinglin::colour
