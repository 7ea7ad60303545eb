#include "clinic/record/constitution.h"

#include "clinic/catalog/constitutions.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/record/constitutionrows.h"

#include <QCoreApplication>

namespace xinglin::assessment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::assessment)
};

using access::Permission;

Error missing(AssessmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such assessment."), {}, id.toString()};
}

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

qint64 dayNumber(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

/// The record that stays of whose assessment it is, where the actor may read their care.
Result<PatientId> ownerOf(const store::Snapshot &view, AssessmentId id)
{
    if (auto refused = access::require(view, Permission::ReadCare))
        return *refused;
    access::allows(view, Permission::SearchPatients); // merges are followed through the patient's row
    static const QByteArray sql =
        "SELECT c.patient_id FROM constitution_assessment c WHERE c.id = ?1 AND " + patient::ofSeen("c");
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing(id);
    const auto kept = patient::canonical(view, row.get<PatientId>(0));
    return kept ? kept : missing(id);
}

/// Whose items are asked: the patient's own where their sex is known, else those that were chosen.
Result<std::optional<constitution::Sex>> sexFor(const store::Snapshot &view, const ConstitutionDraft &draft,
                                                PatientId patient)
{
    if (!constitution::shipped().of(draft.form).asksBySex())
        return std::optional<constitution::Sex>();
    store::Query row = view.sql("SELECT sex FROM patient WHERE id = ?1");
    row.bind(patient).next();
    const auto own = constitution::sexFrom(row.get<QString>(0));
    if (own && draft.sex && own != draft.sex)
        return wrong("sex", Tr::tr("The items of the other sex were asked."));
    return own ? own : draft.sex;
}

std::optional<ConstitutionAssessment> stored(const store::Snapshot &view, AssessmentId id)
{
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql = QByteArray("SELECT ") + AssessmentColumns +
                                  " FROM constitution_assessment c LEFT JOIN user u ON u.id = c.recorded_by_id"
                                  " WHERE c.id = ?1 AND c.status = 'completed'";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    ConstitutionAssessment found = assessmentFrom(row);
    found.scores = patient::constitutionScores(view, id.uuid());
    return found;
}

} // namespace

Result<ConstitutionAssessment> record(store::Transaction &tx, const ConstitutionDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RecordCare))
        return *refused;
    const QDate day = draft.day.value_or(tx.today());
    if (day > tx.today())
        return wrong("day", Tr::tr("An assessment cannot lie in the future."));
    if (day < QDate(1950, 1, 1))
        return wrong("day", Tr::tr("The day of the assessment is too long ago."));
    const auto kept = patient::canonical(tx, draft.patient);
    if (!kept)
        return kept.error();
    const auto sex = sexFor(tx, draft, *kept);
    if (!sex)
        return sex.error();
    const constitution::Definition &definition = constitution::shipped();
    const auto scores = constitution::score(definition, draft.form, *sex, draft.answers);
    if (!scores)
        return scores.error();
    const constitution::Questionnaire &form = definition.of(draft.form);
    const auto id = tx.create<AssessmentId>();
    tx.sql("INSERT INTO constitution_assessment(id, patient_id, form, sex, answered_by, day, recorded_ms,"
           " recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(id, *kept, form.id(), *sex ? constitution::toText(**sex) : QString(), toText(draft.by), dayNumber(day),
              tx.now(), tx.actor().user)
        .run();
    writeParts(tx, id, form, draft.answers, *scores);
    tx.audit({tx.act(), "constitution_assessment", id.uuid(), kept->uuid(), "ok", {}});
    return *stored(tx, id);
}

Result<Done> markInError(store::Transaction &tx, AssessmentId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::RecordCare))
        return *refused;
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why the entry was wrong."));
    const auto owner = ownerOf(tx, id);
    if (!owner)
        return owner.error();
    if (!stored(tx, id))
        return missing(id);
    tx.sql("UPDATE constitution_assessment SET status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "constitution_assessment", id.uuid(), owner->uuid(), "ok", {}});
    return Done{};
}

Result<QList<ConstitutionAssessment>> ofPatient(const store::Snapshot &view, PatientId patient, int limit)
{
    if (auto refused = access::require(view, Permission::ReadCare))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf newest(
        QByteArray("SELECT ") + AssessmentColumns +
            " FROM constitution_assessment c"
            " LEFT JOIN user u ON u.id = c.recorded_by_id WHERE ",
        "c", " AND c.status = 'completed' ORDER BY c.day DESC, c.recorded_ms DESC, c.n DESC LIMIT ?2");
    store::Query rows = newest.ask(view, *kept);
    rows.bindAt(2, limit);
    QList<ConstitutionAssessment> found;
    while (rows.next())
        found << assessmentFrom(rows);
    for (ConstitutionAssessment &one : found)
        one.scores = patient::constitutionScores(view, one.id.uuid());
    return found;
}

Result<std::optional<ConstitutionAssessment>> latest(const store::Snapshot &view, PatientId patient)
{
    const auto newest = ofPatient(view, patient, 1);
    if (!newest)
        return newest.error();
    return newest->isEmpty() ? std::optional<ConstitutionAssessment>() : std::optional(newest->constFirst());
}

Result<constitution::Answers> answersOf(const store::Snapshot &view, AssessmentId id)
{
    const auto owner = ownerOf(view, id);
    if (!owner)
        return owner.error();
    if (!stored(view, id))
        return missing(id);
    store::Query rows = view.sql("SELECT item, value FROM constitution_answer WHERE assessment_id = ?1 ORDER BY n");
    rows.bind(id);
    constitution::Answers answers;
    while (rows.next())
        answers.insert(rows.get<QString>(0), rows.get<int>(1));
    view.audit({"constitution.open", "constitution_assessment", id.uuid(), owner->uuid(), "ok", {}});
    return answers;
}

Result<Paper> paper(const store::Snapshot &view, AssessmentId id, std::optional<AssessmentId> before)
{
    const auto owner = ownerOf(view, id);
    if (!owner)
        return owner.error();
    auto assessed = stored(view, id);
    if (!assessed)
        return missing(id);
    auto patient = patient::find(view, *owner);
    if (!patient)
        return patient.error();
    auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    Paper page{*std::move(clinic), *std::move(patient), {}, *std::move(assessed), {}};
    if (page.patient.birthDate)
        page.age = ageOn(*page.patient.birthDate, page.assessment.day);
    if (before) {
        const auto other = ownerOf(view, *before);
        if (!other || *other != *owner)
            return missing(*before);
        page.before = stored(view, *before);
    }
    view.audit({"constitution.print", "constitution_assessment", id.uuid(), owner->uuid(), "ok", {}});
    return page;
}

} // namespace xinglin::assessment
