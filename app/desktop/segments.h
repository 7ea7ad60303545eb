#pragma once

#include "ui/patient/allergyeditor.h"

#include <memory>

namespace xinglin {

class Clinic;
struct Catalog;

namespace ui {
class PatientsPage;
class Workspace;
} // namespace ui

/// Questions about patients that are kept: made and changed from the list of patients.
void furnishSegments(ui::Workspace &workspace, Clinic &clinic, std::shared_ptr<const Catalog> catalog,
                     const QList<ui::AllergenChoice> &allergens, ui::PatientsPage *patientsPage);

} // namespace xinglin
