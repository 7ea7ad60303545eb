#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/treatment/treatmentwords.h"
#include "ui/kit/safetyring.h"

#include <QCoreApplication>

namespace xinglin::ui {

/// How points, treatments and what was found about them are written on screens. Pure functions.
class TreatmentText
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::TreatmentText)

public:
    /// 足三里, or "ST36 Zusanli"; a name that is not known as it was written.
    static QString nameOf(const Catalog &catalog, const TreatmentPoint &point);
    static QString nameOf(const points::AcuPoint &point);
    /// 艾条灸, or "Moxa-stick moxibustion".
    static QString nameOf(const Catalog &catalog, const TreatmentDraft &draft);
    /// Where, how deep and what else the catalogue says of a point, in a line.
    static QString about(const Catalog &catalog, const points::AcuPoint &point);
    /// treatment::inWords() with the names of the screen.
    static QString inWords(const Catalog &catalog, const TreatmentDraft &draft);
    /// One character (Chinese) or a short word.
    static QString shortSide(points::Side side);
    static QString shortTechnique(Technique technique);

    static Severity shownAs(points::Severity severity);
    /// "Pregnancy", "Caution" …
    static QString kindName(const QString &kind);
    static QString message(const points::PointFinding &finding);
    static QString source(const points::PointFinding &finding);
    /// What was not looked at, each as a sentence.
    static QStringList scope(const points::PointScope &scope);
};

/// The findings of several treatments of one visit as one list: those of a rule together.
points::PointResult together(const QList<points::PointResult> &results);

} // namespace xinglin::ui
