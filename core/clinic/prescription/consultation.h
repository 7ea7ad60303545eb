#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/medicineorders.h"
#include "clinic/prescription/prescription.h"
#include "clinic/prescription/prices.h"
#include "clinic/treatment/treatment.h"
#include "engines/safety/prescriptioncheck.h"

/// A visit with its prescriptions and treatments: written, checked, signed and printed as one thing.
namespace xinglin::consultation {

struct Draft
{
    VisitDraft visit;
    QList<PrescriptionDraft> prescriptions;
    QList<TreatmentDraft> treatments;
    QList<MedicineOrder> medicines; ///< Ready-made ones, kept apart from the herbs.
    bool operator==(const Draft &) const = default;
};

struct Stored
{
    VisitRevision revision;
    QList<Prescription> prescriptions;
    QList<Treatment> treatments;
    medicineorder::Orders medicines;
    bool operator==(const Stored &) const = default;
};

/// What the check needs to know of the patient, gathered once per opened visit.
struct PatientFacts
{
    Sex sex = Sex::Unknown;
    std::optional<int> age; ///< Whole years.
    std::optional<bool> pregnant;
    std::optional<bool> lactating;
    QList<Allergy> allergies;
    QStringList medicines;
    bool operator==(const PatientFacts &) const = default;
};
/// @p on is the civil day of the visit, for the age; today where empty.
Result<PatientFacts> factsFor(const store::Snapshot &view, PatientId id, std::optional<QDate> on = {});

/// The part of it that the check of points asks. Pure.
points::PointPatient pointPatient(const PatientFacts &facts);

/// The check of one prescription; the same on every keystroke, at signing and on the command line. Pure.
safety::CheckResult check(const Catalog &catalog, const PrescriptionDraft &draft, const PatientFacts &facts);
/// The check of the one at @p which of all that a visit prescribes, in their order. The patient takes them together:
/// those by mouth are looked at with it for pairs between them and for the sums of toxic herbs. Pure.
safety::CheckResult check(const Catalog &catalog, const QList<PrescriptionDraft> &all, qsizetype which,
                          const PatientFacts &facts);
/// The names a finding is about, as an override and the store say them: joined by 、, those of the visit's other
/// prescriptions last.
QString herbsOf(const safety::Finding &finding);
/// Severe findings that no override with a reason covers: they refuse a signature.
QList<safety::Finding> open(const safety::CheckResult &result, const PrescriptionDraft &draft);

/// Saves without signing: anything may be incomplete.
Result<Stored> save(store::Transaction &tx, const Catalog &catalog, const Draft &draft);
/// Signs: refuses an empty complaint, a line without dose, an open severe finding, a medicine of which is not said how
/// much is taken. Checks again inside the transaction.
Result<Stored> sign(store::Transaction &tx, const Catalog &catalog, const Draft &draft);

/// The newest state of a visit.
Result<Stored> current(const store::Snapshot &view, VisitId id);
/// The patient's visits with a line about what was prescribed, newest first.
Result<QList<VisitSummary>> visitsOf(const store::Snapshot &view, PatientId patient, int limit = 50);
/// The same lines for some of the patient's visits, whose places are known; others are left out.
Result<QList<VisitSummary>> withContents(const store::Snapshot &view, PatientId patient, QList<VisitSummary> visits);
/// What was prescribed at the patient's newest signed visit with a prescription, in its order, for "as last time".
Result<QList<Prescription>> lastPrescriptions(const store::Snapshot &view, PatientId patient);

/// Who answers for a prescription besides its author; either may be empty.
struct Seconds
{
    QString checker;       ///< Who checked the prescription (审核).
    QString countersigner; ///< Who countersigned the whole note (会签).
    bool operator==(const Seconds &) const = default;
};

/// Everything that stands on the printed page.
struct Paper
{
    access::ClinicProfile clinic;
    Patient patient;
    std::optional<Age> age;
    QStringList allergies;
    VisitRevision revision;
    Prescription prescription;
    Seconds seconds = {};
    std::optional<Money> price = {}; ///< Of all packets; none: its place stays free for the hand. See priced().
};
/// The paper with its price by the list of now, where the clinic prints it and every herb has one.
Paper priced(Paper paper, const prices::List &list, const safety::HerbCatalog &herbs);
/// For printing; leaves the audit row "prescription.print". Only signed prescriptions are printed; where the clinic has
/// settled so only those that a second person has checked or whose note one has countersigned (Conflict).
Result<Paper> paper(const store::Snapshot &view, PrescriptionId id);

} // namespace xinglin::consultation
