#pragma once

#include "clinic/schedule/dayplans.h"
#include "ui/calendar/daygeometry.h"

#include <optional>

namespace xinglin::ui {

/// An appointment in a column.
struct DayBlock
{
    Appointment appointment;
    Span span; ///< On that day.
    bool operator==(const DayBlock &) const = default;
};

/// One day of one resource, as the day view shows it.
struct DayColumn
{
    ResourceId resource{Uuid(Uuid::Bytes{})};
    QDate day;
    int capacity = 1;
    QString name;   ///< In Song at its head.
    QString detail; ///< Below: room, units.
    QString right;  ///< At its right: how much of it is taken.
    QString hue;    ///< Of the resource, below its head; empty where the columns are days of one.
    QList<freebusy::DayPart> open;
    QList<ClosedPart> closed;
    QList<DayBlock> blocks;
    bool operator==(const DayColumn &) const = default;
};

/// @p byDay: the columns are days of one resource and say so, not who.
DayColumn columnOf(const DayPlan &plan, const QTimeZone &zone, bool byDay);
/// How much is taken of what is open: "3.5 / 7 h".
QString loadText(int takenMinutes, int openMinutes);

/// What stands in the way of a time, as far as the column shows it; the store has the last word.
struct Hindrance
{
    enum class Kind { None, Closed, Taken };
    Kind kind = Kind::None;
    QString words; ///< Who holds it, or why it is closed.
    bool operator==(const Hindrance &) const = default;
};
/// @p but does not stand in its own way; @p now: minute of the column's day, before or after it too.
Hindrance hindrance(const DayColumn &column, const Span &span, const std::optional<AppointmentId> &but, int now);

/// Why a part is closed: "Lunch break" has none, leave has what was entered.
QString closedText(const ClosedPart &part);

} // namespace xinglin::ui
