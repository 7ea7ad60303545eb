#pragma once

#include "base/files.h"
#include "support/diskmodel.h"

#include <functional>
#include <mutex>
#include <optional>

struct sqlite3_file;
struct sqlite3_io_methods;
struct sqlite3_vfs;

namespace xinglin::test {

/// A disk below SQLite and Files that fails at the call of the test's choice, or loses its power there. While it lives
/// it is SQLite's default file system; what does not fail goes to the real disk. One at a time.
class FaultDisk
{
public:
    enum class Call { Open, Access, Read, Write, Sync, Size, Truncate, Delete, Lock, Shared, Folder, Rename };
    enum class How {
        Error, ///< Nothing is done; SQLite hears SQLITE_IOERR_* or SQLITE_CANTOPEN.
        Full,  ///< The first writing call from there on does half and says that the disk is full; others go well.
        Short, ///< A read gives half, a write does half and fails; the others are done and reported as failed.
    };

    /// @p root is a folder on the real disk; calls elsewhere go by uncounted.
    explicit FaultDisk(const QString &root);
    ~FaultDisk();
    FaultDisk(const FaultDisk &) = delete;
    FaultDisk &operator=(const FaultDisk &) = delete;

    /// For everything outside SQLite.
    Files &files() { return m_files; }
    QByteArray name() const;

    /// The @p call-th call from now on fails, the first being 1; with @p forGood all after it too.
    void failAt(int call, How how, bool forGood);
    /// From now on what is not synced is remembered as such, and power goes during the @p call-th call.
    void losePowerAt(int call);
    /// Nothing fails any more.
    void heal();
    /// After losePowerAt: the real disk becomes what @p random lets be found. No file may be open.
    void powerUp(Random &random);

    int calls() const { return m_calls; }
    bool failed() const { return m_failed.has_value(); }
    bool dark() const { return m_dark; }
    /// "Write clinic.db-wal" of the first failure, for messages.
    QString failure() const { return m_failed.value_or(QString()); }
    /// Its number; 0 where there was none.
    int failedAt() const { return m_failed ? m_failedAt : 0; }
    /// Whether it was one that changes what is on disk.
    bool failedChanging() const { return m_failed && m_failedChanging; }
    /// Called before each counted call, but not for calls that it makes itself.
    std::function<void()> onCall;

private:
    friend struct Shim;

    /// What is to become of a call.
    struct Step
    {
        std::optional<How> fault;
        bool lastBeforeDark = false; ///< Do it unsynced, then darken().
        bool dead = false;           ///< Power is gone.
        bool fails() const { return fault || dead; }
    };
    Step step(Call call, const QString &path);
    void darken() { m_dark = true; }

    class Through final : public Files
    {
    public:
        explicit Through(FaultDisk &disk) : m_disk(disk) {}
        bool exists(const QString &path) override;
        Result<QByteArray> read(const QString &path, qint64 maxBytes) override;
        Result<Done> write(const QString &path, const QByteArray &bytes) override;
        Result<Done> rename(const QString &from, const QString &to) override;
        Result<Done> remove(const QString &path) override;
        Result<Done> makeFolder(const QString &path) override;
        Result<Done> append(const QString &path, const QByteArray &bytes) override;
        Result<Done> copy(const QString &from, const QString &to) override;
        Result<Done> link(const QString &from, const QString &to) override;
        Result<Done> sync(const QString &path) override;

    private:
        Result<Done> finish(const QString &path);

        FaultDisk &m_disk;
        DiskFiles m_real;
    };

    QString m_root;
    Through m_files{*this};
    std::recursive_mutex m_lock;
    std::unique_ptr<DiskModel> m_model; ///< While power may go.
    std::unique_ptr<sqlite3_vfs> m_vfs;
    QByteArray m_name;
    sqlite3_vfs *m_real = nullptr;
    int m_calls = 0;
    int m_failAt = 0;
    int m_darkAt = 0;
    How m_how = How::Error;
    bool m_forGood = false;
    bool m_inCallback = false;
    std::optional<QString> m_failed;
    int m_failedAt = 0;
    bool m_failedChanging = false;
    bool m_dark = false;
};

} // namespace xinglin::test
