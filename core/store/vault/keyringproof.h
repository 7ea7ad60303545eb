#pragma once

#include "base/random.h"
#include "store/vault/keyringformat.h"

/// What binds the parts of a keyring to each other. For Keyring alone.
namespace xinglin::keyring {

/// Tells whether a key is this keyring's database key.
QByteArray dbkCheckOf(const Content &content, const SecretBytes &dbk);
/// What a wrapped secret is bound to. Not the login, which may be renamed, nor the device: the wrap is the same on all.
QByteArray wrapContext(const Content &content, const User &user);
/// Only who has the database key can make it: without it, whoever can write the file could put their own key in.
QByteArray bondOf(const Content &content, const User &user, const SecretBytes &dbk);
QByteArray recoveryBondOf(const Content &content, const SecretBytes &dbk);
/// Nobody can try passwords against it without the user's secret.
QByteArray passwordHash(const Uuid &user, const SecretBytes &secret, const SecretBytes &password);
/// Keeps @p password as the newest of the last ones.
void keepPassword(User &user, const SecretBytes &secret, const SecretBytes &password);

/// -1: there is none.
qsizetype indexOf(const Content &content, const QString &login);
qsizetype indexOf(const Content &content, const Uuid &id);
QByteArray strangerHash(const Content &content, const QString &login);

/// The database key as sealed to @p user, if it is this keyring's. NoPermission for a disabled user; @p path is for the
/// message.
Result<SecretBytes> openDbk(const Content &content, const User &user, const SecretBytes &secret, const QString &path);
Error damagedEntry(const QString &path);

} // namespace xinglin::keyring
