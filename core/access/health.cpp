#include "access/health.h"

#include "access/backups.h"
#include "base/hardening.h"
#include "base/text/daywords.h"
#include "store/selfcheck.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access::Health)
};

using State = HealthState;
using namespace std::chrono_literals;

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 walWatched = 256 * megabyte;
constexpr std::chrono::hours clockBehind{24};
constexpr std::chrono::hours clockAhead{24 * 30};
constexpr std::chrono::hours sheetEvery{24 * 365};

/// The value of a pragma or of a question about the store itself; past the gate, for it tells of no patient.
QString told(const store::Snapshot &view, const char *sql)
{
    store::Query query = view.connection().internal(sql);
    return query.next() ? query.get<QString>(0) : QString();
}

qint64 number(const store::Snapshot &view, const char *sql)
{
    store::Query query = view.connection().internal(sql);
    return query.next() ? query.get<qint64>(0) : 0;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString timeText(const store::Snapshot &view, Instant at)
{
    return momentInWords(at, view.zone());
}

/// When something was written, by the audit log: signing in writes too, so the time now is among them.
struct Commits
{
    std::optional<Instant> newest; ///< The latest time of all.
    std::optional<Instant> before; ///< The last one before those of the last 24 hours.
};

Commits commits(const store::Snapshot &view)
{
    Commits found;
    store::Connection &log = view.connection();
    store::Query newest = log.internal("SELECT max(at_ms) FROM audit");
    if (newest.next())
        found.newest = newest.get<std::optional<Instant>>(0);
    store::Query first = log.internal("SELECT n FROM audit WHERE at_ms >= ?1 ORDER BY at_ms LIMIT 1");
    const bool some = first.bind(view.now() - clockBehind).next();
    store::Query before = log.internal("SELECT at_ms FROM audit WHERE n < ?1 ORDER BY n DESC LIMIT 1");
    if (before.bind(some ? first.get<qint64>(0) : std::numeric_limits<qint64>::max()).next())
        found.before = before.get<Instant>(0);
    return found;
}

QString clockSentence(const store::Snapshot &view)
{
    const Commits known = commits(view);
    if (known.newest && view.now() + clockBehind < *known.newest)
        return Tr::tr("The clock says %1, but something was saved on %2 already. Set the date of this PC.")
            .arg(timeText(view, view.now()), timeText(view, *known.newest));
    if (known.before && view.now() > *known.before + clockAhead)
        return Tr::tr("The clock says %1; before today something was last saved on %2. Make sure that the date is "
                      "right.")
            .arg(timeText(view, view.now()), timeText(view, *known.before));
    return {};
}

class Examination
{
public:
    Examination(const store::Snapshot &view, const Surroundings &around) : m_view(view), m_around(around) {}

    QList<HealthLine> run()
    {
        lookAtStore();
        lookAtChains();
        lookAtBackups();
        lookAtDisk();
        lookAtClock();
        lookAtMemory();
        lookAtSheet();
        lookAtProgram();
        return m_lines;
    }

private:
    void add(const char *code, State state, const QString &name, const QString &fact, const QString &advice = {})
    {
        m_lines << HealthLine{code, state, name, fact, state == State::Good ? QString() : advice};
    }

    void lookAtStore()
    {
        const qint64 page = number(m_view, "PRAGMA page_size");
        const qint64 pages = number(m_view, "PRAGMA page_count");
        const qint64 unused = number(m_view, "PRAGMA freelist_count");
        m_storeBytes = page * pages;
        add("store.size", State::Good, Tr::tr("Store"),
            Tr::tr("%1 in %2 pages, %3 of them free.")
                .arg(sizeText(m_storeBytes), QLocale().toString(pages), QLocale().toString(unused)));
        const QString mode = told(m_view, "PRAGMA journal_mode");
        const qint64 wal = QFileInfo(m_view.store().path() + QStringLiteral("-wal")).size();
        add("store.journal",
            mode != u"wal"     ? State::Bad
            : wal > walWatched ? State::Watch
                               : State::Good,
            Tr::tr("Journal"), Tr::tr("Mode %1; %2 wait to be put into the store.").arg(mode.toUpper(), sizeText(wal)),
            mode != u"wal" ? Tr::tr("Restart Xinglin. If it stays so, restore from a backup.")
                           : Tr::tr("Restart Xinglin when nobody works."));
        add("store.schema", State::Good, Tr::tr("Schema"), Tr::tr("Version %1.").arg(m_view.store().schema()));
    }

    void lookAtChains()
    {
        const store::SelfCheck known = store::selfCheck(m_view);
        const qint64 rows = number(m_view, "SELECT n FROM audit ORDER BY n DESC LIMIT 1");
        add("chain.audit", known.audit.n > 0 ? State::Good : State::Watch, Tr::tr("Audit log"),
            known.audit.n > 0
                ? Tr::tr("Holds up to row %1 of %2.").arg(QLocale().toString(known.audit.n), QLocale().toString(rows))
                : Tr::tr("Not checked yet."),
            Tr::tr("It is checked at every start; check the whole store now if in doubt."));
        const QString name = Tr::tr("Whole check");
        if (!known.whole)
            return add("chain.whole", State::Watch, name, Tr::tr("The whole store has never been checked."),
                       Tr::tr("Check it once, when there is time."));
        const QString when = timeText(m_view, *known.whole);
        if (known.wholeProblems > 0)
            return add("chain.whole", State::Bad, name,
                       Tr::tr("%n problem(s) found on %1.", nullptr, known.wholeProblems).arg(when),
                       Tr::tr("Stop, keep this PC as it is, and restore the last good backup on another one."));
        const bool due = store::isWholeCheckDue(known, m_view.now());
        add("chain.whole", due ? State::Watch : State::Good, name, Tr::tr("Everything held on %1.").arg(when),
            Tr::tr("More than a week ago: check the whole store again."));
    }

    void lookAtBackups()
    {
        const auto standing = backupStanding(m_view);
        if (!standing)
            return add("backup.last", State::Unknown, Tr::tr("Backup"), standing.error().message);
        const auto when = [&](const std::optional<Instant> &at) {
            return at ? timeText(m_view, *at) : Tr::tr("never");
        };
        add("backup.last", standing->isBackupMissing() ? State::Bad : State::Good, Tr::tr("Last backup"),
            Tr::tr("Verified: %1.").arg(when(standing->lastGood)), Tr::tr("Make a backup now."));
        if (!standing->backupProblem.isEmpty())
            add("backup.problem", State::Bad, Tr::tr("Backup refused"), standing->backupProblem,
                Tr::tr("Look whether the place of the backups can be written to."));
        add("backup.away", standing->isAwayWanted() ? State::Watch : State::Good, Tr::tr("Copy elsewhere"),
            Tr::tr("On another disk: %1.").arg(when(standing->lastAway)),
            Tr::tr("Choose a second place for backups: a USB stick or a share."));
        add("backup.drill",
            standing->isDrillFailed()    ? State::Bad
            : standing->isDrillOverdue() ? State::Watch
                                         : State::Good,
            Tr::tr("Proven restore"),
            standing->isDrillFailed() ? Tr::tr("The last drill failed: %1").arg(standing->drillProblem)
                                      : Tr::tr("Last: %1.").arg(when(standing->lastDrill)),
            Tr::tr("Run a restore drill."));
    }

    void lookAtDisk()
    {
        const QStorageInfo disk(m_around.folder);
        const QString name = Tr::tr("Disk");
        if (!disk.isValid())
            return add("disk.free", State::Unknown, name, Tr::tr("The disk does not say how much is free."));
        const qint64 unused = disk.bytesAvailable();
        // A backup is as large as the store; a restore drill needs the same once more.
        const qint64 needed = std::max<qint64>(3 * m_storeBytes, 500 * megabyte);
        add("disk.free",
            unused < needed       ? State::Bad
            : unused < 4 * needed ? State::Watch
                                  : State::Good,
            name, Tr::tr("%1 of %2 free.").arg(sizeText(unused), sizeText(disk.bytesTotal())),
            Tr::tr("Make room: %1 are needed to go on safely.").arg(sizeText(needed)));
    }

    void lookAtClock()
    {
        const QString suspicion = clockSentence(m_view);
        const auto last = commits(m_view).newest;
        add("clock", suspicion.isEmpty() ? State::Good : State::Bad, Tr::tr("Clock"),
            Tr::tr("%1; last saved %2.")
                .arg(timeText(m_view, m_view.now()), last ? timeText(m_view, *last) : Tr::tr("never")),
            suspicion);
    }

    void lookAtMemory()
    {
        const auto status = m_around.files->read(QStringLiteral("/proc/self/status"), megabyte);
        const QString name = Tr::tr("Keys in memory");
        if (!status) {
            add("memory.locked", State::Unknown, name, Tr::tr("The system does not say whether they can be swapped."));
        } else {
            const qsizetype at = status->indexOf("VmLck:");
            const qint64 kilobytes =
                at < 0 ? 0 : status->mid(at + 6, 40).simplified().split(' ').constFirst().toLongLong();
            add("memory.locked", kilobytes > 0 ? State::Good : State::Watch, name,
                kilobytes > 0 ? Tr::tr("Locked: the system does not write them to its swap file.")
                              : Tr::tr("Not locked: the system may write them to its swap file."),
                Tr::tr("Raise the system's limit for locked memory, or encrypt the swap space."));
        }
        const bool off = hardenProcess();
        add("memory.core", off ? State::Good : State::Watch, Tr::tr("Core files"),
            off ? Tr::tr("Off: a crash leaves no memory on the disk.")
                : Tr::tr("On: a crash may leave memory on the disk."),
            Tr::tr("Turn core files off in the system."));
    }

    void lookAtSheet()
    {
        const auto plate = lookAt(m_around);
        const QString name = Tr::tr("Recovery sheet");
        if (!plate)
            return add("recovery.sheet", State::Bad, name, plate.error().message,
                       Tr::tr("Restore the keyring from the last backup."));
        if (!plate->recoveryConfirmed)
            return add("recovery.sheet", State::Bad, name, Tr::tr("Never confirmed."),
                       Tr::tr("Type one line of the printed sheet: without it nobody helps when passwords are lost."));
        const bool old = plate->recoveryConfirmedAt && *plate->recoveryConfirmedAt + sheetEvery < m_view.now();
        add("recovery.sheet", old ? State::Watch : State::Good, name,
            plate->recoveryConfirmedAt ? Tr::tr("Confirmed on %1.").arg(timeText(m_view, *plate->recoveryConfirmedAt))
                                       : Tr::tr("Confirmed."),
            Tr::tr("More than a year ago: look whether the paper is still there, and confirm it again."));
    }

    void lookAtProgram()
    {
        const QString version = QCoreApplication::applicationVersion();
        add("program.version", State::Good, Tr::tr("Program"),
            Tr::tr("Xinglin %1, SQLite %2, cipher %3, Qt %4.")
                .arg(version.isEmpty() ? Tr::tr("of a test") : version, told(m_view, "SELECT sqlite_version()"),
                     told(m_view, "PRAGMA cipher_version"), QString::fromLatin1(qVersion())));
    }

    const store::Snapshot &m_view;
    const Surroundings &m_around;
    QList<HealthLine> m_lines;
    qint64 m_storeBytes = 0;
};

} // namespace

HealthState Health::state() const
{
    State worst = State::Good;
    for (const HealthLine &line : lines) {
        if (line.state == State::Bad)
            return State::Bad;
        if (line.state == State::Watch)
            worst = State::Watch;
    }
    return worst;
}

Result<Health> health(const store::Snapshot &view, const Surroundings &around)
{
    if (auto refused = require(view, Permission::ReadHealth))
        return *refused;
    Health found;
    found.lines = Examination(view, around).run();
    found.limits = {
        Tr::tr("One PC alone cannot notice that its whole store was replaced by an older copy of itself."),
        Tr::tr(
            "Nor that the newest entries were cut off, if no backup was made and no closing sheet was printed since."),
        Tr::tr("Backups kept elsewhere and printed closing sheets are the only witnesses of that: compare them now and "
               "then."),
    };
    return found;
}

Result<QString> clockWarning(const store::Snapshot &view)
{
    if (auto refused = require(view, Permission::ReadClinic))
        return *refused;
    return clockSentence(view);
}

} // namespace xinglin::access
