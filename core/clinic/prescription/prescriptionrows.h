#pragma once

#include "clinic/prescription/consultation.h"

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
/// What a visit's revision prescribes, herbs and ready-made medicines; the prescription group is open.
void addPrescribed(const store::Snapshot &view, Stored &stored);
/// Who has countersigned a note whose prescriptions are to be printed; empty: nobody, which the clinic does not ask
/// for. Conflict where it does.
Result<QString> reviewerOf(const store::Snapshot &view, RevisionId revision);
/// The next printed number of the day on this device: 20260312-A0013.
QString nextNumber(store::Transaction &tx);

} // namespace xinglin::consultation
