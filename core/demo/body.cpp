#include "demo/body.h"

#include <algorithm>
#include <cmath>

namespace xinglin::demo {

namespace {

/// The sum of twelve even ones less six, which is close enough to normal and the same on every machine.
double normal(Random &random)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += random.unit();
    return std::clamp(sum, -2.0, 2.0);
}

double tenths(double value)
{
    return std::round(value * 10) / 10;
}

constexpr double Grown = 18; // years
constexpr double Growing = 12;

double childHeight(const Body &body, double age)
{
    const double mean = age <= 6 ? 75.0 + 7.0 * age : 81.0 + 6.0 * age;
    return mean * (1 + 0.035 * body.tall);
}

double adultHeight(const Body &body, Sex sex)
{
    return sex == Sex::Male ? 169.7 + 6.0 * body.tall : 158.0 + 5.5 * body.tall;
}

double childWeight(const Body &body, double age)
{
    return (2.0 * age + 8.0) * (1 + 0.10 * body.stout + 0.03 * body.tall);
}

double adultWeight(const Body &body, Sex sex)
{
    const double metres = adultHeight(body, sex) / 100;
    return (24.0 + 2.8 * body.stout) * metres * metres;
}

/// Between the last year of childhood and the first of grown-up life.
double between(double child, double adult, double age)
{
    const double way = (age - Growing) / (Grown - Growing);
    return child + (adult - child) * way;
}

} // namespace

Body drawBody(Random &random)
{
    Body body;
    body.tall = normal(random);
    body.stout = normal(random);
    body.pressure = normal(random);
    return body;
}

double heightOf(const Body &body, Sex sex, double age)
{
    if (age >= Grown)
        return tenths(adultHeight(body, sex));
    if (age <= Growing)
        return tenths(childHeight(body, age));
    return tenths(between(childHeight(body, Growing), adultHeight(body, sex), age));
}

double weightOf(const Body &body, Sex sex, double age)
{
    if (age >= Grown)
        return tenths(adultWeight(body, sex));
    if (age <= Growing)
        return tenths(childWeight(body, age));
    return tenths(between(childWeight(body, Growing), adultWeight(body, sex), age));
}

Pressure pressureOf(const Body &body, int age, bool treated)
{
    const double years = std::max(0, age - 20);
    const double systolic = 110 + 0.3 * years + 7 * body.pressure + (treated ? 10 : 0);
    const double diastolic = 70 + 0.1 * years + 5 * body.pressure + (treated ? 5 : 0);
    return {static_cast<int>(std::lround(systolic)), static_cast<int>(std::lround(diastolic))};
}

} // namespace xinglin::demo
