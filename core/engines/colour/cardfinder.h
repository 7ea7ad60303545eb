#pragma once

#include "engines/colour/colourcard.h"

namespace xinglin::colour {

/// Looks for the card: a dark frame with four corners in which six patches look, up to a lamp, as they should. Turned
/// in any direction, mirrored, seen somewhat from aside. nullopt where there is none, or where too much of it is burnt
/// out to tell colours by it.
std::optional<FoundCard> findCard(const Picture &picture);

} // namespace xinglin::colour
