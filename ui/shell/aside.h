#pragma once

#include "base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <exception>
#include <memory>
#include <type_traits>

namespace xinglin::ui {

/// Runs @p f on a pool thread: what waits for Argon2 or the disk while no clinic is open yet. `f` returns a Result that
/// can be copied; an exception becomes Code::Broken.
template <class F>
auto aside(F f) -> QFuture<std::invoke_result_t<F>>
{
    using R = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    QThreadPool::globalInstance()->start([promise, f = std::move(f)]() mutable {
        try {
            promise->addResult(f());
        } catch (const std::exception &failure) {
            promise->addResult(R(Error{Code::Broken, {}, {}, QString::fromUtf8(failure.what())}));
        }
        promise->finish();
    });
    return future;
}

} // namespace xinglin::ui
