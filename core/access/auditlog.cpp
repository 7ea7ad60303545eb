#include "access/auditlog.h"

#include "store/store.h"

#include <QCoreApplication>

#include <limits>

namespace xinglin::auditlog {

namespace {

using access::Permission;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::auditlog)
};

/// Rows that one call steps through at the most.
constexpr int Budget = 20'000;

struct Bounds
{
    qint64 least = 1;
    qint64 below = std::numeric_limits<qint64>::max();
};

/// Rows are numbered in the order they were written; the clock may have been set meanwhile, so that times only bound
/// where to look.
Bounds boundsOf(store::Connection &connection, const Filter &filter)
{
    Bounds bounds;
    if (!filter.from && !filter.until)
        return bounds;
    store::Query range = connection.internal("SELECT min(n), max(n) FROM audit WHERE at_ms >= ?1 AND at_ms < ?2");
    range.bind(filter.from ? toMs(*filter.from) : std::numeric_limits<qint64>::min(),
               filter.until ? toMs(*filter.until) : std::numeric_limits<qint64>::max());
    if (!range.next() || range.isNull(0))
        return {1, 1};
    return {range.get<qint64>(0), range.get<qint64>(1) + 1};
}

Line lineFrom(const store::Query &row)
{
    Line line;
    line.n = row.get<qint64>(0);
    line.at = row.get<Instant>(1);
    line.user = row.get<std::optional<access::UserId>>(2);
    line.action = row.get<QString>(3).toLatin1();
    line.objectKind = row.get<QString>(4).toLatin1();
    line.object = row.get<std::optional<Uuid>>(5);
    line.patient = row.get<std::optional<Uuid>>(6);
    line.outcome = row.get<QString>(7).toLatin1();
    line.kind = kindOf(line.action, !row.isNull(8) && !row.get<QByteArray>(8).isEmpty());
    line.detail = row.get<QString>(9);
    return line;
}

const QByteArray columns = "SELECT n, at_ms, user_id, action, object_kind, object_id, patient_id, outcome, record,"
                           " detail FROM audit WHERE ";
const QByteArray byPatient = columns + "patient_id = ?1 AND n >= ?2 AND n < ?3 ORDER BY n DESC";
const QByteArray byUser = columns + "user_id = ?1 AND n >= ?2 AND n < ?3 ORDER BY n DESC";
const QByteArray byNumber = columns + "n >= ?1 AND n < ?2 ORDER BY n DESC";

bool fits(const Line &line, const Filter &filter)
{
    return (!filter.user || line.user == filter.user) && (!filter.from || line.at >= *filter.from) &&
           (!filter.until || line.at < *filter.until) && (filter.kind == Kind::Everything || line.kind == filter.kind);
}

void nameThem(store::Connection &connection, QList<Line> &lines)
{
    QHash<access::UserId, QString> names;
    for (Line &line : lines) {
        if (!line.user)
            continue;
        auto known = names.constFind(*line.user);
        if (known == names.constEnd()) {
            store::Query row = connection.internal("SELECT name FROM user WHERE id = ?1");
            known = names.insert(*line.user, row.bind(*line.user).next() ? row.get<QString>(0) : QString());
        }
        line.person = *known;
    }
}

/// What was asked, for the row that says so.
QString inWords(const Filter &filter)
{
    QStringList parts;
    if (filter.user)
        parts << QStringLiteral("user ") + filter.user->toString();
    if (filter.kind != Kind::Everything)
        parts << QStringLiteral("kind %1").arg(static_cast<int>(filter.kind));
    if (filter.from)
        parts << QStringLiteral("from %1").arg(toMs(*filter.from));
    if (filter.until)
        parts << QStringLiteral("until %1").arg(toMs(*filter.until));
    return parts.join(QStringLiteral(", "));
}

} // namespace

Result<Page> read(const store::Snapshot &view, const Filter &filter, std::optional<qint64> before, int limit)
{
    if (!access::allows(view, Permission::ReadAudit)) {
        if (auto refused = access::require(view, Permission::ReadOwnAudit))
            return *refused;
        if (!filter.user || filter.user->uuid() != view.actor().user)
            return Error{Code::NoPermission, Tr::tr("Your role shows you only what you have done yourself."), {}, {}};
    }
    store::Connection &connection = view.connection();
    Bounds bounds = boundsOf(connection, filter);
    if (before)
        bounds.below = std::min(bounds.below, *before);
    Page page;
    int steps = 0;
    const auto take = [&](store::Query &rows) {
        QList<Line> found;
        qint64 reached = 0;
        while (rows.next()) {
            reached = rows.get<qint64>(0);
            Line line = lineFrom(rows);
            if (fits(line, filter))
                found << line;
            if (found.size() >= limit || ++steps >= Budget) {
                page.next = std::max(page.next.value_or(0), reached);
                break;
            }
        }
        page.lines << found;
    };
    if (!filter.patients.isEmpty()) {
        for (const Uuid &patient : filter.patients) {
            store::Query rows = connection.internal(byPatient.constData());
            take(rows.bind(patient, bounds.least, bounds.below));
        }
        std::sort(page.lines.begin(), page.lines.end(), [](const Line &a, const Line &b) { return a.n > b.n; });
        // A record that was cut short bounds the page: what lies below is asked for again.
        if (page.next)
            page.lines.removeIf([&](const Line &line) { return line.n < *page.next; });
    } else if (filter.user) {
        store::Query rows = connection.internal(byUser.constData());
        take(rows.bind(*filter.user, bounds.least, bounds.below));
    } else {
        store::Query rows = connection.internal(byNumber.constData());
        take(rows.bind(bounds.least, bounds.below));
    }
    nameThem(connection, page.lines);
    if (!before) {
        const auto patient = filter.patients.isEmpty() ? std::nullopt : std::optional(filter.patients.constFirst());
        view.audit({"audit.open", "audit", {}, patient, "ok", inWords(filter)});
    }
    return page;
}

Result<State> state(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadHealth))
        return *refused;
    const store::Heads heads = store::headsOf(view.connection());
    State state{heads.auditRows, heads.audit, store::selfCheck(view), false};
    state.isDue = store::isWholeCheckDue(state.known, view.now());
    return state;
}

Result<store::VerifyReport> check(const store::Snapshot &view, const store::VerifyOptions &options)
{
    if (auto refused = access::require(view, Permission::ReadHealth))
        return *refused;
    store::VerifyReport report = view.store().verify(view, options);
    view.audit({"store.verify",
                "store",
                {},
                {},
                report.found.isEmpty() ? "ok" : "failed",
                report.found.isEmpty() ? QString() : QString::number(report.found.size())});
    return report;
}

Result<Done> keepCheck(store::Transaction &tx, const store::VerifyReport &report)
{
    if (auto refused = access::require(tx, Permission::ReadHealth))
        return *refused;
    store::remember(tx, report);
    return Done{};
}

} // namespace xinglin::auditlog
