#pragma once

#include "base/mass.h"
#include "engines/safety/herbname.h"
#include "engines/safety/safetytables.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::safety {

/// How a prescription is taken.
enum class Route { Decoction, Granule, Pill, Powder, External };

/// decoction, granule, pill, powder, external; nullopt for any other word.
std::optional<Route> routeFromText(const QString &text);
QString routeText(Route route);

enum class Sex { Female, Male };

/// One line of the prescription.
struct CheckLine
{
    QString name;                ///< As written; findings show it.
    std::optional<QString> herb; ///< Id where a person chose the herb; else the name is resolved.
    std::optional<Mass> dose;    ///< Per packet; none where it is not written or counted in pieces.
    QString preparation;         ///< 先煎, 冲服 …; empty for none.
    bool operator==(const CheckLine &) const = default;
};

/// What is known of the patient. Anything left out is unknown, never "no".
struct CheckPatient
{
    std::optional<Sex> sex;
    std::optional<int> age; ///< Completed years.
    std::optional<bool> pregnant;
    std::optional<bool> lactating;
    QStringList allergies; ///< Ids of allergens.json, or names.
    bool operator==(const CheckPatient &) const = default;
};

/// Another prescription of the same visit: who takes both takes what stands in them together.
struct CheckBeside
{
    int number = 0; ///< How the visit counts it, from 1; sentences name it.
    QList<CheckLine> lines;
    int packetsPerDay = 1;
    std::optional<int> timesPerDay;
    Route route = Route::Decoction;
    bool operator==(const CheckBeside &) const = default;
};

struct CheckInput
{
    QList<CheckLine> lines;
    int packetsPerDay = 1;          ///< At least 1; multiplies every dose.
    std::optional<int> timesPerDay; ///< Only for pieces whose limit is for one taking; unknown counts as one.
    Route route = Route::Decoction;
    CheckPatient patient;
    QStringList medicines; ///< Other medicines taken; listed as not checked.
    /// Those taken by mouth count, where this one is too: pairs between them, and the sums of toxic pieces. What is
    /// used outside adds nothing to a dose.
    QList<CheckBeside> beside = {};
    bool operator==(const CheckInput &) const = default;
};

/// Something a person must know before signing.
struct Finding
{
    QString rule; ///< Code of the severity table.
    QString kind; ///< pair, pregnancy, dose, toxicity, allergy, external, banned, route, duplicate
    Severity severity = Severity::Note;
    QList<int> lines;  ///< Indexes of CheckInput::lines, ascending.
    QStringList herbs; ///< Names as given, one for each line.
    QString messageZh;
    QString messageEn;
    QString sourceZh; ///< Where the rule comes from.
    QString sourceEn;
    QStringList beside = {}; ///< Names in the visit's other prescriptions that it is about too.
    bool operator==(const Finding &) const = default;
};

/// What was looked at and what was not.
struct CheckScope
{
    int checked = 0;                   ///< Lines with a known herb.
    QStringList unknown;               ///< Names that were not recognised: nothing about them was checked.
    bool pregnancyUnknown = false;     ///< Could be pregnant (or sex or age is unknown) and nobody asked.
    QStringList pregnancyUnknownHerbs; ///< Names with a pregnancy rule that was therefore not applied.
    bool adultLimits = false;          ///< A child: the limits are adults'.
    bool ageUnknown = false;           ///< The limits are adults' and the age is not known.
    bool lactationNotChecked = false;  ///< Breast-feeding: there are no data.
    bool granuleAsDecoction = false;   ///< Granules are compared in amounts of the decocted piece.
    QStringList unmatchedAllergies;    ///< Allergies that no piece was compared with.
    QStringList medicinesNotChecked;
    QStringList withoutDose;     ///< Names without an amount in grams.
    QStringList doseNotCompared; ///< Names with an amount but without a limit of this route.
    int beside = 0;              ///< Lines of the visit's other prescriptions by mouth looked at together with these.
    bool operator==(const CheckScope &) const = default;
};

struct CheckResult
{
    QList<Finding> findings;      ///< Severe first; then by line.
    QList<ResolvedName> resolved; ///< One for each line.
    CheckScope scope;
    bool operator==(const CheckResult &) const = default;
};

/// Checks pairs, pregnancy, doses, toxicity, route, external and banned pieces, allergies. A pure function.
/// Sources: resources/catalog/SOURCE.md; severity: severities.json. It never says that a prescription is safe.
CheckResult check(const SafetyTables &tables, const CheckInput &input);

} // namespace xinglin::safety
