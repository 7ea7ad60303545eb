#pragma once

#include "clinic/patient/patient.h"

#include <functional>

namespace xinglin {

class Clinic;

namespace ui {
class ChartPage;
class PatientsPage;
class Workspace;
} // namespace ui

/// People who may be registered twice: their list, two records beside each other, merging and parting them.
void furnishDuplicates(ui::Workspace &workspace, Clinic &clinic, ui::PatientsPage *patientsPage,
                       ui::ChartPage *chartPage, const std::function<void(PatientId)> &openChart);

} // namespace xinglin
