#pragma once

#include "clinic/treatment/treatment.h"

#include <functional>

/// Treatments in words, in the language of the program.
namespace xinglin::treatment {

using PointName = std::function<QString(const TreatmentPoint &)>;

/// "left", "both sides"; empty on the midline.
QString sideWord(points::Side side);
/// "reinforcing"; empty for Unsaid.
QString techniqueWord(Technique technique);
/// A point with what is said of it: "足三里 (left, warm needle)". Both sides say nothing. @p name: as written where
/// empty.
QString pointInWords(const TreatmentPoint &point, const PointName &name = {});
/// What, where and how long: "Acupuncture: 神门, 足三里 (left); even; 25 min, 8 needles".
QString inWords(const TreatmentDraft &draft, const PointName &name = {});
/// How often: "10 sessions, 3 a week"; empty for a single one.
QString howOften(const TreatmentDraft &draft);
/// A treatment in a line of a list: "针刺, 8 points", "艾条灸 × 10". @p points: 0 says nothing of them.
QString shortly(const QString &name, int points, int sessions);
/// All of them, for such a line.
QString summary(const QList<TreatmentDraft> &drafts);

} // namespace xinglin::treatment
