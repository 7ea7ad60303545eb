#pragma once

#include "clinic/schedule/appointments.h"
#include "engines/slots/freebusy.h"

/// What appointments hold, and what is asked of the reckoning of free times; for the functions of the schedule.
namespace xinglin::schedule {

/// A claim holds a resource for a day at most, so what overlaps began no earlier than that.
constexpr std::chrono::milliseconds longestClaim = std::chrono::hours(24);

/// An appointment as far as the reader may see it; nullopt: there is none.
std::optional<Appointment> find(const store::Snapshot &view, AppointmentId id);
Error missingAppointment(AppointmentId id);

/// A use of a resource, and whose.
struct Held
{
    freebusy::Use use;
    AppointmentId appointment;
};
/// What is held of a resource within @p span, without what these hold.
QList<Held> heldOf(const store::Snapshot &view, ResourceId resource, const Period &span,
                   const QList<AppointmentId> &but);

/// What is asked for, within a span of time.
struct Wanted
{
    HealthcareService service;
    QList<ServiceNeed> needs; ///< Narrowed to the resources that were chosen.
    std::chrono::minutes duration{20};
    Period span; ///< Appointments lie in it.
    bool overbook = false;
    bool outOfHours = false;

    /// With the buffers of the service.
    Period block(const Period &period) const
    {
        return {period.from - service.content.before, period.to + service.content.after};
    }
};
/// The need that @p with can meet is met by it; Invalid ("with"): there is none.
std::optional<Error> narrowTo(QList<ServiceNeed> &needs, ResourceId with);
/// What a draft asks for at its time. Refuses as book() does.
Result<Wanted> wantedOf(const store::Snapshot &view, const AppointmentDraft &draft);
/// What is asked for of a service with these resources, one for each need, or any; Invalid ("resources", "duration"),
/// Conflict ("service") as book().
Result<Wanted> wantedOf(const store::Snapshot &view, HealthcareServiceId service, const QList<ResourceId> &resources,
                        std::optional<std::chrono::minutes> duration, const Period &span);

/// The question to the reckoning, with the resources in the order of their numbers there.
struct Asked
{
    Wanted wanted;
    freebusy::Question question; ///< Within: the whole span.
    QList<ResourceId> resources;
};
Result<Asked> ask(const store::Snapshot &view, const Wanted &wanted, const QList<AppointmentId> &but);

/// What stands in the way of what was asked at @p period.
QList<Blocker> blockersOf(const store::Snapshot &view, const Asked &asked, const Period &period,
                          const QList<AppointmentId> &but);
/// The first of them in words, as a Conflict of "start".
Error refusal(const store::Snapshot &view, const QList<Blocker> &blockers);

/// The claim on @p resources, one for each need, and the clinic's word on it: alone, this PC decides at once.
void claim(store::Transaction &tx, AppointmentId appointment, const Wanted &wanted, const Period &period,
           const QList<ResourceId> &resources, bool overbooked);
/// What it holds is free again.
void release(store::Transaction &tx, AppointmentId appointment);
/// What its newest claim held or holds, one for each need.
QList<ResourceId> lastResources(const store::Snapshot &view, AppointmentId appointment);
/// As book(), in a series.
Result<Appointment> bookAs(store::Transaction &tx, const AppointmentDraft &draft,
                           const std::optional<AppointmentSeriesId> &series);

/// What the patient has in @p period, but for these.
std::optional<Appointment> ownThen(const store::Snapshot &view, PatientId patient, const Period &period,
                                   const QList<AppointmentId> &but);
/// What the patient has that reaches into @p span.
QList<Period> ownWithin(const store::Snapshot &view, PatientId patient, const Period &span,
                        const QList<AppointmentId> &but);

/// A moment of the clinic's day: "10:05".
QString clock(const store::Snapshot &view, Instant at);
/// Into the audit log.
void noteAppointment(store::Transaction &tx, const Appointment &one);

} // namespace xinglin::schedule
