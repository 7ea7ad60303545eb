#include "access/password.h"

namespace xinglin::access {

namespace {

SecretBytes bytesOf(const QString &text)
{
    QString copy = text;
    copy.detach(); // its own buffer, which takeText() wipes
    return SecretBytes::takeText(copy);
}

} // namespace

Password::Password() : Password(SecretBytes())
{
}

Password::Password(SecretBytes secret) : m_secret(std::make_shared<const SecretBytes>(std::move(secret)))
{
}

Password::Password(const QString &text) : Password(bytesOf(text))
{
}

} // namespace xinglin::access
