#pragma once

#include "clinic/patient/patient.h"
#include "ui/shell/mainwindow.h"

namespace xinglin {

namespace ui {
class ChartPage;
}

/// The constitution: its page, its card beside the chart, the screen for the patient.
void furnishConstitution(ui::Workspace &workspace, Clinic &clinic, const ui::Office &office, ui::ChartPage *chart,
                         const std::function<void(PatientId)> &openChart);
/// Leads to a questionnaire that was begun and not finished.
void goOnConstitution(ui::Workspace &workspace, PatientId patient);

} // namespace xinglin
