#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::points {

/// Where a point is taken. Points on the midline have no sides.
enum class Side { Both, Left, Right, Midline };

/// A word of the catalogue in both languages: a special class, a caution, a region.
struct NamedType
{
    QString id;
    QString zh;
    QString en;
    bool operator==(const NamedType &) const = default;
};

struct Meridian
{
    QString id;   ///< "st"
    QString code; ///< "ST"
    QString zh;   ///< 足阳明胃经
    QString zhShort;
    QString en;
    QString enShort;
    QString initials; ///< Of the short name: "wj"
    QString pinyin;   ///< The same in full: "weijing"
    QStringList otherCodes;
    bool operator==(const Meridian &) const = default;
};

/// An acupuncture point. Facts: resources/catalog/SOURCE.md; depths are teaching values for adults, never orders.
struct AcuPoint
{
    QString id;   ///< "st36"
    QString code; ///< "ST36"; empty for extra points that WHO does not name.
    QString zh;
    QString en;     ///< Pinyin without tones, one word.
    QString pinyin; ///< With tones, as printed.
    QStringList syllables;
    QString initials; ///< "zsl"
    QString meridian; ///< Id; "ex" for extra points.
    int seq = 0;      ///< On its meridian.
    QString locationZh;
    QString locationEn;
    std::optional<double> depthMinCun; ///< None: not needled, or sources do not agree.
    std::optional<double> depthMaxCun;
    QStringList angles;
    bool pregnancyCaution = false;
    QString pregnancyBasis; ///< explicit, traditional, region
    QStringList cautions;   ///< Ids of caution types.
    QStringList special;    ///< Ids of special types; for some what they are of: "front_mu:lung".
    QStringList otherCodes;
    QStringList aliases;
    QString noteZh;
    QString noteEn;
    QString region;               ///< Code of an extra point's region ("EX-HN"); the data have none for the others.
    std::optional<Side> onlySide; ///< Midline, or the one side it lies on; none: it has two.
    int needles = 1;              ///< At one side (or on the midline): 四神聪 has four.
    bool located = true;          ///< Not for 阿是穴, which is where it hurts.
    bool operator==(const AcuPoint &) const = default;
};

} // namespace xinglin::points
