#include "access/restore.h"
#include "access/rights.h"
#include "access/sessionparts.h"
#include "access/training.h"
#include "store/vault/passwordrules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace xinglin::access {

namespace {

using namespace parts;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

/// Where a clinic is made before it is moved in place whole: a set-up that was cut short never looks like a clinic.
Surroundings stagingFor(const Surroundings &around)
{
    Surroundings staging = around;
    staging.folder = QDir::cleanPath(around.folder) + QStringLiteral(".setting-up");
    return staging;
}

void removeStaging(const Surroundings &staging)
{
    QStringList names{trainingWord()};
    for (const char *name : {"keyring", "keyring.1", "keyring.2", "keyring.new", "clinic.db", "clinic.db-wal",
                             "clinic.db-shm", "store.lock"})
        names << QLatin1String(name);
    for (const QString &name : std::as_const(names)) {
        const QString path = staging.folder + u'/' + name;
        // What cannot be removed is left; the refusal that led here is what the person must hear of.
        if (staging.files->exists(path))
            static_cast<void>(staging.files->remove(path));
    }
    QDir().rmdir(staging.folder);
}

Result<Founded> foundIn(const Surroundings &around, const SetUp &wishes)
{
    const auto clinic = Uuid::create(*around.clock, *around.random);
    const auto device = Uuid::create(*around.clock, *around.random);
    auto made = Keyring::create(contextFor(around, costForNew(around)), keyringPath(around), clinic, device);
    if (!made)
        return made.error();
    User owner = wishes.owner;
    owner.id = UserId::create(*around.clock, *around.random);
    owner.login = owner.login.trimmed();
    owner.name = owner.name.trimmed();
    owner.roles |= Role::Owner;
    const SecretBytes &password = wishes.password.secret();
    if (auto added = made->keyring.addUser(owner.id.uuid(), owner.login, password, made->dbk); !added)
        return added.error();
    auto unlocked = made->keyring.unlock(owner.login, password);
    if (!unlocked)
        return unlocked.error();

    auto opened = store::Store::create(optionsFor(around), made->dbk, {clinic, device, QStringLiteral("A")});
    if (!opened)
        return opened.error();
    Founding founding;
    founding.clinic = {ClinicId(clinic), wishes.clinic, wishes.address, wishes.phone, wishes.licence, wishes.training};
    founding.deviceName = wishes.deviceName.isEmpty() ? QSysInfo::machineHostName() : wishes.deviceName;
    founding.recoveryKey = made->sheet.keyPair().publicKey;
    founding.owner = owner;
    founding.ownerKey = made->keyring.users().constFirst().publicKey;
    try {
        const auto tx = (*opened)->begin({std::nullopt, device}, "clinic.found");
        if (auto done = found(*tx, founding); !done)
            return done.error();
        tx->commit();
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    Founded founded;
    founded.session.store = *std::move(opened);
    founded.session.actor = {owner.id.uuid(), device};
    founded.session.user = owner.id;
    founded.session.databaseKey = std::make_shared<const SecretBytes>(std::move(made->dbk));
    founded.session.userSecret = std::make_shared<const SecretBytes>(std::move(unlocked->userSecret));
    founded.sheet = std::make_shared<const RecoverySheet>(std::move(made->sheet));
    return founded;
}

} // namespace

Result<DoorPlate> lookAt(const Surroundings &around)
{
    if (auto finished = finishRestore(around); !finished)
        return finished.error();
    const bool keyring = around.files->exists(keyringPath(around));
    const bool database = around.files->exists(store::Store::databasePath(around.folder));
    if (!keyring && !database)
        return DoorPlate{};
    if (!keyring)
        return Error{Code::Damaged,
                     Tr::tr("The keyring is missing in %1, and without it nobody can open the records there.")
                         .arg(around.folder),
                     {},
                     {}};
    if (!database)
        return Error{Code::Damaged,
                     Tr::tr("There is a keyring in %1 but no store; restore a backup.").arg(around.folder),
                     {},
                     {}};
    const auto loaded = loadKeyring(around, costForUse(around));
    if (!loaded)
        return loaded.error();
    DoorPlate plate;
    plate.exists = true;
    for (const KeyringUser &user : loaded->users()) {
        if (user.enabled)
            plate.logins << user.login;
    }
    plate.recoveryConfirmedAt = loaded->recoveryConfirmedAt();
    plate.recoveryConfirmed = plate.recoveryConfirmedAt.has_value();
    plate.recoveryUsedAt = loaded->recoveryUsedAt();
    return plate;
}

Result<Founded> setUp(const Surroundings &around, const SetUp &wishes)
{
    if (wishes.clinic.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The clinic's name is needed."), QStringLiteral("clinic"), {}};
    if (auto strong = checkPassword(wishes.password.secret(), wishes.owner.login); !strong)
        return strong.error();
    if (around.files->exists(keyringPath(around)) || around.files->exists(store::Store::databasePath(around.folder)))
        return Error{Code::Conflict, Tr::tr("There is a clinic in %1 already.").arg(around.folder), {}, {}};
    if (const QDir folder(around.folder); folder.exists() && !folder.isEmpty())
        return Error{Code::Conflict, Tr::tr("The folder %1 is not empty.").arg(around.folder), {}, {}};
    if (auto parent = around.files->makeFolder(QFileInfo(QDir::cleanPath(around.folder)).absolutePath()); !parent)
        return parent.error();
    const Surroundings staging = stagingFor(around);
    removeStaging(staging);
    if (auto folder = around.files->makeFolder(staging.folder); !folder) {
        removeStaging(staging);
        return folder.error();
    }
    auto founded = foundIn(staging, wishes);
    if (founded && wishes.training) {
        if (auto marked = markTrainingPlace(staging); !marked)
            founded = marked.error();
    }
    if (!founded) {
        removeStaging(staging);
        return founded;
    }
    founded->session.store.reset();
    static_cast<void>(around.files->remove(staging.folder + QStringLiteral("/store.lock")));
    if (auto moved = around.files->rename(staging.folder, QDir::cleanPath(around.folder)); !moved) {
        // It may have been moved all the same. Nobody has seen its recovery sheet, so it must not stay.
        removeStaging(staging);
        removeStaging(around);
        return moved.error();
    }
    auto opened = store::Store::open(optionsFor(around), *founded->session.databaseKey);
    if (!opened) {
        removeStaging(around);
        return opened.error();
    }
    founded->session.store = *std::move(opened);
    return founded;
}

Result<Session> signIn(const Surroundings &around, const QString &login, const Password &password)
{
    const auto turn = keyringTurn();
    auto lease = leaseOf(around);
    if (!lease)
        return lease.error();
    auto keyring = loadKeyring(around, costForUse(around));
    if (!keyring)
        return keyring.error();
    auto unlocked = keyring->unlock(login.trimmed(), password.secret());
    if (!unlocked)
        return unlocked.error();
    lease->reset();
    auto opened = store::Store::open(optionsFor(around), unlocked->dbk);
    if (!opened)
        return opened.error();
    if ((*opened)->identity().clinic != keyring->clinic() || (*opened)->identity().device != keyring->device())
        return Error{Code::Foreign,
                     Tr::tr("The keyring and the store in %1 do not belong together.").arg(around.folder),
                     {},
                     {}};
    Session session;
    session.store = *std::move(opened);
    session.actor = {unlocked->user, keyring->device()};
    session.user = UserId(unlocked->user);
    session.databaseKey = std::make_shared<const SecretBytes>(std::move(unlocked->dbk));
    session.userSecret = std::make_shared<const SecretBytes>(std::move(unlocked->userSecret));
    session.failures = unlocked->failures;
    tellFailures(*keyring, *session.store);
    if (auto done = reconcile(*keyring, *session.store, session.actor, *session.databaseKey); !done)
        return done.error();
    try {
        session.mustChange = unlocked->mustChange || isTooOld(*session.store, session.actor, unlocked->passwordSet);
        const auto tx = session.store->begin(session.actor, "session.open");
        if (rightsOf(*tx).isEmpty())
            return Error{Code::NoPermission, Tr::tr("This account has been disabled."), {}, {}};
        tx->audit({"session.open", "user", session.user.uuid(), {}, "ok", {}});
        tx->commit();
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    return session;
}

Keys::Keys(std::shared_ptr<const SecretBytes> databaseKey, UserId user, std::shared_ptr<const SecretBytes> userSecret)
    : m_databaseKey(std::move(databaseKey)), m_user(user), m_userSecret(std::move(userSecret))
{
}

std::shared_ptr<const SecretBytes> Keys::databaseKey() const
{
    const std::scoped_lock lock(m_lock);
    return m_databaseKey;
}

std::shared_ptr<const SecretBytes> Keys::secretOf(UserId user) const
{
    const std::scoped_lock lock(m_lock);
    return user == m_user ? m_userSecret : nullptr;
}

void Keys::setPerson(UserId user, std::shared_ptr<const SecretBytes> userSecret)
{
    const std::scoped_lock lock(m_lock);
    m_user = user;
    m_userSecret = std::move(userSecret);
}

void Keys::lock()
{
    const std::scoped_lock lock(m_lock);
    m_userSecret.reset();
}

void Keys::close()
{
    const std::scoped_lock lock(m_lock);
    m_userSecret.reset();
    m_databaseKey.reset();
}

Result<Person> identify(const Surroundings &around, store::Store &store, const QString &login, const Password &password)
{
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, costForUse(around));
    if (!keyring)
        return keyring.error();
    auto unlocked = keyring->unlock(login.trimmed(), password.secret());
    tellFailures(*keyring, store);
    if (!unlocked)
        return unlocked.error();
    Person person{UserId(unlocked->user), std::make_shared<const SecretBytes>(std::move(unlocked->userSecret)),
                  unlocked->failures, unlocked->mustChange};
    try {
        const store::Actor actor{unlocked->user, store.identity().device};
        person.mustChange = person.mustChange || isTooOld(store, actor, unlocked->passwordSet);
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    return person;
}

Result<Person> identify(const Surroundings &around, const QString &login, const Password &password)
{
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, costForUse(around));
    if (!keyring)
        return keyring.error();
    auto unlocked = keyring->unlock(login.trimmed(), password.secret());
    if (!unlocked)
        return unlocked.error();
    return Person{UserId(unlocked->user), std::make_shared<const SecretBytes>(std::move(unlocked->userSecret)),
                  unlocked->failures, unlocked->mustChange};
}

} // namespace xinglin::access
