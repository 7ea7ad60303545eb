#pragma once

#include "store/attachedfiles.h"
#include "store/capture.h"
#include "store/logfolding.h"
#include "store/snapshot.h"
#include "store/transaction.h"
#include "store/vault/secretbytes.h"
#include "store/verify.h"

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
    Files *files = nullptr; ///< For what stands beside the database; null: the real disk. It outlives the store.
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

/// The encrypted store of one PC: one connection that writes, a pool that reads. One process at a time.
class Store
{
public:
    /// Makes a new store in an existing folder. Refuses where there is one already.
    static Result<std::unique_ptr<Store>> create(const StoreOptions &options, const SecretBytes &key,
                                                 const StoreIdentity &identity);
    /// Opens the folder's store; an older one is copied (keptPath() in migrator.h), migrated and checked. Refusals:
    /// NotFound, InUse, Newer, Foreign, Damaged; in each case nothing was created or changed.
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const SecretBytes &key);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// A read view on a pooled connection; waits where all are in use. Any thread but the one that must not wait.
    std::unique_ptr<Snapshot> snapshot(const Actor &actor);
    /// The next transaction; waits for the one that is open.
    std::unique_ptr<Transaction> begin(const Actor &actor, const QByteArray &act);
    /// How much of the store the writer keeps in memory, in KiB; for work that writes all over it, such as an import.
    /// Waits for the transaction that is open.
    void setWriterCache(int kibibytes);
    static constexpr int UsualWriterCache = 32 * 1024;
    static constexpr int WideWriterCache = 128 * 1024;
    /// Commits audit rows of looks, several at once. Throws Failure.
    void commitAudit(const QList<QPair<Actor, AuditEntry>> &entries);

    /// Puts the write-ahead log into the file where it has grown, so that no commit has to. For the writing thread,
    /// when nobody waits for it.
    void tidy();

    void addFollower(Follower follower) { m_followers << std::move(follower); }
    /// Called after each commit, on the committing thread.
    std::function<void(const ChangeSet &)> onCommitted;

    const Registry &registry() const { return m_registry; }
    const StoreIdentity &identity() const { return m_identity; }
    const StoreOptions &options() const { return m_options; }
    int schema() const { return m_schema; }
    /// The encrypted files that rows name.
    AttachedFiles &attached() { return *m_attached; }
    const AttachedFiles &attached() const { return *m_attached; }
    /// A key of its own (32 bytes) for files beside the store, the same whenever the store is open: @p purpose tells
    /// one from the other. Nobody gets back from it to the key of the store.
    SecretBytes keyFor(QByteArrayView purpose) const;
    QString path() const;
    static QString databasePath(const QString &folder);

    /// A check of local tables that verify() runs too.
    void addCheck(FurtherCheck check) { m_checks << std::move(check); }
    /// Checks everything; see store::verify(). Slow; on a reader, so that work goes on.
    VerifyReport verify(VerifyOptions options = {});
    /// The same on a view that is there already.
    VerifyReport verify(const Snapshot &view, VerifyOptions options = {}) const;

    /// No snapshot or transaction may be made on this thread: it would keep a person waiting. Tests and debug builds
    /// stop the program on it.
    static void forbidThread(std::thread::id id);

private:
    friend class Snapshot;
    friend class Transaction;
    Store(const StoreOptions &options, Registry registry);
    /// Wipes the literal.
    void start(QByteArray keyLiteral, Connection::Mode mode);
    void loadIdentity();
    Files &files() { return m_options.files ? *m_options.files : m_disk; }
    void clearAttached();
    std::unique_ptr<Connection> openReader(const QByteArray &keyLiteral) const;
    void renewWriter();
    void foldLog();
    Connection *renewed(Connection *reader);
    void giveBack(Connection *reader);
    static void refuseForbiddenThread();

    StoreOptions m_options;
    Registry m_registry;
    StoreIdentity m_identity;
    int m_schema = 0;
    SecretBytes m_key;
    QByteArray m_salt;
    std::unique_ptr<StoreLock> m_lock;
    DiskFiles m_disk;
    std::unique_ptr<AttachedFiles> m_attached;
    std::unique_ptr<Connection> m_writer;
    std::unique_ptr<Capture> m_capture;
    QList<Follower> m_followers;
    QList<FurtherCheck> m_checks;
    std::timed_mutex m_writing;

    std::mutex m_poolLock;
    struct Pool;
    std::unique_ptr<Pool> m_pool;

    // State of the live stream; changes only with a commit.
    std::optional<quint64> m_stream;
    quint64 m_seq = 0;
    QByteArray m_streamHead;
    Hlc m_hlc;

    LogFolding m_folding;
};

} // namespace xinglin::store
