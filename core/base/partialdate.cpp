#include "base/partialdate.h"

#include <QRegularExpression>

#include <algorithm>

namespace xinglin {

namespace {

/// Whole months. A month that lacks the day ends them on its last one: 31 January to 28 February is a month
/// (Civil Code of the PRC, article 202).
int monthsBetween(QDate from, QDate to)
{
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return to.day() < std::min(from.day(), to.daysInMonth()) ? months - 1 : months;
}

} // namespace

std::optional<PartialDate> PartialDate::of(int year, int month, int day)
{
    if (year < 1850 || year > 2200 || month < 0 || month > 12 || day < 0 || (day > 0 && month == 0))
        return std::nullopt;
    if (day > 0 && !QDate::isValid(year, month, day))
        return std::nullopt;
    return PartialDate(year, month, day);
}

PartialDate PartialDate::of(QDate date)
{
    return {date.year(), date.month(), date.day()};
}

std::optional<PartialDate> PartialDate::fromText(const QString &text)
{
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{4})(?:\\s*[-/.年]\\s*(\\d{1,2})(?:\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|\\s*月?)|\\s*年?)$"));
    static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    const QString clean = text.normalized(QString::NormalizationForm_KC).trimmed();
    auto match = compact.match(clean);
    if (!match.hasMatch())
        match = parts.match(clean);
    if (!match.hasMatch())
        return std::nullopt;
    const int month = match.captured(2).toInt();
    const int day = match.captured(3).toInt();
    if ((!match.captured(2).isEmpty() && month == 0) || (!match.captured(3).isEmpty() && day == 0))
        return std::nullopt;
    return of(match.captured(1).toInt(), month, day);
}

QDate PartialDate::earliest() const
{
    return QDate(m_year, m_month == 0 ? 1 : m_month, m_day == 0 ? 1 : m_day);
}

QDate PartialDate::latest() const
{
    if (m_day != 0)
        return earliest();
    const int month = m_month == 0 ? 12 : m_month;
    return QDate(m_year, month, QDate(m_year, month, 1).daysInMonth());
}

QString PartialDate::toText() const
{
    QString text = QString::number(m_year);
    if (m_month != 0)
        text += u'-' + QString::number(m_month).rightJustified(2, u'0');
    if (m_day != 0)
        text += u'-' + QString::number(m_day).rightJustified(2, u'0');
    return text;
}

std::optional<Age> ageOn(const PartialDate &birth, QDate on)
{
    if (birth.earliest() > on)
        return std::nullopt;
    const QDate latest = std::min(birth.latest(), on);
    const int most = monthsBetween(birth.earliest(), on);
    const int least = monthsBetween(latest, on);
    return Age{most / 12, most, most / 12 == least / 12};
}

} // namespace xinglin
