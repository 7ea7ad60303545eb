#include "engines/colour/scene.h"

#include <algorithm>
#include <cmath>

namespace xinglin::test {

using namespace colour;

namespace {

/// Of a point within a circle drawn long: below 1 inside.
double ellipse(double x, double y, double cx, double cy, double rx, double ry)
{
    return std::hypot((x - cx) / rx, (y - cy) / ry);
}

/// A point of the picture as the card's millimetres, by asking the perspective the other way.
std::optional<Point> onCard(const Place &place, Point at)
{
    // Far from it nothing is asked.
    double left = 1;
    double right = 0;
    double top = 1;
    double bottom = 0;
    for (const Point &corner : place) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    if (at.x < left - 0.2 || at.x > right + 0.2 || at.y < top - 0.2 || at.y > bottom + 0.2)
        return std::nullopt;
    // The card's own corners as seen from the picture: the same maths with the two exchanged.
    const auto seen = Perspective::of(1, 1, place);
    if (!seen)
        return std::nullopt;
    // Newton's steps from the middle; the map is smooth and nearly flat.
    Point guess{0.5, 0.5};
    for (int i = 0; i < 12; ++i) {
        const Point now = (*seen)(guess);
        if (std::abs(at.x - now.x) + std::abs(at.y - now.y) < 1e-9)
            break;
        const Point aside = (*seen)({guess.x + 1e-4, guess.y});
        const Point below = (*seen)({guess.x, guess.y + 1e-4});
        const double a = (aside.x - now.x) * 1e4;
        const double b = (below.x - now.x) * 1e4;
        const double c = (aside.y - now.y) * 1e4;
        const double d = (below.y - now.y) * 1e4;
        const double det = a * d - b * c;
        if (std::abs(det) < 1e-12)
            return std::nullopt;
        guess.x += (d * (at.x - now.x) - b * (at.y - now.y)) / det;
        guess.y += (a * (at.y - now.y) - c * (at.x - now.x)) / det;
    }
    return Point{guess.x * CardWidth, guess.y * CardHeight};
}

Light printed(std::size_t patch, double error)
{
    Light light = lightOf(CardPatches[patch].colour);
    // The paper is as it is; each ink is off in another direction.
    if (patch == 0)
        return light;
    light.r *= 1 + error * (patch % 2 == 0 ? 1 : -1);
    light.g *= 1 + error * (patch % 3 == 0 ? 1 : -0.5);
    light.b *= 1 + error * (patch % 3 == 1 ? -1 : 0.7);
    return light;
}

} // namespace

const std::vector<Lamp> &lamps()
{
    static const std::vector<Lamp> all{
        {"daylight", {{0.80, 0.03, 0.01, 0.02, 0.82, 0.02, 0.01, 0.04, 0.80}}, 0.04, 1.0},
        {"a warm bulb", {{0.88, 0.06, 0.00, 0.05, 0.66, 0.01, 0.01, 0.08, 0.34}}, 0.06, 1.5},
        {"a greenish tube", {{0.62, 0.05, 0.01, 0.06, 0.88, 0.03, 0.02, 0.07, 0.66}}, 0.05, 1.5},
        {"a dim warm bulb", {{0.40, 0.03, 0.00, 0.02, 0.30, 0.01, 0.00, 0.03, 0.16}}, 0.05, 2.0},
    };
    return all;
}

Place lyingFlat()
{
    return {Point{0.06, 0.62}, Point{0.36, 0.62}, Point{0.36, 0.62 + 0.30 * 4 / 3 * CardHeight / CardWidth},
            Point{0.06, 0.62 + 0.30 * 4 / 3 * CardHeight / CardWidth}};
}

Light Scene::lightAt(double x, double y) const
{
    if (m_card) {
        const auto at = onCard(*m_card, {x, y});
        if (at && at->x > -CardMargin && at->y > -CardMargin && at->x < CardWidth + CardMargin &&
            at->y < CardHeight + CardMargin) {
            if (at->x < 0 || at->y < 0 || at->x > CardWidth || at->y > CardHeight)
                return lightOf(CardPatches[0].colour);
            for (std::size_t i = 0; i < CardPatches.size(); ++i) {
                const Patch &patch = CardPatches[i];
                if (at->x > patch.x && at->y > patch.y && at->x < patch.x + PatchSide && at->y < patch.y + PatchSide)
                    return printed(i, m_printer);
            }
            return {0.018, 0.018, 0.019};
        }
    }
    if (ellipse(x, y, 0.62, 0.58, 0.16, 0.30) < 1) { // the tongue
        const double centre = ellipse(x, y, 0.62, 0.52, 0.10, 0.20);
        if (centre < 1)
            return lightOf(Rgb{214, 186, 174}); // coating
        if (centre < 1.3)
            return lightOf(Rgb{205, 142, 138});
        return lightOf(y > 0.78 ? Rgb{188, 84, 86} : Rgb{196, 112, 112}); // a red tip
    }
    if (ellipse(x, y, 0.62, 0.36, 0.18, 0.16) < 1)
        return lightOf(Rgb{52, 26, 28}); // the mouth
    if (ellipse(x, y, 0.62, 0.40, 0.24, 0.24) < 1)
        return lightOf(Rgb{176, 104, 100}); // lips
    if (ellipse(x, y, 0.62, 0.40, 0.40, 0.75) < 1)
        return lightOf(Rgb{206, 164, 140}); // skin
    return lightOf(Rgb{120, 130, 128});     // the wall
}

Picture Scene::taken(const Lamp &lamp, std::uint64_t seed) const
{
    SeededRandom random(seed);
    Picture picture(m_width, m_height);
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            const double right = (x + 0.5) / m_width;
            const Light light = lamp.colours.apply(lightAt(right, (y + 0.5) / m_height));
            const double left = 1 - lamp.falloff * right;
            const Rgb clean = rgbOf({light.r * left, light.g * left, light.b * left});
            const auto noisy = [&](std::uint8_t value) {
                const double grain = (random.unit() + random.unit() + random.unit() - 1.5) * 2 * lamp.noise;
                return static_cast<std::uint8_t>(std::clamp(std::lround(value + grain), 0L, 255L));
            };
            picture.at(x, y) = {noisy(clean.r), noisy(clean.g), noisy(clean.b)};
        }
    }
    return picture;
}

bool Scene::isTongue(int x, int y) const
{
    return ellipse((x + 0.5) / m_width, (y + 0.5) / m_height, 0.62, 0.58, 0.15, 0.29) < 1;
}

} // namespace xinglin::test
