#pragma once

#include "base/result.h"
#include "engines/safety/prescriptioncheck.h"

#include <QByteArray>
#include <QJsonObject>

namespace xinglin::safety {

/// A prescription to check, as the command line takes it, and the members nobody knows ("herbs[0].dose").
struct CheckRequest
{
    CheckInput input;
    QStringList ignored;
};

/// Reads {"herbs":[{"name","herb"?,"dose_g"?,"preparation"?}],"packets_per_day"?,"times_per_day"?,"route",
/// "patient"?:{"sex"?,"age"?,"pregnant"?,"lactating"?,"allergies"?},"medicines"?}. Strict about types: "9" is no dose.
/// The error names the place ("herbs[3].dose_g").
Result<CheckRequest> checkRequestFromJson(const QByteArray &json);

/// {"name","herb","name_zh","processed"?,"how","preparation"?}: a line of `herb resolve`; herb is null where unknown.
QJsonObject toJson(const ResolvedName &name);

/// The answer of `prescription check`. @p ignored comes back in the scope, so that a misspelt member is never silent.
QJsonObject toJson(const CheckResult &result, const QStringList &ignored = {});

} // namespace xinglin::safety
