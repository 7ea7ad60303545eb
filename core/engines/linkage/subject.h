#pragma once

#include "base/partialdate.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace xinglin::linkage {

/// What is known of a person, as values. Empty: not known.
struct Person
{
    QString name;       ///< Whole, as written. Looked at only where both parts below are empty.
    QString givenName;  ///< For names that are kept in two parts.
    QString familyName; ///< Likewise.
    std::optional<bool> male;
    std::optional<PartialDate> birth;
    bool birthLunar = false; ///< The birth date is one of the Chinese calendar.
    QStringList phones;      ///< Digits with their area code; see phoneDigits().
    QString documentNumber;  ///< Any document; resident cards are known by their form and check digit.
    QString address;         ///< Free text, or the parts of an address joined by spaces.
};

/// A person made ready for comparing: names folded and read, addresses cut into pieces. Made by prepare(), about half a
/// kilobyte; members are for this engine.
struct Subject
{
    enum class Script { None, Han, Latin };

    Script script = Script::None; ///< Of the name; every script but Han is read as Latin letters.
    QString family;               ///< Simplified characters, or lower case ASCII without spaces.
    QString given;
    QString firstGiven;                 ///< Of several given names in Latin letters the first; else empty.
    std::vector<quint64> familySounds;  ///< Hashes of readings, sorted.
    std::vector<quint64> givenSounds;   ///< Likewise.
    std::vector<quint64> wholeSounds;   ///< Of Latin names in each order that people write.
    std::vector<quint64> familyFolds;   ///< Readings without what accents mix up: zh and z, n and l, ang and an.
    std::vector<quint64> givenFolds;    ///< Of Latin names the consonants.
    double familyBits = 0;              ///< How rare the name is: log2 of one in so many people.
    double givenBits = 0;               ///< Likewise.
    std::optional<bool> male;           ///< From the resident number where nothing else says it.
    std::optional<PartialDate> birth;   ///< Likewise.
    std::optional<PartialDate> cardDay; ///< Birth date in a valid resident number.
    bool birthLunar = false;
    QStringList phones;         ///< Without those that are no one's, such as 13800000000.
    QString document;           ///< Normalised; old resident numbers in their new form.
    bool documentValid = false; ///< A resident number with the right check digit.
    bool addressHan = false;
    std::vector<std::uint16_t> addressPieces; ///< Hashes of neighbouring characters, sorted.
    quint64 addressNumbers = 0;               ///< Hash of the numbers in their order; 0: none.
};

/// Reads @p person. The first call of a thread takes about 0.1 s for the tables of pinyin, the next ones microseconds.
/// Whatever cannot be right (a telephone of one digit repeated) counts as not known.
Subject prepare(const Person &person);

} // namespace xinglin::linkage
