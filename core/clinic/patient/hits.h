#pragma once

#include "clinic/patient/patient.h"
#include "store/snapshot.h"

/// Lines of result lists; for search.cpp and duplicates.cpp.
namespace xinglin::patient {

/// What hitFrom() reads: of the aliases p (patient) and r (patient_rank), after SELECT.
inline constexpr char HitColumns[] =
    " p.id, r.number, r.name, r.pinyin, p.sex, p.birth_date, r.phone, r.last_visit, r.visits, r.pid"
    " FROM patient_rank r JOIN patient p ON p.n = r.pid";
/// @p plain: the reader may see names in full.
PatientHit hitFrom(const store::Query &row, bool plain);
/// The lines of records by their numbers in the store, in their order; without those the reader may not see. The
/// caller has asked for the permission to search.
QList<PatientHit> hitsOf(const store::Snapshot &view, const QList<qint64> &numbers);

} // namespace xinglin::patient
