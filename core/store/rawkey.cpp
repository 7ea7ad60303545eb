#include "store/rawkey.h"

#include "store/vault/crypto.h"

#include <QCoreApplication>
#include <QFile>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr qsizetype SaltBytes = 16;

void appendHex(QByteArray &text, std::uint8_t byte)
{
    constexpr char digits[] = "0123456789abcdef";
    text += digits[byte >> 4];
    text += digits[byte & 15];
}

} // namespace

QByteArray keyLiteral(const SecretBytes &key, const QByteArray &salt)
{
    QByteArray literal;
    literal.reserve(3 + 2 * static_cast<qsizetype>(key.size()) + 2 * salt.size()); // so that no copy is left behind
    literal += "x'";
    for (const std::uint8_t byte : key.bytes())
        appendHex(literal, byte);
    for (const char byte : salt)
        appendHex(literal, static_cast<std::uint8_t>(byte));
    literal += '\'';
    return literal;
}

QByteArray deviceSalt(const Uuid &device)
{
    return crypto::blake2b256({QByteArrayView("xinglin store"), device.toBytes()}).left(SaltBytes);
}

Result<QByteArray> saltOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::Broken, Tr::tr("The store %1 cannot be read: %2").arg(path, file.errorString()), {}, {}};
    QByteArray first = file.read(SaltBytes);
    if (first.size() < SaltBytes)
        return Error{Code::Damaged, Tr::tr("The store %1 is cut short.").arg(path), {}, QStringLiteral("short file")};
    if (first == QByteArray("SQLite format 3", SaltBytes))
        return Error{Code::Foreign, Tr::tr("%1 is not an encrypted Xinglin store.").arg(path), {}, {}};
    return first;
}

} // namespace xinglin::store
