#pragma once

#include "clinic/schedule/claims.h"
#include "clinic/schedule/freetimes.h"

namespace xinglin::schedule {

/// What is free over a span of time, asked of the store once and reckoned as often as needed; for the functions of the
/// schedule.
class FreeSearch
{
public:
    /// @p patient is nowhere else then; what @p but hold is free.
    static Result<FreeSearch> over(const store::Snapshot &view, const Wanted &wanted,
                                   const std::optional<PatientId> &patient, const QList<AppointmentId> &but = {});

    /// As if that were booked already.
    void occupy(const FreeTime &time);
    /// As if the resource did not work then.
    void close(ResourceId resource, const Period &period);

    QList<freebusy::Slot> free(const QList<Period> &within, std::chrono::minutes step) const;
    FreeTime time(const freebusy::Slot &slot, freebusy::Reasons reasons = {}) const;
    /// The number of a resource in the question; nothing where it is not in it.
    std::optional<int> numberOf(ResourceId resource) const;
    const Asked &asked() const { return m_asked; }

private:
    FreeSearch() = default;

    Asked m_asked;
    QList<Period> m_own;
    QHash<QPair<int, QDate>, int> m_overbooked; ///< By resource and civil day, where that is bounded.
    QTimeZone m_zone;
};

} // namespace xinglin::schedule
