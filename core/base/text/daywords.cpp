#include "base/text/daywords.h"

#include "base/partialdate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

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

std::optional<QDate> dayFromText(const QString &text, QDate today)
{
    const QString typed = text.trimmed().toLower();
    if (typed == u"今天" || typed == u"today" || typed == u"0")
        return today;
    if (typed == u"昨天" || typed == u"yesterday")
        return today.addDays(-1);
    if (typed == u"前天")
        return today.addDays(-2);
    static const QRegularExpression back(QStringLiteral("^-(\\d{1,4})$"));
    if (const auto match = back.match(typed); match.hasMatch())
        return today.addDays(-match.captured(1).toInt());
    static const QRegularExpression monthAndDay(QStringLiteral("^(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?$"));
    if (const auto match = monthAndDay.match(typed); match.hasMatch()) {
        // 29 February may lie some years back.
        for (int year = today.year(); year > today.year() - 8; --year) {
            const QDate day(year, match.captured(1).toInt(), match.captured(2).toInt());
            if (day.isValid() && day <= today)
                return day;
        }
        return std::nullopt;
    }
    static const QRegularExpression dayAlone(QStringLiteral("^(\\d{1,2})\\s*[日号]?$"));
    if (const auto match = dayAlone.match(typed); match.hasMatch()) {
        for (int months = 0; months < 2; ++months) {
            const QDate month = QDate(today.year(), today.month(), 1).addMonths(-months);
            const QDate day(month.year(), month.month(), match.captured(1).toInt());
            if (day.isValid() && day <= today)
                return day;
        }
        return std::nullopt;
    }
    const auto whole = PartialDate::fromText(typed);
    if (!whole || !whole->isFull() || whole->earliest() > today)
        return std::nullopt;
    return whole->earliest();
}

} // namespace xinglin
