#pragma once

#include "clinic/prescription/prescription.h"

/// Ready-made medicines beside the herbs of a visit. They are named and kept apart: no rule of the herbs looks at them,
/// and they stand on a prescription of their own.
namespace xinglin::medicineorder {

/// As many patent medicines as one prescription may name. Source: 《处方管理办法》 (2007), article 6 (7).
constexpr int mostPatent = 5;

/// What is wrong with one of a visit's orders, its field being "medicines[2].dose"; nothing: it can be kept, and with
/// @p toSign be signed. Pure.
std::optional<Error> problem(const QList<MedicineOrder> &orders, bool toSign);
/// 归脾丸 8丸, three times a day, 7 days; 2盒
QString inWords(const MedicineOrder &order);
/// Substances among @p allergies that the name of the medicine holds, or that hold its name: 板蓝根 in 板蓝根颗粒. A
/// hint and no check: what else it contains is not known. Pure.
QStringList allergensNamed(const MedicineOrder &order, const QStringList &allergies);

struct Orders
{
    QString number; ///< Of the printed prescription; empty while not signed.
    QList<MedicineOrder> orders;
    bool operator==(const Orders &) const = default;
};
/// Writes the orders of a revision that was just made, as a part of the visit; @p number is empty while not signed.
void write(store::Transaction &tx, RevisionId revision, const QString &number, const QList<MedicineOrder> &orders);
/// What was ordered lately in the clinic, each name once as it was ordered last: for typing it again. Names no patient.
Result<QList<MedicineOrder>> known(const store::Snapshot &view);
/// Those of a revision in their order; the prescription group is open.
Orders ofRevision(const store::Snapshot &view, RevisionId revision);

} // namespace xinglin::medicineorder
