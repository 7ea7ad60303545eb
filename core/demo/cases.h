#pragma once

#include "base/random.h"
#include "clinic/catalog/catalog.h"
#include "clinic/patient/patient.h"
#include "clinic/prescription/consultation.h"

#include <QByteArray>

namespace xinglin::demo {

/// An illness as it walks into a clinic: what is complained of, found, diagnosed and prescribed, and how it goes on.
/// The parts of one case fit one another. Source: resources/demo/SOURCE.md.
struct Case
{
    struct Addition
    {
        QString herb;
        Mass dose;
    };
    /// Something that is measured again and again while it lasts: from the first range towards the second. A pain
    /// ("scale.pain") begins as the score of the chief complaint does.
    struct Measure
    {
        QString item; ///< Of the visit form: "vital.temperature".
        double startLow = 0;
        double startHigh = 0;
        double endLow = 0; ///< Where it is healed.
        double endHigh = 0;
    };
    /// Acupuncture that some have with it.
    struct Needling
    {
        QString service; ///< Ids of the catalogue.
        QStringList points;
        double share = 0; ///< Of those who have the illness.
        int fewest = 1;   ///< Sessions.
        int most = 1;
    };

    QString id;
    int weight = 1;
    int youngest = 0;
    int oldest = 120;
    QList<int> months; ///< Months it comes in; empty: all year round.
    std::optional<Sex> sex;
    bool child = false;
    bool pregnant = false;
    QStringList complaints; ///< {n} stands for a duration.
    QString history;
    QString inspection;
    QString listening;
    QStringList tongue; ///< Ids of the vocabulary.
    QStringList pulse;
    QString disease; ///< Ids of the vocabulary of diagnoses.
    QString pattern;
    QString method;
    QString formula;
    QHash<QString, Mass> doses; ///< Where they differ from the formula's.
    QStringList omitted;
    QList<Addition> additions;
    int fewestAdditions = 1;
    int mostAdditions = 2;
    int fewestPackets = 7;
    int mostPackets = 7;
    int shortestInterval = 7; ///< Days to the next visit.
    int longestInterval = 7;
    QStringList course; ///< What is told at the second visit, the third …
    QString advice;
    QList<Measure> measures;
    QString leaning; ///< Constitution that goes with it; may be empty.
    QString takes;   ///< Medicine that they take who have it; may be empty.
    std::optional<Needling> needling;
};

/// Reads cases.json and looks up everything in @p catalog that it names; the error says where.
Result<QList<Case>> casesFromJson(const QByteArray &json, const Catalog &catalog);

/// The note of visit @p ordinal (0: the first) of such an illness.
VisitNote noteFor(const Case &illness, int ordinal, const Catalog &catalog, Random &random);
/// Its prescription for somebody of @p age years; children get less.
PrescriptionDraft prescriptionFor(const Case &illness, int ordinal, int age, const Catalog &catalog, Random &random);

} // namespace xinglin::demo
