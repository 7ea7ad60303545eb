#pragma once

#include "clinic/patient/patient.h"

#include <functional>

namespace xinglin {

class Clinic;

namespace ui {
class ChartPage;
class Workspace;
} // namespace ui

/// Beside the chart: the tags of a patient, who belongs to them, and how they came.
void furnishFamily(ui::Workspace &workspace, Clinic &clinic, ui::ChartPage *chartPage,
                   const std::function<void(PatientId)> &openChart);

} // namespace xinglin
