#pragma once

#include "clinic/prescription/prescription.h"

/// 合方: two formulas on one sheet.
namespace xinglin::consultation {

struct Merged
{
    PrescriptionDraft draft;
    int both = 0;  ///< Herbs that stood in both.
    int added = 0; ///< Herbs that are new.
    bool operator==(const Merged &) const = default;
};

/// Puts the herbs of a formula to those of the sheet. A herb of both stands once, at its place and as it
/// was written there, with the larger of the
/// two doses, which is the usual rule for 合方: it keeps the strength of either formula and never adds the two up. New
/// herbs follow in their order. A preparation that stands stays. A reason that was given for a herb whose dose grows is
/// withdrawn: it was given for less. What the sheet started from is joined by "+" with @p formula, the id of a classic
/// formula or the reference of an own one. Pure.
Merged mergedWith(const PrescriptionDraft &sheet, const QList<PrescriptionLine> &lines, const QString &formula);

/// The formulas a draft started from, in their order. Pure.
QStringList startedFrom(const PrescriptionDraft &draft);

} // namespace xinglin::consultation
