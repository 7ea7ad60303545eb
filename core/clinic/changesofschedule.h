#pragma once

#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

#include <QMap>

namespace xinglin::changes {

/// What a record changed in a row of the schedule, in sentences; none where it is about a patient whom the reader may
/// not see. @p named: the record is about several, so each sentence says about whom. For changes.cpp.
QStringList scheduleSentences(const store::Snapshot &view, const QByteArray &table, const Uuid &row, bool isNew,
                              const QMap<QByteArray, store::ColumnChange> &columns, bool named);
/// Whether a table is told about by scheduleSentences().
bool isOfSchedule(const QByteArray &table);

/// What is booked for a patient and what they wait for. For changes.cpp, which has asked for Permission::ReadSchedule.
QList<store::RowName> scheduleRowsOf(const store::Snapshot &view, PatientId id);

} // namespace xinglin::changes
