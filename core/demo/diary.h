#pragma once

#include "access/session.h"
#include "demo/frontdesk.h"

namespace xinglin::demo {

/// Books the two weeks after @p last as the desk would have by then: a full day first, then fewer and fewer; half of
/// the first day's people have said that they come. Somebody has a course of acupuncture, two wait for a time. Written
/// by
/// @p reception at the clock's time, which stays; the same seed books the same.
std::optional<Error> fillDiary(const access::Session &session, const store::Actor &reception, const FrontDesk &desk,
                               const QList<PatientId> &patients, QDate last, quint64 seed);

} // namespace xinglin::demo
