#include "engines/points/pointcatalog.h"
#include "engines/points/pointreading.h"

#include <QSet>

#include <algorithm>
#include <tuple>
#include <utility>

namespace xinglin::points {

namespace {

// The smaller, the better; in between stand the beginnings of names.
enum Rank {
    Code,
    Exact,
    Whole,
    OfMeridian,
    Begins,
    BeginsOther,
    Inside,
    CodeBegins,
    OfSpecial,
    OfRegion,
    AtPlace,
    None
};

/// Walked through: these stand in the order of their meridians.
bool isWalked(Rank rank)
{
    return rank == OfMeridian || rank >= CodeBegins;
}

/// Points that are seen daily: for typing only, where several agree with what was typed.
constexpr const char *dailyIds[] = {
    "lu5",  "lu7",  "lu9",  "lu11",   "li4",    "li11",   "li15",  "li20",  "st4",   "st6",    "st7",    "st8",  "st25",
    "st34", "st36", "st40", "st44",   "sp4",    "sp6",    "sp9",   "sp10",  "ht7",   "si3",    "si11",   "si19", "bl2",
    "bl13", "bl15", "bl17", "bl18",   "bl20",   "bl21",   "bl23",  "bl25",  "bl32",  "bl40",   "bl57",   "bl60", "bl62",
    "ki1",  "ki3",  "ki6",  "ki7",    "pc6",    "pc8",    "te5",   "te6",   "te17",  "gb14",   "gb20",   "gb21", "gb30",
    "gb34", "gb39", "lr2",  "lr3",    "lr13",   "lr14",   "gv4",   "gv14",  "gv20",  "gv24",   "gv26",   "cv4",  "cv6",
    "cv12", "cv17", "cv22", "ex_hn1", "ex_hn3", "ex_hn5", "ex_am", "ex_b1", "ex_b2", "ex_ca1", "ex_le5",
};

bool isDaily(const QString &id)
{
    static const QSet<QString> daily = [] {
        QSet<QString> ids;
        for (const char *one : dailyIds)
            ids << QLatin1String(one);
        return ids;
    }();
    return daily.contains(id);
}

Rank rankOfName(const AcuPoint &point, const QString &typed)
{
    if (point.zh == typed || point.aliases.contains(typed))
        return Exact;
    if (point.zh.startsWith(typed))
        return Begins;
    const auto starts = [&](const QString &alias) { return alias.startsWith(typed); };
    if (std::any_of(point.aliases.begin(), point.aliases.end(), starts))
        return BeginsOther;
    if (point.zh.contains(typed))
        return Inside;
    return None;
}

Rank rankOfReading(const AcuPoint &point, const QString &typed)
{
    if (point.initials == typed)
        return Exact;
    if (beginsSyllables(typed, point.syllables, true))
        return Whole;
    if (point.initials.startsWith(typed))
        return Begins;
    if (beginsSyllables(typed, point.syllables, false))
        return BeginsOther;
    return None;
}

bool isMeridianTyped(const Meridian &meridian, const QString &typed, bool letters)
{
    if (!letters)
        return meridian.zhShort.startsWith(typed) || meridian.zh.startsWith(typed);
    const auto same = [&](const QString &code) { return code.compare(typed, Qt::CaseInsensitive) == 0; };
    return same(meridian.code) || std::any_of(meridian.otherCodes.begin(), meridian.otherCodes.end(), same) ||
           meridian.initials == typed || meridian.pinyin == typed ||
           (typed.size() >= 3 && meridian.enShort.startsWith(typed, Qt::CaseInsensitive));
}

} // namespace

int PointCatalog::rankOf(const AcuPoint &point, const QString &typed, bool letters) const
{
    if (const auto exact = m_byCode.constFind(typed); exact != m_byCode.cend() && &m_points.at(*exact) == &point)
        return Code;
    const Rank named = letters ? rankOfReading(point, typed) : rankOfName(point, typed);
    if (named < OfMeridian)
        return named;
    if (const Meridian *own = meridian(point.meridian); own && isMeridianTyped(*own, typed, letters))
        return OfMeridian;
    if (named < None)
        return named;
    if (letters && !point.code.isEmpty() && QString(point.code).remove(u'-').startsWith(typed, Qt::CaseInsensitive))
        return CodeBegins;
    for (const QString &special : point.special) {
        for (const QString &word : m_typesTyped.value(special.section(u':', 0, 0))) {
            if (word.startsWith(typed) && (!letters || typed.size() >= 3))
                return OfSpecial;
        }
    }
    for (const NamedType &region : m_regions) {
        if (region.id == point.region &&
            (letters ? typed.size() >= 3 && region.en.startsWith(typed, Qt::CaseInsensitive)
                     : region.zh.startsWith(typed)))
            return OfRegion;
    }
    if (letters ? typed.size() >= 4 && point.locationEn.contains(typed, Qt::CaseInsensitive)
                : point.locationZh.contains(typed))
        return AtPlace;
    return None;
}

QList<const AcuPoint *> PointCatalog::complete(const QString &typed, int limit, const QStringList &preferred) const
{
    QString wanted = typed.trimmed().toLower();
    wanted.remove(u'\'').remove(QChar(0x2019)).remove(u'-').remove(u' ');
    if (wanted.isEmpty() || limit <= 0)
        return {};
    const bool letters = std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c.unicode() < 128; });
    // Where initials agree, daily points and then those of special classes are meant more often: 太冲 before 天冲.
    using Place = std::tuple<Rank, bool, bool, qsizetype, qsizetype>;
    QList<std::pair<Place, const AcuPoint *>> hits;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const AcuPoint &point = m_points.at(i);
        const auto rank = static_cast<Rank>(rankOf(point, wanted, letters));
        if (rank == None)
            continue;
        const bool walked = isWalked(rank);
        hits.append({Place(rank, !walked && !preferred.contains(point.id), !walked && !isDaily(point.id),
                           walked ? 0 : -point.special.size(), i),
                     &point});
    }
    std::sort(hits.begin(), hits.end());
    QList<const AcuPoint *> found;
    for (const auto &[place, point] : std::as_const(hits)) {
        if (found.size() == limit)
            break;
        found << point;
    }
    return found;
}

} // namespace xinglin::points
