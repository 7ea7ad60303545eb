#pragma once

#include "clinic/prescription/prescription.h"

/// Rows ↔ values of prescriptions; for consultation.cpp.
namespace xinglin::consultation {

/// What the check found when the prescription was written.
struct StoredFinding
{
    QString rule;
    QString severity; ///< severe, warning, note
    QString herbs;    ///< Names as written, joined by 、
    bool operator==(const StoredFinding &) const = default;
};

/// Writes one prescription of a revision; @p number is empty while it is not signed.
PrescriptionId writePrescription(store::Transaction &tx, RevisionId revision, PatientId patient, int rank,
                                 const QString &number, const PrescriptionDraft &draft, int checked,
                                 const QString &rules, const QList<StoredFinding> &findings);
/// The prescriptions of a revision in their order; the prescription group is open.
QList<Prescription> readPrescriptions(const store::Snapshot &view, RevisionId revision);
/// The next printed number of the day on this device: 20260312-A0013.
QString nextNumber(store::Transaction &tx);

} // namespace xinglin::consultation
