#pragma once

#include "clinic/patient/patient.h"

#include "store/query.h"

#include <QByteArray>

/// What can be done with and asked about patients.
namespace xinglin::patient {

/// Problems of a draft, by field, the worst first: what the editor shows while typing and register_() refuses by.
/// @p today is the clinic's civil day. Pure.
QList<Error> problems(const PatientDraft &draft, QDate today);

/// Registers a person under the device's next number.
Result<Patient> register_(store::Transaction &tx, const PatientDraft &draft);
/// Replaces demographics of the record that stays after merges; fields that are equal leave no trace. A field that
/// still holds the mask it was read with stays as it is stored; half a mask is refused. Refuses an alert or a note that
/// differs from what stands there by those who may not write it. @p expected is the `revision` of the patient that was
/// read: Code::Stale where somebody changed them since.
Result<Patient> edit(store::Transaction &tx, PatientId id, const PatientDraft &draft,
                     std::optional<qint64> expected = {});
/// The draft without the fields that hold a mask, for asking problems() while somebody types. Pure.
PatientDraft withoutMasks(const PatientDraft &draft);
/// Hides a patient from everybody but owners, or lifts it. Needs a reason.
Result<Done> setRestricted(store::Transaction &tx, PatientId id, bool restricted, const QString &reason);

/// A patient as far as the reader may see them. Follows a merge to the record that stays.
Result<Patient> find(const store::Snapshot &view, PatientId id);
/// find() without the parts that have permissions of their own, further telephones and `revision`.
Result<Patient> findPlain(const store::Snapshot &view, PatientId id);
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
/// for statements whose ?1 is the patient: it follows merges, hides rows of open imports and those of restricted
/// patients from who may not see them. The lint in tests/lint looks for other ways in.
QByteArray where(const char *alias);
/// The same without the rule for restricted patients: for followers, which run past the gate for everybody.
QByteArray everyRow(const char *alias);
/// A question about one patient's rows, as where() or everyRow() condition it. A record that no other was merged into
/// (nearly every one is) is compared with itself alone: that is answered from the index, while following merges needs
/// tables of SQLite's own, which cost more than the rows.
class RowsOf
{
public:
    /// The statement is @p select (until its WHERE), the condition on @p alias, and @p rest; ?1 is the patient.
    RowsOf(const QByteArray &select, const char *alias, const QByteArray &rest);

    /// What where() lets see; bound to the patient and ready for next(). Further parameters by bindAt().
    store::Query ask(const store::Snapshot &view, PatientId id) const;

private:
    QByteArray m_alone;
    QByteArray m_merged;
};
/// The same by everyRow(), for followers.
class EveryRowOf
{
public:
    EveryRowOf(const QByteArray &select, const char *alias, const QByteArray &rest);
    store::Query ask(store::Connection &connection, const Uuid &id) const;

private:
    QByteArray m_alone;
    QByteArray m_merged;
};
/// Condition on an alias of such a table for lists over many patients; what where() says without naming the patient.
QByteArray ofSeen(const char *alias);
/// Condition on an alias of patient that hides restricted ones from who may not see them.
QByteArray isSeen(const char *alias);
/// Condition on an alias that hides rows of open imports, for tables without patient_id.
QByteArray inClosedBatch(const char *alias);
/// The record that stays after merges; NotFound for one of an open import, and for a restricted one that the actor may
/// not see: the same words for both.
Result<PatientId> canonical(const store::Snapshot &view, PatientId id);
/// Whether the actor may read narrative (or with ReadPrescriptions prescriptions) of this patient: where records are
/// not shared, of one's own patients, of those nobody has treated yet, and of those the glass was broken for. Opens the
/// permission's field groups. @p id is the record that stays.
std::optional<Error> requireShared(const store::Snapshot &view, access::Permission permission, PatientId id);
bool sharesWith(const store::Snapshot &view, access::Permission permission, PatientId id);
/// canonical() of @p id, where requireShared() lets the actor; where canonical() finds none @p missing stands for what
/// it says, so that a row does not tell of a patient who is not to be seen.
Result<PatientId> shared(const store::Snapshot &view, access::Permission permission, PatientId id,
                         const std::optional<Error> &missing = {});

} // namespace xinglin::patient
