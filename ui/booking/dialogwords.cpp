#include "ui/booking/dialogwords.h"

#include <QCoreApplication>
#include <QLocale>

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
