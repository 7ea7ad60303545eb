#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/ownformulas.h"
#include "engines/safety/processing.h"
#include "ui/shell/notewords.h"

#include <QCoreApplication>

namespace xinglin::ui {

/// A thing that can be done about a finding.
struct Remedy
{
    enum class Kind { Remove, SetDose, GiveReason, Withdraw };
    Kind kind = Kind::Remove;
    int line = -1; ///< Remove, SetDose
    Mass dose;     ///< SetDose, per packet
    QString text;  ///< On the button.
    bool operator==(const Remedy &) const = default;
};

/// How prescriptions and findings are written on screens. Pure functions.
class PrescriptionWords
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PrescriptionWords)

public:
    /// 归脾汤, 归脾汤加减, 归脾汤合逍遥散 or 自拟方, as it stands on the paper. A formula it started from that is in
    /// neither list leaves the name as it stands.
    static QString nameOf(const Catalog &catalog, const PrescriptionDraft &draft,
                          const QList<ownformula::Formula> &own = {});
    /// "Gui Pi Tang modified, 14 herbs × 7"; empty without lines.
    static QString summary(const PrescriptionDraft &draft);
    /// Of all that a visit prescribes: numbered where there are several.
    static QString summary(const QList<PrescriptionDraft> &all);
    /// "2 External": how the one at @p place, from 0, is called among several.
    static QString placeName(int place, const PrescriptionDraft &draft);
    /// "Prescription 2: stop 1, caution 0"; empty where nothing more than a note was found that no reason covers.
    static QString openWords(int place, const safety::CheckResult &result, const PrescriptionDraft &draft);
    /// "3–10 g", "toxic, 0.3–0.6 g in pills or powders"; empty where the catalogue has no range.
    static QString doseRange(const safety::Herb &herb);
    static QString routeName(Route route);
    /// "Pair", "Dose" …
    static QString kindName(const QString &kind);
    static QString message(const safety::Finding &finding);
    static QString source(const safety::Finding &finding);
    /// Names as the override names them: joined by 、.
    static QString herbsKey(const safety::Finding &finding);
    static const FindingOverride *overrideOf(const safety::Finding &finding, const PrescriptionDraft &draft);
    /// What can be done, the gentlest first.
    static QList<Remedy> remedies(const safety::Finding &finding, const PrescriptionDraft &draft,
                                  const Catalog &catalog);
    /// Reasons that are offered when a severe finding is signed all the same.
    static QStringList commonReasons();
    /// What was not looked at, each as a sentence; the medicines are always named.
    static QStringList scope(const safety::CheckScope &scope);
};

/// Lines of a classic formula as draft lines. Amounts of a batch are a ratio: their doses are left empty.
QList<PrescriptionLine> linesOf(const safety::Formula &formula, const Catalog &catalog);

} // namespace xinglin::ui
