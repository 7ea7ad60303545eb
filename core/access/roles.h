#pragma once

#include "access/people.h"
#include "access/rights.h"

namespace xinglin::access {

using CustomRoleId = Id<struct CustomRoleTag>;

/// A role the clinic made from a shipped one.
struct CustomRole
{
    CustomRoleId id{Uuid(Uuid::Bytes{})};
    QString name;
    Role base = Role::Receptionist;
    Rights permissions;
    bool active = true;
    bool operator==(const CustomRole &) const = default;
};

/// A clinic's own role as given to a person.
struct CustomGrant
{
    UserId user{Uuid(Uuid::Bytes{})};
    CustomRoleId role{Uuid(Uuid::Bytes{})};
    std::optional<Instant> until;
    bool operator==(const CustomGrant &) const = default;
};

/// Whether a copy of @p base may have the permission. Managing people and roles, policy, reviewing and exporting the
/// log stay with the shipped roles; narrative stays with practitioners; administrators get nothing clinical, auditors
/// change nothing.
bool mayHave(Role base, Permission permission);
/// What a copy of @p base begins with: all of it that a copy may have.
CustomRole copyOf(Role base);

/// Every role the clinic made, by name; the inactive last.
Result<QList<CustomRole>> customRoles(const store::Snapshot &view);
/// Makes (id of zeros) or changes a role. Refuses a name that is taken, an empty role and what a copy may not have
/// (field "permissions", `detail`: the code).
Result<CustomRole> saveRole(store::Transaction &tx, const CustomRole &role);

/// Gives a role of the clinic's own; again with another end: the end counts. Owners only.
Result<Done> grantRole(store::Transaction &tx, UserId user, CustomRoleId role, std::optional<Instant> until = {});
Result<Done> revokeRole(store::Transaction &tx, UserId user, CustomRoleId role);
/// Those that hold now; of everybody.
Result<QList<CustomGrant>> customGrants(const store::Snapshot &view);

} // namespace xinglin::access
