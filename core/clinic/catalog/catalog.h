#pragma once

#include "clinic/catalog/vocabulary.h"
#include "engines/forms/form.h"
#include "engines/safety/formulacatalog.h"
#include "engines/safety/herbcatalog.h"
#include "engines/safety/prescriptioncheck.h"

#include <memory>

namespace xinglin {

/// Everything that ships as reference data. Immutable after loading; safe on any thread.
struct Catalog {
    safety::HerbCatalog herbs;
    safety::FormulaCatalog formulas;
    safety::CheckRules rules;
    Vocabulary tongue;
    Vocabulary pulse;          ///< 28 pulses and two more; positions as `pulsePositions`.
    QList<Term> pulsePositions;///< 左寸 … in the order left cun, guan, chi, right cun, guan, chi.
    Vocabulary diagnosis;      ///< Groups disease, pattern, method.
    forms::Form visitForm;

    /// Reads the catalogue from the program's resources; takes some tens of milliseconds, so not on the GUI thread.
    static Result<std::shared_ptr<const Catalog>> load();
};

} // namespace xinglin
