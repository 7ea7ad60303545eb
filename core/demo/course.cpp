#include "demo/course.h"

#include "demo/draw.h"

#include <algorithm>
#include <cmath>

namespace xinglin::demo {

namespace {

constexpr int AdultFrom = 18;
constexpr int PressureFrom = 35;
constexpr int ChildUntil = 14;

Outcome drawOutcome(Random &random)
{
    const double part = random.unit();
    if (part < 0.25)
        return Outcome::Healed;
    if (part < 0.65)
        return Outcome::MuchBetter;
    return part < 0.90 ? Outcome::Better : Outcome::NoBetter;
}

/// The score at the last visit that makes the outcome what it is; @p before is at least 4.
int lastScore(Random &random, Outcome outcome, int before)
{
    const int most70 = before * 3 / 10; // as much is left where the index is just 70 %
    const int most30 = before * 7 / 10;
    switch (outcome) {
    case Outcome::Healed:
        return 0;
    case Outcome::MuchBetter:
        return draw(random, 1, most70);
    case Outcome::Better:
        return draw(random, most70 + 1, most30);
    case Outcome::NoBetter:
        return draw(random, most30 + 1, before);
    }
    Q_UNREACHABLE();
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

double within(Random &random, double from, double to)
{
    return from + (to - from) * random.unit();
}

/// Collects numbers under the units of the form.
class Sheet
{
public:
    explicit Sheet(const forms::Form &form) : m_form(form) {}

    void put(const QString &item, double number)
    {
        const forms::Item *known = m_form.item(item);
        Answer answer;
        answer.item = item;
        answer.number = rounded(number, known->decimals);
        answer.unit = known->unit;
        m_answers.insert(item, answer);
    }
    bool has(const QString &item) const { return m_answers.contains(item); }

    QList<Answer> inOrder() const
    {
        QList<Answer> answers;
        for (const forms::Item &item : m_form.sections.constFirst().items)
            if (has(item.code))
                answers << m_answers[item.code];
        return answers;
    }

private:
    const forms::Form &m_form;
    QHash<QString, Answer> m_answers;
};

} // namespace

double Course::way(int ordinal) const
{
    if (visits < 2 || ordinal <= 0)
        return 0;
    const double part = std::min(1.0, static_cast<double>(ordinal) / (visits - 1));
    return 1 - (1 - part) * (1 - part); // most is gained early
}

int Course::score(int ordinal) const
{
    return static_cast<int>(std::lround(before + (after - before) * way(ordinal)));
}

Course drawCourse(Random &random, const Case &illness, int visits)
{
    Course course;
    course.visits = visits;
    course.outcome = drawOutcome(random);
    course.before = draw(random, 4, 9);
    course.after = lastScore(random, course.outcome, course.before);
    const double relief = static_cast<double>(course.before - course.after) / course.before;
    for (const Case::Measure &measure : illness.measures) {
        // Where it hurts, the pain is the chief complaint.
        const bool pain = measure.item == QStringLiteral("scale.pain");
        const double first = pain ? course.before : within(random, measure.startLow, measure.startHigh);
        const double best = within(random, measure.endLow, measure.endHigh);
        course.measures.append({first, first + (best - first) * relief});
    }
    return course;
}

void retell(VisitNote &note, const Case &illness, const Course &course, int ordinal)
{
    if (ordinal == 0)
        return;
    if (course.outcome == Outcome::NoBetter) {
        note.complaint = QStringLiteral("复诊：诸症同前，未见明显减轻。");
        note.history = QStringLiteral("药后无不适，主症如前，守法再进并加减用药。");
        note.inspection = QStringLiteral("神色如前。");
    } else if (course.outcome == Outcome::Healed && ordinal == course.visits - 1) {
        note.complaint = QStringLiteral("复诊：") + illness.course.constLast();
    } else if (course.outcome == Outcome::Better && ordinal > 1) {
        note.complaint = QStringLiteral("复诊：较初诊减轻，时有反复。");
        note.history = QStringLiteral("服药无不适，症状时轻时重，总体较前好转。");
    }
}

QList<Answer> measuresAt(Random &random, const Case &illness, const Course &course, const Body &body,
                         const Occasion &occasion, const Catalog &catalog)
{
    Sheet sheet(catalog.visitForm);
    const double way = course.way(occasion.ordinal);
    for (qsizetype i = 0; i < illness.measures.size(); ++i) {
        const auto &[first, last] = course.measures[i];
        sheet.put(illness.measures[i].item, first + (last - first) * way);
    }
    const bool first = occasion.ordinal == 0;
    const int age = static_cast<int>(occasion.years);
    const bool adult = age >= AdultFrom;
    if (!sheet.has(QStringLiteral("vital.systolic")) && adult &&
        ((first && age >= PressureFrom) || occasion.treated || chance(random, 0.25))) {
        const Pressure pressure = pressureOf(body, age, occasion.treated);
        sheet.put(QStringLiteral("vital.systolic"), pressure.systolic + draw(random, -4, 4));
        sheet.put(QStringLiteral("vital.diastolic"), pressure.diastolic + draw(random, -3, 3));
    }
    if (first && !sheet.has(QStringLiteral("vital.temperature")) && chance(random, 0.4))
        sheet.put(QStringLiteral("vital.temperature"), within(random, 36.2, 36.8));
    const bool child = age < ChildUntil;
    if (child || (first && chance(random, 0.5)))
        sheet.put(QStringLiteral("vital.weight"),
                  weightOf(body, occasion.sex, occasion.years) * within(random, 0.985, 1.015));
    if ((child && first) || (occasion.firstEver && chance(random, 0.5)))
        sheet.put(QStringLiteral("vital.height"), heightOf(body, occasion.sex, occasion.years));
    sheet.put(QStringLiteral("scale.complaint"), course.score(occasion.ordinal));
    return sheet.inOrder();
}

void quicken(VisitNote &note, int age)
{
    for (Answer &answer : note.answers)
        if (answer.item == QStringLiteral("pulse.rate") && answer.number && age < ChildUntil)
            *answer.number += 3 * (ChildUntil - age);
}

} // namespace xinglin::demo
