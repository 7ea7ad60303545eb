#pragma once

#include "clinic/record/visit.h"

/// Rows ↔ values of visits; for visits.cpp.
namespace xinglin::record {

/// Columns that revisionFrom() reads, of the aliases r (revision), v (visit), u (author).
inline constexpr char RevisionColumns[] =
    "r.id, r.visit_id, v.patient_id, r.number, r.status, v.day, u.name, u.title, r.written_ms, r.signed_ms, r.reason,"
    " r.form, r.complaint, r.history, r.inspection, r.listening, r.advice, r.note, r.sensitive,"
    " u.licence";
VisitRevision revisionFrom(const store::Query &row);

/// Of a text of the store, which knows no other kinds.
DiagnosisKind diagnosisKindFrom(const QString &text);

/// Answers and diagnoses of a revision.
void writeParts(store::Transaction &tx, RevisionId revision, const VisitNote &note);
void readParts(const store::Snapshot &view, RevisionId revision, VisitNote &note);
/// Complaint, status and diagnosis of the newest revision; the narrative group is open.
void addClinicalParts(const store::Snapshot &view, VisitSummary &summary);

} // namespace xinglin::record
