#include "store/store.h"

#include "store/failure.h"
#include "store/lock.h"
#include "store/migrator.h"
#include "store/rawkey.h"
#include "store/vault/crypto.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <atomic>
#include <condition_variable>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

std::atomic<std::thread::id> forbidden{std::thread::id()};

/// Work that passes over the whole store once gains little from keeping pages, and the PC has other work: a reader has
/// a smaller cache as long as this lives.
class NarrowCache
{
public:
    static constexpr int KiB = 16 * 1024;

    explicit NarrowCache(Connection &connection) : m_connection(connection)
    {
        if (Query size = connection.internal("PRAGMA cache_size"); size.next())
            m_usual = size.get<qint64>(0);
        set(-KiB);
    }
    ~NarrowCache()
    {
        try {
            m_connection.execute("PRAGMA shrink_memory");
            set(m_usual);
        } catch (const Failure &) {
            // A page that cannot be read is said by the check itself, and the connection is replaced.
        }
    }
    NarrowCache(const NarrowCache &) = delete;
    NarrowCache &operator=(const NarrowCache &) = delete;

private:
    void set(qint64 size) { m_connection.execute("PRAGMA cache_size=" + QByteArray::number(size)); }

    Connection &m_connection;
    qint64 m_usual = -KiB;
};

} // namespace

struct Store::Pool
{
    std::condition_variable free;
    std::vector<std::unique_ptr<Connection>> all;
    std::vector<Connection *> idle;
};

Store::Store(const StoreOptions &options, Registry registry)
    : m_options(options), m_registry(std::move(registry)), m_pool(std::make_unique<Pool>())
{
    m_attached = std::make_unique<AttachedFiles>(files(), m_options.folder);
}

Store::~Store()
{
    if (m_lock)
        m_attached->close();
}

QString Store::databasePath(const QString &folder)
{
    return folder + QStringLiteral("/clinic.db");
}

SecretBytes Store::keyFor(QByteArrayView purpose) const
{
    QByteArray key = crypto::keyedHash(m_key, {QByteArrayView("xinglin/beside/"), purpose});
    return SecretBytes::take(key);
}

QString Store::path() const
{
    return databasePath(m_options.folder);
}

void Store::forbidThread(std::thread::id id)
{
    forbidden = id;
}

void Store::refuseForbiddenThread()
{
    if (std::this_thread::get_id() == forbidden.load())
        qFatal("The store was asked on a thread that must never wait for it.");
}

void Store::start(QByteArray literal, Connection::Mode mode)
{
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    if (mode == Connection::Mode::Write) {
        // Looked at by a connection that changes nothing, not even the log beside the file.
        Connection look(path(), literal, Connection::Mode::Read);
        Query id = look.internal("PRAGMA application_id");
        id.next();
        if (id.get<int>(0) != ApplicationId)
            throw Failure(Code::Foreign, Tr::tr("%1 is not a Xinglin store.").arg(path()), {});
        if (schemaOf(look) > newestSchema())
            throw Failure(Code::Newer,
                          Tr::tr("This store was made by a newer Xinglin. Update the program; nothing was changed."),
                          {});
    }
    m_writer = std::make_unique<Connection>(path(), literal, mode);
    if (mode == Connection::Mode::Write && schemaOf(*m_writer) < newestSchema())
        keepBeforeMigrating(*m_writer, path(), literal, files());
    migrate(*m_writer);
    m_schema = schemaOf(*m_writer);
    m_capture = std::make_unique<Capture>(*m_writer, m_registry);
    m_writer->installGate(m_registry);
    m_folding.watch(*m_writer);
    for (int i = 0; i < m_options.readers; ++i) {
        m_pool->all.push_back(openReader(literal));
        m_pool->idle.push_back(m_pool->all.back().get());
    }
}

std::unique_ptr<Connection> Store::openReader(const QByteArray &literal) const
{
    auto reader = std::make_unique<Connection>(path(), literal, Connection::Mode::Read);
    reader->installGate(m_registry);
    return reader;
}

void Store::renewWriter()
{
    QByteArray literal = keyLiteral(m_key, m_salt);
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    auto writer = std::make_unique<Connection>(path(), literal, Connection::Mode::Write);
    auto capture = std::make_unique<Capture>(*writer, m_registry);
    writer->installGate(m_registry);
    m_capture = std::move(capture); // lets go of the spent connection
    m_writer = std::move(writer);
    m_folding.watch(*m_writer);
}

Connection *Store::renewed(Connection *spent)
{
    QByteArray literal = keyLiteral(m_key, m_salt);
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    auto reader = openReader(literal);
    const std::scoped_lock lock(m_poolLock);
    const auto place =
        std::find_if(m_pool->all.begin(), m_pool->all.end(), [&](const auto &one) { return one.get() == spent; });
    place->swap(reader);
    return place->get();
}

void Store::loadIdentity()
{
    Query query = m_writer->internal("SELECT clinic, device, letter FROM identity WHERE n = 1");
    if (!query.next())
        throw Failure(Code::Damaged, Tr::tr("The store does not say whose it is."), QStringLiteral("no identity"));
    m_identity = {query.get<Uuid>(0), query.get<Uuid>(1), query.get<QString>(2)};
    Query last = m_writer->internal("SELECT max(hlc) FROM record");
    if (last.next() && !last.isNull(0))
        m_hlc = Hlc{static_cast<quint64>(last.get<qint64>(0))};
}

void Store::clearAttached()
{
    m_attached->clear([this](const QByteArray &name) { return isAttached(*m_writer, m_registry, name); });
}

Result<std::unique_ptr<Store>> Store::create(const StoreOptions &options, const SecretBytes &key,
                                             const StoreIdentity &identity)
{
    refuseForbiddenThread();
    if (QFileInfo::exists(databasePath(options.folder)))
        return Error{Code::Conflict, Tr::tr("There is a store in %1 already.").arg(options.folder), {}, {}};
    bool made = false;
    try {
        auto registry = Registry::fromJson(schemaFile(QStringLiteral("registry.json")));
        if (!registry)
            return registry.error();
        auto lock = StoreLock::take(options.folder);
        if (!lock)
            return lock.error();
        std::unique_ptr<Store> store(new Store(options, std::move(*registry)));
        store->m_lock = std::move(*lock);
        made = true;
        // The write-ahead log takes over the permissions of the file it belongs to.
        QFile file(store->path());
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            file.close();
        }
        store->m_key = key.copy();
        store->m_salt = deviceSalt(identity.device);
        store->start(keyLiteral(key, store->m_salt), Connection::Mode::Create);
        store->m_writer->internal("INSERT INTO identity(n, clinic, device, letter) VALUES(1, ?1, ?2, ?3)")
            .bind(identity.clinic, identity.device, identity.letter)
            .run();
        store->loadIdentity();
        return store;
    } catch (const Failure &failure) {
        if (made) {
            for (const char *suffix : {"", "-wal", "-shm"})
                QFile::remove(databasePath(options.folder) + QLatin1String(suffix));
        }
        return failure.error();
    }
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, const SecretBytes &key)
{
    refuseForbiddenThread();
    const QString path = databasePath(options.folder);
    if (!QFileInfo::exists(path))
        return Error{Code::NotFound, Tr::tr("There is no store in %1.").arg(options.folder), {}, {}};
    auto salt = saltOf(path);
    if (!salt)
        return salt.error();
    try {
        auto registry = Registry::fromJson(schemaFile(QStringLiteral("registry.json")));
        if (!registry)
            return registry.error();
        auto lock = StoreLock::take(options.folder);
        if (!lock)
            return lock.error();
        std::unique_ptr<Store> store(new Store(options, std::move(*registry)));
        store->m_lock = std::move(*lock);
        store->m_key = key.copy();
        store->m_salt = *salt;
        store->start(keyLiteral(key, *salt), Connection::Mode::Write);
        store->loadIdentity();
        if (*salt != deviceSalt(store->m_identity.device))
            return Error{Code::Foreign, Tr::tr("The store in %1 belongs to another PC.").arg(options.folder), {}, {}};
        store->clearAttached();
        return store;
    } catch (const Failure &failure) {
        return failure.error();
    }
}

std::unique_ptr<Snapshot> Store::snapshot(const Actor &actor)
{
    refuseForbiddenThread();
    Connection *reader = nullptr;
    {
        std::unique_lock lock(m_poolLock);
        m_pool->free.wait(lock, [this] { return !m_pool->idle.empty(); });
        reader = m_pool->idle.back();
        m_pool->idle.pop_back();
    }
    if (reader->isSpent()) {
        try {
            reader = renewed(reader);
        } catch (...) {
            giveBack(reader);
            throw;
        }
    }
    std::unique_ptr<Snapshot> snapshot(new Snapshot(*this, *reader, actor, [this, reader] { giveBack(reader); }));
    reader->execute("BEGIN");
    reader->internal("SELECT count(*) FROM identity").run(); // the view stands from here on
    return snapshot;
}

void Store::giveBack(Connection *reader)
{
    reader->setInterrupt({});
    try {
        reader->execute("COMMIT");
    } catch (const Failure &) {
        // A reader without a transaction: its BEGIN had failed.
    }
    {
        const std::scoped_lock lock(m_poolLock);
        m_pool->idle.push_back(reader);
    }
    m_pool->free.notify_one();
}

std::unique_ptr<Transaction> Store::begin(const Actor &actor, const QByteArray &act)
{
    refuseForbiddenThread();
    m_writing.lock();
    if (m_writer->isSpent()) {
        try {
            renewWriter();
        } catch (...) {
            m_writing.unlock();
            throw;
        }
    }
    return std::unique_ptr<Transaction>(new Transaction(*this, *m_writer, actor, act));
}

void Store::setWriterCache(int kibibytes)
{
    refuseForbiddenThread();
    const std::scoped_lock lock(m_writing);
    if (m_writer->isSpent())
        return; // a new one begins with the usual
    try {
        m_writer->execute("PRAGMA cache_size=-" + QByteArray::number(kibibytes));
    } catch (const Failure &) {
        // Slower, and nothing else: who is to write next hears of what is broken.
    }
}

void Store::commitAudit(const QList<QPair<Actor, AuditEntry>> &entries)
{
    for (qsizetype at = 0; at < entries.size();) {
        // One transaction a person; they nearly always are the same.
        const Actor actor = entries[at].first;
        const auto tx = begin(actor, "audit");
        for (; at < entries.size() && entries[at].first == actor; ++at)
            tx->audit(entries[at].second);
        tx->commit();
    }
}

void Store::foldLog()
{
    // Pages are checked in the file itself, where a write that was cut short stays torn as long as the log has them.
    if (!m_writing.try_lock_for(std::chrono::seconds(5)))
        return;
    const auto unlocked = qScopeGuard([this] { m_writing.unlock(); });
    try {
        if (m_writer->isSpent())
            renewWriter();
        m_writer->execute("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (const Failure &) {
        // Then the check says what there is.
    }
}

void Store::tidy()
{
    refuseForbiddenThread();
    if (!m_folding.isDue())
        return;
    m_folding.tried();
    foldLog();
}

VerifyReport Store::verify(VerifyOptions options)
{
    foldLog();
    return verify(*snapshot(Actor{{}, m_identity.device}), std::move(options));
}

VerifyReport Store::verify(const Snapshot &view, VerifyOptions options) const
{
    options.further << m_checks;
    Connection &connection = view.connection();
    const NarrowCache narrow(connection);
    VerifyReport report = store::verify(connection, m_registry, options);
    checkAttachedFiles(connection, m_registry, m_options.folder, report, [&](qint64 done, qint64 of) {
        if (connection.isInterrupted() || (options.cancelled && options.cancelled()))
            throw Failure(Code::Cancelled, {}, QStringLiteral("verification"));
        if (options.progress)
            options.progress(VerifyPart::Files, done, of);
    });
    Query identity = view.connection().internal("SELECT clinic, device, letter FROM identity WHERE n = 1");
    if (!identity.next() || identity.get<Uuid>(0) != m_identity.clinic || identity.get<Uuid>(1) != m_identity.device ||
        identity.get<QString>(2) != m_identity.letter)
        report.add({"identity.foreign", {}, QStringLiteral("it was changed since the store was opened")});
    return report;
}

} // namespace xinglin::store
