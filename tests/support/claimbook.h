#pragma once

#include "store/connection.h"
#include "store/snapshot.h"

#include <QMap>
#include <QString>

#include <algorithm>

namespace xinglin::test {

/// The first thing in which appointments, claims and grants disagree, or more is held at once than there is; empty
/// where all is as it must be. It asks the tables themselves.
inline QString flawOfClaims(const store::Snapshot &view)
{
    struct Holding
    {
        qint64 from;
        qint64 to;
        int units;
    };
    QMap<Uuid, QList<Holding>> held; // by resource
    QMap<Uuid, int> capacity;
    store::Query resources = view.connection().internal("/* whole schedule */ SELECT id, capacity FROM resource");
    while (resources.next())
        capacity.insert(resources.get<Uuid>(0), resources.get<int>(1));
    store::Query rows = view.connection().internal(
        "/* whole schedule */ SELECT a.id, a.status, a.start_ms, a.end_ms, c.resource_id, c.start_ms, c.end_ms,"
        " c.units, c.released, k.n = (SELECT max(o.n) FROM claim o WHERE o.appointment_id = a.id)"
        " FROM appointment a JOIN claim k ON k.appointment_id = a.id JOIN claim_resource c ON c.claim_id = k.id");
    while (rows.next()) {
        const auto status = rows.get<QString>(1);
        const bool holds = status == u"booked" || status == u"arrived" || status == u"fulfilled";
        const bool released = rows.get<bool>(8);
        if (!rows.get<bool>(9) && !released)
            return QStringLiteral("a claim that was followed by another still holds its time");
        if (rows.get<bool>(9) && holds == released)
            return holds ? QStringLiteral("one that is %1 holds nothing").arg(status)
                         : QStringLiteral("one that is %1 still holds its time").arg(status);
        if (released)
            continue;
        if (rows.get<qint64>(2) != rows.get<qint64>(5) || rows.get<qint64>(3) != rows.get<qint64>(6))
            return QStringLiteral("a claim is about another time than its appointment");
        held[rows.get<Uuid>(4)] << Holding{rows.get<qint64>(5), rows.get<qint64>(6), rows.get<int>(7)};
    }
    for (auto it = held.cbegin(); it != held.cend(); ++it) {
        for (const Holding &one : *it) {
            int units = 0; // at the moment this one begins
            for (const Holding &other : *it)
                units += other.from <= one.from && one.from < other.to ? other.units : 0;
            if (units > capacity.value(it.key()))
                return QStringLiteral("%1 of %2 are held at once").arg(units).arg(capacity.value(it.key()));
        }
    }
    store::Query grants = view.connection().internal(
        "/* whole schedule */ SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM claim k WHERE"
        " (SELECT count(*) FROM claim_grant g WHERE g.claim_id = k.id AND g.decision = 'ok') = 1),"
        " (SELECT count(*) FROM claim_grant), (SELECT count(*) FROM appointment a WHERE NOT EXISTS"
        " (SELECT 1 FROM claim k WHERE k.appointment_id = a.id))");
    if (!grants.next() || grants.get<int>(0) != grants.get<int>(1) || grants.get<int>(0) != grants.get<int>(2))
        return QStringLiteral("a claim has not been granted exactly once");
    return grants.get<int>(3) == 0 ? QString() : QStringLiteral("an appointment has no claim");
}

} // namespace xinglin::test
