#include "engines/colour/cardfinder.h"

#include <algorithm>
#include <cmath>

namespace xinglin::colour {

namespace {

constexpr int Longest = 800;            ///< Pixels to a side that it is looked for in.
constexpr double SmallestCard = 0.004;  ///< Part of the picture.
constexpr double DarkOfMean = 0.45;     ///< Of the mean around …
constexpr double DarkOfBrightest = 0.3; ///< … and of the brightest around.
constexpr int Burnt = 250;
/// What may be left between the patches and what they should be: a printer's colours are not quite ours.
constexpr double MostLeft = 12;

/// A patch of pixels that hang together.
struct Blob
{
    std::vector<Point> edge; ///< The outermost of each row.
    double pixels = 0;
};

int brightest(Rgb pixel)
{
    return std::max({pixel.r, pixel.g, pixel.b});
}

/// How far "around" is.
int reachIn(const Picture &picture)
{
    return std::max(8, std::max(picture.width, picture.height) / 8);
}

/// Dark against the mean of what is around it, by the brightest channel: a blue patch stays bright in lamplight.
std::vector<bool> darkByMean(const Picture &picture)
{
    const int w = picture.width;
    const int h = picture.height;
    const auto stride = static_cast<std::size_t>(w) + 1;
    std::vector<double> sums(stride * (static_cast<std::size_t>(h) + 1));
    for (int y = 0; y < h; ++y) {
        double row = 0;
        for (int x = 0; x < w; ++x) {
            row += brightest(picture.at(x, y));
            const std::size_t at = (static_cast<std::size_t>(y) + 1) * stride + static_cast<std::size_t>(x) + 1;
            sums[at] = sums[at - stride] + row;
        }
    }
    const int reach = reachIn(picture);
    std::vector<bool> dark(picture.pixels.size());
    for (int y = 0; y < h; ++y) {
        const auto top = static_cast<std::size_t>(std::max(0, y - reach));
        const auto bottom = static_cast<std::size_t>(std::min(h, y + reach + 1));
        for (int x = 0; x < w; ++x) {
            const auto left = static_cast<std::size_t>(std::max(0, x - reach));
            const auto right = static_cast<std::size_t>(std::min(w, x + reach + 1));
            const double sum = sums[bottom * stride + right] - sums[top * stride + right] -
                               sums[bottom * stride + left] + sums[top * stride + left];
            const double mean = sum / static_cast<double>((bottom - top) * (right - left));
            dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)] =
                brightest(picture.at(x, y)) < DarkOfMean * mean;
        }
    }
    return dark;
}

/// Dark against the brightest that is around it: on a dark table the mean is as dark as the frame.
std::vector<bool> darkByBrightest(const Picture &picture)
{
    const int cell = reachIn(picture);
    const int columns = (picture.width + cell - 1) / cell;
    const int rows = (picture.height + cell - 1) / cell;
    std::vector<int> most(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const auto mostIn = [&](int column, int row) -> int & {
        return most[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(column)];
    };
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            int &known = mostIn(x / cell, y / cell);
            known = std::max(known, brightest(picture.at(x, y)));
        }
    }
    std::vector<bool> dark;
    dark.reserve(picture.pixels.size());
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            int around = 0;
            for (int row = std::max(0, y / cell - 1); row <= std::min(rows - 1, y / cell + 1); ++row) {
                for (int column = std::max(0, x / cell - 1); column <= std::min(columns - 1, x / cell + 1); ++column)
                    around = std::max(around, mostIn(column, row));
            }
            dark.push_back(brightest(picture.at(x, y)) < DarkOfBrightest * around);
        }
    }
    return dark;
}

Blob flooded(std::vector<bool> &dark, int w, int h, int fromX, int fromY)
{
    Blob blob;
    std::vector<int> left(static_cast<std::size_t>(h), w);
    std::vector<int> right(static_cast<std::size_t>(h), -1);
    std::vector<std::pair<int, int>> open{{fromX, fromY}};
    const auto take = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= w || y >= h)
            return;
        const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x);
        if (!dark[at])
            return;
        dark[at] = false;
        open.emplace_back(x, y);
    };
    dark[static_cast<std::size_t>(fromY) * static_cast<std::size_t>(w) + static_cast<std::size_t>(fromX)] = false;
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        ++blob.pixels;
        const auto row = static_cast<std::size_t>(y);
        left[row] = std::min(left[row], x);
        right[row] = std::max(right[row], x);
        take(x + 1, y);
        take(x - 1, y);
        take(x, y + 1);
        take(x, y - 1);
    }
    for (int y = 0; y < h; ++y) {
        const auto row = static_cast<std::size_t>(y);
        if (right[row] < 0)
            continue;
        // The corners of the outermost pixels, not their middles.
        for (const int x : {left[row], right[row] + 1}) {
            blob.edge.push_back({static_cast<double>(x), static_cast<double>(y)});
            blob.edge.push_back({static_cast<double>(x), static_cast<double>(y) + 1});
        }
    }
    return blob;
}

/// The four corners of a blob that is a frame like the card's.
std::optional<Quadrilateral> frameOf(const Blob &blob, double pictureArea)
{
    const auto hull = hullOf(blob.edge);
    const double area = areaOf(hull);
    if (hull.size() < 4 || area < SmallestCard * pictureArea || area > 0.95 * pictureArea)
        return std::nullopt;
    // The frame itself is 0.38 of the card; patches that look dark count to it.
    if (blob.pixels < 0.2 * area || blob.pixels > 0.9 * area)
        return std::nullopt;
    const auto figure = largestIn(hull);
    if (!figure || areaOf(*figure) < 0.9 * area)
        return std::nullopt;
    double shortest = 1e9;
    double longest = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point &a = (*figure)[i];
        const Point &b = (*figure)[(i + 1) % 4];
        const double side = std::hypot(a.x - b.x, a.y - b.y);
        shortest = std::min(shortest, side);
        longest = std::max(longest, side);
    }
    return shortest > longest / 4 ? figure : std::nullopt;
}

bool isInside(const Picture &picture, Point point)
{
    return point.x >= 0 && point.y >= 0 && point.x < picture.width && point.y < picture.height;
}

/// What a patch looks like; nullopt where it is not in the picture.
struct Look
{
    Light light;
    bool burnt = false;
};
std::optional<Look> lookAt(const Picture &picture, const Perspective &seen, const Patch &patch)
{
    constexpr int Steps = 9;
    constexpr double Inner = 0.6; // of its side: the edge mixes with the frame
    std::vector<std::pair<double, Light>> spots;
    int burnt = 0;
    for (int row = 0; row < Steps; ++row) {
        for (int column = 0; column < Steps; ++column) {
            const auto place = [&](int step) { return PatchSide * ((1 - Inner) / 2 + Inner * step / (Steps - 1)); };
            const Point at = seen({patch.x + place(column), patch.y + place(row)});
            if (!isInside(picture, at))
                return std::nullopt;
            const Rgb pixel = picture.at(static_cast<int>(at.x), static_cast<int>(at.y));
            burnt += brightest(pixel) >= Burnt ? 1 : 0;
            const Light light = lightOf(pixel);
            spots.emplace_back(luminance(light), light);
        }
    }
    // Glare and dust lie at the ends.
    std::sort(spots.begin(), spots.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const std::size_t cut = spots.size() / 8;
    Light sum;
    for (std::size_t i = cut; i < spots.size() - cut; ++i) {
        sum.r += spots[i].second.r;
        sum.g += spots[i].second.g;
        sum.b += spots[i].second.b;
    }
    const double count = static_cast<double>(spots.size() - 2 * cut);
    return Look{{sum.r / count, sum.g / count, sum.b / count}, burnt > static_cast<int>(spots.size()) / 5};
}

/// How bright the frame is between the patches; a large number where it is not in the picture.
double brightestOfFrame(const Picture &picture, const Perspective &seen)
{
    double sum = 0;
    int count = 0;
    for (const double x : {2.25, 30.75, 59.25, 87.75}) {
        for (const double y : {10.0, 16.5, 23.0, 38.0, 45.0, 52.0}) {
            const Point at = seen({x, y});
            if (!isInside(picture, at))
                return 1e9;
            const Light light = lightOf(picture.at(static_cast<int>(at.x), static_cast<int>(at.y)));
            sum += std::max({light.r, light.g, light.b});
            ++count;
        }
    }
    return sum / count;
}

/// The card lying with these corners, where its patches are what they should be.
std::optional<FoundCard> cardAt(const Picture &picture, const Quadrilateral &corners)
{
    const auto seen = Perspective::of(CardWidth, CardHeight, corners);
    if (!seen)
        return std::nullopt;
    const double frame = brightestOfFrame(picture, *seen);
    FoundCard card;
    card.corners = corners;
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < CardPatches.size(); ++i) {
        const auto look = lookAt(picture, *seen, CardPatches[i]);
        if (!look || std::max({look->light.r, look->light.g, look->light.b}) < 1.4 * frame)
            return std::nullopt;
        card.patches[i] = look->light;
        card.burnt[i] = look->burnt;
        if (!look->burnt)
            pairs.push_back({look->light, lightOf(CardPatches[i].colour)});
    }
    const auto brighter = [&](std::size_t one, std::size_t other) {
        return luminance(card.patches[one]) > 1.3 * luminance(card.patches[other]);
    };
    if (!(card.burnt[0] || brighter(0, 1)) || !brighter(1, 2) || pairs.size() < CardPatches.size() - 1)
        return std::nullopt;
    const auto correction = fitted(pairs);
    if (!correction)
        return std::nullopt;
    card.correction = *correction;
    for (const Pair &pair : pairs) {
        const Lab wanted = labOf(pair.wanted);
        card.before += difference(labOf(pair.seen), wanted) / static_cast<double>(pairs.size());
        card.after += difference(labOf(correction->apply(pair.seen)), wanted) / static_cast<double>(pairs.size());
    }
    return card.after <= MostLeft ? std::optional(card) : std::nullopt;
}

/// The best card whose frame hangs together in @p dark.
std::optional<FoundCard> bestCard(const Picture &picture, std::vector<bool> dark)
{
    const double area = static_cast<double>(picture.width) * picture.height;
    std::optional<FoundCard> best;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            if (!dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                      static_cast<std::size_t>(x)])
                continue;
            const auto frame = frameOf(flooded(dark, picture.width, picture.height, x, y), area);
            if (!frame)
                continue;
            for (std::size_t turned = 0; turned < 8; ++turned) {
                Quadrilateral corners;
                for (std::size_t i = 0; i < 4; ++i)
                    corners[i] = (*frame)[turned < 4 ? (i + turned) % 4 : (7 + turned - i) % 4];
                auto card = cardAt(picture, corners);
                if (!card || (best && best->after <= card->after))
                    continue;
                best = card;
                // In a picture y goes down: round to the right is a positive turn.
                const Point &a = corners[0];
                const Point &b = corners[1];
                const Point &c = corners[2];
                best->mirrored = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) < 0;
            }
        }
    }
    return best;
}

} // namespace

std::optional<FoundCard> findCard(const Picture &picture)
{
    int factor = 1;
    const Picture small = reduced(picture, Longest, &factor);
    if (small.width < 32 || small.height < 32)
        return std::nullopt;
    auto best = bestCard(small, darkByMean(small));
    if (!best)
        best = bestCard(small, darkByBrightest(small));
    if (best) {
        for (Point &corner : best->corners)
            corner = {corner.x * factor, corner.y * factor};
    }
    return best;
}

} // namespace xinglin::colour
