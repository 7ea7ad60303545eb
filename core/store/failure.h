#pragma once

#include "base/result.h"

#include <stdexcept>

namespace xinglin::store {

/// Broken machinery below a domain function: a full disk, a damaged page, a refused gate. It unwinds the transaction
/// and becomes a Result at the border of its thread; nothing above that border throws.
class Failure : public std::runtime_error
{
public:
    Failure(Code code, const QString &message, const QString &detail)
        : std::runtime_error(detail.toStdString()), m_error{code, message, {}, detail}
    {
    }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

} // namespace xinglin::store
