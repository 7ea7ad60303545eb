#include "clinic/patient/patientrows.h"

#include "clinic/patient/patients.h"

namespace xinglin {

QString toText(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return QStringLiteral("male");
    case Sex::Female:
        return QStringLiteral("female");
    case Sex::Other:
        return QStringLiteral("other");
    case Sex::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

std::optional<Sex> sexFrom(const QString &text)
{
    for (const Sex sex : {Sex::Male, Sex::Female, Sex::Other, Sex::Unknown}) {
        if (toText(sex) == text)
            return sex;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::patient {

namespace {

struct NamedKind
{
    DocumentKind kind;
    const char *name;
};
constexpr NamedKind kinds[] = {
    {DocumentKind::ResidentId, "resident-id"},
    {DocumentKind::Passport, "passport"},
    {DocumentKind::HkMacaoPermit, "hk-macao-permit"},
    {DocumentKind::TaiwanPermit, "taiwan-permit"},
    {DocumentKind::ForeignerResidence, "foreigner-residence"},
    {DocumentKind::Other, "other"},
};

} // namespace

QString toText(DocumentKind kind)
{
    for (const NamedKind &named : kinds) {
        if (named.kind == kind)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<DocumentKind> documentKindFrom(const QString &text)
{
    for (const NamedKind &named : kinds) {
        if (text == QLatin1String(named.name))
            return named.kind;
    }
    return std::nullopt;
}

Patient patientFrom(const store::Query &row)
{
    Patient patient;
    patient.id = row.get<PatientId>(0);
    patient.number = row.get<QString>(1);
    patient.oldNumber = row.get<QString>(2);
    patient.name = row.get<QString>(3);
    patient.sex = sexFrom(row.get<QString>(4)).value_or(Sex::Unknown);
    patient.birthDate = row.get<std::optional<PartialDate>>(5);
    patient.birthLunar = row.get<bool>(6);
    patient.phone = row.get<QString>(7);
    patient.source = row.get<QString>(8);
    patient.deceased = row.get<bool>(9);
    patient.registered = row.get<Instant>(10);
    return patient;
}

void addParts(const store::Snapshot &view, Patient &patient)
{
    static const QByteArray sql = "SELECT t.phone, t.whose FROM patient_phone t WHERE t.patient_id = ?1"
                                  " AND t.ended = 0 AND " +
                                  inClosedBatch("t") + " ORDER BY t.n";
    store::Query phones = view.sql(sql.constData());
    phones.bind(patient.id);
    while (phones.next())
        patient.otherPhones << PatientPhone{phones.get<QString>(0), phones.get<QString>(1)};
    if (access::allows(view, access::Permission::ReadIdentifiers)) {
        store::Query row =
            view.sql("SELECT document_kind, document_number, address, insurance, occupation, marital_status,"
                     " guardian_name, guardian_relation, guardian_phone, emergency_name, emergency_phone"
                     " FROM patient WHERE id = ?1");
        row.bind(patient.id).next();
        patient.identifiers = Identifiers{documentKindFrom(row.get<QString>(0)),
                                          row.get<QString>(1),
                                          row.get<QString>(2),
                                          row.get<QString>(3),
                                          row.get<QString>(4),
                                          row.get<QString>(5),
                                          {row.get<QString>(6), row.get<QString>(7), row.get<QString>(8)},
                                          row.get<QString>(9),
                                          row.get<QString>(10)};
    }
    if (access::allows(view, access::Permission::ReadAlert)) {
        store::Query row = view.sql("SELECT desk_alert FROM patient WHERE id = ?1");
        row.bind(patient.id).next();
        patient.deskAlert = row.get<QString>(0);
    }
    if (access::allows(view, access::Permission::ReadNarrative)) {
        store::Query row = view.sql("SELECT note FROM patient WHERE id = ?1");
        row.bind(patient.id).next();
        patient.note = row.get<QString>(0);
    }
}

} // namespace xinglin::patient
