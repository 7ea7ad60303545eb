#include "app/cli/opening.h"
#include "app/cli/patientjson.h"
#include "app/cli/times.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PatientShow)
};

Result<PatientStrip> stripOf(const store::Snapshot &view, const QString &reference, std::optional<Instant> at)
{
    const auto patient = patient::findByReference(view, reference);
    if (!patient)
        return patient.error();
    if (!at)
        return patient::open(view, patient->id);
    const auto then = patient::asItStood(view, patient->id, *at);
    if (!then)
        return then.error();
    PatientStrip strip;
    strip.patient = *then;
    return strip;
}

QJsonObject stripJson(const PatientStrip &strip, bool now)
{
    QJsonObject object = toJson(strip.patient);
    if (!now)
        return object;
    if (strip.allergies) {
        QJsonArray allergies;
        for (const Allergy &allergy : *strip.allergies)
            allergies << QJsonObject{
                {QStringLiteral("allergen"), allergy.allergen.isEmpty() ? QJsonValue() : QJsonValue(allergy.allergen)},
                {QStringLiteral("substance"), allergy.substance},
                {QStringLiteral("reaction"), allergy.reaction}};
        object.insert(QStringLiteral("allergies"), allergies);
    }
    if (strip.medicines)
        object.insert(QStringLiteral("medicines"), QJsonArray::fromStringList(*strip.medicines));
    object.insert(QStringLiteral("visits"), strip.visits);
    object.insert(QStringLiteral("last_visit"),
                  strip.lastVisit ? QJsonValue(strip.lastVisit->toString(Qt::ISODate)) : QJsonValue());
    return object;
}

void showWords(Output &output, const PatientStrip &strip, bool now)
{
    if (!now) {
        showPatient(output, strip.patient);
        return;
    }
    QStringList allergies;
    for (const Allergy &allergy : strip.allergies.value_or(QList<Allergy>()))
        allergies << (allergy.reaction.isEmpty() ? allergy.substance
                                                 : QStringLiteral("%1 (%2)").arg(allergy.substance, allergy.reaction));
    showPatient(output, strip.patient,
                {{Tr::tr("Allergies"), allergies.join(QStringLiteral(", "))},
                 {Tr::tr("Medicines"), strip.medicines.value_or(QStringList()).join(QStringLiteral(", "))},
                 {Tr::tr("Visits"), QString::number(strip.visits)},
                 {Tr::tr("Last visit"), strip.lastVisit ? strip.lastVisit->toString(Qt::ISODate) : QString()}});
}

Exit run(const Call &call)
{
    std::optional<Instant> at;
    if (const auto typed = call.arguments.value(QStringLiteral("at"))) {
        at = instantFromText(*typed, Machine().around(call.arguments).zone, true);
        if (!at)
            return call.refuse(Exit::WrongUse, wrongTime(*typed));
    }
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto strip = read(*session, [&](const store::Snapshot &view) {
        return stripOf(view, call.arguments.operands().constFirst(), at);
    });
    if (!strip)
        return call.refuse(strip.error());
    if (call.output.isJson())
        call.output.json(stripJson(*strip, !at));
    else
        showWords(call.output, *strip, !at);
    return Exit::Done;
}

} // namespace

Command patientShowCommand()
{
    return {
        {QStringLiteral("patient"), QStringLiteral("show")},
        Tr::tr("Show a patient as far as you may see them."),
        {{QStringLiteral("ID"), Tr::tr("Number, old number or id.")}},
        {{QStringLiteral("at"), QStringLiteral("TIME"), Tr::tr("As recorded then: 2026-03-12 or 2026-03-12T10:30.")}},
        {},
        run};
}

} // namespace xinglin::cli
