#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/vault/secretbytes.h"

#include <QByteArray>

namespace xinglin::store {

/// What opens a database file: "x'<64 hex digits of the key><32 of the salt>'". The caller wipes it.
QByteArray keyLiteral(const SecretBytes &key, const QByteArray &salt);
/// The salt of a device's own store, so that a store moved under another device's keyring is seen at its first bytes.
QByteArray deviceSalt(const Uuid &device);
/// The salt that stands at the beginning of the file, without opening it as a database. Broken where it cannot be read,
/// Damaged where it is too short, Foreign where it is not encrypted.
Result<QByteArray> saltOf(const QString &path);

} // namespace xinglin::store
