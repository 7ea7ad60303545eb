#pragma once

#include "store/recordchanges.h"

#include <QStringList>

/// Changes of a patient's family and tags in sentences; for changes.cpp.
namespace xinglin::changes {

/// The name of whom a column points at, for who may see them; empty else.
QString nameOfPatient(const store::Snapshot &view, const store::Value &id);
/// @p status that a row of a relation has got; empty where it is new. Nothing where one of the two is hidden.
QStringList relationLines(const store::Snapshot &view, const Uuid &row, const QString &status);
/// Of a tag that a patient was given, or that was taken from them.
QStringList tagLines(const store::Snapshot &view, const Uuid &row, bool ended);

} // namespace xinglin::changes
