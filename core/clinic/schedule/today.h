#pragma once

#include "clinic/schedule/queueticket.h"

namespace xinglin {

/// Where a patient of the day is.
enum class TodayGroup { InConsultation, Waiting, ToFinish, Booked, Done, NoShow };

/// One of the things that are done for a patient on a day.
struct TodayTick
{
    enum class State { None, Due, Running, Done };

    State state = State::None;
    std::optional<Instant> since; ///< When it began, or was done.
    bool operator==(const TodayTick &) const = default;
};

/// One patient of a day.
struct TodayRow
{
    std::optional<PatientId> patient; ///< Neither patient nor enquiry: hidden from the reader.
    std::optional<EnquiryId> enquiry;
    QString who;
    Sex sex = Sex::Unknown;
    std::optional<PartialDate> birthDate;
    QList<Appointment> appointments;   ///< Of the day, by their beginning; none that was cancelled.
    std::optional<QueueTicket> ticket; ///< The one that counts: where they are, or where they were last.
    TodayGroup group = TodayGroup::Booked;
    std::optional<std::chrono::minutes> wait; ///< How long they still wait, where that is known.
    TodayTick visit;
    TodayTick treatment; ///< State::None also for who may not know.
    bool operator==(const TodayRow &) const = default;

    /// The appointment that counts: the first that is booked, else the last.
    const Appointment *appointment() const;
    /// Whom they are with, or want.
    std::optional<ResourceId> with() const;
    /// What tells this row from the others of the board, whatever becomes of it.
    Uuid key() const;
};

/// A day as the desk sees it.
struct TodayBoard
{
    QDate day;
    QList<TodayRow> rows; ///< By group; within it those whose turn is first.
    bool operator==(const TodayBoard &) const = default;

    qsizetype count(TodayGroup group) const;
    /// Those whose treatment runs.
    qsizetype inTreatment() const;
};

} // namespace xinglin

namespace xinglin::queue {

/// The patients of a day, one row each: booked, come, or with a visit. Visits for who may know that they took place,
/// treatments for who may read them.
Result<TodayBoard> today(const store::Snapshot &view, QDate day);

} // namespace xinglin::queue
