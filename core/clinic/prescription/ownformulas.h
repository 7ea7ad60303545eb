#pragma once

#include "clinic/prescription/prescription.h"

/// Formulas that were kept under a name and a code, to be prescribed again.
namespace xinglin::ownformula {

using FormulaTemplateId = Id<struct FormulaTemplateTag>;

struct Draft
{
    std::optional<FormulaTemplateId> formula; ///< Of one that is changed.
    QString name;                             ///< 安神方
    QString code;                             ///< What it is typed by; the initials of the name where empty.
    bool shared = false;                      ///< Everybody's; else its keeper's alone.
    QString indication;                       ///< What it is for; may be empty.
    QList<PrescriptionLine> lines;            ///< A dose of zero: left to the hand each time. Never signed again.
    bool operator==(const Draft &) const = default;
};

struct Formula
{
    FormulaTemplateId id{Uuid(Uuid::Bytes{})};
    Draft content; ///< Its formula is `id`, its code is never empty.
    bool operator==(const Formula &) const = default;
};

/// What the name is typed by, unless one says otherwise: its initials in lower case. Pure.
QString codeFor(const QString &name);
/// How a prescription names one as what it started from, beside the ids of classic formulas. Pure.
QString reference(FormulaTemplateId id);
/// Those whose code or name begins with what was typed, exact codes first, then those that hold it in name or
/// indication. Pure.
QList<Formula> matching(const QList<Formula> &known, const QString &typed, int limit);

/// The formulas in use that the actor may take: everybody's and their own, by name.
Result<QList<Formula>> all(const store::Snapshot &view);
/// Keeps a formula or changes one. A formula of somebody else's is not found; a name or code that is in use already is
/// refused (Conflict, with its field).
Result<Formula> save(store::Transaction &tx, const Draft &draft);
/// Takes a formula out of use; what was prescribed with it stays.
Result<Done> retire(store::Transaction &tx, FormulaTemplateId id);

} // namespace xinglin::ownformula
