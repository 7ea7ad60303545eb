#include "base/id.h"

namespace xinglin {

Uuid Uuid::create(const Clock &clock, Random &random)
{
    Bytes bytes;
    random.fill(bytes);
    const auto ms = static_cast<std::uint64_t>(toMs(clock.now()));
    for (unsigned i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
    return Uuid(bytes);
}

std::optional<Uuid> Uuid::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    Bytes copy;
    std::memcpy(copy.data(), bytes.data(), 16);
    return Uuid(copy);
}

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    Bytes bytes{};
    unsigned nibble = 0;
    for (qsizetype i = 0; i < 36; ++i) {
        const char16_t c = text[i].toLower().unicode();
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        unsigned digit = 0;
        if (c >= u'0' && c <= u'9')
            digit = c - u'0';
        else if (c >= u'a' && c <= u'f')
            digit = c - u'a' + 10u;
        else
            return std::nullopt;
        bytes[nibble / 2] = static_cast<std::uint8_t>(bytes[nibble / 2] << 4 | digit);
        ++nibble;
    }
    return Uuid(bytes);
}

QString Uuid::toString() const
{
    const QByteArray hex = toBytes().toHex();
    return QString::fromLatin1(hex.mid(0, 8) + '-' + hex.mid(8, 4) + '-' + hex.mid(12, 4) + '-' + hex.mid(16, 4) + '-' +
                               hex.mid(20));
}

} // namespace xinglin
