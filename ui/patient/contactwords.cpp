#include "ui/patient/contactwords.h"

#include "ui/shell/patientwords.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ContactWords)
};

} // namespace

QString mediumName(ContactMedium medium)
{
    switch (medium) {
    case ContactMedium::Phone:
        return Tr::tr("Call", "a telephone call");
    case ContactMedium::Message:
        return Tr::tr("Message", "written");
    case ContactMedium::Desk:
        return Tr::tr("At the desk");
    }
    Q_UNREACHABLE();
}

QString wayWords(const ContactDraft &contact)
{
    const bool in = contact.direction == ContactDirection::In;
    const bool alone = contact.reached.has_value() && !*contact.reached;
    switch (contact.medium) {
    case ContactMedium::Phone:
        return in ? Tr::tr("They called") : alone ? Tr::tr("We called, no answer") : Tr::tr("We called");
    case ContactMedium::Message:
        return in ? Tr::tr("They wrote") : alone ? Tr::tr("We wrote, no reply") : Tr::tr("We wrote");
    case ContactMedium::Desk:
        return Tr::tr("At the desk");
    }
    Q_UNREACHABLE();
}

QString whenWords(Instant at, const QTimeZone &zone, QDate today)
{
    const QDate day = civilDay(at, zone);
    const QString time = timeText(at, zone);
    if (day == today)
        return time;
    return day == today.addDays(-1) ? Tr::tr("%1 %2", "day, time").arg(relativeDay(day, today), time)
                                    : relativeDay(day, today);
}

} // namespace xinglin::ui
