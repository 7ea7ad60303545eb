#pragma once

#include "base/period.h"
#include "clinic/contact/enquiry.h"
#include "clinic/schedule/services.h"

namespace xinglin {

using AppointmentId = Id<struct AppointmentTag>;
using AppointmentSeriesId = Id<struct AppointmentSeriesTag>;

/// FHIR's states of an appointment.
enum class AppointmentStatus { Booked, Arrived, Fulfilled, Cancelled, NoShow, EnteredInError };
enum class CancelledBy { Patient, Clinic };

/// One as it is entered: of a patient, or of somebody who asked.
struct AppointmentDraft
{
    std::optional<PatientId> patient;
    std::optional<EnquiryId> enquiry;
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    Instant start;
    std::optional<std::chrono::minutes> duration; ///< Nothing: the service's.
    /// One for each need of the service, in their order; empty: the first that are free.
    QList<ResourceId> resources;
    /// Where no resources are said: this one for the need that it can meet.
    std::optional<ResourceId> with;
    bool overbook = false;   ///< Above the capacity where it must be (加号); needs its own permission.
    bool besideOwn = false;  ///< Although the patient has something else then.
    bool outOfHours = false; ///< Although it is not worked then.
    QString note;
    bool operator==(const AppointmentDraft &) const = default;
};

/// One that was booked.
struct Appointment
{
    AppointmentId id{Uuid(Uuid::Bytes{})};
    std::optional<PatientId> patient; ///< The record that stays. Neither patient nor enquiry: hidden from the reader.
    std::optional<EnquiryId> enquiry;
    QString who; ///< Their name as far as the reader may see it; empty where they are hidden.
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    QString serviceName;
    Period period;
    QList<ResourceId> resources; ///< One for each need; empty where it was given up.
    AppointmentStatus status = AppointmentStatus::Booked;
    bool overbooked = false;
    bool confirmed = false; ///< They said that they will come.
    std::optional<AppointmentSeriesId> series;
    QString note;
    QString reason; ///< Why it was cancelled.
    std::optional<CancelledBy> cancelledBy;
    bool late = false;           ///< Cancelled so late that the time was lost.
    QString hue;                 ///< Of the service; empty: none was chosen.
    bool inConsultation = false; ///< Arrived, and called in by now.
    bool operator==(const Appointment &) const = default;
};

/// What stands in the way of a booking: who holds a resource then.
struct Blocker
{
    ResourceId resource{Uuid(Uuid::Bytes{})};
    std::optional<AppointmentId> appointment; ///< Nothing: it is not worked then.
    QString who;                              ///< As Appointment::who.
    Period period;
    bool operator==(const Blocker &) const = default;
};

QDebug operator<<(QDebug, const AppointmentDraft &) = delete;
QDebug operator<<(QDebug, const Appointment &) = delete;
QDebug operator<<(QDebug, const Blocker &) = delete;

} // namespace xinglin

namespace xinglin::schedule {

constexpr qsizetype mostNote = 500;
constexpr std::chrono::minutes longestAppointment{720};
/// A cancellation later than so long before loses the time.
constexpr std::chrono::hours lateBefore{2};

QString
toText(AppointmentStatus status); ///< "booked", "arrived", "fulfilled", "cancelled", "noshow", "entered-in-error"

/// Books one: claims its resources and grants the claim, both or neither. Whether they are free is asked within the
/// transaction, of which there is one at a time, so that nobody is ever booked twice. Conflict ("start"): something
/// holds them, it is not worked then, or the quota of the day is used; blockers() says what. Conflict ("patient"): the
/// patient has something else then. Invalid: a time that is over ("start"), neither or both of patient and enquiry
/// ("patient"), a resource that the service does not need ("resources"), a length that is none ("duration"), too long a
/// note ("note").
Result<Appointment> book(store::Transaction &tx, const AppointmentDraft &draft);
/// Another time, length or resource of one that is booked: @p draft says start, duration, resources and the
/// exceptions; patient, service and note stay, and so do length and resources where none are said. Refuses as book()
/// does; the appointment is not in its own way.
Result<Appointment> move(store::Transaction &tx, AppointmentId id, const AppointmentDraft &draft);
/// Gives the time free. Invalid: no reason ("reason"). Conflict: it is not booked.
Result<Appointment> cancel(store::Transaction &tx, AppointmentId id, CancelledBy by, const QString &reason);

/// What stands in the way of a draft at its time; @p but does not.
Result<QList<Blocker>> blockers(const store::Snapshot &view, const AppointmentDraft &draft,
                                std::optional<AppointmentId> but = {});
Result<Appointment> appointment(const store::Snapshot &view, AppointmentId id);
/// Those that reach into @p period, by their start; without the cancelled and mistaken ones.
Result<QList<Appointment>> between(const store::Snapshot &view, const Period &period);

} // namespace xinglin::schedule
