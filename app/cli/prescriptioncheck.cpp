#include "engines/safety/prescriptioncheck.h"

#include "app/cli/command.h"
#include "app/cli/input.h"
#include "clinic/catalog/catalog.h"
#include "engines/safety/checkjson.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PrescriptionCheck)
};

QString inWords(safety::Severity severity)
{
    switch (severity) {
    case safety::Severity::Severe:
        return Tr::tr("severe");
    case safety::Severity::Warning:
        return Tr::tr("warning");
    case safety::Severity::Note:
        break;
    }
    return Tr::tr("note");
}

void showWords(const Call &call, const safety::CheckResult &result)
{
    const bool chinese = call.speaksChinese();
    const QString comma = chinese ? QStringLiteral("、") : QStringLiteral(", ");
    for (const safety::Finding &finding : result.findings) {
        call.output.line(QStringLiteral("%1  %2").arg(inWords(finding.severity), finding.herbs.join(comma)));
        call.output.line(QStringLiteral("    ") + (chinese ? finding.messageZh : finding.messageEn));
        call.output.line(QStringLiteral("    ") + (chinese ? finding.sourceZh : finding.sourceEn));
    }
    if (result.findings.isEmpty())
        Output::say(Tr::tr("No findings."));
    const safety::CheckScope &scope = result.scope;
    Output::say(Tr::tr("Checked: %1 of %2 lines.").arg(scope.checked).arg(result.resolved.size()));
    if (!scope.unknown.isEmpty())
        Output::say(Tr::tr("Not known and not checked: %1").arg(scope.unknown.join(comma)));
    if (!scope.withoutDose.isEmpty())
        Output::say(Tr::tr("Without a dose: %1").arg(scope.withoutDose.join(comma)));
    if (!scope.unmatchedAllergies.isEmpty())
        Output::say(Tr::tr("Allergies not compared: %1").arg(scope.unmatchedAllergies.join(comma)));
    if (!scope.medicinesNotChecked.isEmpty())
        Output::say(Tr::tr("Medicines not checked: %1").arg(scope.medicinesNotChecked.join(comma)));
    if (scope.pregnancyUnknown)
        Output::say(Tr::tr("Whether the patient is pregnant is not known."));
    if (scope.adultLimits || scope.ageUnknown)
        Output::say(Tr::tr("The limits are those of adults."));
    if (scope.lactationNotChecked)
        Output::say(Tr::tr("There are no data on breast-feeding."));
}

/// Whether the result holds what --fail-on names: "severe", "warning" (or worse), "note" (or worse), "unknown".
bool holds(const safety::CheckResult &result, const QString &what)
{
    if (what == u"unknown")
        return !result.scope.unknown.isEmpty();
    const QStringList worstFirst = {QStringLiteral("severe"), QStringLiteral("warning"), QStringLiteral("note")};
    const qsizetype limit = worstFirst.indexOf(what);
    for (const safety::Finding &finding : result.findings)
        if (worstFirst.indexOf(safety::severityText(finding.severity)) <= limit)
            return true;
    return false;
}

Exit run(const Call &call)
{
    const QStringList kinds = {QStringLiteral("severe"), QStringLiteral("warning"), QStringLiteral("note"),
                               QStringLiteral("unknown")};
    for (const QString &kind : call.arguments.values(QStringLiteral("fail-on")))
        if (!kinds.contains(kind))
            return call.refuse(Exit::WrongUse,
                               Tr::tr("--fail-on wants severe, warning, note or unknown, not “%1”.").arg(kind));
    const auto bytes = readInput(call.arguments.operands().constFirst());
    if (!bytes)
        return call.refuse(bytes.error());
    if (const auto text = utf8Text(*bytes); !text)
        return call.refuse(text.error());
    const auto request = safety::checkRequestFromJson(*bytes);
    if (!request)
        return call.refuse(Exit::Rejected, request.error().message);
    const auto catalog = Catalog::load();
    if (!catalog)
        return call.refuse(catalog.error());
    const safety::CheckResult result = safety::check((*catalog)->safety, request->input);
    if (call.output.isJson())
        call.output.json(safety::toJson(result, request->ignored));
    else
        showWords(call, result);
    for (const QString &member : request->ignored)
        Output::say(Tr::tr("Ignored, for nobody knows it: %1").arg(member));
    for (const QString &kind : call.arguments.values(QStringLiteral("fail-on")))
        if (holds(result, kind))
            return Exit::Refused;
    return Exit::Done;
}

} // namespace

Command prescriptionCheckCommand()
{
    return {
        {QStringLiteral("prescription"), QStringLiteral("check")},
        Tr::tr("Check a prescription for pairs, doses, pregnancy, toxicity and allergies. Needs no clinic."),
        {{QStringLiteral("FILE"), Tr::tr("The prescription as JSON; - for standard input.")}},
        {{QStringLiteral("fail-on"), QStringLiteral("KIND"),
          Tr::tr("Exit 1 where there is a finding so severe, or a name not known: severe, warning, note, unknown."),
          true}},
        Tr::tr(
            "As JSON: {\"herbs\": [{\"name\", \"dose_g\", \"preparation\"?}], \"packets_per_day\"?: 1, \"route\": "
            "\"decoction\", \"patient\"?: {\"sex\"?, \"age\"?, \"pregnant\"?, \"lactating\"?, \"allergies\"?: […]}}. "
            "dose_g is grams for each packet."),
        run};
}

} // namespace xinglin::cli
