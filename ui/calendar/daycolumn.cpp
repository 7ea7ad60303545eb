#include "ui/calendar/daycolumn.h"

#include "ui/calendar/appointmentwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::DayColumn)
};

/// Where the capacity is used up within @p span: the first appointment that is in the way.
const DayBlock *holder(const DayColumn &column, const Span &span, const std::optional<AppointmentId> &but)
{
    QList<const DayBlock *> those;
    for (const DayBlock &one : column.blocks) {
        if (one.appointment.id != but && one.span.overlaps(span))
            those << &one;
    }
    for (const DayBlock *one : std::as_const(those)) {
        const int at = std::max(one->span.from, span.from);
        const auto atOnce = std::count_if(those.cbegin(), those.cend(), [at](const DayBlock *other) {
            return other->span.from <= at && at < other->span.to;
        });
        if (atOnce >= column.capacity)
            return one;
    }
    return nullptr;
}

} // namespace

QString loadText(int takenMinutes, int openMinutes)
{
    const auto hours = [](int minutes) { return QLocale().toString(minutes / 60.0, 'f', minutes % 60 == 0 ? 0 : 1); };
    if (openMinutes == 0)
        return takenMinutes == 0 ? QString() : Tr::tr("%1 h", "how long is taken").arg(hours(takenMinutes));
    return Tr::tr("%1 / %2 h", "taken, open").arg(hours(takenMinutes), hours(openMinutes));
}

DayColumn columnOf(const DayPlan &plan, const QTimeZone &zone, bool byDay)
{
    DayColumn column;
    column.resource = plan.resource.id;
    column.day = plan.day;
    column.capacity = plan.resource.content.capacity;
    column.right = loadText(plan.takenMinutes, plan.openMinutes);
    column.open = plan.open;
    column.closed = plan.closed;
    if (byDay) {
        const QLocale locale;
        column.name =
            locale.dayName(plan.day.dayOfWeek(), QLocale::ShortFormat) + u' ' + QString::number(plan.day.day());
        const auto holiday = std::find_if(plan.closed.cbegin(), plan.closed.cend(),
                                          [](const ClosedPart &one) { return one.why == ClosedPart::Why::Holiday; });
        column.detail = holiday == plan.closed.cend() ? QString() : holiday->reason;
    } else {
        column.name = plan.resource.content.name;
        column.hue = plan.resource.content.hue;
        column.detail = plan.room;
        if (plan.resource.content.capacity > 1)
            column.detail = Tr::tr("%n at once", nullptr, plan.resource.content.capacity);
        else if (plan.resource.content.kind != ResourceKind::Practitioner)
            column.detail = schedule::nameOf(plan.resource.content.kind);
    }
    for (const Appointment &one : plan.appointments) {
        const Span span{std::max(0, schedule::minuteOf(one.period.from, plan.day, zone)),
                        std::min(DayGeometry::minutes, schedule::minuteOf(one.period.to, plan.day, zone))};
        column.blocks << DayBlock{one, span};
    }
    return column;
}

Hindrance hindrance(const DayColumn &column, const Span &span, const std::optional<AppointmentId> &but, int now)
{
    if (span.to <= now)
        return {Hindrance::Kind::Closed, Tr::tr("Over")};
    if (const DayBlock *one = holder(column, span, but))
        return {Hindrance::Kind::Taken, Tr::tr("%1, %2", "who holds a time, from when to when")
                                            .arg(whoText(one->appointment), spanText(one->span))};
    for (const ClosedPart &part : column.closed) {
        if (Span{part.part.from, part.part.to}.overlaps(span))
            return {Hindrance::Kind::Closed, closedText(part)};
    }
    return {};
}

QString closedText(const ClosedPart &part)
{
    switch (part.why) {
    case ClosedPart::Why::Off:
        return Tr::tr("Not at work");
    case ClosedPart::Why::Break:
        return Tr::tr("Break");
    case ClosedPart::Why::Leave:
        return part.reason.isEmpty() ? Tr::tr("Away") : part.reason;
    case ClosedPart::Why::Holiday:
        return part.reason.isEmpty() ? Tr::tr("Holiday") : part.reason;
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::ui
