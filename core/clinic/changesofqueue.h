#pragma once

#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

#include <QMap>

namespace xinglin::changes {

/// What a record changed in a row of "queue_ticket", in sentences; none where it is of a patient whom the reader may
/// not see. For changes.cpp.
QStringList queueSentences(const store::Snapshot &view, const Uuid &row, bool isNew,
                           const QMap<QByteArray, store::ColumnChange> &columns);

} // namespace xinglin::changes
