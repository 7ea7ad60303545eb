#pragma once

#include "engines/colour/lab.h"

#include <cstddef>
#include <vector>

namespace xinglin::colour {

/// An sRGB picture: rows from the top, pixels from the left.
struct Picture
{
    int width = 0;
    int height = 0;
    std::vector<Rgb> pixels; ///< width × height.
    bool operator==(const Picture &) const = default;

    Picture() = default;
    Picture(int w, int h, Rgb fill = {})
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), fill)
    {
    }
    bool isEmpty() const { return pixels.empty(); }
    Rgb &at(int x, int y)
    {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
    Rgb at(int x, int y) const
    {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

/// Smaller by whole blocks of pixels, averaged in light, so that no side is longer than @p longest; the same picture
/// where it is small already. @p factor: pixels of the old one to a side of a block.
Picture reduced(const Picture &picture, int longest, int *factor = nullptr);

/// The mean of what lies within @p radius of a spot, in light. The spot is inside the picture.
Light around(const Picture &picture, int x, int y, int radius);

} // namespace xinglin::colour
