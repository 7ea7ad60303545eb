#pragma once

#include "clinic/record/attestations.h"

/// Rows ↔ values of attestations; for attestations.cpp and the check of prescriptions.
namespace xinglin::attestation {

/// Those under a revision, the first one first; their group is open. @p scope: of this one alone.
QList<Attestation> standing(const store::Snapshot &view, RevisionId id, std::optional<AttestationScope> scope = {});
/// Whether @p id is signed and the newest state of its visit, and somebody else's: what any second signature asks. The
/// sentences are those of @p scope; nothing: it can be signed under.
std::optional<Error> obstacle(const store::Snapshot &view, RevisionId id, AttestationScope scope);
/// The actor's own signature under it, just now.
Attestation write(store::Transaction &tx, RevisionId id, PatientId patient, AttestationScope scope,
                  const QString &remark);

} // namespace xinglin::attestation
