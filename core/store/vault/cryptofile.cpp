#include "store/vault/crypto.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <new>

namespace xinglin::crypto {

namespace {

constexpr char magic[] = "XLFILE\0\1";
constexpr qsizetype magicBytes = 8;
constexpr qsizetype headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype pieceBytes = qsizetype(1) << 20;
constexpr qsizetype pieceOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == keyBytes);

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::crypto)
};

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

unsigned char *raw(QByteArray &bytes, qsizetype at)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

/// Wiped when it goes: the state holds what the key makes.
struct Stream
{
    ~Stream() { sodium_memzero(&state, sizeof state); }
    crypto_secretstream_xchacha20poly1305_state state{};
};

QByteArrayView head()
{
    return {magic, magicBytes};
}

Error cannotOpen()
{
    return Error{
        Code::Damaged, Tr::tr("An encrypted file cannot be opened: it is damaged or the key is another one."), {}, {}};
}

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    ready();
    QByteArray sum(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(sum, 0), raw(bytes), static_cast<unsigned long long>(bytes.size()));
    return sum;
}

qint64 sealedFileSize(qint64 plain)
{
    // An empty file has one empty piece.
    const qint64 pieces = std::max<qint64>(1, (plain + pieceBytes - 1) / pieceBytes);
    return magicBytes + headerBytes + plain + pieces * pieceOverhead;
}

QByteArray sealFile(const SecretBytes &key, QByteArrayView plain)
{
    Q_ASSERT(key.size() == keyBytes);
    ready();
    QByteArray sealed(sealedFileSize(plain.size()), '\0');
    std::copy_n(magic, magicBytes, sealed.data());
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, raw(sealed, magicBytes), key.bytes().data());
    qsizetype to = magicBytes + headerBytes;
    qsizetype from = 0;
    do {
        const qsizetype size = std::min(pieceBytes, plain.size() - from);
        const bool last = from + size == plain.size();
        crypto_secretstream_xchacha20poly1305_push(&stream.state, raw(sealed, to), nullptr, raw(plain) + from,
                                                   static_cast<unsigned long long>(size), raw(head()), magicBytes,
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        from += size;
        to += size + pieceOverhead;
    } while (from < plain.size());
    return sealed;
}

Result<QByteArray> openFile(const SecretBytes &key, QByteArrayView sealed)
{
    ready();
    qsizetype from = magicBytes + headerBytes;
    if (key.size() != keyBytes || sealed.size() < from + pieceOverhead || sealed.first(magicBytes) != head())
        return cannotOpen();
    Stream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, raw(sealed) + magicBytes, key.bytes().data()) !=
        0)
        return cannotOpen();
    QByteArray plain(sealed.size() - from, '\0');
    qsizetype to = 0;
    bool ended = false;
    while (from < sealed.size()) {
        const qsizetype size = std::min(pieceBytes + pieceOverhead, sealed.size() - from);
        unsigned char tag = 0;
        // A piece after the last one, and a last one that is not there.
        if (ended || size < pieceOverhead ||
            crypto_secretstream_xchacha20poly1305_pull(&stream.state, raw(plain, to), nullptr, &tag, raw(sealed) + from,
                                                       static_cast<unsigned long long>(size), raw(head()),
                                                       magicBytes) != 0)
            return cannotOpen();
        ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        from += size;
        to += size - pieceOverhead;
    }
    if (!ended)
        return cannotOpen();
    plain.truncate(to);
    return plain;
}

} // namespace xinglin::crypto
