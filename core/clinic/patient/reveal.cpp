#include "clinic/patient/reveal.h"

#include "base/text/mask.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

struct Named
{
    MaskedField field;
    const char *name;
    const char *sql;
};
constexpr Named fields[] = {
    {MaskedField::DocumentNumber, "document-number", "SELECT document_number FROM patient WHERE id = ?1"},
    {MaskedField::Address, "address", "SELECT address FROM patient WHERE id = ?1"},
    {MaskedField::Insurance, "insurance", "SELECT insurance FROM patient WHERE id = ?1"},
    {MaskedField::GuardianName, "guardian-name", "SELECT guardian_name FROM patient WHERE id = ?1"},
    {MaskedField::GuardianPhone, "guardian-phone", "SELECT guardian_phone FROM patient WHERE id = ?1"},
    {MaskedField::EmergencyName, "emergency-name", "SELECT emergency_name FROM patient WHERE id = ?1"},
    {MaskedField::EmergencyPhone, "emergency-phone", "SELECT emergency_phone FROM patient WHERE id = ?1"},
    {MaskedField::Phone, "phone", "SELECT phone FROM patient WHERE id = ?1"},
    {MaskedField::Name, "name", "SELECT name FROM patient WHERE id = ?1"},
};

const Named &entry(MaskedField field)
{
    for (const Named &named : fields) {
        if (named.field == field)
            return named;
    }
    Q_UNREACHABLE();
}

/// The district of an address, where it names one near its beginning; nothing of any other.
QString maskAddress(const QString &address)
{
    constexpr qsizetype Near = 15;
    const QString begin = address.left(Near);
    for (const QChar unit : {u'区', u'县', u'旗', u'市', u'省'}) {
        if (const qsizetype at = begin.indexOf(unit); at > 0)
            return begin.left(at + 1) + QStringLiteral("****");
    }
    return QStringLiteral("****");
}

} // namespace

QString toText(MaskedField field)
{
    return QLatin1String(entry(field).name);
}

std::optional<MaskedField> maskedFieldFrom(const QString &text)
{
    for (const Named &named : fields) {
        if (text == QLatin1String(named.name))
            return named.field;
    }
    return std::nullopt;
}

QString masked(MaskedField field, const QString &value)
{
    if (value.isEmpty())
        return value;
    switch (field) {
    case MaskedField::DocumentNumber:
    case MaskedField::Insurance:
        return maskIdNumber(value);
    case MaskedField::Address:
        return maskAddress(value);
    case MaskedField::GuardianName:
    case MaskedField::EmergencyName:
    case MaskedField::Name:
        return maskName(value);
    case MaskedField::GuardianPhone:
    case MaskedField::EmergencyPhone:
    case MaskedField::Phone:
        return maskPhone(value);
    }
    Q_UNREACHABLE();
}

Result<QString> reveal(const store::Snapshot &view, PatientId id, MaskedField field)
{
    const store::OpenGroups before = view.opened();
    if (auto refused = access::require(view, access::Permission::RevealIdentifiers))
        return *refused;
    const auto kept = canonical(view, id);
    if (!kept)
        return kept.error();
    store::Query row = view.sql(entry(field).sql);
    row.bind(*kept).next();
    view.audit({"patient.reveal", "patient", kept->uuid(), kept->uuid(), "ok", toText(field)});
    view.narrow(before);
    return row.get<QString>(0);
}

} // namespace xinglin::patient
