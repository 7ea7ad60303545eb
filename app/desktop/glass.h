#pragma once

#include "clinic/patient/patient.h"
#include "ui/shell/mainwindow.h"

namespace xinglin {

/// Opening a record in an emergency: from the chart, where nobody is found and by a command; the band over the pages of
/// such a patient. Needs the pages of patients.
void furnishGlass(ui::Workspace &workspace, Clinic &clinic, const ui::Office &office,
                  const std::function<void(PatientId)> &openChart);

} // namespace xinglin
