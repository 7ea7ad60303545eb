#include "engines/slots/recurrence.h"

#include "engines/slots/weekrules.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <memory>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Recurrence)
};

/// Longer than any that a person or a program writes.
constexpr qsizetype LongestRule = 1000;

icaltimetype toIcal(const QDateTime &time, bool wholeDay)
{
    icaltimetype ical = icaltime_null_time();
    ical.is_date = wholeDay ? 1 : 0;
    ical.year = time.date().year();
    ical.month = time.date().month();
    ical.day = time.date().day();
    ical.hour = time.time().hour();
    ical.minute = time.time().minute();
    ical.second = time.time().second();
    return ical;
}

QDateTime fromIcal(const icaltimetype &ical)
{
    return {QDate(ical.year, ical.month, ical.day), QTime(ical.hour, ical.minute, ical.second), Qt::UTC};
}

/// Each list in its order and no value twice: libical 3.0 takes them as they stand and loses its way otherwise.
template <size_t Size>
void order(short (&list)[Size])
{
    auto *const end = std::find(std::begin(list), std::end(list), short(ICAL_RECURRENCE_ARRAY_MAX));
    std::sort(std::begin(list), end);
    std::fill(std::unique(std::begin(list), end), end, short(ICAL_RECURRENCE_ARRAY_MAX));
}

/// A rule as libical reads it; what it allocated goes with it.
class Rule
{
public:
    explicit Rule(const QByteArray &text) : m_rule(icalrecurrencetype_from_string(text.constData()))
    {
        order(m_rule.by_second);
        order(m_rule.by_minute);
        order(m_rule.by_hour);
        order(m_rule.by_month_day);
        order(m_rule.by_year_day);
        order(m_rule.by_week_no);
        order(m_rule.by_month);
        order(m_rule.by_set_pos);
    }
    ~Rule() { std::free(m_rule.rscale); }
    Rule(const Rule &) = delete;
    Rule &operator=(const Rule &) = delete;

    icalrecurrencetype &operator*() { return m_rule; }

private:
    icalrecurrencetype m_rule;
};

template <size_t Size>
qsizetype count(const short (&list)[Size])
{
    return std::find(std::begin(list), std::end(list), short(ICAL_RECURRENCE_ARRAY_MAX)) - std::begin(list);
}

template <size_t Size>
QList<int> valuesOf(const short (&list)[Size])
{
    QList<int> values;
    for (qsizetype at = 0; at < count(list); ++at)
        values << list[at];
    return values;
}

/// Whether it is reckoned here, and not by libical.
bool isOfWeeks(const icalrecurrencetype &rule)
{
    return count(rule.by_week_no) > 0 || (count(rule.by_set_pos) > 0 && rule.freq == ICAL_WEEKLY_RECURRENCE);
}

WeekRule weekRuleFrom(const icalrecurrencetype &rule)
{
    const auto fromIcal = [](int weekday) { return weekday == ICAL_SUNDAY_WEEKDAY ? 7 : weekday - 1; };
    WeekRule weeks;
    weeks.interval = rule.interval;
    weeks.numbers = valuesOf(rule.by_week_no);
    weeks.months = valuesOf(rule.by_month);
    weeks.positions = valuesOf(rule.by_set_pos);
    for (const int day : valuesOf(rule.by_day)) {
        const int weekday = fromIcal(icalrecurrencetype_day_day_of_week(static_cast<short>(day)));
        if (!weeks.weekdays.contains(weekday))
            weeks.weekdays << weekday;
    }
    weeks.weekStart = fromIcal(rule.week_start);
    return weeks;
}

/// Why it is not read: libical's answer is not to be trusted, as its own cases show, and none is reckoned here.
QString unread(const icalrecurrencetype &rule)
{
    if (rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE ||
        rule.freq == ICAL_HOURLY_RECURRENCE)
        return Tr::tr("What repeats more than once a day is not read.");
    const bool hasTimes = count(rule.by_hour) + count(rule.by_minute) + count(rule.by_second) > 0;
    if (isOfWeeks(rule)) {
        const bool byNumber = count(rule.by_week_no) > 0;
        const QList<int> days = valuesOf(rule.by_day);
        const bool plain = std::none_of(days.cbegin(), days.cend(), [](int day) {
            return icalrecurrencetype_day_position(static_cast<short>(day)) != 0;
        });
        if ((byNumber && (rule.freq != ICAL_YEARLY_RECURRENCE || count(rule.by_set_pos) > 0)) || !plain || hasTimes ||
            count(rule.by_month_day) > 0 || count(rule.by_year_day) > 0)
            return Tr::tr("Weeks are read by their number or with positions of their days, and nothing besides.");
        return {};
    }
    const bool ofDays = (rule.freq == ICAL_MONTHLY_RECURRENCE || rule.freq == ICAL_YEARLY_RECURRENCE) &&
                        count(rule.by_hour) <= 1 && count(rule.by_minute) <= 1 && count(rule.by_second) <= 1;
    if (count(rule.by_set_pos) > 0 && !ofDays)
        return Tr::tr("Positions are read of days only, not of times of a day.");
    return {};
}

struct FreeIterator
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

} // namespace

Result<Recurrence> Recurrence::fromText(const QString &rule)
{
    const QByteArray text = rule.trimmed().toUtf8();
    const auto refused = [&] {
        return Error{Code::Invalid, Tr::tr("This is no rule of repetition."), QStringLiteral("rule"),
                     QString::fromUtf8(text.left(80))};
    };
    if (text.isEmpty() || text.size() > LongestRule)
        return refused();
    icalerror_set_errors_are_fatal(0);
    Rule read(text);
    const icalrecurrencetype &parsed = *read;
    if (parsed.freq == ICAL_NO_RECURRENCE)
        return refused();
    if (const QString why = unread(parsed); !why.isEmpty())
        return Error{Code::Newer, why, QStringLiteral("rule"), QString::fromUtf8(text.left(80))};
    Recurrence made;
    made.m_rule = text;
    made.m_ends = parsed.count > 0 || icaltime_is_null_time(parsed.until) == 0;
    return made;
}

Recurrence Recurrence::weekly(int weekday)
{
    static constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    Recurrence made;
    made.m_rule = QByteArray("FREQ=WEEKLY;BYDAY=") + names.at(static_cast<size_t>(weekday - 1));
    return made;
}

QList<QDateTime> Recurrence::walkWeeks(const QDateTime &start, const QDateTime &from, const QDateTime &until,
                                       qsizetype most) const
{
    Rule read(m_rule);
    const icalrecurrencetype &rule = *read;
    qsizetype left = rule.count > 0 ? rule.count : std::numeric_limits<qsizetype>::max();
    QDateTime last = until.addSecs(-1);
    if (icaltime_is_null_time(rule.until) == 0) {
        QDateTime end = fromIcal(rule.until);
        if (rule.until.is_date != 0)
            end.setTime(QTime(23, 59, 59));
        last = std::min(last, end);
    }
    QList<QDateTime> found;
    WeekWalk walk(weekRuleFrom(rule), start.date());
    while (left > 0 && found.size() < most && walk.at() <= last.date().addDays(7)) {
        for (const QDate &day : walk.next()) {
            const QDateTime at(day, start.time(), Qt::UTC);
            if (at < start || at > last || left == 0 || found.size() >= most)
                continue;
            --left;
            if (at >= from)
                found << at;
        }
    }
    return found;
}

QList<QDateTime> Recurrence::walk(const QDateTime &start, bool wholeDays, const QDateTime &from, const QDateTime &until,
                                  qsizetype most) const
{
    QList<QDateTime> found;
    Rule read(m_rule);
    icalrecurrencetype &rule = *read;
    if (isOfWeeks(rule))
        return walkWeeks(start, from, until, most);
    // Counted here, since libical may give one twice.
    qsizetype left = rule.count > 0 ? rule.count : std::numeric_limits<qsizetype>::max();
    rule.count = 0;
    const Iterator iterator(icalrecur_iterator_new(rule, toIcal(start, wholeDays)));
    if (!iterator)
        return found;
    // Those before are counted, so a rule with a count is walked from its beginning.
    if (left == std::numeric_limits<qsizetype>::max() && from > start)
        icalrecur_iterator_set_start(iterator.get(), toIcal(from, wholeDays));
    QDateTime previous;
    while (found.size() < most && left > 0) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next))
            break;
        const QDateTime at = fromIcal(next);
        if (at >= until)
            break;
        if (at < start || (previous.isValid() && at <= previous))
            continue;
        previous = at;
        --left;
        if (at >= from)
            found << at;
    }
    return found;
}

QList<QDateTime> Recurrence::between(const QDateTime &start, const QDateTime &from, const QDateTime &until,
                                     qsizetype most) const
{
    return walk(start, false, from, until, most);
}

QList<QDate> Recurrence::days(QDate start, QDate first, QDate last) const
{
    const auto midnight = [](QDate day) { return QDateTime(day, QTime(0, 0), Qt::UTC); };
    QList<QDate> found;
    const auto times = walk(midnight(start), true, midnight(first), midnight(last.addDays(1)),
                            std::max<qsizetype>(0, first.daysTo(last) + 1));
    for (const QDateTime &time : times)
        found << time.date();
    return found;
}

} // namespace xinglin
