#include "engines/slots/ranking.h"

#include "engines/slots/roster.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace xinglin::freebusy {

namespace {

constexpr int NearHabit = 30; // minutes
constexpr int DayMinutes = 1440;
constexpr double OtherResource = 4; // hours
constexpr double DayApart = 0.5;    // hours

double hours(std::chrono::milliseconds span)
{
    return std::chrono::duration<double, std::ratio<3600>>(span).count();
}

qint64 overlapOf(const QList<Period> &periods, const Period &with)
{
    qint64 sum = 0;
    for (const Period &one : periods) {
        const Period both{std::max(one.from, with.from), std::min(one.to, with.to)};
        if (both.isValid())
            sum += toMs(both.to) - toMs(both.from);
    }
    return sum;
}

/// Days of a resource, looked at once each.
class Days
{
public:
    Days(const Question &question, const QTimeZone &zone) : m_zone(zone)
    {
        for (const Resource &resource : question.resources) {
            QList<Period> taken;
            for (const Use &use : resource.taken)
                taken << use.period;
            m_open << merged(resource.open);
            m_taken << merged(taken);
        }
    }
    /// How much of the open hours of that day is taken, 0 to 1.
    double load(int resource, QDate day)
    {
        const auto key = qMakePair(resource, day);
        if (const auto known = m_load.constFind(key); known != m_load.constEnd())
            return *known;
        const Period whole = civilDayOf(day, m_zone);
        const qint64 open = overlapOf(m_open[resource], whole);
        const qint64 free = overlapOf(without(m_open[resource], m_taken[resource]), whole);
        const double load = open > 0 ? 1 - static_cast<double>(free) / static_cast<double>(open) : 0;
        m_load.insert(key, load);
        return load;
    }
    /// How long the resource has been free before @p start.
    std::chrono::milliseconds gapBefore(int resource, Instant start) const
    {
        const auto &open = m_open[resource];
        const auto &taken = m_taken[resource];
        const auto opened = std::upper_bound(open.cbegin(), open.cend(), start,
                                             [](Instant at, const Period &one) { return at < one.from; });
        const auto ended = std::upper_bound(taken.cbegin(), taken.cend(), start,
                                            [](Instant at, const Period &one) { return at < one.to; });
        Instant since = Instant::min();
        if (opened != open.cbegin())
            since = std::prev(opened)->from;
        if (ended != taken.cbegin())
            since = std::max(since, std::prev(ended)->to);
        return since == Instant::min() ? std::chrono::milliseconds(0) : start - since;
    }

private:
    QTimeZone m_zone;
    QList<QList<Period>> m_open;
    QList<QList<Period>> m_taken;
    QHash<QPair<int, QDate>, double> m_load;
};

/// The first of them, none next to another of the same resource.
QList<Ranked> spread(const QList<Ranked> &ranked, std::chrono::milliseconds apart, int most)
{
    QList<Ranked> chosen;
    for (const Ranked &one : ranked) {
        if (chosen.size() >= most)
            break;
        const bool near = std::any_of(chosen.cbegin(), chosen.cend(), [&](const Ranked &other) {
            return other.slot.chosen.constFirst() == one.slot.chosen.constFirst() &&
                   std::chrono::abs(other.slot.period.from - one.slot.period.from) < apart;
        });
        if (!near)
            chosen << one;
    }
    return chosen;
}

} // namespace

QList<Ranked> rank(const QList<Slot> &free, const Question &question, const Wishes &wishes, const QTimeZone &zone,
                   const Weights &weights)
{
    Days days(question, zone);
    QList<Ranked> ranked;
    ranked.reserve(free.size());
    Instant soonest = Instant::max();
    for (const Slot &slot : free)
        soonest = std::min(soonest, slot.period.from);
    for (const Slot &slot : free) {
        const int resource = slot.chosen.constFirst();
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(slot.period.from), zone);
        const int minute = local.time().msecsSinceStartOfDay() / 60'000;
        Ranked one{slot, weights.perHour * hours(slot.period.from - question.notBefore), {}};
        const auto unless = [&one](bool holds, Reason reason, double weight) {
            if (holds)
                one.reasons |= reason;
            else
                one.cost += weight;
        };
        if (wishes.usual)
            unless(resource == *wishes.usual, Reason::UsualResource, weights.otherResource);
        if (wishes.ofSex)
            unless(wishes.ofSex->contains(resource), Reason::WishedSex, weights.otherSex);
        if (wishes.habitualDay)
            unless(local.date().dayOfWeek() == *wishes.habitualDay, Reason::HabitualDay, weights.otherDay);
        if (wishes.habitualMinute) {
            const int apart = std::abs(minute - *wishes.habitualMinute);
            const int off = std::min(apart, DayMinutes - apart);
            one.reasons.setFlag(Reason::HabitualTime, off <= NearHabit);
            one.cost += std::min(weights.mostOffHabit, weights.perHourOffHabit * off / 60);
        }
        one.reasons.setFlag(Reason::Soonest, slot.period.from == soonest);
        const auto gap = days.gapBefore(resource, slot.period.from - question.before);
        unless(gap <= std::chrono::milliseconds(0), Reason::NoGap,
               gap < question.duration + question.before + question.after ? weights.gap : 0);
        one.cost += weights.fullDay * days.load(resource, local.date());
        if (slot.overbooked)
            one.cost += weights.overbooked;
        ranked << one;
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.cost != b.cost ? a.cost < b.cost : a.slot.period.from < b.slot.period.from;
    });
    return ranked;
}

QList<Ranked> proposals(const QList<Slot> &free, const Question &question, const Wishes &wishes, const QTimeZone &zone,
                        int most, const Weights &weights)
{
    return spread(rank(free, question, wishes, zone, weights), std::max(question.duration, Minutes(60)), most);
}

namespace {

/// Those with the lowest cost, apart from each other. @p distance in hours, of the beginning of a slot.
template <class F>
QList<Slot> closest(const QList<Slot> &free, const Question &question, std::optional<int> usual, int most, F distance)
{
    QList<Ranked> ranked;
    ranked.reserve(free.size());
    for (const Slot &slot : free) {
        const bool other = usual && slot.chosen.constFirst() != *usual;
        ranked << Ranked{slot, distance(slot.period.from) + (other ? OtherResource : 0), {}};
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.cost < b.cost; });
    QList<Slot> found;
    for (const Ranked &one : spread(ranked, question.duration, most))
        found << one.slot;
    return found;
}

} // namespace

QList<Slot> nearest(const QList<Slot> &free, const Question &question, Instant wanted, std::optional<int> usual,
                    int most)
{
    return closest(free, question, usual, most,
                   [wanted](Instant from) { return hours(std::chrono::abs(from - wanted)); });
}

QList<Slot> mostAlike(const QList<Slot> &free, const Question &question, Instant wanted, std::optional<int> usual,
                      const QTimeZone &zone, int most)
{
    const QDateTime like = QDateTime::fromMSecsSinceEpoch(toMs(wanted), zone);
    return closest(free, question, usual, most, [&](Instant from) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMs(from), zone);
        return std::abs(like.time().msecsTo(at.time())) / 3'600'000.0 +
               DayApart * static_cast<double>(std::abs(like.date().daysTo(at.date())));
    });
}

} // namespace xinglin::freebusy
