#include "ui/prescription/standingfindings.h"

#include "ui/prescription/prescriptionwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::StandingFindings)
};

Severity severityOf(const StoredFinding &finding)
{
    for (const safety::Severity one : {safety::Severity::Severe, safety::Severity::Warning}) {
        if (finding.severity == safety::severityText(one))
            return shownAs(one);
    }
    return Severity::Note;
}

QString reasonOf(const StoredFinding &finding)
{
    return finding.reason.isEmpty() ? QString() : Tr::tr("Signed all the same: %1").arg(finding.reason);
}

} // namespace

Severity shownAs(safety::Severity severity)
{
    return severity == safety::Severity::Severe    ? Severity::Stop
           : severity == safety::Severity::Warning ? Severity::Caution
                                                   : Severity::Note;
}

QList<FindingText> standingFindings(const Catalog &catalog, const Prescription &prescription,
                                    const std::optional<safety::CheckResult> &now)
{
    QList<FindingText> texts;
    QList<StoredFinding> then = prescription.findings;
    for (const safety::Finding &finding : now ? now->findings : QList<safety::Finding>()) {
        const QString herbs = PrescriptionWords::herbsKey(finding);
        const auto stored = std::find_if(then.begin(), then.end(), [&](const StoredFinding &one) {
            return one.rule == finding.rule && one.herbs == herbs;
        });
        FindingText text;
        text.severity = shownAs(finding.severity);
        text.kind = PrescriptionWords::kindName(finding.kind);
        text.subject = herbs;
        text.why = PrescriptionWords::message(finding);
        if (stored == then.end()) {
            text.source = Tr::tr("Found now; it was not when this was signed.");
        } else {
            text.source = stored->reason.isEmpty() ? PrescriptionWords::source(finding) : reasonOf(*stored);
            then.erase(stored);
        }
        texts << text;
    }
    for (const StoredFinding &finding : std::as_const(then)) {
        FindingText text;
        text.severity = severityOf(finding);
        text.kind = PrescriptionWords::kindName(catalog.safety.severities.of(finding.rule).kind);
        text.subject = finding.herbs;
        text.why = now ? Tr::tr("Found when this was signed; not by what is known now.")
                       : Tr::tr("Found when this was signed.");
        text.source = reasonOf(finding);
        texts << text;
    }
    std::stable_sort(texts.begin(), texts.end(),
                     [](const FindingText &one, const FindingText &other) { return one.severity < other.severity; });
    return texts;
}

} // namespace xinglin::ui
