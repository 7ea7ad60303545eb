#include "demo/practice.h"

#include "access/backups.h"
#include "access/training.h"
#include "clinic/followers.h"
#include "store/failure.h"
#include "store/lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace xinglin::demo {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::demo)
};

QString own(const access::Surroundings &around)
{
    return QDir::cleanPath(around.folder);
}

bool isOccupied(const QString &folder)
{
    return QFileInfo::exists(folder) && (!QFileInfo(folder).isDir() || !QDir(folder).isEmpty());
}

/// A folder above that holds a clinic; empty where there is none.
QString clinicAround(const QString &folder)
{
    for (QString above = QFileInfo(folder).absolutePath(); !QDir(above).isRoot();
         above = QFileInfo(above).absolutePath()) {
        if (QFileInfo::exists(above + QStringLiteral("/keyring")) ||
            QFileInfo::exists(store::Store::databasePath(above)))
            return above;
    }
    return {};
}

/// Where it is made before it is moved in place.
access::Surroundings workshopFor(const access::Surroundings &around)
{
    access::Surroundings workshop = around;
    workshop.folder = own(around) + QStringLiteral(".filling");
    workshop.quickKeys = true; // the passwords are no secret
    return workshop;
}

/// What a removal that was cut short left under its other name (see store::removeFolder()), and would be in the way.
Result<Done> clearRemains(access::Surroundings around)
{
    around.folder = own(around) + QStringLiteral(".part");
    if (QFileInfo(around.folder).isSymLink() || !access::isTrainingPlace(around))
        return Done{};
    return store::removeFolder(*around.files, around.folder);
}

/// The id of the clinic that is certainly for practice.
Result<Uuid> provenPractice(const access::Surroundings &around)
{
    const Error unproven{Code::Conflict,
                         Tr::tr("It is not certain that the clinic in %1 is for practice, so nothing was removed. If "
                                "it is, move the folder away yourself.")
                             .arg(QDir::toNativeSeparators(own(around))),
                         {},
                         {}};
    if (QFileInfo(own(around)).isSymLink() || !access::isTrainingPlace(around))
        return unproven;
    const auto session = access::signIn(around, practiceOwner().login, practiceOwner().password);
    if (!session)
        return session.error().code == Code::WrongPassword ? unproven : session.error();
    if (!access::isTraining(*session->store->snapshot(session->actor)))
        return unproven;
    return session->store->identity().clinic;
}

Result<Report> fillIn(const access::Surroundings &workshop, FakeClock &clock, const Catalog &catalog,
                      const Options &options, const Progress &progress)
{
    access::SetUp wishes;
    wishes.clinic = Tr::tr("Apricot Grove Practice Clinic");
    wishes.training = true;
    wishes.owner.login = practiceOwner().login;
    wishes.owner.name = practiceOwner().name;
    wishes.owner.roles = practiceOwner().roles;
    wishes.password = practiceOwner().password;
    const auto founded = access::setUp(workshop, wishes);
    if (!founded)
        return founded.error();
    addFollowers(*founded->session.store);
    return fill(workshop, founded->session, clock, catalog, options, progress);
}

} // namespace

const Account &practiceOwner()
{
    static const Account owner{
        QStringLiteral("yuanzhang"), QStringLiteral("顾清源"), {}, access::Role::Owner, QStringLiteral("xinglin-demo")};
    return owner;
}

const Account *practiceAccount(const QString &login)
{
    if (login == practiceOwner().login)
        return &practiceOwner();
    for (const Account &account : accounts()) {
        if (account.login == login)
            return &account;
    }
    return nullptr;
}

Options practiceOptions(const access::Surroundings &around)
{
    return {60, 1, 1, civilDay(around.clock->now(), around.zone).addDays(-1)};
}

Result<Report> makePractice(const access::Surroundings &around, const Catalog &catalog, const Options &options,
                            const Progress &progress)
try {
    if (isOccupied(own(around)))
        return Error{Code::Conflict, Tr::tr("The folder %1 is not empty.").arg(own(around)), {}, {}};
    if (const QString above = clinicAround(own(around)); !above.isEmpty())
        return Error{Code::Conflict,
                     Tr::tr("%1 holds a clinic; a clinic for practice never stands inside another one.").arg(above),
                     {},
                     {}};
    FakeClock clock(around.clock->now());
    access::Surroundings workshop = workshopFor(around);
    if (isOccupied(workshop.folder)) { // of a making that was cut short
        if (const auto ours = provenPractice(workshop); !ours)
            return ours.error();
        if (auto cleared = clearRemains(workshop); !cleared)
            return cleared.error();
        if (auto cleared = store::removeFolder(*around.files, workshop.folder); !cleared)
            return cleared.error();
    }
    workshop.clock = &clock;
    const auto filled = fillIn(workshop, clock, catalog, options, progress);
    if (!filled) {
        if (QFileInfo::exists(workshop.folder)) // empty a moment ago
            static_cast<void>(store::removeFolder(*around.files, workshop.folder));
        if (filled.error().code == Code::Cancelled)
            return Error{Code::Cancelled, Tr::tr("Cancelled. No clinic was made."), {}, {}};
        return filled;
    }
    static_cast<void>(around.files->remove(workshop.folder + QStringLiteral("/store.lock")));
    if (auto moved = around.files->rename(workshop.folder, own(around)); !moved)
        return moved.error();
    return filled;
} catch (const store::Failure &failure) {
    return failure.error();
}

Result<Done> removePractice(const access::Surroundings &around)
try {
    const auto clinic = provenPractice(around);
    if (!clinic)
        return clinic.error();
    const QString backups = access::defaultBackupFolder(around);
    const auto lock = store::StoreLock::take(own(around));
    if (!lock)
        return lock.error();
    if (auto cleared = clearRemains(around); !cleared)
        return cleared;
    if (auto removed = store::removeFolder(*around.files, own(around)); !removed)
        return removed;
    for (const access::FoundBackup &backup : access::findBackups(*around.files, backups)) {
        if (backup.manifest.clinic != *clinic)
            continue;
        if (auto removed = store::removeFolder(*around.files, backup.path); !removed)
            return removed;
    }
    return Done{};
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::demo
