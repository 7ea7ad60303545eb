#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

struct sqlite3;

namespace xinglin::store {

class Connection;

/// Keeps the write-ahead log short without letting a save wait for it: where SQLite would fold the log into the file
/// inside the commit that makes it long, this asks a thread of its own to do it beside those who read and write. Only a
/// log that has grown very long all the same (a reader that stays for hours, a flood of writing) is folded in a commit.
class LogFolding
{
public:
    /// @p fold does it; called on the thread, which starts when it is first needed. Must not throw.
    explicit LogFolding(std::function<void()> fold);
    ~LogFolding();
    LogFolding(const LogFolding &) = delete;
    LogFolding &operator=(const LogFolding &) = delete;

    /// Hears of every commit of @p writer from here on; the one before it is forgotten.
    void watch(Connection &writer);

private:
    static int committed(void *self, sqlite3 *db, const char *schema, int pages);
    void ask();
    void run();

    std::function<void()> m_fold;
    int m_next; ///< Length of the log at which it is folded next; on the writing thread.
    int m_before = 0;

    std::mutex m_lock;
    std::condition_variable m_wake;
    bool m_asked = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace xinglin::store
