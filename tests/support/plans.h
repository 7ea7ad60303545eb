#pragma once

#include <QStringList>

namespace xinglin::test {

/// From here on every statement that any connection prepares is explained; full scans that `tests/lint/plans.txt` does
/// not allow are collected.
void watchPlans();
/// "SQL → plan line" of each forbidden scan since the last call.
QStringList takeForbiddenScans();

} // namespace xinglin::test
