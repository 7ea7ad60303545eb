#include "store/backupcopy.h"

#include "store/failure.h"

#include <QCoreApplication>
#include <QFile>

#include <memory>

#include <sqlite3.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

constexpr int PagesAtOnce = 64;
/// What is written is put on disk in small portions: a large one would hold up the commits of the clinic.
constexpr int PagesBetweenSyncs = 1024;

void require(const Result<Done> &done)
{
    if (!done)
        throw Failure(done.error().code, done.error().message, done.error().detail);
}

struct Finish
{
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};

} // namespace

void copyDatabase(Connection &source, const QString &path, const QByteArray &keyLiteral, Files &files,
                  const StepWatch &watch)
{
    require(files.write(path, QByteArray())); // its rights come before its content
    {
        Connection target(path, keyLiteral, Connection::Mode::Copy);
        const std::unique_ptr<sqlite3_backup, Finish> backup(
            sqlite3_backup_init(target.handle(), "main", source.handle(), "main"));
        if (!backup)
            target.fail(sqlite3_errcode(target.handle()), "backup");
        int sinceSync = 0;
        for (;;) {
            const int rc = sqlite3_backup_step(backup.get(), PagesAtOnce);
            // No statement runs here that could be wrong: SQLCipher says so where a page cannot be read.
            if (rc == SQLITE_ERROR)
                throw Failure(Code::Damaged, Tr::tr("The store is damaged. Restore the last backup."),
                              QStringLiteral("a page cannot be read"));
            if (rc != SQLITE_OK && rc != SQLITE_DONE)
                target.fail(rc, "backup");
            const qint64 all = sqlite3_backup_pagecount(backup.get());
            if (watch && !watch(all - sqlite3_backup_remaining(backup.get()), all))
                throw Failure(Code::Cancelled, Tr::tr("Cancelled."), {});
            if (rc == SQLITE_DONE)
                break;
            if (sinceSync += PagesAtOnce; sinceSync >= PagesBetweenSyncs) {
                sinceSync = 0;
                require(files.sync(path));
            }
        }
    }
    require(files.sync(path));
}

} // namespace xinglin::store
