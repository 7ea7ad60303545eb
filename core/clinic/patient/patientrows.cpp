#include "clinic/patient/patientrows.h"

#include "base/text/mask.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/reveal.h"

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
    patient.restricted = row.get<bool>(11);
    patient.campaign = row.get<QString>(12);
    patient.referredBy = row.get<std::optional<PatientId>>(13);
    return patient;
}

Identifiers identifiersFrom(const store::Query &row)
{
    return {documentKindFrom(row.get<QString>(0)),
            row.get<QString>(1),
            row.get<QString>(2),
            row.get<QString>(3),
            row.get<QString>(4),
            row.get<QString>(5),
            {row.get<QString>(6), row.get<QString>(7), row.get<QString>(8)},
            row.get<QString>(9),
            row.get<QString>(10)};
}

QList<QPair<PatientId, QString>> aliasPhones(const store::Snapshot &view, PatientId id)
{
    // CROSS: else SQLite walks all patients in the wanted order and looks for each among the few.
    static const QByteArray sql =
        "WITH RECURSIVE same(id) AS (VALUES(?1) UNION SELECT mp.id FROM patient mp JOIN same"
        " ON mp.merged_into_id = same.id) SELECT p.id, p.phone FROM same CROSS JOIN patient p ON p.id = same.id"
        " WHERE p.id <> ?1 AND p.phone IS NOT NULL AND " +
        inClosedBatch("p") + " ORDER BY p.n";
    QList<QPair<PatientId, QString>> found;
    store::Query rows = view.sql(sql.constData());
    rows.bind(id);
    while (rows.next())
        found.append({rows.get<PatientId>(0), rows.get<QString>(1)});
    return found;
}

qint64 revisionOf(const store::Snapshot &view, PatientId id)
{
    // The log's own tables say nothing of what was changed, only when.
    store::Connection &log = view.connection();
    store::Query row = log.internal(
        "SELECT max(t.record) FROM touch t WHERE t.t = ?2 AND t.r = (SELECT n FROM patient WHERE id = ?1)");
    row.bind(id, view.registry().table("patient")->wire).next();
    // CROSS: else SQLite walks the touches of all telephones.
    store::Query phones =
        log.internal("SELECT max(t.record) FROM patient_phone p CROSS JOIN touch t ON t.t = ?2 AND t.r = p.n"
                     " WHERE p.patient_id = ?1");
    phones.bind(id, view.registry().table("patient_phone")->wire).next();
    return std::max(row.get<qint64>(0), phones.get<qint64>(0));
}

std::optional<Error> requireSearch(const store::Snapshot &view)
{
    if (access::allows(view, access::Permission::SearchMasked))
        return std::nullopt;
    return access::require(view, access::Permission::SearchPatients);
}

void applyMasks(const store::Snapshot &view, Patient &patient)
{
    const auto mask = [&](MaskedField field, QString &value) {
        if (value.isEmpty())
            return;
        value = masked(field, value);
        patient.masked |= field;
    };
    if (!access::allows(view, access::Permission::SearchPatients)) {
        mask(MaskedField::Name, patient.name);
        mask(MaskedField::Phone, patient.phone);
        for (PatientPhone &phone : patient.otherPhones)
            phone.phone = maskPhone(phone.phone);
        patient.oldNumber.clear();
        if (patient.birthDate)
            patient.birthDate = PartialDate::fromText(QString::number(patient.birthDate->year()));
    }
    if (!patient.identifiers || access::allows(view, access::Permission::ReadIdentifiers))
        return;
    Identifiers &known = *patient.identifiers;
    mask(MaskedField::DocumentNumber, known.documentNumber);
    mask(MaskedField::Address, known.address);
    mask(MaskedField::Insurance, known.insurance);
    mask(MaskedField::GuardianName, known.guardian.name);
    mask(MaskedField::GuardianPhone, known.guardian.phone);
    mask(MaskedField::EmergencyName, known.emergencyName);
    mask(MaskedField::EmergencyPhone, known.emergencyPhone);
}

void addParts(const store::Snapshot &view, Patient &patient)
{
    // What is read to be masked must not stay open for others in the same view.
    const store::OpenGroups before = view.opened();
    static const RowsOf further("SELECT t.phone, t.whose FROM patient_phone t WHERE ", "t",
                                " AND t.ended = 0 ORDER BY t.n");
    const auto add = [&](const PatientPhone &phone) {
        const bool shown = phone.phone == patient.phone ||
                           std::any_of(patient.otherPhones.cbegin(), patient.otherPhones.cend(),
                                       [&](const PatientPhone &other) { return other.phone == phone.phone; });
        if (!shown)
            patient.otherPhones << phone;
    };
    store::Query phones = further.ask(view, patient.id);
    while (phones.next())
        add({phones.get<QString>(0), phones.get<QString>(1)});
    for (const auto &[alias, phone] : aliasPhones(view, patient.id))
        add({phone, {}});
    if (access::allows(view, access::Permission::ReadIdentifiers) ||
        access::allows(view, access::Permission::RevealIdentifiers)) {
        store::Query row = view.sql(IdentifiersSql);
        row.bind(patient.id).next();
        patient.identifiers = identifiersFrom(row);
    }
    if (access::allows(view, access::Permission::ReadAlert)) {
        store::Query row = view.sql("SELECT desk_alert FROM patient WHERE id = ?1");
        row.bind(patient.id).next();
        patient.deskAlert = row.get<QString>(0);
    }
    if (sharesWith(view, access::Permission::ReadNarrative, patient.id)) {
        store::Query row = view.sql("SELECT note FROM patient WHERE id = ?1");
        row.bind(patient.id).next();
        patient.note = row.get<QString>(0);
    }
    patient.revision = revisionOf(view, patient.id);
    applyMasks(view, patient);
    view.narrow(before);
}

} // namespace xinglin::patient
