#include "demo/plan.h"

#include "demo/draw.h"

#include <algorithm>
#include <cmath>

namespace xinglin::demo {

namespace {

/// Whole years; for younger children there is no case.
constexpr int Youngest = 3;

enum class Season { Matters, DoesNot };

bool fits(const Case &illness, const Person &person, QDate day, Season season)
{
    const int age = ageOf(person, day);
    if (age < illness.youngest || age > illness.oldest || (illness.sex && *illness.sex != person.draft.sex))
        return false;
    return season == Season::DoesNot || illness.months.isEmpty() || illness.months.contains(day.month());
}

/// Index of a case that fits, by weight; nullopt where none does.
std::optional<qsizetype> choose(Random &random, const QList<Case> &cases, const Person &person, QDate day,
                                Season season = Season::Matters)
{
    int weight = 0;
    for (const Case &illness : cases)
        if (fits(illness, person, day, season))
            weight += illness.weight;
    if (weight == 0)
        return std::nullopt;
    auto left = static_cast<int>(random.below(static_cast<quint64>(weight)));
    for (qsizetype index = 0; index < cases.size(); ++index) {
        if (!fits(cases[index], person, day, season))
            continue;
        left -= cases[index].weight;
        if (left < 0)
            return index;
    }
    return std::nullopt;
}

QDate open(QDate day)
{
    return day.dayOfWeek() == Qt::Monday ? day.addDays(-1) : day;
}

/// The day a new illness brings somebody: three in twenty of those at work wait for Saturday or Sunday.
QDate freeDay(Random &random, const Person &person, QDate day, QDate until)
{
    const int age = ageOf(person, day);
    if (age < 22 || age > 59 || !chance(random, 0.15) || day.dayOfWeek() >= Qt::Saturday)
        return day;
    const QDate weekend = day.addDays(draw(random, Qt::Saturday, Qt::Sunday) - day.dayOfWeek());
    return weekend <= until ? weekend : day;
}

int visitsOfIllness(Random &random, const Case &illness)
{
    const auto most = static_cast<int>(illness.course.size()) + 1;
    int visits = 1;
    while (visits < most && chance(random, 0.72))
        ++visits;
    return visits;
}

} // namespace

QList<PlannedVisit> planVisits(Random &random, const QList<Person> &people, const QList<Case> &cases, QDate from,
                               QDate until)
{
    QList<PlannedVisit> visits;
    SeededRandom habits(random.next());
    for (qsizetype person = 0; person < people.size(); ++person) {
        const int practitioner = chance(random, 0.6) ? 0 : 1;
        const QDate start = std::max(from, people[person].birth.addYears(Youngest));
        const auto span = static_cast<double>(start.daysTo(until));
        QDate day = open(start.addDays(static_cast<qint64>(std::lround(span * std::sqrt(random.unit())))));
        bool first = true;
        bool pregnant = false;
        if (day < start) // a Monday
            day = day.addDays(2);
        day = freeDay(habits, people[person], day, until);
        while (day <= until && !pregnant) {
            auto illness = choose(random, cases, people[person], day);
            if (!illness && first)
                illness = choose(random, cases, people[person], day, Season::DoesNot);
            first = false;
            if (!illness)
                break;
            const Case &chosen = cases[*illness];
            pregnant = chosen.pregnant;
            const int count = visitsOfIllness(random, chosen);
            const qsizetype before = visits.size();
            for (int ordinal = 0; ordinal < count && day <= until; ++ordinal) {
                visits.append({day, person, *illness, ordinal, 1, practitioner});
                day = open(day.addDays(draw(random, chosen.shortestInterval, chosen.longestInterval)));
                if (day <= visits.constLast().day)
                    day = visits.constLast().day.addDays(2);
            }
            for (qsizetype index = before; index < visits.size(); ++index)
                visits[index].visits = static_cast<int>(visits.size() - before);
            day = freeDay(habits, people[person], open(day.addDays(draw(random, 40, 420))), until);
        }
    }
    std::stable_sort(visits.begin(), visits.end(),
                     [](const PlannedVisit &one, const PlannedVisit &other) { return one.day < other.day; });
    return visits;
}

} // namespace xinglin::demo
