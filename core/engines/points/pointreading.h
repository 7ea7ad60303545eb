#pragma once

#include <QStringList>

namespace xinglin::points {

/// Syllables without tones of pinyin written as one word: "zu san li" for "Zúsānlǐ". The reading of a point is taken
/// from its pinyin and not from its characters, which are often read otherwise (俞 is shu).
/// Empty where it is no pinyin.
QStringList syllablesOf(const QString &pinyin);

/// Whether @p typed begins the syllables one after another: "zsl", "zusl" and "zusanli" agree with "zu san li".
/// @p whole asks for a part of every syllable.
bool beginsSyllables(const QString &typed, const QStringList &syllables, bool whole);

} // namespace xinglin::points
