#pragma once

#include "demo/body.h"
#include "demo/cases.h"

namespace xinglin::demo {

/// What came of an illness, by the efficacy index (score before - score after) / score before: healed from 95 %, much
/// better from 70 %, better from 30 %, else no better. Source: the nimodipine method of 中药新药临床研究指导原则
/// (2002).
enum class Outcome { Healed, MuchBetter, Better, NoBetter };

/// One illness of one person over its visits.
struct Course
{
    Outcome outcome = Outcome::Better;
    int visits = 1;                        ///< That will be made.
    int before = 6;                        ///< Score of the chief complaint, 0 to 10, at the first visit …
    int after = 3;                         ///< … and at the last.
    QList<QPair<double, double>> measures; ///< First and last value of each of the case's.

    /// Of the way from the first state to the last; never falls, 0 at the first visit and 1 at the last.
    double way(int ordinal) const;
    /// Score at a visit.
    int score(int ordinal) const;
};

/// Draws how @p illness goes in @p visits visits; shares of the outcomes: see demo.h.
Course drawCourse(Random &random, const Case &illness, int visits);

/// Tells the note of a later visit otherwise where the illness did not go as the case's own words say: faster, slower
/// or not at all.
void retell(VisitNote &note, const Case &illness, const Course &course, int ordinal);

/// Who is measured, and when.
struct Occasion
{
    Sex sex = Sex::Unknown;
    double years = 0;       ///< Of age.
    bool treated = false;   ///< For high blood pressure.
    bool firstEver = false; ///< Their first visit of all.
    int ordinal = 0;        ///< Within the illness.
};
/// What is measured at a visit, in the order of the form: what the case is about and the score of the chief complaint
/// always; blood pressure at the first visit from 35 years on (基层高血压防治: 35 岁以上首诊测血压) and of the treated;
/// the weight of children always, for it sets the dose.
QList<Answer> measuresAt(Random &random, const Case &illness, const Course &course, const Body &body,
                         const Occasion &occasion, const Catalog &catalog);

/// Children's hearts beat faster than the case says: three a minute for each year under fourteen.
void quicken(VisitNote &note, int age);

} // namespace xinglin::demo
