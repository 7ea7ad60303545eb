#include "engines/colour/quadrilateral.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace xinglin::colour {

namespace {

/// Twice the area of the triangle; positive where it turns to the right in a picture (y downwards).
double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Of the points after @p from and before @p to, the one farthest from the line between them.
std::size_t farthest(const std::vector<Point> &hull, std::size_t from, std::size_t to)
{
    std::size_t best = from + 1;
    double most = -1;
    for (std::size_t i = from + 1; i < to; ++i) {
        const double area = std::abs(turn(hull[from], hull[to % hull.size()], hull[i % hull.size()]));
        if (area > most) {
            most = area;
            best = i;
        }
    }
    return best % hull.size();
}

/// Solves the 8 equations by elimination; false where they have no one answer.
bool solve(std::array<std::array<double, 9>, 8> &rows)
{
    for (std::size_t column = 0; column < 8; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < 8; ++row) {
            if (std::abs(rows[row][column]) > std::abs(rows[pivot][column]))
                pivot = row;
        }
        if (std::abs(rows[pivot][column]) < 1e-9)
            return false;
        std::swap(rows[pivot], rows[column]);
        for (std::size_t row = 0; row < 8; ++row) {
            if (row == column)
                continue;
            const double factor = rows[row][column] / rows[column][column];
            for (std::size_t i = column; i < 9; ++i)
                rows[row][i] -= factor * rows[column][i];
        }
    }
    for (std::size_t i = 0; i < 8; ++i)
        rows[i][8] /= rows[i][i];
    return true;
}

} // namespace

double areaOf(const std::vector<Point> &polygon)
{
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &a = polygon[i];
        const Point &b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

double areaOf(const Quadrilateral &figure)
{
    return areaOf(std::vector<Point>(figure.begin(), figure.end()));
}

std::vector<Point> hullOf(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return {};
    // Andrew's monotone chain: the lower side, then the upper one.
    std::vector<Point> hull;
    for (int side = 0; side < 2; ++side) {
        const std::size_t start = hull.size();
        for (const Point &point : points) {
            while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back(); // the other side begins with it
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

std::optional<Quadrilateral> largestIn(const std::vector<Point> &hull)
{
    const std::size_t n = hull.size();
    if (n < 4)
        return std::nullopt;
    Quadrilateral best;
    double most = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 2; j < n && (i != 0 || j != n - 1); ++j) {
            const Quadrilateral figure{hull[i], hull[farthest(hull, i, j)], hull[j], hull[farthest(hull, j, i + n)]};
            const double area = areaOf(figure);
            if (area > most) {
                most = area;
                best = figure;
            }
        }
    }
    return most > 0 ? std::optional(best) : std::nullopt;
}

std::optional<Perspective> Perspective::of(double width, double height, const Quadrilateral &seen)
{
    const Quadrilateral flat{Point{0, 0}, Point{width, 0}, Point{width, height}, Point{0, height}};
    std::array<std::array<double, 9>, 8> rows{};
    for (std::size_t i = 0; i < 4; ++i) {
        const Point &from = flat[i];
        const Point &to = seen[i];
        rows[2 * i] = {from.x, from.y, 1, 0, 0, 0, -from.x * to.x, -from.y * to.x, to.x};
        rows[2 * i + 1] = {0, 0, 0, from.x, from.y, 1, -from.x * to.y, -from.y * to.y, to.y};
    }
    if (!solve(rows))
        return std::nullopt;
    Perspective made;
    for (std::size_t i = 0; i < 8; ++i)
        made.m_matrix[i] = rows[i][8];
    made.m_matrix[8] = 1;
    return made;
}

Point Perspective::operator()(Point point) const
{
    const auto &m = m_matrix;
    const double w = m[6] * point.x + m[7] * point.y + m[8];
    return {(m[0] * point.x + m[1] * point.y + m[2]) / w, (m[3] * point.x + m[4] * point.y + m[5]) / w};
}

} // namespace xinglin::colour
