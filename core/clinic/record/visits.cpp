#include "clinic/record/visits.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/record/visitrows.h"

#include <QCoreApplication>

namespace xinglin::record {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::record)
};

using access::Permission;

/// The newest revision as far as saving needs it.
struct Head
{
    RevisionId id;
    int number;
    RevisionStatus status;
};

std::optional<Head> headOf(const store::Snapshot &view, VisitId visit)
{
    store::Query row =
        view.sql("SELECT id, number, status FROM visit_revision WHERE visit_id = ?1 ORDER BY number DESC LIMIT 1");
    if (!row.bind(visit).next())
        return std::nullopt;
    return Head{row.get<RevisionId>(0), row.get<int>(1),
                revisionStatusFrom(row.get<QString>(2)).value_or(RevisionStatus::Preliminary)};
}

Error noSuchVisit(VisitId id)
{
    return {Code::NotFound, Tr::tr("There is no such visit."), {}, id.toString()};
}

qint64 dayNumber(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

std::optional<Error> problem(const store::Snapshot &view, const VisitDraft &draft)
{
    if (draft.day && *draft.day > view.today())
        return Error{Code::Invalid, Tr::tr("A visit cannot lie in the future."), QStringLiteral("day"), {}};
    if (draft.day && *draft.day < QDate(1950, 1, 1))
        return Error{Code::Invalid, Tr::tr("The day of the visit is too long ago."), QStringLiteral("day"), {}};
    return std::nullopt;
}

Result<VisitId> openVisit(store::Transaction &tx, const VisitDraft &draft, bool toSign)
{
    const QDate day = draft.day.value_or(tx.today());
    if (draft.visit) {
        store::Query row = tx.sql("SELECT practitioner_id, day, patient_id FROM visit WHERE id = ?1");
        if (!row.bind(*draft.visit).next() || !patient::canonical(tx, row.get<PatientId>(2)))
            return noSuchVisit(*draft.visit);
        if (row.get<std::optional<Uuid>>(0) != tx.actor().user)
            return Error{Code::NoPermission, Tr::tr("Only its author can change this visit."), {}, {}};
        if (draft.day && row.get<qint64>(1) != dayNumber(day))
            tx.sql("UPDATE visit SET day = ?2 WHERE id = ?1").bind(*draft.visit, dayNumber(day)).run();
        return *draft.visit;
    }
    const auto patient = patient::canonical(tx, draft.patient);
    if (!patient)
        return patient.error();
    const auto id = tx.create<VisitId>();
    tx.sql("INSERT INTO visit(id, patient_id, practitioner_id, day, started_ms, entered_ms, status)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?5, ?6)")
        .bind(id, *patient, tx.actor().user, dayNumber(day), tx.now(), toSign ? "finished" : "in-progress")
        .run();
    return id;
}

Result<VisitRevision> write(store::Transaction &tx, const VisitDraft &draft, bool toSign)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    if (auto wrong = problem(tx, draft))
        return *wrong;
    const auto visit = openVisit(tx, draft, toSign);
    if (!visit)
        return visit.error();
    const std::optional<Head> head = headOf(tx, *visit);
    if (head && draft.basedOn != head->id)
        return Error{Code::Stale,
                     Tr::tr("This visit was saved elsewhere since you opened it. Yours is kept; compare both."),
                     {},
                     {}};
    const bool wasSigned = head && head->status != RevisionStatus::Preliminary;
    if (wasSigned && !toSign)
        return Error{Code::Conflict, Tr::tr("A signed visit can only be amended and signed again."), {}, {}};
    if (wasSigned && draft.reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why the signed note is amended."), QStringLiteral("reason"), {}};

    VisitRevision revision;
    revision.id = tx.create<RevisionId>();
    revision.visit = *visit;
    revision.number = head ? head->number + 1 : 1;
    revision.status = !toSign     ? RevisionStatus::Preliminary
                      : wasSigned ? RevisionStatus::Amended
                                  : RevisionStatus::Final;
    const VisitNote &note = draft.note;
    using patient::orNull;
    tx.sql("INSERT INTO visit_revision(id, visit_id, parent_id, number, status, form, complaint, history, inspection,"
           " listening, advice, note, sensitive, reason, author_id, written_ms, signed_ms)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")
        .bind(revision.id, *visit, head ? std::optional(head->id) : std::nullopt, revision.number,
              toText(revision.status), note.form, orNull(note.complaint), orNull(note.history), orNull(note.inspection),
              orNull(note.listening), orNull(note.advice), orNull(note.note), note.sensitive, orNull(draft.reason),
              tx.actor().user, tx.now(), toSign ? std::optional(tx.now()) : std::nullopt)
        .run();
    writeParts(tx, revision.id, note);
    if (toSign && draft.visit)
        tx.sql("UPDATE visit SET status = 'finished' WHERE id = ?1").bind(*visit).run();
    auto stored = current(tx, *visit);
    if (stored)
        tx.audit({tx.act(), "visit", visit->uuid(), stored->patient.uuid(), "ok", {}});
    return stored;
}

/// The first field of the note in which a place of a phrase or template was left as it came; empty: none.
QString fieldToFillIn(const VisitNote &note)
{
    QList<std::pair<QString, QString>> words{{QStringLiteral("complaint"), note.complaint},
                                             {QStringLiteral("history"), note.history},
                                             {QStringLiteral("inspection"), note.inspection},
                                             {QStringLiteral("listening"), note.listening}};
    static const QString ending = QStringLiteral(".text");
    for (const Answer &answer : note.answers) {
        if (answer.item.endsWith(ending))
            words << std::pair(answer.item.chopped(ending.size()), answer.text);
    }
    words << std::pair(QStringLiteral("advice"), note.advice);
    for (const auto &[field, text] : words) {
        if (text.contains(u"{}"))
            return field;
    }
    return {};
}

} // namespace

Result<VisitRevision> save(store::Transaction &tx, const VisitDraft &draft)
{
    return write(tx, draft, false);
}

Result<VisitRevision> sign(store::Transaction &tx, const VisitDraft &draft)
{
    if (draft.note.complaint.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("A signed visit needs a complaint."), QStringLiteral("complaint"), {}};
    if (const QString field = fieldToFillIn(draft.note); !field.isEmpty())
        return Error{Code::Invalid, Tr::tr("A place {} of a phrase or template is still to be filled in."), field, {}};
    return write(tx, draft, true);
}

namespace {

/// The revision that the row of @p found holds, with its parts, for those who may read it.
Result<VisitRevision> readRevision(const store::Snapshot &view, const store::Query &found, const Error &missing)
{
    VisitRevision revision = revisionFrom(found);
    const auto kept = patient::shared(view, Permission::ReadNarrative, revision.patient, missing);
    if (!kept)
        return kept.error();
    readParts(view, revision.id, revision.note);
    return revision;
}

} // namespace

Result<VisitRevision> current(const store::Snapshot &view, VisitId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql =
        QByteArray("SELECT ") + RevisionColumns +
        " FROM visit_revision r JOIN visit v ON v.id = r.visit_id LEFT JOIN user u ON u.id = r.author_id"
        " WHERE r.visit_id = ?1 AND " +
        patient::inClosedBatch("v") + " ORDER BY r.number DESC LIMIT 1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return noSuchVisit(id);
    return readRevision(view, row, noSuchVisit(id));
}

Result<VisitRevision> revision(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    static const QByteArray sql =
        QByteArray("SELECT ") + RevisionColumns +
        " FROM visit_revision r JOIN visit v ON v.id = r.visit_id LEFT JOIN user u ON u.id = r.author_id"
        " WHERE r.id = ?1 AND " +
        patient::inClosedBatch("v");
    const Error missing{Code::NotFound, Tr::tr("There is no such state of a visit."), {}, id.toString()};
    store::Query row = view.sql(sql.constData());
    return row.bind(id).next() ? readRevision(view, row, missing) : Result<VisitRevision>(missing);
}

namespace {

/// The visits before @p before, newest first, without what is written in them.
QList<VisitSummary> places(const store::Snapshot &view, PatientId kept, int limit,
                           const std::optional<VisitSummary> &before)
{
    static const QByteArray counted = "SELECT count(*) FROM visit v WHERE " + patient::where("v") +
                                      " AND v.status <> 'entered-in-error' AND (v.day, v.started_ms) < (?2, ?3)";
    static const QByteArray sql = "SELECT v.id, v.day, v.started_ms, u.name, v.status FROM visit v"
                                  " LEFT JOIN user u ON u.id = v.practitioner_id WHERE " +
                                  patient::where("v") +
                                  " AND v.status <> 'entered-in-error' AND (v.day, v.started_ms) < (?2, ?3)"
                                  " ORDER BY v.day DESC, v.started_ms DESC LIMIT ?4";
    const qint64 day = before ? dayNumber(before->day) : std::numeric_limits<qint64>::max();
    const qint64 started = before ? toMs(before->started) : std::numeric_limits<qint64>::max();
    store::Query number = view.sql(counted.constData());
    number.bind(kept, day, started).next();
    int ordinal = number.get<int>(0);
    QList<VisitSummary> found;
    store::Query rows = view.sql(sql.constData());
    rows.bind(kept, day, started, limit);
    while (rows.next()) {
        VisitSummary summary;
        summary.id = rows.get<VisitId>(0);
        summary.day = QDate(1970, 1, 1).addDays(rows.get<qint64>(1));
        summary.started = rows.get<Instant>(2);
        summary.practitioner = rows.get<QString>(3);
        summary.status = rows.get<QString>(4) == u"finished" ? RevisionStatus::Final : RevisionStatus::Preliminary;
        summary.ordinal = ordinal--;
        found << summary;
    }
    return found;
}

/// Asks what reading visits asks; the record that stays.
Result<PatientId> mayList(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadVisits))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    return patient::canonical(view, patient);
}

} // namespace

Result<QList<VisitSummary>> visitsOf(const store::Snapshot &view, PatientId patient, int limit,
                                     std::optional<VisitSummary> before)
{
    const auto kept = mayList(view, patient);
    if (!kept)
        return kept.error();
    QList<VisitSummary> found = places(view, *kept, limit, before);
    if (patient::sharesWith(view, Permission::ReadNarrative, *kept)) {
        for (VisitSummary &summary : found)
            addClinicalParts(view, summary);
    }
    return found;
}

Result<QList<VisitSummary>> placesOf(const store::Snapshot &view, PatientId patient)
{
    const auto kept = mayList(view, patient);
    if (!kept)
        return kept.error();
    return places(view, *kept, std::numeric_limits<int>::max(), {});
}

Result<QList<VisitSummary>> unfinished(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    static const QByteArray sql = "SELECT v.id, v.day, v.started_ms FROM visit v WHERE v.practitioner_id = ?1"
                                  " AND v.status = 'in-progress' AND " +
                                  patient::ofSeen("v") + " ORDER BY v.day DESC, v.started_ms DESC LIMIT 200";
    store::Query rows = view.sql(sql.constData());
    rows.bind(view.actor().user);
    QList<VisitSummary> found;
    while (rows.next()) {
        VisitSummary summary;
        summary.id = rows.get<VisitId>(0);
        summary.day = QDate(1970, 1, 1).addDays(rows.get<qint64>(1));
        summary.started = rows.get<Instant>(2);
        addClinicalParts(view, summary);
        found << summary;
    }
    return found;
}

} // namespace xinglin::record
