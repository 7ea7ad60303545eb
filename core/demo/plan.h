#pragma once

#include "demo/cases.h"
#include "demo/people.h"

namespace xinglin::demo {

/// One visit that will take place.
struct PlannedVisit
{
    QDate day;
    qsizetype person = 0;
    qsizetype illness = 0; ///< Index of the case.
    int ordinal = 0;       ///< Within the illness.
    int visits = 1;        ///< Of the illness in all, so far as the clinic's past reaches.
    int practitioner = 0;  ///< 0 or 1
    bool operator==(const PlannedVisit &) const = default;
};

/// Who comes when with what, from @p from to @p until, by day. Everybody comes at least once; the clinic is closed on
/// Mondays, people at work rather come at the weekend, and visits gather towards the end, as in a clinic that grows.
QList<PlannedVisit> planVisits(Random &random, const QList<Person> &people, const QList<Case> &cases, QDate from,
                               QDate until);

} // namespace xinglin::demo
