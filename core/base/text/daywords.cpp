#include "base/text/daywords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::DayWords)
};

} // namespace

QString dayInWords(QDate day)
{
    return QLocale().toString(day, Tr::tr("d MMM yyyy", "a day"));
}

QString momentInWords(Instant moment, const QTimeZone &zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(moment), zone),
                              Tr::tr("d MMM yyyy HH:mm", "a day and a time"));
}

} // namespace xinglin
