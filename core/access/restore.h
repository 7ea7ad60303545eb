#pragma once

#include "access/session.h"
#include "store/backup.h"

/// Bringing a clinic back from a backup while it is closed, as an owner or with the recovery sheet.
namespace xinglin::access {

/// What opens a backup: an owner's login and password of today or of the backup's day, or the recovery sheet as typed.
struct RestoreKey
{
    QString login;
    Password password;
    QString sheet; ///< Where it is not empty it is used, and the login is not.
};

struct Restored
{
    store::BackupManifest manifest;
    store::BackupCheck check;
    QString before;                ///< Where the store that was there has been kept; empty where there was none.
    bool passwordsOfToday = false; ///< The keyring that was there was kept; else passwords are those of the backup.
};

/// Puts the store of @p backup in the place of the clinic's folder: into a scratch folder, checked there, then by
/// renaming. The store that was there is kept beside it. From the first write on it is a new origin. WrongPassword and
/// Throttled as in signIn(); NoPermission where the person is no owner; Foreign where the folder holds another clinic
/// or the backup is of another PC; Conflict where one of the two is for practice and the other is not; InUse while the
/// clinic is open; Newer; Damaged where the backup does not hold. After a refusal the old store is in its place.
Result<Restored> restore(const Surroundings &around, const QString &backup, const RestoreKey &key,
                         const store::BackupWatch &watch);

/// Ends a restore that was cut short between its two renames; nothing where there is none. lookAt() calls it.
Result<Done> finishRestore(const Surroundings &around);

} // namespace xinglin::access
