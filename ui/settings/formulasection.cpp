#include "ui/settings/formulasection.h"

#include "ui/kit/ondone.h"
#include "ui/prescription/formuladialog.h"

namespace xinglin::ui {

FormulaSection::FormulaSection(Clinic &clinic, QWidget *parent) : KeptSection(clinic, shape(), parent)
{
}

KeptSection::Shape FormulaSection::shape()
{
    return {QStringLiteral("settingsFormulas"),
            QStringLiteral("formula"),
            "formula_template",
            tr("Own formulas"),
            tr("Own formulas"),
            {{tr("Letters"), 112}, {tr("Formula"), 160}, {tr("Herbs")}, {tr("For"), 160}, {tr("Whose"), 112}},
            QStringLiteral("formula"),
            tr("No own formulas yet"),
            tr("On a prescription [Ctrl G] keeps its herbs as a formula.")};
}

void FormulaSection::load()
{
    onDone(clinic().read([](const store::Snapshot &view) { return ownformula::all(view); }), this,
           [this](const Result<QList<ownformula::Formula>> &known) {
               if (!known)
                   return sayProblem(known.error());
               m_known = *known;
               QList<QStringList> rows;
               for (const ownformula::Formula &formula : m_known) {
                   QStringList herbs;
                   for (const PrescriptionLine &line : formula.content.lines)
                       herbs << (line.dose > Mass() ? line.name + u' ' + line.dose.gramText() : line.name);
                   rows << QStringList{formula.content.code, formula.content.name,
                                       herbs.join(tr(", ", "between herbs")), formula.content.indication,
                                       formula.content.shared ? tr("the clinic's") : tr("my own")};
               }
               showRows(rows);
           });
}

void FormulaSection::edit(int row)
{
    (new FormulaDialog(clinic(), m_known.at(row).content, {}, {}, this))->open();
}

void FormulaSection::retire(int row)
{
    const ownformula::Formula gone = m_known.at(row);
    onDone(
        clinic().write("formula.retire", [id = gone.id](store::Transaction &tx) { return ownformula::retire(tx, id); }),
        this, [this, gone](const Result<Done> &result) {
            say(result, tr("\"%1\" is offered no more.").arg(gone.content.name));
        });
}

} // namespace xinglin::ui
