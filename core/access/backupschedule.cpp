#include "access/backupschedule.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <numeric>

namespace xinglin::access {

namespace {

constexpr qsizetype LeastVerified = 3;

using SlotOf = std::function<qint64(Instant)>;

struct Rule
{
    qsizetype count;
    SlotOf slot;
};

QList<Rule> rules(const QTimeZone &zone)
{
    const auto day = [zone](Instant instant) { return civilDay(instant, zone); };
    return {
        {12, [](Instant i) { return toMs(i) / std::chrono::milliseconds(std::chrono::hours(4)).count(); }},
        {14, [day](Instant i) { return day(i).toJulianDay(); }},
        {8, [day](Instant i) { return day(i).toJulianDay() / 7; }}, // Julian day 0 was a Monday
        {24, [day](Instant i) { return day(i).year() * 12 + day(i).month(); }},
    };
}

} // namespace

bool isBackupDue(std::optional<Instant> last, Instant now, std::chrono::hours every)
{
    return !last || *last > now || now - *last >= every;
}

bool isDrillDue(std::optional<Instant> last, Instant now)
{
    return isBackupDue(last, now, DrillWanted - std::chrono::hours(24));
}

QList<qsizetype> expiredBackups(const QList<BackupAge> &backups, const QTimeZone &zone)
{
    QList<qsizetype> newest(backups.size());
    std::iota(newest.begin(), newest.end(), qsizetype(0));
    std::stable_sort(newest.begin(), newest.end(),
                     [&](qsizetype a, qsizetype b) { return backups[a].made > backups[b].made; });
    QSet<qsizetype> kept;
    QList<qsizetype> verified;
    std::copy_if(newest.cbegin(), newest.cend(), std::back_inserter(verified),
                 [&](qsizetype i) { return backups[i].verified; });
    for (const Rule &rule : rules(zone)) {
        QSet<qint64> taken;
        for (const qsizetype i : std::as_const(verified)) {
            const qint64 slot = rule.slot(backups[i].made);
            if (taken.size() == rule.count || taken.contains(slot))
                continue;
            taken.insert(slot);
            kept.insert(i);
        }
    }
    for (qsizetype i = 0; i < std::min(LeastVerified, verified.size()); ++i)
        kept.insert(verified[i]);
    QList<qsizetype> expired;
    qsizetype verifiedBefore = 0; // newer ones that hold
    for (const qsizetype i : std::as_const(newest)) {
        if (!kept.contains(i) && (backups[i].verified || verifiedBefore >= LeastVerified))
            expired.prepend(i);
        if (backups[i].verified)
            ++verifiedBefore;
    }
    return expired;
}

} // namespace xinglin::access
