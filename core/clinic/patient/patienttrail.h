#pragma once

#include "access/auditlog.h"
#include "clinic/patient/patient.h"

/// Patients in the audit log: who they are, and who looked at them.
namespace xinglin::patient {

/// A patient as the audit log's reader may see them.
struct Label
{
    QString name; ///< Masked for those who may not read names.
    QString number;
    bool operator==(const Label &) const = default;
};
/// By id of record, merged ones too. Who is not to be seen is missing.
Result<QHash<Uuid, Label>> labels(const store::Snapshot &view, const QList<Uuid> &records);

/// Every record of this patient: the one that stays first, then those merged into it.
Result<QList<Uuid>> recordsOf(const store::Snapshot &view, PatientId id);

/// Who did what with this patient's record; see auditlog::read().
Result<auditlog::Page> trail(const store::Snapshot &view, PatientId id, std::optional<qint64> before = {},
                             int limit = 100);

} // namespace xinglin::patient
