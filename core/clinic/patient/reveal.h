#pragma once

#include "clinic/patient/patient.h"

namespace xinglin::patient {

/// One masked field in full, to be shown for a minute. Leaves the audit row "patient.reveal" with the field's name,
/// which is committed before the value leaves. Empty where nothing is stored.
Result<QString> reveal(const store::Snapshot &view, PatientId id, MaskedField field);

/// How long a screen may show it.
inline constexpr std::chrono::seconds RevealTime{60};

/// The field's code in the audit row and on the command line: "document-number".
QString toText(MaskedField field);
std::optional<MaskedField> maskedFieldFrom(const QString &text);

/// The value as it is shown to those who may not read it in full. Pure.
QString masked(MaskedField field, const QString &value);

} // namespace xinglin::patient
