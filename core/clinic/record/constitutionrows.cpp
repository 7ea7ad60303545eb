#include "clinic/record/constitutionrows.h"

#include "store/store.h"

namespace xinglin {

QString toText(AnsweredBy by)
{
    return by == AnsweredBy::Staff ? QStringLiteral("staff") : QStringLiteral("patient");
}

std::optional<AnsweredBy> answeredByFrom(const QString &text)
{
    for (const AnsweredBy by : {AnsweredBy::Staff, AnsweredBy::Patient}) {
        if (toText(by) == text)
            return by;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::assessment {

ConstitutionAssessment assessmentFrom(const store::Query &row)
{
    ConstitutionAssessment found;
    found.id = row.get<AssessmentId>(0);
    found.patient = row.get<PatientId>(1);
    found.form = row.get<QString>(2);
    found.sex = constitution::sexFrom(row.get<QString>(3));
    found.by = answeredByFrom(row.get<QString>(4)).value_or(AnsweredBy::Staff);
    found.day = QDate(1970, 1, 1).addDays(row.get<qint64>(5));
    found.recorded = row.get<Instant>(6);
    found.recorder = row.get<QString>(7);
    return found;
}

void writeParts(store::Transaction &tx, AssessmentId id, const constitution::Questionnaire &form,
                const constitution::Answers &answers, const QList<constitution::Score> &scores)
{
    for (const constitution::Item &item : form.items) {
        if (const auto answer = answers.constFind(item.id); answer != answers.cend())
            tx.sql("INSERT INTO constitution_answer(id, assessment_id, item, value) VALUES(?1, ?2, ?3, ?4)")
                .bind(tx.newUuid(), id, item.id, *answer)
                .run();
    }
    for (const constitution::Score &score : scores)
        tx.sql("INSERT INTO constitution_result(id, assessment_id, type, raw, transformed, decision)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, score.type, score.raw, score.transformed, constitution::toText(score.decision))
            .run();
}

} // namespace xinglin::assessment
