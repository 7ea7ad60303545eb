#pragma once

#include "base/random.h"
#include "base/result.h"
#include "store/vault/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>

/// Thin functions over libsodium. Nothing else in Xinglin calls it.
namespace xinglin::crypto {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype publicKeyBytes = 32;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype sealedOverhead = 24 + 16; ///< seal(): nonce and tag
constexpr qsizetype boxOverhead = 32 + 16;    ///< boxSeal(): ephemeral public key and tag

/// BLAKE2b with 32 bytes of output over the parts one after the other (no lengths between them).
QByteArray blake2b256(std::initializer_list<QByteArrayView> parts);
/// The same over what @p next gives, until it gives nothing: for files that do not fit into memory.
QByteArray blake2b256(const std::function<QByteArrayView()> &next);

/// BLAKE2b with a key (16 to 64 bytes): nobody without it can make or try the hash.
QByteArray keyedHash(const SecretBytes &key, std::initializer_list<QByteArrayView> parts);

/// XChaCha20-Poly1305: nonce, then cipher text with its tag. @p context is authenticated, not stored.
QByteArray seal(const SecretBytes &key, std::span<const std::uint8_t> plain, QByteArrayView context, Random &random);
/// Code::Damaged where key, context or bytes are not those of seal().
Result<SecretBytes> open(const SecretBytes &key, QByteArrayView sealed, QByteArrayView context);

/// SHA-256: for what others can make too, such as the sum of a picture.
QByteArray sha256(QByteArrayView bytes);

/// A whole file: 8 bytes of magic and version, then XChaCha20-Poly1305 in pieces of 1 MiB (libsodium's secretstream),
/// the last of them marked as the last: none can be changed, moved, left out or added. Its nonce comes from libsodium's
/// own generator; a key is for one file.
QByteArray sealFile(const SecretBytes &key, QByteArrayView plain);
/// Code::Damaged where key or bytes are not those of sealFile().
Result<QByteArray> openFile(const SecretBytes &key, QByteArrayView sealed);
/// How many bytes sealFile() makes of so many.
qint64 sealedFileSize(qint64 plain);

/// An X25519 pair.
struct KeyPair
{
    QByteArray publicKey;
    SecretBytes secretKey;
};
KeyPair keyPair(Random &random);
/// The same pair for the same 32 bytes.
KeyPair keyPairFromSeed(const SecretBytes &seed);
/// The public half of @p secretKey.
QByteArray publicKeyOf(const SecretBytes &secretKey);

/// crypto_box_seal: anyone can make it, only the owner of the secret half can open it. Its one-time key comes from
/// libsodium's own generator.
QByteArray boxSeal(const QByteArray &publicKey, std::span<const std::uint8_t> plain);
/// Code::Damaged where it was not sealed to this secret half.
Result<SecretBytes> boxOpen(const SecretBytes &secretKey, QByteArrayView sealed);

/// Cost of turning a password into a key.
struct Argon2
{
    quint32 passes = 3;
    quint64 memory = quint64(256) << 20; ///< Bytes.
    bool operator==(const Argon2 &) const = default;

    /// Within what is accepted from a file: 8 KiB to 4 GiB, 1 to 64 passes.
    bool isSane() const;
    quint64 work() const { return memory * passes; }
};

/// 32 bytes from a password. Code::Broken where the memory is not to be had.
Result<SecretBytes> argon2id(const SecretBytes &password, QByteArrayView salt, Argon2 cost);

/// Cost for a PC with @p physicalMemory bytes, between 0.5 s and 1 s where that can be had: 256 MiB and 3 passes, more
/// passes on a fast one, less memory (never under 64 MiB) on a slow or small one. @p measure tells how long one takes.
Argon2 calibrate(quint64 physicalMemory, const std::function<std::chrono::milliseconds(Argon2)> &measure);
/// With a stopwatch on this PC; takes a second or two.
Argon2 calibrate();

} // namespace xinglin::crypto
