#pragma once

#include "access/people.h"
#include "store/vault/secretbytes.h"

/// What a person has typed and not saved yet. It stays on this PC, belongs to who typed it and is sealed to that
/// person's key: it can be kept at any moment, also while locking, and be read by that person alone. Keeping it leaves
/// neither a record nor an audit row.
namespace xinglin::drafts {

/// Which form of which record. One draft per person and place.
struct Place
{
    QString kind;                ///< "visit", "patient" …; stable.
    Uuid subject{Uuid::Bytes{}}; ///< The record's id, or one made up for what has no record yet.
    bool operator==(const Place &) const = default;
};

/// A draft as it lies in the store.
struct Kept
{
    Place place;
    Instant saved;
    QByteArray sealed;
    bool operator==(const Kept &) const = default;
};

/// The longest content that is kept.
constexpr qsizetype mostBytes = qsizetype(1) << 20;

/// Keeps the actor's draft in the place of what was kept there before. Invalid where it is longer than mostBytes.
Result<Done> save(store::Transaction &tx, const Place &place, const QByteArray &content);
/// Lets the actor's drafts of these places go: part of the act that stores the thing, or that throws it away.
Result<Done> settle(store::Transaction &tx, const QList<Place> &places);

/// Moves the actor's draft out of the way, as "<kind>.aside": what cannot be opened is not written over.
Result<Done> setAside(store::Transaction &tx, const Place &place);

/// The actor's draft of a place.
Result<std::optional<Kept>> find(const store::Snapshot &view, const Place &place);
/// Everything the actor has not finished, newest first.
Result<QList<Kept>> mine(const store::Snapshot &view);
/// How many drafts a person has: all that others may know of them, for the lock screen.
Result<int> count(const store::Snapshot &view, access::UserId user);

/// What was kept, with the person's secret. Damaged: changed, moved to another place, or sealed to a key that this
/// person no longer has. Newer: written by a newer Xinglin. The draft stays where it is in both cases; see setAside().
Result<QByteArray> open(const SecretBytes &secret, access::UserId user, const Kept &kept);

} // namespace xinglin::drafts
