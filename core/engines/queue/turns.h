#pragma once

#include "base/clock.h"

#include <QList>

#include <chrono>
#include <optional>

/// Whose turn it is among those who wait, and how long they will wait. Calculators: they know no patient and no store.
namespace xinglin::queueing {

using Minutes = std::chrono::minutes;

/// How pressing it is, as the desk says: "priority" for who is 75 or older, a small child, pregnant or disabled.
enum class Priority { Routine, Priority, Urgent };

/// What counts for the turn, in minutes. Ours: told to the clinic in words, tested by who comes first.
struct Weights
{
    Minutes grace{10};         ///< Who comes so late for an appointment keeps its time.
    Minutes walkIn{15};        ///< Who has none gives way to who is booked within so long.
    Minutes priority{20};      ///< So much earlier.
    Minutes urgent{24 * 60};   ///< So much earlier: before everybody of the day.
    Minutes afterSkipping{10}; ///< So much later for each time that they were called and not there.
};

/// One who waits.
struct Waiting
{
    int number = 0; ///< Of the day; no two have the same.
    Instant arrived;
    std::optional<Instant> booked; ///< The beginning of their appointment.
    Priority priority = Priority::Routine;
    std::optional<Instant> skipped; ///< When they were last called and not there.
    int skips = 0;                  ///< How often.
    bool operator==(const Waiting &) const = default;
};

/// When it is their turn: the time of the appointment for who came in time, else when they came; for who has none a
/// while after that; earlier by the priority; a while later, counted from the last call, for each call at which they
/// were not there. It depends on nobody else, so that who comes later never changes the order of others.
Instant due(const Waiting &one, const Weights &weights = {});
/// Whether one is called before the other: who is due first, then who came first, then by number.
bool isBefore(const Waiting &one, const Waiting &other, const Weights &weights = {});
/// The places of @p waiting in the order in which they are called, whatever order they stand in.
QList<qsizetype> turns(const QList<Waiting> &waiting, const Weights &weights = {});
/// From when on nobody who comes anew is called before them; the urgent always are.
Instant safeFrom(const Waiting &one, const Weights &weights = {});

} // namespace xinglin::queueing
