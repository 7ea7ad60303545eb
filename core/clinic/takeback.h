#pragma once

#include "access/permission.h"
#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

/// The acts that can be taken back, each with what undoes it; for journal.cpp.
namespace xinglin::takeback {

/// How one act is undone. The act's permission is asked and its groups are open before either is called.
struct Undo
{
    const char *act;
    access::Permission permission;
    /// What stands on it.
    std::optional<Error> (*obstacle)(const store::Snapshot &, const store::RecordChanges &);
    void (*restore)(store::Transaction &, const store::RecordChanges &);
    bool blindly = false; ///< It may have changed something that whoever takes it back may not read.
};

/// nullptr for acts that are corrected instead. Knows undone and redone acts as well.
const Undo *undoOf(const QByteArray &act);
/// Further permissions that the changed columns ask for, such as the desk alert's.
QList<access::Permission> permissionsFor(const store::RecordChanges &record);
/// The record that has taken @p record back, where there is one.
std::optional<store::RecordChanges> undoing(const store::Snapshot &view, const store::RecordChanges &record);
/// The patient whose rows the record changed.
std::optional<PatientId> patientOf(const store::Snapshot &view, const store::RecordChanges &record);

} // namespace xinglin::takeback
