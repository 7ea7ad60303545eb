#pragma once

#include "base/result.h"
#include "store/vault/secretbytes.h"

#include <QString>

namespace xinglin {

/// Whether @p password may protect an account with @p login: at least 10 characters, not one of the well-known ones
/// (also with a few digits or signs after it, in either case), not one character over and over, not a plain row such
/// as 0123456789, and without the login in it. Code::Invalid, field "password".
Result<Done> checkPassword(const QString &password, const QString &login);
/// The same for its UTF-8.
Result<Done> checkPassword(const SecretBytes &password, const QString &login);

/// True for the passwords that everybody tries first; @p folded is in lower case.
bool isCommonPassword(const QString &folded);

} // namespace xinglin
