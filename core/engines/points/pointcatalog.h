#pragma once

#include "base/result.h"
#include "engines/points/point.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace xinglin::points {

/// Severity of a finding about points, from loud to quiet; the words are those of the prescription check.
enum class Severity { Severe, Warning, Note };
/// severe, warning, note
QString severityText(Severity severity);

/// One rule of the check of points and how loud it is.
struct PointRule
{
    QString rule;
    QString kind; ///< pregnancy, caution, depth, duplicate
    Severity severity = Severity::Note;
    QString zh; ///< What is said of a point it holds for.
    QString en;
    bool operator==(const PointRule &) const = default;
};

/// The bytes of the files of resources/catalog.
struct PointFiles
{
    QByteArray points;
    QByteArray meridians;
    QByteArray rules;
};

/// The points that ship, with what tells them apart. Immutable after loading.
class PointCatalog
{
public:
    /// Id of 阿是穴: a point without a place of its own, of which the check says nothing.
    static const QString Ashi;

    /// Refuses (Damaged) with the place of the first thing that is wrong.
    static Result<PointCatalog> fromJson(const PointFiles &files);

    const QList<AcuPoint> &points() const { return m_points; }
    const QList<Meridian> &meridians() const { return m_meridians; }
    const QList<NamedType> &specialTypes() const { return m_special; }
    const QList<NamedType> &regions() const { return m_regions; } ///< Of extra points only.
    const QList<NamedType> &angles() const { return m_angles; }

    const AcuPoint *find(const QString &id) const;
    const Meridian *meridian(const QString &id) const;
    const NamedType *caution(const QString &id) const;
    const NamedType *pregnancyBasis(const QString &id) const;
    const PointRule *rule(const QString &id) const;
    /// By a code ("ST36", "st 36", "DU20"), the whole name or another name; also with something added that is no
    /// character: "夹脊L4". nullptr where that names no point.
    const AcuPoint *named(const QString &written) const;

    QList<const AcuPoint *> ofMeridian(const QString &id) const;
    /// @p id without what it is of: "back_shu".
    QList<const AcuPoint *> ofSpecial(const QString &id) const;
    QList<const AcuPoint *> ofRegion(const QString &code) const;

    /// By code, initials, pinyin (also a part of each syllable), name in both languages, meridian, special class, or
    /// words of the location; best first. Points of @p preferred come before others that agree as well.
    QList<const AcuPoint *> complete(const QString &typed, int limit, const QStringList &preferred = {}) const;
    /// Whether @p typed is the code, the initials or the whole name of a point.
    bool isExact(const QString &typed) const;
    /// Whether it is that of one point alone: "zsl", but not "sm", which is 神门 and 申脉.
    bool isUnique(const QString &typed) const;

private:
    friend class PointFilesReader;
    int rankOf(const AcuPoint &point, const QString &typed, bool letters) const;
    void index();

    QList<AcuPoint> m_points;
    QList<Meridian> m_meridians;
    QList<NamedType> m_special;
    QList<NamedType> m_cautions;
    QList<NamedType> m_bases;
    QList<NamedType> m_angles;
    QList<NamedType> m_regions;
    QList<PointRule> m_rules;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byCode; ///< Lower case without a hyphen; also other codes.
    QHash<QString, qsizetype> m_byName;
    QHash<QString, QStringList> m_typesTyped; ///< Special class: what it is typed as.
};

} // namespace xinglin::points
