#pragma once

#include <QString>

/// What is kept under a name and typed by a few letters: own formulas, templates of notes.
namespace xinglin::typedname {

constexpr qsizetype mostLetters = 12;

/// What a name is typed by, unless one says otherwise: its initials in lower case. Pure.
QString lettersOf(const QString &name);
/// The code as it is kept; the letters of the name where it is empty. Pure.
QString plainCode(const QString &code, const QString &name);
/// Whether it can be typed: 2 to mostLetters letters or digits, beginning with a letter. Pure.
bool isCode(const QString &code);

} // namespace xinglin::typedname
