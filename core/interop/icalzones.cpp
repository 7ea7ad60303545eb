#include "interop/icalzones.h"

#include "base/zonenames.h"
#include "engines/slots/recurrence.h"

#include <QRegularExpression>

namespace xinglin::interop {

namespace {

/// Changes of the clock that one part of a zone may describe.
constexpr qsizetype mostChanges = 1'000;
/// Changes that a whole zone may describe, and its parts.
constexpr qsizetype mostChangesInAll = 5'000;
constexpr qsizetype mostParts = 150;
/// Names of zones that one file may use.
constexpr qsizetype mostZones = 50;

const QDateTime &beginning()
{
    static const QDateTime time(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    return time;
}

/// "+0800", "-013000" in seconds.
std::optional<int> offsetFrom(const QByteArray &text)
{
    static const QRegularExpression form(QStringLiteral("^([+-])(\\d\\d)(\\d\\d)(\\d\\d)?$"));
    const auto match = form.match(QString::fromLatin1(text.trimmed()));
    if (!match.hasMatch() || match.capturedView(2).toInt() > 23 || match.capturedView(3).toInt() > 59)
        return std::nullopt;
    const int seconds =
        match.capturedView(2).toInt() * 3600 + match.capturedView(3).toInt() * 60 + match.capturedView(4).toInt();
    return match.capturedView(1) == u"-" ? -seconds : seconds;
}

/// The rule with its end as a clock time of the zone.
QString withLocalEnd(const QByteArray &rule, int offset)
{
    QByteArrayList parts = rule.trimmed().split(';');
    for (QByteArray &part : parts) {
        if (!part.toUpper().startsWith("UNTIL="))
            continue;
        const auto end = icalMoment(part.mid(6));
        if (end && end->isUtc)
            part = "UNTIL=" + end->clockTime.addSecs(offset).toString(QStringLiteral("yyyyMMdd'T'HHmmss")).toLatin1();
    }
    return QString::fromLatin1(parts.join(';'));
}

/// When the clock changes to what a part of a zone describes, in its own time before; nullopt: it cannot be told.
std::optional<QList<QDateTime>> changesOf(const IcalComponent &part, int from, QDate until)
{
    const IcalProperty *start = part.find("DTSTART");
    const auto first = start == nullptr ? std::nullopt : icalMoment(start->value);
    if (!first || part.properties.size() > mostParts)
        return std::nullopt;
    QList<QDateTime> changes{first->clockTime};
    const QDateTime end(until, QTime(0, 0), Qt::UTC);
    for (const IcalProperty &property : part.properties) {
        if (property.name == "RRULE") {
            if (!property.value.toUpper().contains("FREQ=YEARLY")) // clocks change by the year
                return std::nullopt;
            const auto rule = Recurrence::fromText(withLocalEnd(property.value, from));
            if (!rule)
                return std::nullopt;
            const QList<QDateTime> found =
                rule->between(first->clockTime, std::max(first->clockTime, beginning()), end, mostChanges);
            if (found.size() == mostChanges)
                return std::nullopt;
            changes += found;
        } else if (property.name == "RDATE") {
            for (const QByteArray &one : icalParts(property.value)) {
                const auto moment = icalMoment(one);
                if (!moment)
                    return std::nullopt;
                changes << moment->clockTime;
            }
        }
    }
    return changes;
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

std::optional<QTimeZone> knownZone(const QByteArray &name)
{
    const QByteArray place = placeOfZone(name);
    return place.isEmpty() ? std::nullopt : std::optional(QTimeZone(place));
}

/// "/softwarestudio.org/Olson_20011030_5/America/Chicago" ends with a place.
std::optional<QTimeZone> zoneAtTheEnd(const QByteArray &name)
{
    const QByteArrayList parts = name.split('/');
    for (const qsizetype count : {3, 2}) {
        if (parts.size() <= count)
            continue;
        if (const auto known = knownZone(parts.mid(parts.size() - count).join('/')))
            return known;
    }
    return std::nullopt;
}

} // namespace

std::optional<IcalMoment> icalMoment(const QByteArray &text)
{
    QByteArray plain = text.trimmed().toUpper();
    IcalMoment moment;
    moment.isUtc = plain.endsWith('Z');
    if (moment.isUtc)
        plain.chop(1);
    moment.isDate = plain.size() == 8;
    if (plain.size() != 8 && !(plain.size() == 15 && plain.at(8) == 'T'))
        return std::nullopt;
    for (qsizetype at = 0; at < plain.size(); ++at) {
        if (at != 8 && !isDigit(plain.at(at)))
            return std::nullopt;
    }
    const QDate day(plain.left(4).toInt(), plain.mid(4, 2).toInt(), plain.mid(6, 2).toInt());
    const QTime time = moment.isDate ? QTime(0, 0)
                                     : QTime(plain.mid(9, 2).toInt(), plain.mid(11, 2).toInt(),
                                             std::min(59, plain.mid(13, 2).toInt())); // 60 is a second that was put in
    if (!day.isValid() || !time.isValid() || (!moment.isDate && plain.mid(13, 2).toInt() > 60))
        return std::nullopt;
    moment.clockTime = QDateTime(day, time, Qt::UTC);
    return moment;
}

std::optional<IcalZone> IcalZone::fromComponent(const IcalComponent &component, QDate until)
{
    IcalZone zone;
    qint64 earliest = std::numeric_limits<qint64>::max();
    if (component.parts.isEmpty() || component.parts.size() > mostParts)
        return std::nullopt;
    for (const IcalComponent &part : component.parts) {
        const IcalProperty *from = part.find("TZOFFSETFROM");
        const IcalProperty *to = part.find("TZOFFSETTO");
        const auto before = from == nullptr ? std::nullopt : offsetFrom(from->value);
        const auto after = to == nullptr ? std::nullopt : offsetFrom(to->value);
        const auto changes = before && after ? changesOf(part, *before, until.addYears(1)) : std::nullopt;
        if (!changes || zone.m_offsets.size() + changes->size() > mostChangesInAll)
            return std::nullopt;
        for (const QDateTime &change : *changes) {
            const qint64 at = change.toMSecsSinceEpoch() - *before * qint64(1000);
            zone.m_offsets.insert(at, *after);
            if (at < earliest) {
                earliest = at;
                zone.m_first = *before;
            }
        }
    }
    return zone;
}

int IcalZone::offsetAt(qint64 ms) const
{
    if (m_zone.isValid())
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
    const auto next = m_offsets.upperBound(ms);
    return next == m_offsets.cbegin() ? m_first : *std::prev(next);
}

Instant IcalZone::instantOf(const QDateTime &clockTime) const
{
    constexpr qint64 day = 86'400'000;
    const qint64 local = clockTime.toMSecsSinceEpoch();
    // Before a change the offset of the day before holds, after it that of the day after.
    const qint64 before = local - offsetAt(local - day) * qint64(1000);
    const qint64 after = local - offsetAt(local + day) * qint64(1000);
    const auto shows = [&](qint64 at) { return at + offsetAt(at) * qint64(1000) == local; };
    if (shows(before) && shows(after))
        return instantFromMs(std::min(before, after));
    return instantFromMs(shows(after) ? after : before);
}

QDateTime IcalZone::clockTimeOf(Instant instant) const
{
    const qint64 ms = toMs(instant);
    return QDateTime::fromMSecsSinceEpoch(ms + offsetAt(ms) * qint64(1000), Qt::UTC);
}

IcalZones::IcalZones(const IcalTree &tree, QDate until) : m_until(until)
{
    for (const IcalComponent &component : tree.components) {
        const IcalProperty *id = component.name == "VTIMEZONE" ? component.find("TZID") : nullptr;
        if (id != nullptr)
            m_described.insert({component.calendar, id->value.trimmed()}, &component);
    }
}

std::shared_ptr<const IcalZone> IcalZones::find(int calendar, const QByteArray &name)
{
    const auto key = std::pair(calendar, name);
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    if (m_known.size() >= mostZones)
        return nullptr;
    std::optional<IcalZone> zone;
    if (const auto known = knownZone(name)) {
        zone = IcalZone(*known);
    } else if (const IcalComponent *component = m_described.value(key)) {
        const IcalProperty *place = component->find("X-LIC-LOCATION");
        const auto there = place == nullptr ? std::nullopt : knownZone(place->value.trimmed());
        zone = there ? IcalZone(*there) : IcalZone::fromComponent(*component, m_until);
    }
    if (const auto known = zone ? std::nullopt : zoneAtTheEnd(name))
        zone = IcalZone(*known);
    const auto found = zone ? std::make_shared<const IcalZone>(*zone) : nullptr;
    m_known.insert(key, found);
    return found;
}

} // namespace xinglin::interop
