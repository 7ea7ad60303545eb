#include "access/sessionparts.h"
#include "store/vault/passwordrules.h"

#include <QCoreApplication>

namespace xinglin::access {

namespace {

using namespace parts;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

Error notAnOwner(const QString &login)
{
    return Error{Code::NotFound, Tr::tr("%1 is no owner of this clinic.").arg(login), QStringLiteral("login"), {}};
}

} // namespace

Result<Done> confirmRecovery(const Surroundings &around, const RecoverySheet &sheet, int line, const QString &typed)
{
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, costForUse(around));
    if (!keyring)
        return keyring.error();
    return keyring->confirmRecovery(sheet, line, typed);
}

Result<Done> confirmRecovery(const Surroundings &around, const QString &typedSheet)
{
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, costForUse(around));
    if (!keyring)
        return keyring.error();
    return keyring->confirmRecovery(typedSheet);
}

Result<Session> recover(const Surroundings &around, const QString &typedSheet, const QString &login,
                        const Password &fresh)
{
    const auto sheet = RecoverySheet::parse(typedSheet);
    if (!sheet)
        return sheet.error();
    if (auto strong = checkPassword(fresh.secret(), login); !strong)
        return strong.error();
    const auto cost = costForNew(around);
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, cost);
    if (!keyring)
        return keyring.error();
    auto dbk = keyring->unlockWithRecovery(*sheet);
    if (!dbk)
        return dbk.error();
    std::optional<Uuid> person;
    for (const KeyringUser &entry : keyring->users()) {
        if (keyring::foldLogin(entry.login) == keyring::foldLogin(login))
            person = entry.id;
    }
    if (!person)
        return notAnOwner(login);
    auto opened = store::Store::open(optionsFor(around), *dbk);
    if (!opened)
        return opened.error();
    if ((*opened)->identity().clinic != keyring->clinic() || (*opened)->identity().device != keyring->device())
        return Error{Code::Foreign,
                     Tr::tr("The keyring and the store in %1 do not belong together.").arg(around.folder),
                     {},
                     {}};
    Session session;
    session.store = *std::move(opened);
    session.actor = {*person, keyring->device()};
    session.user = UserId(*person);
    tellFailures(*keyring, *session.store);
    try {
        if (!(rolesOf(*session.store->snapshot(session.actor)) & Role::Owner))
            return notAnOwner(login);
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    auto change = keyring->withRecoveredKeys(*sheet, *person, fresh.secret());
    if (!change)
        return change.error();
    auto secret = std::make_shared<const SecretBytes>(std::move(change->userSecret));
    const auto rows = [&](store::Transaction &tx, const Keyring::Change &made) -> Result<Done> {
        if (auto refused = require(tx, Permission::ManagePeople))
            return *refused;
        tx.sql("UPDATE user SET public_key = ?2 WHERE id = ?1").bind(session.user, made.publicKey).run();
        tx.audit({"recovery.used", "user", session.user.uuid(), {}, "ok", {}});
        tx.audit({"session.open", "user", session.user.uuid(), {}, "ok", QStringLiteral("recovery sheet")});
        return Done{};
    };
    if (auto done = together(*keyring, *std::move(change), *session.store, session.actor, "recovery.used", rows); !done)
        return done.error();
    session.databaseKey = std::make_shared<const SecretBytes>(*std::move(dbk));
    session.userSecret = std::move(secret);
    return session;
}

std::shared_ptr<const RecoverySheet> newRecovery(const Surroundings &around)
{
    return std::make_shared<const RecoverySheet>(RecoverySheet::create(*around.random));
}

Result<Done> replaceRecovery(const Surroundings &around, store::Store &store, const store::Actor &actor,
                             const RecoverySheet &sheet, int line, const QString &typed, const Password &password)
{
    if (auto right = sheet.checkLine(line, typed); !right)
        return right;
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, costForUse(around)), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    QString login;
    for (const KeyringUser &entry : keyring->users()) {
        if (entry.id == actor.user)
            login = entry.login;
    }
    auto unlocked = keyring->unlock(login, password.secret());
    if (!unlocked) {
        tellFailures(*keyring, store);
        return unlocked.error();
    }
    auto change = keyring->withRecovery(sheet, unlocked->dbk);
    if (!change)
        return change.error();
    change->content.recoveryConfirmedMs = std::max<qint64>(1, toMs(around.clock->now()));
    return together(
        *keyring, *std::move(change), store, actor, "recovery.replace",
        [](store::Transaction &tx, const Keyring::Change &made) -> Result<Done> {
            if (auto refused = require(tx, Permission::ManagePeople))
                return *refused;
            if (!(rolesOf(tx) & Role::Owner))
                return Error{Code::NoPermission, Tr::tr("Only an owner can make a new recovery sheet."), {}, {}};
            tx.sql("UPDATE clinic SET recovery_key = ?2 WHERE id = ?1")
                .bind(tx.store().identity().clinic, made.content.recoveryKey)
                .run();
            tx.audit({"recovery.replace", "clinic", {}, {}, "ok", {}});
            return Done{};
        });
}

} // namespace xinglin::access
