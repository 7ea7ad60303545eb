#pragma once

#include "base/log.h"
#include "store/failure.h"
#include "store/store.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <thread>
#include <type_traits>

namespace xinglin {

namespace detail {
template <class T>
struct ResultOf
{
    using Type = Result<T>;
};
template <class T>
struct ResultOf<Result<T>>
{
    using Type = Result<T>;
};
template <>
struct ResultOf<void>
{
    using Type = Result<Done>;
};
} // namespace detail

/// The open clinic: runs questions on reader threads and acts on the writer thread, and tells what changed. Made after
/// unlocking, destroyed by locking hard. Lives on the GUI thread; nothing here waits but the destructor, which lets
/// running work end.
class Clinic : public QObject
{
    Q_OBJECT

public:
    Clinic(std::unique_ptr<store::Store> store, const store::Actor &actor, QObject *parent = nullptr);
    ~Clinic() override;

    /// Runs `f(const store::Snapshot &)` on a reader. The future holds a Result even where f returns a bare value.
    /// The looks that f noted are committed before the result leaves. Cancelling the future interrupts the query.
    template <class F>
    auto read(F f)
    {
        using R = typename detail::ResultOf<std::invoke_result_t<F, const store::Snapshot &>>::Type;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postRead([this, promise, f = std::move(f), actor = this->actor()]() mutable {
            if (promise->isCanceled()) {
                promise->finish();
                return;
            }
            QList<store::AuditEntry> looks;
            auto result = std::make_shared<R>(guarded<R>([&]() -> R {
                const auto view = m_store->snapshot(actor);
                view->connection().setInterrupt([promise] { return promise->isCanceled(); });
                R value = invoke<R>(f, *view);
                looks = view->audited();
                return value;
            }));
            if (looks.isEmpty()) {
                promise->addResult(std::move(*result));
                promise->finish();
                return;
            }
            postAudit(actor, looks, [promise, result](const std::optional<Error> &failed) {
                if (failed)
                    promise->addResult(R(*failed));
                else
                    promise->addResult(std::move(*result));
                promise->finish();
            });
        });
        return future;
    }

    /// Runs `f(store::Transaction &)` on the writer as the act @p act: a value commits, a refusal rolls back.
    template <class F>
    auto write(const QByteArray &act, F f)
    {
        using R = typename detail::ResultOf<std::invoke_result_t<F, store::Transaction &>>::Type;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postWrite([this, promise, act, f = std::move(f), actor = this->actor()]() mutable {
            promise->addResult(guarded<R>([&]() -> R {
                if (actor.previewed)
                    return previewOnly();
                const auto tx = m_store->begin(actor, act);
                R value = invoke<R>(f, *tx);
                if (value.ok())
                    tx->commit();
                return value;
            }));
            promise->finish();
        });
        return future;
    }

    /// Done when every write that was asked for before is: a read begun then sees what it left.
    QFuture<Result<Done>> written();

    /// Runs `f(store::Store &)` on a reader thread, without a view: acts that take long before they ask the store, such
    /// as a new password. It begins its own transactions, as the actor it was given.
    template <class F>
    auto work(F f)
    {
        using R = typename detail::ResultOf<std::invoke_result_t<F, store::Store &>>::Type;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postRead([this, promise, f = std::move(f)]() mutable {
            promise->addResult(guarded<R>([&]() -> R { return invoke<R>(f, *m_store); }));
            promise->finish();
        });
        return future;
    }

    /// Who acts from here on; work already asked for keeps its own.
    void setActor(const store::Actor &actor);
    store::Actor actor() const;
    store::Store &store() { return *m_store; }

Q_SIGNALS:
    /// What a commit changed; on the thread this object lives on, after the commit.
    void changed(const xinglin::store::ChangeSet &changes);

private:
    template <class R, class F, class View>
    static R invoke(F &f, View &view)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<F, View &>>) {
            f(view);
            return R(Done{});
        } else {
            return R(f(view));
        }
    }
    /// Why an act of a preview does not take place.
    static Error previewOnly();
    /// The border of a store thread: broken machinery becomes a refusal.
    template <class R, class F>
    static R guarded(F work)
    {
        try {
            return work();
        } catch (const store::Failure &failure) {
            log::failure("clinic.work", failure.error());
            return R(failure.error());
        } catch (const std::exception &failure) {
            return R(Error{Code::Broken, {}, {}, QString::fromUtf8(failure.what())});
        }
    }

    void postRead(std::function<void()> work);
    void postWrite(std::function<void()> work);
    void postAudit(const store::Actor &actor, const QList<store::AuditEntry> &looks,
                   std::function<void(const std::optional<Error> &)> then);
    void runReader();
    void runWriter();
    void commitLooks();
    bool linkSome();

    struct Looks
    {
        store::Actor actor;
        QList<store::AuditEntry> entries;
        std::function<void(const std::optional<Error> &)> then;
    };

    std::unique_ptr<store::Store> m_store;
    mutable std::mutex m_lock;
    store::Actor m_actor;
    std::condition_variable m_readWork;
    std::condition_variable m_writeWork;
    std::deque<std::function<void()>> m_reads;
    std::deque<std::function<void()>> m_writes;
    std::deque<Looks> m_looks;
    bool m_ending = false;
    std::vector<std::thread> m_readers;
    std::thread m_writer;
    int m_busyReaders = 0;
};

} // namespace xinglin

Q_DECLARE_METATYPE(xinglin::store::ChangeSet)
