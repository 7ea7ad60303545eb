#pragma once

#include "base/mass.h"
#include "engines/safety/herbcatalog.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace xinglin::safety {

/// How a written name was recognised.
enum class How {
    None,      ///< Not, or not with certainty: several pieces could be meant.
    Exact,     ///< The record's own name.
    Alias,     ///< Another name of the same piece.
    Processed, ///< The name of a processed piece, or the piece's name with its processing.
    Prefix,    ///< After taking off origin, cut or the way of boiling.
    Variant,   ///< After exchanging traditional or unusual characters.
};

/// exact, alias, processed, prefix, variant, none: the words of the command line.
QString howText(How how);

/// What a written name means.
struct ResolvedName
{
    QString given;               ///< As written.
    std::optional<QString> herb; ///< Id in the catalogue; none where nothing is certain.
    QString nameZh;              ///< The record's name; empty without a herb.
    QString processed;           ///< Processing as written (麸炒, 煅, 酒 …), or the piece's name; empty for none.
    How how = How::None;
    QString preparation;         ///< 先煎, 后下, 包煎 … where the text said so.
    bool cinnabarCoated = false; ///< 朱茯神 and the like: dusted with 朱砂.
    bool operator==(const ResolvedName &) const = default;
};

/// A cell of a prescription taken apart: "大枣3枚", "麻黄（去节，9g）", "茯苓14".
struct NameAndDose
{
    QString name;             ///< Without the amount; notes in brackets stay.
    std::optional<Mass> dose; ///< Grams where grams are written, or a bare number.
    QString count;            ///< Any other amount as written: "3枚", "9~15g", "二两".
    bool operator==(const NameAndDose &) const = default;
};

/// Recognises @p name as a person wrote it, with processing, origin, cut, preparation and traditional characters.
/// When anything is left unexplained there is no herb: a wrong herb is far worse than none.
ResolvedName resolve(const HerbCatalog &catalog, QStringView name);

/// Splits the amount off @p cell. A range ("9~15g") and old or counted measures are no dose but a count.
NameAndDose splitDose(QStringView cell);

} // namespace xinglin::safety
