#include "ui/calendar/appointmentwords.h"

#include "clinic/schedule/attendance.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::AppointmentWords)
};

} // namespace

StateLook lookOf(const Appointment &appointment, Instant now)
{
    switch (appointment.status) {
    case AppointmentStatus::Booked:
        if (appointment.period.from + schedule::grace < now)
            return {Tone::Cinnabar, QStringLiteral("clock"), Tr::tr("L", "letter of: late"), Tr::tr("late"), false};
        if (appointment.confirmed)
            return {Tone::Azurite, QStringLiteral("checkmark"), Tr::tr("Y", "letter of: booked and confirmed"),
                    Tr::tr("confirmed"), false};
        return {Tone::Azurite, QStringLiteral("appointment-new"), Tr::tr("B", "letter of: booked"), Tr::tr("booked"),
                false};
    case AppointmentStatus::Arrived:
        if (appointment.inConsultation)
            return {Tone::Malachite, QStringLiteral("visit"), Tr::tr("C", "letter of: in consultation"),
                    Tr::tr("in consultation"), false};
        return {Tone::Gamboge, QStringLiteral("user"), Tr::tr("A", "letter of: arrived"), Tr::tr("arrived"), false};
    case AppointmentStatus::Fulfilled:
        return {Tone::Neutral, QStringLiteral("checkmark"), Tr::tr("D", "letter of: done"), Tr::tr("done"), true};
    case AppointmentStatus::NoShow:
        return {Tone::Slate, QStringLiteral("dialog-cancel"), Tr::tr("N", "letter of: did not come"),
                Tr::tr("did not come"), true};
    case AppointmentStatus::Cancelled:
        return {Tone::Neutral, QStringLiteral("dialog-cancel"), Tr::tr("X", "letter of: cancelled"),
                Tr::tr("cancelled"), true};
    case AppointmentStatus::EnteredInError:
        return {Tone::Neutral, QStringLiteral("dialog-cancel"), Tr::tr("X", "letter of: cancelled"),
                Tr::tr("entered in error"), true};
    }
    Q_UNREACHABLE();
}

QString whoText(const Appointment &appointment)
{
    return appointment.who.isEmpty() ? Tr::tr("Taken", "an appointment of somebody who may not be seen")
                                     : appointment.who;
}

QString minuteText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString spanText(const Span &span)
{
    return minuteText(span.from) + u'–' + minuteText(span.to);
}

QString spokenText(const Appointment &appointment, const Span &span, Instant now)
{
    QStringList parts{whoText(appointment), spanText(span), appointment.serviceName, lookOf(appointment, now).word};
    if (appointment.overbooked)
        parts << Tr::tr("overbooked");
    if (!appointment.note.isEmpty())
        parts << appointment.note;
    return parts.join(Tr::tr(", ", "between what is said of an appointment"));
}

} // namespace xinglin::ui
