#include "clinic/patient/patienthistory.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

QList<Uuid> rowsOf(const store::Snapshot &view, const char *sql, PatientId id)
{
    store::Query rows = view.sql(sql);
    rows.bind(id);
    QList<Uuid> found;
    while (rows.next())
        found << rows.get<Uuid>(0);
    return found;
}

bool isThere(const store::Snapshot &view, PatientId id)
{
    static const QByteArray sql = "SELECT 1 FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    return view.sql(sql.constData()).bind(id).next();
}

QString textOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

qint64 integerOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<qint64>(value) ? std::get<qint64>(value) : 0;
}

} // namespace

Result<QList<store::ColumnChange>> history(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    access::allows(view, Permission::ReadIdentifiers);
    access::allows(view, Permission::ReadAlert);
    if (!isThere(view, id))
        return Error{Code::NotFound, Tr::tr("There is no such patient."), {}, id.toString()};
    QList<store::ColumnChange> changes = store::history(view, "patient", id.uuid());
    for (const Uuid &row : rowsOf(view, "SELECT id FROM patient_phone WHERE patient_id = ?1 ORDER BY n", id))
        changes << store::history(view, "patient_phone", row);
    if (access::allows(view, Permission::ReadAllergies)) {
        for (const Uuid &row : rowsOf(view, "SELECT id FROM allergy WHERE patient_id = ?1 ORDER BY n", id))
            changes << store::history(view, "allergy", row);
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const store::ColumnChange &a, const store::ColumnChange &b) { return a.at < b.at; });
    view.audit({"patient.history", "patient", id.uuid(), id.uuid(), "ok", {}});
    return changes;
}

Result<Patient> asItStood(const store::Snapshot &view, PatientId id, Instant at)
{
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    const bool identifiers = access::allows(view, Permission::ReadIdentifiers);
    const bool alert = access::allows(view, Permission::ReadAlert);
    const auto state = isThere(view, id) ? store::asItStood(view, "patient", id.uuid(), at) : std::nullopt;
    if (!state)
        return Error{Code::NotFound, Tr::tr("There was no such patient then."), {}, id.toString()};
    Patient patient;
    patient.id = id;
    patient.number = textOf(*state, "number");
    patient.oldNumber = textOf(*state, "old_number");
    patient.name = textOf(*state, "name");
    patient.sex = sexFrom(textOf(*state, "sex")).value_or(Sex::Unknown);
    patient.birthDate = PartialDate::fromText(textOf(*state, "birth_date"));
    patient.birthLunar = integerOf(*state, "birth_lunar") != 0;
    patient.phone = textOf(*state, "phone");
    patient.source = textOf(*state, "source");
    patient.deceased = integerOf(*state, "deceased") != 0;
    patient.registered = instantFromMs(integerOf(*state, "registered_ms"));
    for (const Uuid &row : rowsOf(view, "SELECT id FROM patient_phone WHERE patient_id = ?1 ORDER BY n", id)) {
        const auto phone = store::asItStood(view, "patient_phone", row, at);
        if (phone && integerOf(*phone, "ended") == 0)
            patient.otherPhones << PatientPhone{textOf(*phone, "phone"), textOf(*phone, "whose")};
    }
    if (identifiers)
        patient.identifiers = Identifiers{
            documentKindFrom(textOf(*state, "document_kind")),
            textOf(*state, "document_number"),
            textOf(*state, "address"),
            textOf(*state, "insurance"),
            textOf(*state, "occupation"),
            textOf(*state, "marital_status"),
            {textOf(*state, "guardian_name"), textOf(*state, "guardian_relation"), textOf(*state, "guardian_phone")},
            textOf(*state, "emergency_name"),
            textOf(*state, "emergency_phone")};
    if (alert)
        patient.deskAlert = textOf(*state, "desk_alert");
    view.audit({"patient.open", "patient", id.uuid(), id.uuid(), "ok", QStringLiteral("as of %1").arg(toMs(at))});
    return patient;
}

} // namespace xinglin::patient
