#pragma once

#include <QString>

namespace xinglin {

/// "138****5678": the first three and last four digits, a country's + kept; short numbers keep their last two.
QString maskPhone(const QString &phone);

/// "110***********123X": the first three and last four characters; numbers under eight keep their last two.
QString maskIdNumber(const QString &number);

/// "张*三", "张*": the first and, from three characters on, the last; a single character is hidden.
QString maskName(const QString &name);

} // namespace xinglin
