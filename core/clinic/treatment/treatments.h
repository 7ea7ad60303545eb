#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/treatment/treatment.h"

/// Acupuncture and therapies as orders of a visit.
namespace xinglin::treatment {

/// Whether and how a needle enters at a point of the treatment. Pure, as all up to check().
points::Entering enteringOf(const TreatmentDraft &draft, const TreatmentPoint &point);
/// Whether needles stay in and have to come out again, however many: also where no points are written.
bool leavesNeedles(const TreatmentDraft &draft);
/// Needles that usually stay in at a point, on both sides together: none where it is pricked, warmed or pressed.
int usualNeedles(const Catalog &catalog, const TreatmentDraft &draft, const TreatmentPoint &point);
/// A point of the catalogue as it is usually taken: on both sides where it has two.
TreatmentPoint pointOf(const Catalog &catalog, const TreatmentDraft &draft, const points::AcuPoint &point);
/// What is wrong with a draft; its field is "treatments[@p index].minutes" and so on.
std::optional<Error> problem(const TreatmentDraft &draft, qsizetype index, bool toSign);
/// Cautions of its points for this patient; the same on every keystroke and at signing.
points::PointResult check(const Catalog &catalog, const TreatmentDraft &draft, const points::PointPatient &patient);

/// Writes the treatments of a revision that was just made, as a part of the visit: asks no permission of its own. An
/// order whose course stood in the visit before keeps it, so that the sessions given are not lost; checks each again,
/// and refuses to sign what is severe.
Result<QList<Treatment>> write(store::Transaction &tx, const Catalog &catalog, const VisitRevision &revision,
                               const QList<TreatmentDraft> &drafts, const points::PointPatient &patient, bool toSign);
/// Whether the revision a draft follows orders treatments. Past the gate: those who may not read them must not drop
/// them by writing the visit again.
bool hasTreatments(const store::Snapshot &view, RevisionId revision);

/// The treatments of a revision for those who may read them; empty for everybody else.
QList<Treatment> ofRevision(const store::Snapshot &view, RevisionId revision, PatientId patient);
/// What the newest revision of a visit orders, in a line; the treatment group is open.
std::optional<QString> summaryOf(const store::Snapshot &view, VisitId visit);
/// The acupuncture of the latest signed visit that had points, for "as last time".
Result<std::optional<Treatment>> lastPoints(const store::Snapshot &view, PatientId patient);

/// An order with the sessions that were given of it.
struct Order
{
    Treatment treatment;
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;                        ///< Of the visit.
    QString practitioner;             ///< Name as shown.
    QString practitionerLicence;      ///< Number of their practising certificate; may be empty.
    bool stands = true;               ///< In the newest revision of its visit; else it was amended away.
    QList<TreatmentSession> sessions; ///< Oldest first, without those entered in error.
    bool operator==(const Order &) const = default;

    int done() const;                        ///< Given or being given.
    int remaining() const;                   ///< None where the order does not stand any more.
    const TreatmentSession *running() const; ///< nullptr: none.
    bool isOpen() const { return remaining() > 0 || running(); }
};
/// Signed orders of the patient and whatever was given: those with a session running first, then open ones, then what
/// is done, newest first. Leaves the audit row "treatment.open".
Result<QList<Order>> ordersOf(const store::Snapshot &view, PatientId patient);

/// Everything on the printed sheet.
struct Sheet
{
    access::ClinicProfile clinic;
    Patient patient;
    std::optional<Age> age;
    QStringList allergies;
    QString diagnosis; ///< For those who may read it.
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;
    QString practitioner;
    QList<Order> orders;              ///< Of this visit, in their order.
    QString practitionerLicence = {}; ///< May be empty.
};
/// For printing; leaves the audit row "treatment.print". Only what is signed is printed. NotFound where the visit
/// orders no treatment.
Result<Sheet> sheet(const store::Snapshot &view, VisitId visit);

} // namespace xinglin::treatment
