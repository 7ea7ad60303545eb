#pragma once

#include <cstdint>

/// Colours of pictures, by the formulas of the CIE.
namespace xinglin::colour {

/// As it stands in a picture: sRGB, 0 to 255.
struct Rgb
{
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    bool operator==(const Rgb &) const = default;
};

/// The light itself: sRGB primaries, 0 to 1; what a correction gives may lie outside.
struct Light
{
    double r = 0;
    double g = 0;
    double b = 0;
    bool operator==(const Light &) const = default;
};

/// CIE 1976 L*a*b* for D65 and the 2° observer: lightness 0 to 100, green to red, blue to yellow.
struct Lab
{
    double l = 0;
    double a = 0;
    double b = 0;
    bool operator==(const Lab &) const = default;
};

/// IEC 61966-2-1 (sRGB), both ways; what lies outside 0 to 1 becomes the nearest end.
Light lightOf(Rgb colour);
Rgb rgbOf(Light light);
/// Luminance, 0 to 1: the Y of IEC 61966-2-1.
double luminance(Light light);

/// CIE 15:2004 over the XYZ of IEC 61966-2-1; white is D65.
Lab labOf(Light light);
inline Lab labOf(Rgb colour)
{
    return labOf(lightOf(colour));
}
Light lightOf(Lab colour);

/// CIEDE2000 (CIE 142-2001; formulas as in Sharma, Wu and Dalal, Color Research and Application 30, 2005): about 1 is
/// the least that an eye sees side by side.
double difference(Lab one, Lab other);

} // namespace xinglin::colour
