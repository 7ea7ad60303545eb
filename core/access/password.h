#pragma once

#include "store/vault/secretbytes.h"

#include <memory>

namespace xinglin::access {

/// A password or PIN on its way in: UTF-8 in locked memory, wiped when the last copy goes.
class Password
{
public:
    Password();
    explicit Password(SecretBytes secret);
    /// Copies; the caller's string stays as it is. What a person types should never become a string: see SecretEdit.
    Password(const QString &text);

    const SecretBytes &secret() const { return *m_secret; }
    bool isEmpty() const { return m_secret->isEmpty(); }

private:
    std::shared_ptr<const SecretBytes> m_secret;
};

} // namespace xinglin::access
