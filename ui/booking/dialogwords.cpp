#include "ui/booking/dialogwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::DialogWords)
};

QDateTime localOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), zone);
}

} // namespace

std::optional<QDate> typedDay(const QString &typed, QDate from)
{
    static const QRegularExpression shift(QStringLiteral("^\\s*\\+(\\d{1,3})\\s*$"));
    static const QRegularExpression form(
        QStringLiteral("^\\s*(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?\\s*$"));
    if (const auto match = shift.match(typed); match.hasMatch())
        return from.addDays(match.captured(1).toInt());
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const bool year = !match.captured(1).isEmpty();
    QDate day(year ? match.captured(1).toInt() : from.year(), match.captured(2).toInt(), match.captured(3).toInt());
    if (day.isValid() && !year && day < from)
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

QString dayWords(QDate day)
{
    const QLocale locale;
    return Tr::tr("%1 %2", "weekday, day")
        .arg(locale.dayName(day.dayOfWeek(), QLocale::ShortFormat),
             locale.toString(day, Tr::tr("d MMM", "day and month of an appointment")));
}

QString clockWords(Instant at, const QTimeZone &zone)
{
    return localOf(at, zone).toString(QStringLiteral("HH:mm"));
}

QString whenWordsOf(Instant at, const QTimeZone &zone)
{
    return Tr::tr("%1 %2", "day, time").arg(dayWords(localOf(at, zone).date()), clockWords(at, zone));
}

} // namespace xinglin::ui
