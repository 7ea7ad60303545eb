#pragma once

#include "clinic/prescription/consultation.h"

/// Rows ↔ values of prescriptions; for consultation.cpp.
namespace xinglin::consultation {

/// Writes one prescription of a revision; @p number is empty while it is not signed. @p batch: of an import.
PrescriptionId writePrescription(store::Transaction &tx, RevisionId revision, PatientId patient, int rank,
                                 const QString &number, const PrescriptionDraft &draft, int checked,
                                 const QString &rules, const QList<StoredFinding> &findings,
                                 std::optional<Uuid> batch = {});
/// The prescriptions of a revision in their order; the prescription group is open.
QList<Prescription> readPrescriptions(const store::Snapshot &view, RevisionId revision);
/// The same in a line, with the ready-made medicines: "归脾汤加减, 13 herbs × 7; 自拟方, 5 herbs × 3; 归脾丸". Nothing
/// where nothing was prescribed.
std::optional<QString> prescribedIn(const store::Snapshot &view, RevisionId revision);
/// What a visit's revision prescribes, herbs and ready-made medicines; the prescription group is open.
void addPrescribed(const store::Snapshot &view, Stored &stored);
/// Who else answers for prescriptions that are to be printed; Conflict where nobody does and the clinic asks for it.
Result<Seconds> secondsOf(const store::Snapshot &view, RevisionId revision);
/// The next printed number of the day on this device: 20260312-A0013.
QString nextNumber(store::Transaction &tx);

} // namespace xinglin::consultation
