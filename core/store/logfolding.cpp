#include "store/logfolding.h"

#include "store/connection.h"

#include <sqlite3.h>

namespace xinglin::store {

namespace {

constexpr int FoldEvery = 1000; // pages, as SQLite does by itself
constexpr int Longest = 16'000;

} // namespace

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
        folding->m_due = true;
    }
    return SQLITE_OK; // what was committed stays so, whatever became of the folding
}

} // namespace xinglin::store
