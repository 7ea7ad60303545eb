#include "clinic/prescription/overrides.h"

#include "clinic/patient/patients.h"

#include <limits>

namespace xinglin::consultation {

using access::Permission;

Result<QList<Overridden>> overrides(const store::Snapshot &view, int limit, std::optional<qint64> before)
{
    for (const Permission permission : {Permission::ReadAudit, Permission::ReadPrescriptions}) {
        if (auto refused = access::require(view, permission))
            return *refused;
    }
    access::allows(view, Permission::ReadPeople);
    // Without a number it was not signed; with a child it was amended.
    static const QByteArray sql =
        "SELECT f.n, p.patient_id, r.visit_id, v.day, u.name, p.number, f.rule, f.herbs, f.override_reason"
        " FROM prescription_finding f JOIN prescription p ON p.id = f.prescription_id"
        " JOIN visit_revision r ON r.id = p.revision_id JOIN visit v ON v.id = r.visit_id"
        " LEFT JOIN user u ON u.id = r.author_id WHERE f.severity = 'severe' AND f.override_reason IS NOT NULL"
        " AND f.n < ?1 AND p.number <> '' AND v.status <> 'entered-in-error'"
        " AND NOT EXISTS (SELECT 1 FROM visit_revision later WHERE later.visit_id = r.visit_id"
        " AND later.parent_id = r.id) AND " +
        patient::ofSeen("p") + " ORDER BY f.n DESC LIMIT ?2";
    store::Query rows = view.sql(sql.constData());
    rows.bind(before.value_or(std::numeric_limits<qint64>::max()), limit);
    QList<Overridden> found;
    while (rows.next()) {
        Overridden one;
        one.place = rows.get<qint64>(0);
        one.patient = rows.get<PatientId>(1);
        one.visit = rows.get<VisitId>(2);
        one.day = QDate(1970, 1, 1).addDays(rows.get<qint64>(3));
        one.practitioner = rows.get<QString>(4);
        one.prescription = rows.get<QString>(5);
        one.rule = rows.get<QString>(6);
        one.herbs = rows.get<QString>(7);
        one.reason = rows.get<QString>(8);
        found << one;
    }
    for (Overridden &one : found) {
        if (const auto person = patient::findPlain(view, one.patient)) {
            one.name = person->name;
            one.number = person->number;
        }
    }
    view.audit({"override.list", {}, {}, {}, "ok", {}});
    return found;
}

} // namespace xinglin::consultation
