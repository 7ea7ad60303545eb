#pragma once

#include "engines/slots/freebusy.h"

#include <QFlags>
#include <QSet>
#include <QTimeZone>

#include <optional>

/// Which of many free times to offer a patient first.
namespace xinglin::freebusy {

/// What speaks for a time, to be said beside it.
enum class Reason {
    UsualResource = 1, ///< The practitioner they come to.
    WishedSex = 2,
    HabitualTime = 4, ///< Within half an hour of the time of day they come at.
    HabitualDay = 8,  ///< The weekday they come on.
    Soonest = 16,     ///< No other lies before it.
    NoGap = 32        ///< It follows upon an appointment or the beginning of the hours.
};
Q_DECLARE_FLAGS(Reasons, Reason)
Q_DECLARE_OPERATORS_FOR_FLAGS(Reasons)

/// What a patient is used to and asks for; numbers of Question::resources.
struct Wishes
{
    std::optional<int> usual;          ///< The practitioner they come to.
    std::optional<QSet<int>> ofSex;    ///< Those of the sex they prefer.
    std::optional<int> habitualMinute; ///< Of the civil day.
    std::optional<int> habitualDay;    ///< 1 Monday … 7 Sunday.
    bool operator==(const Wishes &) const = default;
};

/// What weighs against a time, in hours of waiting that a patient would rather bear. Ours: told to the clinic in words,
/// tested by what comes first.
struct Weights
{
    double perHour = 1;         ///< Of waiting, by the clock.
    double otherResource = 72;  ///< Not the practitioner they come to.
    double otherSex = 96;       ///< Not of the sex they prefer.
    double otherDay = 12;       ///< Not their weekday.
    double perHourOffHabit = 6; ///< From their time of day, to at most mostOffHabit.
    double mostOffHabit = 24;   ///< Hours of waiting.
    double fullDay = 12;        ///< On a day of that resource that is wholly taken; in proportion.
    double gap = 2;             ///< It leaves a gap before it in which nothing of its length fits.
    double overbooked = 1000;   ///< Above the capacity.
};

struct Ranked
{
    Slot slot;
    double cost = 0; ///< As Weights.
    Reasons reasons;
    bool operator==(const Ranked &) const = default;
};

/// All of them, the best first; equal ones by time, then by the order they had.
QList<Ranked> rank(const QList<Slot> &free, const Question &question, const Wishes &wishes, const QTimeZone &zone,
                   const Weights &weights = {});

/// The best, at most @p most, and no two of them next to each other: another resource, or at least an hour and the
/// length of the appointment away.
QList<Ranked> proposals(const QList<Slot> &free, const Question &question, const Wishes &wishes, const QTimeZone &zone,
                        int most, const Weights &weights = {});

/// The nearest to @p wanted, at most @p most, apart as proposals are; another resource than @p usual for the first need
/// counts as if it lay four hours further away.
QList<Slot> nearest(const QList<Slot> &free, const Question &question, Instant wanted, std::optional<int> usual,
                    int most);
/// The same by the clock on the wall: a day away counts as if it lay half an hour further away, so that the same
/// time on the next day comes before another time of it.
QList<Slot> mostAlike(const QList<Slot> &free, const Question &question, Instant wanted, std::optional<int> usual,
                      const QTimeZone &zone, int most);

} // namespace xinglin::freebusy
