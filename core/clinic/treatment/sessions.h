#pragma once

#include "clinic/treatment/treatments.h"

/// Treatments as they are given: one session after another, needles in and needles out.
namespace xinglin::treatment {

/// A session being begun.
struct SessionStart
{
    int needlesIn = 0; ///< As counted, not as ordered.
    QString note;
    bool operator==(const SessionStart &) const = default;
};
/// Begins a session of a signed order. Conflict where the order was amended since, where all its sessions were given,
/// and where one of it is still running.
Result<TreatmentSession> beginSession(store::Transaction &tx, TreatmentId id, const SessionStart &start);

/// A session being ended.
struct SessionEnd
{
    int needlesOut = 0;
    QString reason; ///< Why more or fewer came out than went in.
    QString note;
    bool stopped = false; ///< Broken off: it does not count as given.
    bool operator==(const SessionEnd &) const = default;
};
/// The check of the needles: refuses (field "needlesOut") where other than all came out and no reason is written.
Result<TreatmentSession> endSession(store::Transaction &tx, TreatmentSessionId id, const SessionEnd &end);

/// Marks a session as entered in error; it counts no more. Needs a reason.
Result<Done> retractSession(store::Transaction &tx, TreatmentSessionId id, const QString &reason);

} // namespace xinglin::treatment
