#pragma once

#include "clinic/patient/patient.h"

#include <QByteArray>

/// What can be done with and asked about patients.
namespace xinglin::patient {

/// Problems of a draft, by field, the worst first: what the editor shows while typing and register_() refuses by.
/// @p today is the clinic's civil day. Pure.
QList<Error> problems(const PatientDraft &draft, QDate today);

/// Registers a person under the device's next number.
Result<Patient> register_(store::Transaction &tx, const PatientDraft &draft);
/// Replaces demographics by the draft; fields that are equal leave no trace.
Result<Patient> edit(store::Transaction &tx, PatientId id, const PatientDraft &draft);

/// A patient as far as the reader may see them. Follows a merge to the record that stays.
Result<Patient> find(const store::Snapshot &view, PatientId id);
/// By the clinic's number ("A0012846", "12846"), an old number or an id's text.
Result<Patient> findByReference(const store::Snapshot &view, const QString &reference);
/// find(), and leaves the audit row "patient.open". For everything that shows a person's record.
Result<PatientStrip> open(const store::Snapshot &view, PatientId id);

/// Best first: exact, then prefix, then inner matches, each by last visit. An empty text gives the latest seen.
/// Does not note the look; see noteSearch().
Result<QList<PatientHit>> search(const store::Snapshot &view, const QString &typed, int limit = 50);
/// The audit row of a settled search.
void noteSearch(const store::Snapshot &view, const QString &typed, qsizetype hits);
/// Those with the same phone (a household), without the one given.
Result<QList<PatientHit>> household(const store::Snapshot &view, const QString &phone, std::optional<PatientId> but);
Result<qint64> count(const store::Snapshot &view);

Result<Allergy> recordAllergy(store::Transaction &tx, PatientId id, const AllergyDraft &draft);
Result<Done> retractAllergy(store::Transaction &tx, AllergyId id, const QString &reason);
Result<QList<Allergy>> allergies(const store::Snapshot &view, PatientId id);
Result<Done> recordPregnancy(store::Transaction &tx, PatientId id, std::optional<bool> pregnant,
                             std::optional<bool> lactating);
Result<Done> recordMedicine(store::Transaction &tx, PatientId id, const QString &medicine, const QString &dosage);

/// The one door to a patient's rows. `where("v")` is a condition on the alias v of a table with patient_id and batch_id
/// for statements whose ?1 is the patient: it follows merges and hides rows of open imports. The lint in tests/lint
/// looks for other ways in.
QByteArray where(const char *alias);
/// Condition on an alias that hides rows of open imports, for tables without patient_id.
QByteArray inClosedBatch(const char *alias);
/// The record that stays after merges; NotFound for one of an open import.
Result<PatientId> canonical(const store::Snapshot &view, PatientId id);

} // namespace xinglin::patient
