#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace xinglin::ui {

/// Calls @p then(result) on the guard's thread once @p future has its result. The watcher is a child of @p guard:
/// a screen that has been closed simply never hears. A cancelled future is silent too.
/// The call comes through the event loop, never from within onDone.
template <class T, class Then>
void onDone(const QFuture<T> &future, QObject *guard, Then then)
{
    auto *watcher = new QFutureWatcher<T>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        if (!done.isCanceled() && done.resultCount() > 0)
            then(done.result());
    });
    watcher->setFuture(future);
}

} // namespace xinglin::ui
