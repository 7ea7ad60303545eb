#pragma once

#include <QDate>
#include <QString>

#include <optional>

/// Where somebody stands in their life with the clinic, and groups of people by conditions. Calculators: no store.
namespace xinglin::segments {

/// Worked out from facts, never typed in. Enquiry: asked and not yet seen; Booked: not yet seen, but expected.
enum class Stage { Enquiry, Booked, FirstVisit, Active, Dormant, Lost };

QString toText(Stage stage); ///< "enquiry", "booked", "first-visit", "active", "dormant", "lost"
std::optional<Stage> stageFrom(const QString &text);
/// The stage's name in the language of the program.
QString nameOf(Stage stage);

/// What a stage follows from.
struct Facts
{
    bool booked = false; ///< A booking lies ahead.
    bool deceased = false;
    int visits = 0;
    std::optional<QDate> lastVisit; ///< Missing where there was none.
    bool operator==(const Facts &) const = default;
};

/// The clinic's policy: whole days since the last visit, both counted in.
struct Thresholds
{
    int activeDays = 90;   ///< So long after a visit a patient is one who comes.
    int dormantDays = 365; ///< So long after it they may still be expected; where it is below activeDays nobody is.
    bool operator==(const Thresholds &) const = default;
};

/// Nothing for the dead: nobody waits for them. One visit within the active days: FirstVisit; several: Active; up to
/// the dormant days Dormant; longer ago Lost. A last visit after @p today counts as one of today.
std::optional<Stage> stageOf(const Facts &facts, QDate today, const Thresholds &thresholds);
/// The rule of one stage in a sentence, with the clinic's days.
QString ruleOf(Stage stage, const Thresholds &thresholds);

} // namespace xinglin::segments
