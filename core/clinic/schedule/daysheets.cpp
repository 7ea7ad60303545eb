#include "clinic/schedule/daysheets.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/schedulerows.h"
#include "engines/slots/roster.h"

#include <QHash>

namespace xinglin::schedule {

namespace {

/// Adds what is known of whom the appointment is for.
void addPerson(const store::Snapshot &view, QDate day, DaySheet::Line &line)
{
    if (line.appointment.patient) {
        const auto patient = patient::findPlain(view, *line.appointment.patient);
        if (!patient)
            return;
        line.sex = patient->sex;
        if (patient->birthDate)
            line.age = ageOn(*patient->birthDate, day);
        line.number = patient->number;
        line.phone = patient->phone;
    } else if (line.appointment.enquiry) {
        if (const auto asked = enquiry::find(view, *line.appointment.enquiry))
            line.phone = asked->content.phone;
    }
}

} // namespace

Result<DaySheet> daySheet(const store::Snapshot &view, QDate day, std::optional<ResourceId> only)
{
    if (auto refused = access::require(view, access::Permission::ReadSchedule))
        return *refused;
    const auto clinic = access::clinicProfile(view);
    const auto known = resources(view, true);
    if (!clinic || !known)
        return clinic ? known.error() : clinic.error();
    QHash<ResourceId, QString> names;
    for (const Resource &one : *known)
        names.insert(one.id, one.content.name);
    if (only && !names.contains(*only))
        return missing(*only);
    DaySheet sheet{*clinic, day, only ? names.value(*only) : QString(), {}};
    for (const Taken &one : takenBetween(view, freebusy::civilDayOf(day, view.zone()))) {
        if (only && !one.appointment.resources.contains(*only))
            continue;
        DaySheet::Line line;
        line.appointment = one.appointment;
        for (const ResourceId id : one.appointment.resources)
            line.with << names.value(id);
        addPerson(view, day, line);
        sheet.lines << line;
    }
    view.audit({"schedule.print",
                "resource",
                only ? std::optional(only->uuid()) : std::nullopt,
                {},
                "ok",
                day.toString(Qt::ISODate)});
    return sheet;
}

} // namespace xinglin::schedule
