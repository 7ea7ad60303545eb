#pragma once

#include "clinic/schedule/appointments.h"

namespace xinglin::schedule {

/// move() of one that was @p seen on a screen, which may be older than the store. Stale where somebody has moved,
/// cancelled or received it since: the sentence says where it stands now, and it stays there.
Result<Appointment> moveSeen(store::Transaction &tx, const Appointment &seen, const AppointmentDraft &draft);

} // namespace xinglin::schedule
