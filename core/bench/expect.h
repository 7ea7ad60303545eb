#pragma once

#include "base/result.h"
#include "store/failure.h"

namespace xinglin::bench {

/// The value; throws Failure where there is none. What is measured here cannot be refused.
template <class T>
T expect(Result<T> result)
{
    if (!result)
        throw store::Failure(result.error().code, result.error().message, result.error().detail);
    return *std::move(result);
}

/// The same for something that has to be there.
[[noreturn]] inline void wrong(const QString &what)
{
    throw store::Failure(Code::Broken, what, {});
}

} // namespace xinglin::bench
