#pragma once

#include <QStringList>
#include <QStringView>

namespace xinglin {

/// Readings of @p surname (one or two characters) that differ from, or add to, those of the transliterator; the usual
/// one first. Empty where the table has none.
QStringList knownSurnameReadings(QStringView surname);

/// True for surnames of two characters.
bool isCompoundSurname(QStringView surname);

/// Readings of a character within a given name, the usual one first; empty where the table has none.
QStringList knownGivenReadings(char32_t character);

/// A word at the beginning of @p text whose reading is not that of its single characters ("阿胶").
struct KnownWord
{
    qsizetype length = 0; ///< UTF-16 units; 0: none.
    QString pinyin;
};
KnownWord knownWordAt(QStringView text);

} // namespace xinglin
