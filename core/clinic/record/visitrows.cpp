#include "clinic/record/visitrows.h"

namespace xinglin {

QString toText(RevisionStatus status)
{
    switch (status) {
    case RevisionStatus::Preliminary:
        return QStringLiteral("preliminary");
    case RevisionStatus::Final:
        return QStringLiteral("final");
    case RevisionStatus::Amended:
        return QStringLiteral("amended");
    case RevisionStatus::EnteredInError:
        return QStringLiteral("entered-in-error");
    }
    Q_UNREACHABLE();
}

std::optional<RevisionStatus> revisionStatusFrom(const QString &text)
{
    for (const RevisionStatus status : {RevisionStatus::Preliminary, RevisionStatus::Final, RevisionStatus::Amended,
                                        RevisionStatus::EnteredInError}) {
        if (toText(status) == text)
            return status;
    }
    return std::nullopt;
}

QString toText(DiagnosisKind kind)
{
    switch (kind) {
    case DiagnosisKind::Disease:
        return QStringLiteral("disease");
    case DiagnosisKind::Pattern:
        return QStringLiteral("pattern");
    case DiagnosisKind::Method:
        return QStringLiteral("method");
    case DiagnosisKind::Western:
        return QStringLiteral("western");
    }
    Q_UNREACHABLE();
}

} // namespace xinglin

namespace xinglin::record {

namespace {

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

DiagnosisKind diagnosisKindFrom(const QString &text)
{
    for (const DiagnosisKind kind :
         {DiagnosisKind::Disease, DiagnosisKind::Pattern, DiagnosisKind::Method, DiagnosisKind::Western}) {
        if (toText(kind) == text)
            return kind;
    }
    return DiagnosisKind::Disease;
}

VisitRevision revisionFrom(const store::Query &row)
{
    VisitRevision revision;
    revision.id = row.get<RevisionId>(0);
    revision.visit = row.get<VisitId>(1);
    revision.patient = row.get<PatientId>(2);
    revision.number = row.get<int>(3);
    revision.status = revisionStatusFrom(row.get<QString>(4)).value_or(RevisionStatus::Preliminary);
    revision.day = QDate(1970, 1, 1).addDays(row.get<qint64>(5));
    revision.practitioner = row.get<QString>(6);
    revision.practitionerTitle = row.get<QString>(7);
    revision.written = row.get<Instant>(8);
    revision.signedAt = row.get<std::optional<Instant>>(9);
    revision.reason = row.get<QString>(10);
    revision.note.form = row.get<QString>(11);
    revision.note.complaint = row.get<QString>(12);
    revision.note.history = row.get<QString>(13);
    revision.note.inspection = row.get<QString>(14);
    revision.note.listening = row.get<QString>(15);
    revision.note.advice = row.get<QString>(16);
    revision.note.note = row.get<QString>(17);
    revision.note.sensitive = row.get<bool>(18);
    revision.practitionerLicence = row.get<QString>(19);
    return revision;
}

void writeParts(store::Transaction &tx, RevisionId revision, const VisitNote &note)
{
    for (const Answer &answer : note.answers)
        tx.sql("INSERT INTO answer(id, revision_id, item, site, rank, number, code, text, unit)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .bind(tx.newUuid(), revision, answer.item, orNull(answer.site), answer.rank, answer.number,
                  orNull(answer.code), orNull(answer.text), orNull(answer.unit))
            .run();
    int rank = 0;
    for (const DiagnosisEntry &entry : note.diagnoses)
        tx.sql("INSERT INTO diagnosis(id, revision_id, kind, rank, code_system, code, display)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .bind(tx.newUuid(), revision, toText(entry.kind), ++rank, orNull(entry.codeSystem), orNull(entry.code),
                  entry.display)
            .run();
}

void readParts(const store::Snapshot &view, RevisionId revision, VisitNote &note)
{
    store::Query answers =
        view.sql("SELECT item, site, rank, number, code, text, unit FROM answer WHERE revision_id = ?1 ORDER BY n");
    answers.bind(revision);
    while (answers.next())
        note.answers << Answer{answers.get<QString>(0), answers.get<QString>(1),
                               answers.get<int>(2),     answers.get<std::optional<double>>(3),
                               answers.get<QString>(4), answers.get<QString>(5),
                               answers.get<QString>(6)};
    store::Query diagnoses =
        view.sql("SELECT kind, code_system, code, display FROM diagnosis WHERE revision_id = ?1 ORDER BY rank");
    diagnoses.bind(revision);
    while (diagnoses.next())
        note.diagnoses << DiagnosisEntry{diagnosisKindFrom(diagnoses.get<QString>(0)), diagnoses.get<QString>(1),
                                         diagnoses.get<QString>(2), diagnoses.get<QString>(3)};
}

void addClinicalParts(const store::Snapshot &view, VisitSummary &summary)
{
    store::Query row = view.sql("SELECT id, status, complaint FROM visit_revision WHERE visit_id = ?1"
                                " ORDER BY number DESC LIMIT 1");
    if (!row.bind(summary.id).next())
        return;
    summary.status = revisionStatusFrom(row.get<QString>(1)).value_or(RevisionStatus::Preliminary);
    summary.complaint = row.get<QString>(2);
    QStringList names;
    store::Query diagnoses = view.sql("SELECT display FROM diagnosis WHERE revision_id = ?1"
                                      " AND kind IN ('disease', 'pattern') ORDER BY rank");
    diagnoses.bind(row.get<RevisionId>(0));
    while (diagnoses.next())
        names << diagnoses.get<QString>(0);
    summary.diagnosis = names.join(u'·');
}

} // namespace xinglin::record
