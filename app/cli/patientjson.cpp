#include "app/cli/patientjson.h"

#include "app/cli/times.h"
#include "clinic/patient/patientrows.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Patient)
};

void put(QJsonObject &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(name), text);
}

QStringList phonesOf(const Patient &patient)
{
    QStringList phones;
    if (!patient.phone.isEmpty())
        phones << patient.phone;
    for (const PatientPhone &other : patient.otherPhones)
        phones << other.phone;
    return phones;
}

void putIdentifiers(QJsonObject &object, const Identifiers &known)
{
    if (known.documentKind && !known.documentNumber.isEmpty())
        put(object, "id_kind", patient::toText(*known.documentKind));
    put(object, "id_number", known.documentNumber);
    put(object, "address", known.address);
    put(object, "insurance", known.insurance);
    put(object, "occupation", known.occupation);
    put(object, "marital_status", known.maritalStatus);
    if (known.guardian != Guardian{}) {
        QJsonObject guardian;
        put(guardian, "name", known.guardian.name);
        put(guardian, "relation", known.guardian.relation);
        put(guardian, "phone", known.guardian.phone);
        object.insert(QStringLiteral("guardian"), guardian);
    }
    if (!known.emergencyName.isEmpty() || !known.emergencyPhone.isEmpty()) {
        QJsonObject emergency;
        put(emergency, "name", known.emergencyName);
        put(emergency, "phone", known.emergencyPhone);
        object.insert(QStringLiteral("emergency"), emergency);
    }
}

void readPhones(Members &members, PatientDraft &draft)
{
    const QJsonValue value = members.value(QStringLiteral("phones"));
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        members.fault(QStringLiteral("phones"), Tr::tr("This must be a list in brackets."));
    qsizetype index = 0;
    for (const QJsonValue &entry : value.toArray()) {
        const QString place = QStringLiteral("phones[%1]").arg(index++);
        const QString phone = entry.isObject() ? entry[u"phone"].toString() : entry.toString();
        if (phone.isEmpty())
            members.fault(place, Tr::tr("This must be a telephone number as text."));
        else if (draft.phone.isEmpty())
            draft.phone = phone;
        else
            draft.otherPhones.append({phone, entry[u"whose"].toString()});
    }
    draft.withoutPhone = value.isArray() && value.toArray().isEmpty();
}

} // namespace

QJsonObject toJson(const Patient &patient)
{
    QJsonObject object{{QStringLiteral("id"), patient.id.toString()},
                       {QStringLiteral("number"), patient.number},
                       {QStringLiteral("name"), patient.name},
                       {QStringLiteral("sex"), toText(patient.sex)},
                       {QStringLiteral("phones"), QJsonArray::fromStringList(phonesOf(patient))},
                       {QStringLiteral("registered"), isoText(patient.registered)}};
    put(object, "old_number", patient.oldNumber);
    if (patient.birthDate)
        put(object, "birth_date", patient.birthDate->toText());
    if (patient.birthLunar)
        object.insert(QStringLiteral("birth_lunar"), true);
    if (patient.deceased)
        object.insert(QStringLiteral("deceased"), true);
    put(object, "source", patient.source);
    put(object, "campaign", patient.campaign);
    if (patient.referredBy)
        object.insert(QStringLiteral("referred_by"), patient.referredBy->toString());
    if (patient.identifiers)
        putIdentifiers(object, *patient.identifiers);
    put(object, "desk_alert", patient.deskAlert.value_or(QString()));
    put(object, "note", patient.note.value_or(QString()));
    return object;
}

QJsonObject toJson(const PatientHit &hit)
{
    return {{QStringLiteral("id"), hit.id.toString()},
            {QStringLiteral("number"), hit.number},
            {QStringLiteral("name"), hit.name},
            {QStringLiteral("sex"), toText(hit.sex)},
            {QStringLiteral("birth_date"), hit.birthDate ? QJsonValue(hit.birthDate->toText()) : QJsonValue()},
            {QStringLiteral("phones"), hit.phone.isEmpty() ? QJsonArray() : QJsonArray{hit.phone}},
            {QStringLiteral("last_visit"),
             hit.lastVisit ? QJsonValue(hit.lastVisit->toString(Qt::ISODate)) : QJsonValue()}};
}

void showPatient(Output &output, const Patient &patient, const QList<QPair<QString, QString>> &more)
{
    QList<QPair<QString, QString>> rows = {
        {Tr::tr("Number"), patient.number},
        {Tr::tr("Name"), patient.name},
        {Tr::tr("Sex"), sexInWords(patient.sex)},
        {Tr::tr("Born"), patient.birthDate ? patient.birthDate->toText() : QString()},
        {Tr::tr("Telephone"), phonesOf(patient).join(QStringLiteral(", "))},
        {Tr::tr("Old number"), patient.oldNumber},
    };
    if (patient.identifiers) {
        const Identifiers &known = *patient.identifiers;
        rows +=
            {{Tr::tr("ID number"), known.documentNumber},
             {Tr::tr("Address"), known.address},
             {Tr::tr("Insurance"), known.insurance},
             {Tr::tr("Occupation"), known.occupation},
             {Tr::tr("Marital status"), known.maritalStatus},
             {Tr::tr("Guardian"),
              QStringList{known.guardian.name, known.guardian.relation, known.guardian.phone}.join(u' ').simplified()},
             {Tr::tr("Emergency contact"), (known.emergencyName + u' ' + known.emergencyPhone).trimmed()}};
    }
    rows += {{Tr::tr("Desk alert"), patient.deskAlert.value_or(QString())},
             {Tr::tr("Note"), patient.note.value_or(QString())},
             {Tr::tr("Registered"), isoText(patient.registered)},
             {Tr::tr("Id"), patient.id.toString()}};
    output.pairs(rows + more);
}

QString sexInWords(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return Tr::tr("male");
    case Sex::Female:
        return Tr::tr("female");
    case Sex::Other:
        return Tr::tr("other");
    case Sex::Unknown:
        break;
    }
    return Tr::tr("unknown");
}

Result<PatientDraft> draftFromJson(const QByteArray &json)
{
    auto parsed = Members::parse(json);
    if (!parsed)
        return parsed.error();
    Members members = *std::move(parsed);
    PatientDraft draft;
    draft.name = members.text(QStringLiteral("name"));
    if (const QString sex = members.text(QStringLiteral("sex")); !sex.isEmpty()) {
        if (const auto known = sexFrom(sex))
            draft.sex = *known;
        else
            members.fault(QStringLiteral("sex"), Tr::tr("This must be male, female, other or unknown."));
    }
    draft.birthDate = members.text(QStringLiteral("birth_date"));
    draft.birthLunar = members.flag(QStringLiteral("birth_lunar"));
    readPhones(members, draft);
    draft.documentNumber = members.text(QStringLiteral("id_number"));
    if (const QString kind = members.text(QStringLiteral("id_kind")); !kind.isEmpty()) {
        draft.documentKind = patient::documentKindFrom(kind);
        if (!draft.documentKind)
            members.fault(QStringLiteral("id_kind"), Tr::tr("There is no such kind of document."));
    }
    draft.address = members.text(QStringLiteral("address"));
    draft.insurance = members.text(QStringLiteral("insurance"));
    draft.occupation = members.text(QStringLiteral("occupation"));
    draft.maritalStatus = members.text(QStringLiteral("marital_status"));
    Members guardian = members.object(QStringLiteral("guardian"));
    draft.guardian = {guardian.text(QStringLiteral("name")), guardian.text(QStringLiteral("relation")),
                      guardian.text(QStringLiteral("phone"))};
    members.join(guardian);
    Members emergency = members.object(QStringLiteral("emergency"));
    draft.emergencyName = emergency.text(QStringLiteral("name"));
    draft.emergencyPhone = emergency.text(QStringLiteral("phone"));
    members.join(emergency);
    draft.source = members.text(QStringLiteral("source"));
    draft.campaign = members.text(QStringLiteral("campaign"));
    if (const QString by = members.text(QStringLiteral("referred_by")); !by.isEmpty()) {
        draft.referredBy = PatientId::fromString(by);
        if (!draft.referredBy)
            members.fault(QStringLiteral("referred_by"), Tr::tr("This must be the id of a patient."));
    }
    draft.deskAlert = members.text(QStringLiteral("desk_alert"));
    draft.note = members.text(QStringLiteral("note"));
    draft.oldNumber = members.text(QStringLiteral("old_number"));
    if (const auto error = members.error())
        return *error;
    return draft;
}

} // namespace xinglin::cli
