#pragma once

#include "clinic/record/visit.h"

namespace xinglin {

using AttestationId = Id<struct AttestationTag>;

/// A second person's signature under a signed note.
struct Attestation
{
    AttestationId id{Uuid(Uuid::Bytes{})};
    RevisionId revision{Uuid(Uuid::Bytes{})};
    QString attester; ///< Name as shown.
    QString remark;   ///< May be empty.
    Instant at;
    bool operator==(const Attestation &) const = default;
};

QDebug operator<<(QDebug, const Attestation &) = delete;

} // namespace xinglin

/// Countersigning: somebody else than its author answers for a signed note too.
namespace xinglin::attestation {

/// Signs under the note that @p id is. Conflict where it is not signed, was amended since, is one's own, or bears one's
/// signature already.
Result<Attestation> countersign(store::Transaction &tx, RevisionId id, const QString &remark = {});
/// Whether the actor could, for offering it.
Result<bool> mayCountersign(const store::Snapshot &view, RevisionId id);
/// Who signed under this state of a note, the first one first.
Result<QList<Attestation>> of(const store::Snapshot &view, RevisionId id);

} // namespace xinglin::attestation
