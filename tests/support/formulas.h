#pragma once

#include "clinic/prescription/prescription.h"

namespace xinglin::test {

/// A formula of the practice's own as one would say it: herbs and grams, "黄芪 15 党参 10".
inline PrescriptionDraft formulaOf(const QString &written, Route route = Route::Decoction)
{
    PrescriptionDraft draft;
    draft.name = QStringLiteral("自拟方");
    draft.route = route;
    const QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        draft.lines << PrescriptionLine{{}, words.at(i), Mass::grams(words.at(i + 1).toDouble()), {}};
    return draft;
}

} // namespace xinglin::test
