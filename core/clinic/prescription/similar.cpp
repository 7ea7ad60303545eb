#include "clinic/prescription/similar.h"

#include "clinic/patient/patients.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace xinglin::consultation {

namespace {

using access::Permission;

/// Signed visits that are looked at, and rows that are walked for them: every save of a draft leaves one too.
constexpr int mostVisits = 200;
constexpr int mostRows = 2000;
constexpr qsizetype mostCases = 5;

/// Whom of the patients the actor may look at here; each is asked once.
class Readers
{
public:
    explicit Readers(const store::Snapshot &view) : m_view(view) {}

    /// The record that stays; nothing where it may not be read.
    std::optional<PatientId> readable(PatientId patient)
    {
        auto known = m_known.find(patient.uuid());
        if (known == m_known.end())
            known = m_known.insert(patient.uuid(), look(patient));
        return *known;
    }

private:
    std::optional<PatientId> look(PatientId patient) const
    {
        const auto kept = patient::canonical(m_view, patient);
        if (!kept || !patient::sharesWith(m_view, Permission::ReadNarrative, *kept) ||
            !patient::sharesWith(m_view, Permission::ReadPrescriptions, *kept))
            return std::nullopt;
        return *kept;
    }

    const store::Snapshot &m_view;
    QHash<Uuid, std::optional<PatientId>> m_known;
};

/// What was prescribed at one visit.
struct Prescribed
{
    bool any = false;
    QString name; ///< Of the first.
    QStringList formulas;
};

Prescribed prescribedIn(const store::Snapshot &view, RevisionId revision)
{
    Prescribed found;
    store::Query rows = view.sql("SELECT name, formula FROM prescription WHERE revision_id = ?1 ORDER BY rank");
    rows.bind(revision);
    while (rows.next()) {
        if (!found.any)
            found.name = rows.get<QString>(0);
        found.any = true;
        for (const QString &formula : rows.get<QString>(1).split(u'+', Qt::SkipEmptyParts)) {
            if (!found.formulas.contains(formula))
                found.formulas << formula;
        }
    }
    return found;
}

SimilarCase caseOf(const store::Snapshot &view, VisitId visit, QDate day, PatientId kept, const QString &name, bool own)
{
    SimilarCase one{visit, day, Sex::Unknown, {}, name, own};
    if (const auto patient = patient::findPlain(view, kept)) {
        one.sex = patient->sex;
        if (patient->birthDate) {
            if (const auto age = ageOn(*patient->birthDate, day))
                one.age = age->years;
        }
    }
    return one;
}

} // namespace

Result<Similar> similar(const store::Snapshot &view, const DiagnosisEntry &diagnosis, PatientId patient,
                        std::optional<VisitId> but)
{
    for (const Permission permission : {Permission::ReadNarrative, Permission::ReadPrescriptions}) {
        if (auto refused = access::require(view, permission))
            return *refused;
    }
    const auto asked = patient::canonical(view, patient);
    if (!asked)
        return asked.error();
    for (const Permission permission : {Permission::ReadNarrative, Permission::ReadPrescriptions}) {
        if (auto refused = patient::requireShared(view, permission, *asked))
            return *refused;
    }
    Similar found;
    if (diagnosis.code.isEmpty())
        return found;
    // Walks the index of codes from its end; what a row is worth is decided here, so that the walk has an end.
    static const QByteArray sql =
        "SELECT r.visit_id, r.id, v.patient_id, v.day, r.sensitive = 0 AND (r.status = 'final' OR r.status = 'amended')"
        " AND v.status = 'finished' AND NOT EXISTS (SELECT 1 FROM visit_revision l WHERE l.visit_id = r.visit_id"
        " AND l.number > r.number) AND " +
        patient::ofSeen("v") +
        " FROM diagnosis d INDEXED BY diagnosis_code CROSS JOIN visit_revision r ON r.id = d.revision_id"
        " CROSS JOIN visit v ON v.id = r.visit_id WHERE d.code_system = ?1 AND d.code = ?2"
        " AND (d.kind = 'pattern' OR d.kind = 'disease') ORDER BY d.n DESC LIMIT ?3";
    struct Case
    {
        VisitId visit;
        QDate day;
        PatientId patient;
        QString name;
    };
    QList<Case> own;
    QList<Case> others;
    QHash<QString, int> counts;
    QStringList order; // the newest first, where they are as frequent
    QSet<Uuid> seen;
    Readers readers(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(diagnosis.codeSystem, diagnosis.code, mostRows);
    while (seen.size() < mostVisits && rows.next()) {
        const auto visit = rows.get<VisitId>(0);
        if (!rows.get<bool>(4) || visit == but || seen.contains(visit.uuid()))
            continue;
        seen.insert(visit.uuid());
        const std::optional<PatientId> kept = readers.readable(rows.get<PatientId>(2));
        if (!kept)
            continue;
        ++found.visits;
        const Prescribed prescribed = prescribedIn(view, rows.get<RevisionId>(1));
        for (const QString &formula : prescribed.formulas) {
            if (++counts[formula] == 1)
                order << formula;
        }
        if (prescribed.any)
            (*kept == *asked ? own : others)
                << Case{visit, QDate(1970, 1, 1).addDays(rows.get<qint64>(3)), *kept, prescribed.name};
    }
    for (const QString &formula : std::as_const(order))
        found.formulas << FormulaCount{formula, counts.value(formula)};
    std::stable_sort(found.formulas.begin(), found.formulas.end(),
                     [](const FormulaCount &one, const FormulaCount &other) { return one.times > other.times; });
    for (QList<Case> *list : {&own, &others}) {
        std::stable_sort(list->begin(), list->end(),
                         [](const Case &one, const Case &other) { return one.day > other.day; });
        for (const Case &one : std::as_const(*list)) {
            if (found.cases.size() < mostCases)
                found.cases << caseOf(view, one.visit, one.day, one.patient, one.name, list == &own);
        }
    }
    return found;
}

} // namespace xinglin::consultation
