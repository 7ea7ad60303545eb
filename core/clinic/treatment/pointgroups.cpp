#include "clinic/treatment/pointgroups.h"

#include "access/permission.h"
#include "base/text/pinyin.h"
#include "clinic/patient/patientrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::pointgroup {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::pointgroup)
};

using access::Permission;
using patient::orNull;

constexpr qsizetype mostPoints = 60;

QList<TreatmentPoint> pointsOf(const store::Snapshot &view, PointGroupId id, int edition)
{
    store::Query rows = view.sql("SELECT point, name, side, technique, depth_cun, needles FROM point_group_item"
                                 " WHERE point_group_id = ?1 AND edition = ?2 ORDER BY rank");
    rows.bind(id, edition);
    QList<TreatmentPoint> found;
    while (rows.next())
        found << TreatmentPoint{rows.get<QString>(0),
                                rows.get<QString>(1),
                                sideFrom(rows.get<QString>(2)),
                                techniqueFrom(rows.get<QString>(3)),
                                rows.get<std::optional<double>>(4),
                                rows.get<int>(5)};
    return found;
}

/// Groups in use of everybody and of the actor; permission was asked.
QList<Group> inUse(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT id, owner_id, name, code, technique, minutes, edition FROM point_group"
                                 " WHERE active = 1 AND (owner_id IS NULL OR owner_id = ?1)");
    rows.bind(view.actor().user);
    QList<Group> found;
    while (rows.next()) {
        Group group;
        group.id = rows.get<PointGroupId>(0);
        group.content.group = group.id;
        group.content.shared = rows.isNull(1);
        group.content.name = rows.get<QString>(2);
        group.content.code = rows.get<QString>(3);
        group.content.technique = techniqueFrom(rows.get<QString>(4));
        group.content.minutes = rows.get<std::optional<int>>(5);
        group.content.points = pointsOf(view, group.id, rows.get<int>(6));
        found << group;
    }
    std::sort(found.begin(), found.end(),
              [](const Group &a, const Group &b) { return a.content.name < b.content.name; });
    return found;
}

QString plainCode(const Draft &draft)
{
    const QString code = draft.code.trimmed().toLower();
    return code.isEmpty() ? codeFor(draft.name) : code;
}

std::optional<Error> problem(const store::Snapshot &view, const Draft &draft)
{
    const auto refuse = [](const char *field, const QString &message, Code code = Code::Invalid) {
        return Error{code, message, QLatin1String(field), {}};
    };
    if (draft.name.trimmed().isEmpty())
        return refuse("name", Tr::tr("The group needs a name."));
    const QString code = plainCode(draft);
    const bool letters = std::all_of(code.begin(), code.end(),
                                     [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    if (code.size() < 2 || !letters || code.front().isDigit())
        return refuse("code", Tr::tr("A code has two letters or more, then perhaps digits."));
    if (draft.points.isEmpty())
        return refuse("points", Tr::tr("The group has no points."));
    if (draft.points.size() > mostPoints)
        return refuse("points", Tr::tr("So many points cannot be meant."));
    if (draft.minutes && (*draft.minutes < 1 || *draft.minutes > 600))
        return refuse("minutes", Tr::tr("Minutes are between 1 and 600."));
    for (const Group &other : inUse(view)) {
        if (other.id == draft.group)
            continue;
        if (other.content.name == draft.name.trimmed())
            return refuse("name", Tr::tr("There is a group of this name already."), Code::Conflict);
        if (other.content.code == code)
            return refuse("code", Tr::tr("%1 is typed by the same code.").arg(other.content.name), Code::Conflict);
    }
    return std::nullopt;
}

Error missing(PointGroupId id)
{
    return {Code::NotFound, Tr::tr("There is no such group."), {}, id.toString()};
}

bool isInUse(const store::Snapshot &view, PointGroupId id)
{
    const QList<Group> known = inUse(view);
    return std::any_of(known.begin(), known.end(), [&](const Group &group) { return group.id == id; });
}

} // namespace

QString codeFor(const QString &name)
{
    return termInitials(name).toLower();
}

Result<QList<Group>> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadTreatments))
        return *refused;
    return inUse(view);
}

Result<Group> save(store::Transaction &tx, const Draft &draft)
{
    if (auto refused = access::require(tx, Permission::WriteTreatments))
        return *refused;
    if (draft.group && !isInUse(tx, *draft.group))
        return missing(*draft.group);
    if (auto wrong = problem(tx, draft))
        return *wrong;
    const PointGroupId id = draft.group ? *draft.group : tx.create<PointGroupId>();
    const std::optional<Uuid> owner = draft.shared ? std::nullopt : tx.actor().user;
    int edition = 1;
    if (draft.group) {
        store::Query row = tx.sql("SELECT edition FROM point_group WHERE id = ?1");
        row.bind(id).next();
        edition = row.get<int>(0);
        // Points are written once: other ones are another edition.
        edition += pointsOf(tx, id, edition) != draft.points;
        tx.sql("UPDATE point_group SET owner_id = ?2, name = ?3, code = ?4, technique = ?5, minutes = ?6, edition = ?7"
               " WHERE id = ?1")
            .bind(id, owner, draft.name.trimmed(), plainCode(draft), orNull(toText(draft.technique)), draft.minutes,
                  edition)
            .run();
    } else {
        tx.sql("INSERT INTO point_group(id, owner_id, name, code, technique, minutes)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(id, owner, draft.name.trimmed(), plainCode(draft), orNull(toText(draft.technique)), draft.minutes)
            .run();
    }
    if (pointsOf(tx, id, edition).isEmpty()) {
        int rank = 0;
        for (const TreatmentPoint &point : draft.points)
            tx.sql("INSERT INTO point_group_item(id, point_group_id, edition, rank, point, name, side, technique,"
                   " depth_cun, needles) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
                .bind(tx.newUuid(), id, edition, ++rank, orNull(point.point), point.name.trimmed(), toText(point.side),
                      orNull(toText(point.technique)), point.depthCun, point.needles)
                .run();
    }
    tx.audit({tx.act(), "point_group", id.uuid(), {}, "ok", {}});
    Group made{id, draft};
    made.content.group = id;
    made.content.name = draft.name.trimmed();
    made.content.code = plainCode(draft);
    return made;
}

Result<Done> retire(store::Transaction &tx, PointGroupId id)
{
    if (auto refused = access::require(tx, Permission::WriteTreatments))
        return *refused;
    if (!isInUse(tx, id))
        return missing(id);
    tx.sql("UPDATE point_group SET active = 0 WHERE id = ?1").bind(id).run();
    tx.audit({tx.act(), "point_group", id.uuid(), {}, "ok", {}});
    return Done{};
}

} // namespace xinglin::pointgroup
