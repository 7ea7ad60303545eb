#include "clinic/patient/patienttrail.h"

#include "base/text/mask.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

namespace xinglin::patient {

Result<QHash<Uuid, Label>> labels(const store::Snapshot &view, const QList<Uuid> &records)
{
    if (auto refused = requireSearch(view))
        return *refused;
    const bool whole = access::allows(view, access::Permission::SearchPatients);
    QHash<Uuid, Label> found;
    static const QByteArray sql = "SELECT p.name, p.number FROM patient p WHERE p.id = ?1 AND " + isSeen("p");
    store::Query row = view.sql(sql.constData());
    for (const Uuid &record : records) {
        if (found.contains(record) || !row.bind(record).next())
            continue;
        const QString name = row.get<QString>(0);
        found.insert(record, {whole ? name : maskName(name), row.get<QString>(1)});
    }
    return found;
}

Result<QList<Uuid>> recordsOf(const store::Snapshot &view, PatientId id)
{
    if (auto refused = requireSearch(view))
        return *refused;
    const auto kept = canonical(view, id);
    if (!kept)
        return kept.error();
    QList<Uuid> records{kept->uuid()};
    store::Query merged = view.sql("WITH RECURSIVE same(id) AS (SELECT id FROM patient WHERE merged_into_id = ?1 UNION"
                                   " SELECT m.id FROM patient m JOIN same ON m.merged_into_id = same.id)"
                                   " SELECT id FROM same");
    merged.bind(*kept);
    while (merged.next())
        records << merged.get<Uuid>(0);
    return records;
}

Result<auditlog::Page> trail(const store::Snapshot &view, PatientId id, std::optional<qint64> before, int limit)
{
    const auto records = recordsOf(view, id);
    if (!records)
        return records.error();
    auditlog::Filter filter;
    filter.patients = *records;
    if (!access::allows(view, access::Permission::ReadAudit) && view.actor().user)
        filter.user = access::UserId(*view.actor().user);
    return auditlog::read(view, filter, before, limit);
}

} // namespace xinglin::patient
