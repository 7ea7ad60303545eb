#include "ui/prescription/prescriptionwords.h"

#include "clinic/prescription/merging.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace xinglin::ui {

QString PrescriptionWords::nameOf(const Catalog &catalog, const PrescriptionDraft &draft,
                                  const QList<ownformula::Formula> &own)
{
    const QStringList from = consultation::startedFrom(draft);
    QStringList names;
    QSet<QString> of;
    const auto piece = [](const QString &herb, const QString &name) { return herb.isEmpty() ? name : herb; };
    for (const QString &id : from) {
        const auto kept = std::find_if(own.begin(), own.end(), [&](const ownformula::Formula &one) {
            return ownformula::reference(one.id) == id;
        });
        if (const safety::Formula *formula = catalog.formulas.find(id)) {
            names << formula->nameZh;
            for (const safety::FormulaLine &line : formula->lines)
                of << line.herb;
        } else if (kept != own.end()) {
            names << kept->content.name;
            for (const PrescriptionLine &line : kept->content.lines)
                of << piece(line.herb, line.name);
        }
    }
    if (names.size() < from.size() && !draft.name.isEmpty())
        return draft.name;
    if (names.isEmpty())
        return draft.lines.isEmpty() ? QString() : QStringLiteral("自拟方");
    QSet<QString> now;
    for (const PrescriptionLine &line : draft.lines)
        now << piece(line.herb, line.name);
    const QString name = names.join(u'合');
    return of == now ? name : name + QStringLiteral("加减");
}

QString PrescriptionWords::summary(const PrescriptionDraft &draft)
{
    if (draft.lines.isEmpty())
        return {};
    return tr("%1, %n herb(s) × %2", nullptr, int(draft.lines.size())).arg(draft.name).arg(draft.packets);
}

QString PrescriptionWords::summary(const QList<PrescriptionDraft> &all)
{
    QStringList said;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all.at(i).lines.isEmpty())
            said << (all.size() > 1
                         ? tr("%1. %2", "number and name of a prescription").arg(i + 1).arg(summary(all.at(i)))
                         : summary(all.at(i)));
    }
    return said.join(tr("; ", "between prescriptions"));
}

QString PrescriptionWords::placeName(int place, const PrescriptionDraft &draft)
{
    return tr("%1 %2", "2 External: place and route of a prescription").arg(place + 1).arg(routeName(draft.route));
}

QString PrescriptionWords::openWords(int place, const safety::CheckResult &result, const PrescriptionDraft &draft)
{
    int stops = 0;
    int cautions = 0;
    for (const safety::Finding &finding : result.findings) {
        if (overrideOf(finding, draft))
            continue;
        stops += finding.severity == safety::Severity::Severe;
        cautions += finding.severity == safety::Severity::Warning;
    }
    return stops + cautions == 0 ? QString()
                                 : tr("Prescription %1: stop %2, caution %3").arg(place + 1).arg(stops).arg(cautions);
}

QString PrescriptionWords::doseRange(const safety::Herb &herb)
{
    if (herb.banned)
        return tr("no longer allowed");
    if (herb.externalOnly)
        return tr("external use only");
    if (!herb.doseMin || !herb.doseMax)
        return {};
    QString range = tr("%1–%2 g").arg(herb.doseMin->gramText(), herb.doseMax->gramText());
    if (herb.doseRoute != safety::DoseRoute::Decoction && herb.doseRoute != safety::DoseRoute::None)
        range += u' ' + (chineseScreen() ? safety::routeZh(herb.doseRoute) : safety::routeEn(herb.doseRoute));
    return range;
}

QString PrescriptionWords::routeName(Route route)
{
    switch (route) {
    case Route::Decoction:
        return tr("Decoction");
    case Route::Granule:
        return tr("Granules");
    case Route::Pill:
        return tr("Pills");
    case Route::Powder:
        return tr("Powder");
    case Route::External:
        return tr("External");
    }
    return {};
}

QString PrescriptionWords::kindName(const QString &kind)
{
    if (kind == u"pair")
        return tr("Pair");
    if (kind == u"pregnancy")
        return tr("Pregnancy");
    if (kind == u"dose")
        return tr("Dose");
    if (kind == u"toxicity")
        return tr("Toxicity");
    if (kind == u"allergy")
        return tr("Allergy");
    if (kind == u"external")
        return tr("External only");
    if (kind == u"banned")
        return tr("Banned");
    if (kind == u"route")
        return tr("Route");
    return kind == u"duplicate" ? tr("Twice") : kind;
}

QString PrescriptionWords::message(const safety::Finding &finding)
{
    return chineseScreen() ? finding.messageZh : finding.messageEn;
}

QString PrescriptionWords::source(const safety::Finding &finding)
{
    return chineseScreen() ? finding.sourceZh : finding.sourceEn;
}

QString PrescriptionWords::herbsKey(const safety::Finding &finding)
{
    return consultation::herbsOf(finding);
}

const FindingOverride *PrescriptionWords::overrideOf(const safety::Finding &finding, const PrescriptionDraft &draft)
{
    const QString herbs = herbsKey(finding);
    const auto found = std::find_if(draft.overrides.begin(), draft.overrides.end(), [&](const FindingOverride &given) {
        return given.rule == finding.rule && given.herbs == herbs && !given.reason.trimmed().isEmpty();
    });
    return found == draft.overrides.end() ? nullptr : &*found;
}

QList<Remedy> PrescriptionWords::remedies(const safety::Finding &finding, const PrescriptionDraft &draft,
                                          const Catalog &catalog)
{
    QList<Remedy> list;
    if (overrideOf(finding, draft)) {
        list.append({Remedy::Kind::Withdraw, -1, {}, tr("Withdraw the reason")});
        return list;
    }
    // What is too much only together has no right amount here.
    if (finding.beside.isEmpty() && finding.lines.size() == 1 &&
        (finding.kind == u"dose" || finding.kind == u"toxicity")) {
        const PrescriptionLine &line = draft.lines.at(finding.lines.first());
        const safety::Herb *herb = catalog.herbs().find(line.herb);
        if (herb && herb->doseMin && herb->doseMax && draft.packetsPerDay > 0) {
            const Mass day = line.dose * draft.packetsPerDay;
            const Mass wanted = day > *herb->doseMax ? *herb->doseMax : *herb->doseMin;
            const Mass packet = Mass::milligrams(wanted.milligrams() / draft.packetsPerDay);
            if (packet != line.dose && packet.milligrams() > 0)
                list.append(
                    {Remedy::Kind::SetDose, finding.lines.first(), packet, tr("Set to %1 g").arg(packet.gramText())});
        }
    }
    if (finding.severity != safety::Severity::Note || finding.kind == u"duplicate") {
        for (qsizetype i = finding.lines.size(); i-- > 0 && list.size() < 3;) {
            const int line = finding.lines.at(i);
            list.append({Remedy::Kind::Remove, line, {}, tr("Remove %1").arg(draft.lines.at(line).name)});
        }
    }
    if (finding.severity == safety::Severity::Severe)
        list.append({Remedy::Kind::GiveReason, -1, {}, tr("Give a reason")});
    return list;
}

QStringList PrescriptionWords::commonReasons()
{
    return {tr("The condition requires it"), tr("Tolerated before"), tr("Traditional pairing, used on purpose"),
            tr("Agreed with the patient"), tr("The record is out of date")};
}

QStringList PrescriptionWords::scope(const safety::CheckScope &scope)
{
    const QString comma = tr(", ", "between names");
    QStringList said;
    if (!scope.unknown.isEmpty())
        said << tr("Unknown, not checked: %1.").arg(scope.unknown.join(comma));
    if (!scope.withoutDose.isEmpty())
        said << tr("Without a dose: %1.").arg(scope.withoutDose.join(comma));
    if (scope.beside > 0)
        said << tr("Looked at together with %n herb(s) of this visit's other prescriptions.", nullptr, scope.beside);
    if (scope.pregnancyUnknown)
        said << (scope.pregnancyUnknownHerbs.isEmpty()
                     ? tr("Pregnancy is not known.")
                     : tr("Pregnancy is not known; it matters for %1.").arg(scope.pregnancyUnknownHerbs.join(comma)));
    if (scope.lactationNotChecked)
        said << tr("Breast-feeding is not checked.");
    if (scope.adultLimits)
        said << tr("The limits are adults'.");
    if (scope.ageUnknown)
        said << tr("The age is not known; the limits are adults'.");
    if (!scope.doseNotCompared.isEmpty())
        said << tr("No limit for this route: %1.").arg(scope.doseNotCompared.join(comma));
    if (scope.granuleAsDecoction)
        said << tr("Granules are compared as decocted herbs.");
    if (!scope.unmatchedAllergies.isEmpty())
        said << tr("Allergies without a match, not checked: %1.").arg(scope.unmatchedAllergies.join(comma));
    if (!scope.medicinesNotChecked.isEmpty())
        said << tr("Medicines, not checked: %1.").arg(scope.medicinesNotChecked.join(comma));
    return said;
}

QList<PrescriptionLine> linesOf(const safety::Formula &formula, const Catalog &catalog)
{
    QList<PrescriptionLine> lines;
    for (const safety::FormulaLine &from : formula.lines) {
        const safety::Herb *herb = catalog.herbs().find(from.herb);
        PrescriptionLine line;
        line.herb = herb ? herb->id : QString();
        line.name = herb ? herb->nameZh : from.asWritten.isEmpty() ? from.herb : from.asWritten;
        if (formula.daily && from.dose)
            line.dose = *from.dose;
        if (herb && !herb->decoction.isEmpty() && safety::preparation(herb->decoction))
            line.preparation = *safety::preparation(herb->decoction);
        if (const auto said = safety::preparation(from.preparation))
            line.preparation = *said;
        lines << line;
    }
    return lines;
}

} // namespace xinglin::ui
