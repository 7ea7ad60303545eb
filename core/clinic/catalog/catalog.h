#pragma once

#include "clinic/catalog/services.h"
#include "clinic/catalog/vocabulary.h"
#include "engines/forms/form.h"
#include "engines/points/pointcatalog.h"
#include "engines/safety/formulacatalog.h"
#include "engines/safety/herbcatalog.h"
#include "engines/safety/safetytables.h"

#include <functional>
#include <memory>

namespace xinglin {

/// Everything that ships as reference data. Immutable after loading; safe on any thread.
struct Catalog
{
    safety::SafetyTables safety;         ///< Herbs, pairs, allergens, severities: what the check reads.
    QString rulesVersion;                ///< Of the rule data: first 8 hex digits over the files the check reads.
    QHash<QString, QString> herbClasses; ///< English names of the efficacy classes of herbs, by Herb::category.
    safety::FormulaCatalog formulas;
    Vocabulary tongue;
    Vocabulary pulse;           ///< 28 pulses and two more; positions as `pulsePositions`.
    QList<Term> pulsePositions; ///< 左寸 … in the order left cun, guan, chi, right cun, guan, chi.
    Vocabulary findings;        ///< What else is seen, heard, asked and felt.
    Vocabulary diagnosis;       ///< Groups disease, pattern, method.
    Vocabulary western;         ///< Diagnoses of the ICD-10.
    forms::Form visitForm;
    points::PointCatalog points;
    QString pointsVersion; ///< The same over what the check of points reads.
    ServiceList services;

    const safety::HerbCatalog &herbs() const { return safety.herbs; }
    const QList<safety::Allergen> &allergens() const { return safety.allergens.list(); }
    /// Whether a vocabulary of a form ("tongue", "pulse") holds a code.
    bool knows(const QString &vocabulary, const QString &code) const;

    /// Reads the catalogue from the program's resources; takes some tens of milliseconds, so not on the GUI thread.
    static Result<std::shared_ptr<const Catalog>> load();
    /// The same from elsewhere. @p read gives the bytes of "catalog/herbs.json" and so on, empty where there are none.
    static Result<std::shared_ptr<const Catalog>> load(const std::function<QByteArray(const QString &)> &read);
};

} // namespace xinglin
