#include "store/vault/keyringproof.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::keyring {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Keyring)
};

QByteArrayView view(const SecretBytes &secret)
{
    return {reinterpret_cast<const char *>(secret.bytes().data()), static_cast<qsizetype>(secret.size())};
}

} // namespace

QByteArray dbkCheckOf(const Content &content, const SecretBytes &dbk)
{
    return crypto::blake2b256({"xinglin database key", content.clinic.toBytes(), content.device.toBytes(), view(dbk)});
}

QByteArray wrapContext(const Content &content, const User &user)
{
    return crypto::blake2b256({"xinglin user secret 1", content.clinic.toBytes(), user.id.toBytes(),
                               QByteArray::number(user.cost.passes), "/", QByteArray::number(user.cost.memory), "/",
                               user.salt, user.publicKey});
}

QByteArray bondOf(const Content &content, const User &user, const SecretBytes &dbk)
{
    return crypto::keyedHash(dbk, {"xinglin user key 1", content.clinic.toBytes(), user.id.toBytes(), user.publicKey});
}

QByteArray recoveryBondOf(const Content &content, const SecretBytes &dbk)
{
    return crypto::keyedHash(dbk, {"xinglin recovery key 1", content.clinic.toBytes(), content.recoveryKey});
}

QByteArray passwordHash(const Uuid &user, const SecretBytes &secret, const SecretBytes &password)
{
    return crypto::keyedHash(secret, {"xinglin password history 1", user.toBytes(), view(password)});
}

void keepPassword(User &user, const SecretBytes &secret, const SecretBytes &password)
{
    const QByteArray hash = passwordHash(user.id, secret, password);
    user.passwordHashes.removeAll(hash);
    user.passwordHashes.append(hash);
    while (user.passwordHashes.size() > keptPasswords)
        user.passwordHashes.removeFirst();
}

qsizetype indexOf(const Content &content, const QString &login)
{
    const QString folded = foldLogin(login);
    const auto found = std::find_if(content.users.cbegin(), content.users.cend(),
                                    [&](const User &user) { return foldLogin(user.login) == folded; });
    return found == content.users.cend() ? -1 : found - content.users.cbegin();
}

qsizetype indexOf(const Content &content, const Uuid &id)
{
    const auto found =
        std::find_if(content.users.cbegin(), content.users.cend(), [&](const User &user) { return user.id == id; });
    return found == content.users.cend() ? -1 : found - content.users.cbegin();
}

QByteArray strangerHash(const Content &content, const QString &login)
{
    return crypto::blake2b256({"xinglin stranger", content.dbkCheck, foldLogin(login).toUtf8()});
}

Error damagedEntry(const QString &path)
{
    return Error{Code::Damaged, Tr::tr("The keyring %1 holds keys that do not belong together.").arg(path), {}, {}};
}

Result<SecretBytes> openDbk(const Content &content, const User &user, const SecretBytes &secret, const QString &path)
{
    if (crypto::publicKeyOf(secret) != user.publicKey)
        return damagedEntry(path);
    if (user.sealedDbk.isEmpty())
        return Error{Code::NoPermission, Tr::tr("This account has been disabled."), {}, {}};
    auto dbk = crypto::boxOpen(secret, user.sealedDbk);
    if (!dbk || dbkCheckOf(content, *dbk) != content.dbkCheck)
        return damagedEntry(path);
    return dbk;
}

} // namespace xinglin::keyring
