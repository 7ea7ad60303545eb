#pragma once

#include "clinic/schedule/queueticket.h"

namespace xinglin {

/// How a patient came so far; for the strip beside a booking or a row of the day.
struct PatientAttendance
{
    std::optional<int> visits; ///< Nothing: the reader may not know.
    std::optional<QDate> lastVisit;
    std::optional<int> openVisits; ///< Begun and not signed.
    int noShows = 0;
    int late = 0;                ///< Came later than schedule::grace after the time of an appointment.
    int lateCancelled = 0;       ///< Cancelled so late that the time was lost.
    std::optional<Instant> next; ///< The next appointment.
    bool operator==(const PatientAttendance &) const = default;
};

} // namespace xinglin

namespace xinglin::schedule {

/// Who comes so long after the time of an appointment is late.
constexpr std::chrono::minutes grace{10};

/// Somebody who is booked has come: the appointment is "arrived", and they wait under the next number of the day.
/// Conflict: it is not booked, or not of today. Invalid ("patient"): of somebody who is no patient yet.
Result<QueueTicket> checkIn(store::Transaction &tx, AppointmentId id);
/// Somebody comes without an appointment and waits under the next number of the day. Invalid: a service or resource
/// that is none or out of use ("service", "resource"), a resource that does not give it ("resource"), too long a note
/// ("note"). Conflict ("patient"): they wait already.
Result<QueueTicket> walkIn(store::Transaction &tx, const WalkIn &who);
/// They did not come: what the appointment held is free again. Conflict: it is not booked, or its time has not come.
Result<Appointment> noShow(store::Transaction &tx, AppointmentId id);
/// Whether they said that they will come. Conflict: it is not booked.
Result<Appointment> confirm(store::Transaction &tx, AppointmentId id, bool confirmed);
/// What it was booked for is done. Conflict: they have not come.
Result<Appointment> fulfil(store::Transaction &tx, AppointmentId id);

/// What a patient usually comes for, as a walk-in to be queued: service and practitioner of the last time; of somebody
/// new the first service, and whoever is free. NotFound ("service"): the clinic has none in use.
Result<WalkIn> usualWalkIn(const store::Snapshot &view, PatientId id);
/// How a patient came so far, merged records with it.
Result<PatientAttendance> attendance(const store::Snapshot &view, PatientId id);

} // namespace xinglin::schedule
