#pragma once

#include "clinic/patient/patientrows.h"
#include "clinic/schedule/resources.h"

/// Shared by the functions of the schedule.
namespace xinglin::schedule {

Error wrong(const char *field, const QString &sentence, Code code = Code::Invalid);
Error missing(ResourceId id);

} // namespace xinglin::schedule
