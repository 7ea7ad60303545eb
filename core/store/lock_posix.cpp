#include "store/lock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xinglin::store {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

class PosixLock final : public StoreLock
{
public:
    explicit PosixLock(int descriptor) : m_descriptor(descriptor) {}
    ~PosixLock() override { ::close(m_descriptor); }

private:
    int m_descriptor;
};

} // namespace

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString &folder)
{
    const QString path = folder + QStringLiteral("/store.lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return Error{Code::Broken,
                     Tr::tr("The store's folder %1 cannot be written: %2")
                         .arg(folder, QString::fromLocal8Bit(std::strerror(errno))),
                     {},
                     {}};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char holder[64] = {};
        const ssize_t size = ::read(descriptor, holder, sizeof holder - 1);
        ::close(descriptor);
        const QString who = size > 0 ? QString::fromUtf8(holder).trimmed() : QString();
        return Error{Code::InUse,
                     who.isEmpty() ? Tr::tr("The store is in use by another program.")
                                   : Tr::tr("The store is in use by another program (process %1).").arg(who),
                     {},
                     {}};
    }
    const QByteArray me = QByteArray::number(static_cast<qint64>(::getpid()));
    if (::ftruncate(descriptor, 0) == 0 &&
        ::pwrite(descriptor, me.constData(), static_cast<size_t>(me.size()), 0) < 0) {
        // The number only helps a person; the lock itself holds.
    }
    return std::unique_ptr<StoreLock>(std::make_unique<PosixLock>(descriptor));
}

} // namespace xinglin::store
