#pragma once

#include "access/session.h"
#include "store/failure.h"
#include "store/lock.h"
#include "store/vault/keyring.h"

#include <mutex>

/// What the files of session.h share. For them alone.
namespace xinglin::access::parts {

QString keyringPath(const Surroundings &around);
KeyringContext contextFor(const Surroundings &around, const crypto::Argon2 &cost);
/// Costs are measured when a password is set, not when it is used: what is stored with a user counts then.
crypto::Argon2 costForNew(const Surroundings &around);
crypto::Argon2 costForUse(const Surroundings &around);
store::StoreOptions optionsFor(const Surroundings &around);
Result<Keyring> loadKeyring(const Surroundings &around, const crypto::Argon2 &cost);

/// The file is read, changed in memory and replaced: two at once would lose one change. Taken before the store's own
/// lock, always.
std::unique_lock<std::mutex> keyringTurn();
/// The same against other programs: InUse where one has the store open, and may be changing the keyring. Null where
/// there is no store yet. To be let go right before the store is opened.
Result<std::unique_ptr<store::StoreLock>> leaseOf(const Surroundings &around);

/// Writes failed tries that no audit log has heard of.
void tellFailures(Keyring &keyring, store::Store &store);
/// Sets right what a crash left between keyring and store: entries without a row go, seals follow the row, the row's
/// public key follows the entry where that was made by who had the database key.
Result<Done> reconcile(Keyring &keyring, store::Store &store, const store::Actor &actor, const SecretBytes &dbk);
/// Whether the clinic's rule finds a password of this age too old.
bool isTooOld(store::Store &store, const store::Actor &actor, std::optional<Instant> set);

/// The keyring was changed and cannot be changed back now.
Error halfDone(const Error &why);

/// One act in both: @p rows in a transaction, then the keyring, then the commit; a commit that fails takes the keyring
/// back.
template <class F>
Result<Done> together(Keyring &keyring, Keyring::Change change, store::Store &store, const store::Actor &actor,
                      const QByteArray &act, F rows)
{
    try {
        const auto tx = store.begin(actor, act);
        if (Result<Done> done = rows(*tx, change); !done)
            return done;
        if (auto applied = keyring.apply(std::move(change)); !applied)
            return applied;
        try {
            tx->commit();
        } catch (const store::Failure &) {
            // Where it stays, reconcile() has the last word, but not on passwords.
            if (const auto back = keyring.takeBack(); !back)
                return halfDone(back.error());
            throw;
        }
        return Done{};
    } catch (const store::Failure &failure) {
        return failure.error();
    }
}

} // namespace xinglin::access::parts
