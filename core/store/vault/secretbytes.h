#pragma once

#include "base/random.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>

class QDebug;

namespace xinglin {

/// Bytes of a key or a password: locked memory between guard pages, wiped on destruction, moved but never copied,
/// compared in constant time, never printed. An empty one owns nothing.
class SecretBytes
{
public:
    SecretBytes() = default;
    /// @p size zero bytes. Throws std::bad_alloc where the system gives no locked memory.
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    /// From @p random; keys want SystemRandom.
    static SecretBytes random(std::size_t size, Random &random);
    /// Takes the bytes over and wipes @p source.
    static SecretBytes take(QByteArray &source);
    /// The UTF-8 form (NFC) of a typed password; wipes @p source.
    static SecretBytes takeText(QString &source);
    static SecretBytes copyOf(std::span<const std::uint8_t> bytes);

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }
    std::span<std::uint8_t> bytes() { return {m_data, m_size}; }
    SecretBytes copy() const { return copyOf(bytes()); }
    /// Constant time for equal sizes.
    bool equals(const SecretBytes &other) const;
    /// Wipes and lets go.
    void clear();

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

QDebug operator<<(QDebug, const SecretBytes &) = delete;

/// Overwrites the characters and empties the string. Copies that share its buffer keep theirs: a string that holds a
/// password must not be copied.
void wipe(QString &text);
void wipe(QByteArray &bytes);

} // namespace xinglin
