#pragma once

#include "base/result.h"

#include <memory>

namespace xinglin::store {

/// The operating system's lock on a store: one process at a time, released by its end however it comes.
class StoreLock
{
public:
    virtual ~StoreLock() = default;
    /// Code::InUse where another process holds it; the message says which, as far as it can be known.
    static Result<std::unique_ptr<StoreLock>> take(const QString &folder);
};

} // namespace xinglin::store
