#pragma once

#include "store/capture.h"
#include "store/snapshot.h"
#include "store/transaction.h"
#include "store/vault/secretbytes.h"

#include <mutex>
#include <thread>

namespace xinglin::store {

class StoreLock;

/// Where a store lives and what it takes from outside. Clock and random outlive the store.
struct StoreOptions
{
    QString folder;
    const Clock *clock = nullptr;
    Random *random = nullptr;
    QTimeZone zone = QTimeZone("Asia/Shanghai");
    int readers = 3;
};

/// What a store says of itself; set when it is made, never changed.
struct StoreIdentity
{
    Uuid clinic{Uuid::Bytes{}};
    Uuid device{Uuid::Bytes{}};
    QString letter = QStringLiteral("A"); ///< Of patient numbers made on this device.
};

/// Gets the captured rows of every commit, before it, and writes local tables by them (search keys, dirty marks).
/// Runs past the gate on the writer thread.
using Follower = std::function<void(Transaction &, const QList<RowChange> &)>;

struct VerifyReport
{
    qint64 pages = 0; ///< Pages checked against their authentication code.
    qint64 records = 0;
    qint64 streams = 0;
    AuditCheck audit;
    QByteArray head;      ///< Hash of the newest record.
    QStringList problems; ///< Untranslated; empty where everything holds.
};

/// The encrypted store of one PC: one connection that writes, a pool that reads. One process at a time.
class Store
{
public:
    /// Makes a new store in an existing folder. Refuses where there is one already.
    static Result<std::unique_ptr<Store>> create(const StoreOptions &options, const SecretBytes &key,
                                                 const StoreIdentity &identity);
    /// Opens the folder's store, migrating it where it is older. Refusals: NotFound, InUse, Newer, Foreign, Damaged; in
    /// each case nothing was created or changed.
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const SecretBytes &key);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// A read view on a pooled connection; waits where all are in use. Any thread but the one that must not wait.
    std::unique_ptr<Snapshot> snapshot(const Actor &actor);
    /// The next transaction; waits for the one that is open.
    std::unique_ptr<Transaction> begin(const Actor &actor, const QByteArray &act);
    /// Commits audit rows of looks, several at once. Throws Failure.
    void commitAudit(const QList<QPair<Actor, AuditEntry>> &entries);

    void addFollower(Follower follower) { m_followers << std::move(follower); }
    /// Called after each commit, on the committing thread.
    std::function<void(const ChangeSet &)> onCommitted;

    const Registry &registry() const { return m_registry; }
    const StoreIdentity &identity() const { return m_identity; }
    const StoreOptions &options() const { return m_options; }
    int schema() const { return m_schema; }
    QString path() const;
    static QString databasePath(const QString &folder);

    /// Checks pages, foreign keys, every record's chain and the audit chain. Slow; @p cancelled is asked now and then.
    VerifyReport verify(const std::function<bool()> &cancelled = {});

    /// No snapshot or transaction may be made on this thread: it would keep a person waiting. Tests and debug builds
    /// stop the program on it.
    static void forbidThread(std::thread::id id);

private:
    friend class Snapshot;
    friend class Transaction;
    Store(const StoreOptions &options, Registry registry);
    void start(const QByteArray &keyLiteral, Connection::Mode mode);
    void loadIdentity();
    void giveBack(Connection *reader);
    static void refuseForbiddenThread();

    StoreOptions m_options;
    Registry m_registry;
    StoreIdentity m_identity;
    int m_schema = 0;
    std::unique_ptr<StoreLock> m_lock;
    std::unique_ptr<Connection> m_writer;
    std::unique_ptr<Capture> m_capture;
    QList<Follower> m_followers;
    std::timed_mutex m_writing;

    std::mutex m_poolLock;
    struct Pool;
    std::unique_ptr<Pool> m_pool;

    // State of the live stream; changes only with a commit.
    std::optional<quint64> m_stream;
    quint64 m_seq = 0;
    QByteArray m_streamHead;
    Hlc m_hlc;
};

} // namespace xinglin::store
