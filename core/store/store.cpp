#include "store/store.h"

#include "store/failure.h"
#include "store/lock.h"
#include "store/migrator.h"
#include "store/vault/crypto.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <condition_variable>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

std::atomic<std::thread::id> forbidden{std::thread::id()};

/// "x'<64 hex digits of the key><32 of the salt>'". The salt is the device's, so that a store moved under another
/// device's keyring is seen at its first bytes.
QByteArray keyLiteral(const SecretBytes &key, const QByteArray &salt)
{
    QByteArray literal("x'");
    const auto bytes = key.bytes();
    literal +=
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
            .toHex();
    literal += salt.toHex();
    literal += '\'';
    return literal;
}

/// Checks the file's first bytes without opening it as a database.
Result<QByteArray> saltOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::Broken, Tr::tr("The store %1 cannot be read: %2").arg(path, file.errorString()), {}, {}};
    QByteArray first = file.read(16);
    if (first.size() < 16)
        return Error{Code::Damaged, Tr::tr("The store %1 is cut short.").arg(path), {}, QStringLiteral("short file")};
    if (first == QByteArray("SQLite format 3", 16))
        return Error{Code::Foreign, Tr::tr("%1 is not an encrypted Xinglin store.").arg(path), {}, {}};
    return first;
}

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
}

Store::~Store() = default;

QString Store::databasePath(const QString &folder)
{
    return folder + QStringLiteral("/clinic.db");
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

void Store::start(const QByteArray &literal, Connection::Mode mode)
{
    m_writer = std::make_unique<Connection>(path(), literal, mode);
    if (mode == Connection::Mode::Write) {
        Query id = m_writer->internal("PRAGMA application_id");
        id.next();
        if (id.get<int>(0) != ApplicationId)
            throw Failure(Code::Foreign, Tr::tr("%1 is not a Xinglin store.").arg(path()), {});
        if (schemaOf(*m_writer) > newestSchema())
            throw Failure(Code::Newer,
                          Tr::tr("This store was made by a newer Xinglin. Update the program; nothing was changed."),
                          {});
    }
    migrate(*m_writer);
    m_schema = schemaOf(*m_writer);
    m_capture = std::make_unique<Capture>(*m_writer, m_registry);
    m_writer->installGate(m_registry);
    for (int i = 0; i < m_options.readers; ++i) {
        auto reader = std::make_unique<Connection>(path(), literal, Connection::Mode::Read);
        reader->installGate(m_registry);
        m_pool->idle.push_back(reader.get());
        m_pool->all.push_back(std::move(reader));
    }
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
        const QByteArray salt =
            crypto::blake2b256({QByteArrayView("xinglin store"), identity.device.toBytes()}).left(16);
        made = true;
        // The write-ahead log takes over the permissions of the file it belongs to.
        QFile file(store->path());
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            file.close();
        }
        store->start(keyLiteral(key, salt), Connection::Mode::Create);
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
        store->start(keyLiteral(key, *salt), Connection::Mode::Write);
        store->loadIdentity();
        if (*salt != crypto::blake2b256({QByteArrayView("xinglin store"), store->m_identity.device.toBytes()}).left(16))
            return Error{Code::Foreign, Tr::tr("The store in %1 belongs to another PC.").arg(options.folder), {}, {}};
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
    return std::unique_ptr<Transaction>(new Transaction(*this, *m_writer, actor, act));
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

VerifyReport Store::verify(const std::function<bool()> &cancelled)
{
    VerifyReport report;
    const auto view = snapshot(Actor{{}, m_identity.device});
    Connection &connection = view->connection();
    if (cancelled)
        connection.setInterrupt(cancelled);
    Query integrity = connection.internal("PRAGMA cipher_integrity_check");
    while (integrity.next())
        report.problems << QStringLiteral("page: ") + integrity.get<QString>(0);
    Query pages = connection.internal("PRAGMA page_count");
    if (pages.next())
        report.pages = pages.get<qint64>(0);
    Query quick = connection.internal("PRAGMA integrity_check");
    while (quick.next()) {
        if (const QString line = quick.get<QString>(0); line != u"ok")
            report.problems << QStringLiteral("structure: ") + line;
    }
    Query keys = connection.internal("PRAGMA foreign_key_check");
    while (keys.next())
        report.problems << QStringLiteral("reference: %1 row %2").arg(keys.get<QString>(0)).arg(keys.get<qint64>(1));

    QHash<qint64, QByteArray> heads;
    Query devices = connection.internal("SELECT stream, device_id FROM stream");
    while (devices.next())
        heads.insert(devices.get<qint64>(0),
                     streamRoot(m_identity.clinic, devices.get<Uuid>(1), static_cast<quint64>(devices.get<qint64>(0))));
    report.streams = heads.size();
    QHash<qint64, qint64> last;
    Query records =
        connection.internal("SELECT n, stream, seq, hlc, wall_ms, header, body, hash FROM record ORDER BY n");
    while (records.next()) {
        const qint64 stream = records.get<qint64>(1);
        const qint64 seq = records.get<qint64>(2);
        const QByteArray bytes = records.get<QByteArray>(5);
        const auto header = decodeHeader(bytes);
        const auto bad = [&](const char *what) {
            report.problems << QStringLiteral("record %1: %2").arg(records.get<qint64>(0)).arg(QLatin1String(what));
        };
        if (!header || header->version != Version{static_cast<quint64>(stream), static_cast<quint64>(seq)})
            bad("its header does not belong to it");
        else if (seq != last.value(stream) + 1 || header->previous != heads.value(stream))
            bad("the chain is broken");
        else if (static_cast<qint64>(header->hlc.value) != records.get<qint64>(3) ||
                 header->wallMs != records.get<qint64>(4))
            bad("a column was changed");
        else if (!records.isNull(6) && crypto::blake2b256({records.get<QByteArray>(6)}) != header->bodyHash)
            bad("its body was changed");
        if (recordHash(bytes) != records.get<QByteArray>(7))
            bad("its hash does not fit");
        last[stream] = seq;
        heads[stream] = records.get<QByteArray>(7);
        report.head = records.get<QByteArray>(7);
        ++report.records;
    }
    report.audit = checkAudit(connection);
    if (!report.audit.problem.isEmpty())
        report.problems << report.audit.problem;
    return report;
}

} // namespace xinglin::store
