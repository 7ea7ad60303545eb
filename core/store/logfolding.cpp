#include "store/logfolding.h"

#include "store/connection.h"

#include <sqlite3.h>

namespace xinglin::store {

namespace {

constexpr int FoldEvery = 1000; // pages, as SQLite does by itself
constexpr int Longest = 16'000;

} // namespace

LogFolding::LogFolding(std::function<void()> fold) : m_fold(std::move(fold)), m_next(FoldEvery)
{
}

LogFolding::~LogFolding()
{
    {
        const std::scoped_lock lock(m_lock);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void LogFolding::watch(Connection &writer)
{
    m_next = FoldEvery;
    m_before = 0;
    sqlite3_wal_hook(writer.handle(), &LogFolding::committed, this);
}

int LogFolding::committed(void *self, sqlite3 *db, const char *schema, int pages)
{
    auto *folding = static_cast<LogFolding *>(self);
    if (pages < folding->m_before)
        folding->m_next = FoldEvery; // it was folded whole and begun anew
    folding->m_before = pages;
    if (pages >= Longest) {
        sqlite3_wal_checkpoint_v2(db, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    } else if (pages >= folding->m_next) {
        folding->m_next = pages + FoldEvery;
        folding->ask();
    }
    return SQLITE_OK; // what was committed stays so, whatever became of the folding
}

void LogFolding::ask()
{
    const std::scoped_lock lock(m_lock);
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_asked = true;
    m_wake.notify_one();
}

void LogFolding::run()
{
    std::unique_lock lock(m_lock);
    for (;;) {
        m_wake.wait(lock, [this] { return m_asked || m_ending; });
        if (m_ending)
            return;
        m_asked = false;
        lock.unlock();
        m_fold();
        lock.lock();
    }
}

} // namespace xinglin::store
