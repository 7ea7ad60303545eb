#pragma once

#include "clinic/schedule/appointments.h"
#include "engines/slots/ranking.h"

namespace xinglin {

/// When somebody could come.
struct FreeQuestion
{
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    QDate first; ///< Both included, at most schedule::longestSearch days.
    QDate last;
    std::optional<ResourceId> with;   ///< This practitioner, room or device, where the service needs one of it.
    std::optional<Sex> sex;           ///< Of the practitioner, and no other.
    std::optional<int> fromMinute;    ///< Of the civil day: begins no earlier.
    std::optional<int> toMinute;      ///< Ends no later.
    QList<int> weekdays;              ///< 1 Monday … 7 Sunday; empty: any.
    std::optional<PatientId> patient; ///< Whose habits count, and who is nowhere else then.
    std::optional<std::chrono::minutes> duration; ///< Nothing: the service's.
    bool overbook = false;                        ///< Also above the capacity, as far as the service allows of itself.
    std::chrono::minutes step{10};                ///< They begin at multiples of it.
    bool operator==(const FreeQuestion &) const = default;
};

/// A time at which somebody could come.
struct FreeTime
{
    Period period;
    QList<ResourceId> resources; ///< One for each need of the service.
    bool overbooked = false;
    freebusy::Reasons reasons; ///< What speaks for it; none where they are not ranked.
    bool operator==(const FreeTime &) const = default;
};

/// What a patient is used to, as far as their appointments tell, and what they asked for.
struct BookingHabits
{
    std::optional<ResourceId> practitioner;
    std::optional<HealthcareServiceId> service;
    std::optional<int> weekday; ///< 1 Monday … 7 Sunday
    std::optional<int> minute;  ///< Of the civil day.
    std::optional<Sex> sex;     ///< Of the practitioner; asked for.
    bool operator==(const BookingHabits &) const = default;
};

} // namespace xinglin

namespace xinglin::schedule {

constexpr qint64 longestSearch = 92; ///< days
constexpr int mostProposals = 12;

/// All free times by their beginning; at one time each practitioner once, in the service's order. Invalid: days that
/// are none or too many ("days"), clock times that are none ("minutes"), a step of less than 5 minutes ("step"),
/// somebody whom the service does not need ("with").
Result<QList<FreeTime>> freeTimes(const store::Snapshot &view, const FreeQuestion &question);
/// The best of them for the patient, at most @p most and never two next to each other; see freebusy::Weights.
Result<QList<FreeTime>> proposals(const store::Snapshot &view, const FreeQuestion &question, int most = 3);
/// The nearest to what cannot be: before and after it, with the same resources first, then with others; within two
/// weeks. @p but is moved.
Result<QList<FreeTime>> alternatives(const store::Snapshot &view, const AppointmentDraft &draft,
                                     std::optional<AppointmentId> but = {}, int most = 3);

/// What the last twelve appointments of two years say, each where at least half of three or more agree; the
/// practitioner and service where one says so.
Result<BookingHabits> habitsOf(const store::Snapshot &view, PatientId patient);
/// Keeps of which sex they want their practitioner to be; nothing: either.
Result<Done> wishForSex(store::Transaction &tx, PatientId patient, std::optional<Sex> sex);

} // namespace xinglin::schedule
