#pragma once

#include <atomic>

struct sqlite3;

namespace xinglin::store {

class Connection;

/// Knows when the write-ahead log should go into the file. SQLite would do it inside the commit that makes the log
/// long, and a person would wait for it; here the writer does it when nobody waits: see Store::tidy(). Only a log that
/// has grown very long all the same (a flood of writing, a reader that stays for hours) is folded in a commit.
class LogFolding
{
public:
    /// Hears of every commit of @p writer from here on; the one before it is forgotten.
    void watch(Connection &writer);
    bool isDue() const { return m_due; }
    /// It was tried; the log has to grow before it is due again.
    void tried() { m_due = false; }

private:
    static int committed(void *self, sqlite3 *db, const char *schema, int pages);

    std::atomic<bool> m_due = false;
    int m_next = 0; ///< Length of the log at which it is folded next; on the writing thread.
    int m_before = 0;
};

} // namespace xinglin::store
