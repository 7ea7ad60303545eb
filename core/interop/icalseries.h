#pragma once

#include "interop/icalreader.h"
#include "interop/icalzones.h"

#include <QMap>
#include <QSet>

namespace xinglin::interop {

/// When the events of a file take place.
class IcalSeries
{
public:
    IcalSeries(const IcalTree &tree, const IcalWindow &window);

    /// Why the times of an event cannot be told.
    struct Problem
    {
        const IcalProperty *property = nullptr;
        QString why;
    };
    /// Puts the times of @p component within the window into @p event.
    std::optional<Problem> expand(const IcalComponent &component, IcalEvent &event);

private:
    /// A time of the file with its zone; a floating one has the clinic's.
    struct Time
    {
        QDateTime clockTime;
        bool isDate = false;
        std::shared_ptr<const IcalZone> zone;

        Instant instant() const { return zone->instantOf(clockTime); }
        QString key() const;
    };
    /// How long each of them is.
    struct Length
    {
        qint64 days = 0; ///< Of the calendar.
        qint64 ms = 0;   ///< After them, by the clock of physics.
    };
    /// What changes single ones of a series.
    struct Overrides
    {
        QSet<QString> keys;
        std::optional<QString> cut; ///< From this one on all are changed.
    };
    struct Draft;

    std::optional<Problem> time(const IcalComponent &component, const IcalProperty &property, const QByteArray &value,
                                Time &into);
    std::optional<Problem> length(const IcalComponent &component, const Time &start, Length &into);
    /// What rules have taken is counted: one that is never true is walked through for hundreds of years.
    std::optional<Problem> addRule(const IcalProperty &property, const Draft &draft, QMap<QString, Time> &into,
                                   bool &after);
    std::optional<Problem> walkRule(const IcalProperty &property, const Draft &draft, QMap<QString, Time> &into,
                                    bool &after);
    std::optional<Problem> addDates(const IcalComponent &component, const IcalProperty &property, const Draft &draft,
                                    QMap<QString, Time> &into, QMap<QString, Length> &lengths);
    std::optional<Problem> takeOut(const IcalComponent &component, Draft &draft);
    std::optional<Problem> put(const Draft &draft, IcalEvent &event) const;
    IcalTime timeOf(const Time &start, const Length &length) const;

    IcalWindow m_window;
    IcalZones m_zones;
    std::shared_ptr<const IcalZone> m_own;
    QMap<std::pair<int, QByteArray>, Overrides> m_overrides;
    qint64 m_msOfRules = 0;
};

} // namespace xinglin::interop
