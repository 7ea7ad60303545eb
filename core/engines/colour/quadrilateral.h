#pragma once

#include <array>
#include <optional>
#include <vector>

/// Flat figures as a camera sees them.
namespace xinglin::colour {

struct Point
{
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

/// Four corners, one after the other round the figure.
using Quadrilateral = std::array<Point, 4>;

/// Of a figure whose corners stand one after the other; always positive.
double areaOf(const std::vector<Point> &polygon);
double areaOf(const Quadrilateral &figure);

/// The convex hull, one after the other; fewer than three points where there is none.
std::vector<Point> hullOf(std::vector<Point> points);
/// The largest quadrilateral with its corners on the hull.
std::optional<Quadrilateral> largestIn(const std::vector<Point> &hull);

/// How a flat rectangle looks from aside: takes its points to those of a picture.
class Perspective
{
public:
    /// From the rectangle (0, 0) … (@p width, @p height), whose corners are taken to those of @p seen: the upper left
    /// one first, then round to the right. nullopt where the four lie on a line or cross.
    static std::optional<Perspective> of(double width, double height, const Quadrilateral &seen);

    Point operator()(Point point) const;

private:
    std::array<double, 9> m_matrix{};
};

} // namespace xinglin::colour
