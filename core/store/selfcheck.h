#pragma once

#include "store/snapshot.h"
#include "store/verify.h"

namespace xinglin::store {

class Transaction;

/// How often the whole store is checked.
inline constexpr std::chrono::hours WholeCheckEvery{24 * 7};

/// What this PC remembers of having checked itself; in local_state, so it proves nothing by itself.
struct SelfCheck
{
    AuditMark audit;              ///< Up to here the chain held.
    std::optional<Instant> whole; ///< When everything was last checked.
    int wholeProblems = 0;        ///< What was found then.
    QString wholeFirst;           ///< The first of them, as Problem::line().
    bool operator==(const SelfCheck &) const = default;
};
SelfCheck selfCheck(const Snapshot &view);

/// Whether everything is to be checked again: never was, long ago, or in a future that a wrong clock has seen.
bool isWholeCheckDue(const SelfCheck &known, Instant now);

/// Checks the audit rows that came since the last time: seconds at the most, so at every start.
AuditCheck checkNewAudit(const Snapshot &view);
/// Remembers how far the chain held; where it did not hold nothing is remembered, so that it is said again.
void remember(Transaction &tx, const AuditCheck &check);
void remember(Transaction &tx, const VerifyReport &report);

/// Leaves the row "clock.back" where the newest audit row is later than now: somebody has set the clock back, or its
/// battery is empty.
void noteClock(Transaction &tx);

} // namespace xinglin::store
