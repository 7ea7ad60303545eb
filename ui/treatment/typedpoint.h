#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/treatment/treatment.h"

#include <functional>

namespace xinglin::ui {

/// What was typed for one point: "zsl", "zslw" (warm needle), "st36l" (left), "jj.n4" (4 needles), "zsl.b1.2" (1.2
/// cun).
struct TypedPoint
{
    QString name; ///< What names the point: letters, a code or characters.
    std::optional<points::Side> side;
    std::optional<Technique> technique;
    std::optional<double> depthCun;
    std::optional<int> needles;
    bool operator==(const TypedPoint &) const = default;

    /// Nothing is said but the name.
    bool isPlain() const { return !side && !technique && !depthCun && !needles; }
};

/// Letters behind a point: l left, r right, s both sides; p even, b reinforcing, x reducing, w warm needle, d electro,
/// c prick, j moxa.
std::optional<points::Side> sideOf(QChar letter);
std::optional<Technique> techniqueOf(QChar letter);
QChar letterOf(points::Side side);
QChar letterOf(Technique technique); ///< Null for Unsaid.

/// Ways to read a word, the likeliest first. Letters are taken off the end without a full stop only where what stays is
/// a name by itself (@p isName) and the whole is none.
QList<TypedPoint> readPoint(const QString &word, const std::function<bool(const QString &)> &isName);
/// The word that is read as this point again.
QString typedPoint(const TreatmentPoint &point, const TreatmentPoint &usual);

/// A word of the line of points that is no point.
struct TypedNumber
{
    enum class Kind { Minutes, Sessions, Technique };
    Kind kind = Kind::Minutes;
    int number = 0;
    std::optional<int> perWeek;                       ///< Sessions
    xinglin::Technique technique = Technique::Unsaid; ///< Technique
    bool operator==(const TypedNumber &) const = default;
};
/// "25" are minutes, "x10" and "10x3" sessions, three a week; ".p" is the technique of all.
std::optional<TypedNumber> readNumber(const QString &word);

/// What was typed on top of how the point is usually taken.
TreatmentPoint pointFrom(const Catalog &catalog, const TreatmentDraft &draft, const points::AcuPoint &known,
                         const TypedPoint &typed);
/// A point that the catalogue does not know, under the name that was written.
TreatmentPoint freePoint(const Catalog &catalog, const TreatmentDraft &draft, const TypedPoint &typed);

} // namespace xinglin::ui
