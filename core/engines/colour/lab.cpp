#include "engines/colour/lab.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace xinglin::colour {

namespace {

// D65, 2° observer.
constexpr double WhiteX = 0.95047;
constexpr double WhiteZ = 1.08883;
// (6/29)³ and the slope there: CIE 15:2004.
constexpr double Threshold = 216.0 / 24389.0;
constexpr double Slope = 24389.0 / 27.0;

double decoded(std::uint8_t value)
{
    static const std::array<double, 256> table = [] {
        std::array<double, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double v = static_cast<double>(i) / 255;
            values[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        }
        return values;
    }();
    return table[value];
}

std::uint8_t encoded(double light)
{
    const double v = std::clamp(light, 0.0, 1.0);
    const double s = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

double f(double t)
{
    return t > Threshold ? std::cbrt(t) : (Slope * t + 16) / 116;
}

double inverse(double value)
{
    const double cube = value * value * value;
    return cube > Threshold ? cube : (116 * value - 16) / Slope;
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

double radians(double deg)
{
    return deg * std::numbers::pi / 180;
}

/// 0 to 360; 0 where there is no hue.
double hueOf(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double hue = degrees(std::atan2(b, a));
    return hue < 0 ? hue + 360 : hue;
}

} // namespace

Light lightOf(Rgb colour)
{
    return {decoded(colour.r), decoded(colour.g), decoded(colour.b)};
}

Rgb rgbOf(Light light)
{
    return {encoded(light.r), encoded(light.g), encoded(light.b)};
}

double luminance(Light light)
{
    return 0.2126729 * light.r + 0.7151522 * light.g + 0.0721750 * light.b;
}

Lab labOf(Light light)
{
    const double x = f((0.4124564 * light.r + 0.3575761 * light.g + 0.1804375 * light.b) / WhiteX);
    const double y = f(luminance(light));
    const double z = f((0.0193339 * light.r + 0.1191920 * light.g + 0.9503041 * light.b) / WhiteZ);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Light lightOf(Lab colour)
{
    const double fy = (colour.l + 16) / 116;
    const double x = inverse(fy + colour.a / 500) * WhiteX;
    const double y = inverse(fy);
    const double z = inverse(fy - colour.b / 200) * WhiteZ;
    return {3.2404542 * x - 1.5371385 * y - 0.4985314 * z, -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            0.0556434 * x - 0.2040259 * y + 1.0572252 * z};
}

double difference(Lab one, Lab other)
{
    constexpr double twentyFive7 = 6103515625.0; // 25^7
    const double meanChroma = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double chroma7 = std::pow(meanChroma, 7);
    const double g = 0.5 * (1 - std::sqrt(chroma7 / (chroma7 + twentyFive7)));
    const double a1 = (1 + g) * one.a;
    const double a2 = (1 + g) * other.a;
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, other.b);
    const double h1 = hueOf(a1, one.b);
    const double h2 = hueOf(a2, other.b);
    const bool grey = c1 * c2 == 0;

    double dh = grey ? 0 : h2 - h1;
    if (dh > 180)
        dh -= 360;
    else if (dh < -180)
        dh += 360;
    const double dL = other.l - one.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh) / 2);

    const double meanL = (one.l + other.l) / 2;
    const double meanC = (c1 + c2) / 2;
    double meanH = h1 + h2;
    if (!grey) {
        if (std::abs(h1 - h2) > 180)
            meanH += meanH < 360 ? 360 : -360;
        meanH /= 2;
    }
    const double t = 1 - 0.17 * std::cos(radians(meanH - 30)) + 0.24 * std::cos(radians(2 * meanH)) +
                     0.32 * std::cos(radians(3 * meanH + 6)) - 0.20 * std::cos(radians(4 * meanH - 63));
    const double turn = 30 * std::exp(-std::pow((meanH - 275) / 25, 2));
    const double c7 = std::pow(meanC, 7);
    const double rc = 2 * std::sqrt(c7 / (c7 + twentyFive7));
    const double from50 = (meanL - 50) * (meanL - 50);
    const double sl = 1 + 0.015 * from50 / std::sqrt(20 + from50);
    const double sc = 1 + 0.045 * meanC;
    const double sh = 1 + 0.015 * meanC * t;
    const double rt = -std::sin(radians(2 * turn)) * rc;
    const double l = dL / sl;
    const double c = dC / sc;
    const double h = dH / sh;
    return std::sqrt(l * l + c * c + h * h + rt * c * h);
}

} // namespace xinglin::colour
