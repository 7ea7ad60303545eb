#pragma once

#include "base/result.h"
#include "engines/safety/herbcatalog.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::safety {

/// How loud a finding is. Severe asks for a second signature, a note for a glance.
enum class Severity { Severe, Warning, Note };

/// severe, warning, note.
QString severityText(Severity severity);

/// One line of the table of severities: the engine finds, the table weighs.
struct SeverityRule
{
    QString rule; ///< Stable code of the finding, "toxic-above-limit".
    QString kind; ///< pair, pregnancy, dose, toxicity, allergy, external, banned, route, duplicate.
    Severity severity = Severity::Note;
};

/// severities.json: every rule of the engine once and no other.
class SeverityTable
{
public:
    static Result<SeverityTable> fromJson(const QByteArray &bytes);
    /// Codes that the table must hold.
    static const QStringList &rules();
    SeverityRule of(const QString &rule) const { return m_rules.value(rule); }

private:
    QHash<QString, SeverityRule> m_rules;
};

/// A group of incompatible pieces: every one of `a` with every one of `b`.
struct Incompatibility
{
    QString id;
    QString tradition; ///< 十八反 or 十九畏
    QString verse;
    QString rule; ///< pair-contraindicated, pair-traditional or pair-caution
    bool pharmacopoeia = false;
    QString note;
    QSet<QString> a;
    QSet<QString> b;
};

/// incompatibilities.json
class Incompatibilities
{
public:
    static Result<Incompatibilities> fromJson(const QByteArray &bytes, const HerbCatalog &herbs);
    const QList<Incompatibility> &groups() const { return m_groups; }
    /// Places in groups() of those that name this herb on either side, in their order.
    QList<qsizetype> groupsOf(const QString &herbId) const { return m_groupsOf.value(herbId); }

private:
    QList<Incompatibility> m_groups;
    QHash<QString, QList<qsizetype>> m_groupsOf;
};

/// Something people are allergic to and the pieces it stands in.
struct Allergen
{
    QString id;
    QString nameZh;
    QString nameEn;
    QStringList aliases;   ///< Other names, both languages.
    QSet<QString> exact;   ///< Herb ids: the thing itself.
    QSet<QString> related; ///< Herb ids: of its class.
    QString process;       ///< Processing that brings it into any piece: 蜜; empty for none.
    QString source;
};

/// allergens.json
class Allergens
{
public:
    static Result<Allergens> fromJson(const QByteArray &bytes, const HerbCatalog &herbs);
    const QList<Allergen> &list() const { return m_list; }
    /// By id, or by a name without regard to case; nullptr where there is none.
    const Allergen *find(const QString &idOrName) const;

private:
    QList<Allergen> m_list;
};

/// The bytes of the catalogue files that the check needs.
struct SafetyFiles
{
    QByteArray herbs;             ///< herbs.json
    QByteArray herbNames;         ///< herb_names.json
    QByteArray formulas;          ///< formulas.json
    QByteArray incompatibilities; ///< incompatibilities.json
    QByteArray allergens;         ///< allergens.json
    QByteArray severities;        ///< severities.json
};

/// Everything the check reads, loaded once.
struct SafetyTables
{
    HerbCatalog herbs;
    Incompatibilities pairs;
    Allergens allergens;
    SeverityTable severities;

    /// The error names file and place.
    static Result<SafetyTables> fromJson(const SafetyFiles &files);
};

} // namespace xinglin::safety
