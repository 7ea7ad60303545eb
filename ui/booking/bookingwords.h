#pragma once

#include "clinic/schedule/freetimes.h"
#include "clinic/schedule/resources.h"

#include <QTimeZone>

/// Times of bookings as they are typed and written.
namespace xinglin::ui {

/// "2026-3-12", "3-12", "3月12日", "+7" from @p from on. Without a year it is the first one not before @p earliest, and
/// no shift goes before it; null: of the year of @p from, and any shift.
std::optional<QDate> typedDay(const QString &typed, QDate from, QDate earliest = {});
/// Minute of the day of "15:30", "1530", "930" or "9"; full-width and Chinese marks too.
std::optional<int> typedMinute(const QString &typed);
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
