#pragma once

#include <QDate>
#include <QList>

namespace xinglin {

/// The parts of a rule of repetition that libical 3.0 reckons wrongly: numbers of weeks in a year (BYWEEKNO), and
/// positions among the days of a week (BYSETPOS). Weeks as RFC 5545 has them: the first of a year is the one with four
/// of its days at least.
struct WeekRule
{
    int interval = 1;     ///< Of years where there are numbers, else of weeks.
    QList<int> numbers;   ///< 1 … 53, from the end -53 … -1; empty: every week.
    QList<int> weekdays;  ///< 1 Monday … 7 Sunday; empty: that of the beginning.
    QList<int> months;    ///< 1 … 12; empty: all.
    QList<int> positions; ///< Among the days of a week, from the end below 0; empty: all.
    int weekStart = 1;    ///< 1 Monday … 7 Sunday.
    bool operator==(const WeekRule &) const = default;
};

/// The days of a rule, year by year or week by week, from the one in which @p start is.
class WeekWalk
{
public:
    WeekWalk(const WeekRule &rule, QDate start);
    /// Those of the next year or week in their order, also those before the start; mostly none.
    QList<QDate> next();
    /// The first day that next() could still give.
    QDate at() const { return m_at; }

private:
    QList<QDate> ofWeek(QDate first) const;

    WeekRule m_rule;
    QDate m_at; ///< Of the next year's first week, or of the next week.
    int m_year = 0;
};

} // namespace xinglin
