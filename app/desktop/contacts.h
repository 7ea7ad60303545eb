#pragma once

#include "clinic/patient/patient.h"

#include <functional>

namespace xinglin {

class Clinic;

namespace ui {
class ChartPage;
class PatientEditorPage;
class PatientsPage;
class Workspace;
} // namespace ui

/// Enquiries beside the patients, and the log of contacts of a chart. @p editor is null where nobody is registered.
void furnishContacts(ui::Workspace &workspace, Clinic &clinic, ui::PatientsPage *patientsPage, ui::ChartPage *chartPage,
                     ui::PatientEditorPage *editor, const std::function<void(PatientId)> &openChart);

} // namespace xinglin
