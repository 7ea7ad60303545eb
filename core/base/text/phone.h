#pragma once

#include "base/result.h"

#include <QString>

namespace xinglin {

enum class PhoneKind { Mobile, Landline, Foreign };

/// A telephone number in its one stored form.
struct Phone
{
    PhoneKind kind = PhoneKind::Mobile;
    QString text; ///< "13812345678", "01012345678", "02112345678-801", "+85291234567"
    bool operator==(const Phone &) const = default;
};

/// Reads a number as people write it: spaces, hyphens, brackets, full-width digits, +86 or 0086 before it. Mainland
/// mobiles (11 digits, 13 to 19), landlines with their area code and an optional extension, and numbers of other
/// countries after + or 00. Refused with Code::Invalid, field "phone", and a sentence saying what is missing.
Result<Phone> parsePhone(const QString &typed);

/// The digits of @p text in their order for keys and comparison, without a mainland country code; extensions go.
QString phoneDigits(const QString &text);

} // namespace xinglin
