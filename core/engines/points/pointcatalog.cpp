#include "engines/points/pointcatalog.h"

#include "engines/points/pointreading.h"

#include <algorithm>

namespace xinglin::points {

namespace {

const NamedType *typeOf(const QList<NamedType> &types, const QString &id)
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const NamedType &type) { return type.id == id; });
    return found == types.end() ? nullptr : &*found;
}

/// "EX-HN 1", "ex_hn1" and "exhn1" are one code.
QString plainCode(const QString &code)
{
    QString plain = code.toLower();
    plain.remove(u'-').remove(u' ').remove(u'_');
    return plain;
}

} // namespace

const QString PointCatalog::Ashi = QStringLiteral("ashi");

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Severe:
        return QStringLiteral("severe");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Note:
        return QStringLiteral("note");
    }
    Q_UNREACHABLE();
}

void PointCatalog::index()
{
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const AcuPoint &point = m_points.at(i);
        m_byId.insert(point.id, i);
        m_byName.insert(point.zh, i);
        for (const QString &alias : point.aliases)
            m_byName.insert(alias, i);
        if (!point.code.isEmpty())
            m_byCode.insert(plainCode(point.code), i);
        for (const QString &code : point.otherCodes)
            m_byCode.insert(plainCode(code), i);
        if (const Meridian *own = meridian(point.meridian); own && point.seq > 0) {
            for (const QString &code : own->otherCodes)
                m_byCode.insert(plainCode(code) + QString::number(point.seq), i);
        }
    }
    for (const NamedType &type : std::as_const(m_special))
        m_typesTyped.insert(type.id, {type.zh, type.en.toLower()});
}

const AcuPoint *PointCatalog::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_points.at(*found);
}

const Meridian *PointCatalog::meridian(const QString &id) const
{
    const auto found = std::find_if(m_meridians.begin(), m_meridians.end(),
                                    [&](const Meridian &meridian) { return meridian.id == id; });
    return found == m_meridians.end() ? nullptr : &*found;
}

const NamedType *PointCatalog::caution(const QString &id) const
{
    return typeOf(m_cautions, id);
}

const NamedType *PointCatalog::pregnancyBasis(const QString &id) const
{
    return typeOf(m_bases, id);
}

const PointRule *PointCatalog::rule(const QString &id) const
{
    const auto found =
        std::find_if(m_rules.begin(), m_rules.end(), [&](const PointRule &rule) { return rule.rule == id; });
    return found == m_rules.end() ? nullptr : &*found;
}

const AcuPoint *PointCatalog::named(const QString &written) const
{
    const QString name = written.trimmed();
    if (const auto found = m_byCode.constFind(plainCode(name)); found != m_byCode.cend())
        return &m_points.at(*found);
    if (const auto found = m_byName.constFind(name); found != m_byName.cend())
        return &m_points.at(*found);
    qsizetype characters = 0;
    while (characters < name.size() && name.at(characters).unicode() >= 0x2E80)
        ++characters;
    if (characters == name.size())
        return nullptr;
    const auto found = m_byName.constFind(name.left(characters));
    return found == m_byName.cend() ? nullptr : &m_points.at(*found);
}

QList<const AcuPoint *> PointCatalog::ofMeridian(const QString &id) const
{
    QList<const AcuPoint *> found;
    for (const AcuPoint &point : m_points) {
        if (point.meridian == id)
            found << &point;
    }
    return found;
}

QList<const AcuPoint *> PointCatalog::ofSpecial(const QString &id) const
{
    QList<const AcuPoint *> found;
    for (const AcuPoint &point : m_points) {
        const bool is = std::any_of(point.special.begin(), point.special.end(),
                                    [&](const QString &special) { return special.section(u':', 0, 0) == id; });
        if (is)
            found << &point;
    }
    return found;
}

QList<const AcuPoint *> PointCatalog::ofRegion(const QString &code) const
{
    QList<const AcuPoint *> found;
    for (const AcuPoint &point : m_points) {
        if (!code.isEmpty() && point.region == code)
            found << &point;
    }
    return found;
}

bool PointCatalog::isUnique(const QString &typed) const
{
    const QString low = typed.trimmed().toLower();
    if (m_byCode.contains(plainCode(low)) || m_byName.contains(typed.trimmed()))
        return true;
    return std::count_if(m_points.begin(), m_points.end(), [&](const AcuPoint &point) {
               return point.initials == low || point.syllables.join(QString()) == low;
           }) == 1;
}

bool PointCatalog::isExact(const QString &typed) const
{
    const QString low = typed.trimmed().toLower();
    if (low.isEmpty())
        return false;
    if (m_byCode.contains(plainCode(low)) || m_byName.contains(typed.trimmed()))
        return true;
    return std::any_of(m_points.begin(), m_points.end(), [&](const AcuPoint &point) {
        return point.initials == low || point.syllables.join(QString()) == low;
    });
}

} // namespace xinglin::points
