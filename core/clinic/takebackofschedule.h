#pragma once

#include "base/result.h"
#include "store/recordchanges.h"
#include "store/transaction.h"

/// How acts of the schedule are undone; for takeback.cpp.
namespace xinglin::takeback {

/// Changed again since, come meanwhile, or what it held is taken now.
std::optional<Error> scheduleObstacle(const store::Snapshot &view, const store::RecordChanges &record);
/// Appointments and entries of the waitlist are as they were; what they held they hold again by another claim.
void restoreSchedule(store::Transaction &tx, const store::RecordChanges &record);
/// Whether the appointments of a record are of several patients.
bool isAboutMany(const store::Snapshot &view, const store::RecordChanges &record);

} // namespace xinglin::takeback
