#include "engines/colour/colourcard.h"

#include "engines/colour/cardfinder.h"

namespace xinglin::colour {

Corrected corrected(const Picture &picture)
{
    Corrected made;
    made.card = findCard(picture);
    made.basis = made.card ? Basis::Card : Basis::GreyWorld;
    made.correction = made.card ? made.card->correction : greyWorld(picture);
    made.picture = corrected(picture, made.correction);
    return made;
}

} // namespace xinglin::colour
