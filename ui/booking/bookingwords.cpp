#include "ui/booking/bookingwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::BookingWords)
};

constexpr int DaysBack = 90;

} // namespace

std::optional<QDate> typedDay(const QString &typed, QDate from, QDate earliest)
{
    static const QRegularExpression shift(QStringLiteral("^\\s*([+-]\\d{1,4})\\s*$"));
    static const QRegularExpression form(
        QStringLiteral("^\\s*(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?\\s*$"));
    if (const auto match = shift.match(typed); match.hasMatch()) {
        const QDate day = from.addDays(match.captured(1).toInt());
        return earliest.isNull() || day >= earliest ? std::optional(day) : std::nullopt;
    }
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const bool year = !match.captured(1).isEmpty();
    QDate day(year ? match.captured(1).toInt() : from.year(), match.captured(2).toInt(), match.captured(3).toInt());
    if (day.isValid() && !year && !earliest.isNull() && day < earliest) // in December, January is the next one
        day = day.addYears(1);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<int> typedMinute(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})(?:[:：.点]?(\\d{2}))?[点分]?\\s*$"));
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

std::optional<QDateTime> typedTime(const QString &typed, QDate shown, const QTimeZone &zone)
{
    const QStringList parts = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return std::nullopt;
    const auto day =
        parts.size() == 2 ? typedDay(parts.constFirst(), shown, shown.addDays(-DaysBack)) : std::optional(shown);
    const auto minute = typedMinute(parts.constLast());
    if (!day || !minute)
        return std::nullopt;
    return QDateTime(*day, QTime(*minute / 60, *minute % 60), zone);
}

QString timeToType(const QDateTime &time, QDate shown)
{
    const QString clock = time.toString(QStringLiteral("HH:mm"));
    if (time.date() == shown)
        return clock;
    const QString form = time.date().year() == shown.year() ? QStringLiteral("M-d") : QStringLiteral("yyyy-M-d");
    return time.date().toString(form) + u' ' + clock;
}

QString timeInWords(Instant at, QDate today, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(at), zone);
    const QLocale locale;
    QString day = Tr::tr("%1 %2", "weekday, day")
                      .arg(locale.dayName(local.date().dayOfWeek(), QLocale::ShortFormat),
                           locale.toString(local.date(), Tr::tr("d MMM", "day and month of a booking")));
    if (local.date() == today)
        day = Tr::tr("today");
    else if (local.date() == today.addDays(1))
        day = Tr::tr("tomorrow");
    return Tr::tr("%1 %2", "day, time").arg(day, local.toString(QStringLiteral("HH:mm")));
}

QString reasonsInWords(freebusy::Reasons reasons)
{
    using freebusy::Reason;
    QStringList words;
    const auto say = [&](Reason reason, const QString &word) {
        if (reasons.testFlag(reason))
            words << word;
    };
    say(Reason::Soonest, Tr::tr("soonest"));
    say(Reason::UsualResource, Tr::tr("as usual with"));
    say(Reason::HabitualTime, Tr::tr("usual time"));
    say(Reason::HabitualDay, Tr::tr("usual day"));
    return words.mid(0, 2).join(Tr::tr(", "));
}

QString namesOf(const QList<ResourceId> &ids, const QList<Resource> &known)
{
    QStringList names;
    for (const ResourceId id : ids) {
        const auto found =
            std::find_if(known.cbegin(), known.cend(), [&](const Resource &one) { return one.id == id; });
        if (found != known.cend())
            names << found->content.name;
    }
    return names.join(Tr::tr(", "));
}

} // namespace xinglin::ui
