#include "clinic/clinic.h"

#include "base/log.h"
#include "clinic/followers.h"
#include "clinic/patient/linkkeys.h"

namespace xinglin {

Clinic::Clinic(std::unique_ptr<store::Store> store, const store::Actor &actor, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_actor(actor)
{
    addFollowers(*m_store);
    m_store->onCommitted = [this](const store::ChangeSet &changes) {
        QMetaObject::invokeMethod(
            this, [this, changes] { Q_EMIT changed(changes); }, Qt::QueuedConnection);
    };
    m_writer = std::thread([this] { runWriter(); });
    for (int i = 0; i < m_store->options().readers; ++i)
        m_readers.emplace_back([this] { runReader(); });
    log::write(log::Level::Info, "clinic.open",
               {{"schema", qint64(m_store->schema())}, {"readers", qint64(m_store->options().readers)}});
}

Clinic::~Clinic()
{
    {
        const std::scoped_lock lock(m_lock);
        m_ending = true;
    }
    m_readWork.notify_all();
    m_writeWork.notify_all();
    for (std::thread &reader : m_readers)
        reader.join();
    // Readers are done, so nothing more can be asked of the writer: it empties its queues and ends.
    m_writeWork.notify_all();
    m_writer.join();
    log::write(log::Level::Info, "clinic.close");
}

Error Clinic::previewOnly()
{
    return {Code::NoPermission, tr("This is a preview: nothing can be changed in it."), {}, {}};
}

QFuture<Result<Done>> Clinic::written()
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    const QFuture<Result<Done>> future = promise->future();
    postWrite([promise] {
        promise->addResult(Done{});
        promise->finish();
    });
    return future;
}

void Clinic::setActor(const store::Actor &actor)
{
    const std::scoped_lock lock(m_lock);
    m_actor = actor;
}

store::Actor Clinic::actor() const
{
    const std::scoped_lock lock(m_lock);
    return m_actor;
}

void Clinic::postRead(std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_lock);
        m_reads.push_back(std::move(work));
    }
    m_readWork.notify_one();
}

void Clinic::postWrite(std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_lock);
        m_writes.push_back(std::move(work));
    }
    m_writeWork.notify_one();
}

void Clinic::postAudit(const store::Actor &actor, const QList<store::AuditEntry> &looks,
                       std::function<void(const std::optional<Error> &)> then)
{
    {
        const std::scoped_lock lock(m_lock);
        m_looks.push_back({actor, looks, std::move(then)});
    }
    m_writeWork.notify_one();
}

void Clinic::runReader()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_lock);
            m_readWork.wait(lock, [this] { return m_ending || !m_reads.empty(); });
            if (m_reads.empty())
                return;
            work = std::move(m_reads.front());
            m_reads.pop_front();
            ++m_busyReaders;
        }
        work();
        work = {};
        {
            const std::scoped_lock lock(m_lock);
            --m_busyReaders;
        }
        m_writeWork.notify_one();
    }
}

void Clinic::runWriter()
{
    // Not at once: nobody at a start waits for it, and acts that follow one another are to cost the same each time.
    constexpr std::chrono::seconds Rest{10};
    std::chrono::milliseconds before = Rest;
    bool isBehind = true;
    for (;;) {
        std::function<void()> work;
        bool looks = false;
        {
            std::unique_lock lock(m_lock);
            const auto isWanted = [this] {
                return !m_looks.empty() || !m_writes.empty() || (m_ending && m_reads.empty() && m_busyReaders == 0);
            };
            if (!isBehind) {
                m_writeWork.wait(lock, isWanted);
            } else if (!m_writeWork.wait_for(lock, before, isWanted)) {
                before = std::chrono::milliseconds(0);
                lock.unlock();
                isBehind = !linkSome();
                continue;
            }
            looks = !m_looks.empty();
            if (!looks && m_writes.empty())
                return;
            if (!looks) {
                work = std::move(m_writes.front());
                m_writes.pop_front();
            }
        }
        if (looks)
            commitLooks();
        else
            work();
        work = {};
        bool idle = false;
        {
            const std::scoped_lock lock(m_lock);
            idle = m_looks.empty() && m_writes.empty();
        }
        if (idle)
            m_store->tidy();
    }
}

/// A small part of the keys that an older store lacks, while nobody waits; true when none is missing.
bool Clinic::linkSome()
{
    constexpr int AtOnce = 100;
    try {
        return duplicates::catchUp(*m_store, actor(), AtOnce);
    } catch (const store::Failure &failure) {
        log::failure("clinic.link", failure.error());
        return true; // at the next start again
    }
}

void Clinic::commitLooks()
{
    std::deque<Looks> waiting;
    {
        const std::scoped_lock lock(m_lock);
        waiting.swap(m_looks);
    }
    QList<QPair<store::Actor, store::AuditEntry>> rows;
    for (const Looks &looks : waiting) {
        for (const store::AuditEntry &entry : looks.entries)
            rows.append({looks.actor, entry});
    }
    std::optional<Error> failed;
    try {
        m_store->commitAudit(rows);
    } catch (const store::Failure &failure) {
        failed = failure.error();
    }
    for (const Looks &looks : waiting)
        looks.then(failed);
}

} // namespace xinglin
