#pragma once

namespace xinglin {

class Clinic;

namespace ui {
class CalendarPage;
class Workspace;
} // namespace ui

/// What is asked for from the calendar and from the box at the top, each in a dialog: courses of treatment, somebody's
/// absence, calls about tomorrow. For whoever may book.
void furnishFrontDesk(ui::Workspace &workspace, Clinic &clinic, ui::CalendarPage *page);

} // namespace xinglin
