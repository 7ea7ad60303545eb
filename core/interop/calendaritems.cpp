#include "interop/calendaritems.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Calendar)
};

using Outcome = batch::Line::Outcome;
using freebusy::DayPart;
using freebusy::Exception;

constexpr int minutesInDay = 1440;
constexpr qsizetype keyBytes = 16;
constexpr qsizetype longestUid = 200;
constexpr qsizetype longestUuid = 36;
const QString ourEnding = QStringLiteral("@xinglin");

/// By its uid and which of a series it is; without a uid by what it is called and when it is.
QByteArray keyOf(const IcalEvent &event, const IcalTime &time)
{
    QString text = event.uid + u'\n' + time.key;
    if (event.uid.isEmpty())
        text =
            event.summary + u'\n' + time.first.toString(Qt::ISODate) + u'\n' + QString::number(toMs(time.period.from));
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(keyBytes);
}

std::optional<Uuid> ourIdOf(const IcalEvent &event)
{
    return event.uid.endsWith(ourEnding) ? Uuid::fromString(event.uid.left(longestUuid)) : std::nullopt;
}

/// Why none of an event's times is brought in.
QString whyNone(const IcalEvent &event)
{
    if (event.status == u"CANCELLED")
        return Tr::tr("It is cancelled.");
    if (!event.busy)
        return Tr::tr("It takes up no time (TRANSP:TRANSPARENT).");
    if (!event.times.isEmpty())
        return {};
    if (event.after)
        return Tr::tr("It is more than two years ahead.");
    return event.before ? Tr::tr("It is over.") : Tr::tr("All of its times were changed or left out.");
}

QList<batch::Line> toldOf(const IcalEvent &event, const IcalWindow &window)
{
    QList<batch::Line> told;
    for (const IcalRemark &remark : event.remarks) {
        batch::Line line = lineOf(event, Outcome::Repaired, remark.value, remark.why);
        line.line = remark.line;
        line.column = remark.property;
        told << line;
    }
    if (event.times.isEmpty())
        return told;
    if (event.before)
        told << lineOf(event, Outcome::Aside, event.uid.left(longestUid),
                       Tr::tr("What is over by now was left out of the series."));
    if (event.after) {
        const QString day = QLocale().toString(civilDay(window.until, window.zone), QLocale::ShortFormat);
        told << lineOf(event, Outcome::Aside, event.uid.left(longestUid),
                       Tr::tr("The series goes on; it is brought in up to %1, two years ahead.").arg(day));
    }
    return told;
}

void addEvent(QList<CalendarItem> &items, const IcalEvent &event, qsizetype place, const IcalWindow &window)
{
    CalendarItem item;
    item.line = event.line;
    item.event = place;
    item.ourId = ourIdOf(event);
    item.told = toldOf(event, window);
    if (const QString why = whyNone(event); !why.isEmpty()) {
        item.rejected = lineOf(event, Outcome::Rejected, event.uid.left(longestUid), why);
        items << item;
        return;
    }
    for (const IcalTime &time : event.times) {
        item.time = time;
        item.key = keyOf(event, time);
        items << item;
        item.told.clear();
    }
}

} // namespace

batch::Line lineOf(const IcalEvent &event, Outcome outcome, const QString &value, const QString &why)
{
    return {0, event.line, outcome, event.summary.left(longestUid), {}, value, why, {}};
}

QString shownTime(const IcalTime &time, const QTimeZone &zone)
{
    if (time.wholeDays)
        return time.first.toString(Qt::ISODate);
    return QDateTime::fromMSecsSinceEpoch(toMs(time.period.from), zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QList<CalendarItem> calendarItems(const IcalFile &file, const IcalWindow &window)
{
    QList<CalendarItem> items;
    for (qsizetype place = 0; place < file.events.size(); ++place)
        addEvent(items, file.events[place], place, window);
    for (const IcalRefusal &refused : file.refused) {
        CalendarItem item;
        item.line = refused.line;
        item.rejected = {0,
                         refused.line,
                         Outcome::Rejected,
                         refused.summary,
                         refused.property,
                         refused.property.isEmpty() ? refused.uid.left(longestUid) : refused.value,
                         refused.why,
                         {}};
        items << item;
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const CalendarItem &a, const CalendarItem &b) { return a.line < b.line; });
    return items;
}

QList<Exception> blockedBy(const IcalTime &time, const QTimeZone &zone)
{
    constexpr auto kind = Exception::Kind::Away;
    if (time.wholeDays)
        return {{kind, time.first, time.last, {}}};
    if (!time.period.isValid())
        return {};
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(toMs(time.period.from), zone);
    // The last moment of it, so that an end at midnight is the day before; and its minute whole.
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(toMs(time.period.to) - 1, zone);
    const QDate first = from.date();
    const int begins = from.time().hour() * 60 + from.time().minute();
    const int ends = last.time().hour() * 60 + last.time().minute() + 1;
    const qint64 days = first.daysTo(last.date());
    if (days == 0 && begins == 0 && ends == minutesInDay)
        return {{kind, first, first, {}}};
    if (days == 0)
        return {{kind, first, first, DayPart{begins, std::max(begins + 1, ends)}}}; // clocks may go back meanwhile
    QList<Exception> parts;
    QDate whole = first;
    if (begins > 0) {
        parts << Exception{kind, first, first, DayPart{begins, minutesInDay}};
        whole = first.addDays(1);
    }
    const bool toTheEnd = ends == minutesInDay;
    const QDate lastWhole = toTheEnd ? last.date() : last.date().addDays(-1);
    if (whole <= lastWhole)
        parts << Exception{kind, whole, lastWhole, {}};
    if (!toTheEnd)
        parts << Exception{kind, last.date(), last.date(), DayPart{0, ends}};
    return parts;
}

} // namespace xinglin::interop
