#include "clinic/rowsofpatient.h"

#include "clinic/changesofcontacts.h"
#include "clinic/changesofschedule.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/relations.h"

namespace xinglin::changes {

namespace {

using access::Permission;

QList<store::RowName> named(const store::Snapshot &view, PatientId id, const char *table, const QByteArray &sql)
{
    QList<store::RowName> found;
    store::Query rows = view.sql(sql.constData());
    rows.bind(id);
    while (rows.next())
        found << store::RowName{table, rows.get<Uuid>(0)};
    return found;
}

} // namespace

QList<store::RowName> rowsOfPatient(const store::Snapshot &view, PatientId id)
{
    static const QByteArray phones = "SELECT t.id FROM patient_phone t WHERE " + patient::where("t");
    static const QByteArray allergies = "SELECT a.id FROM allergy a WHERE " + patient::where("a");
    static const QByteArray medicines = "SELECT m.id FROM medication_statement m WHERE " + patient::where("m");
    static const QByteArray pregnancies = "SELECT s.id FROM pregnancy_status s WHERE " + patient::where("s");
    static const QByteArray constitutions = "SELECT c.id FROM constitution_assessment c WHERE " + patient::where("c");
    static const QByteArray visits = "SELECT v.id FROM visit v WHERE " + patient::where("v");
    static const QByteArray attachments = "SELECT a.id FROM attachment a WHERE " + patient::where("a");
    static const QByteArray revisions =
        "SELECT r.id FROM visit v JOIN visit_revision r ON r.visit_id = v.id WHERE " + patient::where("v");
    QList<store::RowName> rows{{"patient", id.uuid()}};
    rows << named(view, id, "patient_phone", phones);
    static const QByteArray tags = "SELECT g.id FROM patient_tag g WHERE " + patient::where("g");
    static const QByteArray relatives = "SELECT r.id FROM related_person r WHERE " + patient::where("r");
    static const QByteArray relatedTo = "SELECT r.id FROM related_person r WHERE " + relation::ofRelative();
    rows << named(view, id, "related_person", relatives) << named(view, id, "related_person", relatedTo);
    if (access::allows(view, Permission::SearchPatients))
        rows << named(view, id, "patient_tag", tags);
    if (access::allows(view, Permission::ReadAllergies))
        rows << named(view, id, "allergy", allergies);
    if (access::allows(view, Permission::ReadCare, id.uuid()))
        rows << named(view, id, "medication_statement", medicines) << named(view, id, "pregnancy_status", pregnancies);
    if (access::allows(view, Permission::ReadCare))
        rows << named(view, id, "constitution_assessment", constitutions);
    static const QByteArray contacts = "SELECT c.id FROM communication c WHERE " + patient::where("c");
    if (access::allows(view, Permission::ReadContacts)) {
        rows << named(view, id, "communication", contacts);
        rows << contactRowsOf(view, id);
    }
    if (access::allows(view, Permission::ReadSchedule))
        rows << scheduleRowsOf(view, id);
    static const QByteArray tickets = "SELECT t.id FROM queue_ticket t WHERE " + patient::where("t");
    if (access::allows(view, Permission::ReadSchedule))
        rows << named(view, id, "queue_ticket", tickets);
    if (access::allows(view, Permission::ReadVisits))
        rows << named(view, id, "visit", visits);
    static const QByteArray sessions = "SELECT s.id FROM treatment_session s WHERE " + patient::where("s");
    if (patient::sharesWith(view, Permission::ReadTreatments, id))
        rows << named(view, id, "treatment_session", sessions);
    static const QByteArray attestations = "SELECT a.id FROM attestation a WHERE " + patient::where("a");
    static const QByteArray conditions = "SELECT c.id FROM condition c WHERE " + patient::where("c");
    static const QByteArray families = "SELECT f.id FROM family_history f WHERE " + patient::where("f");
    static const QByteArray certificates = "SELECT c.id FROM certificate c WHERE " + patient::where("c");
    if (patient::sharesWith(view, Permission::ReadNarrative, id))
        rows << named(view, id, "visit_revision", revisions) << named(view, id, "attachment", attachments)
             << named(view, id, "certificate", certificates) << named(view, id, "attestation", attestations)
             << named(view, id, "condition", conditions) << named(view, id, "family_history", families);
    else if (patient::sharesWith(view, Permission::CheckPrescription, id))
        rows << named(view, id, "attestation", attestations);
    return rows;
}

} // namespace xinglin::changes
