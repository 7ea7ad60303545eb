#include "engines/slots/freebusy.h"

#include <algorithm>

namespace xinglin::freebusy {

namespace {

/// So many units are taken from here on.
struct Level
{
    Instant from;
    int units;
};

/// A resource made ready for many questions.
class Timeline
{
public:
    explicit Timeline(const Resource &resource)
        : m_capacity(resource.capacity)
        , m_extra(resource.extra)
        , m_open(merged(resource.open))
        , m_full(merged(resource.full))
    {
        QList<Level> changes;
        changes.reserve(resource.taken.size() * 2);
        for (const Use &use : resource.taken) {
            if (use.period.isValid())
                changes << Level{use.period.from, use.units} << Level{use.period.to, -use.units};
        }
        std::sort(changes.begin(), changes.end(), [](const Level &a, const Level &b) { return a.from < b.from; });
        int units = 0;
        for (const Level &change : std::as_const(changes)) {
            units += change.units;
            if (!m_levels.isEmpty() && m_levels.constLast().from == change.from)
                m_levels.last().units = units;
            else
                m_levels << Level{change.from, units};
        }
    }

    const QList<Period> &open() const { return m_open; }
    bool isOpen(const Period &period) const
    {
        const Period *open = at(m_open, period.from);
        return open != nullptr && period.to <= open->to;
    }
    bool mayBegin(Instant start) const { return at(m_full, start) == nullptr; }
    /// The most that is taken at any moment of @p period.
    int taken(const Period &period) const
    {
        auto level = std::upper_bound(m_levels.cbegin(), m_levels.cend(), period.from,
                                      [](Instant from, const Level &one) { return from < one.from; });
        int most = level == m_levels.cbegin() ? 0 : std::prev(level)->units;
        for (; level != m_levels.cend() && level->from < period.to; ++level)
            most = std::max(most, level->units);
        return most;
    }
    int capacity() const { return m_capacity; }
    int withExtra() const { return m_capacity + m_extra; }

private:
    static const Period *at(const QList<Period> &periods, Instant when)
    {
        const auto after = std::upper_bound(periods.cbegin(), periods.cend(), when,
                                            [](Instant moment, const Period &one) { return moment < one.from; });
        return after != periods.cbegin() && std::prev(after)->contains(when) ? &*std::prev(after) : nullptr;
    }

    int m_capacity;
    int m_extra;
    QList<Period> m_open;
    QList<Period> m_full;
    QList<Level> m_levels;
};

Obstacle obstacleOf(const Timeline &line, const Period &period, const Period &block, int units, bool overbook)
{
    if (!line.isOpen(period))
        return Obstacle::Closed;
    if (!line.mayBegin(period.from))
        return Obstacle::Full;
    const int room = (overbook ? line.withExtra() : line.capacity()) - line.taken(block);
    return units <= room ? Obstacle::None : Obstacle::Taken;
}

Period blockOf(const Period &period, Minutes before, Minutes after)
{
    return {period.from - before, period.to + after};
}

/// Chooses resources for the needs at one time.
class Chooser
{
public:
    Chooser(const QList<Need> &needs, const QList<Timeline> &lines) : m_needs(needs), m_lines(lines) {}

    /// With @p first for the first need; nothing where the rest cannot be met.
    QList<int> choose(int first, const Period &period, const Period &block, bool overbook)
    {
        m_chosen.clear();
        return take(first, period, block, overbook) && chooseRest(period, block, overbook) ? m_chosen : QList<int>();
    }

private:
    bool take(int resource, const Period &period, const Period &block, bool overbook)
    {
        int units = m_needs[m_chosen.size()].units;
        for (qsizetype i = 0; i < m_chosen.size(); ++i) {
            if (m_chosen[i] == resource)
                units += m_needs[i].units;
        }
        if (obstacleOf(m_lines[resource], period, block, units, overbook) != Obstacle::None)
            return false;
        m_chosen << resource;
        return true;
    }
    bool chooseRest(const Period &period, const Period &block, bool overbook)
    {
        if (m_chosen.size() == m_needs.size())
            return true;
        for (const int resource : m_needs[m_chosen.size()].anyOf) {
            if (!take(resource, period, block, overbook))
                continue;
            if (chooseRest(period, block, overbook))
                return true;
            m_chosen.removeLast();
        }
        return false;
    }

    const QList<Need> &m_needs;
    const QList<Timeline> &m_lines;
    QList<int> m_chosen;
};

/// The first step of the grid from @p origin that is not before @p when.
Instant nextStep(Instant origin, Instant when, Minutes step)
{
    if (when <= origin)
        return origin;
    const auto steps = (when - origin + step - std::chrono::milliseconds(1)) / step;
    return origin + steps * step;
}

} // namespace

QList<Period> merged(QList<Period> periods)
{
    periods.removeIf([](const Period &one) { return !one.isValid(); });
    std::sort(periods.begin(), periods.end(), [](const Period &a, const Period &b) { return a.from < b.from; });
    QList<Period> joined;
    for (const Period &one : std::as_const(periods)) {
        if (!joined.isEmpty() && one.from <= joined.constLast().to)
            joined.last().to = std::max(joined.constLast().to, one.to);
        else
            joined << one;
    }
    return joined;
}

QList<Period> without(const QList<Period> &from, const QList<Period> &what)
{
    QList<Period> left;
    auto cut = what.cbegin();
    for (Period rest : from) {
        while (cut != what.cend() && cut->to <= rest.from)
            ++cut;
        for (auto each = cut; each != what.cend() && each->from < rest.to; ++each) {
            if (rest.from < each->from)
                left << Period{rest.from, each->from};
            rest.from = std::max(rest.from, each->to);
        }
        if (rest.isValid())
            left << rest;
    }
    return left;
}

Obstacle obstacle(const Resource &resource, const Period &period, Minutes before, Minutes after, int units,
                  bool overbook)
{
    return obstacleOf(Timeline(resource), period, blockOf(period, before, after), units, overbook);
}

QList<Slot> freeSlots(const Question &question)
{
    QList<Slot> found;
    if (question.needs.isEmpty() || question.duration <= Minutes(0) || question.step <= Minutes(0))
        return found;
    QList<Timeline> lines;
    lines.reserve(question.resources.size());
    for (const Resource &resource : question.resources)
        lines.emplaceBack(resource);
    Chooser chooser(question.needs, lines);
    for (const Period &window : question.within) {
        const qsizetype begun = found.size();
        for (const int first : question.needs.constFirst().anyOf) {
            for (const Period &open : lines[first].open()) {
                const Instant last = std::min(open.to, window.to) - question.duration;
                for (Instant start = nextStep(window.from, std::max(open.from, question.notBefore), question.step);
                     start <= last; start += question.step) {
                    const Period period{start, start + question.duration};
                    const Period block = blockOf(period, question.before, question.after);
                    for (const bool overbook : {false, true}) {
                        QList<int> chosen = chooser.choose(first, period, block, overbook);
                        if (chosen.isEmpty())
                            continue;
                        found << Slot{period, std::move(chosen), overbook};
                        break;
                    }
                }
            }
        }
        std::stable_sort(found.begin() + begun, found.end(),
                         [](const Slot &a, const Slot &b) { return a.period.from < b.period.from; });
    }
    return found;
}

} // namespace xinglin::freebusy
