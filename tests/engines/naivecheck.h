#pragma once

#include "engines/safety/prescriptioncheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

/// The rules of the prescription check written down a second time, plainly and slowly, from the settled questions and
/// the files of the catalogue. It shares the shape of the request with the engine and no other code: names are looked
/// up as they are written, amounts and severities are its own.
namespace xinglin::naive {

/// What must be said about one prescription.
struct Want
{
    QString finding;         ///< "rule kind severity herb+herb"
    QStringList message;     ///< Words that the Chinese message holds.
    QStringList source;      ///< Words that the Chinese source holds,
    QStringList notInSource; ///< and words that it must not hold.
    bool operator==(const Want &) const = default;
};

struct Wanted
{
    QList<Want> findings;
    QStringList unknown;
    QStringList unmatchedAllergies;
    bool operator==(const Wanted &) const = default;
};

/// The rows of the files, as they are written.
struct Rows
{
    QMap<QString, QJsonObject> herbs;      ///< By id.
    QHash<QString, QString> names;         ///< Any name of the files → id.
    QHash<QString, QStringList> namesOf;   ///< Id → its names, the main one first.
    QList<QJsonObject> pairs;              ///< incompatibilities.json
    QList<QJsonObject> allergens;          ///< allergens.json
    QHash<QString, QSet<QString>> related; ///< Rows of `related` in herb_names.json.

    static Rows read(const safety::SafetyFiles &files);
};

/// All that decisions and data ask for; an allergy must be an id or a name of allergens.json, or a herb's id.
Wanted wanted(const Rows &rows, const safety::CheckInput &input);

/// What @p result says otherwise, the first difference found; empty where it is as wanted.
QString difference(const Wanted &wanted, const safety::CheckResult &result);

} // namespace xinglin::naive
