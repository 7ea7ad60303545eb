#pragma once

#include "engines/linkage/linkage.h"
#include "store/store.h"

/// The keys under which records meet that may be of one person, and the pairs that are likely to be. Past the gate, as
/// followers are: what is compared is shown to nobody.
namespace xinglin::duplicates {

/// Keeps the keys of records and the pairs that are likely one person. A follower.
void follow(store::Transaction &tx, const QList<store::RowChange> &rows);
/// Keys, and with @p pairs the likely pairs, of everybody anew; for a store filled without followers.
void rebuild(store::Transaction &tx, bool pairs = true);
/// Makes keys and pairs of records that have none, because the store was made before there were such keys: of at most
/// @p most further ones. True when there is nothing left. For the writing thread, when nobody waits for it.
bool catchUp(store::Store &store, const store::Actor &actor, int most);
/// Makes every key anew and compares: problems "linkage.missing", "linkage.stray". A further check of store::verify().
void check(store::Connection &connection, store::VerifyReport &report);

/// A record that shares a key with another one, by its number in the store, and how alike they are.
struct Alike
{
    qint64 n = 0;
    linkage::Match match;
};
/// Records that share a key with the subject and are accepted, Possible at least, the likeliest first; keys that very
/// many share are passed over. What was read of them is remembered with the view, so a transaction that has changed
/// somebody asks this only as a follower.
QList<Alike> alikeTo(const store::Snapshot &view, const linkage::Subject &subject, const QList<qint64> &keys,
                     const std::function<bool(qint64 n)> &accept = {});
/// What the engine compares of a stored record; nullopt where it is merged or gone. Reads the rank row, which the
/// search keys' follower has written before.
std::optional<linkage::Person> stored(store::Connection &connection, qint64 n);

} // namespace xinglin::duplicates
