#pragma once

#include "interop/table.h"

#include <QList>

namespace xinglin::interop::xlsx {

/// How a number of a workbook is shown, as far as it changes what the number is.
struct Shown
{
    enum class As {
        Number,
        Padded,   ///< With zeros before it, up to `digits`: 000123.
        Date,     ///< To the day.
        Month,    ///< Year and month only.
        DateTime, ///< To the second.
        Time,     ///< Of a day.
        Elapsed,  ///< Hours that go on beyond 24.
    };
    As as = As::Number;
    int digits = 0;
    bool operator==(const Shown &) const = default;
};

/// Of a number format's code: yyyy"年"m"月"d"日", [h]:mm:ss, #,##0.00 …
Shown shownAs(QStringView formatCode);
/// Of the formats that have a number only; their meaning in Chinese workbooks, ECMA-376 part 1, 18.8.30.
Shown shownAs(int builtInFormat);

/// The cell of a number that was stored as @p value and is shown so. @p from1904: days are counted from 1904-01-01.
/// The day that Excel alone knows, 1900-02-29, is a text, as is its 1900-01-00; what is no number is a text too.
Cell numberCell(QStringView value, const Shown &shown, bool from1904);

/// The cell of a date that was stored as ISO 8601; without a time of day, or with 00:00, it is a date.
Cell isoDateCell(const QString &value);

} // namespace xinglin::interop::xlsx
