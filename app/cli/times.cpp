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

QString wrongTime(const QString &text)
{
    return Tr::tr("“%1” is no time such as 2026-03-12 or 2026-03-12T10:30.").arg(text);
}

QString isoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace xinglin::cli
