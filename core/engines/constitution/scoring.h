#pragma once

#include "engines/constitution/questionnaire.h"

namespace xinglin::constitution {

/// By id of the item.
using Answers = QMap<QString, int>;

enum class Decision { No, Tendency, BasicallyYes, Yes };
QString toText(Decision decision); ///< "no", "tendency", "basically_yes", "yes"
std::optional<Decision> decisionFrom(const QString &text);

/// What came out for one type.
struct Score
{
    QString type;
    int raw = 0;                       ///< Sum of the answers, reversed ones as 6 − answer.
    std::optional<double> transformed; ///< 0 … 100, not rounded; the form for elderly people has none.
    Decision decision = Decision::No;
    bool operator==(const Score &) const = default;
};

/// What is wrong with an answer, or that there is none.
struct Problem
{
    enum class Kind { Unknown, OtherSex, OutOfRange, Missing };
    Kind kind = Kind::Missing;
    QString item;
    bool operator==(const Problem &) const = default;
};

/// Everything that stands in the way of scoring; what was given first, then what is missing, in the order it is asked.
QList<Problem> problems(const Questionnaire &questionnaire, std::optional<Sex> sex, const Answers &answers);

/// The nine scores in the order of the types. Invalid with the place ("answers.ccmq_fatigue") where an answer is not
/// one; with all missing items where some are; with "sex" where the form needs to know it.
Result<QList<Score>> score(const Definition &definition, Form form, std::optional<Sex> sex, const Answers &answers);

/// The decisions on scores by type: transformed ones for the standard form, sums for that of elderly people. Compared
/// unrounded: 39.29 is a tendency. Types that are not among the values are left out.
QMap<QString, Decision> decide(const Definition &definition, Form form, const QMap<QString, double> &values);

/// Where the score lies between the least (0) and the most (100) that its answers could give: the transformed score
/// itself, and what makes the form for elderly people comparable with it in a picture.
double position(const Definition &definition, Form form, const Score &score);

/// "气虚质，倾向血瘀质", "Qi-deficiency, tends to blood-stasis": what is there, the highest score first.
Words summary(const Definition &definition, Form form, const QList<Score> &scores);

/// The types that are there, for advice: yes before tendency, each with the highest score first.
QStringList found(const Definition &definition, Form form, const QList<Score> &scores);

} // namespace xinglin::constitution
