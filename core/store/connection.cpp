#include "store/connection.h"

#include "store/failure.h"

#include <QCoreApplication>
#include <QUrl>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr int InterruptEvery = 20'000; // virtual machine steps, well under a millisecond
constexpr qsizetype CacheLimit = 400;
// Small memory comes out of one locked block: locking and wiping each piece would cost two calls of the system.
constexpr int SmallPiece = 1200;
constexpr int SmallPieces = 800;

Error errorFor(int code, const QString &detail)
{
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        return {Code::Damaged,
                Tr::tr("The store cannot be opened: it is damaged, or the keyring beside it is another one's."),
                {},
                QStringLiteral("notadb")};
    case SQLITE_CORRUPT:
        return {Code::Damaged, Tr::tr("The store is damaged. Restore the last backup."), {}, detail};
    case SQLITE_FULL:
        return {Code::Broken, Tr::tr("The disk is full. Nothing was saved."), {}, detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {Code::Broken, Tr::tr("The disk cannot be read or written. Nothing was saved."), {}, detail};
    case SQLITE_READONLY:
        return {Code::Broken, Tr::tr("The store's folder is read-only."), {}, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Code::InUse, Tr::tr("The store is in use by another program."), {}, detail};
    case SQLITE_INTERRUPT:
        return {Code::Cancelled, Tr::tr("Cancelled."), {}, detail};
    case SQLITE_NOMEM:
        // SQLCipher says so as well where a page could not be read.
        return {Code::Broken, Tr::tr("The disk cannot be read, or there is not enough memory."), {}, detail};
    default:
        return {Code::Broken, Tr::tr("The program made a mistake; nothing was saved."), {}, detail};
    }
}

} // namespace

std::function<void(Connection &, const QByteArray &)> Connection::onPrepare;

Statement::~Statement()
{
    sqlite3_finalize(handle);
}

Connection::Connection(const QString &path, const QByteArray &keyLiteral, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= mode == Mode::Finished ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create || mode == Mode::Copy)
        flags |= SQLITE_OPEN_CREATE;
    const QByteArray name =
        mode == Mode::Finished ? QUrl::fromLocalFile(path).toEncoded() + "?immutable=1" : path.toUtf8();
    const int rc = sqlite3_open_v2(name.constData(), &m_handle, flags, nullptr);
    try {
        if (rc != SQLITE_OK)
            fail(rc);
        execute("PRAGMA cipher_log_level=NONE");
        execute("PRAGMA cipher_memory_security=ON");
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, SmallPiece, SmallPieces);
        // Else a statement whose plan may depend on a bound value, such as a LIMIT, is prepared anew whenever it is
        // bound.
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
        // Not by PRAGMA: SQLite would keep the statement's text, and the key with it.
        if (const int keyed =
                sqlite3_key_v2(m_handle, "main", keyLiteral.constData(), static_cast<int>(keyLiteral.size()));
            keyed != SQLITE_OK)
            fail(keyed);
        execute("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
                " PRAGMA foreign_keys=ON;");
        if (Query cipher = internal("PRAGMA cipher_version"); !cipher.next())
            throw Failure(Code::Broken, Tr::tr("This build has no encryption and cannot open a store."),
                          QStringLiteral("no cipher_version"));
        addRowRule();
        internal("SELECT count(*) FROM sqlite_schema").run(); // the first read tells whether the key fits
        if (mode == Mode::Read) {
            execute("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-65536;");
            sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        } else if (mode == Mode::Finished) {
            execute("PRAGMA query_only=ON; PRAGMA cache_size=-32768;");
        } else if (mode == Mode::Copy) {
            execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        } else {
            execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;");
        }
    } catch (...) {
        m_cache.clear();
        sqlite3_close_v2(m_handle);
        throw;
    }
}

Connection::~Connection()
{
    m_cache.clear();
    sqlite3_close_v2(m_handle);
}

void Connection::installGate(const Registry &registry)
{
    m_registry = &registry;
    m_cache.clear(); // prepared without the gate
    sqlite3_set_authorizer(m_handle, &Connection::authorize, this);
}

void Connection::addRowRule()
{
    const auto ask = [](sqlite3_context *context, int, sqlite3_value **values) {
        const auto *self = static_cast<const Connection *>(sqlite3_user_data(context));
        const QByteArray bytes(static_cast<const char *>(sqlite3_value_blob(values[0])),
                               sqlite3_value_bytes(values[0]));
        const auto id = Uuid::fromBytes(bytes);
        sqlite3_result_int(context, id && self->rowRule && self->rowRule(*id) ? 1 : 0);
    };
    const int rc = sqlite3_create_function_v2(m_handle, "row_open", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, this, ask,
                                              nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        fail(rc);
}

int Connection::authorize(void *self, int action, const char *one, const char *two, const char *, const char *)
{
    auto *connection = static_cast<Connection *>(self);
    Statement *statement = connection->m_preparing;
    if (statement == nullptr || one == nullptr)
        return SQLITE_OK;
    if (action != SQLITE_READ && action != SQLITE_UPDATE && action != SQLITE_INSERT && action != SQLITE_DELETE)
        return SQLITE_OK;
    const TableInfo *table = connection->m_registry->table(one);
    if (table == nullptr) {
        // Unlisted tables are SQLite's own; writing them is none of ours.
        if (action != SQLITE_READ)
            statement->needs.write |= ~GroupMask(0);
        return SQLITE_OK;
    }
    const auto groupOf = [&](const char *name) {
        const ColumnInfo *column = name == nullptr ? nullptr : table->column(name);
        return column == nullptr ? GroupMask(0) : column->group;
    };
    switch (action) {
    case SQLITE_READ:
        statement->needs.read |= groupOf(two);
        break;
    case SQLITE_UPDATE:
        statement->needs.write |= groupOf(two);
        statement->writesSynced |= table->isSynced();
        break;
    case SQLITE_INSERT:
        for (const ColumnInfo &column : table->columns)
            statement->needs.write |= column.group;
        statement->needs.write |= table->group;
        statement->writesSynced |= table->isSynced();
        break;
    default:
        statement->needs.write |= table->group;
        statement->writesSynced |= table->isSynced();
        break;
    }
    return SQLITE_OK;
}

std::shared_ptr<Statement> Connection::lend(const char *sql)
{
    const QByteArray text = QByteArray::fromRawData(sql, static_cast<qsizetype>(qstrlen(sql)));
    if (const auto found = m_cache.constFind(text); found != m_cache.constEnd() && !(*found)->lent) {
        (*found)->lent = true;
        return *found;
    }
    auto statement = std::make_shared<Statement>(nullptr);
    m_preparing = m_registry == nullptr ? nullptr : statement.get();
    const int rc = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, nullptr);
    m_preparing = nullptr;
    if (rc != SQLITE_OK)
        fail(rc, text);
    statement->lent = true;
    const QByteArray owned(sql);
    // Texts that are put together as somebody asks must not keep out those that are asked all day: one makes room.
    for (auto it = m_cache.begin(); m_cache.size() >= CacheLimit && it != m_cache.end();)
        it = (*it)->lent ? std::next(it) : m_cache.erase(it);
    if (m_cache.size() < CacheLimit && !m_cache.contains(owned))
        m_cache.insert(owned, statement);
    if (onPrepare && !owned.startsWith("EXPLAIN") && !owned.startsWith("PRAGMA"))
        onPrepare(*this, owned);
    return statement;
}

Query Connection::gated(const char *sql, const OpenGroups &open)
{
    std::shared_ptr<Statement> statement = lend(sql);
    const GroupMask read = statement->needs.read & ~open.read;
    const GroupMask write = statement->needs.write & ~open.write;
    if (read != 0 || write != 0) {
        statement->lent = false;
        throw Failure(Code::NoPermission, Tr::tr("This is not open to you."),
                      QStringLiteral("gate: read {%1} write {%2} for %3")
                          .arg(QString::fromLatin1(m_registry->names(read)),
                               QString::fromLatin1(m_registry->names(write)), QString::fromUtf8(sql)));
    }
    return Query(*this, std::move(statement));
}

Query Connection::internal(const char *sql)
{
    return Query(*this, lend(sql));
}

void Connection::execute(const QByteArray &sql)
{
    if (const int rc = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr); rc != SQLITE_OK)
        fail(rc, sql.left(200));
}

void Connection::setInterrupt(std::function<bool()> wanted)
{
    m_interrupt = std::move(wanted);
    if (!m_interrupt) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        m_handle, InterruptEvery, [](void *self) { return static_cast<Connection *>(self)->m_interrupt() ? 1 : 0; },
        this);
}

void Connection::fail(int code, const QByteArray &sql)
{
    if (onError)
        onError();
    const QByteArray told = m_handle ? sqlite3_errmsg(m_handle) : "no memory";
    // SQLCipher calls a page that cannot be read an error without a name; of a wrong statement more is said.
    const bool unread =
        code == SQLITE_ERROR && (told == sqlite3_errstr(SQLITE_ERROR) || told == sqlite3_errstr(SQLITE_OK));
    const int kind = unread ? SQLITE_NOMEM : code & 0xFF;
    m_spent |= kind == SQLITE_NOMEM || kind == SQLITE_IOERR || kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT;
    const QString detail =
        QStringLiteral("sqlite %1: %2%3")
            .arg(code)
            .arg(QString::fromUtf8(told), sql.isEmpty() ? QString() : QStringLiteral(" in ") + QString::fromUtf8(sql));
    const Error error = errorFor(unread ? SQLITE_NOMEM : code, detail);
    throw Failure(error.code, error.message, error.detail);
}

} // namespace xinglin::store
