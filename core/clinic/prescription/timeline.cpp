#include "clinic/prescription/timeline.h"

#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"

#include <QHash>

#include <algorithm>

namespace xinglin::consultation {

namespace {

using access::Permission;

using Doses = QHash<QString, Mass>;

Doses dosesOf(const PrescriptionDraft &formula)
{
    Doses doses;
    for (const PrescriptionLine &line : formula.lines)
        doses[line.name] += line.dose;
    return doses;
}

/// Whether one is a form of the other: a third of the larger one's herbs stand in both.
bool isKin(const Doses &one, const Doses &other)
{
    const auto shared =
        std::count_if(one.keyBegin(), one.keyEnd(), [&](const QString &name) { return other.contains(name); });
    return shared > 0 && shared * 3 >= std::max(one.size(), other.size());
}

TimelineCell cellOf(const QString &name, const Doses &now, const Doses *before)
{
    const bool stands = now.contains(name);
    const bool stood = before && before->contains(name);
    if (!stands)
        return stood ? TimelineCell{HerbChange::Removed, before->value(name)} : TimelineCell{};
    const Mass dose = now.value(name);
    if (!before)
        return {HerbChange::Same, dose};
    if (!stood)
        return {HerbChange::Added, dose};
    const Mass earlier = before->value(name);
    return {dose > earlier ? HerbChange::Raised : dose < earlier ? HerbChange::Lowered : HerbChange::Same, dose};
}

} // namespace

Result<QList<TimelineVisit>> formulaTimeline(const store::Snapshot &view, PatientId patient, int limit)
{
    if (auto refused = access::require(view, Permission::ReadPrescriptions))
        return *refused;
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    for (const Permission permission : {Permission::ReadPrescriptions, Permission::ReadNarrative}) {
        if (auto refused = patient::requireShared(view, permission, *kept))
            return *refused;
    }
    static const QByteArray counted =
        "SELECT count(*) FROM visit v WHERE " + patient::where("v") + " AND v.status <> 'entered-in-error'";
    store::Query number = view.sql(counted.constData());
    number.bind(*kept).next();
    int ordinal = number.get<int>(0);
    static const QByteArray sql =
        "SELECT v.id, v.day, r.id, r.signed_ms, r.complaint FROM visit v JOIN visit_revision r ON r.visit_id = v.id"
        " AND r.number = (SELECT max(number) FROM visit_revision WHERE visit_id = v.id) WHERE " +
        patient::where("v") + " AND v.status <> 'entered-in-error' ORDER BY v.day DESC, v.started_ms DESC";
    store::Query rows = view.sql(sql.constData());
    rows.bind(*kept);
    QList<TimelineVisit> found;
    while (found.size() < limit && rows.next()) {
        const int place = ordinal--;
        if (rows.isNull(3))
            continue;
        const QList<Prescription> prescriptions = readPrescriptions(view, rows.get<RevisionId>(2));
        if (prescriptions.isEmpty())
            continue;
        if (!found.isEmpty() && found.size() + prescriptions.size() > limit)
            break; // a visit stands there whole or not at all
        VisitNote note;
        record::readParts(view, rows.get<RevisionId>(2), note);
        for (qsizetype i = prescriptions.size(); i-- > 0;)
            found << TimelineVisit{rows.get<VisitId>(0),
                                   QDate(1970, 1, 1).addDays(rows.get<qint64>(1)),
                                   place,
                                   rows.get<QString>(4),
                                   note.diagnoses,
                                   note.answers,
                                   prescriptions.at(i),
                                   static_cast<int>(i) + 1};
    }
    std::reverse(found.begin(), found.end());
    view.audit({"formula.timeline", "patient", kept->uuid(), kept->uuid(), "ok", {}});
    return found;
}

TimelineGrid comparedVisits(const QList<TimelineVisit> &visits)
{
    QList<PrescriptionDraft> formulas;
    QList<VisitId> of;
    for (const TimelineVisit &visit : visits) {
        formulas << visit.prescription.content;
        of << visit.visit;
    }
    return compared(formulas, of);
}

TimelineGrid compared(const QList<PrescriptionDraft> &formulas, const QList<VisitId> &visits)
{
    TimelineGrid grid;
    QList<Doses> doses;
    for (const PrescriptionDraft &formula : formulas) {
        const qsizetype at = doses.size();
        doses << dosesOf(formula);
        const auto isBefore = [&](qsizetype i) {
            const bool sameVisit = !visits.isEmpty() && visits.at(i) == visits.at(at);
            const bool sameUse = (formulas.at(i).route == Route::External) == (formula.route == Route::External);
            return !sameVisit && sameUse && isKin(doses.last(), doses.at(i));
        };
        int before = -1;
        for (qsizetype i = at - 1; i >= 0 && before < 0; --i) {
            if (isBefore(i))
                before = static_cast<int>(i);
        }
        grid.comparedWith << before;
    }
    QStringList names;
    for (auto formula = formulas.crbegin(); formula != formulas.crend(); ++formula) {
        for (const PrescriptionLine &line : formula->lines) {
            if (!names.contains(line.name))
                names << line.name;
        }
    }
    for (const QString &name : names) {
        TimelineRow row{name, {}};
        for (qsizetype i = 0; i < doses.size(); ++i) {
            const int before = grid.comparedWith.at(i);
            row.cells << cellOf(name, doses.at(i), before < 0 ? nullptr : &doses.at(before));
        }
        grid.rows << row;
    }
    return grid;
}

} // namespace xinglin::consultation
