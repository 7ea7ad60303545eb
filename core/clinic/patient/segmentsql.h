#pragma once

#include "engines/segments/definition.h"
#include "engines/segments/stage.h"
#include "store/snapshot.h"

/// Definitions of segments as SQL; for segments.cpp alone.
namespace xinglin::segment {

/// A condition on the aliases p (patient) and r (patient_rank) of a statement that begins with with().
struct Compiled
{
    QByteArray condition;
    QList<store::Value> values; ///< Of ?1, ?2, …
};

/// Begins a statement: the records that were merged into others and are seen.
QByteArray with();
/// Every value of @p definition is a parameter. Refuses conditions the actor may not ask (NoPermission) and codes that
/// are none (Invalid), with the path in `field`; opens what the conditions read.
Result<Compiled> compile(const store::Snapshot &view, const segments::Definition &definition,
                         const segments::Thresholds &thresholds);

} // namespace xinglin::segment
