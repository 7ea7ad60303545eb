#pragma once

#include "clinic/prescription/prescription.h"

/// Severe findings that were signed over, for whoever answers for the clinic.
namespace xinglin::consultation {

/// One severe finding of a signed prescription that somebody signed over with a reason.
struct Overridden
{
    qint64 place = 0; ///< Later ones have greater ones; for going on from here.
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString name; ///< Of the patient, as far as the actor may see it.
    QString number;
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;            ///< Of the visit.
    QString practitioner; ///< Name as shown; who signed.
    QString prescription; ///< Its printed number.
    QString rule;         ///< See severities.json: "allergy-exact".
    QString herbs;        ///< As written, joined by 、
    QString reason;
    bool operator==(const Overridden &) const = default;
};

/// The latest first, at most @p limit, older than @p before where it is given. A prescription that was amended since
/// counts as it stands now. Leaves the audit row "override.list".
Result<QList<Overridden>> overrides(const store::Snapshot &view, int limit = 100, std::optional<qint64> before = {});

} // namespace xinglin::consultation
