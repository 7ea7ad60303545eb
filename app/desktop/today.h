#pragma once

#include "clinic/patient/patient.h"

#include <functional>

namespace xinglin {

class Clinic;

namespace ui {
class TodayPage;
class Workspace;
} // namespace ui

/// Today's board as the first place; nullptr where the person does not see the schedule. Its place must be made before
/// all others.
ui::TodayPage *furnishToday(ui::Workspace &workspace, Clinic &clinic);
/// What leads from the board to a chart or to a registration, and calling the next patient from anywhere.
void leadFromToday(ui::Workspace &workspace, ui::TodayPage *today, const std::function<void(PatientId)> &openChart,
                   const std::function<void(const QString &)> &registerPatient);

} // namespace xinglin
