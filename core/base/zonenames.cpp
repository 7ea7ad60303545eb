#include "base/zonenames.h"

#include <QString>
#include <QTimeZone>

#include <unicode/ucal.h>

#include <array>

namespace xinglin {

namespace {

/// Longer than any.
constexpr int longestName = 64;

template <class F>
QByteArray asked(F ask)
{
    std::array<UChar, longestName> place{};
    UErrorCode status = U_ZERO_ERROR;
    const int length = ask(place.data(), int(place.size()), &status);
    const bool known = U_SUCCESS(status) != 0 && status != U_STRING_NOT_TERMINATED_WARNING && length > 0;
    return known ? QString::fromUtf16(place.data(), length).toLatin1() : QByteArray();
}

} // namespace

QByteArray placeOfZone(const QByteArray &name)
{
    if (name.isEmpty() || name.size() >= longestName)
        return {};
    const QString text = QString::fromLatin1(name);
    const auto *begin = reinterpret_cast<const UChar *>(text.utf16());
    UBool isKnown = 0;
    QByteArray place = asked([&](UChar *out, int room, UErrorCode *status) {
        return ucal_getCanonicalTimeZoneID(begin, int(text.size()), out, room, &isKnown, status);
    });
    if (isKnown == 0)
        place = asked([&](UChar *out, int room, UErrorCode *status) {
            return ucal_getTimeZoneIDForWindowsID(begin, int(text.size()), nullptr, out, room, status);
        });
    if (place == "Etc/Unknown" || (!place.isEmpty() && !QTimeZone(place).isValid()))
        return {};
    return place;
}

} // namespace xinglin
