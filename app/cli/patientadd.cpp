#include "app/cli/opening.h"
#include "app/cli/patientjson.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PatientAdd)
};

QList<Option> fields()
{
    return {{QStringLiteral("name"), QStringLiteral("NAME"), Tr::tr("Full name.")},
            {QStringLiteral("sex"), QStringLiteral("SEX"), Tr::tr("male, female, other or unknown.")},
            {QStringLiteral("birth-date"), QStringLiteral("DATE"),
             Tr::tr("A year, a month or a day: 1979, 1979-08, 1979-08-21.")},
            {QStringLiteral("phone"), QStringLiteral("NUMBER"), Tr::tr("Telephone; can be given several times."), true},
            {QStringLiteral("id-number"), QStringLiteral("NUMBER"), Tr::tr("Number of the identity card.")},
            {QStringLiteral("address"), QStringLiteral("TEXT"), Tr::tr("Address.")},
            {QStringLiteral("desk-alert"), QStringLiteral("TEXT"), Tr::tr("What the reception desk must see.")},
            {QStringLiteral("note"), QStringLiteral("TEXT"), Tr::tr("Note.")},
            {QStringLiteral("old-number"), QStringLiteral("NUMBER"), Tr::tr("Number in another system.")}};
}

/// The options as the JSON that standard input would have held, so that both are judged alike.
std::optional<QByteArray> jsonFromOptions(const Arguments &arguments)
{
    QJsonObject object;
    for (const Option &field : fields()) {
        if (!arguments.has(field.name))
            continue;
        QString member = field.name;
        member.replace(u'-', u'_');
        if (field.repeated)
            object.insert(member + u's', QJsonArray::fromStringList(arguments.values(field.name)));
        else
            object.insert(member, *arguments.value(field.name));
    }
    if (object.isEmpty())
        return std::nullopt;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Exit run(const Call &call)
{
    const auto typed = jsonFromOptions(call.arguments);
    if (typed && !call.arguments.operands().isEmpty())
        return call.refuse(Exit::WrongUse, Tr::tr("Give the patient either with options or as a file."));
    const auto bytes =
        typed ? Result<QByteArray>(*typed) : readInput(call.arguments.operands().value(0, QStringLiteral("-")));
    if (!bytes)
        return call.refuse(bytes.error());
    const auto draft = draftFromJson(*bytes);
    if (!draft)
        return call.refuse(draft.error());
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto patient =
        write(*session, "patient.register", [&](store::Transaction &tx) { return patient::register_(tx, *draft); });
    if (!patient)
        return call.refuse(patient.error());
    if (call.output.isJson())
        call.output.json(toJson(*patient));
    else
        showPatient(call.output, *patient);
    return Exit::Done;
}

} // namespace

Command patientAddCommand()
{
    return {{QStringLiteral("patient"), QStringLiteral("add")},
            Tr::tr("Register a patient."),
            {{QStringLiteral("FILE"), Tr::tr("The patient as JSON; - or nothing: standard input."), true}},
            fields(),
            Tr::tr("As JSON: {\"name\", \"sex\"?, \"birth_date\"?, \"phones\"?: […], \"id_number\"?, \"id_kind\"?, "
                   "\"address\"?, \"insurance\"?, \"occupation\"?, \"marital_status\"?, \"guardian\"?: {\"name\", "
                   "\"relation\", \"phone\"}, \"emergency\"?: {\"name\", \"phone\"}, \"source\"?, \"desk_alert\"?, "
                   "\"note\"?, \"old_number\"?}. An empty list of phones says that there is none."),
            run};
}

} // namespace xinglin::cli
