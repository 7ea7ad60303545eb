#pragma once

#include "clinic/patient/patient.h"

#include <QByteArray>

/// Rows ↔ values of patients; for patients.cpp and search.cpp.
namespace xinglin::patient {

/// Columns that patientFrom() reads, of the alias p.
inline constexpr char PatientColumns[] = "p.id, p.number, p.old_number, p.name, p.sex, p.birth_date, p.birth_lunar,"
                                         " p.phone, p.source, p.deceased, p.registered_ms";
Patient patientFrom(const store::Query &row);

QString toText(DocumentKind kind);
std::optional<DocumentKind> documentKindFrom(const QString &text);

/// The parts that need further permissions, where the actor has them.
void addParts(const store::Snapshot &view, Patient &patient);

/// Null where the text is empty, so that "not known" is one thing in the store.
inline QString orNull(const QString &text)
{
    const QString clean = text.trimmed();
    return clean.isEmpty() ? QString() : clean;
}

} // namespace xinglin::patient
