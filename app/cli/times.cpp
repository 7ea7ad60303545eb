#include "app/cli/times.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Times)
};

} // namespace

std::optional<Instant> instantFromText(const QString &text, const QTimeZone &zone, bool endOfDay)
{
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        return instantFromMs((endOfDay ? day.endOfDay(zone) : day.startOfDay(zone)).toMSecsSinceEpoch());
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), zone);
    return instantFromMs(time.toMSecsSinceEpoch());
}

std::optional<Instant> minuteFromText(const QString &text, const QTimeZone &zone)
{
    const auto instant = text.size() > 10 ? instantFromText(text, zone, false) : std::nullopt;
    return instant && toMs(*instant) % 60'000 == 0 ? instant : std::nullopt;
}

QString wrongTime(const QString &text)
{
    return Tr::tr("“%1” is no time such as 2026-03-12 or 2026-03-12T10:30.").arg(text);
}

QString isoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString isoText(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), zone).toString(Qt::ISODate);
}

} // namespace xinglin::cli
