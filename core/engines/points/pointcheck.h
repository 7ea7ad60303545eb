#pragma once

#include "engines/points/pointcatalog.h"

namespace xinglin::points {

/// How far something enters the skin at a point.
enum class Entering {
    Needled, ///< A needle goes in and stays.
    Pricked, ///< Pricked and out again at once.
    Not      ///< Moxa, pressing, a seed: nothing enters.
};

/// One point of a treatment.
struct PointLine
{
    QString point; ///< Id; empty for a name the catalogue does not know.
    QString name;  ///< As written; findings show it.
    Side side = Side::Both;
    Entering entering = Entering::Needled;
    std::optional<double> depthCun;
    bool operator==(const PointLine &) const = default;
};

/// What is known of the patient. Anything left out is unknown, never "no".
struct PointPatient
{
    bool mayBePregnant = true; ///< Not for men.
    std::optional<int> age;    ///< Completed years.
    std::optional<bool> pregnant;
    bool operator==(const PointPatient &) const = default;
};

/// Something to know before needling.
struct PointFinding
{
    QString rule;
    QString kind; ///< pregnancy, caution, depth, duplicate
    Severity severity = Severity::Note;
    QList<int> lines;  ///< Indexes, ascending.
    QStringList names; ///< As written, one for each line.
    QString messageZh;
    QString messageEn;
    QString sourceZh;
    QString sourceEn;
    bool operator==(const PointFinding &) const = default;
};

/// What was looked at and what was not.
struct PointScope
{
    int checked = 0;                    ///< Lines with a known point.
    QStringList unknown;                ///< Names nothing is known about, and 阿是穴.
    bool pregnancyUnknown = false;      ///< Could be pregnant, and nobody asked.
    QStringList pregnancyUnknownPoints; ///< Points for which it matters.
    bool pregnantAbdomen = false; ///< Pregnant: from the fifth month on the whole abdomen needs care, flagged or not.
    bool adultDepths = false;     ///< A child, or the age is unknown: depths are adults'.
    bool operator==(const PointScope &) const = default;
};

struct PointResult
{
    QList<PointFinding> findings; ///< Severe first, then by line; one for each rule.
    PointScope scope;
    bool operator==(const PointResult &) const = default;
};

/// Cautions of points for this patient: pregnancy with its basis, what lies below, depths, the same point twice. A pure
/// function. Facts: acupoints.json; severity: point_rules.json. It never says that a treatment is safe.
PointResult check(const PointCatalog &catalog, const QList<PointLine> &lines, const PointPatient &patient);

} // namespace xinglin::points
