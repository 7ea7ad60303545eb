#pragma once

#include "app/cli/input.h"
#include "app/cli/output.h"
#include "clinic/patient/patient.h"

#include <QJsonObject>

namespace xinglin::cli {

/// The promised shape of a patient. Parts the reader may not see are missing.
QJsonObject toJson(const Patient &patient);
/// What a list of results shows; telephones are masked.
QJsonObject toJson(const PatientHit &hit);
/// The same in words, a field a line, with @p more fields at the end.
void showPatient(Output &output, const Patient &patient, const QList<QPair<QString, QString>> &more = {});
/// male, female … in the language of the program.
QString sexInWords(Sex sex);

/// Reads a patient to register; Invalid with the member at fault.
Result<PatientDraft> draftFromJson(const QByteArray &json);

} // namespace xinglin::cli
