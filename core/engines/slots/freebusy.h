#pragma once

#include "base/period.h"

#include <QList>

#include <chrono>

/// Free times from what is open and what is taken. Calculators: they know no patient, store or clock, and civil days
/// have become instants before they are asked.
namespace xinglin::freebusy {

using Minutes = std::chrono::minutes;

/// What is taken of a resource for a while.
struct Use
{
    Period period;
    int units = 1;
    bool operator==(const Use &) const = default;
};

/// A person, room, bed or device over the time that is asked about.
struct Resource
{
    int capacity = 1;   ///< Units at once.
    int extra = 0;      ///< Units above the capacity that may be overbooked (加号).
    QList<Period> open; ///< Appointments lie within; in any order.
    QList<Use> taken;   ///< With the buffers of what took it.
    QList<Period> full; ///< No appointment begins here: as many as may begin in it have.
    bool operator==(const Resource &) const = default;
};

/// Units of one of several resources, in the order of preference; numbers of Question::resources.
struct Need
{
    QList<int> anyOf;
    int units = 1;
    bool operator==(const Need &) const = default;
};

/// An appointment is to last so long, and its resources are taken from before it until after it. The appointment itself
/// lies in the open hours of each; the buffers may reach out of them.
struct Question
{
    QList<Resource> resources;
    QList<Need> needs; ///< All at once; none: nothing is found.
    Minutes duration{30};
    Minutes before{0};
    Minutes after{0};
    Instant notBefore;    ///< The earliest beginning.
    QList<Period> within; ///< Usually civil days. Appointments begin on the steps from the start of one and end in it.
    Minutes step{5};
    bool operator==(const Question &) const = default;
};

/// A time at which all needs can be met.
struct Slot
{
    Period period;           ///< Of the appointment, without buffers.
    QList<int> chosen;       ///< The resource of each need.
    bool overbooked = false; ///< Only with units above the capacity of one.
    bool operator==(const Slot &) const = default;
};

/// Every time, by its beginning; at the same one in the first need's order of preference: each resource of the first
/// need makes a slot of its own, for the further ones the first that fits is chosen.
QList<Slot> freeSlots(const Question &question);

/// Why resources cannot take one more use.
enum class Obstacle {
    None,
    Closed, ///< The appointment does not lie in the open hours.
    Taken,  ///< The capacity is used.
    Full    ///< No more may begin then.
};
/// Whether @p resource can take @p units for an appointment at @p period with these buffers, with or without the units
/// that may be overbooked.
Obstacle obstacle(const Resource &resource, const Period &period, Minutes before, Minutes after, int units,
                  bool overbook);

/// Disjoint, sorted and joined where they touch; invalid ones left out.
QList<Period> merged(QList<Period> periods);
/// @p from without @p what. Both merged, and so is the answer.
QList<Period> without(const QList<Period> &from, const QList<Period> &what);

} // namespace xinglin::freebusy
