#include "access/activity.h"

namespace xinglin::access {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int shownSignIns = 5;

qint64 startOfDay(const store::Snapshot &view)
{
    return QDateTime(view.today(), QTime(0, 0), view.zone()).toMSecsSinceEpoch();
}

} // namespace

Result<Activity> activityOf(const store::Snapshot &view, UserId person)
{
    const bool own = view.actor().user == person.uuid();
    if (auto refused = require(view, own ? Permission::ReadOwnAudit : Permission::ReadAudit))
        return *refused;
    Activity activity;
    store::Query today = view.connection().internal(
        "SELECT count(DISTINCT patient_id), sum(action = 'patient.search'), count(record) FROM audit"
        " WHERE user_id = ?1 AND at_ms >= ?2 AND outcome = 'ok'");
    if (today.bind(person, startOfDay(view)).next()) {
        activity.charts = today.get<int>(0);
        activity.searches = today.isNull(1) ? 0 : today.get<int>(1);
        activity.changes = today.get<int>(2);
    }
    store::Query entries = view.connection().internal(
        "SELECT at_ms, outcome FROM audit WHERE user_id = ?1 AND action = 'session.open' ORDER BY n DESC LIMIT ?2");
    entries.bind(person, shownSignIns);
    while (entries.next())
        activity.signIns << Activity::SignIn{entries.get<Instant>(0), entries.get<QString>(1) == QStringLiteral("ok")};
    store::Query failures = view.connection().internal("SELECT count(*) FROM audit WHERE user_id = ?1 AND at_ms >= ?2"
                                                       " AND action = 'session.failed'");
    failures.bind(person, toMs(view.now()) - 7 * dayMs).next();
    activity.failures = failures.get<int>(0);
    return activity;
}

} // namespace xinglin::access
