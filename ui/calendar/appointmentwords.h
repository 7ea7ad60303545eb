#pragma once

#include "clinic/schedule/appointments.h"
#include "ui/calendar/daygeometry.h"
#include "ui/kit/theme.h"

/// How an appointment is written on screens, in the language of the program.
namespace xinglin::ui {

/// A state as colour, icon and letter.
struct StateLook
{
    Tone tone = Tone::Azurite;
    QString icon;
    QString letter;
    QString word;
    bool over = false; ///< Nothing is to be done with it any more: it loses contrast.
};
/// @p now: what should have begun is late after schedule::grace, as on the board of the day.
StateLook lookOf(const Appointment &appointment, Instant now);

/// The name, or that it may not be seen.
QString whoText(const Appointment &appointment);
/// "09:40"
QString minuteText(int minute);
/// "09:40–10:00"
QString spanText(const Span &span);
/// Everything about it in one sentence, for who hears it.
QString spokenText(const Appointment &appointment, const Span &span, Instant now);

} // namespace xinglin::ui
