#include "clinic/prescription/merging.h"

#include <algorithm>

namespace xinglin::consultation {

namespace {

/// By the record, so that 白术 does not join 炒白术 as a second dose of the same drug; by the name where it is not
/// known.
bool isSame(const PrescriptionLine &a, const PrescriptionLine &b)
{
    return a.herb.isEmpty() || b.herb.isEmpty() ? a.name.trimmed() == b.name.trimmed() : a.herb == b.herb;
}

} // namespace

QStringList startedFrom(const PrescriptionDraft &draft)
{
    return draft.formula.split(u'+', Qt::SkipEmptyParts);
}

Merged mergedWith(const PrescriptionDraft &sheet, const QList<PrescriptionLine> &lines, const QString &formula)
{
    Merged merged{sheet};
    PrescriptionDraft &draft = merged.draft;
    for (const PrescriptionLine &line : lines) {
        const auto there = std::find_if(draft.lines.begin(), draft.lines.end(),
                                        [&](const PrescriptionLine &old) { return isSame(old, line); });
        if (there == draft.lines.end()) {
            draft.lines << line;
            ++merged.added;
            continue;
        }
        ++merged.both;
        if (there->preparation.isEmpty())
            there->preparation = line.preparation;
        if (there->dose >= line.dose)
            continue;
        there->dose = line.dose;
        draft.overrides.removeIf(
            [&](const FindingOverride &given) { return given.herbs.split(u'、').contains(there->name); });
    }
    QStringList from = startedFrom(sheet);
    if (!formula.isEmpty() && !from.contains(formula))
        from << formula;
    draft.formula = from.join(u'+');
    return merged;
}

} // namespace xinglin::consultation
