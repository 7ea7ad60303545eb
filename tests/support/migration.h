#pragma once

#include "support/faultclinic.h"

/// The released store of tests/data/golden, brought to the newest schema while its disk fails or goes dark.
namespace xinglin::test::migration {

/// The store is opened, which migrates it, and closed. Fails the @p call-th call, 0: none. Afterwards, without faults,
/// it opens, is whole, has its patients, and what it was before is kept beside it.
Trial tryFault(int call, FaultDisk::How how, bool forGood);
/// The same with the power cut during the @p call-th call.
Trial tryPowerLoss(int call, quint64 seed);

} // namespace xinglin::test::migration
