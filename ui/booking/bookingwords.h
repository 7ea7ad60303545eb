#pragma once

#include "clinic/schedule/freetimes.h"
#include "clinic/schedule/resources.h"

#include <QTimeZone>

/// Times of bookings as they are typed and written.
namespace xinglin::ui {

/// A time as people type it: "1530", "15:30", "9" on @p shown; "3-14 9:00", "2026-3-14 1530", "+7 1530" on another
/// day. Nothing where it is none.
std::optional<QDateTime> typedTime(const QString &typed, QDate shown, const QTimeZone &zone);
/// As typedTime() reads it: "3-12 15:30", without the day where it is @p shown.
QString timeToType(const QDateTime &time, QDate shown);
/// "Thu 12 Mar 15:30"; today and tomorrow by their name.
QString timeInWords(Instant at, QDate today, const QTimeZone &zone);
/// What speaks for a time: "usual practitioner, usual time".
QString reasonsInWords(freebusy::Reasons reasons);
/// Names of what is booked, in their order.
QString namesOf(const QList<ResourceId> &ids, const QList<Resource> &known);

} // namespace xinglin::ui
