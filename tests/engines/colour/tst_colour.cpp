#include "engines/colour/cardfinder.h"
#include "engines/colour/scene.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace xinglin;
using namespace xinglin::colour;
using namespace xinglin::test;

Q_DECLARE_METATYPE(xinglin::colour::Lab)

namespace {

constexpr int Width = 640;
constexpr int Height = 480;

/// Mean CIEDE2000 between two pictures over the tongue, in blocks as an eye sees them, not grain by grain.
double tongueDifference(const Scene &scene, const Picture &one, const Picture &other)
{
    constexpr int Block = 4;
    double sum = 0;
    int count = 0;
    for (int y = Block; y < scene.height() - Block; y += 2 * Block) {
        for (int x = Block; x < scene.width() - Block; x += 2 * Block) {
            if (!scene.isTongue(x, y))
                continue;
            sum += difference(labOf(around(one, x, y, Block)), labOf(around(other, x, y, Block)));
            ++count;
        }
    }
    return sum / count;
}

/// The card turned by so many degrees round its middle, and smaller or larger.
Place turned(double degrees, double size, double aspect = 4.0 / 3)
{
    const double angle = degrees * std::numbers::pi / 180;
    Place place;
    const std::array<Point, 4> corners{Point{-45, -30.75}, Point{45, -30.75}, Point{45, 30.75}, Point{-45, 30.75}};
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = (corners[i].x * std::cos(angle) - corners[i].y * std::sin(angle)) / 90 * size;
        const double y = (corners[i].x * std::sin(angle) + corners[i].y * std::cos(angle)) / 90 * size;
        place[i] = {0.24 + x, 0.70 + y * aspect};
    }
    return place;
}

double furthest(const FoundCard &card, const Place &place)
{
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i)
        most =
            std::max(most, std::hypot(card.corners[i].x - place[i].x * Width, card.corners[i].y - place[i].y * Height));
    return most;
}

} // namespace

/// Colours by the formulas of the CIE, and pictures set right by the card in them.
class TestColour : public QObject
{
    Q_OBJECT

private slots:
    void labOf_knownColours_isAsPublished();
    void lightOf_everyColour_leadsBack();
    void difference_publishedPairs_isAsPublished_data();
    void difference_publishedPairs_isAsPublished();
    void fitted_pairsOfAMatrix_givesItBack();
    void fitted_greysAlone_isNone();
    void greyWorld_tintedGreyScene_isGrey();
    void greyWorld_blackOrBurnt_changesNothing();
    void largestIn_cornersCut_isTheFigure();
    void perspective_ofFourCorners_meetsThem();
    void findCard_anyDirection_isFound_data();
    void findCard_anyDirection_isFound();
    void findCard_seenFromAside_isFound();
    void findCard_mirrored_saysSo();
    void findCard_darkTable_isFound();
    void findCard_noCard_isNone_data();
    void findCard_noCard_isNone();
    void findCard_darkRectangles_areNone();
    void findCard_burntOut_isNone();
    void corrected_twoLamps_showTheSameTongue_data();
    void corrected_twoLamps_showTheSameTongue();
    void corrected_badlyPrintedCard_stillComparable();
    void corrected_withoutCard_isAGuessAndSaysSo();
};

void TestColour::labOf_knownColours_isAsPublished()
{
    // White, mid grey and the primaries of sRGB under D65, as colour calculators give them.
    const auto near = [](Lab one, Lab other) {
        return std::abs(one.l - other.l) < 0.05 && std::abs(one.a - other.a) < 0.05 && std::abs(one.b - other.b) < 0.05;
    };
    QVERIFY(near(labOf(Rgb{255, 255, 255}), {100, 0, 0}));
    QVERIFY(near(labOf(Rgb{0, 0, 0}), {0, 0, 0}));
    QVERIFY(near(labOf(Rgb{119, 119, 119}), {50.03, 0, 0}));
    QVERIFY(near(labOf(Rgb{255, 0, 0}), {53.24, 80.09, 67.20}));
    QVERIFY(near(labOf(Rgb{0, 255, 0}), {87.73, -86.18, 83.18}));
    QVERIFY(near(labOf(Rgb{0, 0, 255}), {32.30, 79.19, -107.86}));
}

void TestColour::lightOf_everyColour_leadsBack()
{
    for (int r = 0; r < 256; r += 5) {
        for (int g = 0; g < 256; g += 15) {
            for (int b = 0; b < 256; b += 17) {
                const Rgb colour{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                 static_cast<std::uint8_t>(b)};
                QCOMPARE(rgbOf(lightOf(colour)), colour);
                QCOMPARE(rgbOf(lightOf(labOf(colour))), colour);
            }
        }
    }
    const Picture every = [] {
        Picture picture(256, 1);
        for (int i = 0; i < 256; ++i)
            picture.at(i, 0) = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(255 - i),
                                static_cast<std::uint8_t>(i / 2)};
        return picture;
    }();
    QCOMPARE(corrected(every, Correction()), every); // the quick way of encoding is the exact one
}

void TestColour::difference_publishedPairs_isAsPublished_data()
{
    QTest::addColumn<Lab>("one");
    QTest::addColumn<Lab>("other");
    QTest::addColumn<double>("wanted");
    // Sharma, Wu and Dalal, Color Research and Application 30 (2005), table 1.
    const struct
    {
        Lab one;
        Lab other;
        double wanted;
    } pairs[] = {
        {{50.0000, 2.6772, -79.7751}, {50.0000, 0.0000, -82.7485}, 2.0425},
        {{50.0000, 3.1571, -77.2803}, {50.0000, 0.0000, -82.7485}, 2.8615},
        {{50.0000, 2.8361, -74.0200}, {50.0000, 0.0000, -82.7485}, 3.4412},
        {{50.0000, -1.3802, -84.2814}, {50.0000, 0.0000, -82.7485}, 1.0000},
        {{50.0000, -1.1848, -84.8006}, {50.0000, 0.0000, -82.7485}, 1.0000},
        {{50.0000, -0.9009, -85.5211}, {50.0000, 0.0000, -82.7485}, 1.0000},
        {{50.0000, 0.0000, 0.0000}, {50.0000, -1.0000, 2.0000}, 2.3669},
        {{50.0000, -1.0000, 2.0000}, {50.0000, 0.0000, 0.0000}, 2.3669},
        {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0009}, 7.1792},
        {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0010}, 7.1792},
        {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0011}, 7.2195},
        {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0012}, 7.2195},
        {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0009, -2.4900}, 4.8045},
        {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0010, -2.4900}, 4.8045},
        {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0011, -2.4900}, 4.7461},
        {{50.0000, 2.5000, 0.0000}, {50.0000, 0.0000, -2.5000}, 4.3065},
        {{50.0000, 2.5000, 0.0000}, {73.0000, 25.0000, -18.0000}, 27.1492},
        {{50.0000, 2.5000, 0.0000}, {61.0000, -5.0000, 29.0000}, 22.8977},
        {{50.0000, 2.5000, 0.0000}, {56.0000, -27.0000, -3.0000}, 31.9030},
        {{50.0000, 2.5000, 0.0000}, {58.0000, 24.0000, 15.0000}, 19.4535},
        {{50.0000, 2.5000, 0.0000}, {50.0000, 3.1736, 0.5854}, 1.0000},
        {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2972, 0.0000}, 1.0000},
        {{50.0000, 2.5000, 0.0000}, {50.0000, 1.8634, 0.5757}, 1.0000},
        {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2592, 0.3350}, 1.0000},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
        {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
        {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
        {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
        {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
        {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    int number = 0;
    for (const auto &pair : pairs)
        QTest::addRow("%d", ++number) << pair.one << pair.other << pair.wanted;
}

void TestColour::difference_publishedPairs_isAsPublished()
{
    QFETCH(Lab, one);
    QFETCH(Lab, other);
    QFETCH(double, wanted);
    QVERIFY2(std::abs(difference(one, other) - wanted) < 0.00006, qPrintable(QString::number(difference(one, other))));
    QVERIFY2(std::abs(difference(other, one) - wanted) < 0.00006, qPrintable(QString::number(difference(other, one))));
    QCOMPARE(difference(one, one), 0.0);
}

void TestColour::fitted_pairsOfAMatrix_givesItBack()
{
    for (const Lamp &lamp : lamps()) {
        std::vector<Pair> pairs;
        for (const Patch &patch : CardPatches)
            pairs.push_back({lamp.colours.apply(lightOf(patch.colour)), lightOf(patch.colour)});
        const auto correction = fitted(pairs);
        QVERIFY(correction);
        for (const Rgb colour : {Rgb{188, 84, 86}, Rgb{214, 186, 174}, Rgb{12, 200, 90}}) {
            const Light back = correction->apply(lamp.colours.apply(lightOf(colour)));
            QVERIFY(difference(labOf(back), labOf(colour)) < 1e-6);
        }
    }
}

void TestColour::fitted_greysAlone_isNone()
{
    std::vector<Pair> pairs;
    for (const double grey : {0.1, 0.3, 0.5, 0.9})
        pairs.push_back({{grey, grey, grey}, {grey, grey, grey}});
    QVERIFY(!fitted(pairs));
    QVERIFY(!fitted({}));
}

void TestColour::greyWorld_tintedGreyScene_isGrey()
{
    Picture picture(100, 100);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            const double grey = 0.05 + 0.6 * x / 100;
            picture.at(x, y) = rgbOf({grey, 0.8 * grey, 0.5 * grey});
        }
    }
    const Picture made = corrected(picture, greyWorld(picture));
    for (int x = 5; x < 95; x += 10) {
        const Lab lab = labOf(made.at(x, 50));
        QVERIFY2(std::hypot(lab.a, lab.b) < 2, qPrintable(QString::number(std::hypot(lab.a, lab.b))));
    }
    // As bright as before.
    double before = 0;
    double after = 0;
    for (int x = 0; x < 100; ++x) {
        before += luminance(lightOf(picture.at(x, 0)));
        after += luminance(lightOf(made.at(x, 0)));
    }
    QVERIFY(std::abs(after / before - 1) < 0.02);
}

void TestColour::greyWorld_blackOrBurnt_changesNothing()
{
    QCOMPARE(greyWorld(Picture(50, 50)), Correction());
    QCOMPARE(greyWorld(Picture(50, 50, {255, 250, 255})), Correction());
    QCOMPARE(greyWorld(Picture()), Correction());
    // Light of one colour alone tells nothing of the lamp; it is not blown up without end.
    for (const double gain : greyWorld(Picture(50, 50, {200, 20, 20})).matrix)
        QVERIFY(gain <= 3.0 + 1e-9);
}

void TestColour::largestIn_cornersCut_isTheFigure()
{
    const Quadrilateral wanted{Point{10, 10}, Point{200, 30}, Point{190, 150}, Point{5, 120}};
    std::vector<Point> points;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = wanted[i];
        const Point b = wanted[(i + 1) % 4];
        for (int step = 0; step <= 40; ++step)
            points.push_back({a.x + (b.x - a.x) * step / 40, a.y + (b.y - a.y) * step / 40});
    }
    points.push_back({100, 80}); // inside
    const auto hull = hullOf(points);
    const auto found = largestIn(hull);
    QVERIFY(found);
    QVERIFY(std::abs(areaOf(*found) - areaOf(wanted)) < 1);
    for (const Point &corner : wanted)
        QVERIFY(std::any_of(found->begin(), found->end(),
                            [&](Point one) { return std::hypot(one.x - corner.x, one.y - corner.y) < 0.5; }));
    QVERIFY(!largestIn(hullOf({{0, 0}, {1, 1}, {2, 2}})));
    QVERIFY(hullOf({}).empty());
}

void TestColour::perspective_ofFourCorners_meetsThem()
{
    const Quadrilateral seen{Point{12, 8}, Point{220, 40}, Point{180, 190}, Point{30, 160}};
    const auto perspective = Perspective::of(90, 61.5, seen);
    QVERIFY(perspective);
    const std::array<Point, 4> flat{Point{0, 0}, Point{90, 0}, Point{90, 61.5}, Point{0, 61.5}};
    for (std::size_t i = 0; i < 4; ++i) {
        const Point at = (*perspective)(flat[i]);
        QVERIFY(std::hypot(at.x - seen[i].x, at.y - seen[i].y) < 1e-6);
    }
    QVERIFY(!Perspective::of(90, 61.5, {Point{0, 0}, Point{1, 1}, Point{2, 2}, Point{3, 3}}));
}

void TestColour::findCard_anyDirection_isFound_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("size");
    for (const double degrees : {0.0, 90.0, 180.0, 270.0, 8.0, -15.0, 30.0, 45.0, 127.0})
        QTest::addRow("%g degrees", degrees) << degrees << 0.28;
    QTest::addRow("small") << 5.0 << 0.14;
    QTest::addRow("large") << 3.0 << 0.36;
}

void TestColour::findCard_anyDirection_isFound()
{
    QFETCH(double, degrees);
    QFETCH(double, size);
    Scene scene(Width, Height);
    scene.setCard(turned(degrees, size));
    for (const Lamp &lamp : lamps()) {
        const auto card = findCard(scene.taken(lamp));
        QVERIFY2(card, lamp.name);
        QVERIFY2(furthest(*card, turned(degrees, size)) < 6, lamp.name);
        QVERIFY(!card->mirrored);
        QVERIFY2(card->after < 3, qPrintable(QString::number(card->after)));
        QVERIFY(card->before > card->after);
    }
}

void TestColour::findCard_seenFromAside_isFound()
{
    const Place places[] = {
        {Point{0.08, 0.60}, Point{0.34, 0.64}, Point{0.34, 0.86}, Point{0.08, 0.92}},
        {Point{0.10, 0.62}, Point{0.32, 0.60}, Point{0.36, 0.88}, Point{0.06, 0.90}},
        {Point{0.05, 0.66}, Point{0.33, 0.58}, Point{0.36, 0.80}, Point{0.10, 0.92}},
    };
    for (const Place &place : places) {
        Scene scene(Width, Height);
        scene.setCard(place);
        const auto card = findCard(scene.taken(lamps()[1]));
        QVERIFY(card);
        QVERIFY(furthest(*card, place) < 6);
        QVERIFY(card->after < 3);
    }
}

void TestColour::findCard_mirrored_saysSo()
{
    const Scene scene(Width, Height);
    Picture picture = scene.taken(lamps()[0]);
    for (int y = 0; y < Height; ++y)
        std::reverse(picture.pixels.begin() + y * Width, picture.pixels.begin() + (y + 1) * Width);
    const auto card = findCard(picture);
    QVERIFY(card);
    QVERIFY(card->mirrored);
    QVERIFY(card->after < 3);
}

void TestColour::findCard_darkTable_isFound()
{
    const Scene scene(Width, Height);
    Picture picture = scene.taken(lamps()[0]);
    // Everything beyond the card's own paper is dark.
    for (int y = 0; y < Height; ++y) {
        for (int x = 0; x < Width / 2; ++x) {
            const bool paper =
                x > Width * 0.06 - 14 && x < Width * 0.36 + 14 && y > Height * 0.62 - 14 && y < Height * 0.9 + 14;
            if (!paper)
                picture.at(x, y) = {14, 12, 12};
        }
    }
    QVERIFY(findCard(picture));
}

void TestColour::findCard_noCard_isNone_data()
{
    QTest::addColumn<int>("lamp");
    for (int i = 0; i < static_cast<int>(lamps().size()); ++i)
        QTest::newRow(lamps()[static_cast<std::size_t>(i)].name) << i;
}

void TestColour::findCard_noCard_isNone()
{
    QFETCH(int, lamp);
    Scene scene(Width, Height);
    scene.withoutCard();
    QVERIFY(!findCard(scene.taken(lamps()[static_cast<std::size_t>(lamp)])));
    QVERIFY(!findCard(Picture(Width, Height, {200, 200, 200})));
    QVERIFY(!findCard(Picture(10, 10)));
    QVERIFY(!findCard(Picture()));
}

void TestColour::findCard_darkRectangles_areNone()
{
    // A window frame, a telephone, a chessboard: dark and square, but no card.
    Picture picture(Width, Height, {210, 205, 200});
    const auto fill = [&](int x0, int y0, int x1, int y1, Rgb colour) {
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x)
                picture.at(x, y) = colour;
        }
    };
    fill(50, 50, 250, 190, {20, 20, 22});
    for (int i = 0; i < 6; ++i)
        fill(62 + i % 3 * 64, 62 + i / 3 * 66, 112 + i % 3 * 64, 112 + i / 3 * 66, {190, 190, 190}); // six of one grey
    fill(350, 60, 560, 200, {16, 16, 18});
    fill(360, 70, 550, 190, {60, 90, 140});
    fill(60, 280, 300, 440, {20, 20, 20});
    const Rgb wrong[] = {{190, 60, 60}, {70, 150, 80}, {60, 85, 170}, {240, 240, 240}, {90, 90, 90}, {160, 160, 160}};
    for (int i = 0; i < 6; ++i) // the right colours in wrong places
        fill(72 + i % 3 * 76, 292 + i / 3 * 76, 134 + i % 3 * 76, 354 + i / 3 * 76, wrong[i]);
    QVERIFY(!findCard(picture));
}

void TestColour::findCard_burntOut_isNone()
{
    Scene scene(Width, Height);
    Lamp flash{"flash", {{3.2, 0.1, 0.1, 0.1, 3.2, 0.1, 0.1, 0.1, 3.2}}, 0, 0};
    QVERIFY(!findCard(scene.taken(flash)));
    // White alone may burn out: five patches still tell.
    Lamp bright{"bright", {{1.25, 0.02, 0.01, 0.02, 1.2, 0.02, 0.01, 0.02, 1.1}}, 0, 0};
    const auto card = findCard(scene.taken(bright));
    QVERIFY(card);
    QVERIFY(card->burnt[0]);
    QVERIFY(card->after < 3);
}

void TestColour::corrected_twoLamps_showTheSameTongue_data()
{
    QTest::addColumn<int>("one");
    QTest::addColumn<int>("other");
    const int count = static_cast<int>(lamps().size());
    for (int one = 0; one < count; ++one) {
        for (int other = one + 1; other < count; ++other)
            QTest::addRow("%s, %s", lamps()[static_cast<std::size_t>(one)].name,
                          lamps()[static_cast<std::size_t>(other)].name)
                << one << other;
    }
}

/// The limit that is promised: a mean CIEDE2000 of 3 over the tongue between pictures of one scene under two lamps.
void TestColour::corrected_twoLamps_showTheSameTongue()
{
    QFETCH(int, one);
    QFETCH(int, other);
    const Scene scene(Width, Height);
    const Picture first = scene.taken(lamps()[static_cast<std::size_t>(one)], 1);
    const Picture second = scene.taken(lamps()[static_cast<std::size_t>(other)], 2);
    const Corrected a = corrected(first);
    const Corrected b = corrected(second);
    QVERIFY(a.basis == Basis::Card && b.basis == Basis::Card);
    const double before = tongueDifference(scene, first, second);
    const double after = tongueDifference(scene, a.picture, b.picture);
    qInfo("CIEDE2000 over the tongue: %.2f as taken, %.2f corrected; patches %.2f -> %.2f and %.2f -> %.2f", before,
          after, a.card->before, a.card->after, b.card->before, b.card->after);
    QVERIFY2(after <= 3, qPrintable(QString::number(after)));
    QVERIFY(before > 2 * after);
}

void TestColour::corrected_badlyPrintedCard_stillComparable()
{
    Scene scene(Width, Height);
    scene.setPrinter(0.25);
    const Corrected a = corrected(scene.taken(lamps()[0], 1));
    const Corrected b = corrected(scene.taken(lamps()[1], 2));
    QVERIFY(a.basis == Basis::Card && b.basis == Basis::Card);
    QVERIFY(a.card->after > 1); // its colours are not quite ours, and that is said
    const double left = tongueDifference(scene, a.picture, b.picture);
    QVERIFY2(left <= 3, qPrintable(QString::number(left)));
}

void TestColour::corrected_withoutCard_isAGuessAndSaysSo()
{
    Scene scene(Width, Height);
    scene.withoutCard();
    const Picture warm = scene.taken(lamps()[1]);
    const Corrected made = corrected(warm);
    QCOMPARE(made.basis, Basis::GreyWorld);
    QVERIFY(!made.card);
    // The lamp's tint is gone from the wall, more or less.
    const Lab before = labOf(around(warm, 20, 20, 8));
    const Lab after = labOf(around(made.picture, 20, 20, 8));
    QVERIFY(std::hypot(after.a, after.b) < std::hypot(before.a, before.b));
    QCOMPARE(made.picture.width, Width);
    QCOMPARE(made.picture.height, Height);
}

QTEST_GUILESS_MAIN(TestColour)
#include "tst_colour.moc"
