#pragma once

#include "clinic/schedule/daysheets.h"
#include "ui/paper/paperdress.h"

#include <QLocale>
#include <QTimeZone>

namespace xinglin::ui {

/// A day on paper, A4: time, name, sex and age, service, telephone (masked), note.
Sheets daySheets(const DaySheet &day, const QTimeZone &zone, const QLocale &locale, const PaperDress &dress);

/// Who is to be called about that day: those that are still booked and have not confirmed, with their telephone as far
/// as whoever prints may read it, and a box and a line for what was said.
Sheets callSheets(const DaySheet &day, const QTimeZone &zone, const QLocale &locale, const PaperDress &dress);

} // namespace xinglin::ui
