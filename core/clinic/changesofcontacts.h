#pragma once

#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

#include <QMap>

namespace xinglin::changes {

/// What a record changed in a row of "enquiry" or "communication", in sentences; none where it is about a patient whom
/// the reader may not see. For changes.cpp.
QStringList contactSentences(const store::Snapshot &view, const QByteArray &table, const Uuid &row, bool isNew,
                             const QMap<QByteArray, store::ColumnChange> &columns);

/// What a patient had asked before they became one, with what was said then. For changes.cpp, which has asked for
/// Permission::ReadContacts.
QList<store::RowName> contactRowsOf(const store::Snapshot &view, PatientId id);

} // namespace xinglin::changes
