#pragma once

/// Bits for and against, see linkage.h for how they were chosen.
namespace xinglin::linkage::weights {

// Given name in Latin letters. Another given name is common there: second names, pet names, English ones.
inline constexpr double latinGivenSame = 7.5;
inline constexpr double latinGivenNear = 6;
inline constexpr double latinGivenSimilar = 1;
inline constexpr double latinGivenOther = -3.5;
// Family name in Latin letters.
inline constexpr double latinFamilySame = 8;
inline constexpr double latinFamilyNear = 7;
inline constexpr double latinFamilySimilar = 2.5;
inline constexpr double latinFamilyOther = -4;
// Both parts in each other's place.
inline constexpr double latinSwapped = -1;

// Chinese names: taken from the bits of the part.
inline constexpr double hanFamilySound = 3;
inline constexpr double hanGivenSound = 4.5;
inline constexpr double hanTurned = 2;
// Chinese names: instead of the bits of the part.
inline constexpr double hanFamilyNear = -1;
inline constexpr double hanFamilyOther = -7;
inline constexpr double hanGivenNear = 0.5;
inline constexpr double hanGivenSimilar = -4.5;
inline constexpr double hanGivenOther = -9;
// One name in characters, the other in letters: not the same sound, as with Amy Chen.
inline constexpr double crossScriptOther = -3;

inline constexpr double documentSame = 24;
inline constexpr double documentSameOtherName = 14; ///< A child entered with the number of a parent.
inline constexpr double documentSimilar = 10;
inline constexpr double documentOther = -4;
inline constexpr double documentOtherValid = -30;

inline constexpr double phoneSame = 14;
inline constexpr double phoneSimilar = 7;
inline constexpr double phoneOther = -1.5;

inline constexpr double birthSame = 14.5;
inline constexpr double birthSameFirstOfYear = 7;
inline constexpr double birthSameMonth = 9;
inline constexpr double birthSameYear = 5.5;
inline constexpr double birthForgottenCalendar = 9; ///< The same date, only one of them called lunar.
inline constexpr double birthOtherCalendar = 7;     ///< The distance that both calendars have.
inline constexpr double birthDigits = 3.5;
inline constexpr double birthYearBeside = 2;     ///< Ages counted in 虚岁 give a year before or after.
inline constexpr double birthOtherInYear = -1.5; ///< Both full.
inline constexpr double birthOther = -4.5;

inline constexpr double sexSame = 0.9;
inline constexpr double sexOther = -5;

inline constexpr double addressSame = 17;
inline constexpr double addressSimilar = 14;
inline constexpr double addressHalf = 8;
inline constexpr double addressOther = -1.5; ///< Counted on FEBRL: -9; but people move.
inline constexpr double hanAddressSame = 10;
inline constexpr double hanAddressNumbers = 4; ///< A neighbour, or a digit wrong.
inline constexpr double hanAddressSimilar = 4;

/// What telephone and address say together at most.
inline constexpr double householdMost = 18;
inline constexpr double twins = -20;
/// What given name, birth and document say at least together of two records that are Likely: households share the rest.
inline constexpr double personLeast = latinGivenOther;
inline constexpr double hanPersonLeast = 3; ///< Both names in characters.

} // namespace xinglin::linkage::weights
