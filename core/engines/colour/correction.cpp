#include "engines/colour/correction.h"

#include <algorithm>
#include <cmath>

namespace xinglin::colour {

namespace {

using Matrix = std::array<double, 9>;

double determinant(const Matrix &m)
{
    return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
}

Matrix inverted(const Matrix &m, double det)
{
    return {(m[4] * m[8] - m[5] * m[7]) / det, (m[2] * m[7] - m[1] * m[8]) / det, (m[1] * m[5] - m[2] * m[4]) / det,
            (m[5] * m[6] - m[3] * m[8]) / det, (m[0] * m[8] - m[2] * m[6]) / det, (m[2] * m[3] - m[0] * m[5]) / det,
            (m[3] * m[7] - m[4] * m[6]) / det, (m[1] * m[6] - m[0] * m[7]) / det, (m[0] * m[4] - m[1] * m[3]) / det};
}

/// Light to sRGB without a power for each pixel.
std::uint8_t encodedFast(double light)
{
    constexpr int Steps = 8192;
    static const std::array<std::uint8_t, Steps + 1> table = [] {
        std::array<std::uint8_t, Steps + 1> values{};
        for (int i = 0; i <= Steps; ++i) {
            // Square roots of the steps lie close enough where the curve is steep.
            const double root = static_cast<double>(i) / Steps;
            values[static_cast<std::size_t>(i)] = rgbOf({root * root, 0, 0}).r;
        }
        return values;
    }();
    const double root = std::sqrt(std::clamp(light, 0.0, 1.0));
    return table[static_cast<std::size_t>(root * Steps + 0.5)];
}

} // namespace

Picture reduced(const Picture &picture, int longest, int *factor)
{
    const int step = std::max(1, (std::max(picture.width, picture.height) + longest - 1) / longest);
    if (factor)
        *factor = step;
    if (step == 1)
        return picture;
    Picture small(picture.width / step, picture.height / step);
    for (int y = 0; y < small.height; ++y) {
        for (int x = 0; x < small.width; ++x) {
            Light sum;
            for (int dy = 0; dy < step; ++dy) {
                for (int dx = 0; dx < step; ++dx) {
                    const Light light = lightOf(picture.at(x * step + dx, y * step + dy));
                    sum.r += light.r;
                    sum.g += light.g;
                    sum.b += light.b;
                }
            }
            const double count = step * step;
            small.at(x, y) = {encodedFast(sum.r / count), encodedFast(sum.g / count), encodedFast(sum.b / count)};
        }
    }
    return small;
}

Light around(const Picture &picture, int x, int y, int radius)
{
    Light sum;
    int count = 0;
    for (int py = std::max(0, y - radius); py <= std::min(picture.height - 1, y + radius); ++py) {
        for (int px = std::max(0, x - radius); px <= std::min(picture.width - 1, x + radius); ++px) {
            const Light light = lightOf(picture.at(px, py));
            sum.r += light.r;
            sum.g += light.g;
            sum.b += light.b;
            ++count;
        }
    }
    return {sum.r / count, sum.g / count, sum.b / count};
}

Light Correction::apply(Light light) const
{
    return {matrix[0] * light.r + matrix[1] * light.g + matrix[2] * light.b,
            matrix[3] * light.r + matrix[4] * light.g + matrix[5] * light.b,
            matrix[6] * light.r + matrix[7] * light.g + matrix[8] * light.b};
}

std::optional<Correction> fitted(std::span<const Pair> pairs)
{
    Matrix seen{};
    Matrix both{};
    for (const Pair &pair : pairs) {
        // About what CIE lightness does to a small step of light.
        const double weight = 1 / (0.05 + luminance(pair.wanted));
        const std::array<double, 3> from{pair.seen.r, pair.seen.g, pair.seen.b};
        const std::array<double, 3> to{pair.wanted.r, pair.wanted.g, pair.wanted.b};
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                seen[3 * i + j] += weight * from[i] * from[j];
                both[3 * i + j] += weight * to[i] * from[j];
            }
        }
    }
    const double det = determinant(seen);
    const double size = seen[0] * seen[4] * seen[8];
    if (!(det > 1e-6 * size) || size <= 0)
        return std::nullopt;
    const Matrix inverse = inverted(seen, det);
    Correction correction;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            correction.matrix[3 * i + j] =
                both[3 * i] * inverse[j] + both[3 * i + 1] * inverse[3 + j] + both[3 * i + 2] * inverse[6 + j];
    }
    return correction;
}

Correction greyWorld(const Picture &picture)
{
    Light sum;
    for (const Rgb &pixel : picture.pixels) {
        const auto [darkest, brightest] = std::minmax({pixel.r, pixel.g, pixel.b});
        if (brightest < 16 || brightest > 250)
            continue;
        const Light light = lightOf(pixel);
        sum.r += light.r;
        sum.g += light.g;
        sum.b += light.b;
    }
    if (sum.r <= 0 || sum.g <= 0 || sum.b <= 0)
        return {};
    const double grey = luminance(sum);
    const auto gain = [&](double channel) { return std::clamp(grey / channel, 1.0 / 3, 3.0); };
    Correction correction;
    correction.matrix = {gain(sum.r), 0, 0, 0, gain(sum.g), 0, 0, 0, gain(sum.b)};
    return correction;
}

Picture corrected(const Picture &picture, const Correction &correction)
{
    Picture made(picture.width, picture.height);
    std::transform(picture.pixels.cbegin(), picture.pixels.cend(), made.pixels.begin(), [&](Rgb pixel) {
        const Light light = correction.apply(lightOf(pixel));
        return Rgb{encodedFast(light.r), encodedFast(light.g), encodedFast(light.b)};
    });
    return made;
}

} // namespace xinglin::colour
