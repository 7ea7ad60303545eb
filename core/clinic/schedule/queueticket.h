#pragma once

#include "clinic/schedule/appointments.h"
#include "engines/queue/turns.h"

namespace xinglin {

using TicketId = Id<struct TicketTag>;

/// Where one who came is.
enum class TicketStage { Waiting, InConsultation, Done, Left };
using TicketPriority = queueing::Priority;

/// One who comes without an appointment, as the desk enters them.
struct WalkIn
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    std::optional<ResourceId> resource; ///< Whom they want; nothing: whoever is free.
    TicketPriority priority = TicketPriority::Routine;
    QString note;
    bool operator==(const WalkIn &) const = default;
};

/// One who came.
struct QueueTicket
{
    TicketId id{Uuid(Uuid::Bytes{})};
    std::optional<PatientId> patient; ///< The record that stays; nothing: hidden from the reader.
    QString who;                      ///< Their name as far as the reader may see it.
    std::optional<AppointmentId> appointment;
    std::optional<Instant> booked;      ///< The beginning of that.
    std::optional<ResourceId> resource; ///< Whom they want.
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    QString serviceName;
    QDate day;                 ///< Of the clinic.
    std::optional<int> number; ///< Of the day; nothing where the deciding PC has not given one.
    TicketPriority priority = TicketPriority::Routine;
    TicketStage stage = TicketStage::Waiting;
    std::optional<ResourceId> with; ///< Who called them.
    Instant arrived;
    std::optional<Instant> called; ///< Last.
    std::optional<Instant> begun;
    std::optional<Instant> ended;   ///< Of the consultation, or when they left.
    std::optional<Instant> skipped; ///< Last called and not there.
    int skips = 0;
    QString note;
    bool operator==(const QueueTicket &) const = default;

    /// As the rule of turns asks for it.
    queueing::Waiting waiting() const { return {number.value_or(0), arrived, booked, priority, skipped, skips}; }
};

QDebug operator<<(QDebug, const WalkIn &) = delete;
QDebug operator<<(QDebug, const QueueTicket &) = delete;

} // namespace xinglin

/// Who came and whose turn it is.
namespace xinglin::queue {

QString toText(TicketStage stage);       ///< "waiting", "in-consultation", "done", "left"
QString toText(TicketPriority priority); ///< "routine", "priority", "urgent"
std::optional<TicketPriority> priorityFrom(const QString &text);
/// In the language of the program: "in consultation".
QString nameOf(TicketStage stage);

} // namespace xinglin::queue
