#include "access/session.h"

#include "store/failure.h"
#include "store/vault/keyring.h"
#include "store/vault/passwordrules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

QString keyringPath(const Surroundings &around)
{
    return around.folder + QStringLiteral("/keyring");
}

KeyringContext contextFor(const Surroundings &around, const crypto::Argon2 &cost)
{
    return {*around.files, *around.clock, *around.random, cost};
}

/// Costs are measured when a password is set, not when it is used: what is stored with a user counts then.
crypto::Argon2 costForNew(const Surroundings &around)
{
    return around.quickKeys ? crypto::Argon2{1, 8192} : crypto::calibrate();
}
crypto::Argon2 costForUse(const Surroundings &around)
{
    return around.quickKeys ? crypto::Argon2{1, 8192} : crypto::Argon2{1, quint64(8) << 10};
}

SecretBytes secretOf(const QString &password)
{
    QString copy = password;
    copy.detach();
    return SecretBytes::takeText(copy);
}

store::StoreOptions optionsFor(const Surroundings &around)
{
    store::StoreOptions options;
    options.folder = around.folder;
    options.clock = around.clock;
    options.random = around.random;
    options.zone = around.zone;
    return options;
}

Result<Keyring> loadKeyring(const Surroundings &around)
{
    return Keyring::load(contextFor(around, costForUse(around)), keyringPath(around));
}

/// Where a clinic is made before it is moved in place whole: a set-up that was cut short never looks like a clinic.
Surroundings stagingFor(const Surroundings &around)
{
    Surroundings staging = around;
    staging.folder = QDir::cleanPath(around.folder) + QStringLiteral(".setting-up");
    return staging;
}

void removeStaging(const Surroundings &staging)
{
    for (const char *name : {"keyring", "keyring.1", "keyring.2", "keyring.new", "clinic.db", "clinic.db-wal",
                             "clinic.db-shm", "store.lock"}) {
        const QString path = staging.folder + u'/' + QLatin1String(name);
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
    const SecretBytes password = secretOf(wishes.password);
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
    const auto loaded = loadKeyring(around);
    if (!loaded)
        return loaded.error();
    DoorPlate plate;
    plate.exists = true;
    for (const KeyringUser &user : loaded->users())
        plate.logins << user.login;
    plate.recoveryConfirmed = loaded->recoveryConfirmedAt().has_value();
    return plate;
}

Result<Founded> setUp(const Surroundings &around, const SetUp &wishes)
{
    if (wishes.clinic.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("The clinic's name is needed."), QStringLiteral("clinic"), {}};
    if (auto strong = checkPassword(wishes.password, wishes.owner.login); !strong)
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

Result<Session> signIn(const Surroundings &around, const QString &login, const QString &password)
{
    auto keyring = loadKeyring(around);
    if (!keyring)
        return keyring.error();
    auto unlocked = keyring->unlock(login.trimmed(), secretOf(password));
    if (!unlocked)
        return unlocked.error();
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
    try {
        const auto tx = session.store->begin(session.actor, "session.open");
        if (!rolesOf(*tx))
            return Error{Code::NoPermission, Tr::tr("This account has been disabled."), {}, {}};
        tx->audit({"session.open", "user", session.user.uuid(), {}, "ok", {}});
        tx->commit();
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    return session;
}

Result<Person> identify(const Surroundings &around, const QString &login, const QString &password)
{
    auto keyring = loadKeyring(around);
    if (!keyring)
        return keyring.error();
    auto unlocked = keyring->unlock(login.trimmed(), secretOf(password));
    if (!unlocked)
        return unlocked.error();
    return Person{UserId(unlocked->user), std::make_shared<const SecretBytes>(std::move(unlocked->userSecret))};
}

Result<User> addPerson(const Surroundings &around, const Session &session, const User &user, const QString &password)
{
    if (auto strong = checkPassword(password, user.login); !strong)
        return strong.error();
    auto keyring =
        Keyring::load(contextFor(around, costForNew(around)), keyringPath(around), session.store->identity().clinic);
    if (!keyring)
        return keyring.error();
    User person = user;
    person.id = UserId::create(*around.clock, *around.random);
    person.login = person.login.trimmed();
    try {
        const auto tx = session.store->begin(session.actor, "people.add");
        // Asked before the keyring is touched; the row needs the key that the keyring makes.
        if (auto refused = require(*tx, Permission::ManagePeople))
            return *refused;
        if (auto added = keyring->addUser(person.id.uuid(), person.login, secretOf(password), *session.databaseKey);
            !added)
            return added.error();
        QByteArray publicKey;
        for (const KeyringUser &entry : keyring->users()) {
            if (entry.id == person.id.uuid())
                publicKey = entry.publicKey;
        }
        auto stored = addUser(*tx, person, publicKey);
        if (stored)
            tx->commit();
        else
            static_cast<void>(keyring->removeUser(person.id.uuid()));
        return stored;
    } catch (const store::Failure &failure) {
        static_cast<void>(keyring->removeUser(person.id.uuid()));
        return failure.error();
    }
}

Result<Done> changePassword(const Surroundings &around, const QString &login, const QString &old, const QString &fresh)
{
    if (auto strong = checkPassword(fresh, login); !strong)
        return strong.error();
    auto keyring = Keyring::load(contextFor(around, costForNew(around)), keyringPath(around));
    if (!keyring)
        return keyring.error();
    return keyring->changePassword(login.trimmed(), secretOf(old), secretOf(fresh));
}

Result<Done> confirmRecovery(const Surroundings &around, const RecoverySheet &sheet, int line, const QString &typed)
{
    auto keyring = loadKeyring(around);
    if (!keyring)
        return keyring.error();
    return keyring->confirmRecovery(sheet, line, typed);
}

Result<Done> confirmRecovery(const Surroundings &around, const QString &typedSheet)
{
    auto keyring = loadKeyring(around);
    if (!keyring)
        return keyring.error();
    return keyring->confirmRecovery(typedSheet);
}

} // namespace xinglin::access
