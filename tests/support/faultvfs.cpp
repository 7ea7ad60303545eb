#include "support/faultvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace xinglin::test {

namespace {

const char *const callNames[] = {"Open", "Access", "Read", "Write",  "Sync",   "Size",
                                 "Cut",  "Delete", "Lock", "Shared", "Folder", "Rename"};

/// In the words of DiskFiles, which names the file.
Error broken(const QString &path, bool full = false)
{
    return Error{Code::Broken,
                 (full ? QStringLiteral("%1 cannot be written: the disk is full.")
                       : QStringLiteral("%1 cannot be read or written: the disk failed."))
                     .arg(path),
                 {},
                 QStringLiteral("fault")};
}

} // namespace

/// SQLite's side: a file that passes on to the real one behind it.
struct Shim
{
    struct File
    {
        sqlite3_file base;
        FaultDisk *disk;
        sqlite3_file *real;
        QString *path; ///< Null for one without a name.
        bool syncsFolder;
    };
    using Call = FaultDisk::Call;
    using How = FaultDisk::How;

    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static FaultDisk *of(sqlite3_vfs *vfs) { return static_cast<FaultDisk *>(vfs->pAppData); }
    static FaultDisk::Step step(File *file, Call call)
    {
        return file->path == nullptr ? FaultDisk::Step{} : file->disk->step(call, *file->path);
    }
    static DiskModel::NodePtr node(File *file)
    {
        return file->disk->m_model && file->path ? file->disk->m_model->node(*file->path) : nullptr;
    }

    static int close(sqlite3_file *handle)
    {
        File *file = of(handle);
        const int rc = file->real->pMethods->xClose(file->real);
        delete file->path;
        file->path = nullptr;
        return rc;
    }
    static int read(sqlite3_file *handle, void *to, int size, sqlite3_int64 at)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Read);
        if (step.dead || step.fault == How::Error)
            return SQLITE_IOERR_READ;
        const int rc = file->real->pMethods->xRead(file->real, to, size, at);
        if (step.fault != How::Short || rc != SQLITE_OK)
            return rc;
        std::memset(static_cast<char *>(to) + size / 2, 0, static_cast<std::size_t>(size - size / 2));
        return SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file *handle, const void *from, int size, sqlite3_int64 at)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Write);
        if (step.dead || step.fault == How::Error)
            return SQLITE_IOERR_WRITE;
        const int done = step.fault ? size / 2 : size;
        const std::scoped_lock lock(file->disk->m_lock);
        if (const auto there = node(file))
            DiskModel::write(*there, at, QByteArray(static_cast<const char *>(from), done));
        const int rc = done == 0 ? SQLITE_OK : file->real->pMethods->xWrite(file->real, from, done, at);
        if (step.lastBeforeDark)
            file->disk->darken();
        if (step.fault)
            return step.fault == How::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        return step.lastBeforeDark ? SQLITE_IOERR_WRITE : rc;
    }
    static int truncate(sqlite3_file *handle, sqlite3_int64 size)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Truncate);
        if (step.dead || step.fault == How::Error)
            return SQLITE_IOERR_TRUNCATE;
        const std::scoped_lock lock(file->disk->m_lock);
        if (const auto there = node(file))
            DiskModel::truncate(*there, size);
        const int rc = file->real->pMethods->xTruncate(file->real, size);
        if (step.lastBeforeDark)
            file->disk->darken();
        return step.fault || step.lastBeforeDark ? SQLITE_IOERR_TRUNCATE : rc;
    }
    static int sync(sqlite3_file *handle, int)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Sync);
        if (step.lastBeforeDark)
            file->disk->darken();
        if (step.dead || step.lastBeforeDark || step.fault)
            return SQLITE_IOERR_FSYNC;
        const std::scoped_lock lock(file->disk->m_lock);
        if (const auto there = node(file)) {
            DiskModel::sync(*there);
            // As SQLite does: with the first sync of a journal it asked to make, it syncs the folder.
            if (file->syncsFolder)
                file->disk->m_model->syncFolderOf(*file->path);
        }
        file->syncsFolder = false;
        return SQLITE_OK; // the real disk's power stays on: no need to wait for it
    }
    static int size(sqlite3_file *handle, sqlite3_int64 *size)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Size);
        if (step.lastBeforeDark)
            file->disk->darken();
        if (step.fails() || step.lastBeforeDark)
            return SQLITE_IOERR_FSTAT;
        return file->real->pMethods->xFileSize(file->real, size);
    }
    static int lock(sqlite3_file *handle, int level)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Lock);
        if (step.lastBeforeDark)
            file->disk->darken();
        if (step.fails() || step.lastBeforeDark)
            return SQLITE_IOERR_LOCK;
        return file->real->pMethods->xLock(file->real, level);
    }
    // To let go always works: a kernel that refuses it has worse to tell.
    static int unlock(sqlite3_file *handle, int level)
    {
        return of(handle)->real->pMethods->xUnlock(of(handle)->real, level);
    }
    static int isReserved(sqlite3_file *handle, int *out)
    {
        return of(handle)->real->pMethods->xCheckReservedLock(of(handle)->real, out);
    }
    static int control(sqlite3_file *handle, int what, void *with)
    {
        return of(handle)->real->pMethods->xFileControl(of(handle)->real, what, with);
    }
    static int sectorSize(sqlite3_file *handle) { return of(handle)->real->pMethods->xSectorSize(of(handle)->real); }
    static int traits(sqlite3_file *handle)
    {
        return of(handle)->real->pMethods->xDeviceCharacteristics(of(handle)->real);
    }
    static int shmMap(sqlite3_file *handle, int region, int size, int extend, void volatile **to)
    {
        File *file = of(handle);
        const auto step = Shim::step(file, Call::Shared);
        if (step.lastBeforeDark)
            file->disk->darken();
        if (step.fails() || step.lastBeforeDark)
            return SQLITE_IOERR_SHMMAP;
        return file->real->pMethods->xShmMap(file->real, region, size, extend, to);
    }
    static int shmLock(sqlite3_file *handle, int offset, int count, int flags)
    {
        File *file = of(handle);
        if ((flags & SQLITE_SHM_LOCK) != 0) {
            const auto step = Shim::step(file, Call::Shared);
            if (step.lastBeforeDark)
                file->disk->darken();
            if (step.fails() || step.lastBeforeDark)
                return SQLITE_IOERR_SHMLOCK;
        }
        return file->real->pMethods->xShmLock(file->real, offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *handle) { of(handle)->real->pMethods->xShmBarrier(of(handle)->real); }
    static int shmUnmap(sqlite3_file *handle, int remove)
    {
        return of(handle)->real->pMethods->xShmUnmap(of(handle)->real, remove);
    }

    static const sqlite3_io_methods methods;

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *out)
    {
        FaultDisk *disk = of(vfs);
        File *file = of(handle);
        *file = {};
        file->disk = disk;
        file->real = reinterpret_cast<sqlite3_file *>(file + 1);
        const QString path = name == nullptr ? QString() : QString::fromUtf8(name);
        const bool inside = !path.isEmpty() && path.startsWith(disk->m_root + u'/');
        const auto step = inside ? disk->step(Call::Open, path) : FaultDisk::Step{};
        if (step.lastBeforeDark)
            disk->darken();
        if (step.fails() || step.lastBeforeDark)
            return SQLITE_CANTOPEN;
        const std::scoped_lock lock(disk->m_lock);
        const int rc = disk->m_real->xOpen(disk->m_real, name, file->real, flags, out);
        if (file->real->pMethods == nullptr)
            return rc;
        if (inside) {
            file->path = new QString(path);
            constexpr int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
            file->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
            if (disk->m_model && !disk->m_model->node(path)) {
                // Made just now, or by other hands and never synced.
                const auto made = disk->m_model->createFile(path);
                QFile there(path);
                if (made && there.open(QIODevice::ReadOnly) && there.size() > 0)
                    DiskModel::write(*made, 0, there.readAll());
            }
        }
        file->base.pMethods = &methods;
        return rc;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
    {
        FaultDisk *disk = of(vfs);
        const QString path = QString::fromUtf8(name);
        const auto step = disk->step(Call::Delete, path);
        if (step.dead || step.fault == How::Error || step.fault == How::Full)
            return SQLITE_IOERR_DELETE;
        const std::scoped_lock lock(disk->m_lock);
        if (disk->m_model) {
            disk->m_model->remove(path);
            if (syncFolder != 0 && !step.lastBeforeDark)
                disk->m_model->syncFolderOf(path);
        }
        const int rc = disk->m_real->xDelete(disk->m_real, name, syncFolder);
        if (step.lastBeforeDark)
            disk->darken();
        return step.fault || step.lastBeforeDark ? SQLITE_IOERR_DELETE : rc;
    }
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
    {
        const auto step = of(vfs)->step(Call::Access, QString::fromUtf8(name));
        if (step.lastBeforeDark)
            of(vfs)->darken();
        if (step.fails() || step.lastBeforeDark)
            return SQLITE_IOERR_ACCESS;
        return of(vfs)->m_real->xAccess(of(vfs)->m_real, name, flags, out);
    }
    static int fullPath(sqlite3_vfs *vfs, const char *name, int size, char *out)
    {
        return of(vfs)->m_real->xFullPathname(of(vfs)->m_real, name, size, out);
    }
    static int randomness(sqlite3_vfs *vfs, int size, char *out)
    {
        return of(vfs)->m_real->xRandomness(of(vfs)->m_real, size, out);
    }
    static int sleep(sqlite3_vfs *vfs, int us) { return of(vfs)->m_real->xSleep(of(vfs)->m_real, us); }
    static int time(sqlite3_vfs *vfs, double *out) { return of(vfs)->m_real->xCurrentTime(of(vfs)->m_real, out); }
    static int lastError(sqlite3_vfs *vfs, int size, char *out)
    {
        return of(vfs)->m_real->xGetLastError(of(vfs)->m_real, size, out);
    }
    static int time64(sqlite3_vfs *vfs, sqlite3_int64 *out)
    {
        return of(vfs)->m_real->xCurrentTimeInt64(of(vfs)->m_real, out);
    }
};

// Version 2: shared memory for the write-ahead log, no memory-mapped reads.
const sqlite3_io_methods Shim::methods = {2,       close,      read,       write,   truncate,   sync,   size,
                                          lock,    unlock,     isReserved, control, sectorSize, traits, shmMap,
                                          shmLock, shmBarrier, shmUnmap,   nullptr, nullptr};

FaultDisk::FaultDisk(const QString &root) : m_root(QDir::cleanPath(root)), m_vfs(std::make_unique<sqlite3_vfs>())
{
    m_real = sqlite3_vfs_find(nullptr);
    if (m_real == nullptr || std::strcmp(m_real->zName, "xinglin-fault") == 0)
        qFatal("one FaultDisk at a time");
    m_name = "xinglin-fault";
    *m_vfs = {};
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = static_cast<int>(sizeof(Shim::File)) + m_real->szOsFile;
    m_vfs->mxPathname = m_real->mxPathname;
    m_vfs->zName = m_name.constData();
    m_vfs->pAppData = this;
    m_vfs->xOpen = Shim::open;
    m_vfs->xDelete = Shim::remove;
    m_vfs->xAccess = Shim::access;
    m_vfs->xFullPathname = Shim::fullPath;
    m_vfs->xRandomness = Shim::randomness;
    m_vfs->xSleep = Shim::sleep;
    m_vfs->xCurrentTime = Shim::time;
    m_vfs->xGetLastError = Shim::lastError;
    m_vfs->xCurrentTimeInt64 = Shim::time64;
    if (sqlite3_vfs_register(m_vfs.get(), 1) != SQLITE_OK)
        qFatal("the shim cannot be registered");
}

FaultDisk::~FaultDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(m_real, 1);
}

QByteArray FaultDisk::name() const
{
    return m_name;
}

void FaultDisk::failAt(int call, How how, bool forGood)
{
    const std::scoped_lock lock(m_lock);
    heal();
    m_calls = 0;
    m_failAt = call;
    m_how = how;
    m_forGood = forGood;
}

void FaultDisk::losePowerAt(int call)
{
    const std::scoped_lock lock(m_lock);
    heal();
    m_calls = 0;
    m_darkAt = call;
    m_model = std::make_unique<DiskModel>(m_root);
}

void FaultDisk::heal()
{
    const std::scoped_lock lock(m_lock);
    m_failAt = 0;
    m_darkAt = 0;
    m_dark = false;
    m_failed.reset();
    m_model.reset();
}

void FaultDisk::powerUp(Random &random)
{
    const std::scoped_lock lock(m_lock);
    if (m_model)
        DiskModel::lay(m_root, m_model->afterCut(random));
    heal();
}

FaultDisk::Step FaultDisk::step(Call call, const QString &path)
{
    if (!path.startsWith(m_root + u'/') && path != m_root)
        return {};
    {
        const std::scoped_lock lock(m_lock);
        if (m_inCallback)
            return {};
        m_inCallback = true;
    }
    if (onCall)
        onCall();
    const std::scoped_lock lock(m_lock);
    m_inCallback = false;
    Step step;
    if (m_dark) {
        step.dead = true;
        return step;
    }
    ++m_calls;
    if (m_darkAt > 0 && m_calls == m_darkAt) {
        step.lastBeforeDark = true;
    } else if (m_failAt > 0 && m_calls >= m_failAt && (m_forGood || !m_failed)) {
        const bool writes = call == Call::Write || call == Call::Folder;
        if (m_how == How::Full ? writes : m_forGood || m_calls == m_failAt)
            step.fault = m_how;
    }
    if ((step.fault || step.lastBeforeDark) && !m_failed) {
        m_failed = QLatin1String(callNames[static_cast<int>(call)]) + u' ' + QFileInfo(path).fileName();
        m_failedAt = m_calls;
        m_failedChanging = call != Call::Access && call != Call::Read && call != Call::Size && call != Call::Lock &&
                           call != Call::Shared;
    }
    return step;
}

bool FaultDisk::Through::exists(const QString &path)
{
    return m_real.exists(path);
}

Result<QByteArray> FaultDisk::Through::read(const QString &path, qint64 maxBytes)
{
    const Step step = m_disk.step(Call::Read, path);
    if (step.lastBeforeDark)
        m_disk.darken();
    if (step.fails() || step.lastBeforeDark)
        return broken(path);
    return m_real.read(path, maxBytes);
}

// Each function does to the model what DiskFiles does to the disk; tst_powerloss compares the two.
Result<Done> FaultDisk::Through::write(const QString &path, const QByteArray &bytes)
{
    const Step written = m_disk.step(Call::Write, path);
    if (written.dead || written.fault == How::Error)
        return broken(path);
    const QByteArray now = written.fault ? bytes.first(bytes.size() / 2) : bytes;
    {
        const std::scoped_lock lock(m_disk.m_lock);
        if (m_disk.m_model) {
            if (const auto file = m_disk.m_model->createFile(path)) {
                DiskModel::truncate(*file, 0);
                DiskModel::write(*file, 0, now.isNull() ? QByteArray("") : now);
            }
        }
        if (auto done = m_real.write(path, now); !done)
            return done;
        if (written.lastBeforeDark)
            m_disk.darken();
    }
    if (written.fault || written.lastBeforeDark)
        return broken(path, written.fault == How::Full);
    return finish(path);
}

Result<Done> FaultDisk::Through::finish(const QString &path)
{
    const Step synced = m_disk.step(Call::Sync, path);
    if (synced.lastBeforeDark)
        m_disk.darken();
    if (synced.fails() || synced.lastBeforeDark)
        return broken(path);
    const std::scoped_lock lock(m_disk.m_lock);
    if (m_disk.m_model) {
        if (const auto file = m_disk.m_model->node(path))
            DiskModel::sync(*file);
    }
    return Done{};
}

Result<Done> FaultDisk::Through::append(const QString &path, const QByteArray &bytes)
{
    const Step step = m_disk.step(Call::Write, path);
    if (step.dead || step.fault == How::Error)
        return broken(path);
    const QByteArray now = step.fault ? bytes.first(bytes.size() / 2) : bytes;
    const std::scoped_lock lock(m_disk.m_lock);
    if (m_disk.m_model) {
        if (const auto file = m_disk.m_model->createFile(path))
            DiskModel::write(*file, QFileInfo(path).size(), now.isNull() ? QByteArray("") : now);
    }
    auto done = m_real.append(path, now);
    if (step.lastBeforeDark)
        m_disk.darken();
    return step.fault || step.lastBeforeDark ? broken(path, step.fault == How::Full) : done;
}

Result<Done> FaultDisk::Through::copy(const QString &from, const QString &to)
{
    const Step taken = m_disk.step(Call::Read, from);
    if (taken.lastBeforeDark)
        m_disk.darken();
    if (taken.fails() || taken.lastBeforeDark)
        return broken(from);
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return m_real.copy(from, to);
    return write(to, source.readAll());
}

Result<Done> FaultDisk::Through::link(const QString &from, const QString &to)
{
    const Step step = m_disk.step(Call::Rename, from);
    if (step.dead || step.fault == How::Error)
        return broken(from);
    const std::scoped_lock lock(m_disk.m_lock);
    if (m_disk.m_model)
        m_disk.m_model->link(from, to);
    auto done = m_real.link(from, to);
    if (step.lastBeforeDark)
        m_disk.darken();
    return step.fault || step.lastBeforeDark ? broken(from) : done;
}

Result<Done> FaultDisk::Through::sync(const QString &path)
{
    if (auto done = finish(path); !done)
        return done;
    return m_real.sync(path);
}

Result<Done> FaultDisk::Through::rename(const QString &from, const QString &to)
{
    const Step moved = m_disk.step(Call::Rename, from);
    if (moved.dead || moved.fault == How::Error)
        return broken(from);
    {
        const std::scoped_lock lock(m_disk.m_lock);
        if (m_disk.m_model)
            m_disk.m_model->rename(from, to);
        if (auto done = m_real.rename(from, to); !done)
            return done;
        if (moved.lastBeforeDark)
            m_disk.darken();
    }
    if (moved.fault || moved.lastBeforeDark)
        return broken(from);
    const Step synced = m_disk.step(Call::Sync, to);
    if (synced.lastBeforeDark)
        m_disk.darken();
    if (synced.fails() || synced.lastBeforeDark)
        return broken(from);
    const std::scoped_lock lock(m_disk.m_lock);
    if (m_disk.m_model)
        m_disk.m_model->syncFolderOf(to);
    return Done{};
}

Result<Done> FaultDisk::Through::remove(const QString &path)
{
    const Step step = m_disk.step(Call::Delete, path);
    if (step.dead || step.fault == How::Error)
        return broken(path);
    const std::scoped_lock lock(m_disk.m_lock);
    if (m_disk.m_model)
        m_disk.m_model->remove(path);
    auto done = m_real.remove(path);
    if (step.lastBeforeDark)
        m_disk.darken();
    return step.fault || step.lastBeforeDark ? broken(path) : done;
}

Result<Done> FaultDisk::Through::makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Done{};
    const Step step = m_disk.step(Call::Folder, path);
    if (step.dead || step.fault == How::Error || step.fault == How::Full)
        return broken(path, step.fault == How::Full);
    const std::scoped_lock lock(m_disk.m_lock);
    QStringList missing;
    for (QString above = QDir::cleanPath(path); !QFileInfo::exists(above); above = QFileInfo(above).path())
        missing.prepend(above);
    if (m_disk.m_model) {
        for (const QString &folder : missing) {
            m_disk.m_model->createFolder(folder);
            if (!step.lastBeforeDark)
                m_disk.m_model->syncFolderOf(folder);
        }
    }
    auto done = m_real.makeFolder(path);
    if (step.lastBeforeDark)
        m_disk.darken();
    return step.fault || step.lastBeforeDark ? broken(path) : done;
}

} // namespace xinglin::test
