#include "store/vault/secretbytes.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace xinglin {

namespace {

std::uint8_t *allocate(std::size_t size)
{
    if (sodium_init() < 0)
        throw std::bad_alloc();
    void *memory = sodium_malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    return static_cast<std::uint8_t *>(memory);
}

} // namespace

SecretBytes::SecretBytes(std::size_t size) : m_data(size == 0 ? nullptr : allocate(size)), m_size(size)
{
    if (size > 0)
        std::memset(m_data, 0, size);
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::random(std::size_t size, Random &random)
{
    SecretBytes secret(size);
    random.fill(secret.bytes());
    return secret;
}

SecretBytes SecretBytes::take(QByteArray &source)
{
    SecretBytes secret =
        copyOf({reinterpret_cast<const std::uint8_t *>(source.constData()), static_cast<std::size_t>(source.size())});
    wipe(source);
    return secret;
}

SecretBytes SecretBytes::takeText(QString &source)
{
    QByteArray utf8;
    {
        QString composed = source.normalized(QString::NormalizationForm_C);
        utf8 = composed.toUtf8();
        // A text that was composed already comes back sharing its buffer; wiping a shared one would only wipe a copy.
        if (composed.constData() != source.constData())
            wipe(composed);
    }
    wipe(source);
    return take(utf8);
}

SecretBytes SecretBytes::copyOf(std::span<const std::uint8_t> bytes)
{
    SecretBytes secret(bytes.size());
    if (!bytes.empty())
        std::memcpy(secret.m_data, bytes.data(), bytes.size());
    return secret;
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

void SecretBytes::clear()
{
    if (m_data != nullptr)
        sodium_free(m_data); // wipes first
    m_data = nullptr;
    m_size = 0;
}

void wipe(QString &text)
{
    // data() detaches; a buffer that is shared would be left behind, so the caller keeps secrets unshared.
    if (!text.isEmpty())
        sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace xinglin
