#include "clinic/treatment/sessions.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/treatment/sessionrows.h"
#include "clinic/treatment/treatmentrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::treatment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::treatment)
};

using access::Permission;
using patient::orNull;

constexpr char Columns[] =
    "s.id, s.treatment_id, t.course_id, s.day, s.started_ms, s.ended_ms, p.name, e.name, s.needles_in, s.needles_out,"
    " s.needles_reason, s.note, s.status";
constexpr char Joins[] = " FROM treatment_session s JOIN treatment t ON t.id = s.treatment_id"
                         " LEFT JOIN user p ON p.id = s.performer_id LEFT JOIN user e ON e.id = s.ended_by_id";

TreatmentSession sessionFrom(const store::Query &row)
{
    TreatmentSession session;
    session.id = row.get<TreatmentSessionId>(0);
    session.treatment = row.get<TreatmentId>(1);
    session.course = row.get<CourseId>(2);
    session.day = QDate(1970, 1, 1).addDays(row.get<qint64>(3));
    session.started = row.get<Instant>(4);
    session.ended = row.get<std::optional<Instant>>(5);
    session.performer = row.get<QString>(6);
    session.endedBy = row.get<QString>(7);
    session.needlesIn = row.get<int>(8);
    session.needlesOut = row.get<std::optional<int>>(9);
    session.needlesReason = row.get<QString>(10);
    session.note = row.get<QString>(11);
    session.status = sessionStatusFrom(row.get<QString>(12)).value_or(SessionStatus::EnteredInError);
    return session;
}

std::optional<Error> badNeedles(int needles, const char *field)
{
    if (needles >= 0 && needles <= 200)
        return std::nullopt;
    return Error{Code::Invalid, Tr::tr("Needles are between 0 and 200."), QLatin1String(field), {}};
}

Error noSuchOrder(TreatmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such order."), {}, id.toString()};
}

/// The patient of a session that the actor may see.
Result<PatientId> ownerOf(const store::Snapshot &view, TreatmentSessionId id)
{
    static const QByteArray sql =
        "SELECT s.patient_id FROM treatment_session s WHERE s.id = ?1 AND " + patient::ofSeen("s");
    const Error missing{Code::NotFound, Tr::tr("There is no such session."), {}, id.toString()};
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing;
    return patient::shared(view, Permission::PerformTreatments, row.get<PatientId>(0), missing);
}

} // namespace

QList<TreatmentSession> sessionsOf(const store::Snapshot &view, PatientId kept)
{
    static const patient::RowsOf given(QByteArray("SELECT ") + Columns + Joins + " WHERE ", "s", " ORDER BY s.n");
    QList<TreatmentSession> found;
    store::Query rows = given.ask(view, kept);
    while (rows.next())
        found << sessionFrom(rows);
    std::stable_sort(found.begin(), found.end(),
                     [](const TreatmentSession &a, const TreatmentSession &b) { return a.started < b.started; });
    return found;
}

std::optional<TreatmentSession> readSession(const store::Snapshot &view, TreatmentSessionId id)
{
    static const QByteArray sql = QByteArray("SELECT ") + Columns + Joins + " WHERE s.id = ?1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    return sessionFrom(row);
}

Result<TreatmentSession> beginSession(store::Transaction &tx, TreatmentId id, const SessionStart &start)
{
    if (auto refused = access::require(tx, Permission::PerformTreatments))
        return *refused;
    access::allows(tx, Permission::ReadPeople);
    if (auto wrong = badNeedles(start.needlesIn, "needlesIn"))
        return *wrong;
    static const QByteArray sql = "SELECT v.patient_id, t.course_id, t.sessions, r.signed_ms, v.status, r.number,"
                                  " (SELECT max(number) FROM visit_revision WHERE visit_id = v.id)"
                                  " FROM treatment t JOIN visit_revision r ON r.id = t.revision_id"
                                  " JOIN visit v ON v.id = r.visit_id WHERE t.id = ?1 AND " +
                                  patient::ofSeen("v");
    store::Query row = tx.sql(sql.constData());
    if (!row.bind(id).next())
        return noSuchOrder(id);
    const auto kept = patient::shared(tx, Permission::PerformTreatments, row.get<PatientId>(0), noSuchOrder(id));
    if (!kept)
        return kept.error();
    if (row.isNull(3))
        return Error{Code::Conflict, Tr::tr("The order is not signed yet."), {}, {}};
    if (row.get<int>(5) != row.get<int>(6) || row.get<QString>(4) == u"entered-in-error")
        return Error{Code::Stale, Tr::tr("This order was amended since. Look at the list again."), {}, {}};
    const auto course = row.get<CourseId>(1);
    const int ordered = row.get<int>(2);
    int done = 0;
    for (const TreatmentSession &session : sessionsOf(tx, *kept)) {
        if (session.course != course)
            continue;
        if (session.status == SessionStatus::InProgress)
            return Error{Code::Conflict, Tr::tr("A session of this order is still running. End it first."), {}, {}};
        done += session.counts();
    }
    if (done >= ordered)
        return Error{Code::Conflict, Tr::tr("All %n session(s) of this order were given.", nullptr, ordered), {}, {}};
    const auto session = tx.create<TreatmentSessionId>();
    tx.sql(
          "INSERT INTO treatment_session(id, patient_id, treatment_id, day, started_ms, performer_id, needles_in, note,"
          " status) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'in-progress')")
        .bind(session, *kept, id, QDate(1970, 1, 1).daysTo(tx.today()), tx.now(), tx.actor().user, start.needlesIn,
              orNull(start.note))
        .run();
    tx.audit({tx.act(), "treatment_session", session.uuid(), kept->uuid(), "ok", {}});
    return *readSession(tx, session);
}

Result<TreatmentSession> endSession(store::Transaction &tx, TreatmentSessionId id, const SessionEnd &end)
{
    if (auto refused = access::require(tx, Permission::PerformTreatments))
        return *refused;
    access::allows(tx, Permission::ReadPeople);
    const auto owner = ownerOf(tx, id);
    if (!owner)
        return owner.error();
    const auto session = readSession(tx, id);
    if (session->status != SessionStatus::InProgress)
        return Error{Code::Conflict, Tr::tr("This session has been ended already."), {}, {}};
    if (auto wrong = badNeedles(end.needlesOut, "needlesOut"))
        return *wrong;
    const bool differs = end.needlesOut != session->needlesIn;
    if (differs && end.reason.trimmed().isEmpty())
        return Error{Code::Invalid,
                     Tr::tr("%1 needles went in and %2 came out. Count again and look; where it stays so, write why.")
                         .arg(session->needlesIn)
                         .arg(end.needlesOut),
                     QStringLiteral("needlesOut"),
                     {}};
    tx.sql("UPDATE treatment_session SET ended_ms = ?2, ended_by_id = ?3, needles_out = ?4, needles_reason = ?5,"
           " note = coalesce(?6, note), status = ?7 WHERE id = ?1")
        .bind(id, tx.now(), tx.actor().user, end.needlesOut, differs ? orNull(end.reason) : QString(), orNull(end.note),
              toText(end.stopped ? SessionStatus::Stopped : SessionStatus::Completed))
        .run();
    // A difference is told in the audit as well, where nobody has to look for it.
    tx.audit({tx.act(), "treatment_session", id.uuid(), owner->uuid(), "ok",
              differs ? QStringLiteral("needles %1/%2").arg(end.needlesOut).arg(session->needlesIn) : QString()});
    return *readSession(tx, id);
}

Result<Done> retractSession(store::Transaction &tx, TreatmentSessionId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::PerformTreatments))
        return *refused;
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why the entry was wrong."), QStringLiteral("reason"), {}};
    const auto owner = ownerOf(tx, id);
    if (!owner)
        return owner.error();
    tx.sql("UPDATE treatment_session SET status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "treatment_session", id.uuid(), owner->uuid(), "ok", {}});
    return Done{};
}

} // namespace xinglin::treatment
