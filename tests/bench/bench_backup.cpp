#include "access/session.h"
#include "store/backup.h"
#include "store/backupcopy.h"
#include "store/failure.h"
#include "store/rawkey.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include <sqlite3.h>

// Online backup of a clinic's store while somebody saves, beside the same copy of an unencrypted file of the same rows,
// page by page in the same portions with the same syncs. Prints megabytes a second and what the saves took.

using namespace xinglin;

namespace {

constexpr int PagesAtOnce = 64;
constexpr int PagesBetweenSyncs = 1024;
constexpr int RowBytes = 600;

void need(bool good, const char *what)
{
    if (!good)
        qFatal("%s", what);
}

template <class T>
T taken(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    return *std::move(result);
}

struct Quantiles
{
    double p50 = 0;
    double p99 = 0;
    double most = 0;
    qsizetype count = 0;
};

Quantiles quantiles(std::vector<double> ms)
{
    if (ms.empty())
        return {};
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) {
        return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    };
    return {at(0.5), at(0.99), ms.back(), static_cast<qsizetype>(ms.size())};
}

/// Calls @p save every 20 ms on a thread of its own until it is destroyed, and keeps what each took.
class Saver
{
public:
    explicit Saver(std::function<void(int)> save)
        : m_thread([this, save = std::move(save)] {
            for (int i = 0; !m_ended; ++i) {
                QElapsedTimer watch;
                watch.start();
                save(i);
                m_ms.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
                QThread::msleep(20);
            }
        })
    {
    }
    std::vector<double> end()
    {
        m_ended = true;
        m_thread.join();
        return m_ms;
    }

private:
    std::atomic<bool> m_ended = false;
    std::vector<double> m_ms;
    std::thread m_thread;
};

QByteArray row(Random &random)
{
    QByteArray text(RowBytes, Qt::Uninitialized);
    random.fill({reinterpret_cast<std::uint8_t *>(text.data()), RowBytes});
    return text.toBase64();
}

struct Copied
{
    double mbPerSecond = 0;
    Quantiles saves;
};

void print(QTextStream &out, const char *what, const Copied &copied, const Copied *against)
{
    out << what << ": " << QString::number(copied.mbPerSecond, 'f', 1) << " MB/s; saves p50 "
        << QString::number(copied.saves.p50, 'f', 2) << " ms, p99 " << QString::number(copied.saves.p99, 'f', 2)
        << " ms, most " << QString::number(copied.saves.most, 'f', 2) << " ms of " << copied.saves.count;
    if (against)
        out << "; ratio " << QString::number(copied.mbPerSecond / against->mbPerSecond, 'f', 2);
    out << Qt::endl;
}

void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(db));
}

sqlite3 *opened(const QString &path)
{
    sqlite3 *db = nullptr;
    need(sqlite3_open(path.toUtf8().constData(), &db) == SQLITE_OK, "open");
    run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000");
    return db;
}

/// The same rows in a file without encryption, copied by the same steps while another connection saves.
Copied plain(const QString &folder, qint64 bytes, Files &files)
{
    const QString path = folder + QStringLiteral("/plain.db");
    sqlite3 *writer = opened(path);
    run(writer, "CREATE TABLE filler(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
                "CREATE TABLE saved(n INTEGER PRIMARY KEY, value TEXT NOT NULL); BEGIN");
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(writer, "INSERT INTO filler VALUES(?1, ?2)", -1, &insert, nullptr);
    SeededRandom random(3);
    for (qint64 i = 0; i * RowBytes * 4 / 3 < bytes; ++i) {
        const QByteArray value = row(random);
        sqlite3_bind_int64(insert, 1, i);
        sqlite3_bind_text(insert, 2, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        need(sqlite3_step(insert) == SQLITE_DONE, "insert");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run(writer, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");

    sqlite3 *source = opened(path);
    run(source, "BEGIN; SELECT count(*) FROM saved");
    Saver saver(
        [writer](int) { run(writer, "BEGIN IMMEDIATE; INSERT INTO saved(value) VALUES('a patient'); COMMIT"); });
    sqlite3 *target = nullptr;
    const QString copy = folder + QStringLiteral("/copy.db");
    need(sqlite3_open(copy.toUtf8().constData(), &target) == SQLITE_OK, "open");
    run(target, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    QElapsedTimer watch;
    watch.start();
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", source, "main");
    need(backup != nullptr, "backup");
    int since = 0;
    while (sqlite3_backup_step(backup, PagesAtOnce) == SQLITE_OK) {
        if (since += PagesAtOnce; since >= PagesBetweenSyncs) {
            since = 0;
            need(files.sync(copy).ok(), "sync");
        }
    }
    need(sqlite3_backup_finish(backup) == SQLITE_OK, "finish");
    sqlite3_close(target);
    need(files.sync(copy).ok(), "sync");
    const double seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    const auto ms = saver.end();
    sqlite3_close(source);
    sqlite3_close(writer);
    return {static_cast<double>(QFileInfo(copy).size()) / 1e6 / seconds, quantiles(ms)};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Online backup while somebody saves, beside an unencrypted one."));
    parser.addHelpOption();
    const QCommandLineOption size(QStringLiteral("megabytes"), QStringLiteral("Size of the store."),
                                  QStringLiteral("MB"), QStringLiteral("240"));
    const QCommandLineOption whole(QStringLiteral("whole"),
                                   QStringLiteral("Also a whole backup, with hash and verification."));
    parser.addOptions({size, whole});
    parser.process(app);
    const qint64 bytes = parser.value(size).toLongLong() * 1'000'000;
    QTextStream out(stdout);
    QTemporaryDir folder;
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = folder.filePath(QStringLiteral("clinic"));
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("Bench");
    wishes.owner.login = QStringLiteral("owner");
    wishes.owner.name = QStringLiteral("owner");
    wishes.password = QStringLiteral("Apricot-Grove-7");
    auto founded = taken(access::setUp(around, wishes));
    store::Store &store = *founded.session.store;
    const store::Actor actor = founded.session.actor;
    try {
        SeededRandom same(3);
        for (qint64 i = 0; i * RowBytes * 4 / 3 < bytes;) {
            const auto tx = store.begin(actor, "bench.fill");
            for (int k = 0; k < 5000 && i * RowBytes * 4 / 3 < bytes; ++k, ++i)
                tx->connection()
                    .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)")
                    .bind(QStringLiteral("%1").arg(i, 9, 10, QLatin1Char('0')), QString::fromLatin1(row(same)))
                    .run();
            tx->commit();
        }
        out << QThread::idealThreadCount() << " threads; store of " << QFileInfo(store.path()).size() / 1'000'000
            << " MB; saves every 20 ms, each with its audit row" << Qt::endl;
        const Copied without = plain(folder.path(), bytes, files);
        print(out, "plain copy    ", without, nullptr);

        const auto save = [&](int i) {
            const auto tx = store.begin(actor, "bench.save");
            tx->connection()
                .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)"
                          " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
                .bind(QStringLiteral("saved"), QString::number(i))
                .run();
            tx->audit({"bench.save", {}, {}, {}, "ok", {}});
            tx->commit();
        };
        const SecretBytes key = SecretBytes::random(32, random);
        const QString copy = folder.filePath(QStringLiteral("copy-encrypted.db"));
        Copied encrypted;
        {
            store::Connection source(store.path(),
                                     store::keyLiteral(*founded.session.databaseKey, *store::saltOf(store.path())),
                                     store::Connection::Mode::Read);
            source.execute("BEGIN; SELECT count(*) FROM identity");
            Saver saver(save);
            QElapsedTimer watch;
            watch.start();
            store::copyDatabase(source, copy, store::keyLiteral(key, QByteArray(16, 's')), files);
            const double seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
            encrypted = {static_cast<double>(QFileInfo(copy).size()) / 1e6 / seconds, quantiles(saver.end())};
        }
        print(out, "encrypted copy", encrypted, &without);
        if (parser.isSet(whole)) {
            Saver saver(save);
            QElapsedTimer watch;
            watch.start();
            const store::BackupContext context{files, clock, random, QTimeZone::utc(), {}, {}};
            const auto backup =
                taken(store::makeBackup(context, around.folder, *founded.session.databaseKey,
                                        folder.filePath(QStringLiteral("backups")), store::BackupCause::Asked));
            const double seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
            const Copied all{static_cast<double>(backup.manifest.bytes()) / 1e6 / seconds, quantiles(saver.end())};
            print(out, "whole, verified", all, &without);
        }
        const bool good = encrypted.mbPerSecond >= 60 && encrypted.saves.p99 <= 50;
        out << (good ? "target met" : "target missed") << ": 60 MB/s, saves 50 ms p99" << Qt::endl;
    } catch (const store::Failure &failure) {
        qFatal("%s (%s)", qUtf8Printable(failure.error().message), qUtf8Printable(failure.error().detail));
    }
    return 0;
}
