#pragma once

#include "store/query.h"
#include "store/registry.h"

#include <QHash>

#include <functional>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace xinglin::store {

/// A prepared statement with the field groups it needs.
struct Statement
{
    explicit Statement(sqlite3_stmt *prepared) : handle(prepared) {}
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    sqlite3_stmt *handle;
    OpenGroups needs;
    bool writesSynced = false;
    bool lent = false;
};

/// One SQLCipher connection with its statement cache and its gate. Belongs to one thread at a time.
class Connection
{
public:
    enum class Mode {
        Create,
        Write,
        Read,
        Finished, ///< A file that nobody writes to, such as a backup: no lock, no log beside it.
        Copy,     ///< A new file that a copy is written into: no journal, nothing is synced.
    };

    /// Throws Failure: Code::Damaged with detail "notadb" where the key is wrong or the file is no store.
    Connection(const QString &path, const QByteArray &keyLiteral, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    sqlite3 *handle() const { return m_handle; }
    /// From here on every prepared statement learns which groups it needs. The registry outlives the connection.
    void installGate(const Registry &registry);

    /// A statement checked against @p open: throws Failure(NoPermission) where a group it needs is not open.
    Query gated(const char *sql, const OpenGroups &open);
    /// The store's own statements, past the gate.
    Query internal(const char *sql);
    /// Several statements without results; for schema files and pragmas.
    void execute(const QByteArray &sql);

    /// Asked now and then while a statement runs; true stops it with Failure(Cancelled). Empty: never.
    void setInterrupt(std::function<bool()> wanted);
    /// For long work between statements.
    bool isInterrupted() const { return m_interrupt && m_interrupt(); }

    /// Turns SQLite's last error into a Failure.
    [[noreturn]] void fail(int code, const QByteArray &sql = {});
    /// A page could not be read: SQLCipher refuses everything from there on, and only a new connection can tell whether
    /// the disk is well again.
    bool isSpent() const { return m_spent; }
    /// Called once for each failed statement; the open Transaction poisons itself by it.
    std::function<void()> onError;
    /// Whether a row with a rule of its own is open to the actor; the SQL function row_open(id) asks it. Empty: no.
    std::function<bool(const Uuid &)> rowRule;
    /// Called for each newly prepared statement; tests explain the plan by it.
    static std::function<void(Connection &, const QByteArray &)> onPrepare;

private:
    friend class Query;
    std::shared_ptr<Statement> lend(const char *sql);
    void addRowRule();
    static int authorize(void *self, int action, const char *one, const char *two, const char *three, const char *four);

    sqlite3 *m_handle = nullptr;
    const Registry *m_registry = nullptr;
    Statement *m_preparing = nullptr;
    bool m_spent = false;
    QHash<QByteArray, std::shared_ptr<Statement>> m_cache;
    std::function<bool()> m_interrupt;
};

} // namespace xinglin::store
