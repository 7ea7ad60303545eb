#pragma once

#include "base/random.h"
#include "engines/colour/colourcard.h"

namespace xinglin::test {

/// A lamp and a camera: what they make of the light of a scene.
struct Lamp
{
    const char *name;
    colour::Correction colours; ///< Of lamp and camera together.
    double falloff = 0;         ///< How much darker the right edge is than the left.
    double noise = 0;           ///< In steps of 255.
};

/// Daylight, a warm bulb, a greenish tube, a dim warm bulb with noise.
const std::vector<Lamp> &lamps();

/// Where the card lies: the corners of its black frame, in parts of the picture, upper left first and round to the
/// right.
using Place = colour::Quadrilateral;
Place lyingFlat();

/// A face with its tongue out, in its own colours: body, coating, sides, lips, a dark mouth.
class Scene
{
public:
    Scene(int width, int height) : m_width(width), m_height(height) {}

    void setCard(const Place &place) { m_card = place; }
    void withoutCard() { m_card.reset(); }
    /// Printed by a printer that does not meet the colours: each patch this much off, in turn.
    void setPrinter(double error) { m_printer = error; }

    /// As the light itself, before any lamp.
    colour::Light lightAt(double x, double y) const;
    /// Taken with this lamp.
    colour::Picture taken(const Lamp &lamp, std::uint64_t seed = 1) const;
    /// Whether a pixel shows the tongue.
    bool isTongue(int x, int y) const;
    int width() const { return m_width; }
    int height() const { return m_height; }

private:
    int m_width;
    int m_height;
    std::optional<Place> m_card = lyingFlat();
    double m_printer = 0;
};

} // namespace xinglin::test
