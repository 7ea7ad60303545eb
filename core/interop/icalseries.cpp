#include "interop/icalseries.h"

#include "engines/slots/recurrence.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Ical)
};

constexpr qint64 msInDay = 86'400'000;
/// No event lasts longer.
constexpr qint64 mostDays = 1'100;
/// A rule that counts is walked through from its beginning.
constexpr int mostYearsCounted = 100;
/// How far behind the window a series is looked after.
constexpr int yearsAfter = 5;
/// So long the rules of a file may take together; those of a thousand usual events take some 100 ms.
constexpr qint64 mostMsOfRules = 10'000;
/// Dates that one event may name, within the window or not.
constexpr qsizetype mostDates = 20'000;

/// "P1DT2H30M" as days and milliseconds; nullopt for none, or a negative one.
std::optional<std::pair<qint64, qint64>> durationFrom(const QByteArray &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\+?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?)?$"));
    const auto match = form.match(QString::fromLatin1(text.trimmed().toUpper()));
    if (!match.hasMatch() || match.captured().endsWith(u'P') || match.captured().endsWith(u'T'))
        return std::nullopt;
    const auto number = [&](int part) { return match.capturedView(part).toLongLong(); };
    return std::pair(number(1) * 7 + number(2), (number(3) * 3600 + number(4) * 60 + number(5)) * 1000);
}

QString dayText(QDate day)
{
    return day.toString(QStringLiteral("yyyyMMdd"));
}

} // namespace

/// An event while its times are gathered.
struct IcalSeries::Draft
{
    Time start;
    Length length;
    QDateTime from; ///< The window as clock times, with room around it.
    QDateTime until;
    QMap<QString, Time> times; ///< By their keys, which are in the order of time.
    QMap<QString, Length> lengths;
    bool after = false;
};

QString IcalSeries::Time::key() const
{
    return isDate ? dayText(clockTime.date())
                  : QDateTime::fromMSecsSinceEpoch(toMs(instant()), Qt::UTC)
                        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

IcalSeries::IcalSeries(const IcalTree &tree, const IcalWindow &window)
    : m_window(window)
    , m_zones(tree, civilDay(window.until, window.zone).addDays(2))
    , m_own(std::make_shared<const IcalZone>(window.zone))
{
    for (const IcalComponent &component : tree.components) {
        const IcalProperty *which = component.name == "VEVENT" ? component.find("RECURRENCE-ID") : nullptr;
        const IcalProperty *uid = component.find("UID");
        Time time;
        if (which == nullptr || uid == nullptr || this->time(component, *which, which->value, time))
            continue;
        Overrides &of = m_overrides[{component.calendar, uid->value}];
        const QString key = time.key();
        if (which->parameter("RANGE").toUpper() == "THISANDFUTURE")
            of.cut = of.cut ? std::min(*of.cut, key) : key;
        else
            of.keys.insert(key);
    }
}

std::optional<IcalSeries::Problem> IcalSeries::time(const IcalComponent &component, const IcalProperty &property,
                                                    const QByteArray &value, Time &into)
{
    const auto moment = icalMoment(value);
    if (!moment)
        return Problem{&property, Tr::tr("This is no day and no time.")};
    into.clockTime = moment->clockTime;
    into.isDate = moment->isDate;
    into.zone = m_own;
    const QByteArray name = property.parameter("TZID");
    if (moment->isUtc)
        into.zone = m_zones.find(component.calendar, "UTC");
    else if (!moment->isDate && !name.isEmpty())
        into.zone = m_zones.find(component.calendar, name);
    if (!into.zone)
        return Problem{&property, Tr::tr("The time zone %1 is not known here, and the calendar does not describe it.")
                                      .arg(icalText(name.left(80)).text)};
    return std::nullopt;
}

std::optional<IcalSeries::Problem> IcalSeries::length(const IcalComponent &component, const Time &start, Length &into)
{
    const IcalProperty *property = component.find("DTEND");
    if (property != nullptr) {
        Time end;
        if (const auto problem = time(component, *property, property->value, end))
            return problem;
        if (end.isDate != start.isDate)
            return Problem{property, Tr::tr("It begins with a day and ends with a time, or the other way round.")};
        if (end.isDate)
            into.days = start.clockTime.date().daysTo(end.clockTime.date());
        else
            into.ms = toMs(end.instant()) - toMs(start.instant());
        if (into.days < 0 || into.ms < 0)
            return Problem{property, Tr::tr("It ends before it begins.")};
    } else if (property = component.find("DURATION"); property != nullptr) {
        const auto lasts = durationFrom(property->value);
        if (!lasts || (start.isDate && lasts->second % msInDay != 0))
            return Problem{property, Tr::tr("This is no length of an event.")};
        into = start.isDate ? Length{lasts->first + lasts->second / msInDay, 0} : Length{lasts->first, lasts->second};
    }
    if (start.isDate && into.days == 0)
        into.days = 1;
    if (into.days + into.ms / msInDay > mostDays)
        return Problem{property, Tr::tr("It is longer than three years.")};
    return std::nullopt;
}

std::optional<IcalSeries::Problem> IcalSeries::addRule(const IcalProperty &property, const Draft &draft,
                                                       QMap<QString, Time> &into, bool &after)
{
    if (m_msOfRules > mostMsOfRules)
        return Problem{&property, Tr::tr("The rules of this calendar take too long to be reckoned; divide it.")};
    QElapsedTimer timer;
    timer.start();
    auto problem = walkRule(property, draft, into, after);
    m_msOfRules += timer.elapsed();
    return problem;
}

std::optional<IcalSeries::Problem> IcalSeries::walkRule(const IcalProperty &property, const Draft &draft,
                                                        QMap<QString, Time> &into, bool &after)
{
    const Time &start = draft.start;
    QByteArrayList parts = property.value.trimmed().toUpper().split(';');
    qsizetype counted = -1;
    for (qsizetype at = 0; at < parts.size(); ++at) {
        if (parts[at].startsWith("COUNT="))
            counted = at;
        if (!parts[at].startsWith("UNTIL="))
            continue;
        // Its end as a clock time where the series is, since that is how it is reckoned.
        const auto end = icalMoment(parts[at].mid(6));
        if (!end)
            return Problem{&property, Tr::tr("This is no rule of repetition.")};
        QDateTime last = end->clockTime;
        if (end->isUtc)
            last = start.zone->clockTimeOf(instantFromMs(last.toMSecsSinceEpoch()));
        if (end->isDate)
            last.setTime(QTime(23, 59, 59));
        parts[at] =
            "UNTIL=" +
            last.toString(start.isDate ? QStringLiteral("yyyyMMdd") : QStringLiteral("yyyyMMdd'T'HHmmss")).toLatin1();
    }
    auto rule = Recurrence::fromText(QString::fromLatin1(parts.join(';')));
    if (!rule)
        return Problem{&property, rule.error().message};
    if (counted >= 0 && start.clockTime.addYears(mostYearsCounted) < draft.from)
        return Problem{&property, Tr::tr("It began more than a hundred years ago.")};
    // The beginning is the first of them, also where the rule does not name it (RFC 5545, 3.8.5.3).
    if (counted >= 0 && property.name == "RRULE" &&
        rule->between(start.clockTime, start.clockTime, start.clockTime.addSecs(1), 1).isEmpty()) {
        const int count = parts[counted].mid(6).toInt();
        if (count <= 1)
            return std::nullopt;
        parts[counted] = "COUNT=" + QByteArray::number(count - 1);
        rule = Recurrence::fromText(QString::fromLatin1(parts.join(';')));
    }
    QList<QDateTime> found;
    if (start.isDate) {
        for (const QDate &day : rule->days(start.clockTime.date(), draft.from.date(), draft.until.date()))
            found << QDateTime(day, QTime(0, 0), Qt::UTC);
    } else {
        found = rule->between(start.clockTime, draft.from, draft.until, IcalLimits::times + 1);
    }
    if (found.size() > IcalLimits::times)
        return Problem{&property, Tr::tr("It takes place more than %1 times.").arg(IcalLimits::times)};
    for (const QDateTime &at : std::as_const(found)) {
        const Time one{at, start.isDate, start.zone};
        into.insert(one.key(), one);
    }
    after = after || !rule->between(start.clockTime, std::max(draft.until, start.clockTime),
                                    std::max(draft.until, start.clockTime).addYears(yearsAfter), 1)
                          .isEmpty();
    return std::nullopt;
}

std::optional<IcalSeries::Problem> IcalSeries::addDates(const IcalComponent &component, const IcalProperty &property,
                                                        const Draft &draft, QMap<QString, Time> &into,
                                                        QMap<QString, Length> &lengths)
{
    for (const QByteArray &part : icalParts(property.value)) {
        if (part.trimmed().isEmpty())
            continue;
        const QByteArrayList ends = part.split('/');
        Time one;
        if (const auto problem = time(component, property, ends.constFirst(), one))
            return problem;
        if (one.isDate != draft.start.isDate)
            return Problem{&property, Tr::tr("A day stands here where the event has times, or the other way round.")};
        const QString key = one.key();
        into.insert(key, one);
        if (into.size() > mostDates)
            return Problem{&property, Tr::tr("It takes place more than %1 times.").arg(IcalLimits::times)};
        if (ends.size() < 2)
            continue;
        Length length;
        if (const auto lasts = durationFrom(ends[1])) {
            length = {lasts->first, lasts->second};
        } else {
            Time end;
            if (const auto problem = time(component, property, ends[1], end))
                return problem;
            length.ms = toMs(end.instant()) - toMs(one.instant());
        }
        if (length.ms < 0 || length.days + length.ms / msInDay > mostDays)
            return Problem{&property, Tr::tr("This is no length of an event.")};
        lengths.insert(key, length);
    }
    return std::nullopt;
}

std::optional<IcalSeries::Problem> IcalSeries::takeOut(const IcalComponent &component, Draft &draft)
{
    QSet<QString> keys;
    for (const IcalProperty &property : component.properties) {
        if (property.name == "EXRULE") {
            QMap<QString, Time> out;
            bool after = false;
            if (const auto problem = addRule(property, draft, out, after))
                return problem;
            for (auto it = out.cbegin(); it != out.cend(); ++it)
                keys.insert(it.key());
        }
        if (property.name != "EXDATE")
            continue;
        for (const QByteArray &part : icalParts(property.value)) {
            Time one;
            if (part.trimmed().isEmpty())
                continue;
            if (const auto problem = time(component, property, part, one))
                return problem;
            keys.insert(one.key());
        }
    }
    const IcalProperty *uid = component.find("UID");
    const Overrides changed = uid == nullptr ? Overrides() : m_overrides.value({component.calendar, uid->value});
    keys.unite(changed.keys);
    for (auto it = draft.times.begin(); it != draft.times.end();) {
        // A day takes out whatever begins on it.
        const bool gone = keys.contains(it.key()) || keys.contains(dayText(it->clockTime.date())) ||
                          (changed.cut && it.key() >= *changed.cut);
        it = gone ? draft.times.erase(it) : std::next(it);
    }
    draft.after = draft.after && !changed.cut;
    return std::nullopt;
}

IcalTime IcalSeries::timeOf(const Time &start, const Length &length) const
{
    IcalTime time;
    time.wholeDays = start.isDate;
    if (start.isDate) {
        time.first = start.clockTime.date();
        time.last = time.first.addDays(std::max<qint64>(1, length.days) - 1);
        return time;
    }
    const Instant end = start.zone->instantOf(start.clockTime.addDays(length.days));
    time.period = {start.instant(), end + std::chrono::milliseconds(length.ms)};
    return time;
}

std::optional<IcalSeries::Problem> IcalSeries::put(const Draft &draft, IcalEvent &event) const
{
    const QDate today = civilDay(m_window.from, m_window.zone);
    const QDate last = civilDay(m_window.until - std::chrono::milliseconds(1), m_window.zone);
    for (auto it = draft.times.cbegin(); it != draft.times.cend(); ++it) {
        IcalTime time = timeOf(*it, draft.lengths.value(it.key(), draft.length));
        if (event.returns)
            time.key = it.key();
        const bool over =
            time.wholeDays ? time.last < today : time.period.to <= m_window.from && time.period.from < m_window.from;
        const bool ahead = time.wholeDays ? time.first > last : time.period.from >= m_window.until;
        event.before = event.before || over;
        event.after = event.after || ahead;
        if (over || ahead)
            continue;
        if (event.times.size() >= IcalLimits::times)
            return Problem{nullptr, Tr::tr("It takes place more than %1 times.").arg(IcalLimits::times)};
        event.times << time;
    }
    return std::nullopt;
}

std::optional<IcalSeries::Problem> IcalSeries::expand(const IcalComponent &component, IcalEvent &event)
{
    const IcalProperty *start = component.find("DTSTART");
    if (start == nullptr)
        return Problem{nullptr, Tr::tr("It has no beginning.")};
    Draft draft;
    if (const auto problem = time(component, *start, start->value, draft.start))
        return problem;
    if (const auto problem = length(component, draft.start, draft.length))
        return problem;
    draft.from =
        draft.start.zone->clockTimeOf(m_window.from).addDays(-2 - draft.length.days).addMSecs(-draft.length.ms);
    draft.until = draft.start.zone->clockTimeOf(m_window.until).addDays(2);
    if (const IcalProperty *which = component.find("RECURRENCE-ID")) {
        Time instead;
        if (const auto problem = time(component, *which, which->value, instead))
            return problem;
        if (which->parameter("RANGE").toUpper() == "THISANDFUTURE")
            return Problem{which, Tr::tr("It changes one of a series and all that follow; this is not read, and those "
                                         "that follow are left out.")};
        event.returns = true;
        draft.times.insert(instead.key(), draft.start);
        return put(draft, event);
    }
    draft.times.insert(draft.start.key(), draft.start);
    for (const IcalProperty &property : component.properties) {
        std::optional<Problem> problem;
        if (property.name == "RRULE")
            problem = addRule(property, draft, draft.times, draft.after);
        else if (property.name == "RDATE")
            problem = addDates(component, property, draft, draft.times, draft.lengths);
        else
            continue;
        event.returns = true;
        if (problem)
            return problem;
    }
    if (const auto problem = takeOut(component, draft))
        return problem;
    event.after = draft.after;
    return put(draft, event);
}

} // namespace xinglin::interop
