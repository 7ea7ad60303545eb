#include "safetycorpus.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::safety {

namespace {

QStringList textsOf(const QJsonValue &value)
{
    QStringList found;
    for (const QJsonValue &one : value.toArray())
        found << one.toString();
    return found;
}

CheckLine lineOf(const QJsonArray &herb)
{
    const bool dosed = herb.at(1).isDouble();
    return {herb.at(0).toString(),
            {},
            dosed ? std::optional(Mass::grams(herb.at(1).toDouble())) : std::nullopt,
            herb.at(2).toString()};
}

CheckPatient patientOf(const QJsonObject &object)
{
    CheckPatient patient;
    if (object.contains(u"sex"_qs))
        patient.sex = object[u"sex"_qs].toString() == u"male" ? Sex::Male : Sex::Female;
    if (object.contains(u"age"_qs))
        patient.age = object[u"age"_qs].toInt();
    if (object.contains(u"pregnant"_qs))
        patient.pregnant = object[u"pregnant"_qs].toBool();
    if (object.contains(u"lactating"_qs))
        patient.lactating = object[u"lactating"_qs].toBool();
    patient.allergies = textsOf(object[u"allergies"_qs]);
    return patient;
}

CheckScope scopeOf(const QJsonObject &object, qsizetype lines)
{
    const QStringList said = textsOf(object[u"scope"_qs]);
    CheckScope scope;
    scope.unknown = textsOf(object[u"unknown"_qs]);
    scope.checked = static_cast<int>(lines - scope.unknown.size());
    scope.pregnancyUnknown = object.contains(u"pregnancy_asked"_qs);
    scope.pregnancyUnknownHerbs = textsOf(object[u"pregnancy_asked"_qs]);
    scope.adultLimits = said.contains(u"adult_limits"_qs);
    scope.ageUnknown = said.contains(u"age_unknown"_qs);
    scope.lactationNotChecked = said.contains(u"lactation_not_checked"_qs);
    scope.granuleAsDecoction = said.contains(u"granule_as_decoction"_qs);
    scope.unmatchedAllergies = textsOf(object[u"unmatched_allergies"_qs]);
    scope.medicinesNotChecked = textsOf(object[u"medicines_not_checked"_qs]);
    scope.withoutDose = textsOf(object[u"without_dose"_qs]);
    scope.doseNotCompared = textsOf(object[u"dose_not_compared"_qs]);
    return scope;
}

CorpusCase caseOf(const QJsonObject &object)
{
    static const QStringList known = {u"id"_qs,
                                      u"patient"_qs,
                                      u"route"_qs,
                                      u"packets_per_day"_qs,
                                      u"times_per_day"_qs,
                                      u"medicines"_qs,
                                      u"herbs"_qs,
                                      u"findings"_qs,
                                      u"scope"_qs,
                                      u"unknown"_qs,
                                      u"pregnancy_asked"_qs,
                                      u"unmatched_allergies"_qs,
                                      u"medicines_not_checked"_qs,
                                      u"without_dose"_qs,
                                      u"dose_not_compared"_qs,
                                      u"why"_qs};
    CorpusCase one;
    one.id = object[u"id"_qs].toString();
    one.why = object[u"why"_qs].toString();
    for (const QString &member : object.keys()) {
        if (!known.contains(member))
            qFatal("%s: nobody reads %s", qPrintable(one.id), qPrintable(member));
    }
    for (const QJsonValue &herb : object[u"herbs"_qs].toArray())
        one.input.lines << lineOf(herb.toArray());
    const auto route = routeFromText(object[u"route"_qs].toString());
    if (one.id.isEmpty() || one.why.isEmpty() || one.input.lines.isEmpty() || !route)
        qFatal("a case of the corpus lacks its id, reason, herbs or route: %s", qPrintable(one.id));
    one.input.route = *route;
    one.input.packetsPerDay = object[u"packets_per_day"_qs].toInt(1);
    if (object.contains(u"times_per_day"_qs))
        one.input.timesPerDay = object[u"times_per_day"_qs].toInt();
    one.input.patient = patientOf(object[u"patient"_qs].toObject());
    one.input.medicines = textsOf(object[u"medicines"_qs]);
    for (const QJsonValue &value : object[u"findings"_qs].toArray()) {
        const QJsonArray finding = value.toArray();
        one.findings << finding.at(0).toString() + u' ' + finding.at(1).toString() + u' ' +
                            textsOf(finding.at(2)).join(u'+');
    }
    one.findings.sort();
    one.scope = scopeOf(object, one.input.lines.size());
    return one;
}

void tell(QStringList &lines, const QString &what, const QStringList &wanted, const QStringList &found)
{
    if (wanted != found)
        lines << u"%1: expected [%2], found [%3]"_qs.arg(what, wanted.join(u", "_qs), found.join(u", "_qs));
}

void tell(QStringList &lines, const QString &what, bool wanted, bool found)
{
    if (wanted != found)
        lines << u"%1: expected %2"_qs.arg(what, wanted ? u"said"_qs : u"not said"_qs);
}

} // namespace

const QList<CorpusCase> &corpus()
{
    static const QList<CorpusCase> cases = [] {
        QList<CorpusCase> found;
        const QDir folder(QStringLiteral(XINGLIN_SOURCE_DIR "/tests/data/safety-corpus"));
        for (const QString &name : folder.entryList({u"*.json"_qs}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QJsonParseError trouble;
            const bool open = file.open(QIODevice::ReadOnly);
            const QJsonArray rows = QJsonDocument::fromJson(file.readAll(), &trouble).array();
            if (!open || rows.isEmpty())
                qFatal("%s: %s", qPrintable(name), qPrintable(trouble.errorString()));
            for (const QJsonValue &row : rows)
                found << caseOf(row.toObject());
        }
        return found;
    }();
    return cases;
}

QStringList shortFindings(const CheckResult &result)
{
    QStringList found;
    for (const Finding &finding : result.findings)
        found << finding.rule + u' ' + severityText(finding.severity) + u' ' + finding.herbs.join(u'+');
    found.sort();
    return found;
}

QStringList differences(const SafetyTables &tables, const CorpusCase &expected)
{
    const CheckResult result = check(tables, expected.input);
    const CheckScope &wanted = expected.scope;
    const CheckScope &scope = result.scope;
    QStringList lines;
    tell(lines, u"findings"_qs, expected.findings, shortFindings(result));
    tell(lines, u"unknown"_qs, wanted.unknown, scope.unknown);
    tell(lines, u"checked"_qs, {QString::number(wanted.checked)}, {QString::number(scope.checked)});
    tell(lines, u"pregnancy to be asked"_qs, wanted.pregnancyUnknown, scope.pregnancyUnknown);
    tell(lines, u"pregnancy rules not applied"_qs, wanted.pregnancyUnknownHerbs, scope.pregnancyUnknownHerbs);
    tell(lines, u"limits are adults'"_qs, wanted.adultLimits, scope.adultLimits);
    tell(lines, u"age unknown"_qs, wanted.ageUnknown, scope.ageUnknown);
    tell(lines, u"breast-feeding not checked"_qs, wanted.lactationNotChecked, scope.lactationNotChecked);
    tell(lines, u"granules as decoction"_qs, wanted.granuleAsDecoction, scope.granuleAsDecoction);
    tell(lines, u"unmatched allergies"_qs, wanted.unmatchedAllergies, scope.unmatchedAllergies);
    tell(lines, u"medicines not checked"_qs, wanted.medicinesNotChecked, scope.medicinesNotChecked);
    tell(lines, u"without dose"_qs, wanted.withoutDose, scope.withoutDose);
    tell(lines, u"dose not compared"_qs, wanted.doseNotCompared, scope.doseNotCompared);
    if (lines.isEmpty() && !(wanted == scope)) // a member of the scope that nobody reads above
        lines << u"the scope says something else"_qs;
    return lines;
}

} // namespace xinglin::safety
