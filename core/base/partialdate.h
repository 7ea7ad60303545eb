#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace xinglin {

/// A date known to the year, the month or the day, as birth dates often are.
class PartialDate
{
public:
    /// nullopt where the parts make no date. Years 1850 to 2200.
    static std::optional<PartialDate> of(int year, int month = 0, int day = 0);
    static PartialDate of(QDate date);
    /// Reads "1979", "1979-08", "1979-08-21", "19790821", also with / . or 年月日 between; nullopt for anything else.
    static std::optional<PartialDate> fromText(const QString &text);

    int year() const { return m_year; }
    int month() const { return m_month; } ///< 0: not known
    int day() const { return m_day; }     ///< 0: not known
    bool isFull() const { return m_day != 0; }
    QDate earliest() const;
    QDate latest() const;
    /// ISO 8601 with the parts that are known: "1979", "1979-08", "1979-08-21".
    QString toText() const;
    auto operator<=>(const PartialDate &) const = default;

private:
    PartialDate(int year, int month, int day) : m_year(year), m_month(month), m_day(day) {}
    int m_year;
    int m_month;
    int m_day;
};

/// A person's age on a day, from a birth date that may be partial.
struct Age
{
    int years = 0;
    int months = 0;     ///< Whole months; shown instead of years under two years.
    bool exact = false; ///< False where the birth date leaves room for another number of years.
    bool operator==(const Age &) const = default;
};

/// nullopt where @p on lies before the birth. 虚岁 is not used.
std::optional<Age> ageOn(const PartialDate &birth, QDate on);

} // namespace xinglin
