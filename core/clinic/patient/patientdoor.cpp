#include "access/rights.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

/// Same words whether there is nobody or nobody this person may see.
Error missing(PatientId id)
{
    return {Code::NotFound, Tr::tr("There is no such patient."), {}, id.toString()};
}

/// Treated by the actor, or by nobody yet.
bool isOwn(const store::Snapshot &view, PatientId id)
{
    static const QByteArray counted = everyRow("v") + " AND v.status <> 'entered-in-error'";
    static const QByteArray mine = "SELECT 1 FROM visit v WHERE " + counted + " AND v.practitioner_id = ?2 LIMIT 1";
    if (view.sql(mine.constData()).bind(id, view.actor().user).next())
        return true;
    static const QByteArray any = "SELECT 1 FROM visit v WHERE " + counted + " LIMIT 1";
    return !view.sql(any.constData()).bind(id).next();
}

/// Whether other records were merged into this one.
constexpr char AliasesSql[] = "SELECT 1 FROM patient WHERE merged_into_id = ?1 LIMIT 1";

} // namespace

QByteArray inClosedBatch(const char *alias)
{
    const QByteArray a(alias);
    return "(" + a + ".batch_id IS NULL OR EXISTS (SELECT 1 FROM import_batch ib WHERE ib.id = " + a +
           ".batch_id AND ib.state = 'closed'))";
}

QByteArray isSeen(const char *alias)
{
    const QByteArray a(alias);
    return "(" + a + ".restricted = 0 OR row_open(" + a + ".id))";
}

QByteArray where(const char *alias)
{
    // Whoever may see the record that stays sees its aliases too; an alias that is restricted itself stays hidden else.
    return QByteArray(alias) +
           ".patient_id IN (WITH RECURSIVE same(id) AS (SELECT kp.id FROM patient kp WHERE kp.id = ?1 AND " +
           isSeen("kp") +
           " UNION SELECT mp.id FROM patient mp JOIN same ON mp.merged_into_id = same.id WHERE mp.restricted = 0"
           " OR row_open(mp.id) OR row_open(?1)) SELECT id FROM same) AND " +
           inClosedBatch(alias);
}

QByteArray everyRow(const char *alias)
{
    return QByteArray(alias) +
           ".patient_id IN (WITH RECURSIVE same(id) AS (VALUES(?1) UNION"
           " SELECT mp.id FROM patient mp JOIN same ON mp.merged_into_id = same.id) SELECT id FROM same) AND " +
           inClosedBatch(alias);
}

RowsOf::RowsOf(const QByteArray &select, const char *alias, const QByteArray &rest)
    : m_alone(select + alias + ".patient_id = ?1 AND EXISTS (SELECT 1 FROM patient kp WHERE kp.id = ?1 AND " +
              isSeen("kp") + ") AND " + inClosedBatch(alias) + rest)
    , m_merged(select + where(alias) + rest)
{
}

store::Query RowsOf::ask(const store::Snapshot &view, PatientId id) const
{
    const bool merged = view.sql(AliasesSql).bind(id).next();
    store::Query rows = view.sql((merged ? m_merged : m_alone).constData());
    rows.bind(id);
    return rows;
}

EveryRowOf::EveryRowOf(const QByteArray &select, const char *alias, const QByteArray &rest)
    : m_alone(select + alias + ".patient_id = ?1 AND " + inClosedBatch(alias) + rest)
    , m_merged(select + everyRow(alias) + rest)
{
}

store::Query EveryRowOf::ask(store::Connection &connection, const Uuid &id) const
{
    const bool merged = connection.internal(AliasesSql).bind(id).next();
    store::Query rows = connection.internal((merged ? m_merged : m_alone).constData());
    rows.bind(id);
    return rows;
}

QByteArray ofSeen(const char *alias)
{
    const QByteArray a(alias);
    return "EXISTS (SELECT 1 FROM patient sp WHERE sp.id = " + a + ".patient_id AND " + isSeen("sp") +
           " AND (sp.merged_into_id IS NULL OR EXISTS (SELECT 1 FROM patient kp WHERE kp.id = sp.merged_into_id AND " +
           isSeen("kp") + "))) AND " + inClosedBatch(alias);
}

Result<PatientId> canonical(const store::Snapshot &view, PatientId id)
{
    static const QByteArray sql =
        "SELECT p.merged_into_id, " + isSeen("p") + " FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    access::footing(view); // who asks is what row_open() answers by
    PatientId at = id;
    for (int hops = 0; hops < 32; ++hops) {
        store::Query row = view.sql(sql.constData());
        if (!row.bind(at).next())
            return missing(id);
        const auto into = row.get<std::optional<PatientId>>(0);
        if (!into)
            return row.get<bool>(1) ? Result<PatientId>(at) : Result<PatientId>(missing(id));
        at = *into;
    }
    return Error{Code::Damaged, Tr::tr("This patient's merges run in a circle."), {}, id.toString()};
}

bool sharesWith(const store::Snapshot &view, Permission permission, PatientId id)
{
    if (!access::allows(view, permission))
        return false;
    const access::Footing &known = access::footing(view);
    return !known.ownPatientsOnly || known.everywhere.has(permission) ||
           known.isGlassOpen(id.uuid(), toMs(view.now())) || isOwn(view, id);
}

std::optional<Error> requireShared(const store::Snapshot &view, Permission permission, PatientId id)
{
    if (auto refused = access::require(view, permission))
        return refused;
    if (sharesWith(view, permission, id))
        return std::nullopt;
    return Error{Code::NoPermission,
                 Tr::tr("Another practitioner treats this patient, and records are not shared here."),
                 {},
                 QStringLiteral("records.sharing")};
}

Result<PatientId> shared(const store::Snapshot &view, Permission permission, PatientId id,
                         const std::optional<Error> &missing)
{
    const auto kept = canonical(view, id);
    if (!kept)
        return missing.value_or(kept.error());
    if (auto refused = requireShared(view, permission, *kept))
        return *refused;
    return kept;
}

Result<Done> setRestricted(store::Transaction &tx, PatientId id, bool restricted, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::RestrictPatients))
        return *refused;
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why."), QStringLiteral("reason"), {}};
    const auto kept = canonical(tx, id);
    if (!kept)
        return kept.error();
    // Aliases with it: it must still hold where a merge is taken back.
    QList<PatientId> all{*kept};
    for (qsizetype i = 0; i < all.size(); ++i) {
        store::Query aliases = tx.sql("SELECT id FROM patient WHERE merged_into_id = ?1");
        aliases.bind(all[i]);
        while (aliases.next())
            all << aliases.get<PatientId>(0);
    }
    for (const PatientId &one : std::as_const(all))
        tx.sql("UPDATE patient SET restricted = ?2 WHERE id = ?1").bind(one, restricted).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "patient", kept->uuid(), kept->uuid(), "ok", reason.trimmed()});
    return Done{};
}

} // namespace xinglin::patient
