#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/prescription.h"
#include "engines/safety/prescriptioncheck.h"
#include "ui/kit/findingcard.h"

#include <optional>

namespace xinglin::ui {

/// How loud a finding of the engine is shown.
Severity shownAs(safety::Severity severity);

/// The findings that stand on a prescription written before, the severe first, for somebody who checks it: those the
/// check has now (@p now; none: it could not be made), those it had only then, and the reasons they were signed with.
/// Pure.
QList<FindingText> standingFindings(const Catalog &catalog, const Prescription &prescription,
                                    const std::optional<safety::CheckResult> &now);

} // namespace xinglin::ui
