#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <optional>

namespace xinglin {

/// 16 bytes of a UUID. Always valid: "no id" is std::optional.
class Uuid
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    constexpr explicit Uuid(const Bytes &bytes) : m_bytes(bytes) {}
    /// A version 7 UUID (RFC 9562): time ordered, so that rows made together lie together in an index.
    static Uuid create(const Clock &clock, Random &random);
    static std::optional<Uuid> fromBytes(QByteArrayView bytes);
    /// The canonical form with hyphens, in either case; nullopt for anything else.
    static std::optional<Uuid> fromString(QStringView text);

    const Bytes &bytes() const { return m_bytes; }
    QByteArray toBytes() const { return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), 16); }
    QString toString() const;
    auto operator<=>(const Uuid &) const = default;

private:
    Bytes m_bytes;
};

inline size_t qHash(const Uuid &id, size_t seed = 0)
{
    return qHashBits(id.bytes().data(), 16, seed);
}

/// A typed id: `using PatientId = Id<struct PatientTag>;`. Ids of different nouns do not mix.
template <class Tag>
class Id
{
public:
    constexpr explicit Id(const Uuid &uuid) : m_uuid(uuid) {}
    static Id create(const Clock &clock, Random &random) { return Id(Uuid::create(clock, random)); }
    static std::optional<Id> fromBytes(QByteArrayView bytes)
    {
        const auto uuid = Uuid::fromBytes(bytes);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }
    static std::optional<Id> fromString(QStringView text)
    {
        const auto uuid = Uuid::fromString(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }

    const Uuid &uuid() const { return m_uuid; }
    QByteArray toBytes() const { return m_uuid.toBytes(); }
    QString toString() const { return m_uuid.toString(); }
    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid;
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.uuid(), seed);
}

} // namespace xinglin
