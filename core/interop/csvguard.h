#pragma once

#include <QString>

/// A spreadsheet takes a cell of a CSV file that begins with = + - @ for a formula and computes it, which can start
/// programs and send data away. Such a text leaves us with an apostrophe before it, and loses it when it comes back.
namespace xinglin::interop {

/// The text as it is written: with an apostrophe before it where it begins with = + - @, their full-width forms, a tab
/// or a line break, after any number of apostrophes of its own. Left alone, for nothing is computed from them, and
/// whoever reads the file looks for them: plain numbers (-12.5), a minus sign alone, and telephone numbers of a plus
/// sign, digits and blanks (+86 138 1234 5678).
QString guarded(const QString &text);
/// Takes the apostrophe off again; guarded() is undone exactly.
QString unguarded(const QString &text);

} // namespace xinglin::interop
