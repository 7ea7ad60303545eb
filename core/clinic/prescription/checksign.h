#pragma once

#include "clinic/prescription/consultation.h"
#include "clinic/record/attestations.h"

/// Check-signing (审方): a second person, such as a dispenser, answers for what a visit prescribes. Nothing of its note
/// is read or handed out here.
namespace xinglin::checksign {

/// What a visit prescribes as it stands now.
struct Prescribed
{
    VisitId visit{Uuid(Uuid::Bytes{})};
    RevisionId revision{Uuid(Uuid::Bytes{})};
    PatientId patient{Uuid(Uuid::Bytes{})};
    QDate day;            ///< Of the visit.
    QString practitioner; ///< Who wrote it, as shown.
    RevisionStatus status = RevisionStatus::Preliminary;
    QList<Prescription> prescriptions;
    medicineorder::Orders medicines;
    QList<Attestation> checks; ///< Who has checked it, the first one first; for those who may check.
    bool mayCheck = false;     ///< Whether sign() would take the actor's.
    bool operator==(const Prescribed &) const = default;
};
/// For those who dispense. Leaves the audit row "prescription.open".
Result<Prescribed> ofVisit(const store::Snapshot &view, VisitId id);

/// Signs that the actor has checked what the revision prescribes. Conflict where it is not signed, was amended since,
/// prescribes nothing, is one's own, or bears one's signature already. Leaves the audit row "prescription.check".
Result<Attestation> sign(store::Transaction &tx, RevisionId id, const QString &remark = {});
/// Whether the actor could, for offering it.
Result<bool> maySign(const store::Snapshot &view, RevisionId id);

/// How long a prescription can wait, in days: it is valid for three at most. Source: 《处方管理办法》 (2007),
/// article 18.
constexpr int validDays = 3;

/// A signed visit whose prescriptions are not printed before a second person has signed.
struct Waiting
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    VisitId visit{Uuid(Uuid::Bytes{})};
    Instant signedAt;
    bool operator==(const Waiting &) const = default;
};
/// Those of others that wait for somebody like the actor, the newest first, at most @p limit: signed in the last
/// validDays. None where the clinic does not ask for a second person.
Result<QList<Waiting>> waiting(const store::Snapshot &view, int limit = 100);

} // namespace xinglin::checksign
