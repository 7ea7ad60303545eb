#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using AttestationId = Id<struct AttestationTag>;

/// What a second person answers for.
enum class AttestationScope {
    Note,         ///< All of it, as another practitioner (会签).
    Prescription, ///< What it prescribes alone, as those who dispense do (审方).
};

/// A second person's signature under a signed note.
struct Attestation
{
    AttestationId id{Uuid(Uuid::Bytes{})};
    RevisionId revision{Uuid(Uuid::Bytes{})};
    AttestationScope scope = AttestationScope::Note;
    QString attester; ///< Name as shown.
    QString remark;   ///< May be empty.
    Instant at;
    bool operator==(const Attestation &) const = default;
};

QDebug operator<<(QDebug, const Attestation &) = delete;

} // namespace xinglin

/// Countersigning: somebody else than its author answers for a signed note too. For prescriptions alone see
/// checksign.
namespace xinglin::attestation {

/// Signs under the note that @p id is. Conflict where it is not signed, was amended since, is one's own, or bears one's
/// signature already.
Result<Attestation> countersign(store::Transaction &tx, RevisionId id, const QString &remark = {});
/// Whether the actor could, for offering it.
Result<bool> mayCountersign(const store::Snapshot &view, RevisionId id);
/// Who signed under this state of a note or checked what it prescribes, the first one first.
Result<QList<Attestation>> of(const store::Snapshot &view, RevisionId id);

} // namespace xinglin::attestation
