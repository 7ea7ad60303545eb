#pragma once

#include "access/people.h"
#include "base/clock.h"

/// What the audit log of this PC knows of a person, in numbers.
namespace xinglin::access {

struct Activity
{
    struct SignIn
    {
        Instant at;
        bool ok = true;
        bool operator==(const SignIn &) const = default;
    };

    int charts = 0;        ///< Different patients whose record was looked at today.
    int searches = 0;      ///< Today.
    int changes = 0;       ///< Acts that changed something today.
    QList<SignIn> signIns; ///< The latest first; at most five.
    int failures = 0;      ///< Refused sign-ins of the last seven days.
    bool operator==(const Activity &) const = default;
};

/// What @p person has done. Everybody may ask about themselves, those who read the audit about all.
Result<Activity> activityOf(const store::Snapshot &view, UserId person);

} // namespace xinglin::access
