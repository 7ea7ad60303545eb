#pragma once

namespace xinglin {

class Clinic;

namespace ui {
class Workspace;
}

/// The calendar, for whoever may read the schedule; it is found by its class where others lead to it.
void furnishCalendar(ui::Workspace &workspace, Clinic &clinic);

} // namespace xinglin
