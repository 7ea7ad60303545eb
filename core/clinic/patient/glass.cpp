#include "clinic/patient/glass.h"

#include "access/rights.h"
#include "base/text/mask.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

/// What glassFrom() reads; conditions on e follow.
constexpr char GlassSql[] =
    "SELECT e.id, e.user_id, u.name, e.patient_id, p.number, p.name, e.reason_code, e.reason, e.opened_ms, e.until_ms,"
    " e.ended_ms, e.reviewed_ms, r.name, e.verdict, e.review, e.reviewed_by_id FROM emergency_access e"
    " JOIN user u ON u.id = e.user_id JOIN patient p ON p.id = e.patient_id LEFT JOIN user r ON r.id = e.reviewed_by_id"
    " WHERE ";

QString toText(GlassVerdict verdict)
{
    return verdict == GlassVerdict::Justified ? QStringLiteral("justified") : QStringLiteral("not-justified");
}

Glass glassFrom(const store::Snapshot &view, const store::Query &row)
{
    Glass glass;
    glass.id = row.get<GlassId>(0);
    glass.user = row.get<UserId>(1);
    glass.userName = row.get<QString>(2);
    glass.patient = row.get<PatientId>(3);
    glass.patientNumber = row.get<QString>(4);
    glass.patientName = row.get<QString>(5);
    if (!access::allows(view, Permission::SearchPatients))
        glass.patientName = maskName(glass.patientName);
    glass.reasonCode = row.get<QString>(6);
    glass.reason = row.get<QString>(7);
    glass.opened = row.get<Instant>(8);
    glass.until = row.get<Instant>(9);
    glass.ended = row.get<std::optional<Instant>>(10);
    glass.reviewed = row.get<std::optional<Instant>>(11);
    glass.reviewer = row.get<QString>(12);
    if (!row.isNull(13))
        glass.verdict = row.get<QString>(13) == u"justified" ? GlassVerdict::Justified : GlassVerdict::NotJustified;
    glass.review = row.get<QString>(14);
    glass.overdue = !glass.reviewed && view.now() - glass.opened > GlassReviewTime;
    glass.reviewedSelf = row.get<std::optional<UserId>>(15) == std::optional(glass.user);
    return glass;
}

QList<Glass> listOf(const store::Snapshot &view, store::Query &rows)
{
    QList<Glass> found;
    while (rows.next())
        found << glassFrom(view, rows);
    return found;
}

/// The record that stays, restricted or not: breaking the glass is for what is hidden.
std::optional<PatientId> keptPastRules(const store::Snapshot &view, PatientId id)
{
    static const QByteArray sql = "SELECT p.merged_into_id FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    PatientId at = id;
    for (int hops = 0; hops < 32; ++hops) {
        store::Query row = view.sql(sql.constData());
        if (!row.bind(at).next())
            return std::nullopt;
        const auto into = row.get<std::optional<PatientId>>(0);
        if (!into)
            return at;
        at = *into;
    }
    return std::nullopt;
}

Error missing()
{
    return {Code::NotFound, Tr::tr("There is no such patient."), {}, {}};
}

bool isOnlyOwner(const store::Snapshot &view)
{
    const auto standing = access::standing(view);
    return standing && standing->owners == 1;
}

} // namespace

const QStringList &glassReasons()
{
    static const QStringList reasons{QStringLiteral("emergency"), QStringLiteral("cover"), QStringLiteral("request"),
                                     QStringLiteral("other")};
    return reasons;
}

QString glassReasonText(const QString &code)
{
    if (code == u"emergency")
        return Tr::tr("Emergency");
    if (code == u"cover")
        return Tr::tr("Standing in for the practitioner");
    if (code == u"request")
        return Tr::tr("The patient asks for it");
    return Tr::tr("Another reason");
}

Result<GlassCandidate> findForGlass(const store::Snapshot &view, const QString &reference)
{
    if (auto refused = access::require(view, Permission::BreakGlass))
        return *refused;
    const QString text = reference.trimmed();
    static const QByteArray byNumber = "SELECT p.id FROM patient p WHERE p.number = ?1 AND " + inClosedBatch("p");
    static const QByteArray byOldNumber =
        "SELECT p.id FROM patient p WHERE p.old_number = ?1 AND " + inClosedBatch("p");
    static const QByteArray byDocument =
        "SELECT p.id FROM patient p WHERE p.document_number = ?1 AND " + inClosedBatch("p");
    std::optional<PatientId> id;
    for (const auto &[sql, value] : {std::pair(&byNumber, wholeNumber(view, text)), std::pair(&byOldNumber, text),
                                     std::pair(&byDocument, text.toUpper())}) {
        store::Query row = view.sql(sql->constData());
        if (!id && !value.isEmpty() && row.bind(value).next())
            id = keptPastRules(view, row.get<PatientId>(0));
    }
    view.audit({"glass.find", "patient", id ? std::optional(id->uuid()) : std::nullopt,
                id ? std::optional(id->uuid()) : std::nullopt, id ? "ok" : "failed", text});
    if (!id)
        return missing();
    store::Query row = view.sql("SELECT number, name, sex, birth_date, restricted FROM patient WHERE id = ?1");
    row.bind(*id).next();
    GlassCandidate candidate{
        *id, row.get<QString>(0), maskName(row.get<QString>(1)), sexFrom(row.get<QString>(2)).value_or(Sex::Unknown),
        {},  row.get<bool>(4)};
    if (const auto birth = row.get<std::optional<PartialDate>>(3))
        candidate.birthYear = birth->year();
    return candidate;
}

Result<Glass> breakGlass(store::Transaction &tx, PatientId id, const QString &reasonCode, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::BreakGlass))
        return *refused;
    if (!glassReasons().contains(reasonCode))
        return Error{Code::Invalid, Tr::tr("Choose a reason."), QStringLiteral("reasonCode"), {}};
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say in your own words why."), QStringLiteral("reason"), {}};
    const auto kept = keptPastRules(tx, id);
    if (!kept)
        return missing();
    const auto row = tx.create<GlassId>();
    tx.sql("INSERT INTO emergency_access(id, user_id, patient_id, reason_code, reason, opened_ms, until_ms)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(row, tx.actor().user, *kept, reasonCode, reason.trimmed(), tx.now(), tx.now() + GlassTime)
        .run();
    tx.audit({"glass.break", "emergency_access", row.uuid(), kept->uuid(), "ok",
              reasonCode + QStringLiteral(": ") + reason.trimmed()});
    access::forgetFooting(tx);
    static const QByteArray sql = QByteArray(GlassSql) + "e.id = ?1";
    store::Query stored = tx.sql(sql.constData());
    stored.bind(row).next();
    return glassFrom(tx, stored);
}

Result<Done> endGlass(store::Transaction &tx, GlassId id)
{
    if (auto refused = access::require(tx, Permission::BreakGlass))
        return *refused;
    store::Query row =
        tx.sql("SELECT patient_id FROM emergency_access WHERE id = ?1 AND user_id = ?2 AND ended_ms IS NULL");
    if (!row.bind(id, tx.actor().user).next())
        return Error{Code::NotFound, Tr::tr("There is no such access of yours."), {}, id.toString()};
    tx.sql("UPDATE emergency_access SET ended_ms = ?2 WHERE id = ?1").bind(id, tx.now()).run();
    tx.audit({"glass.end", "emergency_access", id.uuid(), row.get<Uuid>(0), "ok", {}});
    access::forgetFooting(tx);
    return Done{};
}

Result<QList<Glass>> openGlass(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::BreakGlass))
        return *refused;
    static const QByteArray sql =
        QByteArray(GlassSql) + "e.user_id = ?1 AND e.until_ms > ?2 AND e.ended_ms IS NULL ORDER BY e.until_ms, e.n";
    store::Query rows = view.sql(sql.constData());
    rows.bind(view.actor().user, view.now());
    return listOf(view, rows);
}

int minutesLeft(const Glass &glass, Instant now)
{
    const qint64 left = toMs(glass.until) - toMs(now);
    return glass.ended || left <= 0 ? 0 : static_cast<int>((left + 59'999) / 60'000);
}

Result<QList<Glass>> glassInbox(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadGlass))
        return *refused;
    static const QByteArray sql = QByteArray(GlassSql) + "e.reviewed_ms IS NULL ORDER BY e.opened_ms, e.n";
    store::Query rows = view.sql(sql.constData());
    return listOf(view, rows);
}

Result<QList<Glass>> glassReviewed(const store::Snapshot &view, int limit)
{
    if (auto refused = access::require(view, Permission::ReadGlass))
        return *refused;
    static const QByteArray sql = QByteArray(GlassSql) + "e.reviewed_ms IS NOT NULL ORDER BY e.n DESC LIMIT ?1";
    store::Query rows = view.sql(sql.constData());
    rows.bind(limit);
    return listOf(view, rows);
}

Result<Done> review(store::Transaction &tx, GlassId id, GlassVerdict verdict, const QString &text)
{
    if (auto refused = access::require(tx, Permission::ReviewGlass))
        return *refused;
    store::Query row = tx.sql("SELECT user_id, patient_id, reviewed_ms FROM emergency_access WHERE id = ?1");
    if (!row.bind(id).next())
        return Error{Code::NotFound, Tr::tr("There is no such access."), {}, id.toString()};
    if (!row.isNull(2))
        return Error{Code::Conflict, Tr::tr("This has been reviewed already."), {}, {}};
    if (verdict == GlassVerdict::NotJustified && text.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say what was wrong with it."), QStringLiteral("text"), {}};
    const bool own = row.get<std::optional<Uuid>>(0) == tx.actor().user;
    if (own && !isOnlyOwner(tx))
        return Error{Code::NoPermission, Tr::tr("Another owner has to review what you did yourself."), {}, {}};
    tx.sql("UPDATE emergency_access SET reviewed_ms = ?2, reviewed_by_id = ?3, verdict = ?4, review = ?5 WHERE id = ?1")
        .bind(id, tx.now(), tx.actor().user, toText(verdict), orNull(text))
        .run();
    tx.audit({"glass.review", "emergency_access", id.uuid(), row.get<Uuid>(1), "ok",
              own ? toText(verdict) + QStringLiteral(", by the only owner") : toText(verdict)});
    return Done{};
}

} // namespace xinglin::patient
