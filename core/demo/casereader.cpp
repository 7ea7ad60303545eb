#include "demo/cases.h"

#include "clinic/catalog/constitutions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::demo {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::demo::Case)
};

using forms::ItemKind;

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &text : value.toArray())
        list << text.toString();
    return list;
}

void range(const QJsonValue &value, int &from, int &to)
{
    if (value.toArray().size() == 2) {
        from = value[0].toInt();
        to = value[1].toInt();
    }
}

Case read(const QJsonObject &row)
{
    Case illness;
    illness.id = row[u"id"].toString();
    illness.weight = row[u"weight"].toInt();
    range(row[u"ages"], illness.youngest, illness.oldest);
    for (const QJsonValue &month : row[u"months"].toArray())
        illness.months << month.toInt();
    if (row.contains(u"sex"))
        illness.sex = sexFrom(row[u"sex"].toString());
    illness.child = row[u"child"].toBool();
    illness.pregnant = row[u"pregnant"].toBool();
    illness.complaints = texts(row[u"complaints"]);
    illness.history = row[u"history"].toString();
    illness.inspection = row[u"inspection"].toString();
    illness.listening = row[u"listening"].toString();
    illness.tongue = texts(row[u"tongue"]);
    illness.pulse = texts(row[u"pulse"]);
    illness.disease = row[u"disease"].toString();
    illness.pattern = row[u"pattern"].toString();
    illness.method = row[u"method"].toString();
    illness.formula = row[u"formula"].toString();
    const QJsonObject doses = row[u"doses"].toObject();
    for (auto dose = doses.begin(); dose != doses.end(); ++dose)
        illness.doses.insert(dose.key(), Mass::grams(dose.value().toDouble()));
    illness.omitted = texts(row[u"omit"]);
    for (const QJsonValue &addition : row[u"additions"].toArray())
        illness.additions.append({addition[u"herb"].toString(), Mass::grams(addition[u"dose_g"].toDouble())});
    range(row[u"addition_count"], illness.fewestAdditions, illness.mostAdditions);
    range(row[u"packets"], illness.fewestPackets, illness.mostPackets);
    range(row[u"interval_days"], illness.shortestInterval, illness.longestInterval);
    illness.course = texts(row[u"course"]);
    illness.advice = row[u"advice"].toString();
    for (const QJsonValue &measure : row[u"measures"].toArray())
        illness.measures.append({measure[u"item"].toString(), measure[u"start"][0].toDouble(),
                                 measure[u"start"][1].toDouble(), measure[u"end"][0].toDouble(),
                                 measure[u"end"][1].toDouble()});
    illness.leaning = row[u"leaning"].toString();
    illness.takes = row[u"takes"].toString();
    if (const QJsonValue needling = row[u"acupuncture"]; needling.isObject()) {
        illness.needling = Case::Needling{needling[u"service"].toString(), texts(needling[u"points"]),
                                          needling[u"share"].toDouble(), 1, 1};
        range(needling[u"sessions"], illness.needling->fewest, illness.needling->most);
    }
    return illness;
}

/// The same of what is measured, needled and found out.
QString unknownBesideHerbs(const Case &illness, const Catalog &catalog)
{
    for (const Case::Measure &measure : illness.measures)
        if (const forms::Item *item = catalog.visitForm.item(measure.item); !item || item->kind != ItemKind::Number)
            return measure.item;
    if (!illness.leaning.isEmpty() && !constitution::shipped().type(illness.leaning))
        return illness.leaning;
    if (!illness.needling)
        return {};
    if (!catalog.services.find(illness.needling->service))
        return illness.needling->service;
    for (const QString &point : illness.needling->points)
        if (!catalog.points.find(point))
            return point;
    return {};
}

/// What the case names and the catalogue does not know; empty where all is well.
QString unknownIn(const Case &illness, const Catalog &catalog)
{
    for (const QString &id : illness.tongue)
        if (!catalog.tongue.find(id))
            return id;
    for (const QString &id : illness.pulse)
        if (!catalog.pulse.find(id))
            return id;
    for (const QString &id : {illness.disease, illness.pattern, illness.method})
        if (!catalog.diagnosis.find(id))
            return id;
    const safety::Formula *formula = catalog.formulas.find(illness.formula);
    if (!formula)
        return illness.formula;
    for (const Case::Addition &addition : illness.additions)
        if (!catalog.herbs().find(addition.herb))
            return addition.herb;
    for (const safety::FormulaLine &line : formula->lines)
        if (!illness.omitted.contains(line.herb) && !illness.doses.contains(line.herb) &&
            !(formula->daily && line.dose))
            return line.herb;
    return unknownBesideHerbs(illness, catalog);
}

} // namespace

Result<QList<Case>> casesFromJson(const QByteArray &json, const Catalog &catalog)
{
    const auto wrong = [](const QString &place) {
        return Error{Code::Damaged, Tr::tr("The cases of the demo clinic are damaged at %1.").arg(place), {}, place};
    };
    QList<Case> cases;
    for (const QJsonValue &row : QJsonDocument::fromJson(json)[u"cases"].toArray()) {
        const Case illness = read(row.toObject());
        if (illness.id.isEmpty() || illness.weight < 1 || illness.complaints.isEmpty())
            return wrong(QStringLiteral("cases[%1]").arg(cases.size()));
        if (const QString unknown = unknownIn(illness, catalog); !unknown.isEmpty())
            return wrong(illness.id + QStringLiteral(": ") + unknown);
        cases << illness;
    }
    if (cases.isEmpty())
        return wrong(QStringLiteral("cases"));
    return cases;
}

} // namespace xinglin::demo
