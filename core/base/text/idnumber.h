#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace xinglin {

/// Identity documents a patient may show.
enum class DocumentKind {
    ResidentId,         ///< 居民身份证 and 港澳台居民居住证, GB 11643-1999
    Passport,           ///< 护照, of any country
    HkMacaoPermit,      ///< 港澳居民来往内地通行证
    TaiwanPermit,       ///< 台湾居民来往大陆通行证
    ForeignerResidence, ///< 外国人永久居留身份证: 15 characters, since 2023 18
    Other,              ///< Household register, birth certificate, officer's card …
};

enum class DocumentSex { Male, Female };

/// What a valid number says. Only resident cards and the foreigners' card of 18 digits carry a sex.
struct DocumentFacts
{
    QString number; ///< Normalised: upper case, no spaces or hyphens.
    std::optional<QDate> birth;
    std::optional<DocumentSex> sex;
    bool operator==(const DocumentFacts &) const = default;
};

/// Upper case, full-width characters made plain, spaces and hyphens gone.
QString normaliseDocumentNumber(const QString &typed);

/// The check character (0-9, X) of the first 17 digits, ISO 7064 MOD 11-2; nullopt unless they are 17 digits.
std::optional<QChar> residentCheckDigit(QStringView first17);

/// Checks length, characters and, for resident cards, region, birth date up to @p today and check digit; the other
/// kinds only lightly. Refused with Code::Invalid, field "idNumber", and a sentence saying what is wrong.
Result<DocumentFacts> checkDocument(DocumentKind kind, const QString &typed, QDate today);

} // namespace xinglin
