#include "store/vault/crypto.h"

#include "store/vault/physicalmemory.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace xinglin::crypto {

namespace {

constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonceBytes + tagBytes == sealedOverhead);
static_assert(crypto_box_SEALBYTES == boxOverhead);
static_assert(crypto_pwhash_SALTBYTES == saltBytes);

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::crypto)
};

/// libsodium picks its code for this processor once; every other call is void of meaning before that.
void ready()
{
    static const bool done = sodium_init() >= 0;
    if (!done)
        throw std::bad_alloc();
}

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Error cannotOpen()
{
    return Error{
        Code::Damaged, Tr::tr("Sealed data cannot be opened: it is damaged or the key is another one."), {}, {}};
}

} // namespace

QByteArray blake2b256(std::initializer_list<QByteArrayView> parts)
{
    ready();
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    for (const QByteArrayView part : parts)
        crypto_generichash_update(&state, raw(part), static_cast<unsigned long long>(part.size()));
    QByteArray hash(32, '\0');
    crypto_generichash_final(&state, raw(hash), 32);
    sodium_memzero(&state, sizeof state); // what was hashed may have been a key
    return hash;
}

QByteArray keyedHash(const SecretBytes &key, std::initializer_list<QByteArrayView> parts)
{
    Q_ASSERT(key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX);
    ready();
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes().data(), key.size(), 32);
    for (const QByteArrayView part : parts)
        crypto_generichash_update(&state, raw(part), static_cast<unsigned long long>(part.size()));
    QByteArray hash(32, '\0');
    crypto_generichash_final(&state, raw(hash), 32);
    sodium_memzero(&state, sizeof state); // it begins with the key
    return hash;
}

QByteArray blake2b256(const std::function<QByteArrayView()> &next)
{
    ready();
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    for (QByteArrayView part = next(); !part.isEmpty(); part = next())
        crypto_generichash_update(&state, raw(part), static_cast<unsigned long long>(part.size()));
    QByteArray hash(32, '\0');
    crypto_generichash_final(&state, raw(hash), 32);
    return hash;
}

QByteArray seal(const SecretBytes &key, std::span<const std::uint8_t> plain, QByteArrayView context, Random &random)
{
    Q_ASSERT(key.size() == keyBytes);
    ready();
    QByteArray sealed(sealedOverhead + static_cast<qsizetype>(plain.size()), '\0');
    random.fill({raw(sealed), nonceBytes});
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonceBytes, nullptr, plain.data(), plain.size(),
                                               raw(context), static_cast<unsigned long long>(context.size()), nullptr,
                                               raw(sealed), key.bytes().data());
    return sealed;
}

Result<SecretBytes> open(const SecretBytes &key, QByteArrayView sealed, QByteArrayView context)
{
    ready();
    if (key.size() != keyBytes || sealed.size() < sealedOverhead)
        return cannotOpen();
    SecretBytes plain(static_cast<std::size_t>(sealed.size() - sealedOverhead));
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.bytes().data(), nullptr, nullptr, raw(sealed) + nonceBytes,
        static_cast<unsigned long long>(sealed.size()) - nonceBytes, raw(context),
        static_cast<unsigned long long>(context.size()), raw(sealed), key.bytes().data());
    if (failed != 0)
        return cannotOpen();
    return plain;
}

KeyPair keyPair(Random &random)
{
    SecretBytes secret = SecretBytes::random(keyBytes, random);
    QByteArray open = publicKeyOf(secret);
    return {std::move(open), std::move(secret)};
}

KeyPair keyPairFromSeed(const SecretBytes &seed)
{
    Q_ASSERT(seed.size() == crypto_box_SEEDBYTES);
    ready();
    KeyPair pair{QByteArray(publicKeyBytes, '\0'), SecretBytes(keyBytes)};
    crypto_box_seed_keypair(raw(pair.publicKey), pair.secretKey.bytes().data(), seed.bytes().data());
    return pair;
}

QByteArray publicKeyOf(const SecretBytes &secretKey)
{
    Q_ASSERT(secretKey.size() == keyBytes);
    ready();
    QByteArray key(publicKeyBytes, '\0');
    crypto_scalarmult_base(raw(key), secretKey.bytes().data());
    return key;
}

QByteArray boxSeal(const QByteArray &publicKey, std::span<const std::uint8_t> plain)
{
    Q_ASSERT(publicKey.size() == publicKeyBytes);
    ready();
    QByteArray sealed(boxOverhead + static_cast<qsizetype>(plain.size()), '\0');
    // It fails for a public key of low order alone, which no secret half of ours has: an empty seal never opens.
    if (crypto_box_seal(raw(sealed), plain.data(), plain.size(), raw(QByteArrayView(publicKey))) != 0)
        return {};
    return sealed;
}

Result<SecretBytes> boxOpen(const SecretBytes &secretKey, QByteArrayView sealed)
{
    ready();
    if (secretKey.size() != keyBytes || sealed.size() < boxOverhead)
        return cannotOpen();
    const QByteArray publicKey = publicKeyOf(secretKey);
    SecretBytes plain(static_cast<std::size_t>(sealed.size() - boxOverhead));
    const int failed =
        crypto_box_seal_open(plain.bytes().data(), raw(sealed), static_cast<unsigned long long>(sealed.size()),
                             raw(QByteArrayView(publicKey)), secretKey.bytes().data());
    if (failed != 0)
        return cannotOpen();
    return plain;
}

bool Argon2::isSane() const
{
    return passes >= 1 && passes <= 64 && memory >= 8192 && memory <= (quint64(4) << 30);
}

Result<SecretBytes> argon2id(const SecretBytes &password, QByteArrayView salt, Argon2 cost)
{
    ready();
    if (!cost.isSane() || salt.size() != saltBytes)
        return Error{Code::Invalid, Tr::tr("The cost of the password key is out of range."), {}, {}};
    SecretBytes key(keyBytes);
    const char *letters = password.isEmpty() ? "" : reinterpret_cast<const char *>(password.bytes().data());
    const int failed = crypto_pwhash(key.bytes().data(), key.size(), letters, password.size(), raw(salt), cost.passes,
                                     static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Error{
            Code::Broken,
            Tr::tr("There is not enough free memory to check the password (%1 MiB are needed).").arg(cost.memory >> 20),
            {},
            {}};
    return key;
}

Argon2 calibrate(quint64 physicalMemory, const std::function<std::chrono::milliseconds(Argon2)> &measure)
{
    constexpr quint64 least = quint64(64) << 20;
    constexpr std::chrono::milliseconds shortest{500};
    constexpr std::chrono::milliseconds longest{1000};
    Argon2 cost;
    if (physicalMemory < (quint64(4) << 30))
        cost.memory = least;
    auto taken = measure(cost);
    while (taken > longest && cost.memory > least) {
        cost.memory /= 2;
        taken = measure(cost);
    }
    if (taken < shortest) {
        const auto step = std::max<qint64>(1, taken.count());
        const auto passes = (shortest.count() * cost.passes + step - 1) / step;
        cost.passes = static_cast<quint32>(std::clamp<qint64>(passes, cost.passes, 16));
    }
    return cost;
}

Argon2 calibrate()
{
    return calibrate(physicalMemory(), [](Argon2 cost) {
        SecretBytes password(keyBytes);
        QElapsedTimer watch;
        watch.start();
        const auto key = argon2id(password, QByteArray(saltBytes, '\0'), cost);
        // No memory is as good as too slow: the next one asks for less.
        return key.ok() ? std::chrono::milliseconds(watch.elapsed()) : std::chrono::milliseconds::max();
    });
}

} // namespace xinglin::crypto
