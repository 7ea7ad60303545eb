#pragma once

#include "engines/forms/form.h"

namespace xinglin::forms {

/// Numbers as they are typed in one line, each after the letters of its item: "t36.8 bp 120/80 w58".
struct TypedNumbers
{
    QList<GivenAnswer> answers; ///< Item and number; of an item typed twice the last.
    QStringList cleared;        ///< Items whose letters stand before a "-": the number is taken back.
    QStringList unknown;        ///< Pieces that begin with no item's letters or hold no number, as typed.
    QList<Error> refused;       ///< Numbers that cannot be: field is the item, the detail the piece as typed.
    bool operator==(const TypedNumbers &) const = default;
};

/// Items of @p section whose key begins a piece; where several items share a key, "/" parts their numbers in the order
/// of the form. A decimal comma counts as a point. Pure.
TypedNumbers typedNumbers(const Section &section, const QString &typed);

} // namespace xinglin::forms
