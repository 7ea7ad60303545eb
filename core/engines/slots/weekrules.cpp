#include "engines/slots/weekrules.h"

#include <algorithm>

namespace xinglin {

namespace {

QDate weekOf(QDate day, int weekStart)
{
    return day.addDays(-((day.dayOfWeek() - weekStart + 7) % 7));
}

/// The first week of a year: 4 January is always in it.
QDate firstWeekOf(int year, int weekStart)
{
    return weekOf(QDate(year, 1, 4), weekStart);
}

/// The year to which the week of a day belongs.
int yearOf(QDate day, int weekStart)
{
    if (day >= firstWeekOf(day.year() + 1, weekStart))
        return day.year() + 1;
    return day < firstWeekOf(day.year(), weekStart) ? day.year() - 1 : day.year();
}

} // namespace

WeekWalk::WeekWalk(const WeekRule &rule, QDate start) : m_rule(rule)
{
    if (m_rule.weekdays.isEmpty())
        m_rule.weekdays = {start.dayOfWeek()};
    // In the order of the week.
    const auto place = [&](int weekday) { return (weekday - m_rule.weekStart + 7) % 7; };
    std::sort(m_rule.weekdays.begin(), m_rule.weekdays.end(), [&](int a, int b) { return place(a) < place(b); });
    m_year = yearOf(start, m_rule.weekStart);
    m_at = m_rule.numbers.isEmpty() ? weekOf(start, m_rule.weekStart) : firstWeekOf(m_year, m_rule.weekStart);
}

QList<QDate> WeekWalk::ofWeek(QDate first) const
{
    QList<QDate> days;
    for (const int weekday : m_rule.weekdays) {
        const QDate day = first.addDays((weekday - m_rule.weekStart + 7) % 7);
        if (m_rule.months.isEmpty() || m_rule.months.contains(day.month()))
            days << day;
    }
    if (m_rule.positions.isEmpty())
        return days;
    QList<QDate> chosen;
    for (qsizetype at = 0; at < days.size(); ++at) {
        if (m_rule.positions.contains(at + 1) || m_rule.positions.contains(at - days.size()))
            chosen << days[at];
    }
    return chosen;
}

QList<QDate> WeekWalk::next()
{
    if (m_rule.numbers.isEmpty()) {
        const QList<QDate> days = ofWeek(m_at);
        m_at = m_at.addDays(7 * qint64(m_rule.interval));
        return days;
    }
    const QDate first = firstWeekOf(m_year, m_rule.weekStart);
    const auto weeks = int(first.daysTo(firstWeekOf(m_year + 1, m_rule.weekStart)) / 7);
    QList<QDate> days;
    for (const int number : std::as_const(m_rule.numbers)) {
        const int week = number > 0 ? number : weeks + 1 + number;
        if (week >= 1 && week <= weeks)
            days += ofWeek(first.addDays(7 * (week - 1)));
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    m_year += m_rule.interval;
    m_at = firstWeekOf(m_year, m_rule.weekStart);
    return days;
}

} // namespace xinglin
