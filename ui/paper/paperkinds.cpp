#include "ui/paper/paperkinds.h"

#include <QCoreApplication>

namespace xinglin::ui::paperkind {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PaperKind)
};

} // namespace

const QStringList &all()
{
    static const QStringList kinds{prescription,    medicines,          treatmentSheet, visitSummary, sickNote,
                                   formulaTimeline, constitutionReport, daySheet,       callList,     queueSlip};
    return kinds;
}

QString name(const QString &kind)
{
    if (kind == prescription)
        return Tr::tr("Prescription");
    if (kind == medicines)
        return Tr::tr("Medicine prescription");
    if (kind == treatmentSheet)
        return Tr::tr("Treatment sheet");
    if (kind == visitSummary)
        return Tr::tr("Visit summary");
    if (kind == sickNote)
        return Tr::tr("Sick note");
    if (kind == formulaTimeline)
        return Tr::tr("Formulas side by side");
    if (kind == constitutionReport)
        return Tr::tr("Constitution report");
    if (kind == daySheet)
        return Tr::tr("Day sheet");
    if (kind == callList)
        return Tr::tr("Call list");
    if (kind == queueSlip)
        return Tr::tr("Queue slip");
    return kind;
}

} // namespace xinglin::ui::paperkind
