#include "store/backupattached.h"

#include "store/attachedfiles.h"
#include "store/failure.h"

#include <QDir>
#include <QFileInfo>

namespace xinglin::store::backupfiles {

namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr qint64 ReadWithin = 28; ///< Days.

/// Whether what is shared under this name is read anew on that day.
bool isTurn(const QByteArray &name, qint64 madeMs)
{
    return static_cast<quint8>(name[0]) % ReadWithin == madeMs / DayMs % ReadWithin;
}

class Carrier
{
public:
    Carrier(const Bringing &bringing, const Told &told) : m_bringing(bringing), m_told(told) {}

    void bring(const QString &place)
    {
        enter(QFileInfo(m_bringing.to + u'/' + place).path());
        if (share(place) || take(m_bringing.from, place))
            return;
        if (!m_bringing.earlier.isEmpty())
            take(m_bringing.earlier, place);
    }
    /// A file is on disk when it was written, its name only with the folder.
    void leave()
    {
        if (!m_folder.isEmpty())
            require(m_bringing.files.sync(m_folder));
    }
    Brought brought;

private:
    void enter(const QString &folder)
    {
        if (folder == m_folder)
            return;
        leave();
        require(m_bringing.files.makeFolder(folder));
        m_folder = folder;
    }

    /// A second name for what the earlier backup has.
    bool share(const QString &place)
    {
        if (m_bringing.earlier.isEmpty() || !m_canShare)
            return false;
        const QFileInfo there(m_bringing.earlier + u'/' + place);
        const QFileInfo live(m_bringing.from + u'/' + place);
        if (!there.isFile() || (live.isFile() && live.size() != there.size()))
            return false;
        const QString target = m_bringing.to + u'/' + place;
        if (!m_bringing.files.link(there.filePath(), target)) {
            m_canShare = false;
            return false;
        }
        const QByteArray name = AttachedFiles::nameAt(place);
        if (!m_bringing.readAll && !isTurn(name, m_bringing.madeMs)) {
            brought.files << BackupFile{place, there.size(), name};
            brought.shared.insert(place);
            return true;
        }
        return keepIfWhole(place);
    }

    /// A copy; what is not whole is not kept.
    bool take(const QString &from, const QString &place)
    {
        if (!QFileInfo(from + u'/' + place).isFile())
            return false;
        require(m_bringing.files.copy(from + u'/' + place, m_bringing.to + u'/' + place));
        return keepIfWhole(place);
    }

    bool keepIfWhole(const QString &place)
    {
        const BackupFile found = hashed(m_bringing.to, place, m_told, BackupStep::Files);
        if (found.hash == AttachedFiles::nameAt(place)) {
            brought.files << found;
            return true;
        }
        require(m_bringing.files.remove(m_bringing.to + u'/' + place));
        return false;
    }

    const Bringing &m_bringing;
    const Told &m_told;
    QString m_folder;
    bool m_canShare = true;
};

} // namespace

QString prefixFor(const Uuid &clinic)
{
    return QStringLiteral("xinglin-") + QString::fromLatin1(clinic.toBytes().right(3).toHex());
}

QString newestBackup(const QString &target, const Uuid &clinic, const QString &letter)
{
    const QString pattern = QStringLiteral("%1-*-%2").arg(prefixFor(clinic), letter);
    const QStringList names = QDir(target).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                                                     QDir::Name | QDir::Reversed);
    return names.isEmpty() ? QString() : target + u'/' + names.constFirst();
}

qint64 bytesToWrite(const Bringing &bringing, const QStringList &places)
{
    const auto isThere = [&](const QString &place) { return QFileInfo(bringing.earlier + u'/' + place).isFile(); };
    bool canShare = false;
    if (!bringing.earlier.isEmpty()) {
        const auto one = std::find_if(places.cbegin(), places.cend(), isThere);
        const QString probe = bringing.to + QStringLiteral("/probe");
        canShare = one != places.cend() && bringing.files.link(bringing.earlier + u'/' + *one, probe).ok();
        if (canShare)
            require(bringing.files.remove(probe));
    }
    qint64 bytes = 0;
    for (const QString &place : places) {
        if (!canShare || !isThere(place))
            bytes += QFileInfo(bringing.from + u'/' + place).size();
    }
    return bytes;
}

Brought bringAttached(const Bringing &bringing, const QStringList &places, const Told &told)
{
    Carrier carrier(bringing, told);
    for (qsizetype i = 0; i < places.size(); ++i) {
        told.at(BackupStep::Files, i, places.size());
        carrier.bring(places[i]);
    }
    carrier.leave();
    return carrier.brought;
}

} // namespace xinglin::store::backupfiles
