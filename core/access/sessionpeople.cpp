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

bool isOwner(const store::Snapshot &view, UserId user)
{
    return view
        .sql("SELECT 1 FROM user_role WHERE user_id = ?1 AND role = 'O' AND revoked = 0"
             " AND (until_ms IS NULL OR until_ms > ?2)")
        .bind(user, view.now())
        .next();
}

/// Whether the actor may touch this person's account; opens the people's tables.
std::optional<Error> mayTouch(const store::Transaction &tx, UserId user)
{
    if (auto refused = require(tx, Permission::ManagePeople))
        return refused;
    if (!tx.sql("SELECT 1 FROM user WHERE id = ?1").bind(user).next())
        return Error{Code::NotFound, Tr::tr("There is no such person."), {}, user.toString()};
    if (tx.actor().user == user.uuid())
        return Error{Code::Invalid, Tr::tr("This is your own account: somebody else has to do it."), {}, {}};
    if (isOwner(tx, user) && !(rolesOf(tx) & Role::Owner))
        return Error{Code::NoPermission, Tr::tr("Only an owner may do this to an owner."), {}, {}};
    return std::nullopt;
}

QString loginOf(const Keyring &keyring, const Uuid &user)
{
    for (const KeyringUser &entry : keyring.users()) {
        if (entry.id == user)
            return entry.login;
    }
    return {};
}

Result<User> add(const Surroundings &around, store::Store &store, const store::Actor &actor, const SecretBytes &dbk,
                 const User &user, const Password &password, bool mustChange)
{
    if (auto strong = checkPassword(password.secret(), user.login); !strong)
        return strong.error();
    const auto cost = costForNew(around);
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, cost), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    User person = user;
    person.id = UserId::create(*around.clock, *around.random);
    person.login = person.login.trimmed();
    try { // before the work, so that who may not does not wait for it
        if (auto refused = require(*store.snapshot(actor), Permission::ManagePeople))
            return *refused;
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    auto change = keyring->withUser(person.id.uuid(), person.login, password.secret(), dbk, mustChange);
    if (!change)
        return change.error();
    const auto rows = [&person](store::Transaction &tx, const Keyring::Change &made) -> Result<Done> {
        auto added = addUser(tx, person, made.publicKey);
        if (!added)
            return added.error();
        return Done{};
    };
    if (auto done = together(*keyring, *std::move(change), store, actor, "people.add", rows); !done)
        return done.error();
    return person;
}

} // namespace

Result<User> addPerson(const Surroundings &around, store::Store &store, const store::Actor &actor,
                       const SecretBytes &databaseKey, const User &user, const Password &password)
{
    return add(around, store, actor, databaseKey, user, password, true);
}

Result<User> addPerson(const Surroundings &around, const Session &session, const User &user, const Password &password)
{
    return add(around, *session.store, session.actor, *session.databaseKey, user, password, false);
}

Result<Done> resetPassword(const Surroundings &around, store::Store &store, const store::Actor &actor,
                           const SecretBytes &databaseKey, UserId user, const Password &fresh)
{
    const auto cost = costForNew(around);
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, cost), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    QString login = loginOf(*keyring, user.uuid());
    const bool there = !login.isEmpty();
    bool active = true;
    try {
        const auto tx = store.begin(actor, "people.reset");
        if (auto refused = mayTouch(*tx, user))
            return *refused;
        store::Query row = tx->sql("SELECT login, active FROM user WHERE id = ?1");
        row.bind(user).next();
        login = row.get<QString>(0);
        active = row.get<bool>(1);
    } catch (const store::Failure &failure) {
        return failure.error();
    }
    if (!active)
        return Error{Code::Conflict, Tr::tr("This account has been disabled."), {}, {}};
    if (auto strong = checkPassword(fresh.secret(), login); !strong)
        return strong.error();
    auto change = there ? keyring->withNewKeys(user.uuid(), fresh.secret(), databaseKey, true)
                        : keyring->withUser(user.uuid(), login, fresh.secret(), databaseKey, true);
    if (!change)
        return change.error();
    return together(*keyring, *std::move(change), store, actor, "people.reset",
                    [user](store::Transaction &tx, const Keyring::Change &made) -> Result<Done> {
                        if (auto refused = mayTouch(tx, user))
                            return *refused;
                        tx.sql("UPDATE user SET public_key = ?2 WHERE id = ?1").bind(user, made.publicKey).run();
                        tx.audit({"people.reset", "user", user.uuid(), {}, "ok", {}});
                        return Done{};
                    });
}

Result<Done> disablePerson(const Surroundings &around, store::Store &store, const store::Actor &actor, UserId user)
{
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, costForUse(around)), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    const auto rows = [user](store::Transaction &tx, const Keyring::Change &) { return setActive(tx, user, false); };
    auto change = keyring->withoutSeal(user.uuid());
    if (!change && change.error().code == Code::NotFound)
        change = keyring->withNothing();
    if (!change)
        return change.error();
    return together(*keyring, *std::move(change), store, actor, "people.disable", rows);
}

Result<Done> enablePerson(const Surroundings &around, store::Store &store, const store::Actor &actor,
                          const SecretBytes &databaseKey, UserId user)
{
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, costForUse(around)), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    QByteArray publicKey;
    for (const KeyringUser &entry : keyring->users()) {
        if (entry.id == user.uuid())
            publicKey = entry.publicKey;
    }
    auto change = keyring->withSeal(user.uuid(), databaseKey);
    if (!change)
        return change.error();
    return together(*keyring, *std::move(change), store, actor, "people.enable",
                    [&](store::Transaction &tx, const Keyring::Change &) -> Result<Done> {
                        if (auto done = setActive(tx, user, true); !done)
                            return done;
                        // Only the store's key is trusted: the keyring can be written by whoever has the disk.
                        store::Query row = tx.sql("SELECT public_key FROM user WHERE id = ?1");
                        if (row.bind(user).next() && row.get<QByteArray>(0) == publicKey)
                            return Done{};
                        return Error{Code::Damaged,
                                     Tr::tr("The keyring has another key for this person; set a new password instead."),
                                     {},
                                     {}};
                    });
}

Result<Done> changePassword(const Surroundings &around, store::Store &store, const store::Actor &actor,
                            const Password &old, const Password &fresh)
{
    const auto cost = costForNew(around);
    const auto turn = keyringTurn();
    auto keyring = Keyring::load(contextFor(around, cost), keyringPath(around), store.identity().clinic);
    if (!keyring)
        return keyring.error();
    const QString login = actor.user ? loginOf(*keyring, *actor.user) : QString();
    if (auto strong = checkPassword(fresh.secret(), login); !strong)
        return strong.error();
    auto change = keyring->withPassword(login, old.secret(), fresh.secret());
    if (!change) {
        tellFailures(*keyring, store);
        return change.error();
    }
    return together(*keyring, *std::move(change), store, actor, "password.change",
                    [](store::Transaction &tx, const Keyring::Change &) -> Result<Done> {
                        tx.audit({"password.change", "user", tx.actor().user, {}, "ok", {}});
                        return Done{};
                    });
}

Result<Done> changePassword(const Surroundings &around, const QString &login, const Password &old,
                            const Password &fresh)
{
    if (auto strong = checkPassword(fresh.secret(), login); !strong)
        return strong.error();
    const auto cost = costForNew(around);
    const auto turn = keyringTurn();
    auto keyring = loadKeyring(around, cost);
    if (!keyring)
        return keyring.error();
    return keyring->changePassword(login.trimmed(), old.secret(), fresh.secret());
}

} // namespace xinglin::access
