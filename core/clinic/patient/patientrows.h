#pragma once

#include "clinic/patient/patient.h"

#include <QByteArray>

/// Rows ↔ values of patients; for patients.cpp and search.cpp.
namespace xinglin::patient {

/// Columns that patientFrom() reads, of the alias p.
inline constexpr char PatientColumns[] = "p.id, p.number, p.old_number, p.name, p.sex, p.birth_date, p.birth_lunar,"
                                         " p.phone, p.source, p.deceased, p.registered_ms, p.restricted, p.campaign,"
                                         " p.referred_by_id";
Patient patientFrom(const store::Query &row);

QString toText(DocumentKind kind);
std::optional<DocumentKind> documentKindFrom(const QString &text);

/// The parts that need further permissions, where the actor has them; masks what they may not read in full.
void addParts(const store::Snapshot &view, Patient &patient);
/// Masks name, telephones and identifiers as far as the actor may not read them in full, and says so in `masked`.
void applyMasks(const store::Snapshot &view, Patient &patient);

/// What identifiersFrom() reads; ?1 is the patient.
inline constexpr char IdentifiersSql[] =
    "SELECT document_kind, document_number, address, insurance, occupation, marital_status, guardian_name,"
    " guardian_relation, guardian_phone, emergency_name, emergency_phone FROM patient WHERE id = ?1";
Identifiers identifiersFrom(const store::Query &row);

/// First telephones of records that were merged into this one.
QList<QPair<PatientId, QString>> aliasPhones(const store::Snapshot &view, PatientId id);

/// The results of an assessment of the constitution, in the order of the types; the care group is open.
QList<constitution::Score> constitutionScores(const store::Snapshot &view, const Uuid &assessment);

/// Number of the newest record that touched the patient's row or telephones.
qint64 revisionOf(const store::Snapshot &view, PatientId id);

/// The clinic's number as stored for one as typed: "12846" is "A0012846".
QString wholeNumber(const store::Snapshot &view, const QString &typed);

/// Searching in full or masked; the refusal where the actor may do neither.
std::optional<Error> requireSearch(const store::Snapshot &view);

/// After a merge the notes of both stand one below the other. Past the gate: nobody is shown them here, and whoever
/// merges need not be somebody who reads notes. A sealed note stays where it is.
void joinNotes(store::Transaction &tx, PatientId kept, PatientId merged);
/// The note without what joinNotes() added, where that still stands at its end.
void partNotes(store::Transaction &tx, PatientId kept, PatientId merged);

/// Null where the text is empty, so that "not known" is one thing in the store.
inline QString orNull(const QString &text)
{
    const QString clean = text.trimmed();
    return clean.isEmpty() ? QString() : clean;
}

} // namespace xinglin::patient
