#include "engines/safety/checkjson.h"

#include "engines/safety/jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace xinglin::safety {

namespace {

constexpr double kMaxGrams = 10000;

/// Words of the refusals.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::safety::CheckRequest)
};

std::optional<int> wholeNumber(JsonFields &fields, const QString &key, int low, int high)
{
    const auto number = fields.numberOrNull(key);
    if (!number)
        return std::nullopt;
    if (*number != std::floor(*number) || *number < low || *number > high) {
        fields.wrong(key, Words::tr("a whole number from %1 to %2").arg(low).arg(high));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

CheckLine readLine(JsonFields &fields)
{
    CheckLine line;
    line.name = fields.text(u"name"_qs);
    if (line.name.trimmed().isEmpty())
        fields.wrong(u"name"_qs, JsonTrouble::textWanted());
    if (const QString herb = fields.textOrNull(u"herb"_qs); !herb.isEmpty())
        line.herb = herb;
    if (const auto grams = fields.numberOrNull(u"dose_g"_qs)) {
        if (!(*grams >= 0.001 && *grams <= kMaxGrams))
            fields.wrong(u"dose_g"_qs, Words::tr("an amount in grams"));
        else
            line.dose = Mass::grams(*grams);
    }
    line.preparation = fields.textOrNull(u"preparation"_qs);
    return line;
}

CheckPatient readPatient(JsonFields &fields)
{
    CheckPatient patient;
    const QString sex = fields.textOrNull(u"sex"_qs);
    if (sex == u"female")
        patient.sex = Sex::Female;
    else if (sex == u"male")
        patient.sex = Sex::Male;
    else if (!sex.isEmpty() && sex != u"unknown")
        fields.wrong(u"sex"_qs, u"female, male, unknown"_qs);
    patient.age = wholeNumber(fields, u"age"_qs, 0, 150);
    patient.pregnant = fields.flagOrNull(u"pregnant"_qs);
    patient.lactating = fields.flagOrNull(u"lactating"_qs);
    patient.allergies = fields.textsOrNone(u"allergies"_qs);
    return patient;
}

QJsonArray lineNumbers(const QList<int> &lines)
{
    QJsonArray found;
    for (const int line : lines)
        found << line;
    return found;
}

QJsonArray texts(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

/// Both languages in one line; what both begin with (a Chinese verse) stands once.
QString sourceOf(const Finding &finding)
{
    const auto en = std::mismatch(finding.sourceZh.begin(), finding.sourceZh.end(), finding.sourceEn.begin(),
                                  finding.sourceEn.end())
                        .second;
    QString rest(en, finding.sourceEn.end() - en);
    if (rest.startsWith(u"; "_qs))
        rest.remove(0, 2);
    return rest.isEmpty() ? finding.sourceZh : finding.sourceZh + u" ("_qs + rest + u')';
}

} // namespace

Result<CheckRequest> checkRequestFromJson(const QByteArray &json)
{
    JsonTrouble trouble{QString()};
    const QJsonValue root = trouble.parse(json);
    if (trouble.any())
        return trouble.error();
    JsonFields file(root, QString(), trouble);
    CheckRequest request;
    const QJsonArray herbs = file.list(u"herbs"_qs);
    for (qsizetype i = 0; i < herbs.size(); ++i) {
        JsonFields line(herbs.at(i), file.place(u"herbs"_qs, i), trouble);
        request.input.lines << readLine(line);
        request.ignored << line.unread();
    }
    request.input.packetsPerDay = wholeNumber(file, u"packets_per_day"_qs, 1, 20).value_or(1);
    request.input.timesPerDay = wholeNumber(file, u"times_per_day"_qs, 1, 24);
    const auto route = routeFromText(file.text(u"route"_qs));
    if (!route)
        file.wrong(u"route"_qs, u"decoction, granule, pill, powder, external"_qs);
    request.input.route = route.value_or(Route::Decoction);
    if (const QJsonValue patient = file.value(u"patient"_qs); !patient.isUndefined() && !patient.isNull()) {
        JsonFields fields(patient, u"patient"_qs, trouble);
        request.input.patient = readPatient(fields);
        request.ignored << fields.unread();
    }
    request.input.medicines = file.textsOrNone(u"medicines"_qs);
    request.ignored << file.unread();
    if (trouble.any())
        return trouble.error();
    return request;
}

QJsonObject toJson(const ResolvedName &name)
{
    QJsonObject object{{u"name"_qs, name.given},
                       {u"herb"_qs, name.herb ? QJsonValue(*name.herb) : QJsonValue()},
                       {u"name_zh"_qs, name.herb ? QJsonValue(name.nameZh) : QJsonValue()},
                       {u"how"_qs, name.herb ? QJsonValue(howText(name.how)) : QJsonValue()}};
    if (!name.processed.isEmpty())
        object.insert(u"processed"_qs, name.processed);
    if (!name.preparation.isEmpty())
        object.insert(u"preparation"_qs, name.preparation);
    return object;
}

QJsonObject toJson(const CheckResult &result, const QStringList &ignored)
{
    QJsonArray findings;
    for (const Finding &finding : result.findings)
        findings << QJsonObject{{u"rule"_qs, finding.rule},
                                {u"kind"_qs, finding.kind},
                                {u"severity"_qs, severityText(finding.severity)},
                                {u"lines"_qs, lineNumbers(finding.lines)},
                                {u"herbs"_qs, texts(finding.herbs)},
                                {u"message_zh"_qs, finding.messageZh},
                                {u"message_en"_qs, finding.messageEn},
                                {u"source"_qs, sourceOf(finding)}};
    QJsonArray resolved;
    for (const ResolvedName &name : result.resolved)
        resolved << toJson(name);
    const CheckScope &scope = result.scope;
    return {{u"findings"_qs, findings},
            {u"resolved"_qs, resolved},
            {u"scope"_qs, QJsonObject{{u"checked"_qs, scope.checked},
                                      {u"unknown"_qs, texts(scope.unknown)},
                                      {u"pregnancy_unknown"_qs, scope.pregnancyUnknown},
                                      {u"pregnancy_unknown_herbs"_qs, texts(scope.pregnancyUnknownHerbs)},
                                      {u"adult_limits"_qs, scope.adultLimits},
                                      {u"age_unknown"_qs, scope.ageUnknown},
                                      {u"lactation_not_checked"_qs, scope.lactationNotChecked},
                                      {u"granule_as_decoction"_qs, scope.granuleAsDecoction},
                                      {u"unmatched_allergies"_qs, texts(scope.unmatchedAllergies)},
                                      {u"medicines_not_checked"_qs, texts(scope.medicinesNotChecked)},
                                      {u"without_dose"_qs, texts(scope.withoutDose)},
                                      {u"dose_not_compared"_qs, texts(scope.doseNotCompared)},
                                      {u"ignored"_qs, texts(ignored)}}}};
}

} // namespace xinglin::safety
