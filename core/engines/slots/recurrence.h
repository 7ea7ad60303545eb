#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>

namespace xinglin {

/// A recurrence rule as iCalendar writes it (RFC 5545, 3.3.10), such as "FREQ=WEEKLY;BYDAY=MO,TH". What it means is
/// libical's word, but for numbers of weeks and positions among the days of a week, which its version 3.0 reckons
/// wrongly and which are reckoned here; what else it reckons wrongly is refused rather than a day named that nobody
/// meant.
class Recurrence
{
public:
    /// Refuses (Invalid) what is no rule, and (Newer) what is not read here: more often than daily, positions
    /// (BYSETPOS) of times of a day, numbers of weeks together with other days than those of the week. The rule stands
    /// in the detail.
    static Result<Recurrence> fromText(const QString &rule);
    /// Each week on one day, 1 Monday … 7 Sunday.
    static Recurrence weekly(int weekday);

    QString text() const { return QString::fromLatin1(m_rule); }
    /// It ends by itself: by a count or on a day.
    bool ends() const { return m_ends; }

    /// The occurrences of what began at @p start, those in [@p from, @p until), at most @p most. Clock times without a
    /// zone, carried as UTC; @p start itself is one of them only where the rule says so.
    QList<QDateTime> between(const QDateTime &start, const QDateTime &from, const QDateTime &until,
                             qsizetype most) const;
    /// The same for whole days, both ends included; what the rule says of clock times does not count.
    QList<QDate> days(QDate start, QDate first, QDate last) const;

    bool operator==(const Recurrence &) const = default;

private:
    Recurrence() = default;
    QList<QDateTime> walkWeeks(const QDateTime &start, const QDateTime &from, const QDateTime &until,
                               qsizetype most) const;
    QList<QDateTime> walk(const QDateTime &start, bool wholeDays, const QDateTime &from, const QDateTime &until,
                          qsizetype most) const;

    QByteArray m_rule;
    bool m_ends = false;
};

} // namespace xinglin
