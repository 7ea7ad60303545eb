#pragma once

#include "base/random.h"
#include "store/store.h"

namespace xinglin::bench {

/// What somebody has typed at one moment.
struct Keystroke
{
    QString typed;
    const char *kind = nullptr; ///< "name", "pinyin", "initials", "given name", "phone", "ID number", "number"
    QString number;             ///< Of the patient meant, where the text is their whole number.
};

/// @p count keystrokes of people looking for patients of this store, one text after the other, each letter by letter.
QList<Keystroke> typeFor(const store::Snapshot &view, Random &random, qsizetype count);

} // namespace xinglin::bench
