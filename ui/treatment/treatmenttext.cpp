#include "ui/treatment/treatmenttext.h"

#include "ui/prescription/prescriptionwords.h"

#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

QString TreatmentText::nameOf(const points::AcuPoint &point)
{
    if (chineseScreen())
        return point.zh;
    return point.code.isEmpty() ? point.en : point.code + u' ' + point.en;
}

QString TreatmentText::nameOf(const Catalog &catalog, const TreatmentPoint &point)
{
    const points::AcuPoint *known = catalog.points.find(point.point);
    return known && known->zh == point.name ? nameOf(*known) : point.name;
}

QString TreatmentText::nameOf(const Catalog &catalog, const TreatmentDraft &draft)
{
    const Service *service = catalog.services.find(draft.service);
    return service && service->zh == draft.name && !chineseScreen() ? service->en : draft.name;
}

QString TreatmentText::about(const Catalog &catalog, const points::AcuPoint &point)
{
    QStringList said{chineseScreen() ? point.locationZh : point.locationEn};
    QStringList angles;
    for (const points::NamedType &angle : catalog.points.angles()) {
        if (point.angles.contains(angle.id))
            angles << (chineseScreen() ? angle.zh : angle.en.toLower());
    }
    if (!angles.isEmpty())
        said << angles.join(tr(", ", "between words"));
    if (point.depthMinCun && point.depthMaxCun)
        said << tr("%1–%2 cun").arg(*point.depthMinCun).arg(*point.depthMaxCun);
    return said.join(tr("; ", "between parts"));
}

QString TreatmentText::inWords(const Catalog &catalog, const TreatmentDraft &draft)
{
    TreatmentDraft named = draft;
    named.name = nameOf(catalog, draft);
    return treatment::inWords(named, [&](const TreatmentPoint &point) { return nameOf(catalog, point); });
}

QString TreatmentText::shortSide(points::Side side)
{
    switch (side) {
    case points::Side::Both:
        return tr("2×", "a point on both sides, very short");
    case points::Side::Left:
        return tr("L", "a point on the left side, very short");
    case points::Side::Right:
        return tr("R", "a point on the right side, very short");
    case points::Side::Midline:
        return {};
    }
    Q_UNREACHABLE();
}

QString TreatmentText::shortTechnique(Technique technique)
{
    switch (technique) {
    case Technique::Unsaid:
        return {};
    case Technique::Even:
        return tr("even", "technique, short");
    case Technique::Reinforcing:
        return tr("reinf.", "technique, short");
    case Technique::Reducing:
        return tr("red.", "technique, short");
    case Technique::WarmNeedle:
        return tr("warm", "technique, short");
    case Technique::Electro:
        return tr("electro", "technique, short");
    case Technique::Prick:
        return tr("prick", "technique, short");
    case Technique::Moxa:
        return tr("moxa", "technique, short");
    }
    Q_UNREACHABLE();
}

Severity TreatmentText::shownAs(points::Severity severity)
{
    return severity == points::Severity::Severe    ? Severity::Stop
           : severity == points::Severity::Warning ? Severity::Caution
                                                   : Severity::Note;
}

QString TreatmentText::kindName(const QString &kind)
{
    if (kind == u"pregnancy")
        return tr("Pregnancy");
    if (kind == u"depth")
        return tr("Depth");
    if (kind == u"duplicate")
        return tr("Twice");
    return tr("Place", "finding about what lies below a point");
}

QString TreatmentText::message(const points::PointFinding &finding)
{
    return chineseScreen() ? finding.messageZh : finding.messageEn;
}

QString TreatmentText::source(const points::PointFinding &finding)
{
    return chineseScreen() ? finding.sourceZh : finding.sourceEn;
}

QStringList TreatmentText::scope(const points::PointScope &scope)
{
    const QString comma = tr(", ", "between words");
    QStringList said;
    if (!scope.unknown.isEmpty())
        said << tr("Place not known, not checked: %1.").arg(scope.unknown.join(comma));
    if (scope.pregnancyUnknown)
        said << (scope.pregnancyUnknownPoints.isEmpty()
                     ? tr("Pregnancy is not known.")
                     : tr("Pregnancy is not known; it matters for %1.").arg(scope.pregnancyUnknownPoints.join(comma)));
    if (scope.pregnantAbdomen)
        said << tr("Pregnant: from the fifth month on every point of the abdomen needs care, named here or not.");
    if (scope.adultDepths)
        said << tr("The depths are adults'.");
    return said;
}

points::PointResult together(const QList<points::PointResult> &results)
{
    points::PointResult all;
    const auto add = [](QStringList &to, const QStringList &from) {
        for (const QString &name : from) {
            if (!to.contains(name))
                to << name;
        }
    };
    for (const points::PointResult &one : results) {
        for (const points::PointFinding &finding : one.findings) {
            const auto known =
                std::find_if(all.findings.begin(), all.findings.end(), [&](const points::PointFinding &other) {
                    return other.rule == finding.rule && other.messageEn == finding.messageEn;
                });
            if (known == all.findings.end())
                all.findings << finding;
            else
                add(known->names, finding.names);
        }
        all.scope.checked += one.scope.checked;
        add(all.scope.unknown, one.scope.unknown);
        add(all.scope.pregnancyUnknownPoints, one.scope.pregnancyUnknownPoints);
        all.scope.pregnancyUnknown = all.scope.pregnancyUnknown || one.scope.pregnancyUnknown;
        all.scope.pregnantAbdomen = all.scope.pregnantAbdomen || one.scope.pregnantAbdomen;
        all.scope.adultDepths = all.scope.adultDepths || one.scope.adultDepths;
    }
    std::stable_sort(
        all.findings.begin(), all.findings.end(),
        [](const points::PointFinding &a, const points::PointFinding &b) { return a.severity < b.severity; });
    return all;
}

} // namespace xinglin::ui
